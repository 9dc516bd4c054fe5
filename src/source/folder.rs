//! Bounded reading of files and folders that a stranger may have written, and may be changing meanwhile.
//!
//! Every name is opened relative to the descriptor of its folder and with `O_NOFOLLOW`, so that a link put
//! in place between two looks leads nowhere; a fifo or a device is never opened (and could not block: `O_NONBLOCK`).
//! Must not know what the files mean.

use std::fs::File;
use std::io::Read;
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use nix::dir::Dir;
use nix::fcntl::{AtFlags, OFlag, openat};
use nix::sys::stat::{Mode, SFlag, fstatat};

/// Bounds of a folder that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// Bytes of one file.
    pub file_bytes_max: u64,
    /// Bytes of all files that are read.
    pub total_bytes_max: u64,
    /// Files that are read.
    pub files_max: usize,
    /// Names that are looked at in all.
    pub names_max: usize,
    /// Folders within folders.
    pub depth_max: usize,
}

/// One file that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawFile {
    /// Path relative to the folder, with `/`; what it is taken as may be another.
    pub path: String,
    /// The path that it was found under; empty where it was named itself.
    pub at: String,
    /// All of its bytes.
    pub bytes: Vec<u8>,
}

/// Why a name of a folder was not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Left {
    /// It is not of the wanted kind.
    Unwanted,
    /// It is a symbolic link.
    Link,
    /// It is a fifo, a socket or a device.
    Special,
    /// Its name is not UTF-8 or holds control characters.
    OddName,
}

/// What a folder holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Listing {
    /// The wanted files, by path.
    pub files: Vec<RawFile>,
    /// What was left out and why, by path as it may be shown. Junk is left out silently.
    pub left: Vec<(String, Left)>,
}

/// Why a file or folder could not be read.
#[derive(Debug, thiserror::Error)]
pub enum FolderError {
    /// Nothing is there.
    #[error("there is no {}", crate::source::shown::path(path))]
    NotFound {
        /// What was asked for.
        path: PathBuf,
    },
    /// The system refused.
    #[error("{} cannot be read", crate::source::shown::path(path))]
    Io {
        /// What was asked for.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A link leads out of the folder it stands in.
    #[error(
        "{} is a symbolic link to {}, which lies outside its folder; name that path itself",
        crate::source::shown::path(path),
        crate::source::shown::path(target)
    )]
    LinkOutside {
        /// The link.
        path: PathBuf,
        /// Where it leads.
        target: PathBuf,
    },
    /// A link where none may be.
    #[error("{} is a symbolic link, and a submission's is not followed", crate::source::shown::path(path))]
    Link {
        /// The link.
        path: PathBuf,
    },
    /// A fifo, socket or device.
    #[error("{} is neither a file nor a folder", crate::source::shown::path(path))]
    Special {
        /// What was asked for.
        path: PathBuf,
    },
    /// One file is too large.
    #[error("{path} has {bytes} bytes, and {bytes_max} is the most that is read")]
    TooLarge {
        /// The file.
        path: String,
        /// Its size as the system tells it.
        bytes: u64,
        /// The bound.
        bytes_max: u64,
    },
    /// All files together are too large.
    #[error("the files come to more than {bytes_max} bytes, which is the most that is read")]
    TotalTooLarge {
        /// The bound.
        bytes_max: u64,
    },
    /// Too many files or names.
    #[error("there are more than {count_max} {what}, which is the most that is read")]
    TooMany {
        /// `files`, `names` or `folders within folders`.
        what: &'static str,
        /// The bound.
        count_max: usize,
    },
}

/// What a path is, links to its own folder resolved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A regular file, by its real path.
    File(PathBuf),
    /// A folder, by its real path.
    Folder(PathBuf),
}

/// Names that are never part of what somebody wrote: caches, virtual environments, hidden files.
#[must_use]
pub fn is_junk(name: &str) -> bool {
    name.starts_with('.')
        || matches!(name, "__pycache__" | "node_modules" | "venv" | "__MACOSX" | "Thumbs.db")
        || [".pyc", ".pyo", ".swp", ".egg-info", "~"].iter().any(|end| name.ends_with(end))
}

