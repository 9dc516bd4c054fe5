//! The pipes between a step and pid 1 of its run, awaited together with the step's end.
//!
//! What comes is bounded and never looked at. Must not know what a limit means.

use std::io;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::time::Duration;

use nix::errno::Errno;
use nix::fcntl::{FcntlArg, OFlag, fcntl};
use nix::poll::{PollFd, PollFlags, PollTimeout, poll};
use nix::unistd::pipe2;

use crate::wire::wiped::Wiped;

/// Bytes read or written at once.
const CHUNK_BYTES: usize = 64 * 1024;

/// A pipe: the end to read from and the end to write to.
pub fn open() -> io::Result<(OwnedFd, OwnedFd)> {
    Ok(pipe2(OFlag::O_CLOEXEC)?)
}

fn never_block(end: &OwnedFd) -> io::Result<()> {
    fcntl(end.as_fd(), FcntlArg::F_SETFL(OFlag::O_NONBLOCK))?;
    Ok(())
}

/// One pipe that a step writes to.
#[derive(Debug)]
pub struct Heard {
    from: Option<OwnedFd>,
    /// The first bytes, up to the limit.
    pub kept: Wiped,
    /// Bytes that were read, counted to one beyond the limit: how many more came before the end is chance.
    pub total: u64,
    kept_max: u64,
}

impl Heard {
    /// A new pipe and the step's end of it; nothing is kept until it is bounded.
    pub fn open() -> io::Result<(Self, OwnedFd)> {
        let (from, to) = open()?;
        never_block(&from)?;
        Ok((Self { from: Some(from), kept: Wiped::default(), total: 0, kept_max: 0 }, to))
    }

    /// The same, of which so many bytes are kept.
    pub fn bound(self, kept_max: u64) -> Self {
        Self { kept_max, ..self }
    }

    /// Whether more came than is kept.
    pub fn over(&self) -> bool {
        self.total > self.kept_max
    }

    /// Reads what is there, up to one chunk; whether there may be more.
    fn read(&mut self, chunk: &mut [u8]) -> bool {
        let Some(from) = &self.from else { return false };
        match nix::unistd::read(from, chunk) {
            Ok(count) if count > 0 => {
                let room = self.kept_max.saturating_sub(self.kept.len() as u64);
                let keep = count.min(usize::try_from(room).unwrap_or(usize::MAX));
                self.kept.append(&chunk[..keep]);
                self.total = (self.total + count as u64).min(self.kept_max + 1);
                true
            }
            Err(Errno::EAGAIN | Errno::EINTR) => false,
            Ok(_) | Err(_) => {
                self.from = None;
                false
            }
        }
    }
}

/// The pipe from which a step reads its request.
#[derive(Debug)]
pub struct Told {
    to: Option<OwnedFd>,
    bytes: Vec<u8>,
    written: usize,
}

impl Told {
    /// A new pipe for these bytes and the step's end of it; neither where there are none.
    pub fn open(request: Option<Vec<u8>>) -> io::Result<(Self, Option<OwnedFd>)> {
        let Some(bytes) = request else {
            return Ok((Self { to: None, bytes: Vec::new(), written: 0 }, None));
        };
        let (from, to) = open()?;
        never_block(&to)?;
        Ok((Self { to: Some(to), bytes, written: 0 }, Some(from)))
    }

    /// Writes as much as fits; closes the pipe behind the last byte, or when nobody reads any more.
    fn write(&mut self) {
        let Some(to) = &self.to else { return };
        let rest = &self.bytes[self.written..];
        match nix::unistd::write(to, &rest[..rest.len().min(CHUNK_BYTES)]) {
            Ok(count) => self.written += count,
            Err(Errno::EAGAIN | Errno::EINTR) => return,
            Err(_) => self.written = self.bytes.len(),
        }
        if self.written == self.bytes.len() {
            self.to = None;
        }
    }
}

