//! What an attack could leave on the host: processes and descriptors of a worker, mounts, files, cgroups.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use vivavoce::engine::Engine;
use vivavoce::model::grade::RuntimeKind;

/// Names of files that attacks write, where a box would let them out.
const WRITTEN: [&str; 12] = [
    "pwned",
    "left",
    "hoard",
    "kept",
    "program",
    "huge",
    "sparse",
    "link",
    "fifo",
    "disk",
    "code",
    "result.json",
];
/// Places that all processes of a host share.
const SHARED: [&str; 5] = ["/tmp", "/var/tmp", "/dev/shm", "/", "/run"];
/// Times a look at the host is repeated, as the kernel needs a moment to take a process away.
const LOOKS: u32 = 100;

/// The generation below a worker of the run that waits: a worker, its zygote, the run.
const WAITING: u32 = 2;

/// How many descriptors one process has, and how many mounts it sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Has {
    descriptors: Option<usize>,
    mounts: Option<usize>,
}

/// What there is at one moment.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Footprint {
    mounts: Vec<String>,
    files: BTreeSet<PathBuf>,
    /// Each process of a worker by pid, with what it has, where that may be seen. The run that waits is another one after
    /// each grade, so it stands here without its pid.
    processes: Vec<(u32, Has)>,
    cgroups: Vec<PathBuf>,
}

impl Footprint {
    /// The host's mounts, and what lies where attacks write.
    pub fn of_the_host() -> Self {
        let mounts = fs::read_to_string("/proc/self/mountinfo").expect("mounts can be read");
        let places =
            SHARED.iter().flat_map(|place| WRITTEN.iter().map(move |name| Path::new(place).join(name)));
        Self {
            mounts: mounts.lines().map(str::to_owned).collect(),
            files: places.filter(|path| path.symlink_metadata().is_ok()).collect(),
            ..Self::default()
        }
    }

    /// The processes of an engine's idle workers, and their cgroups.
    pub fn of_workers(engine: &Engine) -> Self {
        let pids = engine.pool().idle_process_ids();
        let cgroups = pids.iter().flat_map(|pid| cgroups_of(*pid)).flat_map(with_inner).collect();
        let named = |(pid, generation, has)| (if generation < WAITING { pid } else { 0 }, has);
        let mut processes: Vec<(u32, Has)> = with_children(&pids).into_iter().map(named).collect();
        processes.sort();
        Self { processes, cgroups, ..Self::default() }
    }

    /// The same once each worker is at rest: two runs wait, warm ones with their first step, and two looks in a row show the
    /// same.
    pub fn of_workers_at_rest(engine: &Engine) -> Self {
        let mut before = Self::default();
        let of_each = if engine.pool().interpreter().kind == RuntimeKind::Warm { 4 } else { 2 };
        for _ in 0..LOOKS {
            let now = Self::of_workers(engine);
            let waiting = now.processes.iter().filter(|(pid, _)| *pid == 0).count();
            if now == before && waiting == of_each * engine.pool().idle_process_ids().len() {
                return now;
            }
            before = now;
            std::thread::sleep(Duration::from_millis(20));
        }
        panic!("no run waits: {before:?}")
    }

    /// The cgroups of workers.
    pub fn cgroups(self) -> Vec<PathBuf> {
        self.cgroups
    }

    /// What workers have more than they had, in words.
    pub fn more_in_workers(&self, engine: &Engine) -> Option<String> {
        let mut now = Self::of_workers(engine);
        for _ in 0..LOOKS {
            if now == *self {
                return None;
            }
            std::thread::sleep(Duration::from_millis(20));
            now = Self::of_workers(engine);
        }
        Some(format!("{now:?} where there was {self:?}"))
    }

    /// Holds the host of now, and what is left of cgroups of workers that are gone, against what it was.
    pub fn assert_nothing_is_left(&self, cgroups: &[PathBuf]) {
        let now = Self::of_the_host();
        assert_eq!(self.files, now.files, "an attack wrote to the host");
        assert_eq!(self.mounts, now.mounts, "an attack changed the host's mounts");
        let mut left: Vec<&PathBuf> = cgroups.iter().collect();
        for _ in 0..LOOKS {
            left.retain(|path| path.exists());
            if left.is_empty() {
                return;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        panic!("cgroups are left: {left:?}");
    }
}

/// These processes and all below them: pid, generation, what it has.
fn with_children(roots: &[u32]) -> Vec<(u32, u32, Has)> {
    let entries = fs::read_dir("/proc").expect("processes can be listed").filter_map(Result::ok);
    let pids = entries.filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
    let parents: Vec<(u32, u32)> = pids.filter_map(|pid| Some((pid, parent_of(pid)?))).collect();
    let mut found: Vec<(u32, u32)> = roots.iter().map(|pid| (*pid, 0)).collect();
    let mut at = 0;
    while at < found.len() {
        let (parent, generation) = found[at];
        found.extend(parents.iter().filter(|(_, of)| *of == parent).map(|(pid, _)| (*pid, generation + 1)));
        at += 1;
    }
    let has = |pid| Has { descriptors: descriptors_of(pid), mounts: mounts_of(pid) };
    found.into_iter().map(|(pid, generation)| (pid, generation, has(pid))).collect()
}

/// The fourth field of `/proc/PID/stat`, behind a name in brackets that may hold anything: proc_pid_stat(5).
fn parent_of(pid: u32) -> Option<u32> {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    stat.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()
}

/// Who is not root may not look into a process that is not dumpable.
fn descriptors_of(pid: u32) -> Option<usize> {
    fs::read_dir(format!("/proc/{pid}/fd")).ok().map(Iterator::count)
}

fn mounts_of(pid: u32) -> Option<usize> {
    fs::read_to_string(format!("/proc/{pid}/mountinfo")).ok().map(|mounts| mounts.lines().count())
}

/// What this very process has: its descriptors, and itself and all processes below it.
pub fn of_this_process() -> (usize, usize) {
    let pid = std::process::id();
    (descriptors_of(pid).expect("its own can be seen"), with_children(&[pid]).len())
}

/// A cgroup and those that were made in it.
fn with_inner(cgroup: PathBuf) -> Vec<PathBuf> {
    let entries = fs::read_dir(&cgroup).into_iter().flatten().filter_map(Result::ok);
    let mut inner: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(|path| path.is_dir()).collect();
    inner.push(cgroup);
    inner.sort();
    inner
}

/// The folders of a worker's own cgroups, as far as they are where they mostly are.
fn cgroups_of(pid: u32) -> Vec<PathBuf> {
    let text = fs::read_to_string(format!("/proc/{pid}/cgroup")).unwrap_or_default();
    let paths =
        text.lines().filter_map(|line| line.splitn(3, ':').nth(2)).filter(|path| path.contains("/viva-"));
    let mounts = ["/sys/fs/cgroup", "/sys/fs/cgroup/memory", "/sys/fs/cgroup/pids", "/sys/fs/cgroup/unified"];
    paths
        .flat_map(|path| mounts.iter().map(move |mount| PathBuf::from(format!("{mount}{path}"))))
        .filter(|path| path.exists())
        .collect()
}
