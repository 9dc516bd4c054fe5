//! What a probe tries from inside a run and from inside a step.
//!
//! Must not know which answers make a report.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use nix::sys::prctl;

use super::{Seen, limits, short};
use crate::boxes::jail::Jail;
use crate::boxes::plan::{HOST_NAME, OUTSIDE_FILE, SCRATCH_DIR, WallName};
use crate::boxes::syscalls::{self, attempts};

/// Paths of a host that no box may show.
const HOST_PATHS: [&str; 5] = ["/etc/passwd", "/proc/self", "/sys/kernel", "/home", "/root"];
/// More memory than a probing step may map.
const TOO_MUCH_MEMORY: usize = 1 << 30;
/// More threads than a probing step may start.
const THREADS_TRIED: usize = 6;
const THREAD_STACK_BYTES: usize = 64 * 1024;
/// How long the step sleeps that must be ended: long beside its limit, short where nothing ends it.
const SLEEP: Duration = Duration::from_millis(1500);

/// From pid 1 of a run: what the namespaces of processes and mounts hide, before Landlock could.
pub(super) fn run(jail: &Jail) -> Vec<Seen> {
    let pid = std::process::id();
    let mut seen = vec![
        Seen::new(WallName::Processes, pid == 1, format!("a run is pid {pid}")),
        Seen::refused(WallName::Processes, "signalling another process", attempts::signal_anybody()),
    ];
    let mut names: Vec<String> = match fs::read_dir("/") {
        Ok(entries) => {
            entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
        }
        Err(error) => vec![error.to_string()],
    };
    names.sort();
    let expected = jail.layout.root_names(&jail.plan);
    seen.push(Seen::new(WallName::Files, names == expected, format!("/ holds {}", names.join(" "))));
    let shown: Vec<&str> = HOST_PATHS.into_iter().filter(|path| Path::new(path).exists()).collect();
    let text = if shown.is_empty() {
        "no path of the host exists".to_owned()
    } else {
        format!("{shown:?} can be seen")
    };
    seen.push(Seen::new(WallName::Files, shown.is_empty(), text));
    seen.push(Seen::refused(WallName::Files, "writing to /", File::create("/written")));
    seen
}

/// From a step's process, all walls up. The process ends with it.
pub(super) fn step(jail: &Jail, channel: i32) -> ! {
    let mut seen = Vec::new();
    // First, while nothing else is open.
    descriptors(&mut seen);
    ids(&mut seen);
    calls(jail, &mut seen);
    files(&mut seen);
    scratch(&mut seen);
    resources(&mut seen);
    privileges(&mut seen);
    let message = postcard::to_stdvec(&seen).unwrap_or_default();
    if let Ok(channel) = syscalls::take_descriptor(channel) {
        // Whoever hears nothing takes no wall to be in force.
        let _ = File::from(channel).write_all(&message);
    }
    syscalls::exit_now(0);
}

fn descriptors(seen: &mut Vec<Seen>) {
    let open: Vec<i32> = (4..1024).filter(|number| attempts::is_open(*number)).collect();
    let text =
        if open.is_empty() { "only four are open".to_owned() } else { format!("{open:?} are open as well") };
    seen.push(Seen::new(WallName::Descriptors, open.is_empty(), text));
}

fn ids(seen: &mut Vec<Seen>) {
    let uid = nix::unistd::getuid();
    seen.push(Seen::new(WallName::User, !uid.is_root(), format!("uid {uid}")));
    seen.push(Seen::refused(WallName::User, "becoming root", attempts::become_root()));
    let parent = nix::unistd::getppid().as_raw();
    seen.push(Seen::new(WallName::Processes, parent == 1, format!("a step's parent is pid {parent}")));
    let name = nix::sys::utsname::uname().map(|names| names.nodename().to_string_lossy().into_owned());
    let name = name.unwrap_or_else(|error| error.to_string());
    seen.push(Seen::new(WallName::Uts, name == HOST_NAME, format!("the host is called `{name}`")));
}

fn calls(jail: &Jail, seen: &mut Vec<Seen>) {
    let mut refused = |attempt: &str, outcome: io::Result<()>| {
        seen.push(Seen::refused(WallName::Syscalls, attempt, outcome));
    };
    for (name, family) in [
        ("AF_UNIX", libc::AF_UNIX),
        ("AF_INET", libc::AF_INET),
        ("AF_NETLINK", libc::AF_NETLINK),
        ("AF_VSOCK", libc::AF_VSOCK),
    ] {
        refused(&format!("socket({name})"), attempts::open_socket(family));
    }
    refused("fork", attempts::start_process());
    refused("kill(1)", attempts::signal(1));
    let new_user = libc::c_long::from(libc::CLONE_NEWUSER);
    for (name, number, first) in [
        ("unshare", libc::SYS_unshare, new_user),
        ("setns", libc::SYS_setns, 0),
        ("mount", libc::SYS_mount, 0),
        ("memfd_create", libc::SYS_memfd_create, 0),
        ("ptrace", libc::SYS_ptrace, 0),
        ("bpf", libc::SYS_bpf, 0),
        ("io_uring_setup", libc::SYS_io_uring_setup, 1),
        ("keyctl", libc::SYS_keyctl, 0),
        ("userfaultfd", libc::SYS_userfaultfd, 0),
        ("shmget", libc::SYS_shmget, 0),
    ] {
        refused(name, attempts::call(number, first).map(drop));
    }
    if !jail.plan.executes() {
        refused("execve", attempts::call(libc::SYS_execve, 0).map(drop));
    }
    // Many of these are refused by other walls too; the mode says that there is a filter at all.
    let mode = attempts::seccomp_mode();
    seen.push(Seen::new(
        WallName::Syscalls,
        mode == libc::SECCOMP_MODE_FILTER.cast_signed(),
        format!("seccomp mode {mode}"),
    ));
}

