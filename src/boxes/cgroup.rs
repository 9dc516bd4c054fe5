//! A cgroup around a whole worker: the kernel's own bound on the memory and processes of everything in it.
//!
//! Version 2 where this process may make one beside its own, version 1 where its hierarchies are writable.
//! See cgroups(7) and the kernel's `admin-guide/cgroup-v2.rst`. Files are written by hand: it is a handful.
//! Must not know what runs in the worker.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::model::limits::Limits;

/// Why a cgroup could not be made or entered.
#[derive(Debug, thiserror::Error)]
pub enum CgroupError {
    /// There is none that this process could make.
    #[error("no cgroup with memory and pids controllers is writable here")]
    NotDelegated,
    /// A file of it could not be used.
    #[error("cannot use {}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
}

/// How a worker gets into its cgroup; it travels to the worker in its options.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seat {
    /// Files to which the worker writes itself.
    enter: Vec<PathBuf>,
    /// The file that counts what the kernel killed for memory.
    events: PathBuf,
    /// The file that holds the memory's bound.
    memory_max: PathBuf,
}

impl Seat {
    /// Puts the calling process into the cgroup and opens its count of kills.
    ///
    /// # Errors
    /// When a file of it cannot be opened or written.
    pub fn enter(&self) -> Result<File, CgroupError> {
        for path in &self.enter {
            write(path, "0")?;
        }
        File::open(&self.events).map_err(|source| file_error(&self.events, source))
    }

    /// The bound of memory as the kernel has it.
    ///
    /// # Errors
    /// When its file cannot be read.
    pub fn memory_max(&self) -> Result<String, CgroupError> {
        let text =
            fs::read_to_string(&self.memory_max).map_err(|source| file_error(&self.memory_max, source))?;
        Ok(text.trim().to_owned())
    }
}

/// A cgroup that this process made. Dropping it removes it, once its processes are gone.
#[derive(Debug)]
pub struct WorkerCgroup {
    folders: Vec<PathBuf>,
    memory: Vec<(PathBuf, bool)>,
    pids: PathBuf,
    seat: Seat,
}

/// One cgroup gets one number in this process.
static NEXT: AtomicU32 = AtomicU32::new(0);

/// Memory of a worker and of the pid 1 of its run, in MiB.
const WORKER_MIB: u64 = 256;
/// Processes of a worker beside a step's: the one that was started, the zygote, pid 1 of a run, and room for
/// the two that end while their successors begin.
const WORKER_TASKS: u32 = 8;
/// How many processes of a step may use all of its memory at once before the whole box is out of memory.
const PROCESSES_COUNTED: u32 = 2;

/// How often a removal is tried while the kernel still takes the last processes out of it.
const REMOVALS_MAX: u32 = 50;
/// The pause before the second attempt, mostly long enough; each further one is as long again, up to the longest.
const REMOVAL_PAUSE: Duration = Duration::from_micros(250);
const REMOVAL_PAUSE_MAX: Duration = Duration::from_millis(2);

