//! Every system call of this room that has no safe wrapper: the only file here with `unsafe` in it, together
//! with `syscalls/attempts.rs`, which holds what only probes call.
//!
//! Each function does one thing and reports the kernel's answer. Must not know why it is called.
#![allow(unsafe_code)]

use std::ffi::CString;
use std::io;
use std::os::fd::{AsRawFd, BorrowedFd, FromRawFd, OwnedFd, RawFd};
use std::os::unix::ffi::OsStrExt;
use std::path::Path;
use std::time::Duration;

use libc::{c_int, c_long, c_uint, c_ulong, pid_t};

use super::plan::step::Resource;

pub mod attempts;

/// The highest capability that a kernel may know; asking for more than it knows fails harmlessly.
const CAPABILITIES_MAX: c_int = 63;
/// `_LINUX_CAPABILITY_VERSION_3` of capset(2).
const CAPABILITY_VERSION: u32 = 0x2008_0522;

fn check(result: c_long) -> io::Result<c_long> {
    if result < 0 { Err(io::Error::last_os_error()) } else { Ok(result) }
}

fn check_int(result: c_int) -> io::Result<c_int> {
    if result < 0 { Err(io::Error::last_os_error()) } else { Ok(result) }
}

fn c_path(path: &Path) -> io::Result<CString> {
    CString::new(path.as_os_str().as_bytes()).map_err(|_| io::Error::from_raw_os_error(libc::EINVAL))
}

fn owned(result: c_long) -> io::Result<OwnedFd> {
    let descriptor = c_int::try_from(check(result)?).map_err(io::Error::other)?;
    // SAFETY: the kernel has just made this descriptor for the caller, and nothing else knows it.
    Ok(unsafe { OwnedFd::from_raw_fd(descriptor) })
}

/// Which side of a fork a process is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The new process.
    Child,
    /// The old one, with the child's pid.
    Parent(pid_t),
}

/// The C library's `fork`, so that its own state and its handlers are right in the child.
pub fn fork() -> io::Result<Side> {
    // SAFETY: every process of a box has one thread, so the child may go on with all of its program.
    match check_int(unsafe { libc::fork() })? {
        0 => Ok(Side::Child),
        pid => Ok(Side::Parent(pid)),
    }
}

/// What personality(2) takes for a question.
const ASK: c_ulong = 0xffff_ffff;

/// Sets how what is executed from now on is laid out, and gives what was set before.
fn personality(wanted: c_ulong) -> io::Result<c_int> {
    // SAFETY: personality(2) takes a number and touches no memory.
    check_int(unsafe { libc::personality(wanted) })
}

/// Has whatever this process executes from now on laid out in memory the same each time, so that the order of a set of
/// objects, which hash by their address, is the same too: personality(2). Whether that was not so yet.
pub fn lay_out_alike() -> io::Result<bool> {
    let now = personality(ASK)?;
    if now & libc::ADDR_NO_RANDOMIZE != 0 {
        return Ok(false);
    }
    personality(c_ulong::try_from(now | libc::ADDR_NO_RANDOMIZE).map_err(io::Error::other)?)?;
    Ok(true)
}

/// Starts a program from this thread that is laid out in memory the same each time, so that it need not start itself again
/// for that. Where it is forbidden the program is started all the same, and finds out by itself.
pub fn laid_out_alike<T>(start: impl FnOnce() -> T) -> T {
    let before = personality(ASK).and_then(|now| c_ulong::try_from(now).map_err(io::Error::other));
    let changed = lay_out_alike().unwrap_or(false);
    let started = start();
    if let (true, Ok(before)) = (changed, before) {
        // What could be set can be set back.
        let _ = personality(before);
    }
    started
}

/// Ends the process at once, without handlers or buffers.
pub fn exit_now(code: c_int) -> ! {
    // SAFETY: `_exit` takes any code and does not return.
    unsafe { libc::_exit(code) }
}

/// Takes a descriptor that was inherited or received.
///
/// The caller must be its only owner; a descriptor that is not open is an error.
pub fn take_descriptor(descriptor: RawFd) -> io::Result<OwnedFd> {
    // SAFETY: F_GETFD only looks.
    check_int(unsafe { libc::fcntl(descriptor, libc::F_GETFD) })?;
    // SAFETY: it is open, and callers pass descriptors that nobody else holds (a fixed number that was
    // inherited, or one that was just received).
    Ok(unsafe { OwnedFd::from_raw_fd(descriptor) })
}

