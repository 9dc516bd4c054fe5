//! The files of one challenge, from the binary or from disk, as texts by path.
//!
//! Line ends and byte order marks are made plain, so that a checkout with other line ends has the same revision.
//! Must not know what the files mean.

use std::collections::BTreeMap;
use std::path::Path;

use include_dir::{Dir, DirEntry};

use super::problem::{BankError, Fault, Problem};
use crate::source::folder::{self, Bounds, FolderError, Left, is_junk};

/// Bounds of one challenge on disk.
pub(super) const CHALLENGE: Bounds = Bounds {
    file_bytes_max: 1024 * 1024,
    total_bytes_max: 16 * 1024 * 1024,
    files_max: 1_000,
    names_max: 5_000,
    depth_max: 8,
};

/// The files of one challenge.
#[derive(Debug, Clone, Default)]
pub(super) struct Files {
    /// The challenge's name, to tell where a problem is.
    pub challenge: String,
    texts: BTreeMap<String, String>,
}

impl Files {
    /// The text of a file, if it is there.
    pub fn get(&self, path: &str) -> Option<&str> {
        self.texts.get(path).map(String::as_str)
    }

    /// The text of a file, empty if it is not there.
    pub fn text(&self, path: &str) -> &str {
        self.get(path).unwrap_or_default()
    }

    /// All paths, in order.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.texts.keys().map(String::as_str)
    }

    /// A file's name in problems.
    pub fn shown(&self, path: &str) -> String {
        format!("{}/{path}", self.challenge)
    }

    /// A problem at a place of one of the files.
    pub fn problem_at(&self, path: &str, span: std::ops::Range<usize>, fault: Fault) -> Problem {
        Problem::at(fault, &self.shown(path), self.text(path), span)
    }

    /// A problem with one of the files as a whole.
    pub fn problem_of(&self, path: &str, fault: Fault) -> Problem {
        Problem::of_file(fault, &self.shown(path))
    }

    fn take(&mut self, path: String, bytes: &[u8], problems: &mut Vec<Problem>) {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        match std::str::from_utf8(bytes) {
            Ok(text) => {
                self.texts.insert(path, text.replace("\r\n", "\n").replace('\r', "\n"));
            }
            Err(error) => {
                let lossy = String::from_utf8_lossy(bytes);
                let offset = error.valid_up_to();
                let fault = Fault::NotText { offset };
                problems.push(Problem::at(fault, &self.shown(&path), &lossy, offset..offset));
            }
        }
    }
}

/// Reads a challenge that the binary carries.
pub(super) fn from_binary(challenge: &str, folder: &Dir<'_>) -> Result<Files, BankError> {
    from_bytes(challenge, in_binary(folder))
}

/// The files of a folder in the binary, each with its bytes.
pub(super) fn in_binary(folder: &Dir<'_>) -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    let mut folders = vec![folder];
    while let Some(inner) = folders.pop() {
        for entry in inner.entries() {
            let path = entry.path();
            if path.file_name().and_then(|name| name.to_str()).is_none_or(is_junk) {
                continue;
            }
            match entry {
                DirEntry::Dir(dir) => folders.push(dir),
                DirEntry::File(file) => {
                    let relative = path.strip_prefix(folder.path()).unwrap_or(path);
                    files.push((relative.to_string_lossy().into_owned(), file.contents().to_vec()));
                }
            }
        }
    }
    files
}

/// Takes a challenge's files as they were handed in.
pub(super) fn from_bytes(
    challenge: &str,
    bytes: impl IntoIterator<Item = (String, Vec<u8>)>,
) -> Result<Files, BankError> {
    let mut files = Files { challenge: challenge.to_owned(), ..Files::default() };
    let mut problems = Vec::new();
    for (path, bytes) in bytes {
        files.take(path, &bytes, &mut problems);
    }
    done(files, problems)
}

/// The files of a challenge on disk, each with its bytes. Only what a challenge that loads can hold is there.
pub(super) fn on_disk(path: &Path) -> Result<Vec<(String, Vec<u8>)>, BankError> {
    let listing = folder::read_folder(path, &CHALLENGE, &|_| true).map_err(BankError::Unreadable)?;
    Ok(listing.files.into_iter().map(|file| (file.path, file.bytes)).collect())
}

/// Reads a challenge from disk. No link in it is followed.
pub(super) fn from_disk(challenge: &str, path: &Path) -> Result<Files, BankError> {
    let listing = match folder::read_folder(path, &CHALLENGE, &|_| true) {
        Ok(listing) => listing,
        Err(error) => return Err(BankError::Unreadable(error)),
    };
    let mut files = Files { challenge: challenge.to_owned(), ..Files::default() };
    let mut problems = Vec::new();
    for (path, why) in listing.left {
        let kind = match why {
            Left::Link => "a symbolic link",
            Left::Special => "a fifo, socket or device",
            Left::OddName => "a name that is not plain text",
            Left::Unwanted => continue,
        };
        problems.push(files.problem_of(&path, Fault::OddFile { kind }));
    }
    for file in listing.files {
        files.take(file.path, &file.bytes, &mut problems);
    }
    done(files, problems)
}

fn done(files: Files, problems: Vec<Problem>) -> Result<Files, BankError> {
    if problems.is_empty() {
        Ok(files)
    } else {
        Err(BankError::Faulty { challenge: files.challenge, problems })
    }
}

/// The challenges' folders at the top of a bank on disk: names of folders that hold a manifest.
pub(super) fn names_on_disk(path: &Path) -> Result<Vec<String>, FolderError> {
    let io = |source| FolderError::Io { path: path.to_owned(), source };
    let mut names = Vec::new();
    for entry in std::fs::read_dir(path).map_err(io)?.take(10_000) {
        let entry = entry.map_err(io)?;
        let Some(name) = entry.file_name().to_str().map(str::to_owned) else { continue };
        // `file_type` does not follow a link.
        let is_folder = entry.file_type().map_err(io)?.is_dir();
        if is_folder && !is_junk(&name) && entry.path().join(super::manifest::FILE).is_file() {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}
