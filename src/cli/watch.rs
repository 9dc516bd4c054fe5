//! `viva grade --watch`: grades again whenever the answer is saved, with the same engine and the same seed.
//!
//! Must not know how a report looks.

use std::path::{Path, PathBuf};
use std::time::Duration;

use notify_debouncer_full::notify::{self, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, new_debouncer};
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};

use crate::engine::{Engine, Request};
use crate::source::intake::Sources;

use super::args;
use super::env::with_packages;
use super::exit::{Exit, Failure};
use super::grade::{read, render, runtime_failure, sources};
use super::session::{Session, random_seed, until_interrupted};

/// Editors save in several steps (write, rename, change of mode); this long after the last one it counts as saved.
const SETTLED_AFTER: Duration = Duration::from_millis(20);

/// Grades until it is interrupted.
///
/// # Errors
/// A [`Failure`] when nothing can be watched or no engine can be had; an answer that cannot be read is said and waited for.
pub fn watch(session: &Session, told: &args::Grade) -> Result<Exit, Failure> {
    let bank = session.bank()?;
    let challenge = session.challenge(&bank, &told.challenge)?;
    let sources = sources(told, &challenge);
    let Some(answer) = &sources.answer else {
        return Err(usage("standard input cannot be watched", "name a file or a folder"));
    };
    if !answer.exists() {
        return Err(usage(
            &format!("{} does not exist", crate::source::shown::path(answer)),
            "save it once, then watch it",
        ));
    }
    let seed = told.running.seed.map_or_else(random_seed, Ok)?;
    let watched = watched_paths(&sources);
    let (_debouncer, mut saves) = subscribe(&watched)?;

    until_interrupted(async {
        let wanted = with_packages(session, session.wanted(&told.running)?, &challenge)?;
        let engine = session.engine(&wanted, 1).await.map_err(|error| runtime_failure(&error))?;
        loop {
            match read(&sources) {
                Ok(handed) => {
                    let challenge = std::sync::Arc::clone(&challenge);
                    let request = Request { challenge, handed, seed, asked: told.asked.into() };
                    show(session, told, &engine, request).await?;
                }
                Err(failure) => session.console().failure(&failure),
            }
            if next_save(&mut saves, &watched).await.is_none() {
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
    match session.console().height().filter(|_| session.console().colors()) {
        Some(rows) => session.console().data(&format!("\x1b[H\x1b[2J\x1b[3J{}", head(&text, rows)))?,
        None => session.console().data(&text)?,
    }
    session.console().progress("watching for the next save; Ctrl-C ends it");
    Ok(())
}

/// As much of a page as fits above the two lines that follow it: its score must not scroll away.
fn head(text: &str, rows: usize) -> String {
    let (all, room) = (text.lines().count(), rows.saturating_sub(3).max(1));
    if all <= room {
        return text.to_owned();
    }
    let kept: Vec<&str> = text.lines().take(room).collect();
    format!(
        "{}\n... {} more lines: a higher window shows them, or `viva grade` without --watch",
        kept.join("\n"),
        all - room
    )
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
fn subscribe(paths: &[PathBuf]) -> Result<(Debouncer, UnboundedReceiver<DebounceEventResult>), Failure> {
    let cannot = |error: notify::Error| usage(&format!("cannot watch for saves: {error}"), "");
    let (send, saves) = unbounded_channel();
    // Once nobody listens any more there is nothing to tell.
    let tell = move |events| drop(send.send(events));
    let mut debouncer = new_debouncer(SETTLED_AFTER, None, tell).map_err(cannot)?;
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
async fn next_save(saves: &mut UnboundedReceiver<DebounceEventResult>, watched: &[PathBuf]) -> Option<()> {
    let ours = |changed: &Path| watched.iter().any(|path| changed.starts_with(path));
    loop {
        let Ok(events) = saves.recv().await? else { continue };
        let changed = events.iter().filter(|event| !event.kind.is_access()).flat_map(|event| &event.paths);
        if changed.into_iter().any(|path| ours(path)) {
            return Some(());
        }
    }
}