/// `pidfd_open(2)`.
pub fn pidfd_open(pid: pid_t) -> io::Result<OwnedFd> {
    // SAFETY: plain integers.
    owned(unsafe { libc::syscall(libc::SYS_pidfd_open, pid, 0) })
}

/// A detached copy of what is mounted at a path, with all that is under it: `open_tree(2)`.
pub fn copy_mount(path: &Path) -> io::Result<OwnedFd> {
    let path = c_path(path)?;
    let flags =
        libc::OPEN_TREE_CLONE | c_uint::try_from(libc::AT_RECURSIVE | libc::O_CLOEXEC).unwrap_or_default();
    // SAFETY: the path is a C string that outlives the call.
    owned(unsafe { libc::syscall(libc::SYS_open_tree, libc::AT_FDCWD, path.as_ptr(), flags) })
}

/// Adds attributes (`MOUNT_ATTR_*`) to a mount and all that is under it: `mount_setattr(2)`.
pub fn restrict_mount(mount: BorrowedFd<'_>, attributes: u64) -> io::Result<()> {
    let settings = libc::mount_attr { attr_set: attributes, attr_clr: 0, propagation: 0, userns_fd: 0 };
    let flags = libc::AT_EMPTY_PATH | libc::AT_RECURSIVE;
    // SAFETY: an empty C string, and a struct of the size that is passed along.
    let result = unsafe {
        libc::syscall(
            libc::SYS_mount_setattr,
            mount.as_raw_fd(),
            c"".as_ptr(),
            flags,
            &raw const settings,
            size_of::<libc::mount_attr>(),
        )
    };
    check(result).map(drop)
}

/// Puts a detached mount at a path: `move_mount(2)`.
pub fn attach_mount(mount: BorrowedFd<'_>, at: &Path) -> io::Result<()> {
    /// `MOVE_MOUNT_F_EMPTY_PATH` of `linux/mount.h`.
    const FROM_DESCRIPTOR: c_uint = 0x4;
    let at = c_path(at)?;
    // SAFETY: both paths are C strings that outlive the call.
    let result = unsafe {
        libc::syscall(
            libc::SYS_move_mount,
            mount.as_raw_fd(),
            c"".as_ptr(),
            libc::AT_FDCWD,
            at.as_ptr(),
            FROM_DESCRIPTOR,
        )
    };
    check(result).map(drop)
}

/// Installs a seccomp filter for the calling process; needs `no_new_privs`.
pub fn install_filter(program: &[libc::sock_filter]) -> io::Result<()> {
    let length = u16::try_from(program.len()).map_err(|_| io::Error::from_raw_os_error(libc::EINVAL))?;
    let program = libc::sock_fprog { len: length, filter: program.as_ptr().cast_mut() };
    // SAFETY: the kernel copies the program and does not write to it; its length is right.
    let result =
        unsafe { libc::syscall(libc::SYS_seccomp, libc::SECCOMP_SET_MODE_FILTER, 0, &raw const program) };
    check(result).map(drop)
}

/// Gives up every capability: bounding, ambient, inheritable, permitted and effective.
pub fn drop_capabilities() -> io::Result<()> {
    for capability in 0..=CAPABILITIES_MAX {
        // SAFETY: plain integers.
        let result = unsafe { libc::prctl(libc::PR_CAPBSET_DROP, capability as c_ulong, 0, 0, 0) };
        if result != 0 {
            let error = io::Error::last_os_error();
            // The kernel answers so for the first capability that it does not know.
            if error.raw_os_error() == Some(libc::EINVAL) && capability > 0 {
                break;
            }
            return Err(error);
        }
    }
    // SAFETY: plain integers.
    check_int(unsafe {
        libc::prctl(libc::PR_CAP_AMBIENT, libc::PR_CAP_AMBIENT_CLEAR_ALL as c_ulong, 0, 0, 0)
    })?;
    let header = [CAPABILITY_VERSION, 0];
    let none = [0_u32; 6];
    // SAFETY: a header of two words (version, own pid) and two sets of three words, as version 3 has them.
    check(unsafe { libc::syscall(libc::SYS_capset, header.as_ptr(), none.as_ptr()) }).map(drop)
}

