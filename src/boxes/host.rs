//! What this host offers for boxes, as far as it can be told without building one: for `viva doctor`.
//!
//! The table of walls says what holds; this says why something may not. Must not know how a wall is built.

use std::fs;

use serde::Serialize;

use super::cgroup::WorkerCgroup;
use super::syscalls::attempts::landlock_version;

/// The oldest kernel on which every required wall can stand: since 5.14 limits of tasks count per user namespace.
pub const KERNEL_MIN: (u32, u32) = (5, 14);

/// One thing that a host offers or lacks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// What it is: `kernel`.
    pub name: &'static str,
    /// What was found: `6.18.44`.
    pub found: String,
    /// What boxes need of it: `Linux 5.14 or later`.
    pub needs: &'static str,
    /// Whether boxes can be built with it.
    pub enough: bool,
    /// Whether boxes can do without it.
    pub required: bool,
    /// What to do where it is not enough; empty otherwise.
    pub remedy: &'static str,
}

/// Looks at this host.
#[must_use]
pub fn survey() -> Vec<Fact> {
    vec![kernel(), architecture(), user_namespaces(), landlock(), cgroup()]
}

fn fact(name: &'static str, found: String, enough: bool, remedy: &'static str) -> Fact {
    let needs = match name {
        "kernel" => "Linux 5.14 or later",
        "architecture" => "x86_64 or aarch64",
        "landlock" => "version 1 or later",
        "cgroup" => "version 2 that is delegated, or a writable version 1",
        _ => "",
    };
    Fact { name, found, needs, enough, required: true, remedy: if enough { "" } else { remedy } }
}

fn kernel() -> Fact {
    let release = nix::sys::utsname::uname().map(|names| names.release().to_string_lossy().into_owned());
    let release = release.unwrap_or_else(|error| error.to_string());
    let enough = version(&release).is_some_and(|version| version >= KERNEL_MIN);
    fact("kernel", release, enough, "needs Linux 5.14 or later")
}

/// Major and minor version of a kernel's release.
fn version(release: &str) -> Option<(u32, u32)> {
    let mut parts = release.split(|character: char| !character.is_ascii_digit());
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

fn architecture() -> Fact {
    let found = std::env::consts::ARCH.to_owned();
    let enough = cfg!(any(target_arch = "x86_64", target_arch = "aarch64"));
    fact("architecture", found, enough, "needs x86-64 or aarch64")
}

fn user_namespaces() -> Fact {
    const NAME: &str = "user namespaces";
    let root = nix::unistd::geteuid().is_root() && super::syscalls::may_administer();
    if setting("user/max_user_namespaces") == Some(0) {
        return fact(NAME, "none allowed".into(), false, "`sysctl user.max_user_namespaces=1024`");
    }
    if root {
        return fact(NAME, "made by root".into(), true, "");
    }
    if setting("kernel/unprivileged_userns_clone") == Some(0) {
        return fact(NAME, "for root only".into(), false, "`sysctl kernel.unprivileged_userns_clone=1`");
    }
    if setting("kernel/apparmor_restrict_unprivileged_userns") == Some(1) {
        return fact(
            NAME,
            "restricted by AppArmor".into(),
            false,
            "an AppArmor profile with `userns,` for viva-worker and viva (see the README), or \
             `sysctl kernel.apparmor_restrict_unprivileged_userns=0`",
        );
    }
    fact(NAME, "for everybody".into(), true, "")
}

/// A number under `/proc/sys`; `None` where this kernel has no such setting.
fn setting(path: &str) -> Option<i64> {
    fs::read_to_string(format!("/proc/sys/{path}")).ok()?.trim().parse().ok()
}

fn landlock() -> Fact {
    let version = landlock_version();
    let found = if version == 0 { "missing".to_owned() } else { format!("version {version}") };
    let remedy = "needs CONFIG_SECURITY_LANDLOCK and `landlock` in the kernel's `lsm=` list, and in a container a \
                  seccomp profile that lets `landlock_*` through";
    fact("landlock", found, version > 0, remedy)
}

/// Makes a cgroup and removes it: whether one may be made can hardly be told otherwise.
fn cgroup() -> Fact {
    const TRIED_BYTES: u64 = 64 * 1024 * 1024;
    const TRIED_TASKS: u32 = 64;
    let remedy = super::plan::WallName::Memory.remedy();
    let (found, enough) = match WorkerCgroup::create(TRIED_BYTES, TRIED_TASKS) {
        Ok(_) => ("can be made".to_owned(), true),
        Err(error) => (error.to_string(), false),
    };
    Fact { required: false, ..fact("cgroup", found, enough, remedy) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn releases_of_kernels_are_read() {
        assert_eq!(version("6.18.44-fc-v657"), Some((6, 18)));
        assert_eq!(version("5.14-rc1"), Some((5, 14)));
        assert_eq!(version("strange"), None);
    }

    #[test]
    fn what_is_not_enough_has_a_remedy() {
        for fact in survey() {
            assert_eq!(fact.enough, fact.remedy.is_empty(), "{fact:?}");
        }
    }
}