impl WorkerCgroup {
    /// Makes a cgroup for one worker with these bounds.
    ///
    /// # Errors
    /// [`CgroupError::NotDelegated`] when this host lets the caller make none: do without, the report says so.
    pub fn create(memory_bytes_max: u64, pids_max: u32) -> Result<Self, CgroupError> {
        let own = fs::read_to_string("/proc/self/cgroup").unwrap_or_default();
        let mounts = fs::read_to_string("/proc/self/mountinfo").unwrap_or_default();
        let name = format!("viva-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let made = create_v2(&own, &mounts, &name).or_else(|_| create_v1(&own, &mounts, &name))?;
        made.set_limits(memory_bytes_max, pids_max)?;
        Ok(made)
    }

    /// Bounds that hold a worker and one run with these limits at a time: bytes of memory, processes and threads.
    #[must_use]
    pub fn room_for(limits: &Limits) -> (u64, u32) {
        let mib = WORKER_MIB + u64::from(limits.memory_mib_max);
        let buffers = 2 * u64::from(limits.output_bytes_max) + u64::from(limits.observation_bytes_max);
        let files = u64::from(limits.files_kib_max) * 1024;
        let tasks = WORKER_TASKS + limits.threads_max + limits.processes_max;
        (
            mib * 1024 * 1024 * (1 + u64::from(limits.processes_max.min(PROCESSES_COUNTED)))
                + 2 * buffers
                + files,
            tasks,
        )
    }

    /// What the worker needs to enter it.
    #[must_use]
    pub fn seat(&self) -> Seat {
        self.seat.clone()
    }

    /// Its folders, one for each hierarchy.
    #[must_use]
    pub fn folders(&self) -> &[PathBuf] {
        &self.folders
    }

    /// Sets its bounds, between runs or before the first.
    ///
    /// # Errors
    /// When a file of it cannot be written.
    pub fn set_limits(&self, memory_bytes_max: u64, pids_max: u32) -> Result<(), CgroupError> {
        for (path, required) in &self.memory {
            let value = if path.ends_with("memory.swap.max") { 0 } else { memory_bytes_max };
            match write(path, &value.to_string()) {
                // A kernel may have no accounting of swap.
                Err(_) if !required => {}
                other => other?,
            }
        }
        write(&self.pids, &pids_max.to_string())
    }
}

impl Drop for WorkerCgroup {
    fn drop(&mut self) {
        for folder in &self.folders {
            for attempt in 1..=REMOVALS_MAX {
                match fs::remove_dir(folder) {
                    Err(error) if error.raw_os_error() == Some(libc::EBUSY) => {
                        std::thread::sleep((REMOVAL_PAUSE * attempt).min(REMOVAL_PAUSE_MAX));
                    }
                    _ => break,
                }
            }
        }
    }
}

/// Version 2: a sibling of our own cgroup, whose parent has given its children both controllers; or a child of
/// our own where it has given them to its children already (the true root, as in some containers).
fn create_v2(own: &str, mounts: &str, name: &str) -> Result<WorkerCgroup, CgroupError> {
    let place = own_folder(own, mounts, None).ok_or(CgroupError::NotDelegated)?;
    let parents = [place.parent().map(Path::to_path_buf), Some(place.clone())];
    let gives = |folder: &PathBuf| {
        let given = fs::read_to_string(folder.join("cgroup.subtree_control")).unwrap_or_default();
        let given: Vec<&str> = given.split_whitespace().collect();
        given.contains(&"memory") && given.contains(&"pids")
    };
    let parent = parents.into_iter().flatten().find(gives).ok_or(CgroupError::NotDelegated)?;
    let folder = parent.join(name);
    sweep(&parent);
    make(&folder)?;
    let seat = Seat {
        enter: vec![folder.join("cgroup.procs")],
        events: folder.join("memory.events"),
        memory_max: folder.join("memory.max"),
    };
    let made = WorkerCgroup {
        memory: vec![(folder.join("memory.max"), true), (folder.join("memory.swap.max"), false)],
        pids: folder.join("pids.max"),
        seat,
        folders: vec![folder],
    };
    // Moving a process needs the right to write to what both cgroups share: better to learn it now.
    if OpenOptions::new().write(true).open(parent.join("cgroup.procs")).is_err() {
        return Err(CgroupError::NotDelegated);
    }
    Ok(made)
}

/// Version 1: a child of our own cgroup in both hierarchies.
fn create_v1(own: &str, mounts: &str, name: &str) -> Result<WorkerCgroup, CgroupError> {
    let place = |controller| own_folder(own, mounts, Some(controller)).ok_or(CgroupError::NotDelegated);
    let (memory, pids) = (place("memory")?, place("pids")?);
    sweep(&memory);
    sweep(&pids);
    let (memory, pids) = (memory.join(name), pids.join(name));
    make(&memory)?;
    let mut made = WorkerCgroup {
        memory: vec![(memory.join("memory.limit_in_bytes"), true)],
        pids: pids.join("pids.max"),
        seat: Seat {
            // A worker that enters has one thread. For a thread that moves itself the kernel does not wait until all
            // processors have come to rest, as it does for a process: that takes 10 ms and more for each hierarchy.
            enter: vec![memory.join("tasks"), pids.join("tasks")],
            events: memory.join("memory.oom_control"),
            memory_max: memory.join("memory.limit_in_bytes"),
        },
        folders: vec![memory],
    };
    if !made.folders.contains(&pids) {
        // From here on an error drops `made`, which removes the first folder.
        make(&pids)?;
        made.folders.push(pids);
    }
    Ok(made)
}

/// Removes what hosts that were killed left behind: the empty cgroups of processes that are no more.
fn sweep(parent: &Path) {
    let Ok(entries) = fs::read_dir(parent) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let process =
            name.to_str().and_then(|name| name.strip_prefix("viva-")?.split('-').next()?.parse().ok());
        let gone = |process: u32| !Path::new(&format!("/proc/{process}")).exists();
        if process.is_some_and(gone) {
            // One that still holds a process stays, and is tried again by the next worker.
            let _ = fs::remove_dir(entry.path());
        }
    }
}

