//! One worker process: its start, its greeting, and one run at a time over its control socket.
//!
//! Must not know about pools or retries. A worker that misbehaves in any way is an error here; whoever holds it drops it,
//! and dropping kills it with everything inside its jail.

use std::io;
use std::os::fd::{AsRawFd, OwnedFd};
use std::process::Stdio;
use std::time::Duration;

use command_fds::{CommandFdExt, FdMapping};
use nix::sys::socket::{AddressFamily, ControlMessage, MsgFlags, SockFlag, SockType, sendmsg, socketpair};
use tokio::io::{AsyncReadExt, AsyncWriteExt, Interest};
use tokio::net::{UnixDatagram, UnixStream};
use tokio::process::Child;
use tokio::time::timeout;

use super::{Launch, RuntimeError};
use crate::boxes::{self, cgroup::WorkerCgroup};
use crate::model::limits::Limits;
use crate::wire::job::{CaseRun, Hello, Job, PROTOCOL, RunFrame};

/// The descriptor on which a worker finds its control socket.
const CONTROL_FD: i32 = 3;
/// How long a worker may take from its start to its greeting. Generous: machines are busy.
const READY_WITHIN: Duration = Duration::from_secs(60);
/// Time a run may take beyond the wall time of all its steps before its worker counts as hung.
const RUN_MARGIN: Duration = Duration::from_secs(20);
/// Largest run frame: output, errors and observations of one step with room to spare.
const FRAME_BYTES_MAX: u32 = 128 * 1024 * 1024;
/// Largest greeting.
const HELLO_BYTES_MAX: usize = 256 * 1024;

/// What a run gave, as far as it came.
pub type CaseRuns = Vec<CaseRun>;

/// The same with the harness as code, where it was wanted.
#[derive(Debug)]
pub struct Ran {
    /// The steps.
    pub cases: CaseRuns,
    /// The harness; [`None`] where nobody asked, or the interpreter keeps none.
    pub compiled: Option<Vec<u8>>,
}

/// Why a run could not be had from this worker.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// The worker or the run ended early or spoke nonsense: another worker may do better.
    #[error("the worker was lost ({0})")]
    Lost(String),
    /// The worker stayed silent past every limit.
    #[error("the worker hung for {0:?}")]
    Hung(Duration),
    /// The harness of the job does not parse: no worker will do better, and this one is as good as before.
    #[error("{0}")]
    Unfit(String),
    /// The box itself could not be built for this run.
    #[error("the box could not be built ({0})")]
    Box(String),
}

/// A live worker.
#[derive(Debug)]
pub struct Worker {
    control: UnixDatagram,
    child: Child,
    hello: Hello,
    /// Whether the end of the last run is still to be heard of: it says all that matters before it ends.
    is_ending: bool,
    /// Bounds everything in the worker together, where this host has cgroups to give; removed with it.
    cgroup: Option<(WorkerCgroup, (u64, u32))>,
}

impl Worker {
    /// Starts a worker and waits for its greeting.
    ///
    /// # Errors
    /// [`RuntimeError`] when it cannot be started, ends, stays silent or speaks another protocol.
    pub async fn start(launch: &Launch) -> Result<Self, RuntimeError> {
        let (ours, theirs) =
            socketpair(AddressFamily::Unix, SockType::SeqPacket, None, SockFlag::SOCK_CLOEXEC)
                .map_err(|error| start_error(launch, error.into()))?;
        let room = WorkerCgroup::room_for(&Limits::default());
        // Where none can be had the memory wall says so, and the report with it.
        let cgroup = WorkerCgroup::create(room.0, room.1).ok();
        let seat = cgroup.as_ref().map(WorkerCgroup::seat);
        let mut child = spawn(launch.command(seat), theirs).map_err(|error| start_error(launch, error))?;
        let control = control_socket(ours).map_err(|error| start_error(launch, error))?;
        let hello = match greeting(&control).await {
            Ok(hello) => hello,
            Err(silence) => {
                return Err(RuntimeError::NotReady { reason: last_words(&mut child, silence).await });
            }
        };
        if hello.protocol != PROTOCOL {
            return Err(RuntimeError::Protocol { theirs: hello.protocol, ours: PROTOCOL });
        }
        Ok(Self { control, child, hello, is_ending: false, cgroup: cgroup.map(|cgroup| (cgroup, room)) })
    }

