//! How one case came out: what the kernel says first, then what the process says, then the checks.
//!
//! The order is: out of memory, out of time, ended by a signal, a forbidden act, too much output, never started;
//! then an exception that left the case (a `MemoryError` counts as out of memory), a case that did not say its
//! end, and only then the checks. A case is met only when it ended properly and at least one check was made and
//! all of them hold. Must not know points or scores.

use std::collections::BTreeMap;

use super::compare::check;
use super::message::of_checks;
use super::show::exception_line;
use crate::model::challenge::{CommandExpectation, TableExpectation};
use crate::model::check::{Check, Expectation};
use crate::model::grade::{CaseResult, Outcome};
use crate::model::id::EvidenceId;
use crate::model::limits::Limits;
use crate::model::observation::{Captured, Ending, Measured, Observation, Place, Raised};
use crate::model::value::{ExceptionValue, Mark, PyText, Value};

/// Characters of an exception's text within a message.
const EXCEPTION_WIDTH: usize = 160;
/// SIGXCPU of signal(7): the kernel's own limit of CPU time.
const SIGXCPU: i32 = 24;

/// A fault of the challenge or of viva, never of the answer: the answer is ungraded.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// A case ended properly, and nobody checked it.
    #[error("case `{case}`: the oracle made no check; call `expect(...)` at least once in its function")]
    NoCheck {
        /// The case.
        case: EvidenceId,
    },
}

/// What is to be compared with the observation.
#[derive(Debug, Clone, PartialEq)]
pub enum Judgement {
    /// The checks that the oracle made.
    Checks(Vec<Check>),
    /// Nothing: the case did not come so far that an oracle was asked.
    NotAsked,
}

impl Judgement {
    /// The judgement of a table case: the record `result`, `error` or `printed` against the manifest's line.
    /// `expected` is what `equals` evaluated to in the oracle's box; it is not needed for the other two.
    #[must_use]
    pub fn of_table(expects: &TableExpectation, expected: Option<Value>, observation: &Observation) -> Self {
        let record = |name: &str| record(observation, name);
        let checks = match expects {
            TableExpectation::Equals(_) => {
                let Some(expected) = expected else { return Self::NotAsked };
                vec![check("", Expectation::Equals(expected), record("result"))]
            }
            TableExpectation::Raises(kind) => {
                let seen = match record("error") {
                    Value::Marked(Mark::Missing) if record("result") != Value::Marked(Mark::Missing) => {
                        Value::None
                    }
                    error => error,
                };
                vec![check("", Expectation::Raises { kind: kind.clone(), containing: None }, seen)]
            }
            TableExpectation::Prints(text) => {
                let wanted = Expectation::Equals(Value::Str(PyText::from(text.as_str())));
                vec![check("printed", wanted, record("printed"))]
            }
        };
        Self::Checks(checks)
    }
}

impl Judgement {
    /// The judgement of a command: what was seen of it against the manifest's line. What the line leaves out is free.
    #[must_use]
    pub fn of_command(expects: &CommandExpectation, observation: &Observation) -> Self {
        let record = |name: &str| record(observation, name);
        let text = |text: &str| Value::Str(PyText::from(text));
        let mut checks = Vec::new();
        if let Some(printed) = &expects.prints {
            checks.push(check("printed", Expectation::Equals(text(printed)), record("printed")));
        }
        if let Some(part) = &expects.stderr {
            checks.push(check("standard error", Expectation::Contains(text(part)), record("stderr")));
        }
        checks.push(check("exit code", Expectation::Equals(Value::Int(expects.exit.into())), record("exit")));
        if let Some(files) = &expects.writes {
            checks.extend(of_files(files, record("written")));
        }
        Self::Checks(checks)
    }
}

/// A check for each file that was to be written, so that each is shown with a diff of its own, and one for their names.
fn of_files(wanted: &BTreeMap<String, String>, written: Value) -> Vec<Check> {
    let text = |text: &str| Value::Str(PyText::from(text));
    let entries = match &written {
        Value::Dict(entries) => entries.as_slice(),
        _ => &[],
    };
    let names: Value = Value::List(entries.iter().map(|(name, _)| name.clone()).collect());
    let all = Expectation::SameItems(Value::List(wanted.keys().map(|name| text(name)).collect()));
    let seen = if matches!(written, Value::Dict(_)) { names } else { written.clone() };
    let mut checks = vec![check("files written", all, seen)];
    for (name, content) in wanted {
        let key = text(name);
        let seen = entries.iter().find(|(written, _)| *written == key);
        let seen = seen.map_or(Value::Marked(Mark::Missing), |(_, content)| content.clone());
        checks.push(check(name, Expectation::Equals(text(content)), seen));
    }
    checks
}

