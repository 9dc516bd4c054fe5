//! The system calls of a box, by name: what exists at all, and what a step may not do any more.
//!
//! Must not know how a list becomes a filter.

use libc::c_long;
use serde::Serialize;

use crate::boxes::plan::step::StepPlan;

/// One system call: its name and its number on this architecture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Call {
    /// As in its manual page.
    pub name: &'static str,
    /// As in `asm/unistd.h`.
    pub number: c_long,
}

impl Serialize for Call {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name)
    }
}

macro_rules! calls {
    ($($name:ident)*) => { [$(calls!(@ $name)),*] };
    (@ $name:ident) => { Call { name: stringify!($name).split_at("SYS_".len()).1, number: libc::$name } };
}

/// A value that an argument is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Value {
    /// This number.
    Is(u32),
    /// The pid of the step's process.
    OwnPid,
}

/// When a call is refused. Only the low 32 bits of an argument count, as in the kernel for these calls.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// Whatever its arguments.
    Always,
    /// Unless an argument is one of these.
    ArgumentIsNone {
        /// Which, from 0.
        argument: u32,
        /// The values that are let through.
        of: Vec<Value>,
    },
    /// When an argument is one of these.
    ArgumentIsAny {
        /// Which, from 0.
        argument: u32,
        /// The values that are refused.
        of: Vec<Value>,
    },
    /// When an argument has any of these flags.
    FlagsHave {
        /// Which, from 0.
        argument: u32,
        /// The flags that are refused.
        have: u32,
    },
    /// When an argument has none of the first flags, or any of the second.
    FlagsLackOrHave {
        /// Which, from 0.
        argument: u32,
        /// The flags of which one is needed.
        lack: u32,
        /// The flags that are refused.
        have: u32,
    },
}

/// One call that is refused, with `EPERM`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Rule {
    /// The call.
    pub call: Call,
    /// When.
    pub when: When,
}