/// Whether the calling process has CAP_SYS_ADMIN in its user namespace.
pub fn may_administer() -> bool {
    /// `CAP_SYS_ADMIN` of `linux/capability.h`.
    const SYS_ADMIN: u32 = 21;
    effective_capabilities().is_ok_and(|set| set & (1 << SYS_ADMIN) != 0)
}

/// The effective capabilities as a set of bits.
pub fn effective_capabilities() -> io::Result<u64> {
    let header = [CAPABILITY_VERSION, 0];
    let mut sets = [0_u32; 6];
    // SAFETY: a header of two words and room for two sets of three words, as version 3 has them.
    check(unsafe { libc::syscall(libc::SYS_capget, header.as_ptr(), sets.as_mut_ptr()) })?;
    // Each half is effective, permitted, inheritable.
    Ok(u64::from(sets[0]) | u64::from(sets[3]) << 32)
}

/// Sets both limits of a resource; a hard limit that is lower already stays.
pub fn limit(resource: Resource, max: u64) -> io::Result<()> {
    let kind = match resource {
        Resource::AddressSpace => libc::RLIMIT_AS,
        Resource::CpuSeconds => libc::RLIMIT_CPU,
        Resource::FileSize => libc::RLIMIT_FSIZE,
        Resource::Descriptors => libc::RLIMIT_NOFILE,
        Resource::Tasks => libc::RLIMIT_NPROC,
        Resource::Stack => libc::RLIMIT_STACK,
        Resource::Core => libc::RLIMIT_CORE,
        Resource::LockedMemory => libc::RLIMIT_MEMLOCK,
        Resource::MessageQueues => libc::RLIMIT_MSGQUEUE,
        Resource::Signals => libc::RLIMIT_SIGPENDING,
        Resource::Nice => libc::RLIMIT_NICE,
        Resource::RealTime => libc::RLIMIT_RTPRIO,
    };
    let mut now = libc::rlimit { rlim_cur: 0, rlim_max: 0 };
    // SAFETY: room for one struct.
    check_int(unsafe { libc::getrlimit(kind, &raw mut now) })?;
    let max = max.min(now.rlim_max);
    let wanted = libc::rlimit { rlim_cur: max, rlim_max: max };
    // SAFETY: one struct, only read.
    check_int(unsafe { libc::setrlimit(kind, &raw const wanted) }).map(drop)
}

/// Bytes of address space that the process uses, by trying which limit is the lowest that still lets it map
/// one page more. A box has no `/proc` to ask.
pub fn address_space_used() -> io::Result<u64> {
    const PAGE: u64 = 4096;
    let mut before = libc::rlimit { rlim_cur: 0, rlim_max: 0 };
    // SAFETY: room for one struct.
    check_int(unsafe { libc::getrlimit(libc::RLIMIT_AS, &raw mut before) })?;
    let (mut fails, mut holds) = (0_u64, (before.rlim_cur / PAGE).min(1 << 36));
    while fails + 1 < holds {
        let middle = fails + (holds - fails) / 2;
        let tried = libc::rlimit { rlim_cur: middle * PAGE, rlim_max: before.rlim_max };
        // SAFETY: one struct, only read.
        check_int(unsafe { libc::setrlimit(libc::RLIMIT_AS, &raw const tried) })?;
        if one_page_fits() {
            holds = middle;
        } else {
            fails = middle;
        }
    }
    // SAFETY: the limits that were in force before.
    check_int(unsafe { libc::setrlimit(libc::RLIMIT_AS, &raw const before) })?;
    Ok((holds - 1) * PAGE)
}

fn one_page_fits() -> bool {
    const PAGE: usize = 4096;
    // SAFETY: a new anonymous mapping touches no memory that is in use.
    let page = unsafe {
        libc::mmap(
            std::ptr::null_mut(),
            PAGE,
            libc::PROT_NONE,
            libc::MAP_PRIVATE | libc::MAP_ANONYMOUS,
            -1,
            0,
        )
    };
    if page == libc::MAP_FAILED {
        return false;
    }
    // SAFETY: the mapping that was made just now, which nothing refers to.
    unsafe { libc::munmap(page, PAGE) };
    true
}

