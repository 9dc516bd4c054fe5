//! A batch that was stopped or killed before its end, as its reports say so.
//!
//! Must not know why it ended.

use crate::judge::locate::counted;

/// What is still to be done of a batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unfinished {
    /// Submissions that are not graded yet.
    pub waiting: usize,
    /// The command that goes on, fit to be shown.
    pub command: String,
}

impl Unfinished {
    /// Two sentences for a person, with the command in backquotes.
    #[must_use]
    pub fn said(&self) -> String {
        let what = match self.waiting {
            0 => "some results may be those of an earlier run".to_owned(),
            1 => "1 submission is not graded yet".to_owned(),
            several => format!("{} are not graded yet", counted(several, "submission")),
        };
        format!("This batch is not complete: {what}. `{}` goes on with it.", self.command)
    }
}
