//! What the host asks of a box, and what pid 1 of the run sends back, as postcard behind a length.
//!
//! Both ends are viva's own programs; the bytes of a case inside [`RunFrame::Case`] are a stranger's and are
//! passed on unread. Must not know how a case is run.

use serde::{Deserialize, Serialize};

use crate::model::limits::Limits;
use crate::model::observation::{Ending, Measured};

/// The version of this protocol; a worker that says another is refused.
pub const PROTOCOL: u32 = 1;

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
    /// `driver.py` in the first box, `oracle.py` in the second; may be empty.
    pub harness: String,
    /// `inputs.py`; may be empty.
    pub inputs: String,
    /// The seed of every `rng`.
    pub seed: u64,
    /// The limits of every step.
    pub limits: Limits,
    /// The steps, in order.
    pub steps: Vec<Step>,
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
    /// Run this source as a program of its own, without the answer.
    Snippet {
        /// The source.
        source: String,
    },
    /// In the oracle's box: call the oracle's function of the step's name with these observations.
    Judge {
        /// A `dict` of the records, in the codec of values.
        seen: Vec<u8>,
    },
    /// In the oracle's box: evaluate an expression and record it as `expected`.
    Evaluate {
        /// One expression.
        expression: String,
    },
}

/// What pid 1 of a run says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum RunFrame {
    /// A step's process is gone.
    Case(CaseRun),
    /// Every step was run.
    Done,
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
