//! Where the worker's Python lies: outside for the jail that is built around it, inside for CPython.
//!
//! Must not start anything.

use std::env;
use std::path::{Path, PathBuf};

use vivavoce::boxes::plan::{JailPlan, PYTHON_PREFIX, PythonPlace, TOOLBOX_DIR};

use super::embed::{BUILT_AGAINST, Place};

/// Overrides the prefix that the worker was built with, where that Python was moved.
pub const HOME_VARIABLE: &str = "VIVA_PYTHON_HOME";

/// The standard library that the worker was built with.
const STDLIB: &str = env!("VIVA_PYTHON_STDLIB");
/// The folder of its compiled parts, mostly the same one.
const PLATFORM_STDLIB: &str = env!("VIVA_PYTHON_PLATFORM_STDLIB");

/// Why there is no standard library to run with.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum PlaceError {
    /// The Python that the worker was built with is gone.
    #[error(
        "no standard library of Python {BUILT_AGAINST} in {}: it was there when viva was built; \
         set {HOME_VARIABLE} to the prefix of that Python, or build viva again", looked.display()
    )]
    Gone {
        /// Where it was.
        looked: PathBuf,
    },
    /// The variable leads nowhere.
    #[error(
        "{HOME_VARIABLE} is {}, but there is no lib/python{BUILT_AGAINST} with a standard library in it",
        home.display()
    )]
    NotInHome {
        /// What the variable says.
        home: PathBuf,
    },
}

/// Finds the standard library on this host.
///
/// # Errors
/// [`PlaceError`] when it is not where it should be.
pub fn on_host() -> Result<PythonPlace, PlaceError> {
    match env::var_os(HOME_VARIABLE) {
        Some(home) => in_home(Path::new(&home)),
        None => as_built(),
    }
}

fn as_built() -> Result<PythonPlace, PlaceError> {
    let (stdlib, platform) = (PathBuf::from(STDLIB), PathBuf::from(PLATFORM_STDLIB));
    if !is_stdlib(&stdlib) {
        return Err(PlaceError::Gone { looked: stdlib });
    }
    let platform_stdlib = (platform != stdlib).then_some(platform);
    Ok(PythonPlace { executable: None, stdlib, platform_stdlib, packages: Vec::new() })
}

fn in_home(home: &Path) -> Result<PythonPlace, PlaceError> {
    let folders = ["lib", "lib64"].map(|lib| home.join(lib).join(format!("python{BUILT_AGAINST}")));
    let stdlib = folders.into_iter().find(|folder| is_stdlib(folder));
    let stdlib = stdlib.ok_or_else(|| PlaceError::NotInHome { home: home.to_owned() })?;
    Ok(PythonPlace { executable: None, stdlib, platform_stdlib: None, packages: Vec::new() })
}

fn is_stdlib(folder: &Path) -> bool {
    folder.join("os.py").is_file() && folder.join("encodings").is_dir()
}

/// What CPython is told of its place inside a jail of this plan.
#[must_use]
pub fn inside(plan: &JailPlan) -> Place {
    let stdlib = plan.stdlib_inside();
    let platform = plan.platform_stdlib_inside();
    let compiled = platform.as_ref().unwrap_or(&stdlib).join("lib-dynload");
    let search = [TOOLBOX_DIR.into(), stdlib].into_iter().chain(platform).chain([compiled]).collect();
    Place { prefix: PYTHON_PREFIX.into(), executable: Path::new(PYTHON_PREFIX).join("bin/python3"), search }
}
