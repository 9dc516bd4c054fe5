//! `challenge.toml` as it is written: its shape, its JSON Schema, and reading it with every fault at its place.
//!
//! The shape is told once, by the types below: the schema is derived from them, the walk in `walk.rs` holds a
//! file against that schema so that one reading finds every fault, and serde then only has to take what is right.
//! Must not know the other files of a challenge.

mod walk;

use std::collections::BTreeMap;
use std::ops::Range;

use schemars::JsonSchema;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::problem::{Fault, Problem};
use crate::model::challenge::{Entry, Kind, Level};
use crate::model::limits::Limits;
use crate::model::score::Tier;

/// The file's name.
pub const FILE: &str = "challenge.toml";

/// The manifest of a challenge, `challenge.toml`.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "viva challenge")]
pub struct Manifest {
    /// The challenge's title, one line.
    #[schemars(length(min = 1, max = 100))]
    pub title: String,
    /// How experienced the candidate is expected to be.
    pub level: Level,
    /// What the candidate is asked to do.
    pub kind: Kind,
    /// One of the bank's headings.
    pub category: Category,
    /// Words to find the challenge by.
    #[serde(default)]
    #[schemars(length(max = 20), inner(length(min = 1, max = 40)))]
    pub tags: Vec<String>,
    /// What an answer reveals about the candidate, one line for interviewers.
    #[schemars(length(min = 1, max = 120))]
    pub reveals: Option<String>,
    /// Minutes a candidate needs, 1 to 240.
    #[schemars(range(min = 1, max = 240))]
    pub minutes: u32,
    /// The names an answer must define, at least one `[[entry]]`.
    #[schemars(length(min = 1, max = 20))]
    pub entry: Vec<Entry>,
    /// Limits of every case; what is left out keeps its default.
    #[serde(default)]
    pub limits: Limits,
    /// Behaviours that are run, at least three `[[case]]`.
    #[schemars(length(min = 1, max = 200))]
    pub case: Vec<Case>,
    /// Rules about the shape of the source.
    #[serde(default)]
    #[schemars(length(max = 50))]
    pub idiom: Vec<Idiom>,
    /// What the explanation should say.
    #[serde(default)]
    #[schemars(length(max = 50))]
    pub concept: Vec<Concept>,
    /// What `snippet.py` prints is to be foretold.
    pub prediction: Option<Prediction>,
    /// What a 3, a 4 and a 5 sound like.
    pub rubric: Rubric,
    /// Questions to ask next, at least one `[[follow_up]]`.
    #[schemars(length(min = 1, max = 50))]
    pub follow_up: Vec<FollowUp>,
    /// Named mistakes that explain a pattern of misses, at least two `[[misconception]]`.
    #[schemars(length(min = 2, max = 50))]
    pub misconception: Vec<Misconception>,
}

/// The headings of the bank.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
pub enum Category {
    /// Fundamentals.
    Fundamentals,
    /// Data structures and algorithms.
    #[serde(rename = "Data structures and algorithms")]
    Data,
    /// Functions and decorators.
    #[serde(rename = "Functions and decorators")]
    Functions,
    /// Classes and the data model.
    #[serde(rename = "Classes and the data model")]
    Classes,
    /// Iterators, generators and context managers.
    #[serde(rename = "Iterators, generators and context managers")]
    Iterators,
    /// Concurrency.
    Concurrency,
    /// Memory and internals.
    #[serde(rename = "Memory and internals")]
    Memory,
    /// Pitfalls.
    Pitfalls,
    /// Projects.
    Projects,
}

impl Category {
    /// All headings, in the bank's order.
    pub const ALL: [Self; 9] = [
        Self::Fundamentals,
        Self::Data,
        Self::Functions,
        Self::Classes,
        Self::Iterators,
        Self::Concurrency,
        Self::Memory,
        Self::Pitfalls,
        Self::Projects,
    ];

    /// The heading as manifests and people have it.
    #[must_use]
    pub fn heading(self) -> &'static str {
        match self {
            Self::Fundamentals => "Fundamentals",
            Self::Data => "Data structures and algorithms",
            Self::Functions => "Functions and decorators",
            Self::Classes => "Classes and the data model",
            Self::Iterators => "Iterators, generators and context managers",
            Self::Concurrency => "Concurrency",
            Self::Memory => "Memory and internals",
            Self::Pitfalls => "Pitfalls",
            Self::Projects => "Projects",
        }
    }
}

