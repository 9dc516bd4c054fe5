//! From what a candidate handed in (a file, a folder, standard input) to an [`Answer`], bounded and cleaned.
//!
//! Three things can come of it: an answer with remarks; a *refusal*, when what was handed in can be no answer
//! (too large, not UTF-8, holds NUL): the candidate's doing, score 1; or an error, when there is nothing to
//! read: the fault of whoever typed the path. Must not know challenges, and runs nothing.

mod project;
mod text;

use std::io::Read;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::archive::{ARCHIVE_BYTES_MAX, Archive, ArchiveError};
use super::folder::{self, Bounds, FolderError, Left, Listing, Place, RawFile};
use super::shown::one_line;
use crate::model::answer::{Answer, SourceFile, bounds};

/// The name of the main file, whatever the candidate called it.
pub const MAIN: &str = "answer.py";
/// The file of a folder that foretells the snippet's output.
pub const PREDICTION: &str = "prediction.txt";
/// The file of a folder that explains the answer.
pub const EXPLANATION: &str = "explanation.md";

const FOLDER: Bounds = Bounds {
    file_bytes_max: bounds::FILE_BYTES_MAX,
    total_bytes_max: bounds::TOTAL_BYTES_MAX,
    files_max: bounds::FILES_MAX,
    names_max: 10_000,
    depth_max: 16,
};

/// Where an answer is read from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sources {
    /// A file or a folder; `None` is standard input.
    pub answer: Option<PathBuf>,
    /// Whether the answer may be no link, not even to a file beside it: there lie the answers of others.
    pub no_link: bool,
    /// A file with the prediction; goes before the folder's own.
    pub prediction: Option<PathBuf>,
    /// A file with the explanation; goes before the folder's own.
    pub explanation: Option<PathBuf>,
    /// The modules of a project; empty for an answer of one `answer.py`.
    pub modules: Vec<String>,
}

/// An answer that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Intake {
    /// The answer.
    pub answer: Answer,
    /// Remarks that are no evidence, each a sentence that is fit to be shown.
    pub notes: Vec<String>,
}

/// What became of something that was handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Handed {
    /// An answer.
    Answer(Intake),
    /// Something that can be no answer: graded 1, every case denied, with this reason.
    Refused {
        /// Why.
        refusal: Refusal,
        /// SHA-256 in hexadecimal of what was handed in, where all of it was read.
        sha256: Option<String>,
    },
}

/// Why something that was handed in can be no answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// One file is too large; it was not read.
    #[error("{file} is {} large; an answer's file may have at most {}", size(*bytes), size(*bytes_max))]
    TooLarge {
        /// The file.
        file: String,
        /// Its size, or for standard input what was read of it.
        bytes: u64,
        /// The bound.
        bytes_max: u64,
    },
    /// All files together are too large.
    #[error("the files come to more than {}; an answer may have at most that", size(*bytes_max))]
    TotalTooLarge {
        /// The bound.
        bytes_max: u64,
    },
    /// Too many files, names or folders within folders.
    #[error("there are more than {count_max} {what}; an answer may have at most that many")]
    TooMany {
        /// What there is too much of.
        what: &'static str,
        /// The bound.
        count_max: usize,
    },
    /// An archive that can be no answer.
    #[error("{file} cannot be taken: {source}")]
    Archive {
        /// The archive.
        file: String,
        /// What is wrong with it.
        source: ArchiveError,
    },
    /// Bytes that are not UTF-8.
    #[error(
        "{file} is not UTF-8: byte {offset}, on line {line}, fits no character{}; save it as UTF-8",
        cookie.as_ref().map_or(String::new(), |name| format!(" (its first lines say `coding: {name}`, but only UTF-8 is read)"))
    )]
    NotUtf8 {
        /// The file.
        file: String,
        /// Offset of the first bad byte, from 0.
        offset: usize,
        /// Its line, from 1.
        line: usize,
        /// Another encoding that the file declares.
        cookie: Option<String>,
    },
    /// A declared encoding that would make Python read another text than the one that is shown.
    #[error(
        "{file} declares `coding: {cookie}` on line {line}, but only UTF-8 is read; save it as UTF-8 and take that line out"
    )]
    Encoding {
        /// The file.
        file: String,
        /// The declared encoding.
        cookie: String,
        /// The line that declares it, from 1.
        line: usize,
    },
    /// A NUL byte, which Python refuses in source code.
    #[error("{file} holds a NUL byte at offset {offset}, on line {line}; Python source may hold none")]
    Nul {
        /// The file.
        file: String,
        /// Its offset, from 0.
        offset: usize,
        /// Its line, from 1.
        line: usize,
    },
}

