//! Builds the jail, in order: namespaces, root, ids, and the fork into the worker's own pid namespace.
//!
//! As root the root is built with root's own eyes, since the interpreter may lie where nobody else can read,
//! and only then all of root is given up for an id that nobody has. An ordinary user makes the user namespace
//! first. Must not know what will run inside.

use std::fs;
use std::io;
use std::os::fd::{AsFd, OwnedFd};

use nix::sched::{CloneFlags, unshare};
use nix::sys::prctl;
use nix::sys::signal::Signal;
use nix::sys::stat::{Mode, umask};
use nix::unistd::{Uid, sethostname, setsid};

use super::cgroup::CgroupError;
use super::libraries::{self, LibrariesError};
use super::plan::layout::Layout;
use super::plan::{HOST_NAME, JailPlan, WallName};
use super::syscalls::attempts::SharedMemory;
use super::syscalls::{self, Side};

mod ids;
mod root;

use ids::ProcFiles;

/// The environment of every process of a box.
const ENVIRONMENT: [(&str, &str); 6] = [
    ("HOME", "/tmp"),
    ("LANG", "C.UTF-8"),
    ("MALLOC_ARENA_MAX", "1"),
    ("PATH", "/python/bin"),
    ("TMPDIR", "/tmp"),
    ("TZ", "UTC"),
];

/// Stack of a thread that is started in a box: enough for CPython's deepest default recursion, and small
/// enough that the threads of a step fit in its address space.
const THREAD_STACK_BYTES: usize = 2 * 1024 * 1024;

