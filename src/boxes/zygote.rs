//! Pid 1 of a worker: the warm interpreter from which every run is forked.
//!
//! It hands a run's stream on without reading it, so it never holds what a run must keep to itself: memory that
//! a parent has freed can be read by its children. Must not know what a job is.

use std::collections::VecDeque;
use std::io;
use std::os::fd::{AsFd, AsRawFd, OwnedFd};
use std::os::unix::net::UnixStream;

use nix::poll::{PollFd, PollFlags, PollTimeout, poll};
use nix::sched::{CloneFlags, setns, unshare};
use nix::sys::socket::{
    AddressFamily, ControlMessage, MsgFlags, SockFlag, SockType, send, sendmsg, socketpair,
};

use super::jail::{Jail, JailError};
use super::plan::WallName;
use super::syscalls::{self, Request};
use super::{Body, Interpreter, probe, run, seccomp};
use crate::model::isolation::{Isolation, Wall};
use crate::wire::job::{Hello, PROTOCOL};

/// The request for a run.
pub const RUN: u8 = b'R';
/// The answer when a run and everything in it is gone.
pub const DONE: u8 = b'D';

/// Runs that are forked before anybody asks for them, one for each box of an answer; what they will run comes with their
/// stream.
const AHEAD: usize = 2;
/// Milliseconds that something else is waited for before a run is forked ahead.
const PATIENCE_MS: u8 = 2;

/// A run that waits, and the socket on which it does.
type Waiting = (libc::pid_t, OwnedFd);

