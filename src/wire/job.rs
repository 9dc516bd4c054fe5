//! What the host asks of a box, and what pid 1 of the run sends back, as postcard behind a length.
//!
//! Both ends are viva's own programs; the bytes of a case inside [`RunFrame::Case`] are a stranger's and are
//! passed on unread. Must not know how a case is run.

use std::collections::BTreeMap;
use std::io::{Read, Write};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::wiped::Wiped;
use crate::model::limits::Limits;
use crate::model::observation::{Ending, Measured};

/// The version of this protocol; a worker that says another is refused.
pub const PROTOCOL: u32 = 4;

/// Bytes of an encoded [`Job`]: an answer of 8 MiB, harnesses, and the observations of many judged cases.
pub const JOB_BYTES_MAX: u32 = 256 * 1024 * 1024;

/// Bytes of an encoded [`RunFrame`]: the largest limits of observations and of both outputs, and room for the rest.
pub const RUN_FRAME_BYTES_MAX: u32 = 100 * 1024 * 1024;

/// Why a message of this protocol was not sent or not understood.
#[derive(Debug, thiserror::Error)]
pub enum MessageError {
    /// The stream failed or ended.
    #[error("the stream between viva and its box failed")]
    Stream(#[source] std::io::Error),
    /// More bytes than the protocol allows.
    #[error("a message of {bytes} bytes is over the {bytes_max} that the protocol allows")]
    TooLong {
        /// Its length.
        bytes: u64,
        /// The bound.
        bytes_max: u32,
    },
    /// The bytes are no such message.
    #[error("a message between viva and its box does not decode")]
    Encoding(#[source] postcard::Error),
}

/// A message as it travels: a u32 length, little-endian, and its postcard bytes.
///
/// # Errors
/// When it is over `bytes_max`.
pub fn encode<T: Serialize>(message: &T, bytes_max: u32) -> Result<Vec<u8>, MessageError> {
    encode_wiped(message, bytes_max).map(Wiped::into_inner)
}

fn encode_wiped<T: Serialize>(message: &T, bytes_max: u32) -> Result<Wiped, MessageError> {
    let mut bytes = postcard::to_extend(message, Wiped::zeros(4)).map_err(MessageError::Encoding)?;
    let length = bytes.len() as u64 - 4;
    match u32::try_from(length) {
        Ok(fits) if fits <= bytes_max => bytes[..4].copy_from_slice(&fits.to_le_bytes()),
        _ => return Err(MessageError::TooLong { bytes: length, bytes_max }),
    }
    Ok(bytes)
}

/// Writes one message, blocking. Its bytes are overwritten before they are freed, since a later child of this
/// process can read what a parent has freed.
///
/// # Errors
/// When the stream fails or the message is over `bytes_max`.
pub fn write_message<T: Serialize>(
    to: &mut impl Write,
    message: &T,
    bytes_max: u32,
) -> Result<(), MessageError> {
    to.write_all(&encode_wiped(message, bytes_max)?).map_err(MessageError::Stream)
}

/// Reads one message, blocking. Its bytes are overwritten before they are freed, too.
///
/// # Errors
/// When the stream fails or ends, or the bytes are too many or no such message.
pub fn read_message<T: DeserializeOwned>(from: &mut impl Read, bytes_max: u32) -> Result<T, MessageError> {
    let mut prefix = [0; 4];
    from.read_exact(&mut prefix).map_err(MessageError::Stream)?;
    let length = u32::from_le_bytes(prefix);
    if length > bytes_max {
        return Err(MessageError::TooLong { bytes: length.into(), bytes_max });
    }
    let mut bytes = Wiped::zeros(length as usize);
    from.read_exact(&mut bytes).map_err(MessageError::Stream)?;
    postcard::from_bytes(&bytes).map_err(MessageError::Encoding)
}

/// What a worker says once, when its jail stands and its interpreter is warm.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hello {
    /// [`PROTOCOL`].
    pub protocol: u32,
    /// Full Python version: `3.11.7`.
    pub python: String,
    /// `sys.version` and the implementation's name, for the interpreter's hash.
    pub python_build: String,
    /// The version the worker was built against: `3.11`.
    pub built_against: String,
    /// The walls, each probed from inside.
    pub isolation: crate::model::isolation::Isolation,
}

/// A file that is put into the box.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoxFile {
    /// Relative path with `/`, never with `..`.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// One run: a box with a process for each step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Job {
    /// The answer's files, `answer.py` first; empty in an oracle's box.
    pub answer: Vec<BoxFile>,
    /// The modules of a project, which has no `answer.py`: each name, and whether it is only run as a command.
    pub modules: Vec<(String, bool)>,
    /// `driver.py` in the first box, `oracle.py` in the second; may be empty.
    pub harness: String,
    /// `inputs.py`; may be empty.
    pub inputs: String,
    /// Both as code.
    pub compiled: Compiled,
    /// The seed of every `rng`.
    pub seed: u64,
    /// The limits of every step.
    pub limits: Limits,
    /// The steps, in order.
    pub steps: Vec<Step>,
}

