//! The part of the author's gate that runs nothing: whether the golden answers and the examples of idioms
//! cover what a challenge claims. The rest, running the golden answers, is the engine's.

use crate::model::challenge::{Challenge, Golden};
use crate::model::id::EvidenceId;
use crate::model::score::Score;
use crate::source::idioms::check_examples;

/// Golden answers that a challenge needs.
pub const GOLDENS_MIN: usize = 6;

/// One thing that keeps a challenge from passing the gate.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Finding {
    /// Too few golden answers.
    #[error("there are {found} golden answers, and {GOLDENS_MIN} are needed")]
    FewGoldens {
        /// How many there are.
        found: usize,
    },
    /// A case that every golden answer meets: nothing shows that it can be missed.
    #[error("no golden answer misses the case `{case}`; add one that does")]
    NeverMissed {
        /// The case.
        case: EvidenceId,
    },
    /// An idiom that every golden answer meets.
    #[error("no golden answer misses the idiom `{idiom}`; add one that does")]
    IdiomNeverMissed {
        /// The idiom.
        idiom: EvidenceId,
    },
    /// A score that no golden answer gets.
    #[error("no golden answer has the floor {}; add one", score.number())]
    NoGoldenOfScore {
        /// The score.
        score: Score,
    },
    /// A rule file without examples of one kind.
    #[error("idioms/{idiom}.yml has no example under `{list}`; add one")]
    NoExample {
        /// The idiom.
        idiom: EvidenceId,
        /// `met` or `unmet`.
        list: &'static str,
    },
    /// An example that comes out otherwise.
    #[error("idioms/{idiom}.yml: example {number} under `{list}` comes out {}", came_out(*state, lines))]
    ExampleFails {
        /// The idiom.
        idiom: EvidenceId,
        /// `met` or `unmet`.
        list: &'static str,
        /// Its place in the list, from 1.
        number: usize,
        /// How it came out.
        state: crate::model::evidence::State,
        /// The lines that were found.
        lines: Vec<u32>,
    },
}

fn came_out(state: crate::model::evidence::State, lines: &[u32]) -> String {
    use crate::model::evidence::State;
    let state = match state {
        State::Met => "met",
        State::Unmet => "unmet",
        State::Unheard => "unheard",
    };
    match lines {
        [] => format!("{state}, with nothing found"),
        lines => {
            let lines: Vec<String> = lines.iter().map(u32::to_string).collect();
            format!("{state}, by what stands on line {}", lines.join(", "))
        }
    }
}

/// Looks at a challenge and its golden answers without running anything.
#[must_use]
pub fn lint(challenge: &Challenge, goldens: &[Golden]) -> Vec<Finding> {
    let mut findings = Vec::new();
    if goldens.len() < GOLDENS_MIN {
        findings.push(Finding::FewGoldens { found: goldens.len() });
    }
    let is_missed = |id: &EvidenceId| goldens.iter().any(|golden| golden.misses.contains(id));
    let cases = challenge.cases.iter().map(|case| &case.id).filter(|id| !is_missed(id));
    findings.extend(cases.map(|case| Finding::NeverMissed { case: case.clone() }));
    let idioms = challenge.idioms.iter().map(|idiom| &idiom.id).filter(|id| !is_missed(id));
    findings.extend(idioms.map(|idiom| Finding::IdiomNeverMissed { idiom: idiom.clone() }));
    for score in Score::ALL {
        if !goldens.iter().any(|golden| golden.floor == score) {
            findings.push(Finding::NoGoldenOfScore { score });
        }
    }
    findings.extend(challenge.idioms.iter().flat_map(examples));
    findings
}

fn examples(idiom: &crate::model::challenge::IdiomSpec) -> Vec<Finding> {
    let list = |met: bool| if met { "met" } else { "unmet" };
    // A rule file that is wrong was refused when the challenge was loaded.
    let Ok((examples, mismatches)) = check_examples(idiom) else { return Vec::new() };
    let mut findings = Vec::new();
    for (is_empty, met) in [(examples.met.is_empty(), true), (examples.unmet.is_empty(), false)] {
        if is_empty {
            findings.push(Finding::NoExample { idiom: idiom.id.clone(), list: list(met) });
        }
    }
    findings.extend(mismatches.into_iter().map(|mismatch| Finding::ExampleFails {
        idiom: idiom.id.clone(),
        list: list(mismatch.should_be_met),
        number: mismatch.number,
        state: mismatch.state,
        lines: mismatch.lines,
    }));
    findings
}
