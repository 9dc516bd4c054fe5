//! The jail's own root: a small read-only tmpfs with what the layout lends, and nothing else of the host.
//!
//! See mount_namespaces(7), pivot_root(2). Must not know whose ids the process has.

use std::fs;
use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use nix::mount::{MntFlags, MsFlags, mount, umount2};
use nix::sched::{CloneFlags, unshare};
use nix::unistd::{chdir, pivot_root};

use super::{Doing, Jail, JailError};
use crate::boxes::plan::layout::{Mount, MountKind};
use crate::boxes::plan::{OUTSIDE_FILE, WallName};
use crate::boxes::syscalls;

/// Size of the root: folders, the toolbox, and room to spare.
const ROOT_OPTIONS: &str = "size=64m,nr_inodes=16384,mode=0755";
/// What covers folders that a box must not see.
const COVER_OPTIONS: &str = "size=4k,nr_inodes=2,mode=0555";
/// Where the new root is put together: any folder will do, as the old root goes away as a whole.
const WORKPLACES: [&str; 5] = ["/tmp", "/mnt", "/run", "/dev", "/proc"];
/// What the wall of files leaves in when a test takes it away.
const HOLE: &str = "/etc";

/// Builds the root and makes it the process's own, in a mount namespace of its own.
pub(super) fn build(jail: &Jail) -> Result<(), JailError> {
    unshare(CloneFlags::CLONE_NEWNS).doing(WallName::Files, "unshare(CLONE_NEWNS)")?;
    let private = MsFlags::MS_REC | MsFlags::MS_PRIVATE;
    mount(None::<&str>, "/", None::<&str>, private, None::<&str>)
        .doing(WallName::Files, "making mounts private")?;
    // All that is lent is taken before the workplace covers anything of the host.
    let lent = lend(jail)?;
    let base = open_workplace()?;
    write_files(jail, &base).doing(WallName::Files, "writing the files of the jail's root")?;
    for (mount, copy) in &lent {
        attach(mount, copy, &base).doing(
            WallName::Files,
            format!("mounting {} at {}", mount.host.display(), mount.inside.display()),
        )?;
    }
    for folder in &jail.layout.covered {
        cover(&below(&base, folder)).doing(WallName::Files, format!("covering {}", folder.display()))?;
    }
    enter(&base)
}

/// Detached copies of what the host lends, already restricted. A host without a device does without it.
fn lend(jail: &Jail) -> Result<Vec<(Mount, OwnedFd)>, JailError> {
    let mut mounts = jail.layout.mounts.clone();
    if !jail.plan.options.builds(WallName::Files) {
        mounts.push(Mount { host: HOLE.into(), inside: HOLE.into(), kind: MountKind::Folder });
    }
    let mut lent = Vec::new();
    for mount in mounts {
        let attributes = libc::MOUNT_ATTR_RDONLY
            | libc::MOUNT_ATTR_NOSUID
            | match mount.kind {
                MountKind::Folder | MountKind::File => libc::MOUNT_ATTR_NODEV,
                MountKind::Device => libc::MOUNT_ATTR_NOEXEC,
            };
        let copy = match syscalls::copy_mount(&mount.host) {
            Err(error) if mount.kind == MountKind::Device && error.kind() == io::ErrorKind::NotFound => {
                continue;
            }
            copy => copy.doing(WallName::Files, format!("lending {}", mount.host.display()))?,
        };
        syscalls::restrict_mount(copy.as_fd(), attributes)
            .doing(WallName::Files, format!("making {} read-only", mount.host.display()))?;
        lent.push((mount, copy));
    }
    Ok(lent)
}

fn open_workplace() -> Result<PathBuf, JailError> {
    let found = WORKPLACES.iter().map(Path::new).find(|path| path.is_dir());
    let base =
        found.ok_or(io::Error::from_raw_os_error(libc::ENOENT)).doing(WallName::Files, "finding a folder")?;
    let flags = MsFlags::MS_NOSUID | MsFlags::MS_NODEV;
    mount(Some("box"), base, Some("tmpfs"), flags, Some(ROOT_OPTIONS))
        .doing(WallName::Files, "mounting a tmpfs")?;
    Ok(base.to_path_buf())
}

fn write_files(jail: &Jail, base: &Path) -> io::Result<()> {
    for folder in &jail.layout.mount_points {
        fs::create_dir_all(below(base, folder))?;
    }
    for (link, to) in &jail.layout.links {
        let link = below(base, link);
        fs::create_dir_all(link.parent().unwrap_or(base))?;
        std::os::unix::fs::symlink(to, link)?;
    }
    let outside = (PathBuf::from(OUTSIDE_FILE), b"only Landlock keeps a step from reading this\n".to_vec());
    for (inside, bytes) in jail.plan.files.iter().chain([&outside]) {
        let path = below(base, inside);
        fs::create_dir_all(path.parent().unwrap_or(base))?;
        fs::write(&path, bytes)?;
        fs::set_permissions(&path, fs::Permissions::from_mode(0o444))?;
    }
    Ok(())
}

fn attach(mount: &Mount, copy: &OwnedFd, base: &Path) -> io::Result<()> {
    let at = below(base, &mount.inside);
    match mount.kind {
        MountKind::Folder => fs::create_dir_all(&at)?,
        MountKind::File | MountKind::Device => {
            fs::create_dir_all(at.parent().unwrap_or(base))?;
            fs::write(&at, b"")?;
        }
    }
    syscalls::attach_mount(copy.as_fd(), &at)
}

/// Covers a folder that a lent one holds, if it does.
fn cover(folder: &Path) -> io::Result<()> {
    if !folder.is_dir() {
        return Ok(());
    }
    let flags = MsFlags::MS_NOSUID | MsFlags::MS_NODEV | MsFlags::MS_NOEXEC | MsFlags::MS_RDONLY;
    Ok(mount(Some("box"), folder, Some("tmpfs"), flags, Some(COVER_OPTIONS))?)
}

/// Makes the new root the root and lets go of the old one.
fn enter(base: &Path) -> Result<(), JailError> {
    chdir(base).doing(WallName::Files, "entering the new root")?;
    // With both arguments the same the old root lies over the new one, and the next call takes it away.
    pivot_root(".", ".").doing(WallName::Files, "pivot_root")?;
    umount2(".", MntFlags::MNT_DETACH).doing(WallName::Files, "letting go of the old root")?;
    chdir("/").doing(WallName::Files, "entering the new root")?;
    let flags =
        MsFlags::MS_REMOUNT | MsFlags::MS_BIND | MsFlags::MS_RDONLY | MsFlags::MS_NOSUID | MsFlags::MS_NODEV;
    mount(None::<&str>, "/", None::<&str>, flags, None::<&str>)
        .doing(WallName::Files, "making the root read-only")
}

/// A path inside, seen from outside.
fn below(base: &Path, inside: &Path) -> PathBuf {
    base.join(inside.strip_prefix("/").unwrap_or(inside))
}
