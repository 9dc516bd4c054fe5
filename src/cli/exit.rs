//! Exit codes, and failures as a person reads them: what was wrong, and what to do.
//!
//! Must not know which command failed.

use std::fmt;
use std::process::ExitCode;

/// How a command ends; the numbers are part of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Done.
    Done = 0,
    /// An error that nobody foresaw.
    Unexpected = 1,
    /// The command line or a file it names is wrong.
    Usage = 2,
    /// The challenge is wrong or does not exist, or a check found something.
    BadChallenge = 3,
    /// There is nothing to grade.
    NothingToGrade = 4,
    /// A required wall is missing.
    IsolationNotMet = 5,
    /// Some answer could not be graded.
    Ungraded = 6,
    /// Somebody pressed Ctrl-C, or asked the process to end: 128 and the signal, as shells count.
    Interrupted = 130,
    /// The suggested range starts below `--fail-under`, or a verification differs.
    Below = 10,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// A failure on its way to a person.
#[derive(Debug)]
pub struct Failure {
    /// How the command ends.
    pub exit: Exit,
    /// What was wrong and where; may have several lines.
    pub message: String,
    /// What to do; empty where the message says it.
    pub help: String,
}

impl Failure {
    /// A failure with its chain of causes as one message.
    pub fn new(exit: Exit, error: &dyn std::error::Error) -> Self {
        let mut message = error.to_string();
        let mut source = error.source();
        while let Some(cause) = source {
            message.push_str(&format!(": {cause}"));
            source = cause.source();
        }
        Self { exit, message, help: String::new() }
    }

    /// The same with what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = help.into();
        self
    }

    /// The person who runs it ended it: everything is put away, and nothing needs to be said.
    #[must_use]
    pub fn interrupted() -> Self {
        Self { exit: Exit::Interrupted, message: String::new(), help: String::new() }
    }

    /// Standard output was closed by its reader, or a person ended the command: there is nothing to say.
    #[must_use]
    pub fn is_silent(&self) -> bool {
        self.message.is_empty()
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        if error.kind() == std::io::ErrorKind::BrokenPipe {
            return Self { exit: Exit::Done, message: String::new(), help: String::new() };
        }
        let full = error.kind() == std::io::ErrorKind::StorageFull;
        let failure = Self::new(Exit::Unexpected, &error);
        if full {
            failure.help("the disk is full: nothing was lost but this output; make room and run it again")
        } else {
            failure
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}