/// CPU time of a process with all of its threads, running or gone; not of its children.
pub fn cpu_time(pid: pid_t) -> io::Result<Duration> {
    let mut clock = 0;
    // SAFETY: room for one clock id.
    let error = unsafe { libc::clock_getcpuclockid(pid, &raw mut clock) };
    if error != 0 {
        return Err(io::Error::from_raw_os_error(error));
    }
    let mut time = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: room for one struct.
    check_int(unsafe { libc::clock_gettime(clock, &raw mut time) })?;
    Ok(Duration::new(
        u64::try_from(time.tv_sec).unwrap_or_default(),
        u32::try_from(time.tv_nsec).unwrap_or_default(),
    ))
}

/// How a child ended and what it used.
#[derive(Debug, Clone, Copy)]
pub struct Ended {
    /// Its pid.
    pub pid: pid_t,
    /// Exit code, or `None` when a signal ended it.
    pub code: Option<c_int>,
    /// The signal that ended it, 0 for none.
    pub signal: c_int,
    /// User and system CPU time, with that of its own children that it waited for.
    pub cpu: Duration,
    /// Largest resident set in KiB.
    pub memory_kib: u64,
}

/// Waits for a child (any for `-1`), or only looks when `block` is false; `None` when none has ended yet.
pub fn wait(pid: pid_t, block: bool) -> io::Result<Option<Ended>> {
    let mut status = 0;
    // SAFETY: `rusage` is plain integers, for which zero is a value.
    let mut usage: libc::rusage = unsafe { std::mem::zeroed() };
    let options = if block { 0 } else { libc::WNOHANG };
    let ended = loop {
        // SAFETY: room for the status and one struct.
        match check_int(unsafe { libc::wait4(pid, &raw mut status, options, &raw mut usage) }) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            other => break other?,
        }
    };
    if ended == 0 {
        return Ok(None);
    }
    let time = |value: libc::timeval| {
        Duration::from_secs(u64::try_from(value.tv_sec).unwrap_or_default())
            + Duration::from_micros(u64::try_from(value.tv_usec).unwrap_or_default())
    };
    Ok(Some(Ended {
        pid: ended,
        code: libc::WIFEXITED(status).then(|| libc::WEXITSTATUS(status)),
        signal: if libc::WIFSIGNALED(status) { libc::WTERMSIG(status) } else { 0 },
        cpu: time(usage.ru_utime) + time(usage.ru_stime),
        memory_kib: u64::try_from(usage.ru_maxrss).unwrap_or_default(),
    }))
}

/// Closes every descriptor from `first` on.
pub fn close_from(first: c_uint) -> io::Result<()> {
    // SAFETY: callers own no descriptor above `first` that they go on using.
    check(unsafe { libc::syscall(libc::SYS_close_range, first, c_uint::MAX, 0) }).map(drop)
}

/// Closes every descriptor above the standard ones but these.
pub fn close_all_but<'a>(kept: impl Iterator<Item = BorrowedFd<'a>>) -> io::Result<()> {
    let mut kept: Vec<c_uint> =
        kept.filter_map(|descriptor| c_uint::try_from(descriptor.as_raw_fd()).ok()).collect();
    kept.sort_unstable();
    let mut first: c_uint = 3;
    for descriptor in kept.into_iter().filter(|descriptor| *descriptor >= 3) {
        if descriptor > first {
            // SAFETY: callers own no descriptor in this range that they go on using.
            check(unsafe { libc::syscall(libc::SYS_close_range, first, descriptor - 1, 0) })?;
        }
        first = descriptor + 1;
    }
    close_from(first)
}

/// Makes `number` refer to what `descriptor` refers to, closing what it was before, and keeps it open over `exec`.
pub fn put_at(descriptor: BorrowedFd<'_>, number: RawFd) -> io::Result<()> {
    // SAFETY: callers pass the number of a descriptor that nothing owns, or a standard one.
    check_int(unsafe { libc::dup2(descriptor.as_raw_fd(), number) })?;
    // SAFETY: plain integers; a copy onto itself keeps its flag, so it is cleared by hand.
    check_int(unsafe { libc::fcntl(number, libc::F_SETFD, 0) }).map(drop)
}

/// A copy of a descriptor with a number above this one.
pub fn copy_above(descriptor: BorrowedFd<'_>, number: RawFd) -> io::Result<OwnedFd> {
    // SAFETY: plain integers.
    let copy = unsafe { libc::fcntl(descriptor.as_raw_fd(), libc::F_DUPFD_CLOEXEC, number + 1) };
    owned(c_long::from(copy))
}