    /// What it said of itself.
    #[must_use]
    pub fn hello(&self) -> &Hello {
        &self.hello
    }

    /// Runs a job. `wanted` sees each step as it ends and says whether the rest is still wanted.
    ///
    /// # Errors
    /// [`RunError`]; after one the worker must be dropped.
    pub async fn run(
        &mut self,
        job: &Job,
        wanted: impl FnMut(&CaseRun) -> bool + Send,
    ) -> Result<Ran, RunError> {
        self.bound(&job.limits)?;
        let steps = u64::try_from(job.steps.len()).unwrap_or(u64::MAX);
        let bound =
            Duration::from_millis(u64::from(job.limits.wall_ms_max).saturating_mul(steps)) + RUN_MARGIN;
        match timeout(bound, self.exchange(job, wanted)).await {
            Ok(result) => result,
            Err(_) => Err(RunError::Hung(bound)),
        }
    }

    /// Fits the bounds of the whole worker to a job's limits, when they differ from the last job's.
    fn bound(&mut self, limits: &Limits) -> Result<(), RunError> {
        let Some((cgroup, current)) = &mut self.cgroup else { return Ok(()) };
        let room = WorkerCgroup::room_for(limits);
        if *current != room {
            cgroup.set_limits(room.0, room.1).map_err(|error| RunError::Lost(error.to_string()))?;
            *current = room;
        }
        Ok(())
    }

    async fn exchange(
        &mut self,
        job: &Job,
        mut wanted: impl FnMut(&CaseRun) -> bool + Send,
    ) -> Result<Ran, RunError> {
        if self.is_ending {
            self.run_is_gone().await?;
        }
        let (ours, theirs) = std::os::unix::net::UnixStream::pair().map_err(lost)?;
        self.is_ending = true;
        self.hand_over(theirs.into()).await.map_err(lost)?;
        ours.set_nonblocking(true).map_err(lost)?;
        let mut stream = UnixStream::from_std(ours).map_err(lost)?;
        write_job(&mut stream, job).await?;
        let mut ran = Ran { cases: Vec::with_capacity(job.steps.len()), compiled: None };
        loop {
            match read_frame(&mut stream).await? {
                RunFrame::Compiled(code) if ran.cases.is_empty() => ran.compiled = Some(code),
                RunFrame::Compiled(_) => return Err(RunError::Lost("it told its harness late".to_owned())),
                RunFrame::Case(run) => {
                    let go_on = wanted(&run);
                    ran.cases.push(run);
                    if !go_on {
                        break;
                    }
                }
                RunFrame::Done => break,
                RunFrame::Unfit(reason) => return Err(RunError::Unfit(reason)),
                RunFrame::Failed(reason) => return Err(RunError::Box(reason)),
            }
        }
        // Hanging up tells the run to stop where it is; the worker says when all of it is gone.
        Ok(ran)
    }

    /// Sends the run's end of a stream socket: one byte `R` and one descriptor.
    async fn hand_over(&self, run: OwnedFd) -> io::Result<()> {
        self.control
            .async_io(Interest::WRITABLE, || {
                let descriptors = [run.as_raw_fd()];
                let message = [ControlMessage::ScmRights(&descriptors)];
                let bytes = [io::IoSlice::new(b"R")];
                let flags = MsgFlags::MSG_DONTWAIT | MsgFlags::MSG_NOSIGNAL;
                sendmsg::<()>(self.control.as_raw_fd(), &bytes, &message, flags, None)?;
                Ok(())
            })
            .await
    }