fn files(seen: &mut Vec<Seen>) {
    seen.push(Seen::refused(
        WallName::Landlock,
        "reading a file outside of every rule",
        File::open(OUTSIDE_FILE),
    ));
    seen.push(Seen::refused(WallName::Landlock, "listing /", fs::read_dir("/")));
    seen.push(Seen::refused(WallName::Files, "reading /etc/passwd", File::open("/etc/passwd")));
}

fn scratch(seen: &mut Vec<Seen>) {
    let limits = limits();
    let mut saw = |held, text: String| seen.push(Seen::new(WallName::Scratch, held, text));
    let entries = fs::read_dir(SCRATCH_DIR).map_or(usize::MAX, Iterator::count);
    saw(entries == 0, "/tmp is empty".into());
    let most = vec![1; limits.files_kib_max as usize * 1024 * 3 / 4];
    let first = fs::write("/tmp/first", &most);
    saw(first.is_ok(), "a file can be written".into());
    let full = |outcome: &io::Result<()>| {
        outcome.as_ref().is_err_and(|error| error.raw_os_error() == Some(libc::ENOSPC))
    };
    let second = fs::write("/tmp/second", &most);
    saw(full(&second), format!("filling /tmp: {}", answer(second)));
    let many =
        (0..=limits.files_max).try_for_each(|number| File::create(format!("/tmp/file-{number}")).map(drop));
    saw(full(&many), format!("making too many files: {}", answer(many)));
    for entry in fs::read_dir(SCRATCH_DIR).into_iter().flatten().flatten() {
        // What stays goes with the step's own mount.
        let _ = fs::remove_file(entry.path());
    }
}

/// The kernel's answer in a word.
fn answer(outcome: io::Result<()>) -> String {
    outcome.map_or_else(|error| short(&error), |()| "allowed".to_owned())
}

fn resources(seen: &mut Vec<Seen>) {
    let limits = limits();
    let mut saw = |held, text: String| seen.push(Seen::new(WallName::Rlimits, held, text));
    let mapped = attempts::map_bytes(TOO_MUCH_MEMORY);
    saw(mapped.is_err(), format!("mapping 1 GiB: {}", answer(mapped)));
    attempts::ignore_file_size_signal();
    let grown =
        File::create("/tmp/large").and_then(|file| file.set_len(u64::from(limits.files_kib_max) * 1024 + 1));
    saw(grown.is_err(), format!("a large file: {}", answer(grown)));
    let most = limits.descriptors_max as usize;
    let copies = attempts::copies_of(0, 2 * most);
    saw(copies < most, format!("{copies} more descriptors"));
    let threads = start_threads();
    saw(threads == limits.threads_max as usize, format!("{threads} of {THREADS_TRIED} threads"));
    let core = attempts::core_limit().unwrap_or(u64::MAX);
    saw(core == 0, format!("core dumps of {core} bytes"));
}

/// How many threads could be started side by side.
fn start_threads() -> usize {
    let (stay, wait) = std::sync::mpsc::channel::<()>();
    let wait = Arc::new(std::sync::Mutex::new(wait));
    let mut threads = Vec::new();
    for _ in 0..THREADS_TRIED {
        let wait = Arc::clone(&wait);
        let body = move || {
            // Ends when the other side of the channel is gone.
            let _ = wait.lock().map(|wait| wait.recv());
        };
        match std::thread::Builder::new().stack_size(THREAD_STACK_BYTES).spawn(body) {
            Ok(thread) => threads.push(thread),
            Err(_) => break,
        }
    }
    drop(stay);
    let count = threads.len();
    for thread in threads {
        // A thread that only waited has nothing to report.
        let _ = thread.join();
    }
    count
}

fn privileges(seen: &mut Vec<Seen>) {
    let capabilities = syscalls::effective_capabilities().unwrap_or(u64::MAX);
    seen.push(Seen::new(WallName::Privileges, capabilities == 0, format!("capabilities {capabilities:#x}")));
    let dropped = attempts::drop_bounding_capability();
    seen.push(Seen::refused(WallName::Privileges, "using CAP_SETPCAP", dropped));
    let fixed = prctl::get_no_new_privs().unwrap_or(false);
    seen.push(Seen::new(WallName::Privileges, fixed, format!("no_new_privs {fixed}")));
    let dumpable = prctl::get_dumpable().unwrap_or(true);
    seen.push(Seen::new(WallName::Privileges, !dumpable, format!("dumpable {dumpable}")));
}

/// Whether this architecture has a foreign one that shares its kernel.
pub(super) fn foreign_calls_can_be_tried() -> bool {
    cfg!(target_arch = "x86_64")
}

/// A step that makes a system call of another architecture.
pub(super) fn call_of_another_architecture() -> ! {
    attempts::call_of_another_architecture();
    syscalls::exit_now(0);
}

/// A step that outlives its time.
pub(super) fn sleep() -> ! {
    std::thread::sleep(SLEEP);
    syscalls::exit_now(0);
}