/// What CPython, the C library and the building of a box use, on every architecture. Left out, so missing:
/// anything that makes memory outside of the address space's limit (`memfd_create`, System V and POSIX
/// shared memory, locked memory), sockets with an address (`bind`, `connect`, `listen`, `accept`), other processes'
/// memory (`ptrace`, `process_vm_*`), and the large doors into the kernel (`bpf`, `io_uring_*`, `perf_event_open`,
/// `userfaultfd`, `keyctl`, modules, new mount calls, `clone3`).
const EVERYWHERE: &[Call] = &calls![
    // Files and folders
    SYS_read SYS_write SYS_readv SYS_writev SYS_pread64 SYS_pwrite64 SYS_preadv SYS_pwritev SYS_preadv2 SYS_pwritev2
    SYS_openat SYS_close SYS_close_range SYS_lseek SYS_fstat SYS_newfstatat SYS_statx SYS_statfs SYS_fstatfs
    SYS_faccessat SYS_faccessat2 SYS_getdents64 SYS_getcwd SYS_chdir SYS_fchdir SYS_mkdirat SYS_unlinkat
    SYS_renameat2 SYS_linkat SYS_symlinkat SYS_readlinkat SYS_fchmod SYS_fchmodat SYS_utimensat
    SYS_truncate SYS_ftruncate SYS_fallocate SYS_fadvise64 SYS_fsync SYS_fdatasync SYS_sendfile
    SYS_copy_file_range SYS_umask SYS_dup SYS_dup3 SYS_fcntl SYS_ioctl SYS_pipe2
    SYS_getxattr SYS_lgetxattr SYS_fgetxattr SYS_listxattr SYS_llistxattr SYS_flistxattr
    // Waiting
    SYS_ppoll SYS_pselect6 SYS_epoll_create1 SYS_epoll_ctl SYS_epoll_pwait SYS_epoll_pwait2 SYS_eventfd2
    SYS_timerfd_create SYS_timerfd_settime SYS_timerfd_gettime SYS_signalfd4 SYS_nanosleep SYS_clock_nanosleep
    SYS_clock_gettime SYS_clock_getres SYS_gettimeofday SYS_getitimer SYS_setitimer SYS_restart_syscall
    // A pair of connected sockets, for asyncio
    SYS_socketpair SYS_socket SYS_sendto SYS_recvfrom SYS_sendmsg SYS_recvmsg SYS_shutdown SYS_getsockopt
    SYS_setsockopt SYS_getsockname SYS_getpeername
    // Memory
    SYS_mmap SYS_mprotect SYS_munmap SYS_mremap SYS_madvise SYS_msync SYS_brk
    // Signals
    SYS_rt_sigaction SYS_rt_sigprocmask SYS_rt_sigreturn SYS_rt_sigpending SYS_rt_sigtimedwait SYS_rt_sigsuspend
    SYS_sigaltstack SYS_kill SYS_tgkill
    // Processes and threads
    SYS_clone SYS_exit SYS_exit_group SYS_wait4 SYS_waitid SYS_futex SYS_set_tid_address SYS_set_robust_list
    SYS_get_robust_list SYS_rseq SYS_sched_yield SYS_sched_getaffinity SYS_sched_getparam
    SYS_sched_getscheduler SYS_sched_get_priority_max SYS_sched_get_priority_min SYS_getpriority SYS_prctl
    SYS_getpid SYS_gettid SYS_getppid SYS_getpgid SYS_setpgid SYS_getsid SYS_setsid
    SYS_getuid SYS_geteuid SYS_getgid SYS_getegid SYS_getresuid SYS_getresgid SYS_getgroups SYS_setresuid
    SYS_capget SYS_capset SYS_getrusage SYS_times SYS_prlimit64 SYS_uname
    SYS_getrandom
    // Building runs and steps
    SYS_unshare SYS_setns SYS_mount SYS_pidfd_open SYS_seccomp SYS_landlock_create_ruleset
    SYS_landlock_add_rule SYS_landlock_restrict_self
];

/// Older forms of the same, which x86-64 has besides.
#[cfg(target_arch = "x86_64")]
const HERE: &[Call] = &calls![
    SYS_open SYS_creat SYS_stat SYS_lstat SYS_access SYS_mkdir SYS_rmdir SYS_unlink SYS_rename SYS_link SYS_symlink
    SYS_readlink SYS_chmod SYS_utime SYS_utimes SYS_dup2 SYS_pipe SYS_poll SYS_select SYS_epoll_create SYS_epoll_wait
    SYS_renameat SYS_getrlimit SYS_setrlimit SYS_eventfd SYS_alarm SYS_pause SYS_time SYS_fork SYS_vfork SYS_getpgrp SYS_arch_prctl
];
/// The same on aarch64, by number where libc has no name: `asm-generic/unistd.h`.
#[cfg(target_arch = "aarch64")]
const HERE: &[Call] = &[
    Call { name: "renameat", number: 38 },
    Call { name: "getrlimit", number: 163 },
    Call { name: "setrlimit", number: 164 },
];

/// What a box needs besides whose steps execute an interpreter.
const TO_EXECUTE: &[Call] = &calls![SYS_execve SYS_execveat];

/// What is left of `prctl(2)` for a step: names of threads, and looking.
const PRCTL_LEFT: [i32; 7] = [
    libc::PR_SET_NAME,
    libc::PR_GET_NAME,
    libc::PR_GET_DUMPABLE,
    libc::PR_GET_SECCOMP,
    libc::PR_GET_NO_NEW_PRIVS,
    libc::PR_CAPBSET_READ,
    libc::PR_CAPBSET_DROP,
];

