//! Pid 1 of a run: reads the job and takes its steps one by one.
//!
//! It runs nothing of the answer. It ends when its steps are done or when the host closes the stream. Must not
//! know what a step does.

use std::fs::File;
use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::net::UnixStream;

use super::Body;
use super::jail::Jail;
use super::plan::WallName;
use super::plan::step::{Before, StepPlan};
use super::syscalls::{self, Side};
use crate::model::limits::Limits;
use crate::model::observation::Ending;
use crate::wire::frame::Token;
use crate::wire::job::{
    Action, CaseRun, Compiled, JOB_BYTES_MAX, Job, MessageError, RUN_FRAME_BYTES_MAX, RunFrame, Step,
    read_message, write_message,
};
use crate::wire::wiped::wipe;

pub mod spare;
pub mod step;
pub mod watch;

use spare::Spare;
use watch::{Ready, Watched, pipes};

/// Why a run could not go on.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// The stream to the host failed.
    #[error(transparent)]
    Message(#[from] MessageError),
    /// The body finds the job's harness unfit to be run.
    #[error("{0}")]
    Unfit(String),
    /// A step's process could not be started or watched.
    #[error("a step could not be started: {0}")]
    Start(#[source] io::Error),
    /// A wall of a step could not be built.
    #[error("a step's wall `{wall}` could not be built: {text}")]
    Wall {
        /// The wall.
        wall: WallName,
        /// What failed, and the kernel's answer.
        text: String,
    },
    /// A step's process ended while it built its walls.
    #[error("a step's process ended before its walls stood: {ending:?}")]
    Unbuilt {
        /// How it ended.
        ending: Ending,
    },
    /// The host closed the stream.
    #[error("the host is gone")]
    HostGone,
}

/// Runs one job, from its stream to the end. The process ends with it.
pub(super) fn serve(jail: &Jail, stream: OwnedFd, spare: Option<Spare>, body: &mut dyn Body) -> ! {
    let stream = UnixStream::from(stream);
    let outcome = take_steps(jail, &stream, spare, body);
    let last = match outcome {
        Ok(()) => Some(RunFrame::Done),
        Err(RunError::HostGone) => None,
        Err(RunError::Unfit(reason)) => Some(RunFrame::Unfit(reason)),
        Err(error) => Some(RunFrame::Failed(error.to_string())),
    };
    if let Some(last) = last {
        // Nobody is left to hear of a stream that fails now.
        let _ = write_message(&mut &stream, &last, RUN_FRAME_BYTES_MAX);
    }
    syscalls::exit_now(0);
}

/// A session of its own, no signals that a step could send, and no descriptors but the run's and the one to the host or the
/// zygote.
pub(super) fn settle(jail: &Jail, link: &impl AsFd) -> Result<(), RunError> {
    let settle = || -> io::Result<()> {
        nix::unistd::setsid()?;
        syscalls::block_signals()?;
        let events = jail.memory_events.as_ref().map(AsFd::as_fd);
        syscalls::close_all_but([jail.null.as_fd(), link.as_fd()].into_iter().chain(events))
    };
    settle().map_err(RunError::Start)
}

/// The first step of a run that waits; none where a step executes a program, or where nothing is forked ahead. One that
/// cannot be had now is forked when its job is there.
pub(super) fn spare(jail: &Jail, body: &mut dyn Body) -> Option<Spare> {
    let may_be_ahead = !jail.plan.executes() && !jail.plan.options.one_by_one;
    may_be_ahead.then(|| Spare::fork(jail, body).ok()).flatten()
}

fn take_steps(
    jail: &Jail,
    stream: &UnixStream,
    mut spare: Option<Spare>,
    body: &mut dyn Body,
) -> Result<(), RunError> {
    let mut job: Job = read_message(&mut &*stream, JOB_BYTES_MAX)?;
    if body.prepare(&job).map_err(RunError::Unfit)? {
        // It was forked before what is loaded now.
        spare.take().map_or(Ok(()), Spare::end).map_err(RunError::Start)?;
    }
    if !jail.plan.executes() {
        compile(stream, &mut job, body)?;
    }
    let limits = job.limits;
    let plan = plan(jail, &limits)?;
    let (host, steps) = (stream.as_fd(), job.steps.len());
    // Where a step may start processes, it ends with everything else in its namespace.
    let may_be_ahead = !plan.processes && !jail.plan.options.one_by_one;
    let token = watch::new_token().map_err(RunError::Start)?;
    let mut ahead = match (spare, job.steps.first()) {
        (Some(spare), Some(step)) if body.request(&job, step, token).is_none() => {
            let watched = Watched { jail, plan: &plan, limits: &limits, host: Some(host), request: None };
            Some((begin(spare, watched, &job, step, token)?, token))
        }
        (Some(spare), _) => spare.end().map(|()| None).map_err(RunError::Start)?,
        (None, _) => None,
    };
    let mut make_ready = |index: usize| -> Result<(Ready<'_>, [u8; 16]), RunError> {
        let token = watch::new_token().map_err(RunError::Start)?;
        let request = body.request(&job, &job.steps[index], token);
        let watched = Watched { jail, plan: &plan, limits: &limits, host: Some(host), request };
        let ready = watched.make_ready(body, |body, channel, turn| {
            if !job.answer.is_empty() {
                forget_other_steps(&mut job, index);
            }
            body.make_ready(&job, &job.steps[index]);
            turn.wait();
            body.run_step(&job, &job.steps[index], channel, token)
        })?;
        Ok((ready, token))
    };
    for index in 0..steps {
        let (current, token) = ahead.take().map_or_else(|| make_ready(index), Ok)?;
        let running = current.go()?;
        // The next one builds its walls meanwhile. It is forked before anything of this one is read, so that nothing
        // that this one says is in its memory.
        if may_be_ahead && index + 1 < steps {
            ahead = Some(make_ready(index + 1)?);
        }
        let ran = running.finish(ahead.is_none())?;
        let case = CaseRun { step: u32::try_from(index).unwrap_or(u32::MAX), token, ..ran };
        relay(stream, case)?;
    }
    Ok(())
}

/// Has the step that was forked ahead begin, which learns of no other step.
fn begin<'a>(
    spare: Spare,
    watched: Watched<'a>,
    job: &Job,
    step: &Step,
    token: Token,
) -> Result<Ready<'a>, RunError> {
    let only = Job { steps: vec![step.clone()], ..job.clone() };
    let ready = spare.begin(watched, &only, token);
    only.steps.into_iter().for_each(forget);
    ready
}

