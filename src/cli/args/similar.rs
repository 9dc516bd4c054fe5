//! What can be typed to see what submissions share.
//!
//! Must not know what a command does.

use std::path::PathBuf;

use clap::{Args, ValueEnum, ValueHint};

pub(super) const SIMILAR_EXAMPLES: &str = "\
Examples:
  viva similar lru-cache submissions/                 a folder, laid out as for `viva batch`
  viva similar --out results/                         a batch that was graded
  viva similar --out results/ --pair ada bob          two of them side by side
  viva similar --out results/ --format html > similar.html
  viva similar lru-cache submissions/ --svg who.svg   who hangs together, as a picture

What is in the starter, in several golden answers, or in many submissions does not count. Before anybody is spoken
to, read docs/take-homes.md on how to read this fairly.";

/// `viva similar`.
#[derive(Debug, Args)]
pub struct Similar {
    /// The challenges, as `viva list` names them, and last the folder with the submissions
    #[arg(value_name = "CHALLENGE... SUBMISSIONS", required_unless_present = "out", num_args = 2..)]
    pub what: Vec<PathBuf>,
    /// The folder of a batch, instead: the sources that were graded
    #[arg(short, long, value_name = "DIR", value_hint = ValueHint::DirPath, conflicts_with = "what")]
    pub out: Option<PathBuf>,
    /// Where a path below SUBMISSIONS names who handed in what: `{candidate}/{challenge}.py`
    #[arg(long, value_name = "PATTERN", conflicts_with = "out")]
    pub layout: Option<String>,
    /// Print these two submissions side by side, with the names that stand for each other
    #[arg(long, value_names = ["NAME", "NAME"], num_args = 2, conflicts_with_all = ["format", "svg"])]
    pub pair: Vec<String>,
    /// A page for people, JSON, or a page for a browser
    #[arg(long, value_name = "FORMAT", value_enum, default_value = "text")]
    pub format: SimilarFormat,
    /// Write who hangs together into this file, as a picture; with several challenges one after another
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub svg: Option<PathBuf>,
}

/// The form of what is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SimilarFormat {
    /// For a terminal.
    Text,
    /// Versioned JSON.
    Json,
    /// For a browser.
    Html,
}

impl Similar {
    /// The names of the challenges, where a folder was named.
    #[must_use]
    pub fn challenges(&self) -> Vec<String> {
        let challenges = self.what.split_last().map_or(&[][..], |(_, challenges)| challenges);
        challenges.iter().map(|id| id.display().to_string()).collect()
    }
}