/// What a step may not ask of `fcntl(2)`: watching files that boxes share (leases, F_NOTIFY), questions about locks on
/// them and locks that outlive a process's own (F_OFD_*), larger pipes, whose memory counts for nobody, and signals to
/// whoever owns a descriptor.
const FCNTL_DENIED: [i32; 10] = [
    libc::F_SETLEASE,
    libc::F_NOTIFY,
    libc::F_GETLK,
    libc::F_OFD_GETLK,
    libc::F_OFD_SETLK,
    libc::F_OFD_SETLKW,
    libc::F_SETPIPE_SZ,
    libc::F_SETOWN,
    F_SETSIG,
    F_SETOWN_EX,
];
/// Of `asm-generic/fcntl.h`.
const F_SETSIG: i32 = 10;
/// Of `asm-generic/fcntl.h`.
const F_SETOWN_EX: i32 = 15;

/// `ioctl(2)` requests that put characters into a terminal's input: TIOCSTI and TIOCLINUX.
const TERMINAL_INPUT: [u32; 2] = [0x5412, 0x541c];

/// Every flag of `clone(2)` that makes a namespace.
const NAMESPACES: i32 = libc::CLONE_NEWNS
    | libc::CLONE_NEWCGROUP
    | libc::CLONE_NEWUTS
    | libc::CLONE_NEWIPC
    | libc::CLONE_NEWUSER
    | libc::CLONE_NEWPID
    | libc::CLONE_NEWNET;

/// The calls that exist in a box.
#[must_use]
pub fn exists(executes: bool) -> Vec<Call> {
    let to_execute: &[Call] = if executes { TO_EXECUTE } else { &[] };
    [EVERYWHERE, HERE, to_execute].concat()
}

/// The calls that a step may not make, or not with every argument.
#[must_use]
pub fn denied(step: &StepPlan) -> Vec<Rule> {
    let building = calls![
        SYS_unshare SYS_setns SYS_mount SYS_seccomp SYS_landlock_create_ruleset SYS_landlock_add_rule
        SYS_landlock_restrict_self SYS_socket SYS_flock
    ];
    let mut rules: Vec<Rule> = building.into_iter().map(|call| Rule { call, when: When::Always }).collect();
    let mut refuse = |call, when| rules.push(Rule { call, when });

    let own = vec![Value::OwnPid];
    let unless = |argument, of| When::ArgumentIsNone { argument, of };
    refuse(
        calls!(@ SYS_prctl),
        unless(0, PRCTL_LEFT.iter().map(|option| Value::Is(option.unsigned_abs())).collect()),
    );
    let any = |argument, of: &[u32]| When::ArgumentIsAny {
        argument,
        of: of.iter().map(|value| Value::Is(*value)).collect(),
    };
    refuse(calls!(@ SYS_fcntl), any(1, &FCNTL_DENIED.map(i32::unsigned_abs)));
    // A pair of another family would have the kernel load a module.
    refuse(calls!(@ SYS_socketpair), unless(0, vec![Value::Is(libc::AF_UNIX.unsigned_abs())]));
    refuse(calls!(@ SYS_prlimit64), unless(0, vec![Value::Is(0), Value::OwnPid]));
    refuse(calls!(@ SYS_ioctl), any(1, &TERMINAL_INPUT));
    if step.processes {
        refuse(calls!(@ SYS_clone), When::FlagsHave { argument: 0, have: NAMESPACES.cast_unsigned() });
        return rules;
    }
    let threads = libc::CLONE_THREAD.cast_unsigned();
    refuse(
        calls!(@ SYS_clone),
        When::FlagsLackOrHave { argument: 0, lack: threads, have: NAMESPACES.cast_unsigned() },
    );
    refuse(calls!(@ SYS_kill), unless(0, own.clone()));
    refuse(calls!(@ SYS_tgkill), unless(0, own));
    refuse(calls!(@ SYS_pidfd_open), When::Always);
    #[cfg(target_arch = "x86_64")]
    for call in calls![SYS_fork SYS_vfork] {
        refuse(call, When::Always);
    }
    rules
}
