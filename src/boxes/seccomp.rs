//! The two seccomp filters of a box, made from the lists in `seccomp/lists.rs`.
//!
//! Stage A is installed once in the zygote: what is not in its list does not exist (`ENOSYS`), so that
//! libraries fall back as they would on an older kernel; a call of a foreign architecture kills. Stage B is
//! installed in each step, as short as can be since its cost is paid there, and takes away what only building
//! a box needs. Format and rules of the programs: seccomp(2) and `linux/filter.h`. Must not know how a
//! filter is installed.

use libc::{c_long, sock_filter};
use serde::Serialize;

pub mod lists;

use super::plan::step::StepPlan;
use lists::{Call, Rule, Value, When};

/// The architecture of `linux/audit.h` that system calls must come from.
#[cfg(target_arch = "x86_64")]
const ARCHITECTURE: u32 = 0xc000_003e;
#[cfg(target_arch = "aarch64")]
const ARCHITECTURE: u32 = 0xc000_00b7;

/// Numbers from here on belong to the x32 ABI, which shares x86-64's architecture.
#[cfg(target_arch = "x86_64")]
const X32_CALLS: u32 = 0x4000_0000;

/// Offsets into `struct seccomp_data` of the kernel; arguments are 64 bits wide, low half first.
const NUMBER_AT: u32 = 0;
const ARCHITECTURE_AT: u32 = 4;
const ARGUMENTS_AT: u32 = 16;

const ALLOW: u32 = libc::SECCOMP_RET_ALLOW;
const KILL: u32 = libc::SECCOMP_RET_KILL_PROCESS;

/// The lists of one step, for people and snapshots.
#[derive(Debug, Clone, Serialize)]
pub struct Lists {
    /// Stage A: what exists.
    pub exists: Vec<&'static str>,
    /// Stage B: what is taken away from a step.
    pub denied: Vec<Rule>,
}

/// The lists of a step.
#[must_use]
pub fn lists(step: &StepPlan) -> Lists {
    Lists {
        exists: lists::exists(step.executes).iter().map(|call| call.name).collect(),
        denied: lists::denied(step),
    }
}

/// Stage A as a program.
#[must_use]
pub fn stage_a(executes: bool) -> Vec<sock_filter> {
    let mut program = vec![load(ARCHITECTURE_AT), jump(libc::BPF_JEQ, ARCHITECTURE, 1, 0), give(KILL)];
    program.push(load(NUMBER_AT));
    #[cfg(target_arch = "x86_64")]
    program.extend([jump(libc::BPF_JGE, X32_CALLS, 0, 1), give(KILL)]);
    for (first, last) in ranges(lists::exists(executes)) {
        if first == last {
            program.extend([jump(libc::BPF_JEQ, first, 0, 1), give(ALLOW)]);
        } else {
            program.extend([jump(libc::BPF_JGE, first, 0, 2), jump(libc::BPF_JGT, last, 1, 0), give(ALLOW)]);
        }
    }
    program.push(give(refuse(libc::ENOSYS)));
    program
}

/// Stage B as a program, for the process that will install it.
#[must_use]
pub fn stage_b(step: &StepPlan, own_pid: u32) -> Vec<sock_filter> {
    let mut program = vec![load(NUMBER_AT)];
    for rule in lists::denied(step) {
        let refusal = give(refuse(libc::EPERM));
        let body = match rule.when {
            When::Always => vec![refusal],
            When::ArgumentIsNone { argument, of } => {
                let mut body = vec![load(ARGUMENTS_AT + 8 * argument)];
                for value in of {
                    body.extend([jump(libc::BPF_JEQ, value.number(own_pid), 0, 1), give(ALLOW)]);
                }
                body.push(refusal);
                body
            }
            When::ArgumentIsAny { argument, of } => {
                let mut body = vec![load(ARGUMENTS_AT + 8 * argument)];
                for value in of {
                    body.extend([jump(libc::BPF_JEQ, value.number(own_pid), 0, 1), refusal]);
                }
                body.push(give(ALLOW));
                body
            }
            When::FlagsLackOrHave { argument, lack, have } => vec![
                load(ARGUMENTS_AT + 8 * argument),
                jump(libc::BPF_JSET, have, 2, 0),
                jump(libc::BPF_JSET, lack, 0, 1),
                give(ALLOW),
                refusal,
            ],
            When::FlagsHave { argument, have } => {
                vec![
                    load(ARGUMENTS_AT + 8 * argument),
                    jump(libc::BPF_JSET, have, 1, 0),
                    give(ALLOW),
                    refusal,
                ]
            }
        };
        // A rule is a few dozen instructions at most, far from the 255 that a jump can pass over.
        let length = u8::try_from(body.len()).unwrap_or(u8::MAX);
        program.push(jump(libc::BPF_JEQ, number(rule.call), 0, length));
        program.extend(body);
    }
    program.push(give(ALLOW));
    program
}

