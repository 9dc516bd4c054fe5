//! Users of a box: the user namespace, its maps, and the id that nobody else has.
//!
//! See user_namespaces(7). Must not know what is mounted.

use std::fs::{File, OpenOptions};
use std::io::{self, Read, Write};
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::fs::OpenOptionsExt;

use nix::sched::{CloneFlags, unshare};
use nix::sys::prctl;
use nix::unistd::{Gid, Uid, getegid, geteuid, setgroups, setresgid, setresuid};

use super::{Doing, JailError};
use crate::boxes::plan::{ID_INSIDE, JailPlan, WallName};
use crate::boxes::syscalls::{self, Side};

/// Ids that no system hands out by itself, the first of 65,536: <https://systemd.io/UIDS-GIDS/>.
const UNUSED_IDS: u32 = 0x7000_0000;
/// Where only 65,536 ids exist, as in many containers: the end of the range, below `nobody`.
const UNUSED_SMALL_IDS: u32 = 65_000;

/// The host's `/proc` by descriptor, for as long as a jail is being built.
#[derive(Debug)]
pub(super) struct ProcFiles(OwnedFd);

impl ProcFiles {
    pub(super) fn open() -> io::Result<Self> {
        let folder =
            OpenOptions::new().read(true).custom_flags(libc::O_PATH | libc::O_DIRECTORY).open("/proc")?;
        Ok(Self(folder.into()))
    }

    fn open_at(&self, path: &str, flags: nix::fcntl::OFlag) -> io::Result<File> {
        let flags = flags | nix::fcntl::OFlag::O_CLOEXEC;
        Ok(nix::fcntl::openat(self.0.as_fd(), path, flags, nix::sys::stat::Mode::empty())?.into())
    }

    fn write(&self, path: &str, text: &str) -> io::Result<()> {
        self.open_at(path, nix::fcntl::OFlag::O_WRONLY)?.write_all(text.as_bytes())
    }

    fn read(&self, path: &str) -> io::Result<String> {
        let mut text = String::new();
        self.open_at(path, nix::fcntl::OFlag::O_RDONLY)?.read_to_string(&mut text)?;
        Ok(text)
    }

    /// The cgroups of the calling process as its cgroup namespace shows them.
    pub(super) fn own_cgroups(&self) -> io::Result<String> {
        self.read("self/cgroup")
    }
}

/// For an ordinary user: a user namespace in which the caller's own id is [`ID_INSIDE`].
pub(super) fn enter_user_namespace(plan: &JailPlan, files: &ProcFiles) -> Result<(), JailError> {
    if geteuid().is_root() {
        // Root without the right to administer, as in a container: even so root's id must go, since the
        // kernel does not count its processes.
        let id = unused_id(&files.read("self/uid_map").unwrap_or_default());
        setgroups(&[]).doing(WallName::User, "setgroups")?;
        take_ids(id)?;
    }
    let (uid, gid) = (geteuid(), getegid());
    // Without it an ordinary user can build nothing, so here it cannot be left out, only be missing.
    let allowed = if plan.options.builds(WallName::User) { Ok(()) } else { Err(nix::errno::Errno::EPERM) };
    allowed
        .and_then(|()| unshare(CloneFlags::CLONE_NEWUSER))
        .doing(WallName::User, "unshare(CLONE_NEWUSER)")?;
    files.write("self/setgroups", "deny").doing(WallName::User, "writing setgroups")?;
    let map = |id: u32| format!("{ID_INSIDE} {id} 1");
    files.write("self/uid_map", &map(uid.as_raw())).doing(WallName::User, "writing uid_map")?;
    files.write("self/gid_map", &map(gid.as_raw())).doing(WallName::User, "writing gid_map")
}