/// One behaviour that is run: driven by functions of its name, or a line of this table (`call`).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// Its name, and its functions' in driver.py and oracle.py: lower-case letters, digits and `_`.
    #[schemars(extend("format" = "evidence-id", "pattern" = "^[a-z][a-z0-9_]{0,63}$"))]
    pub id: String,
    /// One line that names the behaviour, and no hidden value: candidates read it too.
    #[schemars(length(min = 1, max = 200))]
    pub title: String,
    /// The score it is needed for: maybe is 3, yes is 4, strong_yes is 5.
    pub earns: Tier,
    /// Points, 1 to 100.
    #[serde(default = "one_point")]
    #[schemars(range(min = 1, max = 100))]
    pub points: u32,
    /// Whether candidates may see all of it.
    #[serde(default)]
    pub visible: bool,
    /// A table case's statements before the call.
    #[schemars(length(max = 10_000))]
    pub setup: Option<String>,
    /// A table case's one expression; the answer's names are at hand.
    #[schemars(length(min = 1, max = 10_000))]
    pub call: Option<String>,
    /// The expression that the call's result must equal.
    #[schemars(length(min = 1, max = 10_000))]
    pub equals: Option<String>,
    /// The exception that the call must raise.
    #[schemars(length(min = 1, max = 200))]
    pub raises: Option<String>,
    /// The text that the call must print, or the command.
    #[schemars(length(max = 10_000))]
    pub prints: Option<String>,
    /// In a project, what follows `python` when a program of the answer's is started: `["-m", "logreport", "access.log"]`.
    #[schemars(length(min = 1, max = 100), inner(length(max = 4_000)))]
    pub command: Option<Vec<String>>,
    /// What stands on a command's standard input; nothing by default.
    #[schemars(length(max = 100_000))]
    pub stdin: Option<String>,
    /// Files in the folder in which a command is started, path and text.
    pub files: Option<BTreeMap<String, String>>,
    /// The code that a command must end with; 0 by default.
    #[schemars(range(min = 0, max = 255))]
    pub exit: Option<u32>,
    /// A part of what a command must write to standard error.
    #[schemars(length(min = 1, max = 1_000))]
    pub stderr: Option<String>,
    /// Every file that a command must make or change, with its text, and no other.
    pub writes: Option<BTreeMap<String, String>>,
    /// One sentence to say aloud when this is what an answer lacks most.
    #[schemars(length(min = 1, max = 300))]
    pub say: Option<String>,
}

fn one_point() -> u32 {
    1
}

/// A rule about the shape of the source, `idioms/ID.yml`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Idiom {
    /// Its name, and its rule file's: lower-case letters, digits and `_`.
    #[schemars(extend("format" = "evidence-id", "pattern" = "^[a-z][a-z0-9_]{0,63}$"))]
    pub id: String,
    /// One line a person reads.
    #[schemars(length(min = 1, max = 200))]
    pub title: String,
    /// The score it is needed for.
    pub earns: Tier,
    /// One sentence to say aloud when this is what an answer lacks most.
    #[schemars(length(min = 1, max = 300))]
    pub say: Option<String>,
}

/// Something the explanation should say.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Concept {
    /// Its name: lower-case letters, digits and `_`.
    #[schemars(extend("format" = "evidence-id", "pattern" = "^[a-z][a-z0-9_]{0,63}$"))]
    pub id: String,
    /// One line a person reads.
    #[schemars(length(min = 1, max = 200))]
    pub title: String,
    /// The score it is needed for.
    pub earns: Tier,
    /// Phrases, any of which shows that it was said.
    #[schemars(length(min = 1, max = 100), inner(length(min = 1, max = 300)))]
    pub phrases: Vec<String>,
    /// One sentence to say aloud when this is what an answer lacks most.
    #[schemars(length(min = 1, max = 300))]
    pub say: Option<String>,
}

/// The output of `snippet.py`, to be foretold.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Prediction {
    /// Its name: lower-case letters, digits and `_`.
    #[schemars(extend("format" = "evidence-id", "pattern" = "^[a-z][a-z0-9_]{0,63}$"))]
    pub id: String,
    /// One line a person reads.
    #[schemars(length(min = 1, max = 200))]
    pub title: String,
    /// The score it is needed for.
    pub earns: Tier,
    /// One sentence to say aloud when this is what an answer lacks most.
    #[schemars(length(min = 1, max = 300))]
    pub say: Option<String>,
}

/// What a 3, a 4 and a 5 sound like.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Rubric {
    /// What a 3 sounds like.
    #[schemars(length(min = 1, max = 4_000))]
    pub maybe: String,
    /// What a 4 sounds like.
    #[schemars(length(min = 1, max = 4_000))]
    pub yes: String,
    /// What a 5 sounds like.
    #[schemars(length(min = 1, max = 4_000))]
    pub strong_yes: String,
}

