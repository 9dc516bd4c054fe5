//! What a box is made of, as plain data: pure functions from an interpreter's place and a step's limits to
//! mounts, resource limits, Landlock rules and system call lists.
//!
//! All that a box allows can be read in `plan/` and in `seccomp.rs`. Must not know how a wall is built.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

pub mod layout;
pub mod step;

/// Where the files of [`JailPlan::files`] lie by convention.
pub const TOOLBOX_DIR: &str = "/toolbox";
/// The only place a step can write: a fresh tmpfs for each step, its working directory.
pub const SCRATCH_DIR: &str = "/tmp";
/// Where the C library keeps named semaphores, which Python's `multiprocessing` needs: a link to [`SCRATCH_DIR`], so
/// that its bounds hold and nothing outlives the step. See sem_overview(7).
pub const SEMAPHORES_DIR: &str = "/dev/shm";
/// The neutral prefix of the interpreter inside a box, for warm and cold alike.
pub const PYTHON_PREFIX: &str = "/python";
/// A file that everybody may read but for Landlock: its probe.
pub const OUTSIDE_FILE: &str = "/outside";
/// The host name inside.
pub const HOST_NAME: &str = "box";
/// User and group id inside, until a step's own user namespace takes even this name away.
pub const ID_INSIDE: u32 = 1000;

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
    /// A network namespace without an interface.
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
    /// No capabilities, no new privileges, not dumpable.
    Privileges,
    /// Nothing open but the three standard descriptors and the channel.
    Descriptors,
    /// An end after the time is up.
    Time,
    /// A cgroup that bounds the memory of the whole worker. The only wall that is not required.
    Memory,
}

impl WallName {
    /// Every wall, in the order of the table.
    pub const ALL: [Self; 15] = [
        Self::User,
        Self::Processes,
        Self::Files,
        Self::Network,
        Self::Ipc,
        Self::Uts,
        Self::Cgroup,
        Self::Syscalls,
        Self::Landlock,
        Self::Rlimits,
        Self::Scratch,
        Self::Privileges,
        Self::Descriptors,
        Self::Time,
        Self::Memory,
    ];

    /// Its name in reports.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::User => "user",
            Self::Processes => "processes",
            Self::Files => "files",
            Self::Network => "network",
            Self::Ipc => "ipc",
            Self::Uts => "uts",
            Self::Cgroup => "cgroup",
            Self::Syscalls => "syscalls",
            Self::Landlock => "landlock",
            Self::Rlimits => "rlimits",
            Self::Scratch => "scratch",
            Self::Privileges => "privileges",
            Self::Descriptors => "descriptors",
            Self::Time => "time",
            Self::Memory => "memory",
        }
    }

    /// The wall of this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|wall| wall.as_str() == name)
    }

    /// Whether viva refuses to grade without it.
    #[must_use]
    pub fn required(self) -> bool {
        self != Self::Memory
    }

    /// Whether a worker can do without it at all: with these gone there is no box to speak of, whatever was
    /// typed.
    #[must_use]
    pub fn indispensable(self) -> bool {
        matches!(
            self,
            Self::User | Self::Processes | Self::Files | Self::Scratch | Self::Descriptors | Self::Time
        )
    }

    /// The oldest kernel that has all of it; every wall together stands on [`super::host::KERNEL_MIN`].
    #[must_use]
    pub fn since(self) -> &'static str {
        match self {
            Self::User | Self::Processes | Self::Files | Self::Network | Self::Ipc | Self::Uts => "Linux 3.8",
            Self::Scratch => "Linux 3.8",
            Self::Syscalls | Self::Privileges => "Linux 3.5",
            Self::Cgroup => "Linux 4.6",
            Self::Landlock => "Linux 5.13, Landlock 1",
            Self::Rlimits => "Linux 5.14",
            Self::Descriptors => "Linux 5.9",
            Self::Time => "Linux 5.8",
            Self::Memory => "Linux 4.5 with cgroups 2, or any with cgroups 1",
        }
    }

    /// What to do on a host where it does not hold.
    #[must_use]
    pub fn remedy(self) -> &'static str {
        match self {
            Self::User => {
                "allow user namespaces: on Ubuntu `sysctl kernel.apparmor_restrict_unprivileged_userns=0` or an AppArmor \
                 profile with `userns,` for viva-worker; elsewhere `sysctl user.max_user_namespaces=1024` and, on \
                 older Debian, `kernel.unprivileged_userns_clone=1`; in a container open its seccomp profile for `unshare` and `mount`"
            }
            Self::Processes | Self::Files | Self::Network | Self::Ipc | Self::Uts | Self::Cgroup => {
                "needs user namespaces that may create the other ones (Linux 5.14 or later); in a container open its seccomp \
                 profile for `unshare`, `mount` and `pivot_root`"
            }
            Self::Syscalls => "needs a kernel with CONFIG_SECCOMP_FILTER",
            Self::Landlock => {
                "needs Linux 5.13 or later with CONFIG_SECURITY_LANDLOCK and `landlock` in the kernel's `lsm=` list; in a \
                 container open its seccomp profile for `landlock_*`"
            }
            Self::Rlimits => "needs Linux 5.14 or later, where limits of processes count per user namespace",
            Self::Scratch => "needs a kernel that lets user namespaces mount tmpfs",
            Self::Privileges | Self::Descriptors | Self::Time => "needs Linux 5.14 or later",
            Self::Memory => {
                "delegate a cgroup with the memory and pids controllers, as `systemd-run --user --scope -p Delegate=yes viva ...` does; \
                 without one memory is bounded by processes x address space + files"
            }
        }
    }
}

