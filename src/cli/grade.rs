//! `viva grade` and `viva verify`: one answer, graded once.
//!
//! Must not know how a report looks; it chooses which one is written where.

use std::fs::File;
use std::io::{Read, Write};
use std::path::Path;
use std::time::Instant;

use crate::engine::{self, Request};
use crate::model::evidence::Asked;
use crate::model::grade::{Grade, RuntimeKind, Verdict};
use crate::report::candidate::CandidateReport;
use crate::report::verify::{self as verifying, Difference};
use crate::report::{json, terminal};
use crate::runtime::RuntimeError;
use crate::source::intake::{self, Handed, IntakeError, Sources};

use super::args::{self, Format, View};
use super::exit::{Exit, Failure};
use super::session::{Session, Wanted, random_seed, tokio, toolbox_sha256};

/// Bytes of a report that is verified, at most.
const REPORT_BYTES_MAX: u64 = 64 * 1024 * 1024;

/// Grades one answer and writes its report.
///
/// # Errors
/// A [`Failure`] with the exit code of what was wrong.
pub fn grade(session: &Session, told: &args::Grade) -> Result<Exit, Failure> {
    let bank = session.bank()?;
    let request = Request {
        challenge: session.challenge(&bank, &told.challenge)?,
        handed: read(&sources(told))?,
        seed: told.running.seed.map_or_else(random_seed, Ok)?,
        asked: asked(told.asked),
    };
    let grade = run(session, &session.wanted(&told.running), request)?;
    write(session, told, &grade)?;
    Ok(exit(&grade, told.fail_under))
}

/// Where the answer and its words are.
pub fn sources(told: &args::Grade) -> Sources {
    Sources {
        answer: Some(told.answer.clone()).filter(|path| path != Path::new("-")),
        prediction: told.prediction.clone(),
        explanation: told.explanation.clone(),
    }
}

/// Which evidence is asked for.
pub fn asked(told: args::Asked) -> Asked {
    match told {
        args::Asked::All => Asked::All,
        args::Asked::Code => Asked::Code,
    }
}

/// Reads what was handed in.
///
/// # Errors
/// A [`Failure`] when nothing can be read (2) or there is nothing to grade (4).
pub fn read(sources: &Sources) -> Result<Handed, Failure> {
    intake::read(sources, &mut std::io::stdin().lock()).map_err(|error| {
        let exit = match error {
            IntakeError::NothingToGrade { .. } => Exit::NothingToGrade,
            _ => Exit::Usage,
        };
        Failure::new(exit, &error)
    })
}

/// Grades on an engine of its own. Where none can be had the grade is ungraded and says why.
fn run(session: &Session, wanted: &Wanted, request: Request) -> Result<Grade, Failure> {
    let console = session.console();
    tokio()?.block_on(async {
        let started = Instant::now();
        match session.engine(wanted, 1).await {
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
    let screen = session.console().screen(&told.answer.display().to_string());
    match (told.format, told.view) {
        (Format::Json, View::Interviewer) => json::to_json(&json::Report::of(grade)),
        (Format::Json, View::Candidate) => json::to_json(&CandidateReport::of(grade)),
        (Format::Text, View::Interviewer) => terminal::interviewer(grade, &screen),
        (Format::Text, View::Candidate) => terminal::candidate(&CandidateReport::of(grade), &screen),
    }
}

fn write(session: &Session, told: &args::Grade, grade: &Grade) -> Result<(), Failure> {
    let text = render(session, told, grade);
    let Some(path) = &told.output else { return session.console().data(&text) };
    save(path, &text).map_err(|error| {
        let failure = Failure::from(error);
        Failure { message: format!("cannot write {}: {}", path.display(), failure.message), ..failure }
    })
}

/// Writes a file whole or not at all: a full disk leaves an older report as it was.
fn save(path: &Path, text: &str) -> std::io::Result<()> {
    let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(text.as_bytes())?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    Ok(())
}

/// The exit code of a grade.
pub fn exit(grade: &Grade, fail_under: Option<u8>) -> Exit {
    match &grade.verdict {
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
        answer: Some(told.answer.clone()),
        prediction: told.prediction.clone(),
        explanation: told.explanation.clone(),
    };
    let request =
        Request { challenge, handed: read(&sources)?, seed: report.seed, asked: report.asked.into() };
    let kind = report.runtime.kind.into();
    let wanted = Wanted { kind, python: told.python.clone(), allow_weaker: told.allow_weaker };
    let grade = run(session, &wanted, request)?;
    let again = json::Report::of(&grade);
    let verdicts = verifying::verdicts(&report, &again);
    session.console().data(&compared(&verdicts, &verifying::conditions(&report, &again)))?;
    Ok(match exit(&grade, None) {
        Exit::Done if verdicts.is_empty() => Exit::Done,
        Exit::Done => Exit::Below,
        failed => failed,
    })
}

/// What a verification found, in words.
fn compared(verdicts: &[Difference], conditions: &[Difference]) -> String {
    let lines = |differences: &[Difference]| -> String {
        let line =
            |one: &Difference| format!("  {}: {} in the report, {} now\n", one.what, one.before, one.after);
        differences.iter().map(line).collect()
    };
    let mut text = if verdicts.is_empty() {
        "same: every verdict of the report holds\n".to_owned()
    } else {
        format!("different: {} of the report's verdicts\n{}", verdicts.len(), lines(verdicts))
    };
    if !conditions.is_empty() {
        text.push_str(&format!("graded under other conditions than the report\n{}", lines(conditions)));
    }
    text
}

fn read_report(path: &Path) -> Result<json::Report, Failure> {
    let bad = |reason: String| Failure {
        exit: Exit::Usage,
        message: format!("cannot use {} as a report: {reason}", path.display()),
        help: "a report is what `viva grade --format json` writes in the interviewer's view".to_owned(),
    };
    let mut text = String::new();
    File::open(path)
        .and_then(|file| file.take(REPORT_BYTES_MAX).read_to_string(&mut text))
        .map_err(|error| bad(error.to_string()))?;
    json::Report::from_json(&text).map_err(|error| bad(error.to_string()))
}
