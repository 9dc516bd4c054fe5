//! `viva similar`: which submissions share more code than independent answers do.
//!
//! It joins the rooms below: finds or remembers sources, has them compared, shows what came of it. Nothing of an
//! answer is run. Must not decide what stands out.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};

use futures_util::StreamExt;

use crate::bank::Bank;
use crate::model::answer::SourceFile;
use crate::model::challenge::{Challenge, Golden};
use crate::report::json::to_json;
use crate::report::similar::{Similar, SimilarReport, html, side, svg, text};
use crate::source::intake::{self, Handed, Sources};
use crate::source::shown::one_line;
use crate::source::similarity::find::Finder;
use crate::source::similarity::ground::Ground;
use crate::source::similarity::many::Readers;
use crate::source::similarity::side::{Side, by_side};
use crate::source::similarity::{STACK_BYTES, Unread};
use crate::source::submissions::{Layout, SubmissionsError};
use crate::store::Store;

use super::args::{self, SimilarFormat};
use super::batch::work::nothing_found;
use super::batch::{STORE, stored};
use super::exit::{Exit, Failure};
use super::session::{Session, until_interrupted};
use super::whole_file::WholeFile;

/// Paths of a folder's submissions by candidate.
type Paths = BTreeMap<String, PathBuf>;

/// Shows what submissions share.
///
/// # Errors
/// A [`Failure`] when nothing can be found, read or written.
pub fn similar(session: &Session, told: &args::Similar) -> Result<Exit, Failure> {
    if let [one, other] = &told.pair[..] {
        return pair(session, told, [one, other]);
    }
    let bank = session.bank()?;
    let parts = match &told.out {
        Some(out) => {
            let store = existing(out)?;
            until_interrupted(async {
                let store = Store::open(&store).await.map_err(|error| stored(&error))?;
                of_store(session, &bank, &store).await
            })?
        }
        None => folder(session, told)?
            .into_iter()
            .map(|(challenge, paths)| of_folder(session, &bank, &challenge, &paths))
            .collect::<Result<_, _>>()?,
    };
    let console = session.console();
    if let Some(path) = &told.svg {
        draw(session, path, &parts)?;
    }
    console.data(&match told.format {
        SimilarFormat::Text => text::page(&parts, &again(told), &console.screen()),
        SimilarFormat::Json => to_json(&SimilarReport::of(parts)),
        SimilarFormat::Html => html::page(&parts),
    })?;
    Ok(Exit::Done)
}

/// The same for the reports over a batch, which are whole without it: a failure is only said.
pub async fn of_batch(session: &Session, store: &Store) -> Vec<Similar> {
    let found = match session.bank() {
        Ok(bank) => of_store(session, &bank, store).await,
        Err(failure) => Err(failure),
    };
    found.unwrap_or_else(|failure| {
        let text = format!("warning: what submissions share is not in the reports: {failure}");
        session.console().progress(&text);
        Vec::new()
    })
}

/// What the stored submissions of a batch share, challenge by challenge.
async fn of_store(session: &Session, bank: &Bank, store: &Store) -> Result<Vec<Similar>, Failure> {
    let mut parts = Vec::new();
    for id in store.challenges().await.map_err(|error| stored(&error))? {
        let mut comparing = Comparing::new(session, bank, &id)?;
        let mut rows = store.sources(&id);
        while let Some(row) = rows.next().await {
            let (candidate, files) = row.map_err(|error| stored(&error))?;
            comparing.add(candidate, python(files));
        }
        parts.push(comparing.finish());
    }
    Ok(parts)
}

/// The command but for `--pair`, for a person to type again.
fn again(told: &args::Similar) -> String {
    let mut words = vec!["viva similar".to_owned()];
    words.extend(told.what.iter().map(|word| one_line(&word.display().to_string())));
    words.extend(told.out.iter().map(|out| format!("--out {}", one_line(&out.display().to_string()))));
    words.extend(told.layout.iter().map(|layout| format!("--layout '{layout}'")));
    words.join(" ")
}

fn existing(out: &Path) -> Result<PathBuf, Failure> {
    let path = out.join(STORE);
    if path.is_file() {
        return Ok(path);
    }
    Err(Failure {
        exit: Exit::Usage,
        message: format!("{} holds no {STORE}", out.display()),
        help: "name the folder that `viva batch --out` wrote".to_owned(),
    })
}

