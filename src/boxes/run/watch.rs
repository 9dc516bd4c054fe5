//! Watches one step's process: its clock, its CPU time and its three pipes, and ends it when it is over a limit.
//!
//! Everything is awaited at once, so that nothing a step does can make its run wait: a process that closes its
//! pipes, holds them open for ever, floods them or leaves children behind. Must not know what a step does.

use std::fs::File;
use std::io::{self, Write};
use std::mem::ManuallyDrop;
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, OwnedFd, RawFd};
use std::os::unix::fs::FileExt;
use std::time::{Duration, Instant};

use super::step::{CHANNEL, Ends, connect, enclose};
use super::{RunError, fork};
use nix::errno::Errno;

use crate::boxes::Body;
use crate::boxes::cgroup::kills_for_memory;
use crate::boxes::jail::{Jail, JailError};
use crate::boxes::plan::WallName;
use crate::boxes::plan::step::StepPlan;
use crate::boxes::syscalls::{self, Ended};
use crate::model::limits::Limits;
use crate::model::observation::{Ending, Measured};
use crate::wire::job::CaseRun;

pub mod pipes;

use pipes::{Awaited, Heard, Pipes, Told};

/// The first byte on a channel, written by the step's process before any of the body's code runs.
const WALLS_UP: u8 = 1;
/// The same when a wall could not be built: the wall's place in the list and a text follow.
const WALLS_FAILED: u8 = 0;
/// What a step is told when it is its turn.
const GO: u8 = b'G';
/// Time between two looks at the CPU clock of a step that is about to be over its limit.
const LOOK_MIN: Duration = Duration::from_millis(2);
/// Longest time between two looks at the clocks.
const LOOK_MAX: Duration = Duration::from_millis(500);
/// The same for a step that may start processes, whose dead must be taken in meanwhile.
const REAP_MAX: Duration = Duration::from_millis(20);
/// Time to build a step's walls.
const BUILDING_MAX: Duration = Duration::from_secs(30);
/// Bytes kept of a text that says which wall failed.
const FAILURE_BYTES_MAX: usize = 4096;

/// What is needed to run and watch one step.
#[derive(Debug)]
pub struct Watched<'a> {
    /// The jail around it.
    pub jail: &'a Jail,
    /// Its walls.
    pub plan: &'a StepPlan,
    /// Its limits.
    pub limits: &'a Limits,
    /// The stream to the host; the step ends when the host closes it.
    pub host: Option<BorrowedFd<'a>>,
    /// What it may read from its descriptor for requests.
    pub request: Option<Vec<u8>>,
}

/// Sixteen random bytes, that nobody but one step's process and the host will know.
pub fn new_token() -> io::Result<[u8; 16]> {
    let mut token = [0; 16];
    getrandom::fill(&mut token)
        .map_err(|error| io::Error::from_raw_os_error(error.raw_os_error().unwrap_or(libc::EIO)))?;
    Ok(token)
}

/// A step's process that builds its walls and then waits for its turn.
#[derive(Debug)]
pub struct Ready<'a> {
    watched: Watched<'a>,
    child: libc::pid_t,
    pipes: Pipes,
    turn: OwnedFd,
}

/// A step's process whose turn it is.
#[derive(Debug)]
pub struct Running<'a> {
    watched: Watched<'a>,
    child: libc::pid_t,
    pipes: Pipes,
    clock: Clock,
    kills_before: u64,
    /// CPU time that it took before its turn, which is nobody's.
    cpu_before: Duration,
}

/// In a step's process: what it waits for before a stranger's code runs in it.
#[derive(Debug)]
pub struct Turn {
    told_by: File,
    /// A program that is executed waits for its request instead, which is not written before its turn.
    by_request: bool,
}

impl Turn {
    /// The turn that is told of by a descriptor, which becomes its own.
    ///
    /// # Errors
    /// When there is none of this number.
    pub fn at(descriptor: RawFd) -> io::Result<Self> {
        Ok(Self { told_by: File::from(syscalls::take_descriptor(descriptor)?), by_request: false })
    }

    /// What stands before the turn itself.
    pub fn reader(&self) -> &File {
        &self.told_by
    }

    /// Returns when it is this step's turn, with nothing left open.
    pub fn wait(self) {
        let mut told = [0];
        if !self.by_request && !matches!(nix::unistd::read(&self.told_by, &mut told), Ok(1)) {
            // Its run is gone.
            syscalls::exit_now(1);
        }
    }
}