/// The harness as code objects, so that it is compiled once for all runs of a challenge on one interpreter.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Compiled {
    /// Nobody keeps it.
    #[default]
    Unasked,
    /// It is to be told by [`RunFrame::Compiled`], before any of an answer runs.
    Wanted,
    /// As an earlier run told it. The host never looks into it.
    Known(Vec<u8>),
}

/// What one process of a run does. It gets only its own step: no process ever holds another's hidden data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// The case's id, or `load` and `snippet`; seeds the `rng` together with the job's seed.
    pub name: String,
    /// What to do.
    pub action: Action,
}

/// What a step does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Action {
    /// Compile and import the answer; record `names` (what it defines) or how it failed.
    Load,
    /// Load the answer, then call the driver's function of the step's name.
    Drive,
    /// Load the answer, run `setup`, evaluate `call` with the answer's names, record `result`, or `error` when it raises, and `printed`.
    Call {
        /// Statements, may be empty.
        setup: String,
        /// One expression.
        call: String,
    },
    /// Load the answer, run one of its modules as a program, record `exit`, `printed`, `stderr` and `written`.
    Command {
        /// What follows `python`.
        arguments: Vec<String>,
        /// What stands on its standard input.
        stdin: String,
        /// Files in its folder.
        files: BTreeMap<String, String>,
    },
    /// Run this source as a program of its own, without the answer.
    Snippet {
        /// The source.
        source: String,
    },
    /// Do these steps one after another in this one process, each with a fresh harness and a fresh answer. Each is told by a
    /// frame of its turn, also one that an exception leaves. It ends behind the first that leaves something in the process.
    Together {
        /// The steps, none of them of this kind.
        steps: Vec<Step>,
    },
    /// In the oracle's box: answer these questions in turn.
    Judge {
        /// The questions.
        questions: Vec<Question>,
    },
}

/// What an oracle is asked about one case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// The case's id; seeds the `rng` together with the job's seed.
    pub case: String,
    /// What the answer is found by.
    pub by: By,
}

/// What an oracle's answer is found by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum By {
    /// Call the oracle's function of the case's name with these observations: a `dict` in the codec of values.
    Seen(Vec<u8>),
    /// Evaluate this expression and record it as `expected`.
    Expression(String),
}

/// What pid 1 of a run says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum RunFrame {
    /// The harness as code, told before the first step.
    Compiled(Vec<u8>),
    /// A step's process is gone.
    Case(CaseRun),
    /// Every step was run.
    Done,
    /// The harness does not parse: its author's fault, told before any of the answer has run.
    Unfit(String),
    /// The box could not be built, or a step could not be started: the run is ungraded.
    Failed(String),
}

/// A step's process, as pid 1 of the run saw it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseRun {
    /// Index of the step.
    pub step: u32,
    /// How it ended.
    pub ending: Ending,
    /// Case frames, unread and bounded; see [`super::frame`].
    pub frames: Vec<u8>,
    /// The token that every genuine case frame carries.
    pub token: [u8; 16],
    /// Standard output, bounded.
    pub stdout: Vec<u8>,
    /// Bytes read from standard output in all.
    pub stdout_total: u64,
    /// Standard error, bounded.
    pub stderr: Vec<u8>,
    /// Bytes read from standard error in all.
    pub stderr_total: u64,
    /// Facts of the kernel.
    pub measured: Measured,
}
