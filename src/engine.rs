//! One answer from intake to grade, and the author's check of a whole challenge.
//!
//! The order of a grade is here; what is right is `judge`'s, how Python runs is `runtime`'s. Must not know how a
//! grade is shown or stored.

pub mod batch;
mod boxes;
pub mod check;
pub mod engines;
pub mod grade;
mod jobs;
mod load;
pub mod mutants;
mod observe;
mod together;

pub use grade::{Engine, Request};

use crate::model::grade::Fault;

/// Why a grade could not be had, in words for a person. The report is then ungraded, never a low score.
#[derive(Debug, thiserror::Error)]
pub enum EngineError {
    /// The runtime failed.
    #[error(transparent)]
    Runtime(#[from] crate::runtime::RuntimeError),
    /// The hidden Python of the challenge failed: its author's fault.
    #[error("the hidden Python of `{challenge}` failed in `{case}`: {reason}")]
    Harness {
        /// The challenge.
        challenge: crate::model::id::ChallengeId,
        /// The case.
        case: String,
        /// What happened.
        reason: String,
    },
    /// The hidden Python does not even parse.
    #[error("the hidden Python of `{challenge}` cannot be used: {reason}")]
    Unfit {
        /// The challenge.
        challenge: crate::model::id::ChallengeId,
        /// What is wrong with it, with the line and a caret.
        reason: String,
    },
    /// The oracle's process was stopped from outside.
    #[error("the oracle of `{case}` could not be asked: {reason}")]
    Judging {
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

impl EngineError {
    /// Whose fault it is.
    #[must_use]
    pub fn fault(&self) -> Fault {
        match self {
            Self::Runtime(_) | Self::Judging { .. } => Fault::Viva,
            Self::Harness { .. } | Self::Unfit { .. } | Self::Snippet { .. } => Fault::Challenge,
        }
    }

    /// A failure of a run of this challenge.
    fn of_run(error: crate::runtime::RuntimeError, challenge: &crate::model::id::ChallengeId) -> Self {
        match error {
            crate::runtime::RuntimeError::Unfit { reason } => {
                Self::Unfit { challenge: challenge.clone(), reason }
            }
            error => Self::Runtime(error),
        }
    }
}