impl<'a> Ready<'a> {
    /// One whose process is told of its turn by this pipe.
    pub fn new(watched: Watched<'a>, child: libc::pid_t, pipes: Pipes, turn: OwnedFd) -> Self {
        Self { watched, child, pipes, turn }
    }

    /// Tells the process that it is its turn, from which on its time counts.
    ///
    /// # Errors
    /// When the process cannot be told.
    pub fn go(self) -> Result<Running<'a>, RunError> {
        let Self { watched, child, pipes, turn } = self;
        let kills_before = watched.kills_for_memory();
        let cpu_before = syscalls::cpu_time(child).unwrap_or_default();
        let clock = Clock::new(watched.limits);
        match nix::unistd::write(&turn, &[GO]) {
            // A process that is gone already is told of by its ending.
            Ok(_) | Err(Errno::EPIPE) => {
                Ok(Running { watched, child, pipes, clock, kills_before, cpu_before })
            }
            Err(error) => Err(RunError::Start(error.into())),
        }
    }
}

impl Running<'_> {
    /// Watches the process to its end. Where it is `alone` in the namespace of its run, everything that it started is gone
    /// when this returns; another step may be ready only where it cannot have started anything. The report's step and token
    /// are the caller's to fill in.
    ///
    /// # Errors
    /// When its walls could not be built, or the host went away.
    pub fn finish(self, alone: bool) -> Result<CaseRun, RunError> {
        let Self { watched, child, mut pipes, mut clock, kills_before, cpu_before } = self;
        let mut reaped = Reaped::default();
        let verdict = watched.watch((child, cpu_before), &mut clock, &mut pipes, &mut reaped);
        let taken = if alone { reaped.everybody(child) } else { reaped.only(child) };
        let (ended, others) = taken.map_err(RunError::Start)?;
        let wall = clock.start.elapsed();
        let reason = verdict?;
        pipes.drain();
        let killed_for_memory = watched.kills_for_memory() > kills_before;
        let ending = watched.ending(&ended, reason, killed_for_memory, pipes.over());
        let cpu = ended.cpu.saturating_sub(cpu_before) + others;
        let (wall_us, cpu_us) = (micros(wall), micros(cpu));
        let measured = Measured { wall_us, cpu_us, memory_kib: ended.memory_kib, shared: false };
        case_run(pipes.heard, ending, measured)
    }
}

