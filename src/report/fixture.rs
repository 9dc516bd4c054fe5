//! Grades of one challenge in many situations, made by hand for the tests of reports.
//!
//! Must not be used outside tests.

use std::sync::Arc;

use crate::judge::compare::check;
use crate::judge::evidence::{of_case, of_concept, of_idiom, of_prediction};
use crate::judge::fixture::{challenge, id};
use crate::judge::hint::suggest;
use crate::judge::message::of_checks;
use crate::judge::outcome::not_run;
use crate::judge::samples::{exception, int, list, text};
use crate::model::answer::SourceFile;
use crate::model::check::{Check, Expectation};
use crate::model::evidence::Asked;
use crate::model::grade::{
    CaseResult, Fault, Grade, Interpreter, LoadFailure, Outcome, Prediction, RuntimeKind, Verdict,
};
use crate::model::isolation::{Isolation, Wall};
use crate::model::observation::{Captured, Measured, Place};
use crate::model::value::Value;

/// The seed of every grade here; no candidate may see it.
pub const SEED: u64 = 20_261_122;

const SOURCE: &str = "import functools\n\n\ndef retry(max_attempts=3, delay=1):\n    def decorate(func):\n        @functools.wraps(func)\n        def wrapper(*args):\n            for attempt in range(max_attempts):\n                try:\n                    return func(*args)\n                except Exception:\n                    time.sleep(delay)\n        return wrapper\n    return decorate\n";

/// A case that is met.
fn met(name: &str) -> CaseResult {
    let held = check("calls", Expectation::Equals(int(3)), int(3));
    CaseResult { outcome: Outcome::Met, message: String::new(), checks: vec![held], ..not_run(id(name), "") }
}

/// A case whose checks failed.
fn unmet(name: &str, checks: Vec<Check>) -> CaseResult {
    let message = of_checks(&checks);
    CaseResult { outcome: Outcome::Unmet, message, checks, ..not_run(id(name), "") }
}

fn ended(name: &str, outcome: Outcome, message: &str) -> CaseResult {
    CaseResult { outcome, message: message.to_owned(), ..not_run(id(name), "") }
}

fn raised_at(name: &str, message: &str, line: u32) -> CaseResult {
    let text = SOURCE.lines().nth(line as usize - 1).unwrap_or_default().to_owned();
    let place = Place { file: "answer.py".to_owned(), line, column: 0, text };
    CaseResult { place: Some(place), ..ended(name, Outcome::Raised, message) }
}

/// What varies between the grades.
struct Given<'a> {
    changed: Vec<CaseResult>,
    wraps_line: Option<u32>,
    explanation: Option<&'a str>,
    foretold: Option<&'a str>,
    asked: Asked,
    load_failure: Option<LoadFailure>,
    source: &'a str,
}

impl Default for Given<'_> {
    fn default() -> Self {
        Self {
            changed: Vec::new(),
            wraps_line: Some(6),
            explanation: Some(
                "It calls again. Waits should grow, with *jitter*, so that callers do not march in step.",
            ),
            foretold: Some("8, 8"),
            asked: Asked::All,
            load_failure: None,
            source: SOURCE,
        }
    }
}

fn grade(given: Given<'_>) -> Grade {
    let challenge = challenge();
    let measured = Measured { wall_us: 2_345, cpu_us: 1_200, memory_kib: 14_000, shared: false };
    let cases: Vec<CaseResult> = challenge
        .cases
        .iter()
        .map(|spec| {
            let changed = given.changed.iter().find(|result| result.id == spec.id);
            let loaded = given.load_failure.is_none();
            let usual = || {
                if loaded {
                    met(spec.id.as_str())
                } else {
                    not_run(spec.id.clone(), "the answer did not load")
                }
            };
            CaseResult { measured, ..changed.cloned().unwrap_or_else(usual) }
        })
        .collect();
    let prediction = Prediction { printed: "8 8\n".to_owned(), foretold: given.foretold.map(str::to_owned) };
    let mut evidence: Vec<_> = challenge
        .cases
        .iter()
        .zip(&cases)
        .map(|(spec, result)| of_case(spec, result, &["answer.py"]))
        .collect();
    evidence.extend(challenge.idioms.iter().map(|spec| {
        let lines = given.wraps_line.into_iter().collect();
        of_idiom(spec, given.wraps_line.is_some(), lines, Vec::new())
    }));
    evidence.extend(challenge.concepts.iter().map(|spec| of_concept(spec, given.explanation)));
    evidence.extend(challenge.prediction.iter().map(|spec| of_prediction(spec, &prediction)));
    let hint = suggest(&challenge, &evidence, given.load_failure.as_ref(), Some(&prediction), given.asked);
    Grade {
        challenge: Arc::new(challenge),
        answer_sha256: "3f".repeat(32),
        files: vec![SourceFile {
            path: "answer.py".to_owned(),
            at: String::new(),
            text: given.source.to_owned(),
        }],
        toolbox_sha256: "70".repeat(32),
        verdict: Verdict::Graded(hint),
        load_failure: given.load_failure,
        undefined: Vec::new(),
        notes: Vec::new(),
        cases,
        evidence,
        prediction: Some(prediction),
        isolation: isolation(),
        interpreter: Interpreter {
            kind: RuntimeKind::Warm,
            python: "3.11.7".to_owned(),
            sha256: "51".repeat(32),
        },
        seed: SEED,
        asked: given.asked,
        limits: crate::model::limits::Limits::default(),
    }
}

