//! The live line of a long run on standard error: done, failed, rate, time left, what is running.
//!
//! Nothing is drawn where standard error is no terminal, or when it is to be quiet. Must not decide anything.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::console::Console;
use crate::model::batch::Standing;

/// The live line.
#[derive(Debug)]
pub struct Progress {
    bar: ProgressBar,
    running: Vec<String>,
    refused: usize,
    ungraded: usize,
    kept: usize,
}

impl Progress {
    /// A line for so many submissions.
    #[must_use]
    pub fn new(console: &Console, count: usize) -> Self {
        let target =
            if console.quiet() { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr() };
        let bar = ProgressBar::with_draw_target(Some(count as u64), target);
        let template = "{bar:24} {pos}/{len}  {per_sec:.1}  {eta} left  {wide_msg}";
        // The template is a constant; should it ever not parse, the plain bar serves.
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style.progress_chars("━╸─"));
        }
        Self { bar, running: Vec::new(), refused: 0, ungraded: 0, kept: 0 }
    }

    /// A submission is being graded.
    pub fn started(&mut self, candidate: &str) {
        self.running.push(candidate.to_owned());
        self.tell();
    }

    /// A submission's known result still holds.
    pub fn kept(&mut self, candidate: &str) {
        self.kept += 1;
        self.end(candidate);
    }

    /// A submission is done.
    pub fn done(&mut self, candidate: &str, standing: &Standing) {
        match standing {
            Standing::Ungraded { .. } => self.ungraded += 1,
            Standing::Refused { .. } => self.refused += 1,
            Standing::Graded { .. } | Standing::Missing => {}
        }
        self.end(candidate);
    }

    fn end(&mut self, candidate: &str) {
        if let Some(at) = self.running.iter().position(|one| one == candidate) {
            self.running.remove(at);
        }
        self.bar.inc(1);
        self.tell();
    }

    fn tell(&self) {
        let counts = [(self.kept, "kept"), (self.refused, "refused"), (self.ungraded, "ungraded")];
        let mut words: Vec<String> = counts
            .iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, word)| format!("{count} {word}"))
            .collect();
        words.extend(self.running.first().map(|candidate| format!("running {candidate}")));
        self.bar.set_message(words.join(", "));
    }

    /// Takes the line away.
    pub fn finish(self) {
        self.bar.finish_and_clear();
    }
}
