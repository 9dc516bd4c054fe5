//! What can be typed to grade one answer, and how answers are run.
//!
//! Must not know what a command does.

use std::path::PathBuf;

use clap::{Args, ValueEnum, ValueHint};

pub(super) const GRADE_EXAMPLES: &str = "\
Examples:
  viva grade lru-cache answer.py
  viva grade lru-cache - < answer.py
  viva grade lru-cache submission/ --format json > report.json
  viva grade list-plus-equals answer.py --prediction said.txt --explanation why.md
  viva grade lru-cache answer.py --watch
  viva grade lru-cache answer.py --runtime cold --python .venv/bin/python
  viva grade lru-cache answer.py --asked code --fail-under 3";

/// How answers are run.
#[derive(Debug, Args)]
#[command(next_help_heading = "Running")]
pub struct Running {
    /// How Python runs: a warm interpreter that is forked, or a fresh subprocess for each case
    #[arg(long, value_name = "KIND", value_enum)]
    pub runtime: Option<Runtime>,
    /// The interpreter of a cold run (3.9 or later, or that of a virtual environment); implies `--runtime cold`
    #[arg(long, value_name = "PATH", value_hint = ValueHint::ExecutablePath)]
    pub python: Option<PathBuf>,
    /// The seed of all hidden inputs; random unless given, and always recorded
    #[arg(long, value_name = "N")]
    pub seed: Option<u64>,
    /// Grade even though a required wall is missing; every report is stamped with it
    #[arg(long)]
    pub allow_weaker: bool,
}

/// Which way Python runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Runtime {
    /// Forked from a warm interpreter.
    Warm,
    /// A fresh subprocess for each case.
    Cold,
}

/// `viva grade`.
#[derive(Debug, Args)]
pub struct Grade {
    /// The challenge, as `viva list` names it
    #[arg(value_name = "CHALLENGE")]
    pub challenge: String,
    /// A file, a folder with answer.py, or `-` for standard input
    #[arg(value_name = "ANSWER", value_hint = ValueHint::AnyPath)]
    pub answer: PathBuf,
    /// What the candidate said the snippet prints, as a file
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub prediction: Option<PathBuf>,
    /// What the candidate wrote to explain the answer, as a file
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub explanation: Option<PathBuf>,
    /// Whose eyes it is for; a candidate's view never holds anything hidden
    #[arg(long, value_name = "WHO", value_enum, default_value = "interviewer")]
    pub view: View,
    /// Text for people, the versioned report, or what another tool reads
    #[arg(long, value_name = "FORMAT", value_enum, default_value = "text")]
    pub format: GradeFormat,
    /// Write the report to this file instead of standard output
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub output: Option<PathBuf>,
    /// What was asked for: `code` leaves out evidence that needs words, at both ends of the range
    #[arg(long, value_name = "WHAT", value_enum, default_value = "all")]
    pub asked: Asked,
    /// Exit with 10 when the suggested range starts below this score
    #[arg(long, value_name = "SCORE", value_parser = clap::value_parser!(u8).range(1..=5))]
    pub fail_under: Option<u8>,
    /// Show where the time went, on standard error
    #[arg(long)]
    pub timings: bool,
    /// Grade again whenever the answer is saved
    #[arg(long, conflicts_with = "output")]
    pub watch: bool,
    /// How it is run.
    #[command(flatten)]
    pub running: Running,
}

/// Whose eyes a report is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum View {
    /// Everything.
    Interviewer,
    /// Titles, and visible cases in full.
    Candidate,
}

/// The form of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    Text,
    /// Versioned JSON.
    Json,
}

/// The form of the report of one answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum GradeFormat {
    /// For people
    Text,
    /// Versioned JSON
    Json,
    /// JUnit XML
    Junit,
    /// The Common Test Report Format
    Ctrf,
    /// Missed idioms for code scanning (SARIF 2.1.0)
    Sarif,
    /// Gradescope's results.json, in the candidate's view
    Gradescope,
    /// Annotations, the page and a job summary for GitHub Actions, in the candidate's view
    Github,
}

/// Which evidence is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Asked {
    /// Code and words.
    All,
    /// Code only.
    Code,
}

impl From<Asked> for crate::model::evidence::Asked {
    fn from(told: Asked) -> Self {
        match told {
            Asked::All => Self::All,
            Asked::Code => Self::Code,
        }
    }
}

/// `viva verify`.
#[derive(Debug, Args)]
pub struct Verify {
    /// A report made by `viva grade --format json`
    #[arg(value_name = "REPORT", value_hint = ValueHint::FilePath)]
    pub report: PathBuf,
    /// The answer it was made of
    #[arg(long, value_name = "ANSWER", value_hint = ValueHint::AnyPath)]
    pub answer: PathBuf,
    /// The prediction it was made with, where it is a file beside the answer
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub prediction: Option<PathBuf>,
    /// The explanation it was made with, where it is a file beside the answer
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub explanation: Option<PathBuf>,
    /// The interpreter, where the report was made by a cold run
    #[arg(long, value_name = "PATH", value_hint = ValueHint::ExecutablePath)]
    pub python: Option<PathBuf>,
    /// Grade even though a required wall is missing
    #[arg(long)]
    pub allow_weaker: bool,
}
