//! The part of the author's gate that runs nothing: whether the golden answers and the examples of idioms
//! cover what a challenge claims. The rest, running the golden answers, is the engine's.

use crate::judge::{evidence, hint};
use crate::model::challenge::{Challenge, Golden, IdiomSpec};
use crate::model::evidence::{Asked, Evidence, EvidenceKind, Hint, State};
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
    /// A header whose scores are not what its misses and words come to.
    #[error("answers/{golden} says floor {} and ceiling {}, but what it misses and says comes to {} and {}", says.0.number(), says.1.number(), comes_to.0.number(), comes_to.1.number())]
    DoesNotAddUp {
        /// The golden answer.
        golden: String,
        /// Floor and ceiling of its header.
        says: (Score, Score),
        /// Floor and ceiling of its evidence.
        comes_to: (Score, Score),
    },
    /// A header that names other misconceptions than fit its misses.
    #[error("answers/{golden} names other misconceptions than fit what it misses: {}", list(fit))]
    OtherMisconceptions {
        /// The golden answer.
        golden: String,
        /// Those that fit.
        fit: Vec<EvidenceId>,
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
        state: State,
        /// The lines that were found.
        lines: Vec<u32>,
    },
}

fn list(ids: &[EvidenceId]) -> String {
    let ids: Vec<&str> = ids.iter().map(EvidenceId::as_str).collect();
    if ids.is_empty() { "none".to_owned() } else { ids.join(", ") }
}

fn came_out(state: State, lines: &[u32]) -> String {
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
    findings.extend(goldens.iter().flat_map(|golden| adds_up(challenge, golden)));
    findings.extend(challenge.idioms.iter().flat_map(examples));
    findings
}

/// The hint that a golden answer gets if its header is true, which running it shows.
#[must_use]
pub fn hint_of(challenge: &Challenge, golden: &Golden) -> Hint {
    hint::suggest(challenge, &claimed(challenge, golden), None, None, Asked::All)
}

/// Holds a header against itself: what it misses and says must come to its scores.
fn adds_up(challenge: &Challenge, golden: &Golden) -> Vec<Finding> {
    let hint = hint_of(challenge, golden);
    let mut findings = Vec::new();
    let (says, comes_to) = ((golden.floor, golden.ceiling), (hint.floor, hint.ceiling));
    if says != comes_to {
        findings.push(Finding::DoesNotAddUp { golden: golden.name.clone(), says, comes_to });
    }
    let mut fit: Vec<EvidenceId> = hint.misconceptions.into_iter().map(|named| named.id).collect();
    let mut named = golden.misconceptions.clone();
    fit.sort();
    named.sort();
    if !named.is_empty() && named != fit {
        findings.push(Finding::OtherMisconceptions { golden: golden.name.clone(), fit });
    }
    findings
}

/// The evidence that a golden answer has if its header is true.
fn claimed(challenge: &Challenge, golden: &Golden) -> Vec<Evidence> {
    let piece = |id: &EvidenceId, kind, title: &str, earns, otherwise| Evidence {
        id: id.clone(),
        kind,
        title: title.to_owned(),
        earns,
        state: if golden.misses.contains(id) { State::Unmet } else { otherwise },
        lines: Vec::new(),
        elsewhere: Vec::new(),
        quote: None,
    };
    let foretold = golden.answer.prediction.as_deref().is_some_and(|text| !text.trim().is_empty());
    let foretells = if foretold { State::Met } else { State::Unheard };
    let cases =
        challenge.cases.iter().map(|it| piece(&it.id, EvidenceKind::Case, &it.title, it.earns, State::Met));
    let idioms =
        challenge.idioms.iter().map(|it| piece(&it.id, EvidenceKind::Idiom, &it.title, it.earns, State::Met));
    let concepts = challenge.concepts.iter();
    let concepts = concepts.map(|it| evidence::of_concept(it, golden.answer.explanation.as_deref()));
    let prediction = challenge.prediction.iter();
    let prediction =
        prediction.map(|it| piece(&it.id, EvidenceKind::Prediction, &it.title, it.earns, foretells));
    cases.chain(idioms).chain(concepts).chain(prediction).collect()
}

fn examples(idiom: &IdiomSpec) -> Vec<Finding> {
    let under = |met: bool| if met { "met" } else { "unmet" };
    // A rule file that is wrong was refused when the challenge was loaded.
    let Ok((examples, mismatches)) = check_examples(idiom) else { return Vec::new() };
    let mut findings = Vec::new();
    for (is_empty, met) in [(examples.met.is_empty(), true), (examples.unmet.is_empty(), false)] {
        if is_empty {
            findings.push(Finding::NoExample { idiom: idiom.id.clone(), list: under(met) });
        }
    }
    findings.extend(mismatches.into_iter().map(|mismatch| Finding::ExampleFails {
        idiom: idiom.id.clone(),
        list: under(mismatch.should_be_met),
        number: mismatch.number,
        state: mismatch.state,
        lines: mismatch.lines,
    }));
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bank::Bank;

    /// Every golden answer below 5 with the sentence that its hint says first: the page on which they are reviewed.
    ///
    /// Nothing is run: `viva check` holds the headers against what running them shows.
    #[test]
    fn what_is_said_first_of_every_golden_answer() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        let bank = Bank::from_dir(&root.join("challenges")).expect("the bank can be opened");
        let mut lines = Vec::new();
        for id in bank.ids() {
            let challenge = bank.get(id.as_str()).unwrap_or_else(|error| panic!("{id}: {error}"));
            let goldens = bank.goldens(id.as_str()).unwrap_or_else(|error| panic!("{id}: {error}"));
            for golden in goldens {
                let hint = hint_of(&challenge, &golden);
                let (floor, ceiling) = (hint.floor.number(), hint.ceiling.number());
                assert!(hint.say.is_empty() == (floor == 5), "{id}/{}: {:?}", golden.name, hint.say);
                if floor < 5 {
                    lines.push(format!("{id}/{} · {floor}-{ceiling} · {}", golden.name, hint.say));
                }
            }
        }
        insta::assert_snapshot!(lines.join("\n"));
    }
}
