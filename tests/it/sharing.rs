//! Cases that share a process at first come out as those that never do: reports are equal, measured times aside.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use vivavoce::bank::Bank;
use vivavoce::boxes::plan::JailOptions;
use vivavoce::engine::{Engine, Request};
use vivavoce::model::evidence::Asked;
use vivavoce::model::grade::{Grade, Outcome, Verdict};
use vivavoce::model::observation::Measured;
use vivavoce::runtime::{Launch, Pool};
use vivavoce::source::intake::{self, Handed, Sources};

use crate::common::{needs_boxes, viva, wait};

fn engine() -> Engine {
    let launch = Launch::warm(viva(), JailOptions::default()).expect("the worker lies beside viva");
    let pool = wait(async move { Pool::start(launch, 1).await });
    let pool = pool.unwrap_or_else(|error| panic!("no worker: {error}"));
    Engine::new(pool, vivavoce::boxes::toolbox::sha256())
}

fn grade(engine: &Arc<Engine>, challenge: &str, handed: Handed) -> Grade {
    let challenge = Bank::embedded().get(challenge).expect("built in");
    let request = Request { challenge, handed, seed: 5, asked: Asked::Code };
    let engine = Arc::clone(engine);
    wait(async move { engine.grade(request).await })
}

/// A grade without what was measured, and how many of its cases shared a process.
fn told(mut grade: Grade) -> (Grade, usize) {
    let shared = grade.cases.iter().filter(|case| case.measured.shared).count();
    grade.cases.iter_mut().for_each(|case| case.measured = Measured::default());
    (grade, shared)
}

/// The answers of a challenge in the built-in bank.
fn answers(challenge: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("challenges").join(challenge).join("answers");
    let mut answers: Vec<PathBuf> = folder
        .read_dir()
        .expect("a folder of answers")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    answers.retain(|path| path.extension().is_some_and(|extension| extension == "py"));
    answers.sort();
    answers
}

/// Compares every answer of these challenges, and returns how many cases were met in a shared process.
fn compare(challenges: &[&str]) -> usize {
    let (together, apart) = (Arc::new(engine()), Arc::new(engine().apart()));
    let (mut met, mut differing) = (0, Vec::new());
    for challenge in challenges {
        for path in answers(challenge) {
            let read = || {
                let sources = Sources { answer: Some(path.clone()), prediction: None, explanation: None };
                intake::read(&sources, &mut std::io::empty()).expect("the answer is read")
            };
            let (one, shared) = told(grade(&together, challenge, read()));
            let (other, none) = told(grade(&apart, challenge, read()));
            assert_eq!(none, 0);
            met += shared;
            // Threads that race are told by what they did this time; then the verdicts are what is compared.
            let is_steady = || told(grade(&apart, challenge, read())).0 == other;
            if verdicts(&one) != verdicts(&other) || (one != other && is_steady()) {
                differing.push(format!(
                    "{}: {:?} and {:?}",
                    path.display(),
                    verdicts(&one),
                    verdicts(&other)
                ));
            }
        }
    }
    assert!(differing.is_empty(), "{} differ:\n{}", differing.len(), differing.join("\n"));
    met
}

/// The range and the outcome of every case.
fn verdicts(grade: &Grade) -> (String, Vec<(&str, Outcome)>) {
    let range = match &grade.verdict {
        Verdict::Graded(hint) => format!("{} to {}", hint.floor, hint.ceiling),
        Verdict::Ungraded { because, .. } => because.clone(),
    };
    (range, grade.cases.iter().map(|case| (case.id.as_str(), case.outcome)).collect())
}

#[test]
fn reports_are_equal_with_and_without_sharing() {
    needs_boxes!();
    assert!(compare(&["late-binding-closures"]) > 0, "no case shared a process");
}

/// `cargo test --test it sharing -- --ignored` takes minutes.
#[test]
#[ignore = "goes through every golden answer twice"]
fn reports_are_equal_over_the_whole_bank() {
    needs_boxes!();
    let ids: Vec<String> = Bank::embedded().ids().iter().map(ToString::to_string).collect();
    compare(&ids.iter().map(String::as_str).collect::<Vec<_>>());
}

const LEAVES_SOMETHING: &[(&str, &str)] = &[
    ("a patched builtin", "import builtins\nbuiltins.sorted = lambda *a, **k: []\n"),
    ("a patched module", "import json\njson.dumps = None\n"),
    ("a patched class", "import collections\ncollections.Counter.most_common = None\n"),
    (
        "a thread",
        "import threading, time\nthreading.Thread(target=time.sleep, args=(60,), daemon=True).start()\n",
    ),
    ("a file", "open('left', 'w').close()\n"),
    ("a descriptor", "kept = open('/dev/null')\nimport sys\nsys.kept = kept\n"),
    ("a module that is another", "import sys\nsys.modules['json'] = sys\n"),
    ("an exit handler", "import atexit\natexit.register(print)\n"),
    ("an environment", "import os\nos.environ['LEFT'] = '1'\n"),
    ("a switch interval", "import sys\nsys.setswitchinterval(0.5)\n"),
    ("a print", "print('loading')\n"),
];

#[test]
fn what_an_answer_leaves_behind_ends_the_sharing() {
    needs_boxes!();
    let (together, apart) = (Arc::new(engine()), Arc::new(engine().apart()));
    let right = Path::new(env!("CARGO_MANIFEST_DIR")).join("python_fixtures/answers/late_binding_right.py");
    let right = std::fs::read_to_string(right).expect("it is there");
    let handed = |text: &str| {
        let sources = Sources { answer: None, prediction: None, explanation: None };
        intake::read(&sources, &mut text.as_bytes()).expect("the answer is read")
    };
    let (_, all) = told(grade(&together, "late-binding-closures", handed(&right)));
    assert!(all > 1, "an answer that leaves nothing shares");
    for (what, line) in LEAVES_SOMETHING {
        let text = format!("{right}\n{line}");
        let (one, shared) = told(grade(&together, "late-binding-closures", handed(&text)));
        let (other, _) = told(grade(&apart, "late-binding-closures", handed(&text)));
        assert!(shared <= 1, "{what}: {shared} cases shared a process");
        assert!(one.cases.iter().any(|case| case.outcome == Outcome::Met), "{what}");
        assert_eq!(one, other, "{what}");
    }
}