/// The last value recorded under a name, or the mark that there is none.
fn record(observation: &Observation, name: &str) -> Value {
    let found = observation.records.iter().rev().find(|(recorded, _)| recorded == name);
    found.map_or(Value::Marked(Mark::Missing), |(_, value)| value.clone())
}

/// Whether an oracle should be asked: the case ended by itself, said so, and nothing left it.
#[must_use]
pub fn is_judgeable(observation: &Observation) -> bool {
    matches!(observation.ending, Ending::Exited(_)) && observation.raised.is_none() && observation.complete
}

/// The result of one driven case.
///
/// # Errors
/// [`Fault::NoCheck`] when the case ended properly and the judgement holds no check.
pub fn of_driven(
    observation: Observation,
    judgement: Judgement,
    limits: &Limits,
) -> Result<CaseResult, Fault> {
    let before = before_checks(&observation, limits);
    settle(observation, before, judgement)
}

/// The result of one table case. An exception that the line did not ask for is the case's outcome.
///
/// # Errors
/// [`Fault::NoCheck`] when the case ended properly and the judgement holds no check.
pub fn of_table(
    observation: Observation,
    expects: &TableExpectation,
    expected: Option<Value>,
    limits: &Limits,
) -> Result<CaseResult, Fault> {
    let before = before_checks(&observation, limits).or_else(|| unasked_error(&observation, expects));
    let judgement = Judgement::of_table(expects, expected, &observation);
    settle(observation, before, judgement)
}

/// The result of a command of a project.
///
/// # Errors
/// [`Fault::NoCheck`] never: a command is always held to its exit code.
pub fn of_command(
    observation: Observation,
    expects: &CommandExpectation,
    limits: &Limits,
) -> Result<CaseResult, Fault> {
    let before = before_checks(&observation, limits);
    let judgement = Judgement::of_command(expects, &observation);
    settle(observation, before, judgement)
}

/// The result of a case that was never run, with the reason.
#[must_use]
pub fn not_run(case: EvidenceId, message: impl Into<String>) -> CaseResult {
    CaseResult {
        id: case,
        outcome: Outcome::NotRun,
        message: message.into(),
        checks: Vec::new(),
        place: None,
        stdout: Captured::default(),
        stderr: Captured::default(),
        measured: Measured::default(),
    }
}

/// The result of a case that ended properly with something that an oracle cannot work with: a type that it does not
/// expect, or so much that judging it took all time or memory. `why` says what became of the oracle.
#[must_use]
pub fn unjudgeable(observation: Observation, why: &str) -> CaseResult {
    CaseResult {
        outcome: Outcome::Unmet,
        stdout: observation.stdout,
        stderr: observation.stderr,
        measured: observation.measured,
        ..not_run(observation.case, format!("what was seen cannot be judged: the oracle {why}"))
    }
}

/// An outcome with its sentence.
type Said = (Outcome, String);

fn settle(observation: Observation, before: Option<Said>, judgement: Judgement) -> Result<CaseResult, Fault> {
    let checks = match judgement {
        Judgement::Checks(checks) if before.is_none() => checks,
        _ => Vec::new(),
    };
    let (outcome, message) = match before {
        Some(said) => said,
        None if checks.is_empty() => return Err(Fault::NoCheck { case: observation.case }),
        None if checks.iter().all(|check| check.holds) => (Outcome::Met, String::new()),
        None => (Outcome::Unmet, of_checks(&checks)),
    };
    Ok(CaseResult {
        id: observation.case,
        outcome,
        message,
        checks,
        place: observation.raised.and_then(|raised| raised.place),
        stdout: observation.stdout,
        stderr: observation.stderr,
        measured: observation.measured,
    })
}

/// What is known before any check: [`None`] when the case ended by itself, properly.
fn before_checks(observation: &Observation, limits: &Limits) -> Option<Said> {
    let kernel = of_ending(&observation.ending, &observation.measured, limits);
    kernel
        .or_else(|| observation.raised.as_ref().map(of_exception))
        .or_else(|| (!observation.complete).then(|| of_silence(&observation.ending)))
}