impl<'a> Watched<'a> {
    /// Forks a step's process that builds its walls and does its `work`, which must wait for its turn.
    ///
    /// # Errors
    /// When the process could not be started.
    pub fn make_ready(
        mut self,
        body: &mut dyn Body,
        work: impl FnOnce(&mut dyn Body, i32, Turn),
    ) -> Result<Ready<'a>, RunError> {
        let (child, pipes, turn) = self.start(body, work).map_err(RunError::Start)?;
        Ok(Ready::new(self, child, pipes, turn))
    }

    /// Forks the step's process. Only the parent returns.
    fn start(
        &mut self,
        body: &mut dyn Body,
        work: impl FnOnce(&mut dyn Body, i32, Turn),
    ) -> io::Result<(libc::pid_t, Pipes, OwnedFd)> {
        let (frames, channel) = Heard::open()?;
        let (out, stdout) = Heard::open()?;
        let (err, stderr) = Heard::open()?;
        let (told, request) = Told::open(self.request.take())?;
        let (turn, go) = pipes::open()?;
        let child = fork(body, |body| {
            let turn = self.enter(&Ends {
                channel: channel.as_fd(),
                request: request.as_ref().map(AsFd::as_fd),
                turn: turn.as_fd(),
                stdout: stdout.as_fd(),
                stderr: stderr.as_fd(),
            });
            work(body, CHANNEL, turn);
        })?;
        Ok((child, Pipes::new(self.bound([frames, out, err]), told), go))
    }

    /// In the child: connects it and builds the walls, or says why not and ends.
    fn enter(&self, ends: &Ends<'_>) -> Turn {
        match connect(self.jail, ends) {
            Ok(turn) => {
                stand(self.jail, self.plan, CHANNEL);
                let Ok(turn) = Turn::at(turn) else { syscalls::exit_now(1) };
                Turn { by_request: self.plan.executes, ..turn }
            }
            Err(error) => {
                // It ends in any case.
                let _ = tell(ends.channel.as_raw_fd(), Err(&error));
                syscalls::exit_now(1)
            }
        }
    }

    /// Bounds what is kept of the pipes of a step, by its limits.
    pub fn bound(&self, [frames, out, err]: [Heard; 3]) -> [Heard; 3] {
        let output_max = u64::from(self.limits.output_bytes_max);
        // One byte of the channel is this module's own.
        let frames_max = u64::from(self.limits.observation_bytes_max) + 1;
        [frames.bound(frames_max), out.bound(output_max), err.bound(output_max)]
    }

    /// Awaits the end of the process or a reason to end it.
    fn watch(
        &self,
        (child, cpu_before): (libc::pid_t, Duration),
        clock: &mut Clock,
        pipes: &mut Pipes,
        reaped: &mut Reaped,
    ) -> Result<Option<Ending>, RunError> {
        let process = syscalls::pidfd_open(child).map_err(RunError::Start)?;
        let cpu_max = Duration::from_millis(self.limits.cpu_ms_max.into());
        let timed = self.jail.plan.options.builds(WallName::Time);
        loop {
            if self.plan.processes {
                reaped.ended_by_now(child);
            }
            if reaped.step.is_some() {
                return Ok(None);
            }
            let own = syscalls::cpu_time(child).unwrap_or_default().saturating_sub(cpu_before);
            let cpu = own + reaped.others_cpu;
            let left = clock.left();
            if timed && (left.is_zero() || cpu >= cpu_max) {
                return Ok(Some(Ending::OutOfTime));
            }
            if pipes.over() {
                return Ok(Some(Ending::TooMuchOutput));
            }
            let at_most = left.min(self.next_look(cpu_max.saturating_sub(cpu)));
            match pipes.wait(process.as_fd(), self.host, at_most).map_err(RunError::Start)? {
                Awaited::HostGone => return Err(RunError::HostGone),
                Awaited::Ended => return Ok(None),
                Awaited::GoOn => clock.start_once(pipes.heard[0].total > 0),
            }
        }
    }

    /// When the CPU limit could be reached at the earliest: all threads at once, each on a core of its own.
    fn next_look(&self, cpu_left: Duration) -> Duration {
        let threads = 1 + self.limits.threads_max + self.limits.processes_max;
        let longest = if self.plan.processes { REAP_MAX } else { LOOK_MAX };
        (cpu_left / threads.min(self.jail.cores)).clamp(LOOK_MIN, longest)
    }

    /// How it ended. What the kernel says comes before what the process says.
    fn ending(&self, ended: &Ended, reason: Option<Ending>, killed_for_memory: bool, over: bool) -> Ending {
        let cpu_max = Duration::from_millis(self.limits.cpu_ms_max.into());
        match (reason, ended.code, ended.signal) {
            (Some(reason), _, _) => reason,
            (None, Some(_), _) if over => Ending::TooMuchOutput,
            (None, Some(code), _) => Ending::Exited(code),
            (None, None, libc::SIGSYS) => Ending::Denied,
            (None, None, libc::SIGXCPU) => Ending::OutOfTime,
            (None, None, libc::SIGKILL) if killed_for_memory => Ending::OutOfMemory,
            // The kernel's own limit counts in ticks, and what a killed process used in its last one is not always told.
            (None, None, libc::SIGKILL) if ended.cpu >= cpu_max * 9 / 10 => Ending::OutOfTime,
            (None, None, signal) => Ending::Signalled(signal),
        }
    }

    /// How many processes of the worker the kernel has killed for memory; 0 without a cgroup.
    fn kills_for_memory(&self) -> u64 {
        let Some(events) = &self.jail.memory_events else { return 0 };
        let mut text = [0; 512];
        let count = events.read_at(&mut text, 0).unwrap_or(0);
        kills_for_memory(&String::from_utf8_lossy(&text[..count]))
    }
}

/// In a step's process: builds its walls and says so on its channel, or says why not and ends.
pub fn stand(jail: &Jail, plan: &StepPlan, channel: RawFd) {
    let built = enclose(jail, plan);
    if tell(channel, built.as_ref().map(drop)).is_err() || built.is_err() {
        syscalls::exit_now(1);
    }
}

