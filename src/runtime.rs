//! Workers as the host sees them: started, greeted, fed one run at a time, replaced when they fail.
//!
//! Must not know what a job is for: it carries jobs in and frames out. Candidate bytes pass through unread.

use std::path::PathBuf;

use crate::model::isolation::Isolation;

pub mod cold;
mod cold_body;
mod compiled;
pub mod env;
pub mod launch;
pub mod pool;
pub mod worker;

pub use cold_body::serve as serve_cold;
pub use launch::Launch;
pub use pool::Pool;

/// Why a runtime cannot serve, or a run could not be had.
#[derive(Debug, thiserror::Error)]
pub enum RuntimeError {
    /// The worker program is not where it should be.
    #[error("no worker program at {}: it is installed beside `viva`; install both again, or use `--runtime cold`", path.display())]
    NoWorker {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// The interpreter of a cold runtime cannot be used.
    #[error("{} cannot be used as a Python: {reason}", path.display())]
    BadPython {
        /// The interpreter.
        path: PathBuf,
        /// What was wrong with it.
        reason: String,
    },
    /// The operating system refused to start a worker.
    #[error("cannot start {}", program.display())]
    Start {
        /// The program.
        program: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// A worker ended or stayed silent before it was ready.
    #[error("the worker did not become ready: {reason}")]
    NotReady {
        /// What it said on its standard error, or how it ended.
        reason: String,
    },
    /// A worker speaks another version of the protocol.
    #[error("the worker speaks protocol {theirs}, viva speaks {ours}: install both programs again")]
    Protocol {
        /// The worker's version.
        theirs: u32,
        /// The host's version.
        ours: u32,
    },
    /// A required wall does not stand.
    #[error("isolation not met: {}", wall_names(isolation))]
    IsolationNotMet {
        /// All walls as they were probed.
        isolation: Box<Isolation>,
    },
    /// The hidden Python of the job does not parse; a second run would end the same.
    #[error("{reason}")]
    Unfit {
        /// What is wrong with it.
        reason: String,
    },
    /// Two workers in turn were lost or hung over the same run.
    #[error("the run failed twice: first {first}; then {second}")]
    LostTwice {
        /// The first failure.
        first: String,
        /// The second failure.
        second: String,
    },
}

/// The names of the required walls that are missing, as one text.
fn wall_names(isolation: &Isolation) -> String {
    let names: Vec<_> = isolation.missing().iter().map(|wall| wall.name.as_str()).collect();
    format!(
        "the {} {} not in force",
        names.join(", "),
        if names.len() == 1 { "wall is" } else { "walls are" }
    )
}
