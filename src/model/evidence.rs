//! Evidence and the hint it adds up to.
//!
//! Must not know how evidence was gathered.

use super::id::EvidenceId;
use super::score::{Score, Tier};

/// Where a piece of evidence comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EvidenceKind {
    /// A behaviour that was run.
    Case,
    /// The shape of the source.
    Idiom,
    /// Something said in the explanation.
    Concept,
    /// The output foretold.
    Prediction,
}

/// What is known of a piece of evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// It holds.
    Met,
    /// It does not.
    Unmet,
    /// Nothing speaks either way.
    Unheard,
}

/// One piece of evidence about one answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// Its name within the challenge.
    pub id: EvidenceId,
    /// Where it comes from.
    pub kind: EvidenceKind,
    /// The line a person reads.
    pub title: String,
    /// The score it is needed for.
    pub earns: Tier,
    /// What is known.
    pub state: State,
    /// Lines of the answer's main file that show it, from 1.
    pub lines: Vec<u32>,
    /// Lines of its other files that do, each with the file's path.
    pub elsewhere: Vec<(String, u32)>,
    /// Words of the candidate that show it (a concept heard), or the message of what was missed.
    pub quote: Option<String>,
}

/// Which evidence is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Asked {
    /// Code and words: evidence that needs words counts as unheard where none were given.
    #[default]
    All,
    /// Code only: evidence that needs words is left out at both ends.
    Code,
}

/// A question to ask next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// As it is said aloud.
    pub question: String,
    /// What a good reply holds.
    pub listen_for: String,
    /// The unmet or unheard evidence it speaks to.
    pub closes: Vec<EvidenceId>,
}

/// A misconception that fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Its name.
    pub id: EvidenceId,
    /// The name a person reads.
    pub title: String,
    /// What the candidate seems to believe, and what is so.
    pub text: String,
}

/// A suggested range of scores with its reasons. People decide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// The score with unheard evidence counted as unmet.
    pub floor: Score,
    /// The score with unheard evidence counted as met.
    pub ceiling: Score,
    /// The one thing that matters most, as an interviewer could say it aloud; empty where nothing is missing.
    pub say: String,
    /// Why, in sentences.
    pub reasons: Vec<String>,
    /// The evidence that the next score needs and that is not met: what is missing, in the challenge's order.
    pub missing: Vec<EvidenceId>,
    /// Misconceptions that fit the pattern of misses.
    pub misconceptions: Vec<Named>,
    /// Questions that would close the range first, then the general ones.
    pub questions: Vec<Question>,
}
