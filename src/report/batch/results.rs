//! `results.json`: every submission with its report and its candidate's view, written as they are read.
//!
//! Must not hold more than one result in memory.

use std::io::{self, Write};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::unfinished::Unfinished;
use crate::judge::escape::without_log_commands;
use crate::model::batch::{Standing, Submitted};
use crate::report::candidate::CandidateReport;
use crate::report::json::Report;

/// The version of this format.
pub const SCHEMA: &str = "viva.results/1";

/// The whole file.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Results {
    /// `viva.results/1`.
    pub schema: String,
    /// The seed of every drawn input, the same for everybody.
    pub seed: u64,
    /// What is still to be done; null where the batch is complete.
    #[serde(default)]
    pub unfinished: Option<UnfinishedPart>,
    /// Every submission, by candidate and challenge.
    pub results: Vec<ResultPart>,
}

/// What is still to be done of a batch that was stopped.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct UnfinishedPart {
    /// Submissions that are not graded yet; with 0 some results may be those of an earlier run.
    pub not_graded_yet: usize,
    /// The command that goes on.
    pub go_on: String,
}

/// One submission.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct ResultPart {
    /// Who handed it in.
    pub candidate: String,
    /// The challenge.
    pub challenge: String,
    /// What became of it.
    pub outcome: OutcomeKind,
    /// Why it was refused or not graded; empty otherwise.
    pub because: String,
    /// The interviewer's report; null where there was nothing to grade.
    pub report: Option<Report>,
    /// The candidate's view of it; null where there was nothing to grade.
    pub candidate_view: Option<CandidateReport>,
}

/// What became of a submission.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum OutcomeKind {
    /// It was graded.
    Graded,
    /// It could not be graded, for no fault of its own.
    Ungraded,
    /// There was nothing in it that could be graded.
    Refused,
    /// Nothing was handed in.
    Missing,
    /// The batch has not come to it yet.
    NotGradedYet,
}

impl OutcomeKind {
    /// The word for a standing.
    #[must_use]
    pub fn of(standing: &Standing) -> Self {
        match standing {
            Standing::Graded { .. } => Self::Graded,
            Standing::Ungraded { .. } => Self::Ungraded,
            Standing::Refused { .. } => Self::Refused,
            Standing::Missing => Self::Missing,
            Standing::Waiting => Self::NotGradedYet,
        }
    }
}

/// The JSON Schema of the file.
#[must_use]
pub fn schema() -> serde_json::Value {
    schemars::schema_for!(Results).to_value()
}

/// Writes the file piece by piece.
#[derive(Debug)]
pub struct Writer<W> {
    to: W,
    written: usize,
}

impl<W: Write> Writer<W> {
    /// Begins the file.
    ///
    /// # Errors
    /// What the writer says.
    pub fn new(mut to: W, seed: u64, unfinished: Option<&Unfinished>) -> io::Result<Self> {
        let unfinished = serde_json::to_string(&unfinished.map(|unfinished| UnfinishedPart {
            not_graded_yet: unfinished.waiting,
            go_on: unfinished.command.clone(),
        }))?;
        let unfinished = without_log_commands(&unfinished, "\\u0023");
        write!(
            to,
            "{{\n  \"schema\": \"{SCHEMA}\",\n  \"seed\": {seed},\n  \"unfinished\": {unfinished},\n  \"results\": ["
        )?;
        Ok(Self { to, written: 0 })
    }

    /// Writes one submission; both reports are JSON texts, empty where nothing was graded.
    ///
    /// # Errors
    /// What the writer says.
    pub fn put(&mut self, submitted: &Submitted, report: &str, candidate_view: &str) -> io::Result<()> {
        let (outcome, because) = match &submitted.standing {
            Standing::Graded { .. } => ("graded", ""),
            Standing::Ungraded { because, .. } => ("ungraded", because.as_str()),
            Standing::Refused { because } => ("refused", because.as_str()),
            Standing::Missing => ("missing", ""),
            Standing::Waiting => ("not_graded_yet", ""),
        };
        // Text and names of outcomes: nothing that JSON cannot hold.
        let json = |text: &str| without_log_commands(&serde_json::Value::from(text).to_string(), "\\u0023");
        let whole = |text: &str| if text.is_empty() { "null".to_owned() } else { text.trim().to_owned() };
        write!(
            self.to,
            "{}\n    {{\n\"candidate\": {},\n\"challenge\": {},\n\"outcome\": {},\n\"because\": {},\n\"report\": {},\n\"candidate_view\": {}\n    }}",
            if self.written == 0 { "" } else { "," },
            json(&submitted.candidate),
            json(&submitted.challenge),
            json(outcome),
            json(because),
            whole(report),
            whole(candidate_view),
        )?;
        self.written += 1;
        Ok(())
    }

    /// Ends the file.
    ///
    /// # Errors
    /// What the writer says.
    pub fn finish(mut self) -> io::Result<W> {
        self.to.write_all(b"\n  ]\n}\n")?;
        self.to.flush()?;
        Ok(self.to)
    }
}
