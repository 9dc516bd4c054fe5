//! Writing imported challenges into a folder: all of them appear, or none.
//!
//! Must not look into them; only what [`super::read`] found sound comes here.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::Sound;

/// Why nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum PlaceError {
    /// Challenges of the same names are there.
    #[error("there already: {}; nothing was written", names.join(", "))]
    Exists {
        /// Their names.
        names: Vec<String>,
    },
    /// The system refused; everything is as it was.
    #[error("{} cannot be written, and everything is as it was", path.display())]
    Io {
        /// What was to be written.
        path: PathBuf,
        /// What the system said.
        #[source]
        source: io::Error,
    },
}

/// Writes challenges into a folder, which is made if it is missing; with `replace` in the place of others.
///
/// They are written aside first and then moved in, which is undone when one of the moves fails.
///
/// # Errors
/// [`PlaceError`] when something of a name is there and is not to be replaced, or the system refuses.
pub fn write(folder: &Path, challenges: &[Sound], replace: bool) -> Result<(), PlaceError> {
    let there = |one: &&Sound| folder.join(one.id.as_str()).symlink_metadata().is_ok();
    let names: Vec<String> = challenges.iter().filter(there).map(|one| one.id.to_string()).collect();
    if !names.is_empty() && !replace {
        return Err(PlaceError::Exists { names });
    }
    let at = |path: &Path| {
        let path = path.to_owned();
        move |source| PlaceError::Io { path, source }
    };
    fs::create_dir_all(folder).map_err(at(folder))?;
    let aside = tempfile::Builder::new().prefix(".viva-import-").tempdir_in(folder).map_err(at(folder))?;
    let (new, old) = (aside.path().join("new"), aside.path().join("old"));
    for path in [&new, &old] {
        fs::create_dir(path).map_err(at(path))?;
    }
    for one in challenges {
        for (path, text) in &one.files {
            let target = new.join(one.id.as_str()).join(path);
            let parent = target.parent().unwrap_or(&new);
            fs::create_dir_all(parent).and_then(|()| fs::write(&target, text)).map_err(at(&target))?;
        }
    }
    let mut moves = Moves { folder, aside: &aside, done: Vec::new() };
    for one in challenges {
        if let Err(source) = moves.one(one.id.as_str()) {
            moves.undo();
            return Err(PlaceError::Io { path: folder.join(one.id.as_str()), source });
        }
    }
    Ok(())
}

/// What was moved so far.
struct Moves<'a> {
    folder: &'a Path,
    aside: &'a TempDir,
    done: Vec<String>,
}

impl Moves<'_> {
    /// Moves what is there aside, if anything is, and the new one in.
    fn one(&mut self, name: &str) -> io::Result<()> {
        let target = self.folder.join(name);
        let old = self.aside.path().join("old").join(name);
        if target.symlink_metadata().is_ok() {
            fs::rename(&target, &old)?;
        }
        self.done.push(name.to_owned());
        fs::rename(self.aside.path().join("new").join(name), target)
    }

    /// Puts everything back; what cannot be put back stays aside, where it can be found.
    fn undo(&mut self) {
        for name in self.done.drain(..).rev() {
            let target = self.folder.join(&name);
            let old = self.aside.path().join("old").join(&name);
            let _ = fs::remove_dir_all(&target);
            if old.symlink_metadata().is_ok() {
                let _ = fs::rename(old, target);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bank::Bank;
    use crate::bank::pack::{Pack, read};

    fn sound(names: &[&str]) -> Vec<Sound> {
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        let pack = Pack::of(&Bank::embedded(), &names, true).expect("they can be read");
        read(&serde_json::to_string(&pack).expect("plain data"), &[]).expect("they are sound")
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).expect("it can be read");
        let mut names: Vec<String> =
            entries.map(|entry| entry.expect("an entry").file_name().into_string().expect("UTF-8")).collect();
        names.sort();
        names
    }

    #[test]
    fn nothing_is_replaced_unless_it_is_told() {
        let folder = tempfile::tempdir().expect("a scratch folder");
        let (both, one) = (sound(&["flatten", "two-sum"]), sound(&["two-sum"]));
        write(folder.path(), &one, false).expect("the folder is empty");
        let mine = folder.path().join("two-sum/notes.md");
        fs::write(&mine, "mine").expect("written");
        let refused = write(folder.path(), &both, false).expect_err("one is there");
        assert_eq!(refused.to_string(), "there already: two-sum; nothing was written");
        assert_eq!(names(folder.path()), ["two-sum"]);
        assert!(mine.exists());
        write(folder.path(), &both, true).expect("it was told");
        assert_eq!(names(folder.path()), ["flatten", "two-sum"]);
        assert!(!mine.exists(), "the whole folder was replaced");
    }

    #[test]
    fn a_move_that_fails_leaves_everything_as_it_was() {
        let folder = tempfile::tempdir().expect("a scratch folder");
        let both = sound(&["flatten", "two-sum"]);
        write(folder.path(), &both, false).expect("the folder is empty");
        fs::write(folder.path().join("flatten/notes.md"), "mine").expect("written");
        let aside = tempfile::tempdir_in(folder.path()).expect("a scratch folder");
        for part in ["old", "new"] {
            fs::create_dir(aside.path().join(part)).expect("made");
        }
        fs::create_dir(aside.path().join("new/flatten")).expect("made");
        // The second has nothing to be moved in.
        let mut moves = Moves { folder: folder.path(), aside: &aside, done: Vec::new() };
        moves.one("flatten").expect("it is there");
        assert!(moves.one("two-sum").is_err());
        moves.undo();
        assert!(folder.path().join("flatten/notes.md").exists());
        assert!(folder.path().join("two-sum/challenge.toml").exists());
    }

    #[test]
    fn a_folder_that_cannot_be_written_is_told() {
        let error = write(Path::new("/dev/null/bank"), &sound(&["flatten"]), false).expect_err("no folder");
        assert!(matches!(error, PlaceError::Io { .. }), "{error}");
    }
}
