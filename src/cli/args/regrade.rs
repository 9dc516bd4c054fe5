//! What can be typed to grade a batch again after its harness changed.
//!
//! Must not know what a command does.

use std::path::PathBuf;

use clap::{Args, ValueHint};

use super::grading::{Format, Running};

pub(super) const REGRADE_EXAMPLES: &str = "\
Examples:
  viva regrade results/ --dry-run      what a changed challenge, viva or interpreter affects
  viva regrade results/                grade that again, and show whose score changes
  viva regrade results/ --accept       the new results stand: forget what was before

Nothing is run for a result that nothing changed for. The comparison stays, through several changes, until it is accepted.";

/// `viva regrade`.
#[derive(Debug, Args)]
pub struct Regrade {
    /// The folder that `viva batch --out` wrote
    #[arg(value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub out: PathBuf,
    /// Say what would be graded again, and run nothing
    #[arg(short = 'n', long)]
    pub dry_run: bool,
    /// Let the new results stand and forget what was before them
    #[arg(long, conflicts_with_all = ["dry_run", "submissions", "layout"])]
    pub accept: bool,
    /// Where the submissions lie now, if they were moved
    #[arg(long, value_name = "FOLDER", value_hint = ValueHint::DirPath)]
    pub submissions: Option<PathBuf>,
    /// The layout of their paths, if it is another now
    #[arg(long, value_name = "PATTERN")]
    pub layout: Option<String>,
    /// A table for people, or JSON (`viva schema regrade`)
    #[arg(long, value_name = "FORMAT", value_enum, default_value = "text")]
    pub format: Format,
    /// How they are run.
    #[command(flatten)]
    pub running: Running,
}
