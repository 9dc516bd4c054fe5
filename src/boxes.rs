//! The box: limits and isolation to a plan, the plan to walls, and pid 1 of a run.
//!
//! Generic over what runs in it: a [`Body`] is CPython in the warm worker and a program to execute in the
//! cold one. Must not know Python, cases or grades.

use std::os::fd::{OwnedFd, RawFd};
use std::process::ExitCode;

use crate::wire::job::{Job, Step};

pub mod cgroup;
mod elf;
pub mod host;
pub mod jail;
pub mod libraries;
pub mod plan;
pub mod probe;
mod run;
pub mod seccomp;
mod syscalls;
pub mod toolbox;
mod zygote;

use jail::Place;
use plan::JailPlan;
pub use run::step::{CHANNEL, REQUEST};
pub use syscalls::{laid_out_alike, lay_out_alike, take_descriptor};
pub use zygote::{DONE, RUN};

/// What a body says of its interpreter; it becomes the facts of [`crate::wire::job::Hello`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Interpreter {
    /// Full Python version: `3.11.7`.
    pub python: String,
    /// `sys.version` and the implementation's name.
    pub python_build: String,
    /// The version the program was built against: `3.11`; of a cold interpreter its own.
    pub built_against: String,
}

/// What runs inside the boxes of one worker.
///
/// Every method runs inside the jail and in a process with one thread; none may leave a thread behind.
pub trait Body {
    /// Called once in the zygote, inside the jail and under its first seccomp filter: starts the interpreter and
    /// loads all that runs may share. The run that probes the walls is forked before it.
    ///
    /// # Errors
    /// A text that says what failed; the worker then ends without accepting a run.
    fn warm_up(&mut self) -> Result<Interpreter, String>;

    /// Called right before every fork, of a run and of a step; those of the probes come before it is warm.
    fn before_fork(&mut self) {}

    /// Called in the parent after every fork, failed ones among them.
    fn after_fork_in_parent(&mut self) {}

    /// Called in the child after every fork.
    fn after_fork_in_child(&mut self) {}

    /// Called in pid 1 of a run once its job is read: loads what all of its steps can use, and runs nothing of harness or
    /// answer.
    ///
    /// Says whether it loaded anything.
    ///
    /// # Errors
    /// A text that says what failed; the run then ends as failed.
    fn prepare(&mut self, job: &Job) -> Result<bool, String> {
        let _ = job;
        Ok(false)
    }

    /// Called in a step's process that is forked before its job is known, and has time until then: does what every step begins
    /// with, and touches the memory that it will write to.
    fn rehearse(&mut self) {}

    /// Called in a process that pid 1 of a run forks for this alone: gives the harness as code, of which nothing ran, for
    /// every step to find in its job. Never called of a body that executes a program.
    ///
    /// # Errors
    /// What is wrong with the harness; the run then ends without a step.
    fn compile(&mut self, job: &Job) -> Result<Vec<u8>, String>;

    /// Called in pid 1 of a run before each step's fork: bytes that the step's process can read, up to their end,
    /// from descriptor [`REQUEST`]. For a body that executes a program, which has no memory to find them in.
    /// With `None` there is no such descriptor.
    fn request(&mut self, job: &Job, step: &Step, token: [u8; 16]) -> Option<Vec<u8>> {
        let _ = (job, step, token);
        None
    }

    /// Called in a step's own process when all walls stand, while the step before it may still be running: does all
    /// that comes before the answer, and runs none of it.
    fn make_ready(&mut self, job: &Job, step: &Step) {
        let _ = (job, step);
    }

    /// Called in a step's own process when it is its turn: writes frames with `token` to `channel`, then ends
    /// the process. Standard input is empty, standard output and standard error are pipes, the working
    /// directory is the empty `/tmp`. No other descriptor is open, and none closes on `exec`. Of the job's steps only `step` still has its texts.
    fn run_step(&mut self, job: &Job, step: &Step, channel: RawFd, token: [u8; 16]) -> !;
}

/// Builds the jail, probes every wall while the body warms up in it, says `Hello` on `control`, then accepts runs
/// until the host closes `control`. Must be called with a single thread, before an interpreter is started.
///
/// A jail that cannot be built still says `Hello`, with an empty `python` and the wall that failed as not in
/// force, so that the host can name it and its remedy.
#[must_use]
pub fn serve(control: OwnedFd, plan: &JailPlan, body: &mut dyn Body) -> ExitCode {
    let ended = match jail::enter(plan, &control) {
        Ok(Place::Outside(zygote)) => {
            // The host must see the zygote's end of the socket close, and no other.
            drop(control);
            return wait_for(zygote);
        }
        Ok(Place::Inside(jail)) => zygote::live(*jail, &control, body),
        Err(error) => {
            zygote::say_failure(&control, &error, plan.options.weaker_allowed).and(Err(error.into()))
        }
    };
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("viva: {}", with_sources(&error));
            ExitCode::FAILURE
        }
    }
}

fn wait_for(zygote: libc::pid_t) -> ExitCode {
    let code = syscalls::wait(zygote, true).ok().flatten().and_then(|ended| ended.code);
    ExitCode::from(code.and_then(|code| u8::try_from(code).ok()).unwrap_or(1))
}

/// An error with all that caused it, on one line.
fn with_sources(error: &dyn std::error::Error) -> String {
    std::iter::successors(Some(error), |error| error.source())
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join(": ")
}
