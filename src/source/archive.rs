//! Submissions that come as one zip or tar: read in memory, bounded, never unpacked onto a disk.
//!
//! What an archive claims of itself (sizes, kinds, names) is a stranger's word: sizes are counted while reading, links
//! and devices are left out, and a name that leads out of the archive refuses all of it. Must not know what the files mean.

use std::collections::BTreeSet;
use std::io::{Cursor, Read};

use flate2::read::MultiGzDecoder;

use super::folder::{Bounds, Left, Listing, RawFile, is_junk};
use super::shown::one_line;

/// Bytes of an archive itself.
pub const ARCHIVE_BYTES_MAX: u64 = 64 * 1024 * 1024;
/// Bytes of what a tar says of a file before the file itself, such as a name that is too long for its header.
const SAID_BYTES_MAX: u64 = 64 * 1024;
/// What every entry of a zip's list of contents begins with: APPNOTE.TXT, 4.3.12.
const ZIP_ENTRY: &[u8; 4] = b"PK\x01\x02";
/// Bytes of such an entry before its name.
const ZIP_ENTRY_HEAD: usize = 46;
/// Bytes that a compressed tar may grow to, wanted or not: reading past what is not wanted costs time, too.
const UNPACKED_BYTES_MAX: u64 = 512 * 1024 * 1024;

/// The kinds of archive that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Archive {
    /// A zip.
    Zip,
    /// A tar.
    Tar,
    /// A tar compressed by gzip.
    TarGz,
}

/// Why an archive can be no answer. The candidate's doing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ArchiveError {
    /// Its bytes are no such archive.
    #[error("it cannot be read as a {kind}: {reason}")]
    Broken {
        /// The kind its name announces.
        kind: &'static str,
        /// What is wrong.
        reason: String,
    },
    /// A name in it leads out of it.
    #[error("it holds the path {path}, which leads out of it")]
    LeadsOut {
        /// The path, fit to be shown.
        path: String,
    },
    /// Two files in it have one name: which one is the answer cannot be told.
    #[error("it holds {path} twice")]
    Twice {
        /// The path.
        path: String,
    },
    /// A file in it is locked by a password.
    #[error("{path} in it is encrypted")]
    Encrypted {
        /// The path.
        path: String,
    },
    /// One file is too large.
    #[error("{path} in it is larger than {bytes_max} bytes")]
    FileTooLarge {
        /// The path.
        path: String,
        /// The bound.
        bytes_max: u64,
    },
    /// All of it is too large once unpacked.
    #[error("it grows beyond {bytes_max} bytes when it is unpacked")]
    TooLarge {
        /// The bound.
        bytes_max: u64,
    },
    /// Too many files or names.
    #[error("it holds more than {count_max} {what}")]
    TooMany {
        /// What there is too much of.
        what: &'static str,
        /// The bound.
        count_max: usize,
    },
}

