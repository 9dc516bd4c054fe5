//! What can be typed to carry challenges from one bank to another.
//!
//! Must not know what a command does.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueHint};

use super::catalog::Filter;

const EXPORT_EXAMPLES: &str = "\
Examples:
  viva bank export -o bank.json                                 what is asked, and what to listen for
  viva bank export --hidden --category concurrency -o conc.json  all of it, to be imported elsewhere
  viva bank export lru-cache --hidden | viva bank import - --in my-bank

The file is for interviewers, with or without hidden parts. `viva schema bank` describes it.";

const IMPORT_EXAMPLES: &str = "\
Examples:
  viva bank import bank.json --in my-bank
  viva bank import bank.json lru-cache top-words --in my-bank
  viva bank import bank.json --in my-bank --replace

Everything is looked at before anything is written: challenges appear whole or not at all.";

/// `viva bank`.
#[derive(Debug, Subcommand)]
pub enum BankCommand {
    /// Write challenges into one file of JSON
    #[command(after_help = EXPORT_EXAMPLES)]
    Export(Export),
    /// Write the challenges of such a file into a folder
    #[command(after_help = IMPORT_EXAMPLES)]
    Import(Import),
}

/// `viva bank export`.
#[derive(Debug, Args)]
pub struct Export {
    /// Challenges to export; all that fit when none is named
    #[arg(value_name = "CHALLENGE")]
    pub challenges: Vec<String>,
    /// Which of them.
    #[command(flatten)]
    pub filter: Filter,
    /// With every file, hidden ones too; only such a file can be imported
    #[arg(long)]
    pub hidden: bool,
    /// Write to this file instead of standard output; it must not be there yet
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub output: Option<PathBuf>,
}

/// `viva bank import`.
#[derive(Debug, Args)]
pub struct Import {
    /// A file made by `viva bank export --hidden`, or `-` for standard input
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub file: PathBuf,
    /// Challenges of it to import; all when none is named
    #[arg(value_name = "CHALLENGE")]
    pub challenges: Vec<String>,
    /// The folder to write them into [default: the bank in use, or the current folder]
    #[arg(long = "in", value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub folder: Option<PathBuf>,
    /// Put them in the place of challenges of the same name
    #[arg(long)]
    pub replace: bool,
}
