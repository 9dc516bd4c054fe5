//! What can be typed: commands, options, help texts with examples.
//!
//! Must not know what a command does; it only names what was asked for.

mod bank;
mod batch;
mod catalog;
mod env;
mod grading;
mod plan;
mod regrade;
mod similar;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum, ValueHint};

pub use bank::{BankCommand, Export, Import};
pub use batch::{Batch, BatchFormat};
pub use catalog::{Filter, List, New, PageFormat, Show};
pub use env::{EnvBuild, EnvCommand};
pub use grading::{Format, Grade, GradeFormat, Running, Runtime, Verify, View};
pub use plan::{Level, Plan};
pub use regrade::Regrade;
pub use similar::{Similar, SimilarFormat};

use batch::BATCH_EXAMPLES;
use grading::GRADE_EXAMPLES;
use plan::PLAN_EXAMPLES;
use regrade::REGRADE_EXAMPLES;
use similar::SIMILAR_EXAMPLES;

const TOP_EXAMPLES: &str = "\
Examples:
  viva list --level beginner            what there is to ask
  viva show retry-decorator             what a candidate reads
  viva grade retry-decorator answer.py  what an answer really does
  viva doctor                           which walls stand on this host

Exit codes of `viva grade`: 0 graded, 1 unexpected error, 2 usage, 3 bad challenge, 4 nothing to grade,
5 isolation not met, 6 ungraded, 10 below --fail-under, 130 interrupted. With --format json a failure is JSON, too.";

const CHECK_EXAMPLES: &str = "\
Examples:
  viva check                      the whole bank
  viva check lru-cache            one challenge
  viva check --mutants lru-cache  are its cases strong enough to tell nearly right from right?
  viva check --bank my-bank/ -q   in a pipeline: only what is wrong";

/// Grades Python answers by running them, and shows the evidence. People decide.
#[derive(Debug, Parser)]
#[command(name = "viva", version, about, after_help = TOP_EXAMPLES, max_term_width = 100)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// Options that every command takes.
    #[command(flatten)]
    pub global: Global,
}

/// Options that every command takes.
#[derive(Debug, Args)]
#[command(next_help_heading = "Everywhere")]
pub struct Global {
    /// A folder of challenges to use instead of the built-in bank [also: VIVA_BANK, or `bank` in viva.toml]
    #[arg(long, global = true, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub bank: Option<PathBuf>,
    /// When to use colour [default: auto; NO_COLOR is respected]
    #[arg(long, global = true, value_name = "WHEN")]
    pub color: Option<ColorChoice>,
    /// Say only what matters
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub quiet: bool,
    /// Say more about what is done, on standard error
    #[arg(short, long, global = true)]
    pub verbose: bool,
    /// Leave one wall out, so that a test can see viva refuse; it never makes a grade pass
    #[arg(long, global = true, hide = true, value_name = "WALL")]
    pub without_wall: Option<String>,
}

/// When to use colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ColorChoice {
    /// In a terminal that has it.
    Auto,
    /// Even into a pipe.
    Always,
    /// Not at all.
    Never,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Grade one answer and show the evidence
    #[command(after_help = GRADE_EXAMPLES)]
    Grade(Box<Grade>),
    /// Grade a folder of submissions, one or several challenges each, and write reports over all of them
    #[command(after_help = BATCH_EXAMPLES)]
    Batch(Box<Batch>),
    /// Grade again what a changed harness affects in a batch, and show whose score changes
    #[command(after_help = REGRADE_EXAMPLES)]
    Regrade(Box<Regrade>),
    /// Show which submissions share more code than independent answers do: evidence for a person, no verdict
    #[command(after_help = SIMILAR_EXAMPLES)]
    Similar(Box<Similar>),
    /// Grade an answer again and say whether every verdict of a report is the same
    #[command(after_help = "Example:\n  viva verify report.json --answer answer.py")]
    Verify(Verify),
    /// List the challenges
    #[command(
        after_help = "Examples:\n  viva list --level senior --category concurrency\n  viva list --tag decorators --format json\n  viva list --format markdown > bank.md"
    )]
    List(List),
    /// Show a challenge as a candidate sees it
    #[command(after_help = "Examples:\n  viva show lru-cache\n  viva show lru-cache --hidden")]
    Show(Show),
    /// Draw an interview from the bank: an agenda by the minute with challenges and questions
    #[command(after_help = PLAN_EXAMPLES)]
    Plan(Plan),
    /// Check that challenges hold together: every golden answer gets exactly its score
    #[command(after_help = CHECK_EXAMPLES)]
    Check(Check),
    /// Put the bank, or a part of it, into one file, or take challenges out of such a file
    #[command(subcommand)]
    Bank(BankCommand),
    /// Install the packages that projects may import, from their challenges' locked lists
    #[command(subcommand)]
    Env(EnvCommand),
    /// Write the scaffold of a new challenge
    #[command(
        after_help = "Example:\n  viva new word-ladder --in my-bank/ && viva check --bank my-bank/ word-ladder"
    )]
    New(New),
    /// Show which walls stand on this host, how each was probed, and what to do about a missing one
    Doctor(Doctor),
    /// Print the JSON Schema of a format
    #[command(after_help = "Example:\n  viva schema report > viva.report.schema.json")]
    Schema(Schema),
    /// Print completions for a shell
    #[command(
        after_help = "Example:\n  viva completions bash > ~/.local/share/bash-completion/completions/viva"
    )]
    Completions(Completions),
    /// Build a box and run steps in it; started by viva itself for cold runs
    #[command(hide = true, name = "box-init")]
    BoxInit(BoxInit),
}

