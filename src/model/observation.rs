//! What one case saw: values that the driver claims, and facts that the kernel measured.
//!
//! Must not know what would be right.

use super::id::EvidenceId;
use super::value::{ExceptionValue, Value};

/// Facts of the kernel about one process of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
pub struct Measured {
    /// Wall time in microseconds.
    pub wall_us: u64,
    /// User and system CPU time in microseconds, children among them.
    pub cpu_us: u64,
    /// Largest resident set in KiB (a forked child starts at its parent's).
    pub memory_kib: u64,
    /// Whether other cases of the answer ran in the same process: the times are then an equal share of its times, and the memory
    /// is that of all of them.
    pub shared: bool,
}

/// How a case's process ended, as the kernel and pid 1 of the run saw it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Ending {
    /// It exited by itself with this code.
    Exited(i32),
    /// A signal ended it that viva did not send.
    Signalled(i32),
    /// viva ended it: out of wall or CPU time.
    OutOfTime,
    /// viva ended it: too much output or too many observations.
    TooMuchOutput,
    /// The kernel's memory limit of the whole box ended it.
    OutOfMemory,
    /// A seccomp action ended it.
    Denied,
    /// It was never started.
    NotRun,
}

/// Bytes that a process wrote, as far as they were kept.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Captured {
    /// The first bytes, up to the limit. Hostile: never print them raw.
    pub bytes: Vec<u8>,
    /// How many bytes were written in all; one more than the limit where it was more than that.
    pub total: u64,
}

/// A place in the candidate's source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// File name relative to the answer's folder.
    pub file: String,
    /// Line, from 1.
    pub line: u32,
    /// Column, from 1; 0 where unknown.
    pub column: u32,
    /// The line's text where it is known.
    pub text: String,
}

/// An exception that left a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raised {
    /// The exception.
    pub exception: ExceptionValue,
    /// The innermost line of the answer that it passed through.
    pub place: Option<Place>,
}

/// What one case saw.
#[derive(Debug, Clone, PartialEq)]
pub struct Observation {
    /// The case.
    pub case: EvidenceId,
    /// How the process ended.
    pub ending: Ending,
    /// Whether the END frame came, and nothing after it.
    pub complete: bool,
    /// Values by the names the driver gave, in the order they were recorded.
    pub records: Vec<(String, Value)>,
    /// An exception that left the driver's function.
    pub raised: Option<Raised>,
    /// Standard output.
    pub stdout: Captured,
    /// Standard error.
    pub stderr: Captured,
    /// Facts of the kernel.
    pub measured: Measured,
}