/// For root: a user namespace in which [`ID_INSIDE`] is an id that nobody has, and nothing else of root.
///
/// The maps are written by a child that stays outside, since only there root may map another's id. So a host
/// that keeps ordinary users from making user namespaces does not matter to root.
pub(super) fn leave_root(files: &ProcFiles) -> Result<(), JailError> {
    let id = unused_id(&files.read("self/uid_map").unwrap_or_default());
    setgroups(&[]).doing(WallName::User, "setgroups")?;
    let (ready, go) = nix::unistd::pipe2(nix::fcntl::OFlag::O_CLOEXEC).doing(WallName::User, "pipe")?;
    let me = std::process::id();
    let helper = match syscalls::fork().doing(WallName::User, "fork")? {
        Side::Child => {
            drop(go);
            let written = write_maps(files, ready, me, id);
            syscalls::exit_now(written.err().and_then(|error| error.raw_os_error()).unwrap_or(0));
        }
        Side::Parent(helper) => helper,
    };
    drop(ready);
    let entered = unshare(CloneFlags::CLONE_NEWUSER);
    if entered.is_ok() {
        nix::unistd::write(&go, b"m").doing(WallName::User, "waking the writer of maps")?;
    }
    drop(go);
    let ended = syscalls::wait(helper, true).doing(WallName::User, "waiting for the writer of maps")?;
    entered.doing(WallName::User, "unshare(CLONE_NEWUSER)")?;
    match ended.and_then(|ended| ended.code) {
        Some(0) => {}
        code => {
            let source = io::Error::from_raw_os_error(code.unwrap_or(libc::EIO));
            return Err(source).doing(WallName::User, "writing uid_map and gid_map");
        }
    }
    take_ids(ID_INSIDE)?;
    // The namespace of mounts is still root's; a copy of it is the new user namespace's own, in which all
    // that root mounted is locked.
    unshare(CloneFlags::CLONE_NEWNS).doing(WallName::Files, "unshare(CLONE_NEWNS)")
}

/// In the child: once the parent is in its user namespace, writes the maps.
fn write_maps(files: &ProcFiles, ready: OwnedFd, parent: u32, id: u32) -> io::Result<()> {
    let mut byte = [0; 1];
    if nix::unistd::read(&ready, &mut byte)? == 0 {
        return Ok(());
    }
    let map = format!("{ID_INSIDE} {id} 1");
    files.write(&format!("{parent}/uid_map"), &map)?;
    files.write(&format!("{parent}/gid_map"), &map)
}

fn take_ids(id: u32) -> Result<(), JailError> {
    let (uid, gid) = (Uid::from_raw(id), Gid::from_raw(id));
    setresgid(gid, gid, gid).doing(WallName::User, "setresgid")?;
    setresuid(uid, uid, uid).doing(WallName::User, "setresuid")?;
    // A change of ids makes the process's own files in /proc root's, the maps among them.
    prctl::set_dumpable(true).doing(WallName::User, "prctl(PR_SET_DUMPABLE)")
}

/// An id that nobody has, of those that exist here by `uid_map`. Workers get different ones, so that what
/// the kernel counts by user is each worker's own.
fn unused_id(uid_map: &str) -> u32 {
    let offset = std::process::id() % 65_536;
    let wanted = [UNUSED_IDS + offset, UNUSED_SMALL_IDS + offset % 500];
    let ranges: Vec<(u64, u64)> = uid_map.lines().filter_map(range).collect();
    let exists =
        |id: u32| ranges.iter().any(|(first, count)| (*first..first + count).contains(&u64::from(id)));
    let last =
        ranges.iter().map(|(first, count)| first + count - 1).max().and_then(|id| u32::try_from(id).ok());
    wanted.into_iter().find(|id| exists(*id)).or(last.filter(|id| *id != 0)).unwrap_or(wanted[0])
}

/// First id inside and count of one line of `uid_map`.
fn range(line: &str) -> Option<(u64, u64)> {
    let mut numbers = line.split_whitespace().map(|number| number.parse().ok());
    let (first, _outside, count) = (numbers.next()??, numbers.next()??, numbers.next()??);
    Some((first, count))
}

#[cfg(test)]
mod tests {
    use super::unused_id;

    #[test]
    fn the_id_exists_and_is_not_roots() {
        let all = unused_id("         0          0 4294967295\n");
        assert!((0x7000_0000..0x7001_0000).contains(&all));
        let small = unused_id("0 100000 65536\n");
        assert!((65_000..65_500).contains(&small));
        assert_eq!(unused_id("0 1000 1\n1 100000 100\n"), 100);
    }
}