/// Says what stands at a path that a person named, without opening it.
///
/// A link is followed when its target lies in the folder where the link stands (or below it), and refused
/// otherwise: a submission may be a link to any file that the grader can read.
///
/// # Errors
/// [`FolderError`] when nothing is there, or a link leads outside, or it is neither file nor folder.
pub fn place(path: &Path) -> Result<Place, FolderError> {
    let io = |source: std::io::Error| match source.kind() {
        std::io::ErrorKind::NotFound => FolderError::NotFound { path: path.to_owned() },
        _ => FolderError::Io { path: path.to_owned(), source },
    };
    let mut kind = std::fs::symlink_metadata(path).map_err(io)?;
    let mut real = path.to_owned();
    if kind.is_symlink() {
        real = std::fs::canonicalize(path).map_err(io)?;
        let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
        let home = std::fs::canonicalize(parent.unwrap_or(Path::new("."))).map_err(io)?;
        if !real.starts_with(&home) {
            return Err(FolderError::LinkOutside { path: path.to_owned(), target: real });
        }
        kind = std::fs::symlink_metadata(&real).map_err(io)?;
    }
    if kind.is_file() {
        Ok(Place::File(real))
    } else if kind.is_dir() {
        Ok(Place::Folder(real))
    } else {
        Err(FolderError::Special { path: path.to_owned() })
    }
}

/// Reads one file that [`place`] found, at most `bytes_max` of it.
///
/// # Errors
/// [`FolderError::TooLarge`] before anything of it is read when the system knows its size; else whatever hinders.
pub fn read_file(path: &Path, bytes_max: u64) -> Result<Vec<u8>, FolderError> {
    let flags = OFlag::O_NOFOLLOW | OFlag::O_NONBLOCK | OFlag::O_NOCTTY;
    let io = |source| FolderError::Io { path: path.to_owned(), source };
    let file = File::options().read(true).custom_flags(flags.bits()).open(path).map_err(io)?;
    read_open(file, path, &crate::source::shown::one_line(&path.display().to_string()), bytes_max)
}

/// Reads a file that is open already; `shown` is its name in errors.
fn read_open(file: File, path: &Path, shown: &str, bytes_max: u64) -> Result<Vec<u8>, FolderError> {
    let io = |source| FolderError::Io { path: path.to_owned(), source };
    let facts = file.metadata().map_err(io)?;
    if !facts.is_file() {
        return Err(FolderError::Special { path: path.to_owned() });
    }
    let too_large = |bytes| FolderError::TooLarge { path: shown.to_owned(), bytes, bytes_max };
    if facts.len() > bytes_max {
        return Err(too_large(facts.len()));
    }
    // The file may grow while it is read, so the size that was told is no bound.
    let mut bytes = Vec::new();
    file.take(bytes_max + 1).read_to_end(&mut bytes).map_err(io)?;
    if bytes.len() as u64 > bytes_max {
        return Err(too_large(bytes.len() as u64));
    }
    Ok(bytes)
}

/// Reads the files of a folder whose relative path `wanted` accepts, in order of path.
///
/// No symbolic link in it is followed, wherever it leads.
///
/// # Errors
/// [`FolderError`] when a bound is passed or the system refuses.
pub fn read_folder(
    path: &Path,
    bounds: &Bounds,
    wanted: &dyn Fn(&str) -> bool,
) -> Result<Listing, FolderError> {
    let flags = OFlag::O_DIRECTORY | OFlag::O_NOFOLLOW | OFlag::O_CLOEXEC | OFlag::O_RDONLY;
    let folder = Dir::open(path, flags, Mode::empty())
        .map_err(|errno| FolderError::Io { path: path.to_owned(), source: errno.into() })?;
    let mut walk = Walk { root: path, bounds, wanted, names: 0, bytes: 0, listing: Listing::default() };
    walk.folder(folder, "", 0)?;
    walk.listing.files.sort_by(|a, b| a.path.cmp(&b.path));
    walk.listing.left.sort_by(|a, b| a.0.cmp(&b.0));
    Ok(walk.listing)
}

