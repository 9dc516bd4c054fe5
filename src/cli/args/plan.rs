//! What can be typed to draw an interview.
//!
//! Must not know what a command does.

use clap::{Args, ValueEnum};

use super::catalog::PageFormat;

pub(super) const PLAN_EXAMPLES: &str = "\
Examples:
  viva plan                                     half an hour, for somebody of intermediate level
  viva plan --template technical-60 --level senior --seed 7
  viva plan --role backend --minutes 45 --format markdown > tuesday.md
  viva plan --category concurrency=2 --category decorators
  viva plan --template our-screens/data.toml
  viva plan --list                              which templates and roles there are

The same seed draws the same plan from the same bank; without one a fresh seed is drawn and told.";

/// `viva plan`.
#[derive(Debug, Args)]
pub struct Plan {
    /// The template, by its name or as a file [default: screen-30, and technical-60 above 45 minutes]
    #[arg(long, value_name = "NAME")]
    pub template: Option<String>,
    /// What somebody is hired for, which decides how much each category counts; `--list` names the roles
    #[arg(long, value_name = "ROLE")]
    pub role: Option<String>,
    /// How experienced the candidate is [default: the template's]
    #[arg(long, value_name = "LEVEL", value_enum)]
    pub level: Option<Level>,
    /// Only categories whose name holds this text, with a weight from 1 to 9 if you like; several may be given
    #[arg(long, value_name = "TEXT[=WEIGHT]")]
    pub category: Vec<String>,
    /// Minutes of the whole; the template's parts are stretched or cut in proportion
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=480))]
    pub minutes: Option<u32>,
    /// What the draw depends on; fresh unless given, and always told
    #[arg(long, value_name = "N")]
    pub seed: Option<u64>,
    /// A page, Markdown to print and write on, or versioned JSON
    #[arg(long, value_name = "FORMAT", value_enum, default_value = "text")]
    pub format: PageFormat,
    /// List the templates and the roles instead
    #[arg(long, conflicts_with_all = ["template", "role", "level", "category", "minutes", "seed"])]
    pub list: bool,
}

/// How experienced a candidate is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Level {
    /// B of the bank.
    Beginner,
    /// I of the bank.
    Intermediate,
    /// S of the bank.
    Senior,
}