/// What the kernel and the host say about how a process ended; [`None`] when it exited by itself.
#[must_use]
pub fn of_ending(ending: &Ending, measured: &Measured, limits: &Limits) -> Option<Said> {
    Some(match ending {
        Ending::Exited(_) => return None,
        Ending::OutOfMemory => (Outcome::OutOfMemory, out_of_memory(limits)),
        Ending::OutOfTime | Ending::Signalled(SIGXCPU) => (Outcome::TimedOut, out_of_time(measured, limits)),
        Ending::Signalled(signal) => {
            (Outcome::Crashed, format!("crashed: ended by {}", signal_name(*signal)))
        }
        Ending::Denied => {
            (Outcome::Denied, "tried something the box forbids, and was ended for it".to_owned())
        }
        Ending::TooMuchOutput => (
            Outcome::TooMuchOutput,
            format!(
                "wrote more than its {} of output or {} of observations",
                bytes(limits.output_bytes_max),
                bytes(limits.observation_bytes_max)
            ),
        ),
        Ending::NotRun => (Outcome::NotRun, "was never started".to_owned()),
    })
}

fn out_of_memory(limits: &Limits) -> String {
    format!("ran out of its {} MiB of memory", limits.memory_mib_max)
}

/// A run that used less than this part of its CPU time when its wall time was over, and what a start takes, hardly computed. One that
/// computes beside ten others on the same processor still uses more.
const IDLE_SHARE: u64 = 16;
/// CPU time that an interpreter takes to start, in microseconds.
const START_US: u64 = 80_000;
/// Where the wall limit is no generous multiple of the CPU limit, less than this part of it is hardly anything.
const IDLE_WALL_SHARE: u64 = 8;

/// Either sentence is true whatever made it so. That a run waited, for a lock or for time, is for the reader to say: one that is starved by a
/// hundred others hardly computes either. Which of the two limits a computing run meets first depends on how busy the
/// machine is, so both stand in one sentence.
fn out_of_time(measured: &Measured, limits: &Limits) -> String {
    let wall = seconds(u64::from(limits.wall_ms_max));
    let share_us = u64::from(limits.cpu_ms_max) * 1000 / IDLE_SHARE + START_US;
    if measured.cpu_us < share_us.min(u64::from(limits.wall_ms_max) * 1000 / IDLE_WALL_SHARE) {
        format!("did not end within {wall}, and hardly computed in that time")
    } else {
        format!("ran longer than its {} of CPU time, or {wall} in all", seconds(u64::from(limits.cpu_ms_max)))
    }
}

/// `2 s`, `0.25 s`.
#[must_use]
pub fn seconds(millis: u64) -> String {
    let text = format!("{}.{:03}", millis / 1000, millis % 1000);
    format!("{} s", text.trim_end_matches('0').trim_end_matches('.'))
}

/// `64 KiB`, `4 MiB`, `1500 bytes`.
#[must_use]
pub fn bytes(count: u32) -> String {
    match count {
        0 => "0 bytes".to_owned(),
        _ if count.is_multiple_of(1024 * 1024) => format!("{} MiB", count / (1024 * 1024)),
        _ if count.is_multiple_of(1024) => format!("{} KiB", count / 1024),
        _ => format!("{count} bytes"),
    }
}

/// The names of signal(7) that a Python process meets, with what they mean.
fn signal_name(signal: i32) -> String {
    let name = match signal {
        4 => "SIGILL, an illegal instruction",
        6 => "SIGABRT, an abort",
        7 => "SIGBUS, a bad memory access",
        8 => "SIGFPE, a fault of arithmetic",
        9 => "SIGKILL",
        11 => "SIGSEGV, a bad memory access",
        13 => "SIGPIPE, a broken pipe",
        15 => "SIGTERM",
        25 => "SIGXFSZ, a file over its limit",
        31 => "SIGSYS, a forbidden system call",
        _ => return format!("signal {signal}"),
    };
    format!("signal {signal} ({name})")
}

/// The outcome of an exception that left a case or the loading of an answer.
#[must_use]
pub fn of_exception(raised: &Raised) -> Said {
    let outcome = if is_memory_error(&raised.exception) { Outcome::OutOfMemory } else { Outcome::Raised };
    let line = exception_line(&raised.exception, EXCEPTION_WIDTH);
    // The toolbox's own word for a name that is missing is a sentence already.
    if let Some(sentence) = line.strip_prefix("viva.driver.NotDefined: ") {
        return (outcome, sentence.to_owned());
    }
    (outcome, format!("raised {line}{}", raised.place.as_ref().map_or_else(String::new, at_place)))
}