    async fn run_is_gone(&self) -> Result<(), RunError> {
        let mut answer = [0_u8; 8];
        match self.control.recv(&mut answer).await {
            Ok(1) if answer[0] == b'D' => Ok(()),
            Ok(0) => Err(RunError::Lost("it ended".to_owned())),
            Ok(_) => Err(RunError::Lost("it gave an unknown answer".to_owned())),
            Err(error) => Err(lost(error)),
        }
    }

    /// The worker's process id, for tests that kill it.
    #[must_use]
    pub fn process_id(&self) -> Option<u32> {
        self.child.id()
    }
}

fn start_error(launch: &Launch, source: io::Error) -> RuntimeError {
    RuntimeError::Start { program: launch.program().to_owned(), source }
}

/// Takes an error of the transport by value, as `map_err` gives it.
#[allow(clippy::needless_pass_by_value)]
fn lost(error: io::Error) -> RunError {
    RunError::Lost(error.to_string())
}

fn spawn(command: std::process::Command, control: OwnedFd) -> io::Result<Child> {
    let mut command = tokio::process::Command::from(command);
    command
        .env_clear()
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .current_dir("/")
        .kill_on_drop(true)
        .fd_mappings(vec![FdMapping { parent_fd: control, child_fd: CONTROL_FD }])
        .map_err(io::Error::other)?;
    boxes::laid_out_alike(|| command.spawn())
}

/// A sequenced-packet socket behaves as a datagram socket for `send` and `recv`, and says end of file as a
/// message of no bytes; so tokio's datagram type serves it.
fn control_socket(descriptor: OwnedFd) -> io::Result<UnixDatagram> {
    let socket = std::os::unix::net::UnixDatagram::from(descriptor);
    socket.set_nonblocking(true)?;
    UnixDatagram::from_std(socket)
}

async fn greeting(control: &UnixDatagram) -> Result<Hello, String> {
    let mut bytes = vec![0; HELLO_BYTES_MAX];
    let read = match timeout(READY_WITHIN, control.recv(&mut bytes)).await {
        Ok(Ok(read)) => read,
        Ok(Err(error)) => return Err(error.to_string()),
        Err(_) => return Err(format!("no greeting within {READY_WITHIN:?}")),
    };
    if read == 0 {
        return Err("it ended before its greeting".to_owned());
    }
    postcard::from_bytes(&bytes[..read]).map_err(|error| format!("its greeting cannot be read: {error}"))
}

/// What a worker that failed to start left on its standard error, which no stranger's code has touched yet.
async fn last_words(child: &mut Child, silence: String) -> String {
    let _ = child.start_kill();
    let mut words = Vec::new();
    if let Some(stderr) = child.stderr.take() {
        let _ = timeout(Duration::from_secs(2), stderr.take(16 * 1024).read_to_end(&mut words)).await;
    }
    let _ = child.wait().await;
    let words = String::from_utf8_lossy(&words).trim().to_owned();
    if words.is_empty() { silence } else { words }
}

async fn write_job(stream: &mut UnixStream, job: &Job) -> Result<(), RunError> {
    let bytes = postcard::to_allocvec(job).map_err(|error| RunError::Lost(error.to_string()))?;
    let length = u32::try_from(bytes.len()).map_err(|error| RunError::Lost(error.to_string()))?;
    stream.write_all(&length.to_le_bytes()).await.map_err(lost)?;
    stream.write_all(&bytes).await.map_err(lost)
}

async fn read_frame(stream: &mut UnixStream) -> Result<RunFrame, RunError> {
    let length = stream.read_u32_le().await.map_err(lost)?;
    if length > FRAME_BYTES_MAX {
        return Err(RunError::Lost(format!("a frame of {length} bytes")));
    }
    let mut bytes = vec![0; length as usize];
    stream.read_exact(&mut bytes).await.map_err(lost)?;
    postcard::from_bytes(&bytes).map_err(|error| RunError::Lost(error.to_string()))
}