/// The folder of our own cgroup: of version 2, or of version 1's hierarchy of a controller.
fn own_folder(own: &str, mounts: &str, controller: Option<&str>) -> Option<PathBuf> {
    let path = own.lines().find_map(|line| {
        let mut parts = line.splitn(3, ':');
        let (_, controllers, path) = (parts.next()?, parts.next()?, parts.next()?);
        let wanted = match controller {
            None => controllers.is_empty(),
            Some(controller) => controllers.split(',').any(|name| name == controller),
        };
        wanted.then_some(path)
    })?;
    let (root, mount) = mounts.lines().find_map(|line| {
        // `36 35 98:0 /root /mount/point options - type source super,options`, proc_pid_mountinfo(5).
        let (front, back) = line.split_once(" - ")?;
        let (mut front, mut back) = (front.split(' ').skip(3), back.split(' '));
        let (root, point) = (front.next()?, front.next()?);
        let (kind, options) = (back.next()?, back.nth(1)?);
        let wanted = match controller {
            None => kind == "cgroup2",
            Some(controller) => kind == "cgroup" && options.split(',').any(|name| name == controller),
        };
        wanted.then_some((root, point))
    })?;
    let below = Path::new(path).strip_prefix(root).ok()?;
    Some(if below.as_os_str().is_empty() { mount.into() } else { Path::new(mount).join(below) })
}

fn make(folder: &Path) -> Result<(), CgroupError> {
    fs::create_dir(folder).map_err(|source| file_error(folder, source))
}

fn write(path: &Path, text: &str) -> Result<(), CgroupError> {
    let written =
        OpenOptions::new().write(true).open(path).and_then(|mut file| file.write_all(text.as_bytes()));
    written.map_err(|source| file_error(path, source))
}

fn file_error(path: &Path, source: io::Error) -> CgroupError {
    CgroupError::File { path: path.to_path_buf(), source }
}

/// How many processes the kernel has killed for memory, from `memory.events` or `memory.oom_control`.
#[must_use]
pub fn kills_for_memory(text: &str) -> u64 {
    text.lines().find_map(|line| line.strip_prefix("oom_kill ")?.trim().parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWN: &str = "5:memory:/a/b\n4:cpu,pids:/\n0::/user.slice/x.scope\n";
    const MOUNTS: &str = "30 1 0:26 / /sys/fs/cgroup rw - cgroup2 cgroup2 rw,nsdelegate\n\
                          31 1 0:27 / /cg/memory rw shared:5 - cgroup cgroup rw,memory\n\
                          32 1 0:28 / /cg/pids rw - cgroup cgroup rw,cpu,pids\n";

    #[test]
    fn own_folders_are_found_in_every_hierarchy() {
        assert_eq!(own_folder(OWN, MOUNTS, None), Some("/sys/fs/cgroup/user.slice/x.scope".into()));
        assert_eq!(own_folder(OWN, MOUNTS, Some("memory")), Some("/cg/memory/a/b".into()));
        assert_eq!(own_folder(OWN, MOUNTS, Some("pids")), Some("/cg/pids".into()));
        assert_eq!(own_folder(OWN, MOUNTS, Some("io")), None);
    }

    #[test]
    fn kills_are_counted_in_both_versions() {
        assert_eq!(kills_for_memory("low 0\noom 3\noom_kill 2\noom_group_kill 0\n"), 2);
        assert_eq!(kills_for_memory("oom_kill_disable 0\nunder_oom 0\noom_kill 1\n"), 1);
        assert_eq!(kills_for_memory(""), 0);
    }
}
