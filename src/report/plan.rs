//! A plan as people and programs read it: a terminal page, Markdown, and `viva.plan/1`.
//!
//! It is for interviewers only: it holds what to listen for. Must not draw anything.

pub mod markdown;
pub mod terminal;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::judge::escape::clean;
use crate::model::challenge::{Challenge, Kind, Level};
use crate::plan::draw::{Asked, Given, Planned};
use crate::plan::{Mix, Plan};

/// The version of this format, which is the value of `schema`.
pub const SCHEMA: &str = "viva.plan/1";

/// An interview by the minute.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PlanReport {
    /// `viva.plan/1`.
    pub schema: String,
    /// The template, as it was named.
    pub template: String,
    /// The template's title.
    pub title: String,
    /// What the template is for; may be empty.
    pub about: String,
    /// The role, as a person reads it; empty where none was named.
    pub role: String,
    /// The level it was drawn for.
    pub level: Level,
    /// Categories and how much each counted; those that were left out are not there.
    pub mix: Vec<SharePart>,
    /// Minutes of the whole.
    pub minutes: u32,
    /// The seed it was drawn with.
    pub seed: u64,
    /// The command that draws it again.
    pub again: String,
    /// Its parts in order.
    pub slots: Vec<SlotPart>,
}

/// How much one category counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SharePart {
    /// The category.
    pub category: String,
    /// Its weight; 1 is usual.
    pub weight: u32,
}

/// One part of an interview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SlotPart {
    /// Its title.
    pub title: String,
    /// The minute it starts at.
    pub from: u32,
    /// The minute it ends at.
    pub to: u32,
    /// What to say or do.
    pub say: Vec<String>,
    /// Challenges to give, in order.
    pub challenges: Vec<GivenPart>,
    /// Questions to ask, in order.
    pub questions: Vec<AskedPart>,
}

/// A challenge to give.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct GivenPart {
    /// What it is there for; may be empty.
    pub purpose: String,
    /// The minute it starts at.
    pub from: u32,
    /// The minute it ends at.
    pub to: u32,
    /// Its name.
    pub id: String,
    /// SHA-256 in hexadecimal of what it was when the plan was drawn.
    pub revision: String,
    /// Its title.
    pub title: String,
    /// Its level.
    pub level: Level,
    /// Its kind.
    pub kind: Kind,
    /// Its category.
    pub category: String,
    /// Minutes a candidate needs.
    pub minutes: u32,
    /// What an answer reveals.
    pub reveals: String,
    /// What a 3, a 4 and a 5 sound like.
    pub rubric: RubricPart,
}

/// What a 3, a 4 and a 5 sound like.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RubricPart {
    /// A 3.
    pub maybe: String,
    /// A 4.
    pub yes: String,
    /// A 5.
    pub strong_yes: String,
}

/// A question to ask.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AskedPart {
    /// As it is said aloud.
    pub question: String,
    /// What a good reply holds.
    pub listen_for: String,
    /// The challenge it comes from; null for one of the template's own.
    pub challenge: Option<String>,
    /// How hard it is, from 1 to 5; null likewise.
    pub difficulty: Option<u32>,
}

/// How a plan was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The template, as it was named.
    pub template: String,
    /// The role's title; empty for none.
    pub role: String,
    /// The mix it was drawn with.
    pub mix: Mix,
    /// The command that draws it again.
    pub again: String,
}

impl PlanReport {
    /// The report of a plan.
    #[must_use]
    pub fn of(plan: &Plan, origin: &Origin) -> Self {
        let shares = origin.mix.shares().into_iter();
        let mix = shares.map(|(category, weight)| SharePart { category: category.to_owned(), weight });
        Self {
            schema: SCHEMA.to_owned(),
            template: clean(&origin.template),
            title: clean(&plan.title),
            about: clean(&plan.about),
            role: clean(&origin.role),
            level: plan.level,
            mix: mix.collect(),
            minutes: plan.minutes,
            seed: plan.seed,
            again: clean(&origin.again),
            slots: plan.slots.iter().map(SlotPart::of).collect(),
        }
    }

    /// `Backend developer, senior, 60 minutes`.
    fn heading(&self) -> String {
        let role = if self.role.is_empty() { String::new() } else { format!("{}, ", self.role) };
        format!("{role}{}, {} minutes", level_word(self.level), self.minutes)
    }
}

impl SlotPart {
    fn of(slot: &Planned) -> Self {
        Self {
            title: clean(&slot.title),
            from: slot.from,
            to: slot.to,
            say: slot.say.iter().map(|say| clean(say)).collect(),
            challenges: slot.challenges.iter().map(GivenPart::of).collect(),
            questions: slot.questions.iter().map(AskedPart::of).collect(),
        }
    }

