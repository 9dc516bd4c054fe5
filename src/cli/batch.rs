//! `viva batch`: a folder of submissions, graded with everything that is known kept.
//!
//! It joins the rooms below: finds submissions, grades what is not known, stores each result as it comes, writes the
//! reports at the end. Must not decide what a result is worth.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tokio::sync::mpsc;

use crate::engine::batch::{Event, Terms, Unit, grade_all};
use crate::model::batch::{Standing, Submitted};
use crate::model::challenge::Challenge;
use crate::model::grade::Grade;
use crate::report::candidate::CandidateReport;
use crate::report::json::{Report, to_json};
use crate::source::shown::one_line;
use crate::source::submissions::{Layout, Submissions};
use crate::store::{Store, Stored};

use super::args;
use super::batch_files;
use super::env::with_packages;
use super::exit::{Exit, Failure};
use super::grade::{asked, runtime_failure};
use super::progress::Progress;
use super::session::{Session, random_seed, until_interrupted};

/// The file with the results, in the folder of the reports.
const STORE: &str = "viva.db";
/// Events that wait for the store, at most.
const EVENTS_WAITING: usize = 16;

/// Results that are known, by candidate and challenge.
type Known = HashMap<(String, String), (String, Standing)>;

/// Grades a folder of submissions.
///
/// # Errors
/// A [`Failure`] when nothing can be found, stored or run; what was stored until then is kept.
pub fn batch(session: &Session, told: &args::Batch) -> Result<Exit, Failure> {
    let bank = session.bank()?;
    let challenges: Vec<Arc<Challenge>> =
        told.challenges().iter().map(|id| session.challenge(&bank, id)).collect::<Result<_, _>>()?;
    let layout = match &told.layout {
        Some(text) => {
            Layout::parse(text, challenges.len()).map_err(|error| Failure::new(Exit::Usage, &error))?
        }
        None => Layout::plain(challenges.len()),
    };
    let found = layout.find(told.submissions()).map_err(|error| Failure::new(Exit::Usage, &error))?;
    let work = Work::of(&challenges, found);
    if work.is_empty() {
        return Err(nothing_found(told.submissions(), &layout));
    }
    work.warn(session);
    std::fs::create_dir_all(&told.out).map_err(|error| Failure {
        exit: Exit::Usage,
        message: format!("cannot make the folder {}: {error}", told.out.display()),
        help: "name another with `--out DIR`".to_owned(),
    })?;
    until_interrupted(run(session, told, work))
}

async fn run(session: &Session, told: &args::Batch, work: Work) -> Result<Exit, Failure> {
    let store = Store::open(&told.out.join(STORE)).await.map_err(|error| stored(&error))?;
    let seed = seed(&store, told).await?;
    let known =
        if told.again { Known::new() } else { store.known().await.map_err(|error| stored(&error))? };
    let at_once = std::thread::available_parallelism().map_or(1, usize::from);
    let wanted = with_packages(session, session.wanted(&told.running)?, &work.challenges())?;
    let engine = session.engine(&wanted, at_once).await;
    let engine = Arc::new(engine.map_err(|error| runtime_failure(&error))?);

    keep_what_needs_no_run(&store, &work).await?;
    let units = work.units(&known);
    let (send, events) = mpsc::channel(EVENTS_WAITING);
    let terms = Terms { seed, asked: asked(told.asked), at_once };
    let grading = tokio::spawn(grade_all(engine, units.clone(), terms, send));
    store_all(session, &store, &units, events).await?;
    grading.await.map_err(|error| Failure::new(Exit::Unexpected, &error))?;

    let summary = batch_files::write(&store, &told.out, seed).await?;
    store.close().await;
    session.console().data(&summary.text(&told.out))?;
    Ok(if summary.ungraded > 0 { Exit::Ungraded } else { Exit::Done })
}

/// The seed of the batch: typed, or the one it began with, or a new one.
async fn seed(store: &Store, told: &args::Batch) -> Result<u64, Failure> {
    let kept = store.word("seed").await.map_err(|error| stored(&error))?;
    let seed = match (told.running.seed, kept.and_then(|kept| kept.parse().ok())) {
        (Some(typed), _) => typed,
        (None, Some(kept)) => kept,
        (None, None) => random_seed()?,
    };
    store.keep_word("seed", &seed.to_string()).await.map_err(|error| stored(&error))?;
    Ok(seed)
}