fn is_memory_error(exception: &ExceptionValue) -> bool {
    exception.types.iter().any(|name| name == "MemoryError")
}

fn at_place(place: &Place) -> String {
    format!(" at {} line {}", super::escape::shorten(&super::escape::clean(&place.file), 80), place.line)
}

fn unasked_error(observation: &Observation, expects: &TableExpectation) -> Option<Said> {
    match (expects, record(observation, "error")) {
        (TableExpectation::Raises(_), _) => None,
        (_, Value::Exception(exception)) => Some(of_exception(&Raised { exception, place: None })),
        _ => None,
    }
}

fn of_silence(ending: &Ending) -> Said {
    let message = match ending {
        Ending::Exited(0) => {
            "the process exited before the case was over, as `os._exit(0)` does, so nothing it saw counts"
                .to_owned()
        }
        Ending::Exited(code) => {
            format!(
                "the process exited with code {code} before the case was over, as `os._exit` does, so nothing it saw counts"
            )
        }
        _ => "the process ended before the case was over, so nothing it saw counts".to_owned(),
    };
    (Outcome::Incomplete, message)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::samples::{exception, int, text};

    fn observation() -> Observation {
        Observation {
            case: EvidenceId::new("gives_up").expect("a valid id"),
            ending: Ending::Exited(0),
            complete: true,
            records: vec![("calls".to_owned(), int(3))],
            raised: None,
            stdout: Captured::default(),
            stderr: Captured::default(),
            measured: Measured::default(),
        }
    }

    fn good() -> Judgement {
        Judgement::Checks(vec![check("calls", Expectation::Equals(int(3)), int(3))])
    }

    fn driven(observation: Observation, judgement: Judgement) -> (Outcome, String) {
        let result = of_driven(observation, judgement, &Limits::default()).expect("no fault");
        (result.outcome, result.message)
    }

    fn raised(kind: &str, text: &str) -> Option<Raised> {
        let Value::Exception(exception) = exception(&[kind, "Exception"], text) else { return None };
        let place = Place { file: "answer.py".to_owned(), line: 12, column: 0, text: String::new() };
        Some(Raised { exception, place: Some(place) })
    }

    #[test]
    fn a_case_whose_checks_hold_is_met() {
        assert_eq!(driven(observation(), good()), (Outcome::Met, String::new()));
    }

    #[test]
    fn one_check_that_does_not_hold_is_enough() {
        let Judgement::Checks(mut checks) = good() else { unreachable!("made of checks") };
        checks.push(check("calls", Expectation::Equals(int(3)), int(4)));
        let said = driven(observation(), Judgement::Checks(checks));
        assert_eq!(said, (Outcome::Unmet, "calls: expected 3, saw 4".to_owned()));
    }

    #[test]
    fn no_check_is_a_fault_and_never_a_pass() {
        for judgement in [Judgement::NotAsked, Judgement::Checks(vec![])] {
            let fault = of_driven(observation(), judgement, &Limits::default());
            assert!(matches!(fault, Err(Fault::NoCheck { .. })));
        }
    }

    #[test]
    fn the_kernels_word_goes_before_the_checks_and_the_exception() {
        for (ending, outcome) in [
            (Ending::OutOfMemory, Outcome::OutOfMemory),
            (Ending::OutOfTime, Outcome::TimedOut),
            (Ending::Signalled(11), Outcome::Crashed),
            (Ending::Signalled(24), Outcome::TimedOut),
            (Ending::Denied, Outcome::Denied),
            (Ending::TooMuchOutput, Outcome::TooMuchOutput),
            (Ending::NotRun, Outcome::NotRun),
        ] {
            let seen = Observation { ending, raised: raised("KeyError", "'x'"), ..observation() };
            let (came, message) = driven(seen, good());
            assert_eq!(came, outcome);
            assert!(!message.is_empty());
        }
    }

    #[test]
    fn an_exception_is_told_with_its_line() {
        let seen = Observation { raised: raised("KeyError", "'x'"), ..observation() };
        let wanted = "raised KeyError: 'x' at answer.py line 12".to_owned();
        assert_eq!(driven(seen, good()), (Outcome::Raised, wanted));
        let seen = Observation { raised: raised("MemoryError", ""), complete: false, ..observation() };
        assert_eq!(driven(seen, good()).0, Outcome::OutOfMemory);
    }

    #[test]
    fn what_no_oracle_can_judge_is_unmet() {
        let result = unjudgeable(observation(), "raised TypeError");
        assert_eq!(result.outcome, Outcome::Unmet);
        assert!(result.message.ends_with("the oracle raised TypeError"), "{}", result.message);
    }

    #[test]
    fn hostile_exceptions_are_told_harmlessly() {
        let seen = Observation { raised: raised("answer.\x1b[2J", "\x1b]52;c;\x07"), ..observation() };
        assert!(!driven(seen, good()).1.chars().any(crate::judge::escape::is_hostile));
    }

    #[test]
    fn a_case_that_never_said_its_end_is_incomplete_whatever_the_checks_say() {
        let seen = Observation { complete: false, ..observation() };
        let (outcome, message) = driven(seen, good());
        assert_eq!(outcome, Outcome::Incomplete);
        assert!(message.contains("os._exit(0)"), "{message}");
        let seen = Observation { complete: false, ending: Ending::Exited(3), ..observation() };
        assert!(driven(seen, good()).1.contains("code 3"));
    }

    #[test]
    fn a_name_that_is_missing_is_told_without_the_type_that_says_so() {
        let exception = ExceptionValue {
            types: vec!["viva.driver.NotDefined".to_owned(), "AttributeError".to_owned()],
            text: "the answer does not define retry; it defines retrie".into(),
        };
        let (outcome, said) = of_exception(&Raised { exception, place: None });
        assert_eq!(outcome, Outcome::Raised);
        assert_eq!(said, "the answer does not define retry; it defines retrie");
    }

    #[test]
    fn time_is_told_the_same_on_a_busy_machine() {
        let limits = Limits::default();
        let busy = Measured { cpu_us: 2_000_000, ..Measured::default() };
        let waiting = Measured { cpu_us: 12_000, ..Measured::default() };
        assert_eq!(out_of_time(&busy, &limits), "ran longer than its 2 s of CPU time, or 10 s in all");
        let hardly = "did not end within 10 s, and hardly computed in that time";
        assert_eq!(out_of_time(&waiting, &limits), hardly);
        let slowed = Measured { cpu_us: 250_000, ..Measured::default() };
        assert_eq!(out_of_time(&slowed, &limits), out_of_time(&busy, &limits));
        let tight = Limits { cpu_ms_max: 1000, wall_ms_max: 100, ..limits };
        let all_of_it = Measured { cpu_us: 95_000, ..Measured::default() };
        assert!(out_of_time(&all_of_it, &tight).starts_with("ran longer"), "it computed all the time");
    }

    #[test]
    fn table_cases_compare_result_error_and_print() {
        let table = |records: &[(&str, Value)], expects: TableExpectation, expected: Option<Value>| {
            let records = records.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
            let seen = Observation { records, ..observation() };
            let result = of_table(seen, &expects, expected, &Limits::default()).expect("no fault");
            (result.outcome, result.message)
        };
        let equals = || TableExpectation::Equals("3".to_owned());
        let raises = || TableExpectation::Raises("ValueError".to_owned());
        let prints = || TableExpectation::Prints("hi\n".to_owned());
        let error = exception(&["ValueError", "Exception"], "no");
        assert_eq!(table(&[("result", int(3))], equals(), Some(int(3))).0, Outcome::Met);
        let said = table(&[("result", int(4))], equals(), Some(int(3)));
        assert_eq!(said, (Outcome::Unmet, "expected 3, saw 4".to_owned()));
        assert_eq!(table(&[], equals(), Some(int(3))).1, "the result was never observed");
        let said = table(&[("error", error.clone())], equals(), Some(int(3)));
        assert_eq!(said, (Outcome::Raised, "raised ValueError: no".to_owned()));
        assert_eq!(table(&[("error", error)], raises(), None).0, Outcome::Met);
        let said = table(&[("result", Value::None)], raises(), None);
        assert_eq!(said.1, "expected ValueError to be raised, saw nothing raised");
        assert_eq!(table(&[("printed", text("hi\n"))], prints(), None).0, Outcome::Met);
        let said = table(&[("printed", text("ho\n"))], prints(), None);
        assert_eq!(said.1, "printed: expected 'hi\\n', saw 'ho\\n'");
    }
}
