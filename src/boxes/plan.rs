//! What a jail is made of, as plain data: pure functions from an interpreter's place to mounts and lists.
//!
//! Must not know how a wall is built.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

/// Where the answer's files lie inside a box: read-only, `answer.py` among them, no `__pycache__`.
pub const ANSWER_DIR: &str = "/answer";
/// Where the files of [`JailPlan::files`] lie unless they say otherwise, by convention.
pub const TOOLBOX_DIR: &str = "/toolbox";
/// The only place a step can write: a fresh tmpfs for each step, its working directory.
pub const SCRATCH_DIR: &str = "/tmp";
/// The neutral prefix of the interpreter inside a box, for warm and cold alike.
pub const PYTHON_PREFIX: &str = "/python";

/// One wall of the box, by the name that a report shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WallName {
    /// A user namespace and an id that is not root's.
    User,
    /// A pid namespace for each run.
    Processes,
    /// A mount namespace with an own root.
    Files,
    /// A network namespace without an interface, and no `socket()`.
    Network,
    /// An ipc namespace.
    Ipc,
    /// A uts namespace: the host's name is not seen.
    Uts,
    /// A cgroup namespace.
    Cgroup,
    /// Seccomp, both stages.
    Syscalls,
    /// Landlock.
    Landlock,
    /// Resource limits.
    Rlimits,
    /// A sized `/tmp` of the step's own.
    Scratch,
    /// A cgroup around the whole worker.
    Memory,
    /// No capabilities, no new privileges, not dumpable.
    Privileges,
    /// Nothing open but the three standard descriptors and the channel.
    Descriptors,
    /// An end after the time is up.
    Time,
}

/// Where an interpreter lies on the host.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PythonPlace {
    /// The executable, symlinks resolved; `None` for an embedded interpreter.
    pub executable: Option<PathBuf>,
    /// The standard library's folder, `lib/python3.11` with `lib-dynload` in it.
    pub stdlib: PathBuf,
    /// `platstdlib` where it is another folder than `stdlib`.
    pub platform_stdlib: Option<PathBuf>,
    /// Folders of installed packages that answers may use, in the order of the search; empty for none.
    pub packages: Vec<PathBuf>,
}

/// What the host asks of a worker's jail. It travels as the worker's only argument.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct JailOptions {
    /// Whether somebody typed `--allow-weaker`: walls that the host lacks are left out instead of refused.
    pub weaker_allowed: bool,
    /// A wall to leave out, so that a test can see viva refuse. Nothing but tests sets it.
    pub without: Option<WallName>,
}

/// All that a jail is made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JailPlan {
    /// What the host asked for.
    pub options: JailOptions,
    /// Where the interpreter lies on the host.
    pub python: PythonPlace,
    /// Files written into the jail's root before it becomes read-only: absolute path inside, bytes.
    pub files: Vec<(PathBuf, Vec<u8>)>,
}

impl JailPlan {
    /// A jail for `python` with these `files` in it.
    #[must_use]
    pub fn new(python: PythonPlace, files: Vec<(PathBuf, Vec<u8>)>, options: JailOptions) -> Self {
        Self { options, python, files }
    }

    /// Where the standard library lies inside: `/python/lib/python3.11`.
    #[must_use]
    pub fn stdlib_inside(&self) -> PathBuf {
        inside(&self.python.stdlib)
    }

    /// Where the executable lies inside: `/python/bin/python3.11`.
    #[must_use]
    pub fn executable_inside(&self) -> Option<PathBuf> {
        self.python.executable.as_deref().map(inside)
    }

    /// Where the folders of packages lie inside, in the order of the search: `/python/packages/0`.
    #[must_use]
    pub fn packages_inside(&self) -> Vec<PathBuf> {
        (0..self.python.packages.len())
            .map(|index| format!("{PYTHON_PREFIX}/packages/{index}").into())
            .collect()
    }
}

/// The last two parts of a host's path behind the neutral prefix, so that CPython finds its library from
/// its executable: `/usr/lib64/python3.11` becomes `/python/lib64/python3.11`.
fn inside(host: &std::path::Path) -> PathBuf {
    let folder = host.parent().and_then(|parent| parent.file_name()).unwrap_or_default();
    PathBuf::from(PYTHON_PREFIX).join(folder).join(host.file_name().unwrap_or_default())
}
