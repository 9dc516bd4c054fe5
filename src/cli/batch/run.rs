//! Grading what has to be graded and storing each result as it comes, until the end or until somebody stops it.
//!
//! Must not know why a unit is graded.

use std::path::Path;
use std::sync::Arc;

use tokio::sync::mpsc;

use super::kept::{Kept, now_ms};
use super::stored as store_failure;
use crate::cli::exit::{Exit, Failure};
use crate::cli::progress::Progress;
use crate::cli::session::{Session, Stop};
use crate::engine::batch::{Event, Terms, Unit, grade_all};
use crate::engine::engines::Engines;
use crate::model::answer::SourceFile;
use crate::model::batch::{Standing, Submitted};
use crate::model::challenge::Challenge;
use crate::model::grade::Grade;
use crate::report::candidate::CandidateReport;
use crate::report::json::{Report, to_json};
use crate::source::shown::one_line;
use crate::store::{Store, Stored};

/// Events that wait for the store, at most.
const EVENTS_WAITING: usize = 16;

/// How a run of units ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ended {
    /// Whether somebody stopped it.
    pub stopped: bool,
    /// Units that were not reached.
    pub left: usize,
    /// Results that were stored.
    pub stored: usize,
}

/// Where results go, and whether those in their place are kept beside them.
#[derive(Debug)]
pub struct Sink<'a> {
    /// The store.
    pub store: &'a Store,
    /// Where submissions lie.
    pub submissions: &'a Path,
    /// Whether what was before is kept for a comparison.
    pub compares: bool,
}

impl Sink<'_> {
    async fn put(&self, one: &Stored) -> Result<(), Failure> {
        let done = if self.compares { self.store.put_again(one).await } else { self.store.put(one).await };
        done.map_err(|error| store_failure(&error))
    }
}

/// Workers that run side by side.
#[must_use]
pub fn at_once() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// Grades units and stores each result as it comes; a result that is there already is stored before it stops.
///
/// # Errors
/// A [`Failure`] when a result cannot be stored; those before it are safe.
pub async fn run(
    session: &Session,
    sink: &Sink<'_>,
    engines: Engines,
    units: Vec<Unit>,
    terms: Terms,
    stop: &mut Stop,
) -> Result<Ended, Failure> {
    let units: Arc<[Unit]> = units.into();
    let (send, mut events) = mpsc::channel(EVENTS_WAITING);
    let grading = tokio::spawn(grade_all(engines, Arc::clone(&units), terms, send));
    let progress = Progress::new(session.console(), units.len(), "submissions");
    let (mut stopped, mut stored) = (false, 0);
    loop {
        let event = tokio::select! {
            event = events.recv() => event,
            () = stop.heard(), if !stopped => {
                // What is in hand is given up; what has ended already still comes out of the channel.
                stopped = true;
                grading.abort();
                events.close();
                continue;
            }
        };
        let Some(event) = event else { break };
        match take(sink, &units, event, &progress).await {
            Ok(is_stored) => stored += usize::from(is_stored),
            Err(failure) => {
                progress.finish();
                return Err(failure);
            }
        }
    }
    progress.finish();
    match grading.await {
        Err(error) if !stopped => return Err(Failure::new(Exit::Unexpected, &error)),
        _ => {}
    }
    Ok(Ended { stopped, left: units.len() - progress.count_done().min(units.len()), stored })
}

/// Takes one event; whether a result was stored.
async fn take(sink: &Sink<'_>, units: &[Unit], event: Event, progress: &Progress) -> Result<bool, Failure> {
    let (unit, one) = match event {
        Event::Started { unit } => {
            progress.started(&units[unit].candidate);
            return Ok(false);
        }
        Event::Kept { unit } => {
            progress.kept(&units[unit].candidate);
            return Ok(false);
        }
        Event::Graded { unit, key, grade } => (unit, graded(&units[unit], key, &grade, sink.submissions)),
        Event::Refused { unit, because } => {
            let Unit { candidate, challenge, .. } = &units[unit];
            (unit, without_report(candidate, challenge, Standing::Refused { because }))
        }
    };
    sink.put(&one).await?;
    progress.done(&units[unit].candidate, &one.submitted.standing);
    Ok(true)
}

/// Keeps when the last result was stored, if one was.
///
/// # Errors
/// A [`Failure`] when the store cannot be written.
pub async fn note_end(store: &Store, kept: &mut Kept, ended: Ended) -> Result<(), Failure> {
    if ended.stored > 0 {
        kept.ended_ms = now_ms();
    }
    kept.write(store).await
}

fn graded(unit: &Unit, key: String, grade: &Grade, submissions: &Path) -> Stored {
    let (earned, possible) = grade.points();
    Stored {
        submitted: Submitted {
            candidate: unit.candidate.clone(),
            challenge: unit.challenge.id.to_string(),
            standing: Standing::of(grade),
            earned,
            possible,
        },
        key,
        report: to_json(&Report::of(grade)),
        candidate_report: to_json(&CandidateReport::of(grade)),
        files: grade.files.iter().map(|file| placed(file, &unit.path, submissions)).collect(),
    }
}

/// A file of a submission with its path below the folder of all; within an archive that goes on behind its name.
fn placed(file: &SourceFile, submission: &Path, submissions: &Path) -> SourceFile {
    let below = submission.strip_prefix(submissions).unwrap_or(submission);
    let path = if file.at.is_empty() { below.to_owned() } else { below.join(&file.at) };
    SourceFile { at: one_line(&path.to_string_lossy()), ..file.clone() }
}

/// A result where nothing was graded.
#[must_use]
pub fn without_report(candidate: &str, challenge: &Challenge, standing: Standing) -> Stored {
    let possible = challenge.cases.iter().map(|case| case.points).sum();
    Stored {
        submitted: Submitted {
            candidate: candidate.to_owned(),
            challenge: challenge.id.to_string(),
            standing,
            earned: 0,
            possible,
        },
        key: String::new(),
        report: String::new(),
        candidate_report: String::new(),
        files: Vec::new(),
    }
}
