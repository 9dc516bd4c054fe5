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
}

/// What `viva.toml` may hold.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// A folder of challenges, relative to the file.
    pub bank: Option<PathBuf>,
    /// The interpreter of cold runs, relative to the file.
    pub python: Option<PathBuf>,
    /// `warm` or `cold`.
    pub runtime: Option<crate::model::grade::RuntimeKind>,
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
        match upward.chain(own).find(|path| path.is_file()) {
            Some(path) => Self::read(&path),
            None => Ok(Self::default()),
        }
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
        for setting in [&mut settings.bank, &mut settings.python] {
            *setting = setting.take().map(|value| folder.join(value));
        }
        Ok(settings)
    }
}
