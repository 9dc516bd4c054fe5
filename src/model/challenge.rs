//! A challenge: what is asked, and the hidden parts that judge it.
//!
//! Must not know where challenges are stored or how they are run.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::id::{ChallengeId, EvidenceId};
use super::limits::Limits;
use super::score::Tier;

/// How experienced the candidate is expected to be.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// B of the bank.
    Beginner,
    /// I of the bank.
    Intermediate,
    /// S of the bank.
    Senior,
}

/// What the candidate is asked to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Write from a signature.
    Write,
    /// Mend a starter that holds the pitfall.
    Fix,
    /// Say what a snippet prints, then fix it.
    Predict,
    /// Write a package of several modules, at home.
    Project,
}

/// A name that an answer must define; in a project, a module that it must hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The name.
    pub name: String,
    /// The signature as the prompt shows it.
    pub signature: String,
    /// In a project: the module is run as `python -m NAME` and not imported to see whether the answer loads.
    #[serde(default, skip_serializing_if = "is_false")]
    pub command: bool,
}

fn is_false(value: &bool) -> bool {
    !value
}

/// What a table case expects, as source text; it is evaluated in the oracle's box only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TableExpectation {
    /// The result equals this Python expression.
    Equals(String),
    /// The call raises this exception.
    Raises(String),
    /// The call prints exactly this text.
    Prints(String),
}

/// A program of the answer's as a shell would start it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CommandLine {
    /// What follows `python`: `-m`, a module and its arguments.
    pub arguments: Vec<String>,
    /// What stands on its standard input.
    pub stdin: String,
    /// Files in the folder in which it is started: path and text.
    pub files: BTreeMap<String, String>,
}

/// What a command must do. Held against what was seen in the host; none of it enters a box.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CommandExpectation {
    /// The code that it ends with.
    pub exit: u32,
    /// All that it writes to standard output.
    pub prints: Option<String>,
    /// A part of what it writes to standard error.
    pub stderr: Option<String>,
    /// Every file that it makes or changes, with its text, and no other.
    pub writes: Option<BTreeMap<String, String>>,
}

/// How a case is run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum How {
    /// By the driver's and the oracle's functions of the case's name.
    Driven,
    /// By a line of the manifest.
    Table {
        /// Statements before the call; may be empty.
        setup: String,
        /// The expression that is evaluated with the answer's names.
        call: String,
        /// What it must do.
        expects: TableExpectation,
    },
    /// By a line of the manifest that starts a program of a project.
    Command {
        /// What is started.
        line: CommandLine,
        /// What it must do.
        expects: CommandExpectation,
    },
}

/// One named behaviour with points and the score it earns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseSpec {
    /// The case's name; for a driven case also the function's.
    pub id: EvidenceId,
    /// One line a person reads, kind and exact, without hidden values.
    pub title: String,
    /// The score this evidence is needed for.
    pub earns: Tier,
    /// Points, 1 to 100.
    pub points: u32,
    /// Whether the candidate may see all of it.
    pub visible: bool,
    /// How it is run.
    pub how: How,
    /// One sentence to say aloud when this is what an answer lacks most; [`None`] has one made of the title.
    pub say: Option<String>,
}

/// A rule about the shape of the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdiomSpec {
    /// The idiom's name, and its rule file's: `idioms/<id>.yml`.
    pub id: EvidenceId,
    /// One line a person reads.
    pub title: String,
    /// The score this evidence is needed for.
    pub earns: Tier,
    /// The text of the rule file.
    pub rule: String,
    /// One sentence to say aloud when this is what an answer lacks most; [`None`] has one made of the title.
    pub say: Option<String>,
}

/// Something the explanation should say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConceptSpec {
    /// The concept's name.
    pub id: EvidenceId,
    /// One line a person reads.
    pub title: String,
    /// The score this evidence is needed for.
    pub earns: Tier,
    /// Phrases, any of which shows that it was said; `judge::concept` defines their little language.
    pub phrases: Vec<String>,
    /// One sentence to say aloud when this is what an answer lacks most; [`None`] has one made of the title.
    pub say: Option<String>,
}

