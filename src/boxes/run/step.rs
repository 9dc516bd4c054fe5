//! The last walls, built by a step's own process around itself, right before a stranger's code runs in it.
//!
//! Order matters: mounts before Landlock, the user namespace before the limit of tasks, capabilities after all
//! that needs them, seccomp last. Must not know what will run.

use std::io;
use std::os::fd::{AsFd, BorrowedFd, RawFd};

use landlock::{
    ABI, Access, AccessFs, AccessNet, BitFlags, CompatLevel, Compatible, PathBeneath, PathFd, Ruleset,
    RulesetAttr, RulesetCreatedAttr, RulesetStatus, Scope,
};
use nix::mount::{MsFlags, mount};
use nix::sched::{CloneFlags, unshare};
use nix::sys::prctl;

use crate::boxes::jail::{Doing, Jail, JailError, wall};
use crate::boxes::plan::layout::{Allowed, PathRule};
use crate::boxes::plan::step::StepPlan;
use crate::boxes::plan::{SCRATCH_DIR, WallName};
use crate::boxes::{seccomp, syscalls};

/// The number of the channel's descriptor in a step's process.
pub const CHANNEL: RawFd = 3;
/// The number of the descriptor from which a step that was given a request reads it.
pub const REQUEST: RawFd = 4;

/// The Landlock version that must be there; it came with Linux 5.13.
const LANDLOCK_NEEDED: ABI = ABI::V1;
/// The version whose further rules of files are used where the kernel has them (Linux 6.10).
const LANDLOCK_FILES: ABI = ABI::V5;
/// The version whose scopes of signals and sockets are used where the kernel has them (Linux 6.12).
const LANDLOCK_SCOPES: ABI = ABI::V6;
/// The version whose rules of network ports are used where the kernel has them (Linux 6.7).
const LANDLOCK_PORTS: ABI = ABI::V4;

/// What a step's process gets from pid 1 of its run.
#[derive(Debug)]
pub struct Ends<'a> {
    /// Becomes descriptor 3.
    pub channel: BorrowedFd<'a>,
    /// Becomes descriptor 4, if there is a request.
    pub request: Option<BorrowedFd<'a>>,
    /// From where it hears that it is its turn; becomes the descriptor behind those.
    pub turn: BorrowedFd<'a>,
    /// Becomes standard output.
    pub stdout: BorrowedFd<'a>,
    /// Becomes standard error.
    pub stderr: BorrowedFd<'a>,
}

/// Builds every wall of a step around the calling process, whose descriptors are connected.
///
/// # Errors
/// When a wall cannot be built; the process must then end at once.
pub fn enclose(jail: &Jail, plan: &StepPlan) -> Result<(), JailError> {
    let request = &jail.plan;
    mount_scratch(plan, request.options.builds(WallName::Scratch))
        .doing(WallName::Scratch, "mounting /tmp")?;
    nix::unistd::chdir(SCRATCH_DIR).doing(WallName::Scratch, "entering /tmp")?;
    // No map is written: in a namespace where its own id has no name a process can make no further one, and
    // the limit of tasks counts for this step alone.
    wall(request, WallName::User, || {
        unshare(CloneFlags::CLONE_NEWUSER).doing(WallName::User, "unshare(CLONE_NEWUSER) for a step")
    })?;
    wall(request, WallName::Rlimits, || {
        for limit in &plan.resources {
            syscalls::limit(limit.resource, limit.max)
                .doing(WallName::Rlimits, format!("setrlimit of {:?}", limit.resource))?;
        }
        Ok(())
    })?;
    wall(request, WallName::Landlock, || restrict_files(&jail.layout.rules))?;
    wall(request, WallName::Privileges, || {
        syscalls::drop_capabilities().doing(WallName::Privileges, "dropping capabilities")?;
        prctl::set_dumpable(false).doing(WallName::Privileges, "prctl(PR_SET_DUMPABLE)")?;
        prctl::set_no_new_privs().doing(WallName::Privileges, "prctl(PR_SET_NO_NEW_PRIVS)")
    })?;
    wall(request, WallName::Syscalls, || {
        let program = seccomp::stage_b(plan, std::process::id());
        syscalls::install_filter(&program).doing(WallName::Syscalls, "installing a seccomp filter")
    })
}

