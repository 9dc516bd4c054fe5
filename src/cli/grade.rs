//! `viva grade` and `viva verify`: one answer, graded once.
//!
//! Must not know how a report looks; it chooses which one is written where.

use std::fs::File;
use std::io::{Read, Write};
use std::path::Path;
use std::time::Instant;

use tracing::{Instrument, info_span};

use crate::engine::{self, Request};
use crate::model::challenge::Challenge;
use crate::model::grade::{Fault, Grade, RuntimeKind, Verdict};
use crate::report::candidate::CandidateReport;
use crate::report::verify as verifying;
use crate::report::{json, terminal};
use crate::runtime::RuntimeError;
use crate::source::intake::{self, Handed, IntakeError, Sources};

use super::args::{self, GradeFormat as Format, View};
use super::env::with_packages;
use super::exit::{Exit, Failure};
use super::grade_formats;
use super::session::{Session, Wanted, random_seed, toolbox_sha256, until_interrupted};
use super::timings::Timings;
use super::whole_file::{WholeFile, folder_of};
use super::words::quoted;

/// Bytes of a report that is verified, at most.
const REPORT_BYTES_MAX: u64 = 64 * 1024 * 1024;

/// Grades one answer and writes its report.
///
/// # Errors
/// A [`Failure`] with the exit code of what was wrong.
pub fn grade(session: &Session, told: &args::Grade) -> Result<Exit, Failure> {
    let timings = told.timings.then(Timings::start);
    can_be_written(told.output.as_deref())?;
    let challenge = info_span!("read the challenge").in_scope(|| {
        let bank = session.bank()?;
        session.challenge(&bank, &told.challenge)
    })?;
    let request = Request {
        handed: info_span!("read the answer").in_scope(|| read(&sources(told, &challenge)))?,
        challenge,
        seed: told.running.seed.map_or_else(random_seed, Ok)?,
        asked: told.asked.into(),
    };
    let wanted = with_packages(session, session.wanted(&told.running)?, &request.challenge)?;
    let grade = run(session, &wanted, request)?;
    info_span!("write the report").in_scope(|| write(session, told, &grade))?;
    if let Some(timings) = timings {
        session.console().progress(timings.table().trim_end());
    }
    Ok(exit(&grade, told.fail_under))
}

/// Where the answer and its words are.
pub fn sources(told: &args::Grade, challenge: &Challenge) -> Sources {
    Sources {
        no_link: false,
        answer: Some(told.answer.clone()).filter(|path| path != Path::new("-")),
        prediction: told.prediction.clone(),
        explanation: told.explanation.clone(),
        modules: modules(challenge),
    }
}

fn modules(challenge: &Challenge) -> Vec<String> {
    challenge.modules().into_iter().map(|entry| entry.name).collect()
}

/// Reads what was handed in.
///
/// # Errors
/// A [`Failure`] when nothing can be read (2) or there is nothing to grade (4).
pub fn read(sources: &Sources) -> Result<Handed, Failure> {
    intake::read(sources, &mut std::io::stdin().lock()).map_err(|error| {
        let exit = match error {
            IntakeError::NothingToGrade { .. } => Exit::NothingToGrade,
            IntakeError::NoMain { ref found, .. } if found.is_empty() => Exit::NothingToGrade,
            _ => Exit::Usage,
        };
        Failure::new(exit, &error)
    })
}

/// Grades on an engine of its own. Where none can be had the grade is ungraded and says why.
fn run(session: &Session, wanted: &Wanted, request: Request) -> Result<Grade, Failure> {
    let console = session.console();
    until_interrupted(async {
        let started = Instant::now();
        match session.engine(wanted, 1).instrument(info_span!("start a worker")).await {
            Ok(engine) => {
                console.detail(&format!(
                    "worker ready after {:.0?}, seed {}",
                    started.elapsed(),
                    request.seed
                ));
                let grade = engine.grade(request).await;
                console.detail(&format!("graded after {:.0?}", started.elapsed()));
                Ok(grade)
            }
            Err(error) => without_engine(session, wanted.kind, &request, &error),
        }
    })
}

/// An interpreter that was typed and cannot be used is the caller's mistake; anything else leaves the answer ungraded.
pub fn without_engine(
    session: &Session,
    kind: RuntimeKind,
    request: &Request,
    error: &RuntimeError,
) -> Result<Grade, Failure> {
    if matches!(error, RuntimeError::BadPython { .. }) {
        return Err(Failure::new(Exit::Usage, error).help("name another interpreter with `--python PATH`"));
    }
    session.console().failure(&runtime_failure(error));
    Ok(engine::grade::ungraded(request, &toolbox_sha256(), kind, error))
}

/// A failure of the runtime with what to do about it.
pub fn runtime_failure(error: &RuntimeError) -> Failure {
    match error {
        RuntimeError::IsolationNotMet { isolation } => {
            // A wall that was not even probed has no remedy of its own: it waits for the one before it.
            let remedies: Vec<String> = isolation
                .missing()
                .iter()
                .filter(|wall| !wall.remedy.is_empty())
                .map(|wall| format!("{}: {}", wall.name, wall.remedy))
                .collect();
            Failure::new(Exit::IsolationNotMet, error)
                .help(format!("{}\n       `viva doctor` shows every wall", remedies.join("\n       ")))
        }
        RuntimeError::BadPython { .. } => Failure::new(Exit::Usage, error),
        _ => Failure::new(Exit::Ungraded, error).help("`viva doctor` shows what this host offers"),
    }
}