/// `viva check`.
#[derive(Debug, Args)]
pub struct Check {
    /// Challenges to check; all when none is named
    #[arg(value_name = "CHALLENGE")]
    pub challenges: Vec<String>,
    /// Mutate right answers instead, and see which mutants no case catches
    #[arg(long)]
    pub mutants: bool,
    /// Run every case on every mutant, for the whole matrix, rather than stop at the first miss
    #[arg(long, requires = "mutants")]
    pub every_case: bool,
    /// A page for people, or JSON, of the mutants
    #[arg(long, value_name = "FORMAT", value_enum, default_value = "text", requires = "mutants")]
    pub format: Format,
    /// How they are run.
    #[command(flatten)]
    pub running: Running,
}

/// `viva doctor`.
#[derive(Debug, Args)]
pub struct Doctor {
    /// A table for people, or JSON
    #[arg(long, value_name = "FORMAT", value_enum, default_value = "text")]
    pub format: Format,
    /// Look at the walls of a cold run with this interpreter
    #[arg(long, value_name = "PATH", value_hint = ValueHint::ExecutablePath)]
    pub python: Option<PathBuf>,
}

/// `viva schema`.
#[derive(Debug, Args)]
pub struct Schema {
    /// Which format
    #[arg(value_name = "FORMAT", value_enum)]
    pub of: SchemaOf,
}

impl Command {
    /// Whether a program waits for JSON on standard output.
    #[must_use]
    pub fn promises_json(&self) -> bool {
        match self {
            Self::Grade(told) => told.output.is_none() && told.format == GradeFormat::Json,
            Self::Regrade(told) => told.format == Format::Json,
            Self::Doctor(told) => told.format == Format::Json,
            Self::List(told) => told.format == PageFormat::Json,
            Self::Plan(told) => told.format == PageFormat::Json,
            Self::Similar(told) => told.format == SimilarFormat::Json && told.pair.is_empty(),
            Self::Bank(BankCommand::Export(told)) => told.output.is_none(),
            _ => false,
        }
    }
}

/// The formats with a JSON Schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SchemaOf {
    /// The report of `viva grade --format json`.
    Report,
    /// The same in a candidate's view, by `--view candidate`.
    Candidate,
    /// The `results.json` of a batch.
    Results,
    /// What `viva regrade --format json` prints.
    Regrade,
    /// What a command that was to print JSON prints when it fails.
    Error,
    /// The manifest of a challenge.
    Challenge,
    /// The file of `viva bank export`.
    Bank,
    /// The output of `viva similar --format json`, and `similar.json` of a batch.
    Similar,
    /// The plan of `viva plan --format json`.
    Plan,
    /// A template of plans.
    Template,
}

/// `viva completions`.
#[derive(Debug, Args)]
pub struct Completions {
    /// The shell
    #[arg(value_name = "SHELL", value_enum)]
    pub shell: clap_complete::Shell,
}

/// `viva box-init`.
#[derive(Debug, Args)]
pub struct BoxInit {
    /// The plan of the box, as JSON
    #[arg(value_name = "PLAN")]
    pub plan: String,
}