impl Value {
    fn number(self, own_pid: u32) -> u32 {
        match self {
            Self::Is(value) => value,
            Self::OwnPid => own_pid,
        }
    }
}

/// Neighbouring numbers as ranges: fewer instructions, so a cheaper filter.
fn ranges(list: Vec<Call>) -> Vec<(u32, u32)> {
    let mut numbers: Vec<u32> = list.into_iter().map(number).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let mut ranges: Vec<(u32, u32)> = Vec::new();
    for number in numbers {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == number => *last = number,
            _ => ranges.push((number, number)),
        }
    }
    ranges
}

fn number(call: Call) -> u32 {
    let number: c_long = call.number;
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn refuse(errno: libc::c_int) -> u32 {
    libc::SECCOMP_RET_ERRNO | errno.unsigned_abs()
}

fn load(offset: u32) -> sock_filter {
    statement(libc::BPF_LD | libc::BPF_W | libc::BPF_ABS, offset)
}

fn give(action: u32) -> sock_filter {
    statement(libc::BPF_RET | libc::BPF_K, action)
}

fn statement(code: u32, k: u32) -> sock_filter {
    sock_filter { code: opcode(code), jt: 0, jf: 0, k }
}

fn jump(kind: u32, k: u32, jt: u8, jf: u8) -> sock_filter {
    sock_filter { code: opcode(libc::BPF_JMP | kind | libc::BPF_K), jt, jf, k }
}

/// Every opcode of classic BPF fits in 16 bits.
fn opcode(code: u32) -> u16 {
    u16::try_from(code).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::boxes::plan::step::Before;
    use crate::model::limits::Limits;

    /// What the kernel would do with a program: the few instructions that these programs use.
    fn run(program: &[sock_filter], architecture: u32, number: u32, arguments: &[u32]) -> u32 {
        let (mut at, mut accumulator) = (0, 0);
        loop {
            let step = program[at];
            at += 1;
            let (code, taken) = (u32::from(step.code), accumulator);
            let choose = |holds: bool| usize::from(if holds { step.jt } else { step.jf });
            match code & 0x07 {
                libc::BPF_LD => {
                    accumulator = match step.k {
                        NUMBER_AT => number,
                        ARCHITECTURE_AT => architecture,
                        offset => arguments[((offset - ARGUMENTS_AT) / 8) as usize],
                    }
                }
                libc::BPF_JMP => {
                    at += match code & 0xf0 {
                        libc::BPF_JEQ => choose(taken == step.k),
                        libc::BPF_JGT => choose(taken > step.k),
                        libc::BPF_JGE => choose(taken >= step.k),
                        libc::BPF_JSET => choose(taken & step.k != 0),
                        other => panic!("jump {other:#x}"),
                    }
                }
                libc::BPF_RET => return step.k,
                other => panic!("instruction {other:#x}"),
            }
        }
    }

    fn a(number: c_long) -> u32 {
        run(&stage_a(false), ARCHITECTURE, u32::try_from(number).expect("a call"), &[0; 6])
    }

    fn b(processes_max: u32, call: c_long, arguments: &[u32]) -> u32 {
        let limits = Limits { processes_max, ..Limits::default() };
        let step = StepPlan::new(&limits, Before::Forked(0));
        run(&stage_b(&step, 7), ARCHITECTURE, u32::try_from(call).expect("a call"), arguments)
    }

    const REFUSED: u32 = libc::SECCOMP_RET_ERRNO | libc::EPERM as u32;
    const MISSING: u32 = libc::SECCOMP_RET_ERRNO | libc::ENOSYS as u32;

    #[test]
    fn what_is_listed_exists_and_nothing_else_does() {
        for call in lists::exists(false) {
            assert_eq!(a(call.number), ALLOW, "{}", call.name);
        }
        for number in 0..600 {
            let listed = lists::exists(false).iter().any(|call| call.number == number);
            assert_eq!(a(number) == ALLOW, listed, "{number}");
        }
        for call in [libc::SYS_clone3, libc::SYS_memfd_create, libc::SYS_ptrace, libc::SYS_io_uring_setup] {
            assert_eq!(a(call), MISSING);
        }
    }

    #[test]
    fn a_foreign_architecture_kills() {
        assert_eq!(run(&stage_a(false), 0x4000_0003, 1, &[0; 6]), KILL);
        #[cfg(target_arch = "x86_64")]
        assert_eq!(a(0x4000_0000), KILL);
    }

    #[test]
    fn only_a_box_that_executes_can_execute() {
        assert_eq!(a(libc::SYS_execve), MISSING);
        let number = u32::try_from(libc::SYS_execve).expect("a call");
        assert_eq!(run(&stage_a(true), ARCHITECTURE, number, &[0; 6]), ALLOW);
    }

    #[test]
    fn a_step_starts_threads_but_no_processes_unless_they_are_allowed() {
        let thread = [u32::try_from(libc::CLONE_THREAD | libc::CLONE_VM).expect("flags")];
        let process = [u32::try_from(libc::SIGCHLD).expect("a signal")];
        let namespace = [u32::try_from(libc::CLONE_NEWUSER | libc::SIGCHLD).expect("flags")];
        let hidden = [thread[0] | u32::try_from(libc::CLONE_NEWNS).expect("a flag")];
        assert_eq!(b(0, libc::SYS_clone, &thread), ALLOW);
        assert_eq!(b(0, libc::SYS_clone, &process), REFUSED);
        assert_eq!(b(0, libc::SYS_clone, &hidden), REFUSED);
        assert_eq!(b(2, libc::SYS_clone, &process), ALLOW);
        assert_eq!(b(2, libc::SYS_clone, &namespace), REFUSED);
    }

    #[test]
    fn a_step_signals_itself_only() {
        for call in [libc::SYS_kill, libc::SYS_tgkill] {
            assert_eq!(b(0, call, &[7]), ALLOW);
            for other in [0, 1, 6, u32::MAX] {
                assert_eq!(b(0, call, &[other]), REFUSED);
            }
        }
        assert_eq!(b(1, libc::SYS_kill, &[9]), ALLOW);
    }

    #[test]
    fn what_builds_boxes_is_taken_away() {
        for call in [
            libc::SYS_unshare,
            libc::SYS_setns,
            libc::SYS_mount,
            libc::SYS_seccomp,
            libc::SYS_landlock_add_rule,
        ] {
            assert_eq!(b(4, call, &[0; 6]), REFUSED);
        }
        assert_eq!(b(0, libc::SYS_read, &[0; 6]), ALLOW);
    }

    #[test]
    fn terminals_cannot_be_typed_into() {
        assert_eq!(b(0, libc::SYS_ioctl, &[0, 0x5412]), REFUSED);
        assert_eq!(b(0, libc::SYS_ioctl, &[0, 0x5421]), ALLOW);
    }

    #[test]
    fn files_that_boxes_share_carry_no_locks_and_no_leases() {
        assert_eq!(b(0, libc::SYS_flock, &[3, 2]), REFUSED);
        for command in [libc::F_GETLK, libc::F_OFD_GETLK, libc::F_SETLEASE, libc::F_NOTIFY, libc::F_SETOWN] {
            assert_eq!(b(0, libc::SYS_fcntl, &[3, command.unsigned_abs()]), REFUSED);
        }
        for command in [libc::F_SETFL, libc::F_SETLK, libc::F_DUPFD_CLOEXEC] {
            assert_eq!(b(0, libc::SYS_fcntl, &[3, command.unsigned_abs()]), ALLOW);
        }
    }

    #[test]
    fn pairs_of_sockets_are_of_one_family() {
        assert_eq!(b(0, libc::SYS_socketpair, &[libc::AF_UNIX.unsigned_abs(), 1]), ALLOW);
        assert_eq!(b(0, libc::SYS_socketpair, &[libc::AF_TIPC.unsigned_abs(), 5]), REFUSED);
    }

    #[test]
    fn a_step_filter_stays_short() {
        let step = StepPlan::new(&Limits::default(), Before::Forked(0));
        assert!(stage_b(&step, 7).len() < 128, "{}", stage_b(&step, 7).len());
    }
}