impl Archive {
    /// What a file's name announces; [`None`] for anything else.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        let name = name.to_ascii_lowercase();
        let ends = |end: &str| name.ends_with(end);
        if ends(".zip") {
            Some(Self::Zip)
        } else if ends(".tar") {
            Some(Self::Tar)
        } else if ends(".tar.gz") || ends(".tgz") {
            Some(Self::TarGz)
        } else {
            None
        }
    }

    /// A file's name without what announces an archive.
    #[must_use]
    pub fn stem(name: &str) -> &str {
        let ends = [".tar.gz", ".tgz", ".tar", ".zip"];
        let lower = name.to_ascii_lowercase();
        let end = ends.iter().find(|end| lower.ends_with(*end)).map_or(0, |end| end.len());
        name.get(..name.len() - end).unwrap_or(name)
    }

    fn name(self) -> &'static str {
        match self {
            Self::Zip => "zip",
            Self::Tar => "tar",
            Self::TarGz => "tar.gz",
        }
    }

    fn broken(self, error: &dyn std::fmt::Display) -> ArchiveError {
        ArchiveError::Broken { kind: self.name(), reason: one_line(&error.to_string()) }
    }

    /// Reads the wanted files of an archive, by path. A folder that holds all of them is taken off their paths.
    ///
    /// # Errors
    /// [`ArchiveError`] when it is broken, passes a bound or holds what no answer may hold.
    pub fn read(
        self,
        bytes: &[u8],
        bounds: &Bounds,
        wanted: &dyn Fn(&str) -> bool,
    ) -> Result<Listing, ArchiveError> {
        let mut taking = Taking { bounds, wanted, names: 0, bytes: 0, listing: Listing::default() };
        match self {
            Self::Zip => self.read_zip(bytes, &mut taking)?,
            Self::Tar => self.read_tar(bytes, &mut taking)?,
            Self::TarGz => self.read_tar(MultiGzDecoder::new(bytes), &mut taking)?,
        }
        Ok(taking.finish())
    }

    fn read_zip(self, bytes: &[u8], taking: &mut Taking<'_>) -> Result<(), ArchiveError> {
        // The library keeps the whole list of contents in memory, at many times its size.
        let count_max = taking.bounds.names_max;
        if memchr::memmem::find_iter(bytes, ZIP_ENTRY).nth(count_max).is_some() {
            return Err(ArchiveError::TooMany { what: "names", count_max });
        }
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| self.broken(&error))?;
        if let Some(path) = listed_twice(bytes, zip.central_directory_start(), zip.len()) {
            return Err(ArchiveError::Twice { path });
        }
        for index in 0..zip.len() {
            let raw = zip.by_index_raw(index).map_err(|error| self.broken(&error))?;
            let Some(path) = taking.name(raw.name_raw())? else { continue };
            let (is_dir, encrypted) = (raw.is_dir(), raw.encrypted());
            // The upper half of the attributes is a mode where the zip was made on Unix.
            let format = raw.unix_mode().map_or(0, |mode| mode & 0o170_000);
            drop(raw);
            match format {
                _ if is_dir => {}
                0 | 0o100_000 if encrypted => return Err(ArchiveError::Encrypted { path }),
                0 | 0o100_000 => {
                    let file = zip.by_index(index).map_err(|error| self.broken(&error))?;
                    taking.file(path, file).map_err(|error| error.of(self))?;
                }
                0o120_000 => taking.listing.left.push((path, Left::Link)),
                _ => taking.listing.left.push((path, Left::Special)),
            }
        }
        Ok(())
    }

    fn read_tar(self, source: impl Read, taking: &mut Taking<'_>) -> Result<(), ArchiveError> {
        let mut tar = tar::Archive::new(source.take(UNPACKED_BYTES_MAX));
        let mut read = 0_u64;
        let mut said: Option<Vec<u8>> = None;
        // Raw: by itself the library would read names of any length into memory.
        for entry in tar.entries().map_err(|error| self.broken(&error))?.raw(true) {
            let entry = entry.map_err(|error| match read {
                // The bound cuts the stream, which then looks torn.
                _ if read >= UNPACKED_BYTES_MAX => ArchiveError::TooLarge { bytes_max: UNPACKED_BYTES_MAX },
                _ => self.broken(&error),
            })?;
            read = entry.raw_file_position().saturating_add(entry.size());
            let kind = entry.header().entry_type();
            if kind.is_gnu_longname() || kind.is_pax_local_extensions() {
                taking.count()?;
                let bytes = self.said(entry)?;
                let name = if kind.is_gnu_longname() { Some(bytes) } else { self.extended_name(&bytes)? };
                said = name.or(said);
                continue;
            }
            if kind.is_gnu_longlink() || kind.is_pax_global_extensions() {
                taking.count()?;
                continue;
            }
            let name = said.take().unwrap_or_else(|| entry.path_bytes().into_owned());
            let Some(path) = taking.name(name.strip_suffix(b"\0").unwrap_or(&name))? else { continue };
            if kind.is_file() || kind.is_contiguous() {
                taking.file(path, entry).map_err(|error| error.of(self))?;
            } else if kind.is_symlink() || kind.is_hard_link() {
                taking.listing.left.push((path, Left::Link));
            } else if !kind.is_dir() {
                taking.listing.left.push((path, Left::Special));
            }
        }
        Ok(())
    }

    /// What an entry says of the next one, bounded.
    fn said(self, entry: impl Read) -> Result<Vec<u8>, ArchiveError> {
        let mut bytes = Vec::new();
        entry.take(SAID_BYTES_MAX + 1).read_to_end(&mut bytes).map_err(|error| self.broken(&error))?;
        if bytes.len() as u64 > SAID_BYTES_MAX {
            return Err(self.broken(&format!("a name in it is longer than {SAID_BYTES_MAX} bytes")));
        }
        Ok(bytes)
    }

    /// The name in a list of `length key=value` lines: pax, of pax(1).
    fn extended_name(self, said: &[u8]) -> Result<Option<Vec<u8>>, ArchiveError> {
        let mut name = None;
        for record in tar::PaxExtensions::new(said) {
            let record = record.map_err(|error| self.broken(&error))?;
            match record.key_bytes() {
                b"path" => name = Some(record.value_bytes().to_vec()),
                // It would be another size than the header's, so that two readers see two archives.
                b"size" => return Err(self.broken(&"it tells a file's size twice")),
                _ => {}
            }
        }
        Ok(name)
    }
}

