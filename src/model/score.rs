//! The five-point interview scale and the three tiers of evidence that lead up it.
//!
//! Must not know how evidence is gathered.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A point of the interview scale, from 1 (Strong No) to 5 (Strong Yes).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Score {
    /// 1: cannot answer, or fundamentally incorrect.
    StrongNo = 1,
    /// 2: partial understanding, significant gaps.
    No = 2,
    /// 3: factually correct but surface-level.
    Maybe = 3,
    /// 4: solid, with trade-offs and real-world context.
    Yes = 4,
    /// 5: exceptional depth.
    StrongYes = 5,
}

impl Score {
    /// All scores, lowest first.
    pub const ALL: [Self; 5] = [Self::StrongNo, Self::No, Self::Maybe, Self::Yes, Self::StrongYes];

    /// The score as a number from 1 to 5.
    #[must_use]
    pub fn number(self) -> u8 {
        self as u8
    }

    /// The score of a number, if it is 1 to 5.
    #[must_use]
    pub fn from_number(number: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|score| score.number() == number)
    }

    /// The name people say: `Strong Yes`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::StrongNo => "Strong No",
            Self::No => "No",
            Self::Maybe => "Maybe",
            Self::Yes => "Yes",
            Self::StrongYes => "Strong Yes",
        }
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.number(), self.name())
    }
}

/// Which score a piece of evidence is needed for.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Tier {
    /// Core: without all of it no 3.
    Maybe,
    /// Solid: without all of it no 4.
    Yes,
    /// Deep: without all of it no 5.
    StrongYes,
}

impl Tier {
    /// All tiers, lowest first.
    pub const ALL: [Self; 3] = [Self::Maybe, Self::Yes, Self::StrongYes];

    /// The score that this tier's evidence is needed for.
    #[must_use]
    pub fn score(self) -> Score {
        match self {
            Self::Maybe => Score::Maybe,
            Self::Yes => Score::Yes,
            Self::StrongYes => Score::StrongYes,
        }
    }

    /// The word for this tier's evidence: core, solid or deep.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Maybe => "core",
            Self::Yes => "solid",
            Self::StrongYes => "deep",
        }
    }

    /// The name in manifests and reports: `maybe`, `yes` or `strong_yes`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Maybe => "maybe",
            Self::Yes => "yes",
            Self::StrongYes => "strong_yes",
        }
    }
}
