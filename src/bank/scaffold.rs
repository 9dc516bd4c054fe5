//! `viva new`: writes a small challenge that is complete and passes the author's gate, to be changed piece by piece.
//!
//! Must not overwrite anything.

use std::path::{Path, PathBuf};

use include_dir::{Dir, DirEntry, include_dir};

use crate::model::id::{ChallengeId, IdError};

static TEMPLATE: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/templates/challenge");

/// Why no challenge was written.
#[derive(Debug, thiserror::Error, miette::Diagnostic)]
pub enum ScaffoldError {
    /// The name cannot be a challenge's.
    #[error(transparent)]
    BadName(#[from] IdError),
    /// Something has the name already.
    #[error("{} is there already, and nothing was written", crate::source::shown::path(path))]
    #[diagnostic(help("choose another name, or remove it first"))]
    Exists {
        /// What is there.
        path: PathBuf,
    },
    /// The system refused; nothing was left behind.
    #[error("{} cannot be written", crate::source::shown::path(path))]
    Io {
        /// What was to be written.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
}

/// Writes the challenge `name` as a folder in `bank`, which is made if it is missing, and gives its path.
///
/// The folder appears whole or not at all.
///
/// # Errors
/// [`ScaffoldError`] when the name is wrong or taken, or the system refuses.
pub fn write(bank: &Path, name: &str) -> Result<PathBuf, ScaffoldError> {
    let id = ChallengeId::new(name)?;
    let target = bank.join(id.as_str());
    if target.symlink_metadata().is_ok() {
        return Err(ScaffoldError::Exists { path: target });
    }
    let io = |path: &Path, source| ScaffoldError::Io { path: path.to_owned(), source };
    std::fs::create_dir_all(bank).map_err(|error| io(bank, error))?;
    let draft =
        tempfile::Builder::new().prefix(".viva-new-").tempdir_in(bank).map_err(|error| io(bank, error))?;
    let title = title(id.as_str());
    let mut folders = vec![&TEMPLATE];
    while let Some(folder) = folders.pop() {
        for entry in folder.entries() {
            let path = draft.path().join(entry.path());
            match entry {
                DirEntry::Dir(inner) => {
                    std::fs::create_dir(&path).map_err(|error| io(&path, error))?;
                    folders.push(inner);
                }
                DirEntry::File(file) => {
                    let text = file.contents_utf8().unwrap_or_default().replace("{{title}}", &title);
                    std::fs::write(&path, text).map_err(|error| io(&path, error))?;
                }
            }
        }
    }
    open_to_all(draft.path())
        .and_then(|()| std::fs::rename(draft.path(), &target))
        .map_err(|error| io(&target, error))?;
    // What it was named for was moved away, so there is nothing left to remove.
    let _ = draft.keep();
    Ok(target)
}

/// A temporary folder is private; a challenge is as any folder.
fn open_to_all(path: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o755))
}

/// `my-challenge` as `My challenge`.
fn title(id: &str) -> String {
    let words = id.replace('-', " ");
    let mut letters = words.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}
