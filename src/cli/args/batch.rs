//! What can be typed to grade a folder of submissions.
//!
//! Must not know what a command does.

use std::path::PathBuf;

use clap::{Args, ValueEnum, ValueHint};
use serde::{Deserialize, Serialize};

use super::grading::{Asked, Running};

pub(super) const BATCH_EXAMPLES: &str = "\
Examples:
  viva batch lru-cache submissions/ --out results/
  viva batch lru-cache once retry-decorator submissions/ --out results/ --layout '{candidate}/{challenge}.py'
  viva batch lru-cache export/ --out results/ --layout '{candidate}_*_assignsubmission_file/answer.py'

A submission is a file, a folder, a zip or a tar. Run the same command again after anything went wrong: it goes on where it was.";

/// `viva batch`.
#[derive(Debug, Args)]
pub struct Batch {
    /// The challenges, as `viva list` names them, and last the folder with the submissions
    #[arg(value_name = "CHALLENGE... SUBMISSIONS", num_args = 2.., required = true)]
    pub what: Vec<PathBuf>,
    /// The folder for results and reports; the same folder goes on where it was
    #[arg(short, long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub out: PathBuf,
    /// Where a path below SUBMISSIONS names who handed in what: `{candidate}/{challenge}.py`
    #[arg(long, value_name = "PATTERN")]
    pub layout: Option<String>,
    /// What was asked for: `code` leaves out evidence that needs words
    #[arg(long, value_name = "WHAT", value_enum, default_value = "code")]
    pub asked: Asked,
    /// More formats beside results.csv, results.json and the feedback; several with commas or by repeating it
    #[arg(long = "format", value_name = "FORMAT", value_enum, value_delimiter = ',')]
    pub formats: Vec<BatchFormat>,
    /// Grade everything again, known or not
    #[arg(long)]
    pub again: bool,
    /// How they are run.
    #[command(flatten)]
    pub running: Running,
}

/// A format that a batch can write beside those that it always writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum BatchFormat {
    /// junit.xml: a suite for each submission, a test for each case
    Junit,
    /// ctrf.json: the same in the Common Test Report Format
    Ctrf,
    /// idioms.sarif: missed idioms at their lines, for code scanning
    Sarif,
    /// gradescope/NAME.json, a results.json for each candidate, in the candidate's view
    Gradescope,
    /// Annotations on standard output and a job summary (summary.md), in the candidate's view
    Github,
}

impl Batch {
    /// The names of the challenges.
    #[must_use]
    pub fn challenges(&self) -> Vec<String> {
        let (_, challenges) = self.what.split_last().expect("two are required");
        challenges.iter().map(|id| id.display().to_string()).collect()
    }

    /// The folder with the submissions.
    #[must_use]
    pub fn submissions(&self) -> &std::path::Path {
        self.what.last().expect("two are required")
    }
}
