//! Attempts at what a wall forbids, for probes: each tries the thing itself and reports the kernel's answer.
//!
//! Must not know which wall should say no.
#![allow(unsafe_code)]

use std::io;

use libc::{c_int, c_long};

use super::{check, check_int};

/// Tries to become root: `setresuid(0, 0, 0)`.
pub fn become_root() -> io::Result<()> {
    // SAFETY: plain integers. The raw call, since the C library would ask other threads to join in.
    check(unsafe { libc::syscall(libc::SYS_setresuid, 0, 0, 0) }).map(drop)
}

/// Tries to open a socket of a family.
pub fn open_socket(family: c_int) -> io::Result<()> {
    // SAFETY: plain integers; the descriptor, if any, is closed by the process's end.
    check_int(unsafe { libc::socket(family, libc::SOCK_DGRAM, 0) }).map(drop)
}

/// Tries a system call with no arguments that could do harm.
pub fn call(number: c_long, first: c_long) -> io::Result<c_long> {
    // SAFETY: callers pass calls whose pointers may be null: the kernel refuses those with EFAULT at worst.
    check(unsafe { libc::syscall(number, first, 0, 0, 0, 0, 0) })
}

/// Tries to drop a capability from the bounding set, which needs CAP_SETPCAP.
pub fn drop_bounding_capability() -> io::Result<()> {
    // SAFETY: plain integers.
    check_int(unsafe { libc::prctl(libc::PR_CAPBSET_DROP, 0, 0, 0, 0) }).map(drop)
}

/// Whether any process can be signalled that is neither pid 1 nor the caller.
pub fn signal_anybody() -> io::Result<()> {
    // SAFETY: signal 0 only asks.
    check_int(unsafe { libc::kill(-1, 0) }).map(drop)
}

/// Tries to signal a process, without a signal.
pub fn signal(pid: libc::pid_t) -> io::Result<()> {
    // SAFETY: signal 0 only asks.
    check_int(unsafe { libc::kill(pid, 0) }).map(drop)
}

/// The mode of seccomp(2) that the process is in: 2 is a filter.
pub fn seccomp_mode() -> c_int {
    // SAFETY: plain integers.
    unsafe { libc::prctl(libc::PR_GET_SECCOMP, 0, 0, 0, 0) }
}

/// Whether a file descriptor of this number is open.
pub fn is_open(descriptor: c_int) -> bool {
    // SAFETY: F_GETFD only looks.
    unsafe { libc::fcntl(descriptor, libc::F_GETFD) >= 0 }
}

/// Copies a descriptor until the kernel says no; how many copies were made, at most `most`.
pub fn copies_of(descriptor: c_int, most: usize) -> usize {
    let mut copies = Vec::new();
    while copies.len() < most {
        // SAFETY: the copies are closed below and nothing else learns of them.
        let copy = unsafe { libc::dup(descriptor) };
        if copy < 0 {
            break;
        }
        copies.push(copy);
    }
    for copy in &copies {
        // SAFETY: a descriptor that was made above.
        unsafe { libc::close(*copy) };
    }
    copies.len()
}

/// Tries to map this much memory, without touching it.
pub fn map_bytes(bytes: usize) -> io::Result<()> {
    // SAFETY: a new anonymous mapping touches no memory that is in use; it is taken away again at once.
    unsafe {
        let flags = libc::MAP_PRIVATE | libc::MAP_ANONYMOUS | libc::MAP_NORESERVE;
        let area = libc::mmap(std::ptr::null_mut(), bytes, libc::PROT_READ | libc::PROT_WRITE, flags, -1, 0);
        if area == libc::MAP_FAILED {
            return Err(io::Error::last_os_error());
        }
        libc::munmap(area, bytes);
    }
    Ok(())
}

/// The highest core dump that would be written.
pub fn core_limit() -> io::Result<u64> {
    let mut now = libc::rlimit { rlim_cur: 0, rlim_max: 0 };
    // SAFETY: room for one struct.
    check_int(unsafe { libc::getrlimit(libc::RLIMIT_CORE, &raw mut now) })?;
    Ok(now.rlim_max)
}

/// Lets a write past the file size limit be an error instead of a signal.
pub fn ignore_file_size_signal() {
    // SAFETY: ignoring a signal runs no code of ours.
    unsafe { libc::signal(libc::SIGXFSZ, libc::SIG_IGN) };
}

/// A piece of System V shared memory that only its own ipc namespace can see. It is marked for removal at
/// once and lives as long as a process has it attached.
#[derive(Debug)]
pub struct SharedMemory {
    id: c_int,
    address: *mut libc::c_void,
}

impl SharedMemory {
    /// Makes one in the present ipc namespace.
    pub fn new() -> io::Result<Self> {
        // SAFETY: a new segment at an address that the kernel picks; nothing reads or writes it.
        unsafe {
            let id = check_int(libc::shmget(libc::IPC_PRIVATE, 4096, 0o600))?;
            let address = libc::shmat(id, std::ptr::null(), 0);
            check_int(libc::shmctl(id, libc::IPC_RMID, std::ptr::null_mut()))?;
            Ok(Self { id, address })
        }
    }

    /// Whether the present ipc namespace knows it.
    #[must_use]
    pub fn is_seen(&self) -> bool {
        // SAFETY: room for one struct of plain integers.
        unsafe {
            let mut facts: libc::shmid_ds = std::mem::zeroed();
            let seen = check_int(libc::shmctl(self.id, libc::IPC_STAT, &raw mut facts));
            // To be told that it is another's is to be told that it is there.
            !seen.is_err_and(|error| error.raw_os_error() == Some(libc::EINVAL))
        }
    }

    /// Lets go of it in this process, so that it is no memory that boxes share.
    pub fn let_go(self) {
        // SAFETY: attached at this address by `new`, and nothing refers to it.
        unsafe { libc::shmdt(self.address) };
    }
}

/// Tries to start a process, which ends at once.
pub fn start_process() -> io::Result<()> {
    // SAFETY: like `fork`, by the raw call so that no fallback of the C library hides the answer; the child does
    // nothing but end.
    let pid =
        check(unsafe { libc::syscall(libc::SYS_clone, libc::c_long::from(libc::SIGCHLD), 0, 0, 0, 0) })?;
    if pid == 0 {
        super::exit_now(0);
    }
    super::wait(libc::pid_t::try_from(pid).unwrap_or(-1), true).map(drop)
}

/// The Landlock version that the kernel offers, 0 for none: `landlock_create_ruleset(2)`.
pub fn landlock_version() -> u32 {
    /// `LANDLOCK_CREATE_RULESET_VERSION`.
    const ASK_VERSION: c_long = 1;
    let none: *const libc::c_void = std::ptr::null();
    // SAFETY: with this flag the kernel wants a null pointer and size 0, and only answers a number.
    let version = unsafe { libc::syscall(libc::SYS_landlock_create_ruleset, none, 0_usize, ASK_VERSION) };
    u32::try_from(version).unwrap_or(0)
}

/// Makes a system call of another architecture, which a filter answers by killing the process.
pub fn call_of_another_architecture() {
    #[cfg(target_arch = "x86_64")]
    // SAFETY: `getpid` with the x32 bit set: no arguments, and no effect where it is let through.
    unsafe {
        libc::syscall(0x4000_0000 + libc::SYS_getpid);
    }
}
