//! `viva.bank/1`: challenges in one file of JSON, and the reading of such a file that a stranger may have made.
//!
//! What a challenge is asked and judged by stands in it twice where hidden parts are told: as data to be read by
//! programs, and as files, which alone are imported. Must not write to disk; [`place`] does.

pub mod place;

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::files::{self, CHALLENGE};
use super::problem::nearest;
use super::{Bank, BankError, assemble, golden};
use crate::model::challenge::{Challenge, Kind, Level};
use crate::model::id::{ChallengeId, IdError};
use crate::source::folder::is_junk;
use crate::source::shown::one_line;

/// The version of this format, which is the value of `schema`.
pub const SCHEMA: &str = "viva.bank/1";

/// Bytes of a file that is imported.
pub const BYTES_MAX: u64 = 64 * 1024 * 1024;
/// Challenges of one file.
const CHALLENGES_MAX: usize = 2_000;
/// Characters of a path within a challenge.
const PATH_MAX: usize = 200;

/// Challenges in one file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Pack {
    /// `viva.bank/1`.
    pub schema: String,
    /// The version of viva that wrote it.
    pub viva: String,
    /// Whether every challenge has its files, hidden ones too.
    pub hidden: bool,
    /// The challenges, in order of name.
    pub challenges: Vec<Packed>,
}

/// One challenge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Packed {
    /// Its name, which is also its folder's.
    pub id: String,
    /// SHA-256 in hexadecimal over everything that a candidate is given or a hint depends on.
    pub revision: String,
    /// Its title.
    pub title: String,
    /// How hard it is: how experienced the candidate is expected to be.
    pub difficulty: Level,
    /// What the candidate is asked to do.
    pub kind: Kind,
    /// Its category.
    pub category: String,
    /// Words to find it by.
    pub tags: Vec<String>,
    /// Minutes a candidate needs.
    pub minutes: u32,
    /// What an answer reveals; may be empty.
    pub reveals: String,
    /// What an answer must define, as signatures.
    pub entries: Vec<String>,
    /// What the candidate reads, as Markdown.
    pub prompt: String,
    /// What the candidate starts from, as Python.
    pub starter: String,
    /// The code whose output is to be foretold; null where there is none.
    pub snippet: Option<String>,
    /// What a 3, a 4 and a 5 sound like.
    pub rubric: PackedRubric,
    /// Questions to ask next.
    pub follow_ups: Vec<PackedQuestion>,
    /// All files by path, as UTF-8; only where hidden parts were asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub files: Option<BTreeMap<String, String>>,
}

/// What a 3, a 4 and a 5 sound like.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PackedRubric {
    /// A 3.
    pub maybe: String,
    /// A 4.
    pub yes: String,
    /// A 5.
    pub strong_yes: String,
}

/// A question to ask next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PackedQuestion {
    /// As it is said aloud.
    pub question: String,
    /// What a good reply holds.
    pub listen_for: String,
    /// Whether it can be asked of somebody who has not seen the challenge.
    pub alone: bool,
}