/// Every challenge with the paths that were handed in for it.
fn folder(session: &Session, told: &args::Similar) -> Result<Vec<(String, Paths)>, Failure> {
    let challenges = told.challenges();
    let usage = |error: &dyn std::error::Error| Failure::new(Exit::Usage, error);
    let layout = match &told.layout {
        Some(text) => Layout::parse(text, challenges.len()).map_err(|error| usage(&error))?,
        None => Layout::plain(challenges.len()),
    };
    let Some(submissions) = told.what.last() else { return Ok(Vec::new()) };
    let found = layout.find(submissions).map_err(|error: SubmissionsError| usage(&error))?;
    let mut of: Vec<(String, Paths)> = challenges.iter().map(|id| (id.clone(), Paths::new())).collect();
    let mut odd = found.unmatched.len();
    for ((candidate, named), paths) in found.found {
        let place = named.map_or(Some(0), |named| challenges.iter().position(|id| *id == named));
        match (place, &paths[..]) {
            (Some(place), [path]) => {
                of[place].1.insert(candidate, path.clone());
            }
            _ => odd += 1,
        }
    }
    if odd > 0 {
        let text = format!("warning: {odd} names fit no submission, or several claim to be the same one");
        session.console().progress(&text);
    }
    if of.iter().all(|(_, paths)| paths.is_empty()) {
        return Err(nothing_found(submissions, &layout));
    }
    Ok(of)
}

fn of_folder(session: &Session, bank: &Bank, id: &str, paths: &Paths) -> Result<Similar, Failure> {
    let mut comparing = Comparing::new(session, bank, id)?;
    let challenge = session.challenge(bank, id)?;
    let mut odd = 0;
    for (candidate, path) in paths {
        match files(&challenge, path) {
            Some(files) => comparing.add(candidate.clone(), python(files)),
            None => odd += 1,
        }
    }
    if odd > 0 {
        session
            .console()
            .progress(&format!("warning: {odd} of {} can be no answer and are left out", paths.len()));
    }
    Ok(comparing.finish())
}

/// The files of a submission; nothing when it can be no answer.
fn files(challenge: &Challenge, path: &Path) -> Option<Vec<SourceFile>> {
    let modules = challenge.modules().into_iter().map(|entry| entry.name).collect();
    let sources = Sources { answer: Some(path.to_owned()), modules, ..Sources::default() };
    match intake::read(&sources, &mut std::io::empty()) {
        Ok(Handed::Answer(intake)) => Some(intake.answer.files),
        _ => None,
    }
}

fn python(files: Vec<SourceFile>) -> Vec<String> {
    files.into_iter().filter(|file| file.path.ends_with(".py")).map(|file| file.text).collect()
}

/// The Python of several files as one text, each file under a comment with its name.
fn joined(files: Vec<SourceFile>) -> String {
    let python: Vec<SourceFile> = files.into_iter().filter(|file| file.path.ends_with(".py")).collect();
    if let [only] = &python[..] {
        return only.text.clone();
    }
    python.iter().map(|file| format!("# {}\n{}\n", one_line(&file.path), file.text)).collect()
}

/// The submissions to one challenge on their way to be compared.
struct Comparing {
    challenge: String,
    ground: Ground,
    candidates: Vec<String>,
    readers: Readers,
}

impl Comparing {
    fn new(session: &Session, bank: &Bank, id: &str) -> Result<Self, Failure> {
        let challenge = session.challenge(bank, id)?;
        let goldens = bank.goldens(id).map_err(|error| session.bank_failure(&error))?;
        let threads = std::thread::available_parallelism().map_or(1, usize::from);
        Ok(Self {
            challenge: id.to_owned(),
            ground: ground(&challenge.starter, goldens)?,
            candidates: Vec::new(),
            readers: Readers::start(threads)?,
        })
    }

    fn add(&mut self, candidate: String, files: Vec<String>) {
        self.candidates.push(candidate);
        self.readers.give(files);
    }

    fn finish(self) -> Similar {
        let mut finder = Finder::new(self.ground.clone());
        self.readers.finish().into_iter().for_each(|read| finder.add(read));
        Similar::of(&self.challenge, &self.candidates, &self.ground, &finder.find())
    }
}