/// Why a jail could not be built.
#[derive(Debug, thiserror::Error)]
pub enum JailError {
    /// A wall cannot be built on this host.
    #[error("{doing} failed")]
    Wall {
        /// The wall.
        wall: WallName,
        /// What was being done, as a noun: `unshare(CLONE_NEWUSER)`.
        doing: String,
        /// The kernel's answer.
        #[source]
        source: io::Error,
    },
    /// The interpreter's libraries could not be found.
    #[error("the interpreter's libraries could not be found")]
    Libraries(#[from] LibrariesError),
    /// The cgroup could not be entered.
    #[error("the worker's cgroup could not be entered")]
    Cgroup(#[from] CgroupError),
}

impl JailError {
    /// The wall that is missing for it.
    #[must_use]
    pub fn wall(&self) -> WallName {
        match self {
            Self::Wall { wall, .. } => *wall,
            Self::Libraries(_) => WallName::Files,
            Self::Cgroup(_) => WallName::Memory,
        }
    }
}

/// Names the wall and the deed of a failure.
pub(super) trait Doing<T> {
    /// Says what failed.
    fn doing(self, wall: WallName, doing: impl Into<String>) -> Result<T, JailError>;
}

impl<T, E: Into<io::Error>> Doing<T> for Result<T, E> {
    fn doing(self, wall: WallName, doing: impl Into<String>) -> Result<T, JailError> {
        self.map_err(|source| JailError::Wall { wall, doing: doing.into(), source: source.into() })
    }
}

/// Builds a wall unless a test left it out; forgives a failure where somebody allowed weaker walls.
pub(super) fn wall(
    plan: &JailPlan,
    name: WallName,
    build: impl FnOnce() -> Result<(), JailError>,
) -> Result<(), JailError> {
    if !plan.options.builds(name) {
        return Ok(());
    }
    match build() {
        Err(_) if plan.options.forgives(name) => Ok(()),
        other => other,
    }
}

/// A jail from inside.
#[derive(Debug)]
pub struct Jail {
    /// What was asked for.
    pub plan: JailPlan,
    /// What its root holds.
    pub layout: Layout,
    /// `/dev/null`: standard input of everything.
    pub null: OwnedFd,
    /// Where the kernel counts processes that the worker's cgroup had to kill, if it has a cgroup.
    pub memory_events: Option<fs::File>,
    /// Cores that its processes may use.
    pub cores: u32,
    /// The bound of memory of the worker's cgroup, as the kernel has it.
    pub memory_max: Result<String, CgroupError>,
    /// The cgroups of the worker as its own namespace shows them.
    pub cgroups_seen: io::Result<String>,
    /// Made before the ipc namespace; nobody inside may see it.
    pub shared_memory: Option<SharedMemory>,
}

/// Where a process stands after the jail was built.
#[derive(Debug)]
pub enum Place {
    /// The process that was started: its only work is to wait for this child.
    Outside(libc::pid_t),
    /// The zygote: pid 1 of the worker's pid namespace.
    Inside(Box<Jail>),
}

/// Builds the jail around the calling process and forks into it. `control` stays open inside.
///
/// # Errors
/// When a wall cannot be built, in whichever process was building it.
pub fn enter(plan: &JailPlan, control: &OwnedFd) -> Result<Place, JailError> {
    // The folders of the jail must be open to the id inside, whatever the host's mask is.
    umask(Mode::from_bits_truncate(0o022));
    let (mut memory_events, mut memory_max) = (None, Err(CgroupError::NotDelegated));
    if let Some(seat) = &plan.options.cgroup {
        wall(plan, WallName::Memory, || {
            memory_events = Some(seat.enter()?);
            memory_max = seat.memory_max();
            Ok(())
        })?;
    }
    let files = ProcFiles::open().doing(WallName::User, "opening /proc")?;
    let null = fs::File::options()
        .read(true)
        .write(true)
        .open("/dev/null")
        .doing(WallName::Files, "opening /dev/null")?;
    let shared_memory = SharedMemory::new().ok();
    let libraries = libraries::find(&plan.python)?;
    let mut jail = Jail {
        plan: plan.clone(),
        layout: Layout::new(plan, &libraries),
        null: null.into(),
        cores: std::thread::available_parallelism()
            .map_or(1, |cores| u32::try_from(cores.get()).unwrap_or(1)),
        memory_events,
        memory_max,
        cgroups_seen: Ok(String::new()),
        shared_memory,
    };
    if Uid::effective().is_root() && syscalls::may_administer() {
        root::build(&jail)?;
        if plan.options.builds(WallName::User) {
            ids::leave_root(&files)?;
        }
    } else {
        ids::enter_user_namespace(plan, &files)?;
        root::build(&jail)?;
    }
    make_namespaces(plan)?;
    jail.cgroups_seen = files.own_cgroups();
    drop(files);
    match syscalls::fork().doing(WallName::Processes, "fork into the worker's pid namespace")? {
        Side::Parent(child) => Ok(Place::Outside(child)),
        Side::Child => {
            settle(&jail, control)?;
            Ok(Place::Inside(Box::new(jail)))
        }
    }
}

/// Every namespace but those of users and mounts, which stand already. They come after the user namespace,
/// which then owns them.
fn make_namespaces(plan: &JailPlan) -> Result<(), JailError> {
    // The worker's own pid namespace is no wall to be left out: killing its pid 1 is how a worker ends.
    unshare(CloneFlags::CLONE_NEWPID).doing(WallName::Processes, "unshare(CLONE_NEWPID)")?;
    for (name, flag, text) in [
        (WallName::Network, CloneFlags::CLONE_NEWNET, "unshare(CLONE_NEWNET)"),
        (WallName::Ipc, CloneFlags::CLONE_NEWIPC, "unshare(CLONE_NEWIPC)"),
        (WallName::Cgroup, CloneFlags::CLONE_NEWCGROUP, "unshare(CLONE_NEWCGROUP)"),
    ] {
        wall(plan, name, || unshare(flag).doing(name, text))?;
    }
    wall(plan, WallName::Uts, || {
        unshare(CloneFlags::CLONE_NEWUTS).doing(WallName::Uts, "unshare(CLONE_NEWUTS)")?;
        // Only ever after the line above: anything else would rename the host.
        sethostname(HOST_NAME).doing(WallName::Uts, "sethostname")
    })
}

/// In the zygote: nothing of the process that started it is left but the control socket and standard error,
/// which stays as the host gave it for the worker's own last words.
fn settle(jail: &Jail, control: &OwnedFd) -> Result<(), JailError> {
    prctl::set_pdeathsig(Signal::SIGKILL).doing(WallName::Processes, "prctl(PR_SET_PDEATHSIG)")?;
    setsid().doing(WallName::Processes, "setsid")?;
    wall(&jail.plan, WallName::Privileges, || {
        prctl::set_dumpable(false).doing(WallName::Privileges, "prctl(PR_SET_DUMPABLE)")?;
        prctl::set_no_new_privs().doing(WallName::Privileges, "prctl(PR_SET_NO_NEW_PRIVS)")
    })?;
    let replace = || -> io::Result<()> {
        syscalls::put_at(jail.null.as_fd(), 0)?;
        syscalls::put_at(jail.null.as_fd(), 1)?;
        let events = jail.memory_events.as_ref().map(AsFd::as_fd);
        syscalls::close_all_but([control.as_fd(), jail.null.as_fd()].into_iter().chain(events))
    };
    replace().doing(WallName::Descriptors, "closing descriptors")?;
    syscalls::set_environment(&ENVIRONMENT);
    syscalls::keep_threads_small(THREAD_STACK_BYTES);
    Ok(())
}