/// The report as text in the view and format that were asked for.
pub fn render(session: &Session, told: &args::Grade, grade: &Grade) -> String {
    let mut screen = session.console().screen();
    screen.answer = path_quoted(&told.answer);
    screen.flags = again(session, told);
    match (told.format, told.view) {
        (Format::Json, View::Interviewer) => json::to_json(&json::Report::of(grade)),
        (Format::Json, View::Candidate) => json::to_json(&CandidateReport::of(grade)),
        (Format::Text, View::Interviewer) => terminal::interviewer(grade, &screen),
        (Format::Text, View::Candidate) => terminal::candidate(&CandidateReport::of(grade), &screen),
        (other, _) => grade_formats::render(told, grade, other, screen),
    }
}

/// The flags beside seed, runtime and what was asked that grade the same answer again.
fn again(session: &Session, told: &args::Grade) -> String {
    let paths = [
        ("--prediction", told.prediction.as_deref()),
        ("--explanation", told.explanation.as_deref()),
        ("--python", told.running.python.as_deref()),
        ("--bank", session.bank_folder()),
    ];
    let mut flags: String = paths
        .into_iter()
        .filter_map(|(flag, path)| Some(format!(" {flag} {}", path_quoted(path?))))
        .collect();
    if told.running.allow_weaker {
        flags.push_str(" --allow-weaker");
    }
    flags
}

/// A path as a shell reads it back.
fn path_quoted(path: &Path) -> String {
    quoted(&path.display().to_string())
}

fn write(session: &Session, told: &args::Grade, grade: &Grade) -> Result<(), Failure> {
    if told.format == Format::Gradescope && matches!(grade.verdict, Verdict::Ungraded { .. }) {
        session.console().progress("no results.json is written: it would need a score, and there is none");
        return Ok(());
    }
    let text = render(session, told, grade);
    let Some(path) = &told.output else { return session.console().data(&text) };
    let Err(error) = save(path, &text) else { return Ok(()) };
    // A report that was worked for is not thrown away.
    session.console().data(&text)?;
    Err(Failure {
        exit: Exit::Unexpected,
        message: format!("cannot write {}: {error}", crate::source::shown::path(path)),
        help: "the report is on standard output instead; what the file held before is as it was".to_owned(),
    })
}

/// Finds out before anything is run that a report has nowhere to go.
fn can_be_written(output: Option<&Path>) -> Result<(), Failure> {
    let Some(file) = output else { return Ok(()) };
    let (reason, help) = if file.is_dir() {
        ("it is a folder", "name a file in it")
    } else if !folder_of(file).is_dir() {
        ("its folder does not exist", "make the folder first")
    } else {
        return Ok(());
    };
    let message = format!("cannot write {}: {reason}", crate::source::shown::path(file));
    Err(Failure { exit: Exit::Usage, message, help: help.to_owned() })
}

/// Writes a file whole or not at all.
fn save(path: &Path, text: &str) -> std::io::Result<()> {
    let mut file = WholeFile::create(path)?;
    file.write_all(text.as_bytes())?;
    file.finish()
}

/// The exit code of a grade.
pub fn exit(grade: &Grade, fail_under: Option<u8>) -> Exit {
    match &grade.verdict {
        Verdict::Ungraded { fault: Fault::Challenge, .. } => Exit::BadChallenge,
        Verdict::Ungraded { .. } if grade.isolation.missing().is_empty() => Exit::Ungraded,
        Verdict::Ungraded { .. } => Exit::IsolationNotMet,
        Verdict::Graded(hint) if fail_under.is_some_and(|least| hint.floor.number() < least) => Exit::Below,
        Verdict::Graded(_) => Exit::Done,
    }
}

/// Grades an answer again with everything that a report names, and compares every verdict.
///
/// # Errors
/// A [`Failure`] when the report cannot be read, or was made of something else.
pub fn verify(session: &Session, told: &args::Verify) -> Result<Exit, Failure> {
    let report = read_report(&told.report)?;
    let bank = session.bank()?;
    let challenge = session.challenge(&bank, &report.challenge.id)?;
    let sources = Sources {
        no_link: false,
        answer: Some(told.answer.clone()),
        prediction: told.prediction.clone(),
        explanation: told.explanation.clone(),
        modules: modules(&challenge),
    };
    let request =
        Request { challenge, handed: read(&sources)?, seed: report.seed, asked: report.asked.into() };
    let kind = report.runtime.kind.into();
    let wanted = Wanted { kind, python: told.python.clone(), allow_weaker: told.allow_weaker };
    let wanted = with_packages(session, wanted, &request.challenge)?;
    let grade = run(session, &wanted, request)?;
    let again = json::Report::of(&grade);
    let verdicts = verifying::verdicts(&report, &again);
    session.console().data(&verifying::to_text(&verdicts, &verifying::conditions(&report, &again)))?;
    Ok(match exit(&grade, None) {
        Exit::Done if verdicts.is_empty() => Exit::Done,
        Exit::Done => Exit::Below,
        failed => failed,
    })
}

fn read_report(path: &Path) -> Result<json::Report, Failure> {
    let bad = |reason: String| Failure {
        exit: Exit::Usage,
        message: format!("cannot use {} as a report: {reason}", crate::source::shown::path(path)),
        help: "a report is what `viva grade --format json` writes in the interviewer's view".to_owned(),
    };
    let mut text = String::new();
    File::open(path)
        .and_then(|file| file.take(REPORT_BYTES_MAX).read_to_string(&mut text))
        .map_err(|error| bad(error.to_string()))?;
    json::Report::from_json(&text).map_err(|error| bad(error.to_string()))
}
