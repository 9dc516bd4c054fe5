//! What a batch was asked to do, kept with its results so that it can be graded again from them alone.
//!
//! Must not know how it is done.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::stored;
use crate::cli::args::{self, BatchFormat};
use crate::cli::exit::Failure;
use crate::cli::session::{Session, Wanted};
use crate::cli::words::quoted;
use crate::model::evidence::Asked;
use crate::model::grade::RuntimeKind;
use crate::report::batch::unfinished::Unfinished;
use crate::report::json::keys::AskedKind;
use crate::source::shown::one_line;
use crate::store::Store;

/// The word under which it is kept.
const WORD: &str = "batch";

/// What a batch was asked to do. More fields may come: each has a value that stands for its absence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// The challenges by name.
    pub challenges: Vec<String>,
    /// The folder with the submissions, from the root.
    pub submissions: PathBuf,
    /// The layout that was typed.
    #[serde(default)]
    pub layout: Option<String>,
    /// Which evidence was asked for.
    pub asked: AskedKind,
    /// The formats beside those that are always written.
    #[serde(default)]
    pub formats: Vec<BatchFormat>,
    /// The bank's folder, where it was not the built-in one.
    #[serde(default)]
    pub bank: Option<PathBuf>,
    /// Warm or cold.
    pub runtime: RuntimeKind,
    /// The interpreter of a cold run.
    #[serde(default)]
    pub python: Option<PathBuf>,
    /// The command that goes on with it while something is left to do; empty otherwise.
    #[serde(default)]
    pub go_on: String,
    /// When the first result was begun and the last one was stored, in milliseconds since 1970.
    #[serde(default)]
    pub began_ms: u64,
    /// The same for the end.
    #[serde(default)]
    pub ended_ms: u64,
}

impl Kept {
    /// What was typed.
    #[must_use]
    pub fn of(session: &Session, told: &args::Batch, wanted: &Wanted) -> Self {
        Self {
            challenges: told.challenges(),
            submissions: from_the_root(told.submissions()),
            layout: told.layout.clone(),
            asked: Asked::from(told.asked).into(),
            formats: formats(&told.formats),
            bank: session.bank_folder().map(from_the_root),
            runtime: wanted.kind,
            python: wanted.python.clone(),
            go_on: typed(),
            began_ms: 0,
            ended_ms: 0,
        }
    }

    /// What was kept with these results; [`None`] where a viva that kept nothing made them.
    ///
    /// # Errors
    /// A [`Failure`] when the store cannot be read.
    pub async fn read(store: &Store) -> Result<Option<Self>, Failure> {
        let word = store.word(WORD).await.map_err(|error| stored(&error))?;
        Ok(word.and_then(|word| serde_json::from_str(&word).ok()))
    }

    /// Keeps it.
    ///
    /// # Errors
    /// A [`Failure`] when the store cannot be written.
    pub async fn write(&self, store: &Store) -> Result<(), Failure> {
        let word = serde_json::to_string(self).expect("paths of UTF-8 and plain data");
        store.keep_word(WORD, &word).await.map_err(|error| stored(&error))
    }

    /// Takes over when an earlier run of the same batch began and ended.
    pub fn continue_from(&mut self, earlier: Option<&Self>) {
        self.began_ms = earlier.map_or_else(now_ms, |earlier| earlier.began_ms);
        self.ended_ms = earlier.map_or(self.began_ms, |earlier| earlier.ended_ms);
    }

    /// What the reports say of a batch that is not complete.
    #[must_use]
    pub fn unfinished(&self, waiting: usize) -> Option<Unfinished> {
        (!self.go_on.is_empty()).then(|| Unfinished { waiting, command: self.go_on.clone() })
    }

    /// Where the submissions lie seen from here, for reports that name files: empty where they lie elsewhere.
    #[must_use]
    pub fn submissions_from_here(&self) -> String {
        let here = std::env::current_dir().unwrap_or_default();
        let below = self.submissions.strip_prefix(here).unwrap_or(Path::new(""));
        let below = below.to_string_lossy();
        if below.is_empty() { String::new() } else { format!("{below}/") }
    }
}

/// The command that was typed, but for `--again`: to go on is not to begin again.
fn typed() -> String {
    let words = std::env::args_os().skip(1).filter(|word| word != "--again");
    let words = words.map(|word| quoted(&one_line(&word.to_string_lossy())));
    std::iter::once("viva".to_owned()).chain(words).collect::<Vec<_>>().join(" ")
}

/// Milliseconds since 1970.
#[must_use]
pub fn now_ms() -> u64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
}

/// Each format once, in one order.
fn formats(typed: &[BatchFormat]) -> Vec<BatchFormat> {
    let mut formats = typed.to_vec();
    formats.sort();
    formats.dedup();
    formats
}

fn from_the_root(path: &Path) -> PathBuf {
    // A folder that was just read is there; should it be gone, its name as typed still tells a person.
    std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}