/// Takes everything out of the environment and puts these in.
pub fn set_environment(variables: &[(&str, &str)]) {
    let names: Vec<_> = std::env::vars_os().map(|(name, _)| name).collect();
    for name in names {
        // SAFETY: the process has one thread.
        unsafe { std::env::remove_var(name) };
    }
    for (name, value) in variables {
        // SAFETY: the process has one thread.
        unsafe { std::env::set_var(name, value) };
    }
}

/// Blocks every signal, so that nobody can make pid 1 of a run execute a handler.
pub fn block_signals() -> io::Result<()> {
    // SAFETY: a set of signals that outlives the call.
    unsafe {
        let mut all: libc::sigset_t = std::mem::zeroed();
        libc::sigfillset(&raw mut all);
        check_int(libc::sigprocmask(libc::SIG_SETMASK, &raw const all, std::ptr::null_mut())).map(drop)
    }
}

/// Lets signals through again, and gives faults of memory their default action: the Rust runtime's handlers
/// for them would turn an overflowed stack into another signal.
pub fn unblock_signals() -> io::Result<()> {
    // SAFETY: a set of signals and a default action that outlive the calls.
    unsafe {
        let default: libc::sigaction = std::mem::zeroed();
        for signal in [libc::SIGSEGV, libc::SIGBUS] {
            check_int(libc::sigaction(signal, &raw const default, std::ptr::null_mut()))?;
        }
        let mut none: libc::sigset_t = std::mem::zeroed();
        libc::sigemptyset(&raw mut none);
        check_int(libc::sigprocmask(libc::SIG_SETMASK, &raw const none, std::ptr::null_mut())).map(drop)
    }
}

/// Makes threads that are started later have small stacks, and the allocator use one arena: both count
/// against the address space, used or not.
pub fn keep_threads_small(stack_bytes: usize) {
    unsafe extern "C" {
        fn pthread_setattr_default_np(attributes: *const libc::pthread_attr_t) -> c_int;
    }
    // SAFETY: an attribute object that is made, used and destroyed here. Failure leaves the default, which
    // costs address space and nothing else.
    unsafe {
        let mut attributes: libc::pthread_attr_t = std::mem::zeroed();
        if libc::pthread_attr_init(&raw mut attributes) == 0 {
            libc::pthread_attr_setstacksize(&raw mut attributes, stack_bytes);
            pthread_setattr_default_np(&raw const attributes);
            libc::pthread_attr_destroy(&raw mut attributes);
        }
        #[cfg(target_env = "gnu")]
        libc::mallopt(libc::M_ARENA_MAX, 1);
    }
}

/// Kills every process that the caller may signal. Only for pid 1 of a pid namespace, whom it spares.
pub fn kill_all() {
    if std::process::id() == 1 {
        // SAFETY: plain integers. In a pid namespace -1 means the processes of that namespace.
        unsafe { libc::kill(-1, libc::SIGKILL) };
    }
}

/// Kills one process.
pub fn kill(pid: pid_t) {
    if pid > 0 {
        // SAFETY: plain integers.
        unsafe { libc::kill(pid, libc::SIGKILL) };
    }
}

/// What came over the control socket.
#[derive(Debug)]
pub enum Request {
    /// One byte, with one descriptor.
    Run(u8, OwnedFd),
    /// The host is gone.
    End,
    /// Anything else.
    Nonsense,
}

/// Receives one request with its descriptor: `recvmsg(2)`, `unix(7)`.
pub fn receive(control: BorrowedFd<'_>) -> io::Result<Request> {
    use nix::sys::socket::{ControlMessageOwned, MsgFlags, recvmsg};
    let mut byte = [0_u8; 1];
    let mut room = nix::cmsg_space!([RawFd; 1]);
    let (count, received) = {
        let mut parts = [io::IoSliceMut::new(&mut byte)];
        let message =
            recvmsg::<()>(control.as_raw_fd(), &mut parts, Some(&mut room), MsgFlags::MSG_CMSG_CLOEXEC)?;
        let mut received = Vec::new();
        for part in message.cmsgs()? {
            if let ControlMessageOwned::ScmRights(descriptors) = part {
                for descriptor in descriptors {
                    received.push(take_descriptor(descriptor)?);
                }
            }
        }
        (message.bytes, received)
    };
    let mut received = received.into_iter();
    Ok(match (count, received.next(), received.next()) {
        (0, None, _) => Request::End,
        (1, Some(descriptor), None) => Request::Run(byte[0], descriptor),
        _ => Request::Nonsense,
    })
}