/// Why there is nothing to grade, or nothing could be read. The fault of whoever named the path.
#[derive(Debug, thiserror::Error)]
pub enum IntakeError {
    /// The path leads nowhere, or where nothing may be read.
    #[error(transparent)]
    Folder(FolderError),
    /// Standard input broke.
    #[error("standard input cannot be read")]
    Stdin(#[source] std::io::Error),
    /// A folder in which no main file can be told.
    #[error("{} holds no answer.py{}", super::shown::path(folder), found_instead(found))]
    NoMain {
        /// The folder.
        folder: PathBuf,
        /// The Python files it holds, at most eight.
        found: Vec<String>,
    },
    /// A folder without any of the modules that a project is made of.
    #[error(
        "{} holds no module `{module}`: hand in the folder or archive that holds {module}/__init__.py, {module}/__main__.py or {module}.py",
        super::shown::path(folder)
    )]
    NoModule {
        /// The folder.
        folder: PathBuf,
        /// The module.
        module: String,
    },
    /// Nothing but white space and comments.
    #[error("{name} holds {}, so there is nothing to grade", if *bytes == 0 { "nothing" } else { "only white space and comments" })]
    NothingToGrade {
        /// What was read.
        name: String,
        /// Its size.
        bytes: usize,
    },
    /// The prediction or the explanation is named on the command line and is no plain file.
    #[error("{} is a folder; name the file itself", super::shown::path(path))]
    WordsAreAFolder {
        /// What was named.
        path: PathBuf,
    },
}

fn size(bytes: u64) -> String {
    const KIB: u64 = 1024;
    const MIB: u64 = KIB * KIB;
    match bytes {
        0..KIB => format!("{bytes} bytes"),
        KIB..MIB => format!("{} KiB", bytes.div_ceil(KIB)),
        _ => format!("{} MiB", bytes.div_ceil(MIB)),
    }
}

fn found_instead(found: &[String]) -> String {
    if found.is_empty() {
        ", nor any other Python file".to_owned()
    } else {
        format!("; it holds {}. Name the file that is the answer, or call it answer.py", found.join(", "))
    }
}

/// Reads what a person named on the command line. Standard input is read from `stdin`.
///
/// # Errors
/// [`IntakeError`] when there is nothing to read or to grade; a *bad* answer is [`Handed::Refused`], no error.
pub fn read(sources: &Sources, stdin: &mut dyn Read) -> Result<Handed, IntakeError> {
    let mut notes = Vec::new();
    let mut shown = "standard input".to_owned();
    let gathered = match &sources.answer {
        None => gather_stdin(stdin)?,
        Some(path) => {
            shown = one_line(&path.display().to_string());
            if sources.no_link && path.is_symlink() {
                return Err(IntakeError::Folder(FolderError::Link { path: path.clone() }));
            }
            gather_path(path, &sources.modules, &mut notes)?
        }
    };
    let mut raw = match gathered {
        Ok(raw) => raw,
        Err(refusal) => return Ok(Handed::Refused { refusal, sha256: None }),
    };
    for (name, path) in [(PREDICTION, &sources.prediction), (EXPLANATION, &sources.explanation)] {
        let Some(path) = path else { continue };
        match gather_words(path)? {
            Ok(bytes) => {
                raw.retain(|file| file.path != name);
                raw.push(RawFile { path: name.to_owned(), at: String::new(), bytes });
            }
            Err(refusal) => return Ok(Handed::Refused { refusal, sha256: None }),
        }
    }
    assemble(raw, &shown, &sources.modules, notes)
}

/// What was gathered, or why it can be no answer.
type Gathered = Result<Vec<RawFile>, Refusal>;

fn gather_stdin(stdin: &mut dyn Read) -> Result<Gathered, IntakeError> {
    let bytes_max = bounds::FILE_BYTES_MAX;
    let mut bytes = Vec::new();
    stdin.take(bytes_max + 1).read_to_end(&mut bytes).map_err(IntakeError::Stdin)?;
    if bytes.len() as u64 > bytes_max {
        let file = "standard input".to_owned();
        return Ok(Err(Refusal::TooLarge { file, bytes: bytes.len() as u64, bytes_max }));
    }
    Ok(Ok(vec![RawFile { path: MAIN.to_owned(), at: String::new(), bytes }]))
}

