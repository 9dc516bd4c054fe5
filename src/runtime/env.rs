//! Prepared environments: the packages that a project's answers may import, installed once, outside any box.
//!
//! They are made of a challenge's own locked list, of wheels alone, so that no code of a package runs while it is
//! installed; what a candidate asks for is never looked at. A box gets the folder of packages read-only, and no `.pth`
//! file or `sitecustomize` of it is run. Must not know challenges.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::cold::PythonFacts;

/// What an environment says of itself, in its folder.
const FACTS: &str = "viva.json";
/// Lines of what pip said that are shown.
const LINES_SHOWN: usize = 12;

/// Why an environment could not be made or found.
#[derive(Debug, thiserror::Error)]
pub enum EnvError {
    /// No folder for caches.
    #[error("neither XDG_CACHE_HOME nor HOME names a folder to keep environments in")]
    NoHome,
    /// The system refused.
    #[error("cannot use {}", path.display())]
    Io {
        /// The path.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// A program that installs failed.
    #[error("{what} failed:\n{said}")]
    Failed {
        /// What was done.
        what: &'static str,
        /// The end of what it said.
        said: String,
    },
}

/// An environment that was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnvFacts {
    /// The challenge for which it was made; others with the same list share it.
    pub challenge: String,
    /// The list.
    pub requirements: String,
    /// Its Python: `3.11.7`.
    pub python: String,
}

/// The folder of all environments: `$XDG_CACHE_HOME/viva/env`.
///
/// # Errors
/// [`EnvError::NoHome`].
pub fn home() -> Result<PathBuf, EnvError> {
    let named = |name: &str| std::env::var_os(name).filter(|value: &OsString| !value.is_empty());
    let cache = named("XDG_CACHE_HOME").map(PathBuf::from).filter(|path| path.is_absolute());
    let cache = cache.or_else(|| named("HOME").map(|home| PathBuf::from(home).join(".cache")));
    Ok(cache.ok_or(EnvError::NoHome)?.join("viva/env"))
}

/// Where the environment of a list lies for a Python, made or not.
///
/// # Errors
/// [`EnvError::NoHome`].
pub fn folder(requirements: &str, python: &PythonFacts) -> Result<PathBuf, EnvError> {
    let mut sha = Sha256::new();
    for part in [requirements, &python.build, &python.binary.to_string_lossy()] {
        sha.update((part.len() as u64).to_le_bytes());
        sha.update(part.as_bytes());
    }
    Ok(home()?.join(&format!("{:x}", sha.finalize())[..32]))
}

/// The interpreter of an environment that was made; [`None`] when it was not.
#[must_use]
pub fn interpreter(folder: &Path) -> Option<PathBuf> {
    let python = folder.join("bin/python");
    (folder.join(FACTS).is_file() && python.is_file()).then_some(python)
}

/// Makes an environment; one that is there is left as it is. `wheels` takes packages from a folder and from nowhere else.
///
/// # Errors
/// [`EnvError::Failed`] with what pip said; nothing is left behind.
pub fn build(
    facts: &EnvFacts,
    python: &PythonFacts,
    wheels: Option<&Path>,
) -> Result<(PathBuf, bool), EnvError> {
    let folder = folder(&facts.requirements, python)?;
    if interpreter(&folder).is_some() {
        return Ok((folder, false));
    }
    let home = home()?;
    fs::create_dir_all(&home).map_err(io(&home))?;
    let unfinished = tempfile::Builder::new().prefix(".building-").tempdir_in(&home).map_err(io(&home))?;
    install(unfinished.path(), facts, python, wheels)?;
    // A folder that an earlier attempt left, or that somebody else has just made, makes way.
    match fs::remove_dir_all(&folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(io(&folder)(error)),
        _ => {}
    }
    let made = unfinished.keep();
    fs::rename(&made, &folder).map_err(io(&folder))?;
    Ok((folder, true))
}

fn install(
    folder: &Path,
    facts: &EnvFacts,
    python: &PythonFacts,
    wheels: Option<&Path>,
) -> Result<(), EnvError> {
    let mut venv = Command::new(&python.binary);
    venv.args(["-I", "-m", "venv", "--clear"]).arg(folder);
    run("making a virtual environment", venv)?;

    let list = folder.join("requirements.txt");
    fs::write(&list, &facts.requirements).map_err(io(&list))?;
    let pip = || {
        let mut command = Command::new(folder.join("bin/python"));
        command.args(["-I", "-m", "pip", "--disable-pip-version-check", "--no-input"]);
        command
    };
    let mut install = pip();
    // Wheels are only unpacked: nothing of a package runs here, outside any box.
    install.args(["install", "--require-hashes", "--no-deps", "--only-binary", ":all:", "--no-compile"]);
    if let Some(wheels) = wheels {
        install.args(["--no-index", "--find-links"]).arg(wheels);
    }
    install.arg("-r").arg(&list);
    run("installing the packages of requirements.txt", install)?;
    let mut check = pip();
    check.arg("check");
    run("checking that requirements.txt names every package that is needed", check)?;

    let told = serde_json::to_string_pretty(facts).expect("these are plain texts");
    let file = folder.join(FACTS);
    fs::write(&file, told).map_err(io(&file))
}

fn run(what: &'static str, mut command: Command) -> Result<(), EnvError> {
    let program = PathBuf::from(command.get_program());
    let output = command.stdin(Stdio::null()).output().map_err(io(&program))?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
    let lines: Vec<String> = said.lines().map(crate::source::shown::one_line).collect();
    let said = lines[lines.len().saturating_sub(LINES_SHOWN)..].join("\n");
    Err(EnvError::Failed { what, said })
}

/// All environments that were made, in order of folder.
///
/// # Errors
/// [`EnvError::Io`] when their folder is there and cannot be read.
pub fn all() -> Result<Vec<(PathBuf, EnvFacts)>, EnvError> {
    let home = home()?;
    let entries = match fs::read_dir(&home) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(io(&home)(error)),
    };
    let mut found = Vec::new();
    for folder in entries.flatten().map(|entry| entry.path()) {
        let facts = fs::read(folder.join(FACTS)).ok().and_then(|text| serde_json::from_slice(&text).ok());
        found.extend(facts.map(|facts| (folder, facts)));
    }
    found.sort_by(|one, other| one.0.cmp(&other.0));
    Ok(found)
}

fn io(path: &Path) -> impl FnOnce(std::io::Error) -> EnvError + use<> {
    let path = path.to_owned();
    move |source| EnvError::Io { path, source }
}