/// What a snippet prints, to be said beforehand. Its real output is run, never typed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PredictionSpec {
    /// The prediction's name among the evidence.
    pub id: EvidenceId,
    /// One line a person reads.
    pub title: String,
    /// The score this evidence is needed for.
    pub earns: Tier,
    /// The text of `snippet.py`.
    pub snippet: String,
    /// One sentence to say aloud when this is what an answer lacks most; [`None`] has one made of the title.
    pub say: Option<String>,
}

/// A question to ask next, and what to listen for in the reply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowUp {
    /// The question, as it is said aloud.
    pub question: String,
    /// What a good reply holds.
    pub listen_for: String,
    /// Evidence that a good reply would speak to; empty for a general question.
    pub closes: Vec<EvidenceId>,
    /// Whether it can be asked by itself, of somebody who has not seen the challenge.
    pub alone: bool,
}

/// A named mistake that explains a pattern of misses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misconception {
    /// Its name.
    pub id: EvidenceId,
    /// The name a person reads: `first in, first out`.
    pub title: String,
    /// What the candidate seems to believe, and what is so.
    pub text: String,
    /// Evidence that must be unmet for it to fit; at least one.
    pub unmet: Vec<EvidenceId>,
    /// Evidence that must be met for it to fit.
    pub met: Vec<EvidenceId>,
    /// One sentence to say aloud when it fits; [`None`] takes the title.
    pub say: Option<String>,
}

/// What a 3, a 4 and a 5 sound like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rubric {
    /// The text for 3.
    pub maybe: String,
    /// The text for 4.
    pub yes: String,
    /// The text for 5.
    pub strong_yes: String,
}

/// The hidden Python that runs in boxes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Harness {
    /// `driver.py`; empty when every case is a line of the manifest.
    pub driver: String,
    /// `oracle.py`; empty likewise. Never enters the first box.
    pub oracle: String,
    /// `inputs.py`, that both import; may be empty.
    pub inputs: String,
}

/// A golden answer with what it must get.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Golden {
    /// File or folder name under `answers/`, without `.py`.
    pub name: String,
    /// The answer.
    pub answer: super::answer::Answer,
    /// The floor it must get, 1 to 5.
    pub floor: super::score::Score,
    /// The ceiling it must get, 1 to 5.
    pub ceiling: super::score::Score,
    /// Cases, idioms and predictions it must miss, exactly.
    pub misses: Vec<EvidenceId>,
    /// The misconceptions it must be told, where the header names any.
    pub misconceptions: Vec<EvidenceId>,
}

/// A whole challenge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Challenge {
    /// Its name.
    pub id: ChallengeId,
    /// SHA-256 in hexadecimal over everything a candidate is given or a hint depends on: manifest, prompt, starter, driver, oracle, inputs, snippet, idioms.
    pub revision: String,
    /// Its title.
    pub title: String,
    /// Level.
    pub level: Level,
    /// Kind.
    pub kind: Kind,
    /// Category, one of the bank's headings.
    pub category: String,
    /// Tags, sorted.
    pub tags: Vec<String>,
    /// Minutes a candidate needs.
    pub minutes: u32,
    /// What an answer reveals about the candidate, one line for interviewers; may be empty.
    pub reveals: String,
    /// The names an answer must define.
    pub entries: Vec<Entry>,
    /// Limits of every case.
    pub limits: Limits,
    /// Cases in the manifest's order.
    pub cases: Vec<CaseSpec>,
    /// Idioms.
    pub idioms: Vec<IdiomSpec>,
    /// Concepts.
    pub concepts: Vec<ConceptSpec>,
    /// The prediction asked for, if any.
    pub prediction: Option<PredictionSpec>,
    /// What a 3, a 4 and a 5 sound like.
    pub rubric: Rubric,
    /// Questions to ask next.
    pub follow_ups: Vec<FollowUp>,
    /// Named mistakes.
    pub misconceptions: Vec<Misconception>,
    /// `prompt.md`.
    pub prompt: String,
    /// `starter.py`.
    pub starter: String,
    /// The hidden Python.
    pub harness: Harness,
    /// `requirements.txt`: packages with their hashes that answers may import; empty for the standard library alone.
    pub requirements: String,
}

impl Challenge {
    /// The modules of a project; empty for an answer of one `answer.py`.
    #[must_use]
    pub fn modules(&self) -> Vec<Entry> {
        if self.kind == Kind::Project { self.entries.clone() } else { Vec::new() }
    }
}
