//! From a template, a bank and a wish to a plan. Pure: the same three give the same plan, whatever the order of the bank.
//!
//! Must not know where templates come from or how a plan looks.

use std::sync::Arc;

use super::fill::{self, Fill};
use super::mix::Mix;
use super::template::{Slot, Template};
use crate::model::challenge::{Challenge, Level};

/// What a plan is drawn for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// How experienced the candidate is expected to be; the template's where it is not told.
    pub level: Option<Level>,
    /// How much each category counts.
    pub mix: Mix,
    /// Minutes of the whole; the template's where it is not told.
    pub minutes: Option<u32>,
    /// What the draw depends on.
    pub seed: u64,
}

/// An interview by the minute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The template's title.
    pub title: String,
    /// What the template is for; may be empty.
    pub about: String,
    /// The level it was drawn for.
    pub level: Level,
    /// Minutes of the whole.
    pub minutes: u32,
    /// The seed it was drawn with.
    pub seed: u64,
    /// Its parts in order.
    pub slots: Vec<Planned>,
}

/// One part of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// Its title.
    pub title: String,
    /// The minute it starts at.
    pub from: u32,
    /// The minute it ends at.
    pub to: u32,
    /// What to say or do.
    pub say: Vec<String>,
    /// Challenges to give, in order.
    pub challenges: Vec<Given>,
    /// Questions to ask, the template's own first, then the drawn ones from easy to hard.
    pub questions: Vec<Asked>,
}

/// A challenge in a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// What it is there for; may be empty.
    pub title: String,
    /// The minute it starts at.
    pub from: u32,
    /// The minute it ends at.
    pub to: u32,
    /// The challenge.
    pub challenge: Arc<Challenge>,
}

/// A question in a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// As it is said aloud.
    pub question: String,
    /// What a good reply holds.
    pub listen_for: String,
    /// The challenge it comes from and how hard it is, from 1 to 5; [`None`] for one of the template's own.
    pub of: Option<(Arc<Challenge>, u32)>,
}

/// Why no plan could be drawn.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PlanError {
    /// Fewer minutes than slots.
    #[error("{minutes} minutes are too few for the {slots} parts of `{template}`")]
    TooShort {
        /// The template's title.
        template: String,
        /// Minutes asked for.
        minutes: u32,
        /// Parts there are.
        slots: usize,
    },
    /// No challenge fits a slot.
    #[error("no challenge fits `{slot}` (minutes {from} to {to}): {why}")]
    NoChallenge {
        /// The slot's title.
        slot: String,
        /// Its first minute.
        from: u32,
        /// Its last minute.
        to: u32,
        /// What is left of the bank condition by condition.
        why: String,
    },
    /// Too few questions for a slot.
    #[error("`{slot}` (minutes {from} to {to}) wants {wanted} questions, and there are {found}: {why}")]
    FewQuestions {
        /// The slot's title.
        slot: String,
        /// Its first minute.
        from: u32,
        /// Its last minute.
        to: u32,
        /// How many are needed.
        wanted: usize,
        /// How many there are.
        found: usize,
        /// Where they were looked for.
        why: String,
    },
}

/// Draws a plan.
///
/// # Errors
/// [`PlanError`] when the time is too short, or the bank cannot fill a slot: which one, and why.
pub fn draw(template: &Template, bank: &[Arc<Challenge>], wish: &Wish) -> Result<Plan, PlanError> {
    let minutes = wish.minutes.unwrap_or_else(|| template.minutes());
    let lengths = lengths(template, minutes)?;
    let level = wish.level.unwrap_or(template.level);
    let mut bank: Vec<Arc<Challenge>> = bank.to_vec();
    bank.sort_by(|one, other| one.id.cmp(&other.id));
    let mut slots = empty(template, &lengths);
    let mut fill = Fill::new(&bank, level, &wish.mix, wish.seed);
    // Code first: what a candidate is to write must not be given away by a question before it.
    for (index, (slot, planned)) in template.slot.iter().zip(&mut slots).enumerate() {
        planned.challenges = fill.code(index, slot, planned)?;
    }
    for index in 0..slots.len() {
        let slot = &template.slot[index];
        let wanted = scaled(slot, lengths[index]);
        let drawn = fill.questions(index, slot, wanted, &slots)?;
        slots[index].questions.extend(drawn);
    }
    let about = template.about.clone().unwrap_or_default();
    Ok(Plan { title: template.title.clone(), about, level, minutes, seed: wish.seed, slots })
}

/// The slots with their minutes and their own words, and nothing drawn yet.
fn empty(template: &Template, lengths: &[u32]) -> Vec<Planned> {
    let mut from = 0;
    let slots = template.slot.iter().zip(lengths).map(|(slot, length)| {
        let own = slot.ask.iter().map(|ask| Asked {
            question: ask.question.trim().to_owned(),
            listen_for: ask.listen_for.trim().to_owned(),
            of: None,
        });
        let planned = Planned {
            title: slot.title.clone(),
            from,
            to: from + length,
            say: slot.say.clone(),
            challenges: Vec::new(),
            questions: own.collect(),
        };
        from += length;
        planned
    });
    slots.collect()
}

/// The minutes of each slot when the whole takes `minutes`: in proportion, whole ones, none of them nothing.
fn lengths(template: &Template, minutes: u32) -> Result<Vec<u32>, PlanError> {
    let slots = template.slot.len();
    if (minutes as usize) < slots {
        return Err(PlanError::TooShort { template: template.title.clone(), minutes, slots });
    }
    let parts: Vec<u32> = template.slot.iter().map(|slot| slot.minutes).collect();
    Ok(fill::shared_out(minutes, &parts))
}

/// How many questions a slot wants, at least and at most, when it takes `length` minutes.
fn scaled(slot: &Slot, length: u32) -> (usize, usize) {
    let most = slot.questions.unwrap_or(0);
    let least = slot.questions_min.unwrap_or(most);
    let scale = |count: u32| match count {
        0 => 0,
        // To the nearest, but never none.
        _ => ((2 * count * length + slot.minutes) / (2 * slot.minutes)).max(1) as usize,
    };
    (scale(least), scale(most))
}

#[cfg(test)]
mod tests;