/// Says whether the walls stand. The descriptor itself stays open, as it belongs to the body from here on.
fn tell(channel: RawFd, built: Result<(), &JailError>) -> io::Result<()> {
    let channel = ManuallyDrop::new(File::from(syscalls::take_descriptor(channel)?));
    let mut channel = &*channel;
    let Err(error) = built else { return channel.write_all(&[WALLS_UP]) };
    let source = std::error::Error::source(error).map(|source| format!(": {source}"));
    let wall = WallName::ALL.iter().position(|wall| *wall == error.wall()).unwrap_or_default();
    let place = u8::try_from(wall).unwrap_or_default();
    channel.write_all(&[WALLS_FAILED, place])?;
    write!(channel, "{error}{}", source.unwrap_or_default())
}

/// The wall time of a step. It runs from the moment its walls stand, so that a slow machine's share in building
/// them is nobody's fault; until then the time to build them runs.
#[derive(Debug)]
struct Clock {
    start: Instant,
    wall_max: Duration,
    started: bool,
}

impl Clock {
    fn new(limits: &Limits) -> Self {
        Self {
            start: Instant::now(),
            wall_max: Duration::from_millis(limits.wall_ms_max.into()),
            started: false,
        }
    }

    fn start_once(&mut self, walls_stand: bool) {
        if walls_stand && !self.started {
            self.start = Instant::now();
            self.started = true;
        }
    }

    fn left(&self) -> Duration {
        let max = if self.started { self.wall_max } else { BUILDING_MAX };
        max.saturating_sub(self.start.elapsed())
    }
}

/// The processes that ended under pid 1's eyes: the step's own, and what it had started and left behind, which
/// came to pid 1 as its init.
#[derive(Default)]
struct Reaped {
    step: Option<Ended>,
    others_cpu: Duration,
}

impl Reaped {
    fn take(&mut self, step: libc::pid_t, ended: Ended) {
        if ended.pid == step {
            self.step = Some(ended);
        } else {
            self.others_cpu += ended.cpu;
        }
    }

    /// Takes in whoever has ended by now, so that the dead do not count against the limit of processes.
    fn ended_by_now(&mut self, step: libc::pid_t) {
        while let Ok(Some(ended)) = syscalls::wait(-1, false) {
            self.take(step, ended);
        }
    }

    /// Kills the step's process and takes it in, where it is the only one of its step.
    fn only(mut self, step: libc::pid_t) -> io::Result<(Ended, Duration)> {
        if self.step.is_none() {
            syscalls::kill(step);
            self.step = syscalls::wait(step, true)?;
        }
        let ended = self.step.ok_or(io::Error::from_raw_os_error(libc::ECHILD))?;
        Ok((ended, self.others_cpu))
    }

    /// Kills everything and takes all of it in.
    fn everybody(mut self, step: libc::pid_t) -> io::Result<(Ended, Duration)> {
        syscalls::kill_all();
        if self.step.is_none() {
            syscalls::kill(step);
            self.step = syscalls::wait(step, true)?;
        }
        while let Ok(Some(ended)) = syscalls::wait(-1, true) {
            self.take(step, ended);
        }
        let ended = self.step.ok_or(io::Error::from_raw_os_error(libc::ECHILD))?;
        Ok((ended, self.others_cpu))
    }
}

/// Tells the step's frames from this module's own first byte.
fn case_run(heard: [Heard; 3], ending: Ending, measured: Measured) -> Result<CaseRun, RunError> {
    let [frames, out, err] = heard;
    let mut frames = frames.kept.into_inner();
    let first = (!frames.is_empty()).then(|| frames.remove(0));
    match first {
        Some(WALLS_UP) => {}
        Some(_) => {
            let (place, text) = frames.split_first().unwrap_or((&0, &[]));
            let wall = WallName::ALL.get(usize::from(*place)).copied().unwrap_or(WallName::User);
            let text = &text[..text.len().min(FAILURE_BYTES_MAX)];
            return Err(RunError::Wall { wall, text: String::from_utf8_lossy(text).into_owned() });
        }
        None => return Err(RunError::Unbuilt { ending }),
    }
    Ok(CaseRun {
        step: 0,
        ending,
        frames,
        token: [0; 16],
        stdout: out.kept.into_inner(),
        stdout_total: out.total,
        stderr: err.kept.into_inner(),
        stderr_total: err.total,
        measured,
    })
}

fn micros(duration: Duration) -> u64 {
    u64::try_from(duration.as_micros()).unwrap_or(u64::MAX)
}
