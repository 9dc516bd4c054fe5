//! CPython inside this process: its start, its forks, and the end without its teardown.
//!
//! The only file of the worker with `unsafe` in it. Must not know what the interpreter runs.
#![allow(unsafe_code)]

use std::ffi::{CStr, CString};
use std::mem::MaybeUninit;
use std::os::fd::{FromRawFd, OwnedFd, RawFd};
use std::path::{Path, PathBuf};

use libc::wchar_t;
use pyo3::ffi;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyType};

/// `major.minor` of the CPython that this program was built against.
pub const BUILT_AGAINST: &str = env!("VIVA_PYTHON_VERSION");

/// Its full version, `3.11.7`; as short as [`BUILT_AGAINST`] where the build was told no more.
pub const BUILT_WITH: &str = env!("VIVA_PYTHON_FULL_VERSION");

/// The seed of all hashes, so that sets and dicts of a run can be run again in the same order.
const HASH_SEED: std::ffi::c_ulong = 0;

/// What the interpreter is told of its place; nothing is left to its own search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// `sys.prefix` and its kin.
    pub prefix: PathBuf,
    /// `sys.executable`.
    pub executable: PathBuf,
    /// `sys.path`, in order.
    pub search: Vec<PathBuf>,
}

/// Why the interpreter did not start.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum StartError {
    /// Another libpython was loaded than the one that this program was compiled for.
    #[error(
        "built against Python {BUILT_WITH} but libpython {loaded} was loaded; where Python was upgraded, build viva again \
         with `cargo install`; otherwise look what leads the worker to another library, such as LD_LIBRARY_PATH"
    )]
    OtherVersion {
        /// What was loaded.
        loaded: String,
    },
    /// CPython refused its configuration or could not load its library.
    #[error("CPython did not start: {said}")]
    Refused {
        /// What it said.
        said: String,
    },
    /// A path that cannot be handed to CPython.
    #[error("no path for CPython: {0:?}")]
    Path(PathBuf),
}

/// Full version of the libpython that was loaded, `3.11.7`; it need not be started.
#[must_use]
pub fn loaded_version() -> String {
    // SAFETY: Py_GetVersion may be called before the interpreter starts and returns a static C string.
    let version = unsafe { CStr::from_ptr(ffi::Py_GetVersion()) };
    version.to_string_lossy().split_whitespace().next().unwrap_or_default().to_owned()
}

/// Refuses a libpython of any other version: the layout of its structures may differ, and the standard library that
/// this program looks for is another one's.
///
/// # Errors
/// [`StartError::OtherVersion`].
pub fn check_version() -> Result<(), StartError> {
    let loaded = loaded_version();
    if is_same(BUILT_WITH, &loaded) { Ok(()) } else { Err(StartError::OtherVersion { loaded }) }
}

/// Whether a version is the one that is known, as far as that one is known.
fn is_same(known: &str, loaded: &str) -> bool {
    let is_full = known.matches('.').count() >= 2;
    loaded == known || (!is_full && loaded.strip_prefix(known).is_some_and(|rest| rest.starts_with('.')))
}

/// Starts the interpreter in this thread, which stays attached to it for good.
///
/// Isolated, in UTF-8 mode, without `site`, with a fixed hash seed. Signals are those of the `python` command:
/// SIGPIPE and SIGXFSZ are ignored and SIGINT raises KeyboardInterrupt, as answers expect.
///
/// # Errors
/// When the library is another version's, or CPython refuses.
pub fn start(place: &Place) -> Result<(), StartError> {
    check_version()?;
    let mut preconfig = MaybeUninit::uninit();
    // SAFETY: PyPreConfig_InitIsolatedConfig fills the whole structure it is given.
    let preconfig = unsafe {
        ffi::PyPreConfig_InitIsolatedConfig(preconfig.as_mut_ptr());
        let mut preconfig = preconfig.assume_init();
        preconfig.utf8_mode = 1;
        preconfig
    };
    // SAFETY: the structure is initialised and CPython copies what it needs of it.
    check(unsafe { ffi::Py_PreInitialize(&preconfig) })?;
    let mut config = Config::isolated();
    config.fill(place)?;
    // SAFETY: the configuration was initialised and filled through CPython's own functions, no interpreter runs.
    check(unsafe { ffi::Py_InitializeFromConfig(&config.0) })
}