/// Why a zygote ended before the host was gone.
#[derive(Debug, thiserror::Error)]
pub(super) enum ZygoteError {
    /// The body's interpreter did not start.
    #[error("the interpreter could not be started: {0}")]
    WarmUp(String),
    /// The jail could not be built.
    #[error("the jail could not be built")]
    Jail(#[from] JailError),
    /// The control socket failed.
    #[error("the control socket failed")]
    Control(#[source] io::Error),
    /// A request that is none.
    #[error("the host sent something that is no request")]
    Nonsense,
    /// The greeting could not be encoded.
    #[error("the greeting could not be encoded")]
    Greeting(#[source] postcard::Error),
    /// A process could not be made ready for runs.
    #[error("the zygote could not be made ready")]
    Ready(#[source] io::Error),
}

/// Lives until the host closes the control socket.
pub(super) fn live(mut jail: Jail, control: &OwnedFd, body: &mut dyn Body) -> Result<(), ZygoteError> {
    let mut seen = probe::worker(&jail);
    if let Some(memory) = jail.shared_memory.take() {
        memory.let_go();
    }
    let own = syscalls::pidfd_open(libc::pid_t::try_from(std::process::id()).unwrap_or(1))
        .map_err(ZygoteError::Ready)?;
    if jail.plan.options.builds(WallName::Syscalls) {
        let installed = syscalls::install_filter(&seccomp::stage_a(jail.plan.executes()));
        if let Err(error) = installed {
            seen.push(probe::Seen::failed(WallName::Syscalls, format!("installing stage A: {error}")));
        }
    }
    // The interpreter starts while the walls are probed. No stranger's code is in what it loads, and a step builds each of
    // its walls by itself, whatever it was forked from.
    let probing = fork_probing_run(&jail, &own, body);
    let interpreter = body.warm_up().map_err(ZygoteError::WarmUp)?;
    seen.extend(what_it_saw(probing));
    say(control, interpreter, probe::walls(&seen), &jail)?;
    let mut waiting = VecDeque::new();
    loop {
        while waiting.len() < AHEAD && !is_told(control)? {
            let Ok(run) = fork_waiting_run(&jail, &own, body) else { break };
            waiting.push_back(run);
        }
        match syscalls::receive(control.as_fd()).map_err(ZygoteError::Control)? {
            Request::Run(RUN, stream) => {
                serve(&jail, &own, body, &mut waiting, stream)?;
                send(control.as_raw_fd(), &[DONE], MsgFlags::MSG_NOSIGNAL)
                    .map_err(|error| ZygoteError::Control(error.into()))?;
            }
            Request::End => return Ok(()),
            Request::Run(..) | Request::Nonsense => return Err(ZygoteError::Nonsense),
        }
    }
}

/// Whether a descriptor tells something, now or in a moment. Who is about to work wants the processors: a run that was just
/// handed its stream, and the second box of an answer, which follows the first at once.
fn is_told(by: &OwnedFd) -> Result<bool, ZygoteError> {
    let mut awaited = [PollFd::new(by.as_fd(), PollFlags::POLLIN)];
    let count = poll(&mut awaited, PollTimeout::from(PATIENCE_MS))
        .map_err(|error| ZygoteError::Control(error.into()))?;
    Ok(count > 0)
}

/// Gives a run that waits its stream, and waits until it is gone. Once it works for a while, the next ones are forked.
fn serve(
    jail: &Jail,
    own: &OwnedFd,
    body: &mut dyn Body,
    waiting: &mut VecDeque<Waiting>,
    stream: OwnedFd,
) -> Result<(), ZygoteError> {
    let run = waiting.pop_front().map_or_else(|| fork_waiting_run(jail, own, body), Ok);
    // A run that cannot be had, or is gone by now, closes its stream, which tells the host.
    let Ok((child, link)) = run else { return Ok(()) };
    let _ = hand_on(&link, &stream);
    drop((link, stream));
    let process = syscalls::pidfd_open(child).map_err(ZygoteError::Ready)?;
    while waiting.len() < AHEAD && !is_told(&process)? {
        let Ok(next) = fork_waiting_run(jail, own, body) else { break };
        waiting.push_back(next);
    }
    // Its own pid namespace ends with it, so everything it started is gone as well.
    syscalls::wait(child, true).map_err(ZygoteError::Ready)?;
    Ok(())
}

/// Forks the next run, which waits for its stream at the other end of this socket.
fn fork_waiting_run(jail: &Jail, own: &OwnedFd, body: &mut dyn Body) -> io::Result<Waiting> {
    let kind = SockType::SeqPacket;
    let (mine, theirs) = socketpair(AddressFamily::Unix, kind, None, SockFlag::SOCK_CLOEXEC)?;
    let child = fork_run(jail, own, body, |body| {
        // Nothing else keeps the zygote's end open, so a zygote that ends is heard of.
        if run::settle(jail, &theirs).is_err() {
            syscalls::exit_now(1);
        }
        let spare = run::spare(jail, body);
        match syscalls::receive(theirs.as_fd()) {
            Ok(Request::Run(RUN, stream)) => {
                drop(theirs);
                run::serve(jail, stream, spare, body)
            }
            _ => syscalls::exit_now(0),
        }
    })?;
    Ok((child, mine))
}

/// Gives a waiting run its stream.
fn hand_on(link: &OwnedFd, stream: &OwnedFd) -> nix::Result<usize> {
    let descriptors = [stream.as_raw_fd()];
    let message = [ControlMessage::ScmRights(&descriptors)];
    sendmsg::<()>(link.as_raw_fd(), &[io::IoSlice::new(&[RUN])], &message, MsgFlags::MSG_NOSIGNAL, None)
}

/// Forks a process that is pid 1 of a pid namespace of its own.
fn fork_run(
    jail: &Jail,
    own: &OwnedFd,
    body: &mut dyn Body,
    work: impl FnOnce(&mut dyn Body),
) -> io::Result<libc::pid_t> {
    if jail.plan.options.builds(WallName::Processes) {
        // A second new namespace is refused while the first still waits for children: pid_namespaces(7).
        setns(own, CloneFlags::CLONE_NEWPID)?;
        unshare(CloneFlags::CLONE_NEWPID)?;
    }
    run::fork(body, work)
}

/// Forks a run that probes from inside itself and from inside steps, built as every other.
fn fork_probing_run(
    jail: &Jail,
    own: &OwnedFd,
    body: &mut dyn Body,
) -> io::Result<(libc::pid_t, UnixStream)> {
    let (mine, theirs) = UnixStream::pair()?;
    let child = fork_run(jail, own, body, |body| probe::serve(jail, &theirs, body))?;
    Ok((child, mine))
}

/// What the probing run saw, once it and everything in it is gone.
fn what_it_saw(probing: io::Result<(libc::pid_t, UnixStream)>) -> Vec<probe::Seen> {
    let heard = probing.and_then(|(child, stream)| {
        let seen = probe::hear(stream);
        syscalls::wait(child, true)?;
        seen
    });
    heard.unwrap_or_else(|error| {
        vec![probe::Seen::failed(WallName::Processes, format!("a first run: {error}"))]
    })
}

fn say(
    control: &OwnedFd,
    interpreter: Interpreter,
    walls: Vec<Wall>,
    jail: &Jail,
) -> Result<(), ZygoteError> {
    let isolation = Isolation { walls, weaker_allowed: jail.plan.options.weaker_allowed };
    let Interpreter { python, python_build, built_against } = interpreter;
    greet(control, &Hello { protocol: PROTOCOL, python, python_build, built_against, isolation })
}

/// Tells the host why there is no jail, as a greeting without an interpreter.
pub(super) fn say_failure(
    control: &OwnedFd,
    error: &JailError,
    weaker_allowed: bool,
) -> Result<(), ZygoteError> {
    let source = std::error::Error::source(error).map(|source| format!(": {source}")).unwrap_or_default();
    let walls = probe::walls(&[probe::Seen::failed(error.wall(), format!("{error}{source}"))]);
    let isolation = Isolation { walls, weaker_allowed };
    let none = String::new;
    greet(
        control,
        &Hello { protocol: PROTOCOL, python: none(), python_build: none(), built_against: none(), isolation },
    )
}

fn greet(control: &OwnedFd, hello: &Hello) -> Result<(), ZygoteError> {
    let message = postcard::to_stdvec(hello).map_err(ZygoteError::Greeting)?;
    send(control.as_raw_fd(), &message, MsgFlags::MSG_NOSIGNAL)
        .map_err(|error| ZygoteError::Control(error.into()))?;
    Ok(())
}
