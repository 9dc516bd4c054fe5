//! What `viva check --mutants` needs of a challenge: which answers are mutated, and which mutants are known to be right.
//!
//! Runs nothing. `mutants.toml` is an author's note beside the golden answers; no hint depends on it.

use std::collections::BTreeMap;

use serde::Deserialize;
use similar::TextDiff;

use super::files::Files;
use super::problem::{Fault, Problem};
use crate::model::challenge::Golden;
use crate::model::score::Score;
use crate::source::mutants::{Mutant, mutants};

/// The file's name.
pub const FILE: &str = "mutants.toml";
/// Answers that are mutated where the file names none: two techniques show most of what a harness misses.
pub const ANSWERS: usize = 2;

/// `mutants.toml` of a challenge.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stored {
    /// Golden answers to mutate, by name; empty for a choice of viva's own.
    #[serde(default)]
    pub answers: Vec<String>,
    /// Mutants that are as right as the answer they were made of.
    #[serde(default)]
    pub equivalent: Vec<Equivalent>,
}

/// A mutant that is no mistake.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Equivalent {
    /// Its name: `linked_list:12:compare`.
    pub id: String,
    /// The change as [`Mutant::change`] has it, so that the note never excuses another mutant of the same name.
    pub change: String,
    /// Why the contract allows it.
    pub reason: String,
}

/// A golden answer and its mutants.
#[derive(Debug, Clone)]
pub struct Reference {
    /// The answer.
    pub golden: Golden,
    /// Its mutants, in order.
    pub mutants: Vec<Mutant>,
}

/// A note that is wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoredFault {
    /// An answer that is not there or not wholly right.
    #[error(
        "mutants.toml names the answer `{name}`, and no golden answer of that name has the ceiling 5 and misses nothing"
    )]
    NotRight {
        /// The answer.
        name: String,
    },
    /// No golden answer can be mutated.
    #[error("no golden answer has the ceiling 5 and misses nothing, so nothing can be mutated")]
    NoAnswer,
    /// A mutant that is no longer made.
    #[error("mutants.toml stores `{id}`, which is no mutant any more{}", moved.as_ref().map(|id| format!("; the same change is now `{id}`")).unwrap_or_default())]
    Gone {
        /// Its stored name.
        id: String,
        /// A mutant of the same answer that makes the same change.
        moved: Option<String>,
    },
    /// A name that now belongs to another mutant.
    #[error("mutants.toml stores `{id}` for the change {stored}, but it now changes {now}")]
    Other {
        /// The name.
        id: String,
        /// What was stored.
        stored: String,
        /// What it is now.
        now: String,
    },
    /// A note that gives no reason.
    #[error("mutants.toml stores `{id}` without a reason")]
    NoReason {
        /// The name.
        id: String,
    },
}

/// Reads the file of a challenge; one that is not there stores nothing.
pub(super) fn parse(files: &Files) -> Result<Stored, Vec<Problem>> {
    let Some(text) = files.get(FILE) else { return Ok(Stored::default()) };
    toml::from_str(text).map_err(|error| {
        let fault = Fault::Syntax { message: error.message().to_owned() };
        vec![files.problem_at(FILE, error.span().unwrap_or(0..0), fault)]
    })
}

/// The name of a mutant within its challenge.
#[must_use]
pub fn name(answer: &str, mutant: &Mutant) -> String {
    format!("{answer}:{}", mutant.name())
}

/// The answers to mutate, with all their mutants.
#[must_use]
pub fn references(goldens: &[Golden], stored: &Stored) -> Vec<Reference> {
    let right: Vec<&Golden> = goldens.iter().filter(|golden| is_right(golden)).collect();
    let chosen = if stored.answers.is_empty() {
        most_different(&right)
    } else {
        right.into_iter().filter(|golden| stored.answers.contains(&golden.name)).collect()
    };
    let reference =
        |golden: &Golden| Reference { golden: golden.clone(), mutants: mutants(golden.answer.main()) };
    chosen.into_iter().map(reference).collect()
}

/// Whether nothing but words keeps an answer from the highest score.
fn is_right(golden: &Golden) -> bool {
    golden.ceiling == Score::StrongYes && golden.misses.is_empty()
}

/// The shortest answer, then the one that differs most from those chosen; ties go by name.
fn most_different<'a>(right: &[&'a Golden]) -> Vec<&'a Golden> {
    let mut left: Vec<&Golden> = right.to_vec();
    left.sort_by_key(|golden| (golden.answer.main().len(), golden.name.clone()));
    let mut chosen: Vec<&Golden> = Vec::new();
    while chosen.len() < ANSWERS && !left.is_empty() {
        let likeness =
            |golden: &Golden| chosen.iter().map(|other| likeness(other, golden)).fold(0.0_f32, f32::max);
        let least = (0..left.len()).min_by(|a, b| likeness(left[*a]).total_cmp(&likeness(left[*b])));
        chosen.push(left.remove(least.unwrap_or_default()));
    }
    chosen.sort_by(|a, b| a.name.cmp(&b.name));
    chosen
}

fn likeness(a: &Golden, b: &Golden) -> f32 {
    TextDiff::from_words(a.answer.main(), b.answer.main()).ratio()
}

/// Holds the notes against the mutants there are, without running any.
#[must_use]
pub fn faults(references: &[Reference], stored: &Stored) -> Vec<StoredFault> {
    let mut faults = Vec::new();
    let named = |name: &str| references.iter().any(|reference| reference.golden.name == name);
    let unknown = stored.answers.iter().filter(|name| !named(name));
    faults.extend(unknown.map(|name| StoredFault::NotRight { name: name.clone() }));
    if references.is_empty() {
        faults.push(StoredFault::NoAnswer);
    }
    let made: BTreeMap<String, &Mutant> = references
        .iter()
        .flat_map(|reference| {
            let of = |mutant| (name(&reference.golden.name, mutant), mutant);
            reference.mutants.iter().map(of)
        })
        .collect();
    faults.extend(stored.equivalent.iter().filter_map(|note| fault_of(note, &made)));
    faults
}

fn fault_of(note: &Equivalent, made: &BTreeMap<String, &Mutant>) -> Option<StoredFault> {
    let id = note.id.clone();
    match made.get(&id) {
        Some(mutant) if mutant.change == note.change => {
            note.reason.trim().is_empty().then_some(StoredFault::NoReason { id })
        }
        found => {
            let part =
                |id: &str, nth| id.split(':').nth(nth).map(|part| part.split('.').next().map(str::to_owned));
            let alike = |other: &str| part(other, 0) == part(&id, 0) && part(other, 2) == part(&id, 2);
            let moved = made.iter().find(|(other, mutant)| mutant.change == note.change && alike(other));
            match (found, moved) {
                (Some(mutant), None) => {
                    Some(StoredFault::Other { id, stored: note.change.clone(), now: mutant.change.clone() })
                }
                (_, moved) => Some(StoredFault::Gone { moved: moved.map(|(other, _)| other.clone()), id }),
            }
        }
    }
}

#[cfg(test)]
mod tests;
