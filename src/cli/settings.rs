//! Where settings come from: a flag, the environment, then `viva.toml` upward from here, then the user's own.
//!
//! Must not know what a setting is used for.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

/// The name of the file that is looked for.
const FILE: &str = "viva.toml";
/// Bytes of a settings file, at most.
const BYTES_MAX: u64 = 64 * 1024;

/// Why settings cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// The file cannot be read.
    #[error("cannot read {}", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// The file is no valid settings file.
    #[error("{} is not valid: {reason}", path.display())]
    Parse {
        /// The file.
        path: PathBuf,
        /// Line, column and what was expected.
        reason: String,
    },
    /// A file that came with a folder names a program to start.
    #[error(
        "{} names a `python`, a program that viva would start outside of any box; whoever made the folder may have chosen it",
        path.display()
    )]
    NamesAProgram {
        /// The file.
        path: PathBuf,
    },
}

/// What `viva.toml` may hold.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// A folder of challenges, relative to the file.
    pub bank: Option<PathBuf>,
    /// A folder of templates for `viva plan`, relative to the file.
    pub templates: Option<PathBuf>,
    /// The interpreter of cold runs, relative to the file where it is a path. Only in the user's own settings.
    pub python: Option<PathBuf>,
    /// `warm` or `cold`.
    pub runtime: Option<crate::model::grade::RuntimeKind>,
    /// The file itself, where it lies in a folder above and is not the user's own.
    #[serde(skip)]
    pub found_at: Option<PathBuf>,
}

impl Settings {
    /// Reads the nearest `viva.toml` from `start` upward, else `$XDG_CONFIG_HOME/viva/viva.toml`, else nothing.
    ///
    /// # Errors
    /// [`SettingsError`] when a file is there and cannot be used.
    pub fn find(start: &Path) -> Result<Self, SettingsError> {
        let upward = start.ancestors().map(|folder| folder.join(FILE));
        let own = env::var_os("XDG_CONFIG_HOME")
            .map(PathBuf::from)
            .or_else(|| env::var_os("HOME").map(|home| PathBuf::from(home).join(".config")))
            .map(|folder| folder.join("viva").join(FILE));
        if let Some(path) = upward.into_iter().find(|path| path.is_file()) {
            let settings = Self::read(&path)?;
            // Graders stand in folders of strangers: what lies there must not choose what runs here.
            let foreign = settings.python.is_some() && own.as_ref() != Some(&path);
            if foreign {
                return Err(SettingsError::NamesAProgram { path });
            }
            let found_at = (own.as_ref() != Some(&path)).then_some(path);
            return Ok(Self { found_at, ..settings });
        }
        own.filter(|path| path.is_file()).map_or_else(|| Ok(Self::default()), |path| Self::read(&path))
    }

    fn read(path: &Path) -> Result<Self, SettingsError> {
        let read = |source| SettingsError::Read { path: path.to_owned(), source };
        if fs::metadata(path).map_err(read)?.len() > BYTES_MAX {
            let reason = format!("it is larger than {BYTES_MAX} bytes");
            return Err(SettingsError::Parse { path: path.to_owned(), reason });
        }
        let text = fs::read_to_string(path).map_err(read)?;
        let mut settings: Self = toml::from_str(&text)
            .map_err(|error| SettingsError::Parse { path: path.to_owned(), reason: error.to_string() })?;
        let folder = path.parent().unwrap_or(Path::new("."));
        settings.bank = settings.bank.map(|bank| folder.join(bank));
        settings.templates = settings.templates.map(|templates| folder.join(templates));
        // A bare name is looked for on the PATH, as after `--python`.
        let bare = |python: &PathBuf| python.components().count() == 1;
        settings.python =
            settings.python.map(|python| if bare(&python) { python } else { folder.join(python) });
        Ok(settings)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> (tempfile::TempDir, Result<Settings, SettingsError>) {
        let folder = tempfile::tempdir().expect("a scratch folder");
        fs::write(folder.path().join(FILE), text).expect("the file can be written");
        let below = folder.path().join("below");
        fs::create_dir(&below).expect("a folder below");
        let settings = Settings::find(&below);
        (folder, settings)
    }

    #[test]
    fn a_bank_is_found_further_up_and_is_relative_to_its_file() {
        let (folder, settings) = found("bank = \"mine\"\n");
        assert_eq!(settings.expect("valid").bank, Some(folder.path().join("mine")));
    }

    #[test]
    fn a_folder_cannot_choose_a_program_to_start() {
        let (_folder, settings) = found("python = \"./mine\"\nruntime = \"cold\"\n");
        assert!(matches!(settings, Err(SettingsError::NamesAProgram { .. })), "{settings:?}");
    }

    #[test]
    fn a_bare_name_of_an_interpreter_is_left_to_the_path() {
        let folder = tempfile::tempdir().expect("a scratch folder");
        let path = folder.path().join(FILE);
        fs::write(&path, "python = \"python3.12\"").expect("the file can be written");
        assert_eq!(Settings::read(&path).expect("valid").python, Some("python3.12".into()));
    }
}
