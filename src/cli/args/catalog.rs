//! What can be typed to find, read and start challenges.
//!
//! Must not know what a command does.

use std::path::PathBuf;

use clap::{Args, ValueEnum, ValueHint};

/// Which challenges are wanted.
#[derive(Debug, Args)]
pub struct Filter {
    /// Only this level
    #[arg(long, value_name = "LEVEL", value_parser = ["beginner", "intermediate", "senior"])]
    pub level: Option<String>,
    /// Only categories whose name holds this text
    #[arg(long, value_name = "TEXT")]
    pub category: Option<String>,
    /// Only challenges with this tag; several must all be there
    #[arg(long, value_name = "TAG")]
    pub tag: Vec<String>,
}

/// `viva list`.
#[derive(Debug, Args)]
pub struct List {
    /// Which of them.
    #[command(flatten)]
    pub filter: Filter,
    /// A table for people, an index in Markdown, or JSON
    #[arg(long, value_name = "FORMAT", value_enum, default_value = "text")]
    pub format: PageFormat,
}

/// `viva show`.
#[derive(Debug, Args)]
pub struct Show {
    /// The challenge, as `viva list` names it
    #[arg(value_name = "CHALLENGE")]
    pub challenge: String,
    /// Show all of it: cases, rubric, misconceptions, follow-ups, driver and oracle
    #[arg(long)]
    pub hidden: bool,
}

/// The form of a page that may be printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum PageFormat {
    /// For a terminal.
    Text,
    /// For paper and notes.
    Markdown,
    /// Versioned JSON.
    Json,
}

/// `viva new`.
#[derive(Debug, Args)]
pub struct New {
    /// The id of the new challenge: lower-case letters, digits and `-`
    #[arg(value_name = "CHALLENGE")]
    pub challenge: String,
    /// The folder to write it into [default: the bank in use, or the current folder]
    #[arg(long = "in", value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub folder: Option<PathBuf>,
}