/// Right before a fork.
pub fn before_fork() {
    // SAFETY: the interpreter runs and the one thread of this process is attached to it since `start`.
    unsafe { ffi::PyOS_BeforeFork() }
}

/// In the parent, right after a fork.
pub fn after_fork_in_parent() {
    // SAFETY: as above; a call of PyOS_BeforeFork went before.
    unsafe { ffi::PyOS_AfterFork_Parent() }
}

/// In the child, right after a fork: locks, the ids of threads and the state of `random` are made anew.
pub fn after_fork_in_child() {
    // SAFETY: as above; the child has one thread, the one that forked.
    unsafe { ffi::PyOS_AfterFork_Child() }
}

/// A number that is another one after every change of a dict; [`None`] where this CPython keeps none.
pub fn version(dict: &Bound<'_, PyDict>) -> Option<u64> {
    #[cfg(not(Py_3_14))]
    {
        // SAFETY: a dict is a PyDictObject, alive while it is borrowed. The field is deprecated since 3.12 and
        // kept up to 3.13.
        #[allow(deprecated)]
        Some(unsafe { (*dict.as_ptr().cast::<ffi::PyDictObject>()).ma_version_tag })
    }
    #[cfg(Py_3_14)]
    {
        let _ = dict;
        None
    }
}

/// Calls this with the address of each key and each value of a dict. None of them is touched: each may be on a page of its
/// own that is shared with other processes until somebody counts a reference on it.
pub fn addresses(dict: &Bound<'_, PyDict>, mut each: impl FnMut(usize, usize)) {
    let (mut at, mut key, mut value) = (0, std::ptr::null_mut(), std::ptr::null_mut());
    // SAFETY: the dict is alive while it is borrowed and nothing changes it meanwhile, since this thread is attached and
    // runs no Python here; the objects are not used.
    while unsafe { ffi::PyDict_Next(dict.as_ptr(), &raw mut at, &raw mut key, &raw mut value) } != 0 {
        each(key as usize, value as usize);
    }
}

/// The names of a class as the interpreter holds them, which no metaclass can hide.
pub fn names<'py>(class: &Bound<'py, PyType>) -> Option<Bound<'py, PyDict>> {
    // SAFETY: the class is alive while it is borrowed, and so is its dict, if it has one of its own.
    let dict = unsafe { Bound::from_borrowed_ptr_or_opt(class.py(), (*class.as_type_ptr()).tp_dict) };
    dict?.cast_into().ok()
}

/// Takes every free piece of the heap of `malloc`, for good, so that what is allocated from now on lies together at its end.
/// A forked process that filled the holes would write to a page for each, and the kernel would copy all of them.
pub fn fill_holes() {
    // Below the size from which on malloc maps a piece of its own, and more than any hole has.
    const MORE_THAN_ANY_HOLE: usize = 100 * 1024;
    const SMALL: usize = 1024;
    let sizes = (1..=SMALL / 16).rev().map(|sixteens| sixteens * 16);
    let large = (1..=6).rev().map(|power| SMALL << power);
    // SAFETY: what is allocated is freed at once or never used, and never twice.
    unsafe {
        let end = libc::malloc(MORE_THAN_ANY_HOLE);
        libc::free(end);
        for size in large.chain(sizes) {
            let mut piece = libc::malloc(size);
            while !piece.is_null() && piece < end {
                piece = libc::malloc(size);
            }
            libc::free(piece);
        }
    }
}

/// Ends the process at once. Nothing registered to run at its end runs.
pub fn exit_now(code: i32) -> ! {
    // SAFETY: _exit may be called at any time.
    unsafe { libc::_exit(code) }
}

/// An open descriptor that was handed to this process to be its own.
pub fn own_descriptor(descriptor: RawFd) -> OwnedFd {
    // SAFETY: both callers name a descriptor that was opened for them and that nothing else uses or closes: the
    // worker's socket, which it is started with, and the channel of a step.
    unsafe { OwnedFd::from_raw_fd(descriptor) }
}

/// A configuration, cleared when it is dropped.
struct Config(ffi::PyConfig);