/// What does not count: the starter, and what several right golden answers share.
fn ground(starter: &str, goldens: Vec<Golden>) -> Result<Ground, Failure> {
    let mut readers = Readers::start(1)?;
    readers.give(vec![starter.to_owned()]);
    let right = goldens.into_iter().filter(|golden| golden.ceiling.number() >= 4);
    right.for_each(|golden| readers.give(python(golden.answer.files)));
    let mut read = readers.finish().into_iter();
    // An author's own files are within bounds; what is not has no part in the common ground.
    let starter = read.next().and_then(Result::ok).unwrap_or_default();
    let right: Vec<_> = read.filter_map(Result::ok).collect();
    Ok(Ground::of(&starter, &right))
}

/// The pictures of all challenges in one file, which is a picture itself when there is one.
fn draw(session: &Session, path: &Path, parts: &[Similar]) -> Result<(), Failure> {
    let Some(picture) = svg::pictures(parts) else {
        session.console().progress(&format!("{} was not written: nobody hangs together", path.display()));
        return Ok(());
    };
    let written = WholeFile::create(path).and_then(|mut file| {
        file.write_all(picture.as_bytes())?;
        file.finish()
    });
    written.map_err(|error| Failure {
        exit: Exit::Unexpected,
        message: format!("cannot write {}: {}", path.display(), error.kind()),
        help: "name another file with `--svg FILE`".to_owned(),
    })
}

/// Two submissions side by side, for each challenge that both answered.
fn pair(session: &Session, told: &args::Similar, names: [&str; 2]) -> Result<Exit, Failure> {
    let found = match &told.out {
        Some(out) => {
            let store = existing(out)?;
            until_interrupted(stored_pair(store, names))?
        }
        None => handed_pair(session, told, names)?,
    };
    if found.is_empty() {
        return Err(Failure {
            exit: Exit::NothingToGrade,
            message: format!(
                "{} and {} did not both answer one challenge",
                one_line(names[0]),
                one_line(names[1])
            ),
            help: "names are those that `viva similar` shows".to_owned(),
        });
    }
    let console = session.console();
    let is_one = found.len() == 1;
    for (challenge, one, other) in found {
        let side = laid_out(one, other).map_err(|why| Failure {
            exit: Exit::NothingToGrade,
            message: format!("they cannot be laid side by side: {why}"),
            help: String::new(),
        })?;
        let title = if is_one { String::new() } else { format!("{}\n\n", one_line(&challenge)) };
        console.data(&format!("{title}{}", side::page(names, &side, &console.screen())))?;
    }
    Ok(Exit::Done)
}

/// A challenge with the source of each of the two.
type Both = Vec<(String, String, String)>;

async fn stored_pair(path: PathBuf, names: [&str; 2]) -> Result<Both, Failure> {
    let store = Store::open(&path).await.map_err(|error| stored(&error))?;
    let mut both = Vec::new();
    for id in store.challenges().await.map_err(|error| stored(&error))? {
        let mut found = [None, None];
        let mut rows = store.sources(&id);
        while let Some(row) = rows.next().await {
            let (candidate, files) = row.map_err(|error| stored(&error))?;
            if let Some(place) = names.iter().position(|name| *name == candidate) {
                found[place] = Some(joined(files));
            }
        }
        if let [Some(one), Some(other)] = found {
            both.push((id.clone(), one, other));
        }
    }
    Ok(both)
}

fn handed_pair(session: &Session, told: &args::Similar, names: [&str; 2]) -> Result<Both, Failure> {
    let bank = session.bank()?;
    let mut both = Vec::new();
    for (id, paths) in folder(session, told)? {
        let challenge = session.challenge(&bank, &id)?;
        let text = |name: &str| paths.get(name).and_then(|path| files(&challenge, path)).map(joined);
        if let (Some(one), Some(other)) = (text(names[0]), text(names[1])) {
            both.push((id, one, other));
        }
    }
    Ok(both)
}

/// Lays two sources out on a thread whose stack holds what nests deep.
fn laid_out(one: String, other: String) -> Result<Side, Unread> {
    let thread = std::thread::Builder::new().name("side".to_owned()).stack_size(STACK_BYTES);
    let laid = thread.spawn(move || by_side(&one, &other));
    laid.ok().and_then(|laid| laid.join().ok()).unwrap_or(Err(Unread::Unparsed))
}
