//! The words that reports use for outcomes, states and kinds: `timed_out`, `unheard`, `warm`.
//!
//! Each is a promise of the format, apart from the model's own types, which may change.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::evidence::{Asked, EvidenceKind, State};
use crate::model::grade::RuntimeKind;

/// Whether an answer was graded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It was.
    Graded,
    /// viva could not; never the candidate's fault.
    Ungraded,
}

/// How a case came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CaseOutcome {
    /// Every check held.
    Met,
    /// It ran to its end and a check did not hold.
    Unmet,
    /// An exception left it.
    Raised,
    /// Out of wall or CPU time.
    TimedOut,
    /// Out of memory.
    OutOfMemory,
    /// Too much output or too many observations.
    TooMuchOutput,
    /// A signal ended it.
    Crashed,
    /// It ended without saying that it had.
    Incomplete,
    /// The host saw a forbidden act refused.
    Denied,
    /// It was never started.
    NotRun,
}

impl From<crate::model::grade::Outcome> for CaseOutcome {
    fn from(outcome: crate::model::grade::Outcome) -> Self {
        use crate::model::grade::Outcome as O;
        match outcome {
            O::Met => Self::Met,
            O::Unmet => Self::Unmet,
            O::Raised => Self::Raised,
            O::TimedOut => Self::TimedOut,
            O::OutOfMemory => Self::OutOfMemory,
            O::TooMuchOutput => Self::TooMuchOutput,
            O::Crashed => Self::Crashed,
            O::Incomplete => Self::Incomplete,
            O::Denied => Self::Denied,
            O::NotRun => Self::NotRun,
        }
    }
}

/// Where a piece of evidence comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum KindOfEvidence {
    /// A behaviour that was run.
    Case,
    /// The shape of the source.
    Idiom,
    /// Something said.
    Concept,
    /// Output foretold.
    Prediction,
}

impl From<EvidenceKind> for KindOfEvidence {
    fn from(kind: EvidenceKind) -> Self {
        match kind {
            EvidenceKind::Case => Self::Case,
            EvidenceKind::Idiom => Self::Idiom,
            EvidenceKind::Concept => Self::Concept,
            EvidenceKind::Prediction => Self::Prediction,
        }
    }
}

/// What is known of a piece of evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum StateKind {
    /// It holds.
    Met,
    /// It does not.
    Unmet,
    /// Nothing speaks either way.
    Unheard,
}

impl From<State> for StateKind {
    fn from(state: State) -> Self {
        match state {
            State::Met => Self::Met,
            State::Unmet => Self::Unmet,
            State::Unheard => Self::Unheard,
        }
    }
}

/// Which way Python ran.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RuntimeName {
    /// A warm interpreter, forked.
    Warm,
    /// A fresh subprocess.
    Cold,
}

/// Who encoded the observations inside the box.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Recorder {
    /// viva's own Rust code, by exact type.
    Rust,
    /// Python bound before the answer loads, whose bytes the host checks: claimed with less.
    Python,
}

/// Which evidence was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AskedKind {
    /// Code and words.
    All,
    /// Code only.
    Code,
}

impl From<RuntimeName> for RuntimeKind {
    fn from(name: RuntimeName) -> Self {
        match name {
            RuntimeName::Warm => Self::Warm,
            RuntimeName::Cold => Self::Cold,
        }
    }
}

impl From<AskedKind> for Asked {
    fn from(asked: AskedKind) -> Self {
        match asked {
            AskedKind::All => Self::All,
            AskedKind::Code => Self::Code,
        }
    }
}

impl From<Asked> for AskedKind {
    fn from(asked: Asked) -> Self {
        match asked {
            Asked::All => Self::All,
            Asked::Code => Self::Code,
        }
    }
}
