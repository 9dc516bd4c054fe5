//! What can be typed: commands, options, help texts with examples.
//!
//! Must not know what a command does; it only names what was asked for.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum, ValueHint};

const TOP_EXAMPLES: &str = "\
Examples:
  viva list --level beginner            what there is to ask
  viva show retry-decorator             what a candidate reads
  viva grade retry-decorator answer.py  what an answer really does
  viva doctor                           which walls stand on this host

Exit codes of `viva grade`: 0 graded, 1 unexpected error, 2 usage, 3 bad challenge, 4 nothing to grade,
5 isolation not met, 6 ungraded, 10 below --fail-under, 130 interrupted. With --format json a failure is JSON, too.";

const GRADE_EXAMPLES: &str = "\
Examples:
  viva grade lru-cache answer.py
  viva grade lru-cache - < answer.py
  viva grade lru-cache submission/ --format json > report.json
  viva grade list-plus-equals answer.py --prediction said.txt --explanation why.md
  viva grade lru-cache answer.py --watch
  viva grade lru-cache answer.py --runtime cold --python .venv/bin/python
  viva grade lru-cache answer.py --asked code --fail-under 3";

const PLAN_EXAMPLES: &str = "\
Examples:
  viva plan                                     half an hour, for somebody of intermediate level
  viva plan --template technical-60 --level senior --seed 7
  viva plan --role backend --minutes 45 --format markdown > tuesday.md
  viva plan --category concurrency=2 --category decorators
  viva plan --template our-screens/data.toml
  viva plan --list                              which templates and roles there are

The same seed draws the same plan from the same bank; without one a fresh seed is drawn and told.";

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
const BATCH_EXAMPLES: &str = "\
Examples:
  viva batch lru-cache submissions/ --out results/
  viva batch lru-cache once retry-decorator submissions/ --out results/ --layout '{candidate}/{challenge}.py'
  viva batch lru-cache export/ --out results/ --layout '{candidate}_*_assignsubmission_file/answer.py'

A submission is a file, a folder, a zip or a tar. Run the same command again after anything went wrong: it goes on where it was.";

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
    /// Text for people, or the versioned report
    #[arg(long, value_name = "FORMAT", value_enum, default_value = "text")]
    pub format: Format,
    /// Write the report to this file instead of standard output
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub output: Option<PathBuf>,
    /// What was asked for: `code` leaves out evidence that needs words, at both ends of the range
    #[arg(long, value_name = "WHAT", value_enum, default_value = "all")]
    pub asked: Asked,
    /// Exit with 10 when the suggested range starts below this score
    #[arg(long, value_name = "SCORE", value_parser = clap::value_parser!(u8).range(1..=5))]
    pub fail_under: Option<u8>,
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

/// Which evidence is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Asked {
    /// Code and words.
    All,
    /// Code only.
    Code,
}

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
    /// Grade everything again, known or not
    #[arg(long)]
    pub again: bool,
    /// How they are run.
    #[command(flatten)]
    pub running: Running,
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
            Self::Grade(told) => told.output.is_none() && told.format == Format::Json,
            Self::Doctor(told) => told.format == Format::Json,
            Self::List(told) => told.format == PageFormat::Json,
            Self::Plan(told) => told.format == PageFormat::Json,
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
    /// What a command that was to print JSON prints when it fails.
    Error,
    /// The manifest of a challenge.
    Challenge,
    /// The file of `viva bank export`.
    Bank,
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