impl Config {
    fn isolated() -> Self {
        let mut config = MaybeUninit::uninit();
        // SAFETY: PyConfig_InitIsolatedConfig fills the whole structure it is given.
        let mut config = unsafe {
            ffi::PyConfig_InitIsolatedConfig(config.as_mut_ptr());
            config.assume_init()
        };
        config.install_signal_handlers = 1;
        config.use_hash_seed = 1;
        config.hash_seed = HASH_SEED;
        config.site_import = 0;
        config.write_bytecode = 0;
        config.user_site_directory = 0;
        config.pathconfig_warnings = 0;
        config.module_search_paths_set = 1;
        Self(config)
    }

    fn fill(&mut self, place: &Place) -> Result<(), StartError> {
        let config = &raw mut self.0;
        let (prefix, executable) = (wide(&place.prefix)?, wide(&place.executable)?);
        // SAFETY: `config` is valid and alive; only addresses of its own fields are taken.
        let (prefixes, executables) = unsafe {
            let prefixes = [
                &raw mut (*config).home,
                &raw mut (*config).prefix,
                &raw mut (*config).base_prefix,
                &raw mut (*config).exec_prefix,
                &raw mut (*config).base_exec_prefix,
            ];
            (prefixes, [&raw mut (*config).executable, &raw mut (*config).base_executable])
        };
        for field in prefixes {
            // SAFETY: `field` is a string of `config`, the text ends with a zero; CPython copies it.
            check(unsafe { ffi::PyConfig_SetString(config, field, prefix.as_ptr()) })?;
        }
        for field in executables {
            // SAFETY: as above.
            check(unsafe { ffi::PyConfig_SetString(config, field, executable.as_ptr()) })?;
        }
        for path in &place.search {
            let path = wide(path)?;
            // SAFETY: the list is a field of `config`, the text ends with a zero; CPython copies it.
            check(unsafe {
                ffi::PyWideStringList_Append(&raw mut (*config).module_search_paths, path.as_ptr())
            })?;
        }
        Ok(())
    }
}

impl Drop for Config {
    fn drop(&mut self) {
        // SAFETY: the configuration was initialised and is used no more.
        unsafe { ffi::PyConfig_Clear(&raw mut self.0) }
    }
}

/// A path as CPython's wide characters, ending with a zero. On Linux a `wchar_t` is one code point.
fn wide(path: &Path) -> Result<Vec<wchar_t>, StartError> {
    let text = path.to_str().filter(|text| !text.contains('\0'));
    let text = text.ok_or_else(|| StartError::Path(path.to_owned()))?;
    let points = text.chars().map(|character| wchar_t::try_from(u32::from(character)));
    let points: Result<Vec<_>, _> = points.chain([Ok(0)]).collect();
    points.map_err(|_| StartError::Path(path.to_owned()))
}

fn check(status: ffi::PyStatus) -> Result<(), StartError> {
    // SAFETY: the status was returned by CPython; its texts are static or null.
    let said = unsafe {
        if ffi::PyStatus_Exception(status) == 0 {
            return Ok(());
        }
        [status.func, status.err_msg]
            .map(|text| if text.is_null() { CString::default() } else { CStr::from_ptr(text).to_owned() })
    };
    let [function, message] = said.map(|text| text.to_string_lossy().into_owned());
    Err(StartError::Refused { said: format!("{function} {message}").trim().to_owned() })
}

/// Starts the interpreter for tests, which run in many threads: this one lets go of it.
///
/// # Panics
/// When it does not start.
#[cfg(test)]
pub fn start_for_tests(place: &Place) {
    static STARTED: std::sync::Once = std::sync::Once::new();
    STARTED.call_once(|| {
        start(place).expect("the Python this was built against");
        // SAFETY: this thread is attached since `start`, and is attached again by pyo3 when it needs to be.
        unsafe { ffi::PyEval_SaveThread() };
    });
}

#[cfg(test)]
mod tests {
    use super::{BUILT_WITH, check_version, is_same};

    #[test]
    fn only_the_version_of_the_build_is_the_same() {
        assert!(
            is_same("3.11.7", "3.11.7") && is_same("3.14.0rc2", "3.14.0rc2") && is_same("3.11", "3.11.7")
        );
        for (known, loaded) in
            [("3.11.7", "3.11.2"), ("3.11.7", "3.11.77"), ("3.11", "3.12.1"), ("3.1", "3.11.7")]
        {
            assert!(!is_same(known, loaded), "{known} and {loaded}");
        }
        assert!(BUILT_WITH.matches('.').count() >= 1);
        assert_eq!(check_version(), Ok(()));
    }
}
