//! One answer from intake to grade, and the author's check of a whole challenge.
//!
//! The order of a grade is here; what is right is `judge`'s, how Python runs is `runtime`'s. Must not know how a
//! grade is shown or stored.

mod boxes;
pub mod check;
pub mod grade;
mod jobs;
mod load;
mod observe;

pub use grade::{Engine, Request};

/// Why a grade could not be had, in words for a person. The report is then ungraded, never a low score.
#[derive(Debug, thiserror::Error)]
pub enum EngineError {
    /// The runtime failed.
    #[error(transparent)]
    Runtime(#[from] crate::runtime::RuntimeError),
    /// The hidden Python of the challenge failed: its author's fault.
    #[error("the hidden Python of `{case}` failed: {reason}; `viva check {challenge}` shows more")]
    Harness {
        /// The challenge.
        challenge: crate::model::id::ChallengeId,
        /// The case.
        case: String,
        /// What happened.
        reason: String,
    },
    /// The snippet whose output is to be foretold did not run to its end.
    #[error("snippet.py of `{challenge}` did not run: {reason}")]
    Snippet {
        /// The challenge.
        challenge: crate::model::id::ChallengeId,
        /// What happened.
        reason: String,
    },
}
