//! The first step of a run, forked before anybody asks for it: it learns its job when that comes.
//!
//! Pid 1 has read nothing yet when it forks this process, so that it can hold nothing of another step. Must not know what a
//! step does.

use std::fs::File;
use std::io;
use std::os::fd::{AsFd, OwnedFd};

use super::step::{CHANNEL, Ends, connect};
use super::watch::pipes::{self, Heard, Pipes, Told};
use super::watch::{Ready, Turn, Watched, stand};
use super::{RunError, fork, plan};
use crate::boxes::Body;
use crate::boxes::jail::Jail;
use crate::boxes::syscalls;
use crate::wire::frame::Token;
use crate::wire::job::{JOB_BYTES_MAX, Job, MessageError, encode, read_message};
use crate::wire::wiped::wipe;

/// A process that waits for its job, in a session of its own and connected to its pipes.
#[derive(Debug)]
pub struct Spare {
    child: libc::pid_t,
    heard: [Heard; 3],
    turn: OwnedFd,
}

impl Spare {
    /// Forks it in pid 1 of a run that waits.
    pub fn fork(jail: &Jail, body: &mut dyn Body) -> io::Result<Self> {
        let (frames, channel) = Heard::open()?;
        let (out, stdout) = Heard::open()?;
        let (err, stderr) = Heard::open()?;
        let (told_by, turn) = pipes::open()?;
        let child = fork(body, |body| {
            let connected = connect(
                jail,
                &Ends {
                    channel: channel.as_fd(),
                    request: None,
                    turn: told_by.as_fd(),
                    stdout: stdout.as_fd(),
                    stderr: stderr.as_fd(),
                },
            );
            body.rehearse();
            // Where it is not connected nothing can be told; pid 1 hears that it ended before its walls stood.
            let Ok(turn) = connected.map_err(drop).and_then(|turn| Turn::at(turn).map_err(drop)) else {
                syscalls::exit_now(1)
            };
            work(jail, body, turn);
        })?;
        Ok(Self { child, heard: [frames, out, err], turn })
    }

    /// Tells it its job, of which it must be the only step.
    ///
    /// # Errors
    /// When the job is too long. A process that is gone already is told of by its ending.
    pub fn begin<'a>(self, watched: Watched<'a>, job: &Job, token: Token) -> Result<Ready<'a>, RunError> {
        let Self { child, heard, turn } = self;
        let mut order = encode(&(job, token), JOB_BYTES_MAX).map_err(RunError::Message)?;
        let written =
            io::Write::write_all(&mut File::from(turn.try_clone().map_err(RunError::Start)?), &order);
        wipe(&mut order);
        match written {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                return Err(RunError::Message(MessageError::Stream(error)));
            }
            _ => {}
        }
        let (told, _) = Told::open(None).map_err(RunError::Start)?;
        let heard = watched.bound(heard);
        Ok(Ready::new(watched, child, Pipes::new(heard, told), turn))
    }

    /// Ends it, where it is not what is needed.
    pub fn end(self) -> io::Result<()> {
        syscalls::kill(self.child);
        syscalls::wait(self.child, true).map(drop)
    }
}

/// In the process: all that it does once it knows its job. It ends here.
fn work(jail: &Jail, body: &mut dyn Body, turn: Turn) {
    let Ok((job, token)) = read_message::<(Job, Token)>(&mut turn.reader(), JOB_BYTES_MAX) else {
        syscalls::exit_now(1)
    };
    let (Some(step), Ok(plan)) = (job.steps.first(), plan(jail, &job.limits)) else { syscalls::exit_now(1) };
    stand(jail, &plan, CHANNEL);
    body.make_ready(&job, step);
    turn.wait();
    body.run_step(&job, step, CHANNEL, token);
}
