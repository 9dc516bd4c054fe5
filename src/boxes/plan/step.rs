//! What bounds one step's process: resource limits, its `/tmp`, and what its system calls may do.
//!
//! Must not know how any of it is put in force.

use serde::Serialize;

use crate::model::limits::Limits;

/// Address space of a freshly executed interpreter with the recorder loaded, before the answer, in MiB.
/// CPython 3.13 takes 13 by itself; the rest is for the modules that a warm interpreter has loaded already.
const EXECUTED_INTERPRETER_MIB: u64 = 48;
/// Stack of the main thread in MiB: what Linux gives by default.
const STACK_MIB: u64 = 8;
/// Signals that may be queued.
const SIGNALS_QUEUED_MAX: u64 = 256;
/// Highest nice and real time priorities: none.
const PRIORITY_MAX: u64 = 0;

const KIB: u64 = 1024;
const MIB: u64 = 1024 * KIB;

/// A resource of `setrlimit(2)`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Resource {
    /// Address space in bytes.
    AddressSpace,
    /// CPU time in seconds.
    CpuSeconds,
    /// Size of a file in bytes.
    FileSize,
    /// Open descriptors.
    Descriptors,
    /// Processes and threads of the step's user namespace.
    Tasks,
    /// Stack of the main thread in bytes.
    Stack,
    /// Core dumps in bytes.
    Core,
    /// Locked memory in bytes.
    LockedMemory,
    /// Bytes of POSIX message queues.
    MessageQueues,
    /// Signals queued.
    Signals,
    /// Nice value.
    Nice,
    /// Real time priority.
    RealTime,
}

/// One resource limit, soft and hard alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct ResourceLimit {
    /// The resource.
    pub resource: Resource,
    /// The most of it.
    pub max: u64,
}

/// The step's own `/tmp`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Scratch {
    /// Size in KiB.
    pub size_kib_max: u32,
    /// Files and folders, its root among them.
    pub inodes_max: u32,
}

/// What one step's process is bounded by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StepPlan {
    /// Its `/tmp`: not executable, no devices, no set-user-id.
    pub scratch: Scratch,
    /// Its resource limits.
    pub resources: Vec<ResourceLimit>,
    /// Whether it may start processes.
    pub processes: bool,
    /// Whether it executes an interpreter, once its walls stand.
    pub executes: bool,
}

/// How much address space a step has before its own code runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Before {
    /// A fork of an interpreter that uses this many bytes.
    Forked(u64),
    /// An interpreter that is executed afresh.
    Executed,
}

impl StepPlan {
    /// The bounds of a step with these limits.
    #[must_use]
    pub fn new(limits: &Limits, before: Before) -> Self {
        let used = match before {
            Before::Forked(bytes) => bytes,
            Before::Executed => EXECUTED_INTERPRETER_MIB * MIB,
        };
        let tasks = 1 + u64::from(limits.threads_max) + u64::from(limits.processes_max);
        let limit = |resource, max| ResourceLimit { resource, max };
        Self {
            scratch: Scratch {
                size_kib_max: limits.files_kib_max,
                // The root folder of a tmpfs is an inode of its own.
                inodes_max: limits.files_max.saturating_add(1),
            },
            resources: vec![
                limit(Resource::CpuSeconds, u64::from(limits.cpu_ms_max).div_ceil(1000) + 1),
                limit(Resource::FileSize, u64::from(limits.files_kib_max) * KIB),
                limit(Resource::Descriptors, limits.descriptors_max.into()),
                limit(Resource::Tasks, tasks),
                limit(Resource::Stack, STACK_MIB * MIB),
                limit(Resource::Core, 0),
                limit(Resource::LockedMemory, 0),
                limit(Resource::MessageQueues, 0),
                limit(Resource::Signals, SIGNALS_QUEUED_MAX),
                limit(Resource::Nice, PRIORITY_MAX),
                limit(Resource::RealTime, PRIORITY_MAX),
                limit(Resource::AddressSpace, used + u64::from(limits.memory_mib_max) * MIB),
            ],
            processes: limits.processes_max > 0,
            executes: before == Before::Executed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn max(plan: &StepPlan, resource: Resource) -> u64 {
        plan.resources.iter().find(|limit| limit.resource == resource).expect("every plan has it").max
    }

    #[test]
    fn memory_counts_from_what_the_warm_interpreter_uses() {
        let limits = Limits { memory_mib_max: 16, ..Limits::default() };
        let plan = StepPlan::new(&limits, Before::Forked(5 * MIB));
        assert_eq!(max(&plan, Resource::AddressSpace), 21 * MIB);
    }

    #[test]
    fn tasks_are_the_main_thread_and_what_the_limits_add() {
        let limits = Limits { threads_max: 3, processes_max: 2, ..Limits::default() };
        let plan = StepPlan::new(&limits, Before::Executed);
        assert_eq!(max(&plan, Resource::Tasks), 6);
        assert!(plan.processes);
    }

    #[test]
    fn the_kernels_own_limit_of_cpu_time_lies_above_the_one_that_is_watched() {
        let plan = StepPlan::new(&Limits { cpu_ms_max: 1001, ..Limits::default() }, Before::Executed);
        assert_eq!(max(&plan, Resource::CpuSeconds), 3);
    }
}