/// Puts the harness as code into the job, unless it is there. A process of its own compiles it, so that all steps are forked
/// from the same memory, whether it was known or not.
fn compile(stream: &UnixStream, job: &mut Job, body: &mut dyn Body) -> Result<(), RunError> {
    if let Compiled::Known(_) = job.compiled {
        return Ok(());
    }
    let (from, to) = pipes::open().map_err(RunError::Start)?;
    let child = fork(body, |body| {
        // Whoever reads misses what cannot be written.
        let _ = write_message(&mut File::from(to), &body.compile(job), JOB_BYTES_MAX);
        syscalls::exit_now(0)
    })
    .map_err(RunError::Start)?;
    let said: Result<Vec<u8>, String> = read_message(&mut File::from(from), JOB_BYTES_MAX)?;
    syscalls::wait(child, true).map_err(RunError::Start)?;
    let code = said.map_err(RunError::Unfit)?;
    let is_wanted = job.compiled == Compiled::Wanted;
    job.compiled = Compiled::Known(code.clone());
    if is_wanted {
        write_message(&mut &*stream, &RunFrame::Compiled(code), RUN_FRAME_BYTES_MAX)?;
    }
    Ok(())
}

/// Forks a process for some work, which must end it. Only the parent returns.
pub(super) fn fork(body: &mut dyn Body, work: impl FnOnce(&mut dyn Body)) -> io::Result<libc::pid_t> {
    body.before_fork();
    let side = syscalls::fork();
    if !matches!(side, Ok(Side::Child)) {
        body.after_fork_in_parent();
    }
    match side? {
        Side::Child => {
            body.after_fork_in_child();
            work(body);
            syscalls::exit_now(0)
        }
        Side::Parent(child) => Ok(child),
    }
}

/// Sends what came of a step, and keeps none of it where the next ones could read it.
fn relay(stream: &UnixStream, case: CaseRun) -> Result<(), RunError> {
    let frame = RunFrame::Case(case);
    write_message(&mut &*stream, &frame, RUN_FRAME_BYTES_MAX)?;
    if let RunFrame::Case(mut case) = frame {
        [&mut case.frames, &mut case.stdout, &mut case.stderr].into_iter().for_each(wipe);
    }
    Ok(())
}

/// The bounds of a run's steps, counted from what this process uses by now.
pub(super) fn plan(jail: &Jail, limits: &Limits) -> Result<StepPlan, RunError> {
    let before = if jail.plan.executes() {
        Before::Executed
    } else {
        Before::Forked(syscalls::address_space_used().map_err(RunError::Start)?)
    };
    Ok(StepPlan::new(limits, before))
}

/// In a step's process: overwrites what belongs to the other steps. The pages are this process's own copies.
fn forget_other_steps(job: &mut Job, kept: usize) {
    for step in job.steps.iter_mut().enumerate().filter(|(index, _)| *index != kept).map(|(_, step)| step) {
        forget(std::mem::replace(step, Step { name: String::new(), action: Action::Load }));
    }
}

fn forget(step: Step) {
    let forget_text = |text: String| wipe(&mut text.into_bytes());
    forget_text(step.name);
    match step.action {
        Action::Load | Action::Drive => {}
        Action::Call { setup, call } => [setup, call].into_iter().for_each(forget_text),
        Action::Command { arguments, stdin, files } => {
            let texts = files.into_iter().flat_map(|(path, text)| [path, text]);
            arguments.into_iter().chain(texts).chain([stdin]).for_each(forget_text);
        }
        Action::Snippet { source } => forget_text(source),
        Action::Together { steps } => steps.into_iter().for_each(forget),
        // Its box holds no answer, and so nobody to hide it from.
        Action::Judge { .. } => {}
    }
}