fn gather_path(path: &Path, modules: &[String], notes: &mut Vec<String>) -> Result<Gathered, IntakeError> {
    let wanted = |path: &str| is_part_of_answer(path, modules);
    match folder::place(path).map_err(IntakeError::Folder)? {
        Place::File(real) => match Archive::of_name(&real.to_string_lossy()) {
            Some(archive) => gather_archive(path, &real, archive, modules, notes),
            None => refusing(folder::read_file(&real, bounds::FILE_BYTES_MAX)).map(|read| {
                read.map(|bytes| vec![RawFile { path: MAIN.to_owned(), at: String::new(), bytes }])
            }),
        },
        Place::Folder(real) => match refusing(folder::read_folder(&real, &FOLDER, &wanted))? {
            Ok(listing) => choose_main(path, listing, modules, notes).map(Ok),
            Err(refusal) => Ok(Err(refusal)),
        },
    }
}

fn gather_archive(
    path: &Path,
    real: &Path,
    archive: Archive,
    modules: &[String],
    notes: &mut Vec<String>,
) -> Result<Gathered, IntakeError> {
    let bytes = match refusing(folder::read_file(real, ARCHIVE_BYTES_MAX))? {
        Ok(bytes) => bytes,
        Err(refusal) => return Ok(Err(refusal)),
    };
    match archive.read(&bytes, &FOLDER, &|path| is_part_of_answer(path, modules)) {
        Ok(listing) => choose_main(path, listing, modules, notes).map(Ok),
        Err(source) => Ok(Err(Refusal::Archive { file: one_line(&path.display().to_string()), source })),
    }
}

fn gather_words(path: &Path) -> Result<Result<Vec<u8>, Refusal>, IntakeError> {
    match folder::place(path).map_err(IntakeError::Folder)? {
        Place::File(real) => refusing(folder::read_file(&real, bounds::FILE_BYTES_MAX)),
        Place::Folder(path) => Err(IntakeError::WordsAreAFolder { path }),
    }
}

/// Tells the candidate's faults from those of whoever named the path.
fn refusing<T>(read: Result<T, FolderError>) -> Result<Result<T, Refusal>, IntakeError> {
    match read {
        Ok(read) => Ok(Ok(read)),
        Err(FolderError::TooLarge { path, bytes, bytes_max }) => {
            Ok(Err(Refusal::TooLarge { file: path, bytes, bytes_max }))
        }
        Err(FolderError::TotalTooLarge { bytes_max }) => Ok(Err(Refusal::TotalTooLarge { bytes_max })),
        Err(FolderError::TooMany { what, count_max }) => Ok(Err(Refusal::TooMany { what, count_max })),
        Err(error) => Err(IntakeError::Folder(error)),
    }
}

/// Whether a file of an answer's folder is read.
pub(crate) fn is_part_of_answer(path: &str, modules: &[String]) -> bool {
    if !modules.is_empty() {
        return project::is_part(path, modules);
    }
    path.ends_with(".py") || path == PREDICTION || path == EXPLANATION
}

/// Finds the main file of a folder and remarks on what was left out.
fn choose_main(
    path: &Path,
    listing: Listing,
    modules: &[String],
    notes: &mut Vec<String>,
) -> Result<Vec<RawFile>, IntakeError> {
    let mut files = listing.files;
    let python = |file: &&RawFile| file.path.ends_with(".py");
    // A project is put in order when it is assembled.
    if modules.is_empty() && !files.iter().any(|file| file.path == MAIN) {
        let found: Vec<String> = files.iter().filter(python).map(|file| file.path.clone()).collect();
        // The only file counts only at the top: a lone `src/app.py` may well import what is beside it.
        match &found[..] {
            [only] if !only.contains('/') => {
                notes.push(format!(
                    "The folder has no answer.py; {only}, its only Python file, was taken as the answer."
                ));
                files
                    .iter_mut()
                    .filter(|file| file.path == *only)
                    .for_each(|file| file.path = MAIN.to_owned());
            }
            _ => {
                let mut found: Vec<String> = found.into_iter().take(8).collect();
                let links = listing.left.iter().filter(|(name, why)| *why == Left::Link && name == MAIN);
                found.extend(
                    links.map(|(name, _)| format!("{name} (a symbolic link, which is not followed)")),
                );
                return Err(IntakeError::NoMain { folder: path.to_owned(), found });
            }
        }
    }
    let is_list = |(name, _): &(String, Left)| name.rsplit('/').next() == Some("requirements.txt");
    if !modules.is_empty() && listing.left.iter().any(is_list) {
        notes.push(
            "requirements.txt was not followed: an answer has the standard library and the packages that its challenge names."
                .to_owned(),
        );
    }
    for (kind, what) in [
        (Left::Unwanted, "is no Python and was left out"),
        (Left::Link, "is a symbolic link and was left out"),
        (Left::Special, "is no regular file and was left out"),
        (Left::OddName, "has an unreadable name and was left out"),
    ] {
        let names: Vec<&str> =
            listing.left.iter().filter(|(_, why)| *why == kind).map(|(name, _)| name.as_str()).collect();
        match names.len() {
            0 => {}
            1 => notes.push(format!("{} {what}.", names[0])),
            count => notes.push(format!("{} {what}, like {} more.", names[0], count - 1)),
        }
    }
    Ok(files)
}