/// All pipes of a step.
#[derive(Debug)]
pub struct Pipes {
    /// Frames, standard output, standard error.
    pub heard: [Heard; 3],
    /// The request.
    pub told: Told,
    /// Where bytes pass through.
    pub chunk: Wiped,
}

/// What a wait brought, beside bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Awaited {
    /// The process ended.
    Ended,
    /// The host closed its stream.
    HostGone,
    /// Bytes, or nothing in time.
    GoOn,
}

impl Pipes {
    /// Pipes with room for one chunk.
    pub fn new(heard: [Heard; 3], told: Told) -> Self {
        Self { heard, told, chunk: Wiped::zeros(CHUNK_BYTES) }
    }

    /// Whether more came than is kept, on any of them.
    pub fn over(&self) -> bool {
        self.heard.iter().any(Heard::over)
    }

    /// Waits for whatever comes first and moves the bytes that came.
    pub fn wait(
        &mut self,
        process: BorrowedFd<'_>,
        host: Option<BorrowedFd<'_>>,
        at_most: Duration,
    ) -> io::Result<Awaited> {
        let mut awaited = vec![PollFd::new(process, PollFlags::POLLIN)];
        // No events: only that the other side is closed is told.
        awaited.extend(host.map(|host| PollFd::new(host, PollFlags::empty())));
        let first = awaited.len();
        let heard = self.heard.iter().filter_map(|pipe| pipe.from.as_ref());
        awaited.extend(heard.map(|from| PollFd::new(from.as_fd(), PollFlags::POLLIN)));
        awaited.extend(self.told.to.as_ref().map(|to| PollFd::new(to.as_fd(), PollFlags::POLLOUT)));
        let millis = u16::try_from(at_most.as_micros().div_ceil(1000)).unwrap_or(u16::MAX);
        match poll(&mut awaited, PollTimeout::from(millis)) {
            Ok(_) | Err(Errno::EINTR) => {}
            Err(error) => return Err(error.into()),
        }
        let told = |fd: &PollFd<'_>| fd.any().unwrap_or(true);
        let (ended, host_gone) = (told(&awaited[0]), host.is_some() && told(&awaited[1]));
        if awaited[first..].iter().any(told) {
            // Nothing blocks, so it does not matter which of them it was.
            for pipe in &mut self.heard {
                pipe.read(&mut self.chunk);
            }
            self.told.write();
        }
        Ok(match (host_gone, ended) {
            (true, _) => Awaited::HostGone,
            (_, true) => Awaited::Ended,
            _ => Awaited::GoOn,
        })
    }

    /// Reads what is left once nobody can write any more; stops where a pipe is over its limit.
    pub fn drain(&mut self) {
        for pipe in &mut self.heard {
            while !pipe.over() && pipe.read(&mut self.chunk) {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    #[test]
    fn a_pipe_keeps_the_first_bytes_and_counts_the_rest() {
        let (heard, to) = Heard::open().expect("a pipe");
        let mut pipes = Pipes::new(
            [heard.bound(4), Heard::open().expect("a pipe").0, Heard::open().expect("a pipe").0],
            Told::open(None).expect("none").0,
        );
        std::fs::File::from(to).write_all(b"123456").expect("written");
        pipes.drain();
        assert_eq!((&*pipes.heard[0].kept, pipes.heard[0].total), (&b"1234"[..], 5));
        assert!(pipes.over());
    }

    #[test]
    fn a_pipe_that_is_full_to_its_limit_is_not_over_it() {
        let (heard, to) = Heard::open().expect("a pipe");
        let mut heard = heard.bound(4);
        std::fs::File::from(to).write_all(b"1234").expect("written");
        while heard.read(&mut [0; 3]) {}
        assert!(!heard.over());
        assert_eq!(&*heard.kept, b"1234");
    }

    #[test]
    fn a_request_that_nobody_reads_is_given_up() {
        let (mut told, from) = Told::open(Some(vec![7; 300_000])).expect("a pipe");
        told.write();
        assert!(told.to.is_some(), "a pipe holds less");
        drop(from);
        told.write();
        assert!(told.to.is_none());
    }
}
