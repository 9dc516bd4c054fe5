//! `viva batch`: a folder of submissions, graded with everything that is known kept.
//!
//! It joins the rooms below: finds submissions, grades what is not known, stores each result as it comes, writes the
//! reports at the end. Must not decide what a result is worth.

pub mod formats;
pub mod kept;
pub mod lock;
pub mod run;
pub mod work;

use std::path::Path;
use std::sync::Arc;

use crate::engine::batch::Terms;
use crate::model::challenge::Challenge;
use crate::store::Store;

use super::args;
use super::batch_files;
use super::env::engines;
use super::exit::{Exit, Failure};
use super::session::{Session, Stop, random_seed, tokio};
use super::similar;
use kept::Kept;
use lock::Lock;
use run::{Ended, Sink, at_once, without_report};
use work::{Known, Work};

/// The file with the results, in the folder of the reports.
pub const STORE: &str = "viva.db";

/// Grades a folder of submissions.
///
/// # Errors
/// A [`Failure`] when nothing can be found, stored or run; what was stored until then is kept.
pub fn batch(session: &Session, told: &args::Batch) -> Result<Exit, Failure> {
    let bank = session.bank()?;
    let challenges: Vec<Arc<Challenge>> =
        told.challenges().iter().map(|id| session.challenge(&bank, id)).collect::<Result<_, _>>()?;
    let work = Work::find(&challenges, told.submissions(), told.layout.as_deref())?;
    work.warn(session);
    std::fs::create_dir_all(&told.out).map_err(|error| Failure {
        exit: Exit::Usage,
        message: format!("cannot make the folder {}: {error}", told.out.display()),
        help: "name another with `--out DIR`".to_owned(),
    })?;
    tokio()?.block_on(run(session, told, work))
}

async fn run(session: &Session, told: &args::Batch, work: Work) -> Result<Exit, Failure> {
    let mut stop = Stop::listen()?;
    let _lock = Lock::take(&told.out)?;
    let store = Store::open(&told.out.join(STORE)).await.map_err(|error| stored(&error))?;
    let (nothing, known) = (Known::new(), store.known().await.map_err(|error| stored(&error))?);
    if !known.is_empty() && !known.keys().any(|(candidate, challenge)| work.holds(candidate, challenge)) {
        return Err(another_batch(&told.out));
    }
    let wanted = session.wanted(&told.running)?;
    let mut kept = Kept::of(session, told, &wanted);
    kept.continue_from(Kept::read(&store).await?.as_ref());
    kept.write(&store).await?;
    let seed = seed(&store, told.running.seed).await?;
    let engines = stop.or(engines(session, &wanted, work.challenges(), at_once())).await?;

    prepare(&store, &told.out, &work, &known).await?;
    if told.again {
        // Kept with the results, so that who goes on after a stop need not begin once more.
        store.forget_keys().await.map_err(|error| stored(&error))?;
    }
    let units = work.units(if told.again { &nothing } else { &known });
    drop((work, known));
    let sink = Sink { store: &store, submissions: told.submissions(), compares: false };
    let terms = Terms { seed, asked: told.asked.into(), at_once: at_once() };
    let ended = run::run(session, &sink, engines, units, terms, &mut stop).await?;
    if ended.left == 0 {
        kept.go_on.clear();
    }
    run::note_end(&store, &mut kept, ended).await?;
    finish(session, store, &told.out, &kept, ended, &mut stop, true).await
}

/// Writes the files and says what it came to, on standard output where that is free for it.
///
/// # Errors
/// A [`Failure`] when a file cannot be written, or somebody ends that, too.
pub async fn finish(
    session: &Session,
    store: Store,
    out: &Path,
    kept: &Kept,
    ended: Ended,
    stop: &mut Stop,
    says: bool,
) -> Result<Exit, Failure> {
    let seed = seed(&store, None).await?;
    let write = async {
        let alike = similar::of_batch(session, &store).await;
        batch_files::write(&store, out, seed, kept, alike).await
    };
    let summary = stop.or(write).await?;
    store.close().await;
    if says {
        session.console().data(&format!("{}{}", summary.annotations, summary.text(out)))?;
    }
    if ended.stopped {
        let left = if ended.left == 0 { "none".to_owned() } else { ended.left.to_string() };
        let command = if kept.go_on.is_empty() { "the same command" } else { &format!("`{}`", kept.go_on) };
        session.console().progress(&format!(
            "stopped: {left} left to grade; all that was done is stored, and {command} goes on from there"
        ));
        return Ok(Exit::Interrupted);
    }
    Ok(if summary.is_whole() { Exit::Done } else { Exit::Ungraded })
}

/// The seed of the batch: typed, or the one it began with, or a new one.
///
/// # Errors
/// A [`Failure`] when the store cannot be used.
pub async fn seed(store: &Store, typed: Option<u64>) -> Result<u64, Failure> {
    let kept = store.word("seed").await.map_err(|error| stored(&error))?;
    let kept = kept.and_then(|kept| kept.parse().ok());
    let seed = match (typed, kept) {
        (Some(typed), _) => typed,
        (None, Some(kept)) => return Ok(kept),
        (None, None) => random_seed()?,
    };
    store.keep_word("seed", &seed.to_string()).await.map_err(|error| stored(&error))?;
    Ok(seed)
}

/// Stores what can be said before anything is run, and forgets what is no longer handed in.
async fn prepare(store: &Store, out: &Path, work: &Work, known: &Known) -> Result<(), Failure> {
    for (candidate, challenge) in known.keys() {
        if !work.holds(candidate, challenge) {
            store.forget(candidate, challenge).await.map_err(|error| stored(&error))?;
            batch_files::forget(out, candidate);
        }
    }
    let said = work.standings(known);
    let said: Vec<_> =
        said.map(|(candidate, challenge, standing)| without_report(candidate, challenge, standing)).collect();
    store.put_all(&said).await.map_err(|error| stored(&error))
}

/// A slip of the hand must not cost anybody's results.
fn another_batch(out: &Path) -> Failure {
    Failure {
        exit: Exit::Usage,
        message: format!(
            "{} holds the results of another batch: none of its submissions is among these",
            out.display()
        ),
        help: format!("use another `--out`, or take {} away first", out.join(STORE).display()),
    }
}

/// A failure of the store: what was stored before it is safe.
pub fn stored(error: &crate::store::StoreError) -> Failure {
    let help = match error {
        crate::store::StoreError::Full { .. } => {
            "what was stored before is safe: make room and run the same command again, and it goes on from there"
        }
        crate::store::StoreError::Version { .. } => "",
        _ => "what was stored before is safe: run the same command again and it goes on from there",
    };
    Failure::new(Exit::Unexpected, error).help(help)
}