/// Why a file of challenges cannot be imported.
#[derive(Debug, thiserror::Error)]
pub enum PackError {
    /// It is no JSON, or not of this shape.
    #[error("this is no file of challenges: {}", one_line(&shape(.0)))]
    Shape(#[from] serde_json::Error),
    /// It is of another version.
    #[error("its `schema` is `{}`, and this viva reads `{SCHEMA}`", one_line(found))]
    Version {
        /// What it says.
        found: String,
    },
    /// It holds too many challenges.
    #[error("it holds {found} challenges, and {CHALLENGES_MAX} are the most")]
    TooMany {
        /// How many.
        found: usize,
    },
    /// There is nothing in it.
    #[error("it holds no challenge")]
    Empty,
    /// A name that no challenge can have.
    #[error(transparent)]
    Name(#[from] IdError),
    /// The same challenge twice.
    #[error("it holds `{id}` twice")]
    Twice {
        /// The challenge.
        id: ChallengeId,
    },
    /// A challenge that was asked for is not in it.
    #[error("it holds no challenge `{}`", one_line(name))]
    NoSuch {
        /// The name.
        name: String,
        /// The nearest that is there.
        nearest: Option<String>,
    },
    /// It was exported without hidden parts.
    #[error("`{id}` has no `files`: it was exported without its hidden parts")]
    NotWhole {
        /// The challenge.
        id: ChallengeId,
    },
    /// A path that could lead out of the challenge's folder, or that no challenge has.
    #[error("`{id}` names a file `{}`: {why}", one_line(path))]
    Path {
        /// The challenge.
        id: ChallengeId,
        /// The path.
        path: String,
        /// What is wrong with it.
        why: &'static str,
    },
    /// More or larger files than a challenge may have.
    #[error("`{id}` has {what}, and {most} is the most")]
    TooLarge {
        /// The challenge.
        id: ChallengeId,
        /// What and how much.
        what: String,
        /// The bound.
        most: u64,
    },
    /// The files are not those that were exported.
    #[error("`{id}` says revision {}, and its files come to {}: it was changed or damaged", one_line(says), &comes_to[..12])]
    OtherRevision {
        /// The challenge.
        id: ChallengeId,
        /// What it says, shortened.
        says: String,
        /// What its files come to.
        comes_to: String,
    },
    /// The challenge itself is wrong.
    #[error(transparent)]
    Bank(#[from] BankError),
}

impl PackError {
    /// What to do about it, where that is more than the message says.
    #[must_use]
    pub fn remedy(&self) -> String {
        match self {
            Self::NotWhole { .. } => "export it again with `viva bank export --hidden`".to_owned(),
            Self::OtherRevision { .. } => {
                "export it again; a challenge is changed in its folder, not in the file".to_owned()
            }
            Self::NoSuch { nearest: Some(nearest), .. } => format!("did you mean `{nearest}`?"),
            Self::Shape(_) | Self::Version { .. } => "`viva schema bank` describes the file".to_owned(),
            Self::Path { .. } => {
                "paths are relative, of letters, digits, `_`, `-` and `.`, with `/` between folders"
                    .to_owned()
            }
            _ => String::new(),
        }
    }
}

/// What is wrong with its shape, the place first: what stands there may be long.
fn shape(error: &serde_json::Error) -> String {
    let told = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    let what = told.strip_suffix(&place).unwrap_or(&told);
    format!("line {}, column {}: {what}", error.line(), error.column())
}

impl Pack {
    /// Puts challenges of a bank into one file; with `hidden` to the byte.
    ///
    /// # Errors
    /// [`BankError`] when one of them cannot be read.
    pub fn of(bank: &Bank, names: &[String], hidden: bool) -> Result<Self, BankError> {
        let mut challenges = Vec::new();
        for name in names {
            let challenge = bank.get(name)?;
            let files = hidden.then(|| bank.exact_files(name)).transpose()?;
            challenges.push(Packed::of(&challenge, files));
        }
        challenges.sort_by(|one, other| one.id.cmp(&other.id));
        challenges.dedup();
        Ok(Self { schema: SCHEMA.to_owned(), viva: env!("CARGO_PKG_VERSION").to_owned(), hidden, challenges })
    }
}

impl Packed {
    fn of(challenge: &Challenge, files: Option<Vec<(String, Vec<u8>)>>) -> Self {
        // A challenge that was read holds UTF-8 only.
        let text = |(path, bytes): (String, Vec<u8>)| (path, String::from_utf8_lossy(&bytes).into_owned());
        let question = |one: &crate::model::challenge::FollowUp| PackedQuestion {
            question: one.question.clone(),
            listen_for: one.listen_for.clone(),
            alone: one.alone,
        };
        Self {
            id: challenge.id.to_string(),
            revision: challenge.revision.clone(),
            title: challenge.title.clone(),
            difficulty: challenge.level,
            kind: challenge.kind,
            category: challenge.category.clone(),
            tags: challenge.tags.clone(),
            minutes: challenge.minutes,
            reveals: challenge.reveals.clone(),
            entries: challenge.entries.iter().map(|entry| entry.signature.clone()).collect(),
            prompt: challenge.prompt.clone(),
            starter: challenge.starter.clone(),
            snippet: challenge.prediction.as_ref().map(|prediction| prediction.snippet.clone()),
            rubric: PackedRubric {
                maybe: challenge.rubric.maybe.clone(),
                yes: challenge.rubric.yes.clone(),
                strong_yes: challenge.rubric.strong_yes.clone(),
            },
            follow_ups: challenge.follow_ups.iter().map(question).collect(),
            files: files.map(|files| files.into_iter().map(text).collect()),
        }
    }
}

/// A challenge of a file that was looked at: it loads, and its files lie within its folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sound {
    /// Its name.
    pub id: ChallengeId,
    /// Its files by path.
    files: BTreeMap<String, String>,
}

/// Reads a file of challenges and looks at everything in it that was asked for; all when `names` is empty.
///
/// # Errors
/// [`PackError`] for the first thing that is wrong; a challenge that does not load tells all that is.
pub fn read(text: &str, names: &[String]) -> Result<Vec<Sound>, PackError> {
    /// The version is looked at first: another one may have another shape.
    #[derive(Deserialize)]
    struct Head {
        schema: String,
    }
    let Head { schema } = serde_json::from_str(text)?;
    if schema != SCHEMA {
        return Err(PackError::Version { found: schema });
    }
    let pack: Pack = serde_json::from_str(text)?;
    if pack.challenges.len() > CHALLENGES_MAX {
        return Err(PackError::TooMany { found: pack.challenges.len() });
    }
    let known: Vec<&str> = pack.challenges.iter().map(|packed| packed.id.as_str()).collect();
    if let Some(name) = names.iter().find(|name| !known.contains(&name.as_str())) {
        let nearest = nearest(name, known.iter().copied());
        return Err(PackError::NoSuch { name: name.clone(), nearest });
    }
    let wanted = |packed: &&Packed| names.is_empty() || names.contains(&packed.id);
    let mut sound: Vec<Sound> = Vec::new();
    for packed in pack.challenges.iter().filter(wanted) {
        let one = look(packed)?;
        if sound.iter().any(|other| other.id == one.id) {
            return Err(PackError::Twice { id: one.id });
        }
        sound.push(one);
    }
    if sound.is_empty() { Err(PackError::Empty) } else { Ok(sound) }
}

fn look(packed: &Packed) -> Result<Sound, PackError> {
    let id = ChallengeId::new(&packed.id)?;
    let files = packed.files.clone().ok_or_else(|| PackError::NotWhole { id: id.clone() })?;
    bounds(&id, &files)?;
    let mut folders: BTreeSet<String> = BTreeSet::new();
    for path in files.keys() {
        let wrong = |why| PackError::Path { id: id.clone(), path: path.clone(), why };
        fit(path).map_err(wrong)?;
        let parents = path.match_indices('/').map(|(at, _)| path[..at].to_lowercase());
        folders.extend(parents);
    }
    // On some file systems names that differ in case alone are one file.
    let mut seen = BTreeSet::new();
    for path in files.keys() {
        let lower = path.to_lowercase();
        let wrong = |why| PackError::Path { id: id.clone(), path: path.clone(), why };
        if folders.contains(&lower) {
            return Err(wrong("it is a folder of the challenge too"));
        }
        if !seen.insert(lower) {
            return Err(wrong("another differs from it in case alone"));
        }
    }
    let bytes = files.iter().map(|(path, text)| (path.clone(), text.clone().into_bytes()));
    let read = files::from_bytes(id.as_str(), bytes)?;
    let challenge = assemble::challenge(&id, &read)?;
    golden::all(&challenge, &read)
        .map_err(|problems| BankError::Faulty { challenge: id.to_string(), problems })?;
    if challenge.revision != packed.revision {
        let says = packed.revision.chars().take(12).collect();
        return Err(PackError::OtherRevision { id, says, comes_to: challenge.revision });
    }
    Ok(Sound { id, files })
}

/// The bounds that a challenge's folder has.
fn bounds(id: &ChallengeId, files: &BTreeMap<String, String>) -> Result<(), PackError> {
    let too_large = |what: String, most: u64| Err(PackError::TooLarge { id: id.clone(), what, most });
    if files.len() > CHALLENGE.files_max {
        return too_large(format!("{} files", files.len()), CHALLENGE.files_max as u64);
    }
    if let Some((path, text)) = files.iter().find(|(_, text)| text.len() as u64 > CHALLENGE.file_bytes_max) {
        return too_large(
            format!("a file `{}` of {} bytes", one_line(path), text.len()),
            CHALLENGE.file_bytes_max,
        );
    }
    let total: u64 = files.values().map(|text| text.len() as u64).sum();
    if total > CHALLENGE.total_bytes_max {
        return too_large(format!("{total} bytes in its files"), CHALLENGE.total_bytes_max);
    }
    Ok(())
}

/// Whether a path stays within its folder whatever the system, and would be read from there again.
fn fit(path: &str) -> Result<(), &'static str> {
    if path.starts_with('/') {
        return Err("it is absolute");
    }
    if path.len() > PATH_MAX {
        return Err("it is longer than 200 characters");
    }
    if path.matches('/').count() >= CHALLENGE.depth_max {
        return Err("it lies too deep");
    }
    for part in path.split('/') {
        if matches!(part, "." | "..") {
            return Err("it leads out of its folder");
        }
        if part.is_empty() || !part.chars().all(|c| c.is_ascii_alphanumeric() || "._-".contains(c)) {
            return Err("it is no plain relative path");
        }
        if is_junk(part) {
            return Err("a file of that name is never part of a challenge");
        }
    }
    Ok(())
}

/// The JSON Schema of [`Pack`].
#[must_use]
pub fn schema() -> serde_json::Value {
    schemars::schema_for!(Pack).to_value()
}

#[cfg(test)]
mod tests;
