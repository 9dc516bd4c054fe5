//! Many answers: read, graded by all workers, told one by one as they are done.
//!
//! No more answers are in memory than are being graded. Must not know where submissions lie or where results go.

use std::path::PathBuf;
use std::sync::Arc;

use sha2::{Digest, Sha256};
use tokio::sync::{Semaphore, mpsc};
use tokio::task::JoinSet;

use super::engines::Engines;
use super::{Engine, Request};
use crate::model::challenge::Challenge;
use crate::model::evidence::Asked;
use crate::model::grade::Grade;
use crate::source::intake::{self, Handed, IntakeError, Sources};
use crate::source::shown::one_line;

/// One submission to grade.
#[derive(Debug, Clone)]
pub struct Unit {
    /// Who handed it in.
    pub candidate: String,
    /// The challenge.
    pub challenge: Arc<Challenge>,
    /// Where it lies.
    pub path: PathBuf,
    /// The key of the result that is known already, where there is one.
    pub known: Option<String>,
}

/// What happens to a unit; `unit` is its place in the batch.
#[derive(Debug)]
pub enum Event {
    /// It is being graded.
    Started {
        /// Which.
        unit: usize,
    },
    /// Its known result still holds: nothing it depends on has changed.
    Kept {
        /// Which.
        unit: usize,
    },
    /// It was graded, or could not be for no fault of its own.
    Graded {
        /// Which.
        unit: usize,
        /// What the result depends on.
        key: String,
        /// The result.
        grade: Box<Grade>,
    },
    /// There is nothing in it to grade, or it can be no answer.
    Refused {
        /// Which.
        unit: usize,
        /// Why, fit to be shown.
        because: String,
    },
}

/// What all units of a batch share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terms {
    /// The seed of all hidden inputs: the same for everybody.
    pub seed: u64,
    /// Which evidence was asked for.
    pub asked: Asked,
    /// Submissions that are graded at once.
    pub at_once: usize,
}

/// Everything that a hint depends on, as one hash: two grades of one key are the same.
#[must_use]
pub fn key(engine: &Engine, request: &Request) -> String {
    let interpreter = engine.pool().interpreter();
    let answer = match &request.handed {
        Handed::Answer(intake) => &intake.answer.sha256,
        Handed::Refused { refusal, .. } => &refusal.to_string(),
    };
    let parts = [
        answer.as_str(),
        request.challenge.id.as_str(),
        &request.challenge.revision,
        engine.toolbox_sha256(),
        &interpreter.sha256,
        &format!("{:?} {:?} {:?}", interpreter.kind, request.challenge.limits, request.asked),
        &request.seed.to_string(),
        env!("CARGO_PKG_VERSION"),
    ];
    let mut sha = Sha256::new();
    for part in parts {
        sha.update((part.len() as u64).to_le_bytes());
        sha.update(part.as_bytes());
    }
    format!("{:x}", sha.finalize())
}

/// Grades every unit and tells of each by `events`; a slow listener slows the batch down rather than filling memory.
/// It ends early when nobody listens any more.
pub async fn grade_all(engines: Engines, units: Arc<[Unit]>, terms: Terms, events: mpsc::Sender<Event>) {
    let places = Arc::new(Semaphore::new(terms.at_once.max(1)));
    let mut tasks = JoinSet::new();
    for index in 0..units.len() {
        // The semaphore is never closed; should it be, the batch ends with what it has.
        let Ok(place) = Arc::clone(&places).acquire_owned().await else { break };
        if events.is_closed() {
            break;
        }
        let engine = Arc::clone(engines.engine(&units[index].challenge));
        let (events, units) = (events.clone(), Arc::clone(&units));
        tasks.spawn(async move {
            let told = one(&engine, index, &units[index], terms, &events).await;
            // Without a listener there is nobody to tell.
            let _ = events.send(told).await;
            drop(place);
        });
        while tasks.try_join_next().is_some() {}
    }
    while let Some(ended) = tasks.join_next().await {
        if let Err(panic) = ended.map_err(tokio::task::JoinError::try_into_panic)
            && let Ok(panic) = panic
        {
            std::panic::resume_unwind(panic);
        }
    }
}

/// What a unit depends on as things are now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Depends {
    /// All of it as one hash, as in [`key`].
    pub key: String,
    /// SHA-256 in hexadecimal of the answer.
    pub answer_sha256: String,
}

/// Finds out what a unit depends on without running it; [`None`] where there is nothing to grade.
pub async fn depends(engine: &Engine, unit: &Unit, terms: Terms) -> Option<Depends> {
    let handed = read(unit).await.ok()?.ok()?;
    let Handed::Answer(intake) = &handed else { return None };
    let answer_sha256 = intake.answer.sha256.clone();
    let challenge = Arc::clone(&unit.challenge);
    let request = Request { challenge, handed, seed: terms.seed, asked: terms.asked };
    Some(Depends { key: key(engine, &request), answer_sha256 })
}

async fn one(
    engine: &Engine,
    index: usize,
    unit: &Unit,
    terms: Terms,
    events: &mpsc::Sender<Event>,
) -> Event {
    let handed = match read(unit).await {
        Ok(Ok(Handed::Refused { refusal, .. })) => {
            return Event::Refused { unit: index, because: without_folder(unit, &refusal.to_string()) };
        }
        Ok(Ok(handed)) => handed,
        Ok(Err(error)) => {
            return Event::Refused { unit: index, because: without_folder(unit, &told(&error)) };
        }
        Err(failed) => return Event::Refused { unit: index, because: failed.to_string() },
    };
    let challenge = Arc::clone(&unit.challenge);
    let request = Request { challenge, handed, seed: terms.seed, asked: terms.asked };
    let key = key(engine, &request);
    if unit.known.as_ref() == Some(&key) {
        return Event::Kept { unit: index };
    }
    let _ = events.send(Event::Started { unit: index }).await;
    let grade = Box::new(engine.grade(request).await);
    Event::Graded { unit: index, key, grade }
}

/// Reads a submission on a thread that may wait for the disk.
async fn read(unit: &Unit) -> Result<Result<Handed, IntakeError>, tokio::task::JoinError> {
    let modules = unit.challenge.modules().into_iter().map(|entry| entry.name).collect();
    // Whoever hands in could link to what somebody else handed in.
    let sources = Sources { answer: Some(unit.path.clone()), no_link: true, modules, ..Sources::default() };
    tokio::task::spawn_blocking(move || intake::read(&sources, &mut std::io::empty())).await
}

/// A reason as the candidate may read it, too: where the grader keeps submissions is nobody's business.
fn without_folder(unit: &Unit, because: &str) -> String {
    let folder = unit.path.parent().map(|folder| format!("{}/", folder.display()));
    one_line(&folder.map_or_else(|| because.to_owned(), |folder| because.replace(&folder, "")))
}

/// An error with its causes.
fn told(error: &IntakeError) -> String {
    let mut text = error.to_string();
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        text.push_str(&format!(": {cause}"));
        source = cause.source();
    }
    text
}