fn isolation() -> Isolation {
    let wall = |name: &str| Wall {
        name: name.to_owned(),
        required: true,
        in_force: true,
        probed: "tried it, and it was refused".to_owned(),
        remedy: String::new(),
    };
    Isolation { walls: ["user", "files", "network", "syscalls"].map(wall).to_vec(), weaker_allowed: false }
}

/// Everything holds.
pub fn perfect() -> Grade {
    grade(Given::default())
}

/// Everything that code can show holds; nothing was said.
pub fn unheard() -> Grade {
    grade(Given { explanation: None, foretold: None, ..Given::default() })
}

/// As [`unheard`], with only code asked for.
pub fn code_only() -> Grade {
    grade(Given { explanation: None, foretold: None, asked: Asked::Code, ..Given::default() })
}

/// The last error is swallowed, metadata are lost, methods raise; the prediction is wrong.
pub fn partial() -> Grade {
    let sleeps = |changed: usize| -> Value {
        let at =
            |index: usize| if index == changed { exception(&["answer.Odd"], "x") } else { int(100 + index) };
        list((0..30).map(at).collect())
    };
    let swallowed =
        Expectation::Raises { kind: "ConnectionError".to_owned(), containing: Some("HIDDEN".to_owned()) };
    let mut silent = unmet(
        "keeps_metadata",
        vec![
            check("name", Expectation::Equals(text("HIDDEN_fetch")), text("wrapper")),
            check("rows", Expectation::Equals(sleeps(99)), sleeps(12)),
        ],
    );
    silent.stdout = Captured { bytes: b"attempt 1\nattempt 2\n".to_vec(), total: 20 };
    let raised = "raised TypeError: wrapper() got an unexpected keyword argument 'url' at answer.py line 10";
    grade(Given {
        changed: vec![
            unmet("raises_it", vec![check("error", swallowed, Value::None)]),
            silent,
            raised_at("methods_work", raised, 10),
        ],
        wraps_line: Some(6),
        explanation: None,
        foretold: Some("0 2"),
        ..Given::default()
    })
}

/// Does not compile.
pub fn syntax_error() -> Grade {
    let source = "import time\n\ndef retry(max_attempts=3, delay=1:\n    pass\n";
    let place = Place {
        file: "answer.py".to_owned(),
        line: 3,
        column: 10,
        text: "def retry(max_attempts=3, delay=1:".to_owned(),
    };
    let failure = LoadFailure {
        message: "SyntaxError: '(' was never closed".to_owned(),
        place: Some(place),
        outcome: Outcome::Raised,
    };
    grade(Given {
        load_failure: Some(failure),
        source,
        explanation: None,
        wraps_line: None,
        ..Given::default()
    })
}

/// Nothing of core ends in time.
pub fn timed_out() -> Grade {
    let slow =
        |name: &str| ended(name, Outcome::TimedOut, "ran longer than its 2 s of CPU time, or 10 s in all");
    let crash = ended(
        "keeps_metadata",
        Outcome::Crashed,
        "crashed: ended by signal 11 (SIGSEGV, a bad memory access)",
    );
    grade(Given {
        changed: vec![slow("first_success"), slow("gives_up"), slow("raises_it"), crash],
        wraps_line: None,
        ..Given::default()
    })
}

/// viva itself failed.
pub fn ungraded() -> Grade {
    let mut grade = grade(Given::default());
    grade.verdict = Verdict::Ungraded {
        because: "the worker was lost twice: it ended with code 1".to_owned(),
        fault: Fault::Viva,
    };
    grade.cases.clear();
    grade.evidence.clear();
    grade.prediction = None;
    grade
}

/// Graded with a wall missing, and with remarks.
pub fn weaker() -> Grade {
    let mut grade = unheard();
    grade.isolation.walls[2].in_force = false;
    grade.isolation.walls[2].remedy = "allow network namespaces".to_owned();
    grade.isolation.weaker_allowed = true;
    grade.interpreter.kind = RuntimeKind::Cold;
    grade.notes = vec!["A byte order mark was removed from answer.py.".to_owned()];
    grade
}

/// Every place that a candidate can fill holds something that could steer a terminal.
pub fn hostile() -> Grade {
    let bad = "\x1b]52;c;aGk=\x07\u{202e}evil\u{9b}31m\r\n::error::x";
    let mut case = raised_at("methods_work", bad, 10);
    case.stdout = Captured { bytes: [bad.as_bytes(), b"\xff\x1b[2J"].concat(), total: 99 };
    if let Some(place) = &mut case.place {
        place.file = bad.to_owned();
        place.text = bad.to_owned();
    }
    let mut grade = grade(Given {
        changed: vec![
            case,
            unmet("raises_it", vec![check("seen", Expectation::Equals(text("HIDDEN")), text(bad))]),
        ],
        explanation: Some("With jitter \x1b[31m\u{202e}it is better."),
        foretold: Some(bad),
        source: bad,
        ..Given::default()
    });
    grade.notes = vec![bad.to_owned()];
    grade
}

/// All of them.
pub fn all() -> Vec<Grade> {
    vec![
        perfect(),
        unheard(),
        code_only(),
        partial(),
        syntax_error(),
        timed_out(),
        ungraded(),
        weaker(),
        hostile(),
    ]
}