    /// `6 questions, about 80 s each`; empty where there is nothing to count or other things take time too.
    fn pace(&self) -> String {
        let count = self.questions.len() as u32;
        if count < 2 || !self.challenges.is_empty() {
            return String::new();
        }
        let each = (self.to - self.from) * 60 / count;
        let each = match each {
            0..=99 => format!("{} s", each / 10 * 10),
            _ if each % 60 >= 45 => format!("{} min", each / 60 + 1),
            _ if each % 60 >= 15 => format!("{}½ min", each / 60),
            _ => format!("{} min", each / 60),
        };
        format!("{count} questions, about {each} each")
    }
}

impl GivenPart {
    fn of(given: &Given) -> Self {
        let challenge: &Challenge = &given.challenge;
        Self {
            purpose: clean(&given.title),
            from: given.from,
            to: given.to,
            id: challenge.id.to_string(),
            revision: challenge.revision.clone(),
            title: clean(&challenge.title),
            level: challenge.level,
            kind: challenge.kind,
            category: clean(&challenge.category),
            minutes: challenge.minutes,
            reveals: clean(&challenge.reveals),
            rubric: RubricPart {
                maybe: clean(&challenge.rubric.maybe),
                yes: clean(&challenge.rubric.yes),
                strong_yes: clean(&challenge.rubric.strong_yes),
            },
        }
    }

    /// `intermediate · write · 12 min`.
    fn facts(&self) -> String {
        let kind = format!("{:?}", self.kind).to_lowercase();
        format!("{} · {kind} · {} min", level_word(self.level), self.minutes)
    }

    /// The texts of the rubric with their scores.
    fn rubric(&self) -> [(u8, &str); 3] {
        [(3, &self.rubric.maybe), (4, &self.rubric.yes), (5, &self.rubric.strong_yes)]
    }
}

impl AskedPart {
    fn of(asked: &Asked) -> Self {
        let of = asked.of.as_ref();
        Self {
            question: clean(&asked.question),
            listen_for: clean(&asked.listen_for),
            challenge: of.map(|(challenge, _)| challenge.id.to_string()),
            difficulty: of.map(|(_, difficulty)| *difficulty),
        }
    }
}

fn level_word(level: Level) -> String {
    format!("{level:?}").to_lowercase()
}

/// The JSON Schema of [`PlanReport`].
#[must_use]
pub fn schema() -> serde_json::Value {
    schemars::schema_for!(PlanReport).to_value()
}

#[cfg(test)]
pub(crate) mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::judge::fixture::challenge;
    use crate::plan::{Shelf, Wish, draw};
    use crate::report::json::to_json;

    /// A plan of a bank of one kind of challenge, so that no change of the bank changes the pages.
    pub(crate) fn plan() -> PlanReport {
        let bank: Vec<Arc<Challenge>> = (1..=9)
            .map(|number| {
                let mut one = challenge();
                one.id = crate::model::id::ChallengeId::new(format!("number-{number}")).expect("a valid id");
                one.minutes = 6 + number % 3;
                one.kind = if number % 2 == 0 { Kind::Fix } else { Kind::Write };
                for follow_up in &mut one.follow_ups {
                    follow_up.alone = true;
                    follow_up.question = format!("{number}: {}", follow_up.question);
                }
                Arc::new(one)
            })
            .collect();
        let template = Shelf::open(None).and_then(|shelf| shelf.template("technical-60")).expect("built in");
        let wish = Wish { level: None, mix: Mix::default(), minutes: None, seed: 7 };
        let plan = draw(&template, &bank, &wish).expect("the bank fills it");
        let origin = Origin {
            template: "technical-60".to_owned(),
            role: "Backend developer".to_owned(),
            mix: Mix::only(vec![("Functions and decorators".to_owned(), 2)]),
            again: "viva plan --template technical-60 --role backend --seed 7".to_owned(),
        };
        PlanReport::of(&plan, &origin)
    }

    #[test]
    fn a_plan_follows_its_own_schema_and_is_read_back() {
        let value = serde_json::to_value(plan()).expect("plain data");
        let schema = jsonschema::validator_for(&schema()).expect("a valid schema");
        if let Err(error) = schema.validate(&value) {
            panic!("{error}");
        }
        assert_eq!(serde_json::from_value::<PlanReport>(value).expect("of this shape"), plan());
    }

    #[test]
    fn the_json() {
        insta::assert_snapshot!(to_json(&plan()));
    }
}