impl std::fmt::Display for WallName {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.as_str())
    }
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

/// What the host asks of a worker's jail.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct JailOptions {
    /// Whether somebody typed `--allow-weaker`: walls that the host lacks are left out instead of refused.
    pub weaker_allowed: bool,
    /// The cgroup that the worker enters before anything else, made by [`super::cgroup::WorkerCgroup::create`].
    pub cgroup: Option<super::cgroup::Seat>,
    /// A wall to leave out, so that a test can see `doctor` and `grade` refuse. Nothing but tests sets it.
    pub without: Option<WallName>,
    /// Each step is forked only when the one before it is gone, and each question to an oracle has a process of its own.
    /// It is slower and changes nothing else; tests hold both ways against each other.
    pub one_by_one: bool,
}

impl JailOptions {
    /// Whether a wall is to be built.
    #[must_use]
    pub fn builds(&self, wall: WallName) -> bool {
        self.without != Some(wall)
    }

    /// Whether a wall that cannot be built is left out instead of ending the worker.
    #[must_use]
    pub fn forgives(&self, wall: WallName) -> bool {
        self.weaker_allowed && !wall.indispensable()
    }
}

/// All that a jail is made of, as the host or the worker asks for it.
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

    /// Where `platstdlib` lies inside, if it is another folder: `/python/lib64/python3.11`.
    #[must_use]
    pub fn platform_stdlib_inside(&self) -> Option<PathBuf> {
        self.python.platform_stdlib.as_deref().map(inside).filter(|path| *path != self.stdlib_inside())
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

    /// Whether steps execute the interpreter instead of being forked from it.
    #[must_use]
    pub fn executes(&self) -> bool {
        self.python.executable.is_some()
    }
}

/// The last two parts of a host's path behind the neutral prefix, so that CPython finds its library from
/// its executable: `/usr/lib64/python3.11` becomes `/python/lib64/python3.11`.
fn inside(host: &Path) -> PathBuf {
    let folder = host.parent().and_then(Path::file_name).unwrap_or_default();
    Path::new(PYTHON_PREFIX).join(folder).join(host.file_name().unwrap_or_default())
}

/// Everything that bounds a step, for people and for a snapshot.
#[derive(Debug, Clone, Serialize)]
pub struct Description {
    /// The jail's root.
    pub root: layout::Layout,
    /// The step's bounds.
    pub step: step::StepPlan,
    /// Its system calls.
    pub calls: super::seccomp::Lists,
}

/// Describes the box of a step.
#[must_use]
pub fn describe(
    plan: &JailPlan,
    libraries: &layout::Libraries,
    limits: &crate::model::limits::Limits,
    before: step::Before,
) -> Description {
    let step = step::StepPlan::new(limits, before);
    Description { root: layout::Layout::new(plan, libraries), calls: super::seccomp::lists(&step), step }
}

#[cfg(test)]
mod tests {
    use super::layout::{Libraries, Library};
    use super::*;
    use crate::model::limits::Limits;

    fn place(executable: Option<&str>) -> PythonPlace {
        PythonPlace {
            executable: executable.map(Into::into),
            stdlib: "/usr/lib/python3.11".into(),
            platform_stdlib: Some("/usr/lib64/python3.11".into()),
            packages: vec!["/home/me/venv/lib/python3.11/site-packages".into()],
        }
    }

    #[test]
    fn the_interpreter_finds_its_library_from_its_executable() {
        let plan = JailPlan::new(place(Some("/usr/bin/python3.11")), Vec::new(), JailOptions::default());
        assert_eq!(plan.executable_inside(), Some("/python/bin/python3.11".into()));
        assert_eq!(plan.stdlib_inside(), Path::new("/python/lib/python3.11"));
        assert_eq!(plan.platform_stdlib_inside(), Some("/python/lib64/python3.11".into()));
        assert_eq!(plan.packages_inside(), [Path::new("/python/packages/0")]);
    }

    #[test]
    fn walls_are_found_by_their_names() {
        for wall in WallName::ALL {
            assert_eq!(WallName::from_name(wall.as_str()), Some(wall));
        }
        assert_eq!(WallName::from_name("fence"), None);
    }

    #[test]
    fn weaker_walls_never_mean_no_box() {
        let options = JailOptions { weaker_allowed: true, ..JailOptions::default() };
        assert!(options.forgives(WallName::Landlock));
        assert!(!options.forgives(WallName::Files));
        assert!(!JailOptions::default().forgives(WallName::Landlock));
    }

    /// The lists of system calls differ between architectures.
    #[cfg(target_arch = "x86_64")]
    #[test]
    fn the_whole_plan_of_a_default_step() {
        let plan = JailPlan::new(
            place(None),
            vec![("/toolbox/viva/runner.py".into(), Vec::new())],
            JailOptions::default(),
        );
        let library = |name: &str| Library {
            host: Path::new("/usr/lib/x86_64-linux-gnu").join(name),
            inside: Path::new("/lib/x86_64-linux-gnu").join(name),
        };
        let libraries =
            Libraries { libraries: vec![library("libz.so.1"), library("libc.so.6")], linker: None };
        let before = step::Before::Forked(32 * 1024 * 1024);
        insta::assert_json_snapshot!(describe(&plan, &libraries, &Limits::default(), before));
    }
}
