//! A bank of challenges: the one inside the binary, or a folder of one's own that stands in its place.
//!
//! Challenges are read one by one when they are asked for; naming them all reads none. Must not know what is done with them.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use super::files::{self, Files};
use super::problem::{BankError, nearest_few};
use super::{assemble, embedded, golden, manifest, mutants};
use crate::model::challenge::{Challenge, Golden};
use crate::model::id::ChallengeId;
use crate::source::folder::FolderError;
use crate::source::shown::one_line;

/// A bank of challenges.
#[derive(Debug)]
pub struct Bank {
    place: Place,
    ids: Vec<ChallengeId>,
    misnamed: Vec<String>,
    /// What was read of the binary, which cannot change. A folder can, so it is read anew each time.
    read: Mutex<HashMap<ChallengeId, Arc<Challenge>>>,
}

#[derive(Debug)]
enum Place {
    Binary,
    Folder(PathBuf),
}

impl Bank {
    /// The bank inside the binary.
    #[must_use]
    pub fn embedded() -> Self {
        let names =
            embedded::CHALLENGES.dirs().filter(|dir| dir.get_file(dir.path().join(manifest::FILE)).is_some());
        let names =
            names.filter_map(|dir| dir.path().file_name().and_then(|name| name.to_str()).map(str::to_owned));
        Self::of(Place::Binary, names.collect())
    }

    /// A folder of challenges, which replaces the bank inside the binary.
    ///
    /// # Errors
    /// [`BankError::NotABank`] when it is no folder or is itself a challenge; [`BankError::Unreadable`] when the system refuses.
    pub fn from_dir(path: &Path) -> Result<Self, BankError> {
        let not_a_bank =
            |remedy: &str| BankError::NotABank { path: path.to_owned(), remedy: remedy.to_owned() };
        if !path.is_dir() {
            return Err(not_a_bank("name a folder that holds a folder for each challenge"));
        }
        if path.join(manifest::FILE).is_file() {
            return Err(not_a_bank("it is a challenge itself; name the folder around it"));
        }
        let names = files::names_on_disk(path).map_err(BankError::Unreadable)?;
        Ok(Self::of(Place::Folder(path.to_owned()), names))
    }

    fn of(place: Place, names: Vec<String>) -> Self {
        let (mut ids, mut misnamed) = (Vec::new(), Vec::new());
        for name in names {
            match ChallengeId::new(&name) {
                Ok(id) => ids.push(id),
                Err(_) => misnamed.push(name),
            }
        }
        ids.sort();
        Self { place, ids, misnamed, read: Mutex::default() }
    }

    /// The names of all challenges, sorted.
    #[must_use]
    pub fn ids(&self) -> &[ChallengeId] {
        &self.ids
    }

    /// Folders that hold a manifest and whose names no challenge can have.
    #[must_use]
    pub fn misnamed(&self) -> &[String] {
        &self.misnamed
    }

    /// What to call the bank: `the built-in bank` or the folder's path.
    #[must_use]
    pub fn name(&self) -> String {
        match &self.place {
            Place::Binary => "the built-in bank".to_owned(),
            Place::Folder(path) => one_line(&path.display().to_string()),
        }
    }

    /// Reads one challenge.
    ///
    /// # Errors
    /// [`BankError::NoSuchChallenge`] with the nearest names; [`BankError::Faulty`] with all that is wrong with it.
    pub fn get(&self, name: &str) -> Result<Arc<Challenge>, BankError> {
        let id = self.find(name)?;
        if let Some(challenge) = self.read.lock().ok().and_then(|read| read.get(id).cloned()) {
            return Ok(challenge);
        }
        let challenge = Arc::new(assemble::challenge(id, &self.files(id)?)?);
        if let (Place::Binary, Ok(mut read)) = (&self.place, self.read.lock()) {
            read.insert(id.clone(), Arc::clone(&challenge));
        }
        Ok(challenge)
    }

    /// Reads the golden answers of one challenge, in order of name.
    ///
    /// # Errors
    /// As [`Bank::get`]; [`BankError::Faulty`] also for a golden answer's header.
    pub fn goldens(&self, name: &str) -> Result<Vec<Golden>, BankError> {
        let challenge = self.get(name)?;
        let files = self.files(&challenge.id)?;
        golden::all(&challenge, &files)
            .map_err(|problems| BankError::Faulty { challenge: challenge.id.to_string(), problems })
    }

    /// All files of one challenge to the byte, in order of path. They hold what is hidden.
    ///
    /// # Errors
    /// As [`Bank::get`].
    pub fn exact_files(&self, name: &str) -> Result<Vec<(String, Vec<u8>)>, BankError> {
        let id = self.get(name)?.id.clone();
        let mut files = match &self.place {
            Place::Binary => {
                embedded::CHALLENGES.get_dir(id.as_str()).map(files::in_binary).unwrap_or_default()
            }
            Place::Folder(path) => files::on_disk(&path.join(id.as_str()))?,
        };
        files.sort();
        Ok(files)
    }

    /// Reads which answers of a challenge are mutated and which mutants are stored as equivalent.
    ///
    /// # Errors
    /// As [`Bank::get`]; [`BankError::Faulty`] also for a wrong `mutants.toml`.
    pub fn stored_mutants(&self, name: &str) -> Result<mutants::Stored, BankError> {
        let id = self.find(name)?;
        let faulty = |problems| BankError::Faulty { challenge: id.to_string(), problems };
        mutants::parse(&self.files(id)?).map_err(faulty)
    }

    fn find(&self, name: &str) -> Result<&ChallengeId, BankError> {
        self.ids.iter().find(|id| id.as_str() == name).ok_or_else(|| BankError::NoSuchChallenge {
            name: name.to_owned(),
            bank: self.name(),
            nearest: nearest_few(name, self.ids.iter().map(ChallengeId::as_str), 3),
            count: self.ids.len(),
        })
    }

    fn files(&self, id: &ChallengeId) -> Result<Files, BankError> {
        match &self.place {
            Place::Binary => embedded::CHALLENGES
                .get_dir(id.as_str())
                .map(|dir| files::from_binary(id.as_str(), dir))
                .unwrap_or_else(|| {
                    Err(BankError::Unreadable(FolderError::NotFound { path: PathBuf::from(id.as_str()) }))
                }),
            Place::Folder(path) => files::from_disk(id.as_str(), &path.join(id.as_str())),
        }
    }
}

#[cfg(test)]
mod tests;