/// Stores each result as it comes.
async fn store_all(
    session: &Session,
    store: &Store,
    units: &[Unit],
    mut events: mpsc::Receiver<Event>,
) -> Result<(), Failure> {
    let mut progress = Progress::new(session.console(), units.len());
    while let Some(event) = events.recv().await {
        match event {
            Event::Started { unit } => progress.started(&units[unit].candidate),
            Event::Kept { unit } => progress.kept(&units[unit].candidate),
            Event::Graded { unit, key, grade } => {
                let one = graded(&units[unit], key, &grade);
                store.put(&one).await.map_err(|error| stored(&error))?;
                progress.done(&units[unit].candidate, &one.submitted.standing);
            }
            Event::Refused { unit, because } => {
                let standing = Standing::Refused { because };
                let one = without_report(&units[unit].candidate, &units[unit].challenge, standing);
                store.put(&one).await.map_err(|error| stored(&error))?;
                progress.done(&units[unit].candidate, &one.submitted.standing);
            }
        }
    }
    progress.finish();
    Ok(())
}

fn graded(unit: &Unit, key: String, grade: &Grade) -> Stored {
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
        source: grade.source.clone(),
    }
}

fn without_report(candidate: &str, challenge: &Challenge, standing: Standing) -> Stored {
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
        source: String::new(),
    }
}

/// Stores what is missing or claimed twice, and forgets what is no longer handed in.
async fn keep_what_needs_no_run(store: &Store, work: &Work) -> Result<(), Failure> {
    let known = store.known().await.map_err(|error| stored(&error))?;
    for (candidate, challenge) in known.keys() {
        if !work.holds(candidate, challenge) {
            store.forget(candidate, challenge).await.map_err(|error| stored(&error))?;
        }
    }
    for ((candidate, _), (challenge, paths)) in &work.submissions {
        let standing = match &paths[..] {
            [] => Standing::Missing,
            [_] => continue,
            several => Standing::Refused { because: claimed_twice(several) },
        };
        let one = without_report(candidate, challenge, standing);
        store.put(&one).await.map_err(|error| stored(&error))?;
    }
    Ok(())
}

fn claimed_twice(paths: &[PathBuf]) -> String {
    let names: Vec<String> = paths
        .iter()
        .filter_map(|path| path.file_name())
        .map(|name| one_line(&name.to_string_lossy()))
        .collect();
    format!("{} all claim to be this submission", names.join(", "))
}

/// Every submission that is expected, with the paths that claim to be it.
struct Work {
    submissions: BTreeMap<(String, String), (Arc<Challenge>, Vec<PathBuf>)>,
    /// Paths that are no submission.
    odd: Vec<String>,
}

impl Work {
    fn of(challenges: &[Arc<Challenge>], found: Submissions) -> Self {
        let mut work = Self { submissions: BTreeMap::new(), odd: found.unmatched };
        for ((candidate, named), paths) in found.found {
            let answered = match &named {
                None => challenges.first(),
                Some(named) => challenges.iter().find(|challenge| challenge.id.as_str() == named),
            };
            let Some(answered) = answered else {
                work.odd.extend(paths.iter().map(|path| one_line(&path.display().to_string())));
                continue;
            };
            for challenge in challenges {
                let key = (candidate.clone(), challenge.id.to_string());
                let entry =
                    work.submissions.entry(key).or_insert_with(|| (Arc::clone(challenge), Vec::new()));
                if challenge.id == answered.id {
                    entry.1.extend(paths.clone());
                }
            }
        }
        work
    }

    fn challenges(&self) -> Vec<&Challenge> {
        self.submissions.values().map(|(challenge, _)| &**challenge).collect()
    }

    fn is_empty(&self) -> bool {
        self.submissions.is_empty()
    }

    fn holds(&self, candidate: &str, challenge: &str) -> bool {
        self.submissions.contains_key(&(candidate.to_owned(), challenge.to_owned()))
    }

    fn units(&self, known: &Known) -> Vec<Unit> {
        self.submissions
            .iter()
            .filter_map(|(key, (challenge, paths))| {
                let [path] = &paths[..] else { return None };
                let known = known.get(key).filter(|(_, standing)| standing.is_final());
                Some(Unit {
                    candidate: key.0.clone(),
                    challenge: Arc::clone(challenge),
                    path: path.clone(),
                    known: known.map(|(key, _)| key.clone()),
                })
            })
            .collect()
    }

    fn warn(&self, session: &Session) {
        for path in self.odd.iter().take(5) {
            session.console().progress(&format!("warning: {path} fits no submission and is left out"));
        }
        if self.odd.len() > 5 {
            session.console().progress(&format!("warning: and {} more", self.odd.len() - 5));
        }
    }
}

fn nothing_found(folder: &Path, layout: &Layout) -> Failure {
    Failure {
        exit: Exit::NothingToGrade,
        message: format!("{} holds nothing that fits the layout `{}`", folder.display(), layout.text()),
        help: "say where a path names who handed in what, as `--layout '{candidate}/{challenge}.py'`"
            .to_owned(),
    }
}

/// A failure of the store: what was stored before it is safe.
pub fn stored(error: &crate::store::StoreError) -> Failure {
    Failure::new(Exit::Unexpected, error)
        .help("what was stored before is safe: run the same command again and it goes on from there")
}