/// Makes an answer of files that were read already; `name` is what to call the whole in an error.
///
/// # Errors
/// [`IntakeError::NothingToGrade`] when no file holds code, and [`IntakeError::NoMain`] without an `answer.py`;
/// for a project [`IntakeError::NoModule`] where none of its modules is there.
pub fn assemble(
    raw: Vec<RawFile>,
    name: &str,
    modules: &[String],
    notes: Vec<String>,
) -> Result<Handed, IntakeError> {
    if let Some(module) = modules.first() {
        let mut notes = notes;
        let raw = project::arrange(raw, modules, &mut notes)
            .ok_or_else(|| IntakeError::NoModule { folder: name.into(), module: module.clone() })?;
        return taken(raw, name, notes);
    }
    let mut raw = raw;
    // `answer.py` first, then by path: the same files always have the same hash.
    raw.sort_by(|a, b| (a.path != MAIN, &a.path).cmp(&(b.path != MAIN, &b.path)));
    if raw.first().is_none_or(|file| file.path != MAIN) {
        return Err(IntakeError::NoMain {
            folder: PathBuf::from(name),
            found: raw
                .into_iter()
                .map(|file| file.path)
                .filter(|path| path.ends_with(".py"))
                .map(|path| one_line(&path))
                .take(8)
                .collect(),
        });
    }
    taken(raw, name, notes)
}

/// Files in their order become an answer, unless one of them can be no part of any.
fn taken(raw: Vec<RawFile>, name: &str, notes: Vec<String>) -> Result<Handed, IntakeError> {
    let sha256 = hash(&raw);
    let bytes = raw.first().map_or(0, |file| file.bytes.len());
    let mut intake = Intake {
        answer: Answer { files: Vec::new(), prediction: None, explanation: None, sha256: sha256.clone() },
        notes,
    };
    for file in raw {
        let cleaned = match text::clean(&file, &called(&file, name)) {
            Ok(cleaned) => cleaned,
            Err(refusal) => return Ok(Handed::Refused { refusal, sha256: Some(sha256) }),
        };
        intake.notes.extend(cleaned.notes);
        match file.path.as_str() {
            PREDICTION => intake.answer.prediction = Some(cleaned.text),
            EXPLANATION => intake.answer.explanation = Some(cleaned.text),
            path => {
                let (path, at) = (path.to_owned(), file.at);
                intake.answer.files.push(SourceFile { path, at, text: cleaned.text });
            }
        }
    }
    if !intake.answer.files.iter().any(|file| text::holds_code(&file.text)) {
        return Err(IntakeError::NothingToGrade { name: name.to_owned(), bytes });
    }
    let shadows = shadows(&intake.answer);
    intake.notes.extend(shadows);
    Ok(Handed::Answer(intake))
}

/// What a file was called by who handed it in; `name` is that of the whole.
fn called(file: &RawFile, name: &str) -> String {
    match (file.path.as_str(), file.at.as_str()) {
        (MAIN, "") => name.rsplit('/').next().unwrap_or(name).to_owned(),
        (MAIN, at) => one_line(at),
        (path, _) => one_line(path),
    }
}

/// SHA-256 over name, length and bytes of each file, in order.
fn hash(files: &[RawFile]) -> String {
    let mut sha = Sha256::new();
    for file in files {
        sha.update((file.path.len() as u64).to_le_bytes());
        sha.update(file.path.as_bytes());
        sha.update((file.bytes.len() as u64).to_le_bytes());
        sha.update(&file.bytes);
    }
    format!("{:x}", sha.finalize())
}

/// The names of the standard library's public modules in CPython 3.10 to 3.14, one a line, sorted.
pub(super) const STANDARD_MODULES: &str = include_str!("standard_modules.txt");

/// Remarks on files that are called like a module of the standard library.
fn shadows(answer: &Answer) -> Vec<String> {
    let mut notes = Vec::new();
    let mut seen = std::collections::BTreeSet::new();
    for file in &answer.files {
        let top = file.path.split('/').next().unwrap_or_default();
        let module = top.strip_suffix(".py").unwrap_or(top);
        if seen.insert(module) && STANDARD_MODULES.lines().any(|standard| standard == module) {
            notes.push(format!(
                "{} is called like the standard module `{module}`; `import {module}` gives the standard one.",
                one_line(&file.path)
            ));
        }
    }
    notes
}

#[cfg(test)]
mod tests;