/// A path that stands in a zip's list of contents more than once, where there is one. `known` is how many the library told apart,
/// which takes the last of one name.
fn listed_twice(bytes: &[u8], start: u64, known: usize) -> Option<String> {
    let mut rest = bytes.get(usize::try_from(start).ok()?..)?;
    let mut seen: BTreeSet<&[u8]> = BTreeSet::new();
    for listed in 1.. {
        let head = rest.get(..ZIP_ENTRY_HEAD).filter(|head| head.starts_with(ZIP_ENTRY))?;
        let length = |at: usize| usize::from(u16::from_le_bytes([head[at], head[at + 1]]));
        let name = rest.get(ZIP_ENTRY_HEAD..ZIP_ENTRY_HEAD + length(28))?;
        if !seen.insert(name) || listed > known {
            return Some(one_line(&String::from_utf8_lossy(name)));
        }
        rest = rest.get(ZIP_ENTRY_HEAD + length(28) + length(30) + length(32)..)?;
    }
    None
}

/// Why one file was not taken.
enum FileError {
    Refused(ArchiveError),
    Read(std::io::Error),
}

impl FileError {
    fn of(self, archive: Archive) -> ArchiveError {
        match self {
            Self::Refused(error) => error,
            Self::Read(error) => archive.broken(&error),
        }
    }
}

/// An archive on its way to a listing.
struct Taking<'a> {
    bounds: &'a Bounds,
    wanted: &'a dyn Fn(&str) -> bool,
    names: usize,
    bytes: u64,
    listing: Listing,
}

impl Taking<'_> {
    /// Counts one more entry, whatever it is.
    fn count(&mut self) -> Result<(), ArchiveError> {
        self.names += 1;
        match self.bounds.names_max {
            count_max if self.names > count_max => Err(ArchiveError::TooMany { what: "names", count_max }),
            _ => Ok(()),
        }
    }

    /// A name as a relative path; [`None`] for what is left out.
    fn name(&mut self, raw: &[u8]) -> Result<Option<String>, ArchiveError> {
        self.count()?;
        let shown = one_line(&String::from_utf8_lossy(raw));
        let Some(name) = std::str::from_utf8(raw).ok().filter(|name| *name == shown) else {
            self.listing.left.push((shown, Left::OddName));
            return Ok(None);
        };
        let parts: Vec<&str> = name.split('/').filter(|part| !part.is_empty() && *part != ".").collect();
        if name.starts_with('/') || name.contains(['\\', ':']) || parts.contains(&"..") {
            return Err(ArchiveError::LeadsOut { path: shown });
        }
        if parts.len() > self.bounds.depth_max {
            return Err(ArchiveError::TooMany {
                what: "folders within folders",
                count_max: self.bounds.depth_max,
            });
        }
        let is_left = parts.is_empty() || parts.iter().any(|part| is_junk(part));
        Ok((!is_left).then(|| parts.join("/")))
    }

    fn file(&mut self, path: String, source: impl Read) -> Result<(), FileError> {
        // Wanted or not is told by the last part as well, since a folder around all of them is taken off later.
        let last = path.rsplit('/').next().unwrap_or_default();
        if !(self.wanted)(&path) && !(self.wanted)(last) {
            self.listing.left.push((path, Left::Unwanted));
            return Ok(());
        }
        if self.listing.files.iter().any(|file| file.path == path) {
            return Err(FileError::Refused(ArchiveError::Twice { path }));
        }
        let Bounds { file_bytes_max, total_bytes_max, files_max, .. } = *self.bounds;
        if self.listing.files.len() == files_max {
            return Err(FileError::Refused(ArchiveError::TooMany { what: "files", count_max: files_max }));
        }
        let mut bytes = Vec::new();
        source.take(file_bytes_max + 1).read_to_end(&mut bytes).map_err(FileError::Read)?;
        if bytes.len() as u64 > file_bytes_max {
            return Err(FileError::Refused(ArchiveError::FileTooLarge { path, bytes_max: file_bytes_max }));
        }
        self.bytes += bytes.len() as u64;
        if self.bytes > total_bytes_max {
            return Err(FileError::Refused(ArchiveError::TooLarge { bytes_max: total_bytes_max }));
        }
        self.listing.files.push(RawFile { at: path.clone(), path, bytes });
        Ok(())
    }

    /// Takes off the one folder that holds everything, as archives of a folder have it.
    fn finish(mut self) -> Listing {
        let files = &mut self.listing.files;
        while let Some(top) =
            files.first().and_then(|file| file.path.split_once('/')).map(|(top, _)| format!("{top}/"))
        {
            if !files.iter().all(|file| file.path.starts_with(&top)) {
                break;
            }
            files.iter_mut().for_each(|file| file.path.drain(..top.len()).for_each(drop));
        }
        let (kept, left) = std::mem::take(files).into_iter().partition(|file| (self.wanted)(&file.path));
        *files = kept;
        let left: Vec<RawFile> = left;
        self.listing.left.extend(left.into_iter().map(|file| (file.path, Left::Unwanted)));
        self.listing.files.sort_by(|a, b| a.path.cmp(&b.path));
        self.listing.left.sort_by(|a, b| a.0.cmp(&b.0));
        self.listing
    }
}

#[cfg(test)]
mod tests;
