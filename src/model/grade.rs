//! Everything about one graded answer, before any format.
//!
//! Must not know how it is shown or stored.

use super::answer::SourceFile;
use super::challenge::Challenge;
use super::check::Check;
use super::evidence::{Asked, Evidence, Hint};
use super::id::EvidenceId;
use super::isolation::Isolation;
use super::limits::Limits;
use super::observation::{Captured, Measured, Place};

/// How a case came out. Only [`Outcome::Met`] earns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// Every check held.
    Met,
    /// It ran to its end and a check did not hold.
    Unmet,
    /// An exception left it.
    Raised,
    /// Out of wall or CPU time.
    TimedOut,
    /// Out of memory.
    OutOfMemory,
    /// Too much output or too many observations.
    TooMuchOutput,
    /// A signal ended it.
    Crashed,
    /// It ended without saying that it had.
    Incomplete,
    /// The host saw a forbidden act refused, or refused the answer.
    Denied,
    /// It was never started.
    NotRun,
}

impl Outcome {
    /// The name in reports: `timed_out`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Unmet => "unmet",
            Self::Raised => "raised",
            Self::TimedOut => "timed_out",
            Self::OutOfMemory => "out_of_memory",
            Self::TooMuchOutput => "too_much_output",
            Self::Crashed => "crashed",
            Self::Incomplete => "incomplete",
            Self::Denied => "denied",
            Self::NotRun => "not_run",
        }
    }
}

/// One case of one graded answer.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseResult {
    /// The case.
    pub id: EvidenceId,
    /// How it came out.
    pub outcome: Outcome,
    /// One sentence about it for the interviewer; empty for a met case. May hold hidden values.
    pub message: String,
    /// Every check with what was expected and seen. Hidden.
    pub checks: Vec<Check>,
    /// Where in the answer an exception came from.
    pub place: Option<Place>,
    /// Standard output. Hostile bytes.
    pub stdout: Captured,
    /// Standard error. Hostile bytes.
    pub stderr: Captured,
    /// Facts of the kernel.
    pub measured: Measured,
}

/// Which way Python ran.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RuntimeKind {
    /// A warm interpreter, forked.
    #[default]
    Warm,
    /// A fresh subprocess.
    Cold,
}

/// The interpreter that ran an answer.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Interpreter {
    /// Warm or cold.
    pub kind: RuntimeKind,
    /// Full version: `3.11.7`.
    pub python: String,
    /// SHA-256 in hexadecimal of the interpreter's `sys.version` and implementation name.
    pub sha256: String,
}

/// Why an answer could not be loaded at all: every case is then [`Outcome::NotRun`] and the score 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoadFailure {
    /// What happened, in one or two sentences.
    pub message: String,
    /// Where.
    pub place: Option<Place>,
    /// How the load came out.
    pub outcome: Outcome,
}

/// What became of an answer.
#[derive(Debug, Clone, PartialEq)]
pub enum Verdict {
    /// It was graded.
    Graded(Hint),
    /// It could not be graded; never the candidate's fault.
    Ungraded {
        /// Why, in one sentence.
        because: String,
        /// Whose fault it is.
        fault: Fault,
    },
}

/// Whose fault it is that an answer could not be graded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// viva's, or this machine's.
    Viva,
    /// The challenge's: its hidden Python fails on its own.
    Challenge,
}

/// A name that the challenge asks for and the answer does not define.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undefined {
    /// The name.
    pub name: String,
    /// That in words, with what is near; cleaned for being shown.
    pub remark: String,
}

/// Everything about one graded answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Grade {
    /// The challenge as it was.
    pub challenge: std::sync::Arc<Challenge>,
    /// SHA-256 in hexadecimal of the answer.
    pub answer_sha256: String,
    /// The answer's files, the main one first, to show evidence at its line.
    pub files: Vec<SourceFile>,
    /// SHA-256 in hexadecimal of the toolbox that ran.
    pub toolbox_sha256: String,
    /// The verdict.
    pub verdict: Verdict,
    /// Why the answer did not load, when it did not.
    pub load_failure: Option<LoadFailure>,
    /// Names that were asked for and are not there.
    pub undefined: Vec<Undefined>,
    /// Remarks about the answer that are no evidence: a byte order mark removed, a shadowed module.
    pub notes: Vec<String>,
    /// Cases in the challenge's order.
    pub cases: Vec<CaseResult>,
    /// All evidence in the challenge's order.
    pub evidence: Vec<Evidence>,
    /// What the snippet really printed and what was foretold, where a prediction was asked for.
    pub prediction: Option<Prediction>,
    /// The walls that stood.
    pub isolation: Isolation,
    /// The interpreter.
    pub interpreter: Interpreter,
    /// The seed.
    pub seed: u64,
    /// Which evidence was asked for.
    pub asked: Asked,
    /// The limits.
    pub limits: Limits,
}

/// A prediction beside the truth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prediction {
    /// What the snippet printed when it was run.
    pub printed: String,
    /// What the candidate foretold, if anything.
    pub foretold: Option<String>,
}

impl Grade {
    /// Every remark about the answer that is no evidence: what it does not define, then the notes.
    pub fn remarks(&self) -> impl Iterator<Item = &str> {
        let undefined = self.undefined.iter().map(|undefined| undefined.remark.as_str());
        undefined.chain(self.notes.iter().map(String::as_str))
    }

    /// Whether a file is the answer's main one.
    #[must_use]
    pub fn is_main(&self, file: &str) -> bool {
        self.files.first().is_some_and(|main| main.path == file)
    }

    /// The text of a line of one of the answer's files, from 1.
    #[must_use]
    pub fn line(&self, file: &str, number: u32) -> Option<&str> {
        let file = self.files.iter().find(|one| one.path == file)?;
        file.text.lines().nth((number as usize).checked_sub(1)?)
    }

    /// Points earned and points possible.
    #[must_use]
    pub fn points(&self) -> (u32, u32) {
        let earned =
            |id: &EvidenceId| self.cases.iter().any(|case| &case.id == id && case.outcome == Outcome::Met);
        self.challenge.cases.iter().fold((0, 0), |(got, all), case| {
            (got + if earned(&case.id) { case.points } else { 0 }, all + case.points)
        })
    }
}
