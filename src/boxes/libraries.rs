//! Which shared libraries an interpreter and its modules need, so that a jail holds those and no others.
//!
//! Follows the search of ld.so(8): run paths, `/etc/ld.so.conf`, then the system's folders. Inside, all
//! libraries lie in the folder of the C library, where the dynamic linker looks without any configuration.
//! Must not know how a jail is built.

use std::collections::{BTreeMap, VecDeque};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::elf;
use super::plan::PythonPlace;
use super::plan::layout::{Libraries, Library};

/// Why the libraries of an interpreter could not be found.
#[derive(Debug, thiserror::Error)]
pub enum LibrariesError {
    /// A folder or file of the interpreter cannot be read.
    #[error("cannot read {}: is the interpreter readable for this user?", path.display())]
    Unreadable {
        /// The path.
        path: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// No C library was found.
    #[error("no C library (libc.so) in the system's library folders")]
    NoLibc,
}

/// Modules that a box has no use for and that would pull in dozens of libraries: windows and an old network
/// information service.
const MODULES_LEFT_OUT: [&str; 2] = ["_tkinter", "nis"];

/// Libraries that are loaded by name at run time: glibc needs the first to end a thread.
const LOADED_BY_NAME: [&str; 1] = ["libgcc_s.so.1"];

/// Names of the C library, glibc's and musl's.
const LIBC: [&str; 3] = ["libc.so.6", "libc.musl-x86_64.so.1", "libc.musl-aarch64.so.1"];

#[cfg(target_arch = "x86_64")]
const SYSTEM_FOLDERS: [&str; 6] =
    ["/lib/x86_64-linux-gnu", "/usr/lib/x86_64-linux-gnu", "/lib64", "/usr/lib64", "/lib", "/usr/lib"];
#[cfg(target_arch = "aarch64")]
const SYSTEM_FOLDERS: [&str; 6] =
    ["/lib/aarch64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/lib64", "/usr/lib64", "/lib", "/usr/lib"];

/// How deep folders of packages are searched for modules.
const DEPTH_MAX: usize = 12;
/// How deep `include` lines of `/etc/ld.so.conf` are followed.
const INCLUDES_MAX: usize = 4;

/// Finds the libraries of an interpreter's executable, of its standard library and of its packages.
///
/// # Errors
/// When its standard library cannot be read or the system has no C library.
pub fn find(python: &PythonPlace) -> Result<Libraries, LibrariesError> {
    let folders = system_folders();
    let libc = LIBC.iter().find_map(|name| search(name, &folders)).ok_or(LibrariesError::NoLibc)?;
    let inside = libc.parent().unwrap_or(Path::new("/lib")).to_path_buf();

    let mut found = Closure { folders, libraries: BTreeMap::new(), linker: None };
    let mut queue: VecDeque<PathBuf> = modules(python)?.into();
    queue.extend(python.executable.iter().cloned());
    for name in LOADED_BY_NAME {
        found.want(name, &[], &mut queue);
    }
    while let Some(file) = queue.pop_front() {
        found.follow(&file, &mut queue)?;
    }
    let linker_name = found.linker.as_deref().and_then(Path::file_name).map(ToOwned::to_owned);
    let libraries =
        found.libraries.into_iter().filter(|(name, _)| Some(name.as_ref()) != linker_name.as_deref());
    Ok(Libraries {
        libraries: libraries.map(|(name, host)| Library { host, inside: inside.join(name) }).collect(),
        linker: found.linker,
    })
}

/// All that is needed by what is needed.
struct Closure {
    folders: Vec<PathBuf>,
    libraries: BTreeMap<String, PathBuf>,
    linker: Option<PathBuf>,
}

impl Closure {
    fn follow(&mut self, file: &Path, queue: &mut VecDeque<PathBuf>) -> Result<(), LibrariesError> {
        let needs = elf::needs(file)
            .map_err(|source| LibrariesError::Unreadable { path: file.to_path_buf(), source })?
            .unwrap_or_default();
        let origin = file.parent().unwrap_or(Path::new("/")).to_string_lossy().into_owned();
        let run_path: Vec<PathBuf> = needs
            .run_path
            .iter()
            .map(|folder| folder.replace("${ORIGIN}", &origin).replace("$ORIGIN", &origin).into())
            .collect();
        if let Some(linker) = needs.linker {
            self.linker = Some(linker.into());
        }
        for name in needs.libraries {
            self.want(&name, &run_path, queue);
        }
        Ok(())
    }