/// A session of its own, so that signals to its group reach nobody else, and nothing open but its descriptors. Gives the
/// number of the one from where it hears of its turn.
///
/// # Errors
/// When one of them cannot be put in its place; the channel is then still where it was.
pub fn connect(jail: &Jail, ends: &Ends<'_>) -> Result<RawFd, JailError> {
    let turn_at = if ends.request.is_some() { REQUEST + 1 } else { REQUEST };
    let connect = || -> io::Result<RawFd> {
        nix::unistd::setsid()?;
        syscalls::put_at(jail.null.as_fd(), 0)?;
        syscalls::put_at(ends.stdout, 1)?;
        syscalls::put_at(ends.stderr, 2)?;
        // Their numbers may be those of one another, so one moves out of the way first.
        let channel = syscalls::copy_above(ends.channel, turn_at + 1)?;
        let turn = syscalls::copy_above(ends.turn, turn_at + 1)?;
        if let Some(request) = ends.request {
            syscalls::put_at(request, REQUEST)?;
        }
        syscalls::put_at(channel.as_fd(), CHANNEL)?;
        syscalls::put_at(turn.as_fd(), turn_at)?;
        drop((channel, turn));
        if jail.plan.options.builds(WallName::Descriptors) {
            syscalls::close_from(u32::try_from(turn_at + 1).unwrap_or_default())?;
        }
        syscalls::unblock_signals()?;
        Ok(turn_at)
    };
    connect().doing(WallName::Descriptors, "connecting a step's descriptors")
}

/// A fresh `/tmp`. It belongs to the worker's user namespace, so the step has no rights over the mount itself.
fn mount_scratch(plan: &StepPlan, bounded: bool) -> nix::Result<()> {
    unshare(CloneFlags::CLONE_NEWNS)?;
    let flags = MsFlags::MS_NOSUID | MsFlags::MS_NODEV | MsFlags::MS_NOEXEC;
    let bounds =
        format!("mode=0700,size={}k,nr_inodes={}", plan.scratch.size_kib_max, plan.scratch.inodes_max);
    let options = if bounded { bounds.as_str() } else { "mode=0700" };
    mount(Some("tmp"), SCRATCH_DIR, Some("tmpfs"), flags, Some(options))
}

/// Landlock: everything that is in no rule is refused, whatever its permissions say.
fn restrict_files(rules: &[PathRule]) -> Result<(), JailError> {
    let restricted = || -> Result<RulesetStatus, Box<dyn std::error::Error>> {
        let mut ruleset = Ruleset::default()
            .set_compatibility(CompatLevel::HardRequirement)
            .handle_access(AccessFs::from_all(LANDLOCK_NEEDED))?
            .set_compatibility(CompatLevel::BestEffort)
            .handle_access(AccessFs::from_all(LANDLOCK_FILES))?
            .handle_access(AccessNet::from_all(LANDLOCK_PORTS))?
            .scope(Scope::from_all(LANDLOCK_SCOPES))?
            .create()?;
        for rule in rules {
            // A device that the host lacks has no rule either.
            let Ok(path) = PathFd::new(&rule.path) else { continue };
            ruleset = ruleset.add_rule(PathBeneath::new(path, rights(rule.allowed)))?;
        }
        Ok(ruleset.restrict_self()?.ruleset)
    };
    match restricted() {
        Ok(RulesetStatus::NotEnforced) => Err(io::Error::from_raw_os_error(libc::EOPNOTSUPP)),
        Ok(_) => Ok(()),
        Err(error) => Err(io::Error::other(error.to_string())),
    }
    .doing(WallName::Landlock, "restricting files by Landlock")
}

fn rights(allowed: Allowed) -> BitFlags<AccessFs> {
    let writing = AccessFs::from_all(LANDLOCK_FILES)
        & !(AccessFs::Execute | AccessFs::MakeChar | AccessFs::MakeBlock | AccessFs::IoctlDev);
    match allowed {
        Allowed::Read => AccessFs::ReadFile | AccessFs::ReadDir,
        Allowed::ReadFile => AccessFs::ReadFile.into(),
        Allowed::ReadWriteFile => AccessFs::ReadFile | AccessFs::WriteFile,
        Allowed::ExecuteFile => AccessFs::ReadFile | AccessFs::Execute,
        Allowed::Write => writing,
    }
}