/// A walk through one folder.
struct Walk<'a> {
    root: &'a Path,
    bounds: &'a Bounds,
    wanted: &'a dyn Fn(&str) -> bool,
    names: usize,
    bytes: u64,
    listing: Listing,
}

impl Walk<'_> {
    fn folder(&mut self, mut folder: Dir, prefix: &str, depth: usize) -> Result<(), FolderError> {
        if depth > self.bounds.depth_max {
            return Err(FolderError::TooMany {
                what: "folders within folders",
                count_max: self.bounds.depth_max,
            });
        }
        for name in self.names(&mut folder, prefix)? {
            let path = format!("{prefix}{name}");
            let facts = match fstatat(&folder, name.as_str(), AtFlags::AT_SYMLINK_NOFOLLOW) {
                Ok(facts) => facts,
                // It went away between the two looks.
                Err(nix::errno::Errno::ENOENT) => continue,
                Err(errno) => return Err(self.io(&path, errno.into())),
            };
            match SFlag::from_bits_truncate(facts.st_mode & SFlag::S_IFMT.bits()) {
                SFlag::S_IFDIR => {
                    let flags = OFlag::O_DIRECTORY | OFlag::O_NOFOLLOW | OFlag::O_CLOEXEC | OFlag::O_RDONLY;
                    let inner = Dir::openat(&folder, name.as_str(), flags, Mode::empty())
                        .map_err(|errno| self.io(&path, errno.into()))?;
                    self.folder(inner, &format!("{path}/"), depth + 1)?;
                }
                SFlag::S_IFREG => self.file(&folder, &name, path)?,
                SFlag::S_IFLNK => self.listing.left.push((path, Left::Link)),
                _ => self.listing.left.push((path, Left::Special)),
            }
        }
        Ok(())
    }

    /// The names of a folder but junk, sorted, so that the order of the file system decides nothing.
    fn names(&mut self, folder: &mut Dir, prefix: &str) -> Result<Vec<String>, FolderError> {
        let mut names = Vec::new();
        // One name too many must be among them, beside the folder itself and the one above it.
        let found: Vec<_> = folder.iter().take(self.bounds.names_max + 3).collect();
        for entry in found {
            let entry = entry.map_err(|errno| self.io(prefix, errno.into()))?;
            let raw = entry.file_name().to_bytes();
            if raw == b"." || raw == b".." {
                continue;
            }
            self.names += 1;
            if self.names > self.bounds.names_max {
                return Err(FolderError::TooMany { what: "names", count_max: self.bounds.names_max });
            }
            match std::str::from_utf8(raw) {
                Ok(name) if is_junk(name) => {}
                Ok(name) if crate::source::shown::one_line(name) == name => names.push(name.to_owned()),
                _ => {
                    let shown = crate::source::shown::one_line(&String::from_utf8_lossy(raw));
                    self.listing.left.push((format!("{prefix}{shown}"), Left::OddName));
                }
            }
        }
        names.sort();
        Ok(names)
    }

    fn file(&mut self, folder: &Dir, name: &str, path: String) -> Result<(), FolderError> {
        if !(self.wanted)(&path) {
            self.listing.left.push((path, Left::Unwanted));
            return Ok(());
        }
        if self.listing.files.len() == self.bounds.files_max {
            return Err(FolderError::TooMany { what: "files", count_max: self.bounds.files_max });
        }
        let flags =
            OFlag::O_NOFOLLOW | OFlag::O_NONBLOCK | OFlag::O_NOCTTY | OFlag::O_CLOEXEC | OFlag::O_RDONLY;
        let open: OwnedFd = openat(folder.as_fd(), name, flags, Mode::empty())
            .map_err(|errno| self.io(&path, errno.into()))?;
        let bytes = read_open(File::from(open), &self.root.join(&path), &path, self.bounds.file_bytes_max)?;
        self.bytes += bytes.len() as u64;
        if self.bytes > self.bounds.total_bytes_max {
            return Err(FolderError::TotalTooLarge { bytes_max: self.bounds.total_bytes_max });
        }
        self.listing.files.push(RawFile { at: path.clone(), path, bytes });
        Ok(())
    }

    fn io(&self, path: &str, source: std::io::Error) -> FolderError {
        FolderError::Io { path: self.root.join(path), source }
    }
}
