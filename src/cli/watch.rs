//! `viva grade --watch`: grades again whenever the answer is saved, with the same engine and the same seed.
//!
//! Must not know how a report looks.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use notify_debouncer_full::notify::{self, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, new_debouncer};

use crate::engine::{Engine, Request};
use crate::source::intake::Sources;

use super::args;
use super::exit::{Exit, Failure};
use super::grade::{asked, read, render, runtime_failure, sources};
use super::session::{Session, random_seed, tokio};

/// Editors save in several steps (write, rename, change of mode); this long after the last one it counts as saved.
const SETTLED_AFTER: Duration = Duration::from_millis(20);

/// Grades until it is interrupted.
///
/// # Errors
/// A [`Failure`] when nothing can be watched or no engine can be had; an answer that cannot be read is said and waited for.
pub fn watch(session: &Session, told: &args::Grade) -> Result<Exit, Failure> {
    let sources = sources(told);
    let Some(answer) = &sources.answer else {
        return Err(usage("standard input cannot be watched", "name a file or a folder"));
    };
    if !answer.exists() {
        return Err(usage(&format!("{} does not exist", answer.display()), "save it once, then watch it"));
    }
    let bank = session.bank()?;
    let challenge = session.challenge(&bank, &told.challenge)?;
    let seed = told.running.seed.map_or_else(random_seed, Ok)?;
    let watched = watched_paths(&sources);
    let (_debouncer, saves) = subscribe(&watched)?;

    tokio()?.block_on(async {
        let wanted = session.wanted(&told.running)?;
        let engine = session.engine(&wanted, 1).await.map_err(|error| runtime_failure(&error))?;
        loop {
            match read(&sources) {
                Ok(handed) => {
                    let challenge = std::sync::Arc::clone(&challenge);
                    let request = Request { challenge, handed, seed, asked: asked(told.asked) };
                    show(session, told, &engine, request).await?;
                }
                Err(failure) => session.console().failure(&failure),
            }
            if tokio::task::block_in_place(|| next_save(&saves, &watched)).is_none() {
                return Ok(Exit::Done);
            }
        }
    })
}

async fn show(
    session: &Session,
    told: &args::Grade,
    engine: &Engine,
    request: Request,
) -> Result<(), Failure> {
    let grade = engine.grade(request).await;
    let text = render(session, told, &grade);
    // A terminal shows the newest report alone, at its top; a pipe gets one after the other.
    let clear = if session.console().colors() { "\x1b[H\x1b[2J\x1b[3J" } else { "" };
    session.console().data(&format!("{clear}{text}"))?;
    session.console().progress("watching for the next save; Ctrl-C ends it");
    Ok(())
}

fn usage(message: &str, help: &str) -> Failure {
    Failure { exit: Exit::Usage, message: message.to_owned(), help: help.to_owned() }
}

/// Everything that belongs to the answer, as absolute paths.
fn watched_paths(sources: &Sources) -> Vec<PathBuf> {
    [&sources.answer, &sources.prediction, &sources.explanation]
        .into_iter()
        .flatten()
        .map(|path| path.canonicalize().unwrap_or_else(|_| path.clone()))
        .collect()
}

type Debouncer =
    notify_debouncer_full::Debouncer<notify::RecommendedWatcher, notify_debouncer_full::RecommendedCache>;

/// Watches the folders that hold the paths: editors replace a file by a rename, which a watch of the file itself loses.
fn subscribe(paths: &[PathBuf]) -> Result<(Debouncer, Receiver<DebounceEventResult>), Failure> {
    let cannot = |error: notify::Error| usage(&format!("cannot watch for saves: {error}"), "");
    let (send, saves) = channel();
    let mut debouncer = new_debouncer(SETTLED_AFTER, None, send).map_err(cannot)?;
    for path in paths {
        let (folder, mode) = match path.parent() {
            Some(parent) if path.is_file() => (parent, RecursiveMode::NonRecursive),
            _ => (path.as_path(), RecursiveMode::Recursive),
        };
        debouncer.watch(folder, mode).map_err(cannot)?;
    }
    Ok((debouncer, saves))
}

/// Waits until one of the paths was changed; [`None`] when nothing can come any more.
fn next_save(saves: &Receiver<DebounceEventResult>, watched: &[PathBuf]) -> Option<()> {
    let ours = |changed: &Path| watched.iter().any(|path| changed.starts_with(path));
    loop {
        let Ok(events) = saves.recv().ok()? else { continue };
        let changed = events.iter().filter(|event| !event.kind.is_access()).flat_map(|event| &event.paths);
        if changed.into_iter().any(|path| ours(path)) {
            return Some(());
        }
    }
}