    /// A library that is nowhere is left out: the module that needs it fails to import, inside as outside.
    fn want(&mut self, name: &str, run_path: &[PathBuf], queue: &mut VecDeque<PathBuf>) {
        if name.contains('/') || self.libraries.contains_key(name) {
            return;
        }
        if let Some(path) = search(name, run_path).or_else(|| search(name, &self.folders)) {
            self.libraries.insert(name.to_owned(), path.clone());
            queue.push_back(path);
        }
    }
}

fn search(name: &str, folders: &[PathBuf]) -> Option<PathBuf> {
    folders.iter().map(|folder| folder.join(name)).find(|path| matches!(elf::needs(path), Ok(Some(_))))
}

/// The compiled modules of an interpreter.
fn modules(python: &PythonPlace) -> Result<Vec<PathBuf>, LibrariesError> {
    let mut modules = Vec::new();
    for stdlib in std::iter::once(&python.stdlib).chain(&python.platform_stdlib) {
        let folder = stdlib.join("lib-dynload");
        // A standard library may be split over two folders, and only one of them holds compiled modules.
        if folder.is_dir() || *stdlib == python.stdlib {
            collect(&folder, 0, &mut modules)?;
        }
    }
    for packages in &python.packages {
        collect(packages, DEPTH_MAX, &mut modules)?;
    }
    Ok(modules)
}

fn collect(folder: &Path, depth: usize, modules: &mut Vec<PathBuf>) -> Result<(), LibrariesError> {
    let unreadable = |source| LibrariesError::Unreadable { path: folder.to_path_buf(), source };
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        let kind = entry.file_type().map_err(unreadable)?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if kind.is_dir() && depth > 0 {
            collect(&entry.path(), depth - 1, modules)?;
        } else if !kind.is_dir() && is_module(&name) {
            modules.push(entry.path());
        }
    }
    Ok(())
}

fn is_module(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default();
    (name.ends_with(".so") || name.contains(".so.")) && !MODULES_LEFT_OUT.contains(&stem)
}

/// The folders that the dynamic linker searches, in its order.
fn system_folders() -> Vec<PathBuf> {
    let mut folders = Vec::new();
    read_configuration(Path::new("/etc/ld.so.conf"), INCLUDES_MAX, &mut folders);
    folders.extend(SYSTEM_FOLDERS.iter().map(PathBuf::from));
    // The system's own folders first: libc's must be found in one that the linker knows by itself.
    folders.sort_by_key(|folder| !SYSTEM_FOLDERS.iter().any(|system| folder == Path::new(system)));
    folders.dedup();
    folders
}

/// Reads the folders of a configuration file; a system without one has only the usual folders.
fn read_configuration(path: &Path, includes: usize, folders: &mut Vec<PathBuf>) {
    let Ok(text) = fs::read_to_string(path) else { return };
    for line in text.lines().map(|line| line.split('#').next().unwrap_or_default().trim()) {
        match line.strip_prefix("include ") {
            Some(pattern) if includes > 0 => {
                for file in included(pattern.trim()) {
                    read_configuration(&file, includes - 1, folders);
                }
            }
            Some(_) => {}
            None if line.starts_with('/') => folders.push(line.into()),
            None => {}
        }
    }
}

/// The files of `FOLDER/*.conf`, the only pattern that systems use, or the one file that is named.
fn included(pattern: &str) -> Vec<PathBuf> {
    let Some(folder) = pattern.strip_suffix("/*.conf") else { return vec![pattern.into()] };
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "conf"));
    files.sort();
    files
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_libraries_of_an_executable_are_found_and_lie_in_one_folder() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::create_dir(folder.path().join("lib-dynload")).expect("made");
        let python = PythonPlace {
            executable: Some(std::env::current_exe().expect("a test has a path")),
            stdlib: folder.path().into(),
            platform_stdlib: None,
            packages: Vec::new(),
        };
        let found = find(&python).expect("found");
        assert!(found.linker.is_some());
        let names: Vec<_> = found.libraries.iter().filter_map(|library| library.inside.file_name()).collect();
        assert!(names.iter().any(|name| name.to_string_lossy().starts_with("libc.")), "{names:?}");
        let folders: std::collections::BTreeSet<_> =
            found.libraries.iter().map(|library| library.inside.parent()).collect();
        assert_eq!(folders.len(), 1);
    }

    #[test]
    fn an_unreadable_standard_library_is_named() {
        let python = PythonPlace {
            executable: None,
            stdlib: "/no/such/python3.11".into(),
            platform_stdlib: None,
            packages: Vec::new(),
        };
        let error = find(&python).expect_err("it is not there").to_string();
        assert!(error.contains("/no/such/python3.11/lib-dynload"), "{error}");
    }

    #[test]
    fn windows_are_left_out() {
        assert!(is_module("_ssl.cpython-311-x86_64-linux-gnu.so"));
        assert!(is_module("libopenblas.so.0"));
        assert!(!is_module("_tkinter.cpython-311-x86_64-linux-gnu.so"));
        assert!(!is_module("os.py"));
    }
}
