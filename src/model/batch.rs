//! What became of one submission of a batch, without the report itself.
//!
//! Must not know where it is stored or how it is ranked.

use super::grade::{Fault, Grade, Verdict};
use super::score::Score;

/// What became of one submission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// It was graded: the suggested range, both ends included.
    Graded {
        /// The lowest score.
        floor: Score,
        /// The highest score.
        ceiling: Score,
    },
    /// It could not be graded, which is not its fault.
    Ungraded {
        /// Why.
        because: String,
        /// Whose fault it is.
        fault: Fault,
    },
    /// There was nothing in it that could be graded.
    Refused {
        /// Why.
        because: String,
    },
    /// Nothing was handed in.
    Missing,
    /// The batch has not come to it yet.
    Waiting,
}

impl Standing {
    /// What a grade comes to.
    #[must_use]
    pub fn of(grade: &Grade) -> Self {
        match &grade.verdict {
            Verdict::Graded(hint) => Self::Graded { floor: hint.floor, ceiling: hint.ceiling },
            Verdict::Ungraded { because, fault } => {
                Self::Ungraded { because: because.clone(), fault: *fault }
            }
        }
    }

    /// Whether it stands for good: what failed for viva's own sake is tried again, and what waits has its turn.
    #[must_use]
    pub fn is_final(&self) -> bool {
        !matches!(self, Self::Ungraded { .. } | Self::Waiting)
    }
}

/// One submission of a batch and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Submitted {
    /// Who handed it in, fit to be shown.
    pub candidate: String,
    /// The challenge.
    pub challenge: String,
    /// What became of it.
    pub standing: Standing,
    /// Points earned.
    pub earned: u32,
    /// Points possible.
    pub possible: u32,
}