/// A question to ask next.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FollowUp {
    /// The question as it is said aloud.
    #[schemars(length(min = 1, max = 1_000))]
    pub question: String,
    /// What a good reply holds.
    #[schemars(length(min = 1, max = 4_000))]
    pub listen_for: String,
    /// Ids of evidence that a good reply would speak to.
    #[serde(default)]
    #[schemars(length(max = 50), inner(length(min = 1, max = 64)))]
    pub closes: Vec<String>,
    /// Whether it can be asked by itself, of somebody who has not seen the challenge.
    #[serde(default)]
    pub alone: bool,
}

/// A named mistake; it fits when all of `unmet` are unmet and all of `met` are met.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Misconception {
    /// Its name: lower-case letters, digits and `_`.
    #[schemars(extend("format" = "evidence-id", "pattern" = "^[a-z][a-z0-9_]{0,63}$"))]
    pub id: String,
    /// The name a person reads.
    #[schemars(length(min = 1, max = 200))]
    pub title: String,
    /// What the candidate seems to believe, and what is so.
    #[schemars(length(min = 1, max = 4_000))]
    pub text: String,
    /// Ids of cases, idioms or the prediction that are unmet when it fits; at least one.
    #[schemars(length(min = 1, max = 50), inner(length(min = 1, max = 64)))]
    pub unmet: Vec<String>,
    /// Ids of evidence that is met when it fits.
    #[serde(default)]
    #[schemars(length(max = 50), inner(length(min = 1, max = 64)))]
    pub met: Vec<String>,
    /// One sentence to say aloud when it fits.
    #[schemars(length(min = 1, max = 300))]
    pub say: Option<String>,
}

/// The JSON Schema of a manifest; an editor that is told of it checks a manifest while it is typed.
#[must_use]
pub fn schema() -> serde_json::Value {
    schemars::schema_for!(Manifest).to_value()
}

/// Reads a manifest; `file` is its name in problems.
///
/// # Errors
/// Every fault that can be found: of syntax if there are any, else of shape.
pub fn parse(text: &str, file: &str) -> Result<Manifest, Vec<Problem>> {
    read(text, file, "the manifest")
}

/// Reads any file of TOML whose shape a type tells; `file` and `name` are what problems call it and its top.
///
/// The type's schema may use only the words that the walk knows.
///
/// # Errors
/// Every fault that can be found: of syntax if there are any, else of shape.
pub fn read<T: DeserializeOwned + JsonSchema>(text: &str, file: &str, name: &str) -> Result<T, Vec<Problem>> {
    let syntax = |error: &toml::de::Error| {
        let span = error.span().unwrap_or(0..0);
        Problem::at(Fault::Syntax { message: first_line(error.message()) }, file, text, span)
    };
    let (document, errors) = DeTable::parse_recoverable(text);
    if !errors.is_empty() {
        return Err(errors.iter().map(syntax).collect());
    }
    let schema = schemars::schema_for!(T).to_value();
    let problems = walk::faults(&document, &schema, name);
    if problems.is_empty() {
        return toml::from_str(text).map_err(|error| vec![syntax(&error)]);
    }
    let place = |(span, fault)| Problem::at(fault, file, text, span);
    Err(problems.into_iter().map(place).collect())
}

fn first_line(message: &str) -> String {
    message.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Where in a manifest something stands: `["case", 2, "id"]`.
#[derive(Debug, Clone, Copy)]
pub enum Step<'a> {
    /// A key of a table.
    Key(&'a str),
    /// An item of a list.
    Item(usize),
}

/// The place of a value in a manifest's text; the nearest table around it when it is not there.
#[must_use]
pub fn locate(text: &str, path: &[Step<'_>]) -> Range<usize> {
    let (document, _) = DeTable::parse_recoverable(text);
    let mut span = document.span();
    let mut table: Option<&DeTable<'_>> = Some(document.get_ref());
    let mut value: Option<&Spanned<DeValue<'_>>> = None;
    for step in path {
        let next = match step {
            Step::Key(key) => table.and_then(|table| {
                table.iter().find(|(name, _)| name.get_ref() == *key).map(|(_, value)| value)
            }),
            Step::Item(index) => {
                value.and_then(|value| value.get_ref().as_array()).and_then(|array| array.get(*index))
            }
        };
        let Some(next) = next else { break };
        span = next.span();
        table = next.get_ref().as_table();
        value = Some(next);
    }
    span
}

#[cfg(test)]
mod tests;
