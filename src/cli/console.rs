//! The two streams a person or a program reads: data on standard output, everything else on standard error.
//!
//! A reader that closes standard output early ends the command quietly. Must not know what is printed.

use std::io::{IsTerminal, Write};

use anstyle::{AnsiColor, Style};

use super::args::{ColorChoice, Global};
use super::exit::Failure;
use crate::judge::escape::without_log_commands;
use crate::report::terminal::Screen;

/// Columns of a text that goes nowhere with a width of its own.
const WIDTH_DEFAULT: usize = 80;
/// Columns beyond which lines are tiring to read.
const WIDTH_MAX: usize = 110;
/// Columns below which nothing can be laid out.
const WIDTH_MIN: usize = 40;

/// The streams of one command.
#[derive(Debug, Clone, Copy)]
pub struct Console {
    width: usize,
    color: bool,
    color_on_errors: bool,
    quiet: bool,
    verbose: bool,
}

impl Console {
    /// Looks at the terminal, the environment and the options once.
    #[must_use]
    pub fn new(global: &Global) -> Self {
        let wants = |stream: anstream::ColorChoice| stream != anstream::ColorChoice::Never;
        let (color, color_on_errors) = match global.color {
            Some(ColorChoice::Always) => (true, true),
            Some(ColorChoice::Never) => (false, false),
            Some(ColorChoice::Auto) | None => (
                wants(anstream::AutoStream::choice(&std::io::stdout())),
                wants(anstream::AutoStream::choice(&std::io::stderr())),
            ),
        };
        Self { width: width(), color, color_on_errors, quiet: global.quiet, verbose: global.verbose }
    }

    /// How a page on standard output is drawn.
    #[must_use]
    pub fn screen(&self) -> Screen {
        Screen { width: self.width, colour: self.color, ..Screen::default() }
    }

    /// Columns of a page.
    #[must_use]
    pub fn width(&self) -> usize {
        self.width
    }

    /// Rows of the terminal on standard output; [`None`] where there is none.
    #[must_use]
    pub fn height(&self) -> Option<usize> {
        let terminal = std::io::stdout().is_terminal().then(terminal_size::terminal_size).flatten();
        terminal.map(|(_, height)| usize::from(height.0))
    }

    /// Whether escape sequences may be written to standard output.
    #[must_use]
    pub fn colors(&self) -> bool {
        self.color
    }

    /// Whether escape sequences for colour may be written to standard error.
    #[must_use]
    pub fn colors_errors(&self) -> bool {
        self.color_on_errors
    }

    /// Whether only what matters is to be said.
    #[must_use]
    pub fn quiet(&self) -> bool {
        self.quiet
    }

    /// Writes data to standard output.
    ///
    /// # Errors
    /// A [`Failure`] when it cannot be written; a quiet one when its reader is gone.
    pub fn data(&self, text: &str) -> Result<(), Failure> {
        let mut stream = std::io::stdout().lock();
        stream.write_all(text.as_bytes())?;
        if !text.ends_with('\n') {
            stream.write_all(b"\n")?;
        }
        stream.flush()?;
        Ok(())
    }

    /// Says something about progress on standard error, unless it is to be quiet.
    pub fn progress(&self, text: &str) {
        if !self.quiet {
            Self::say(text);
        }
    }

    /// Says a detail on standard error, when asked to be verbose.
    pub fn detail(&self, text: &str) {
        if self.verbose {
            Self::say(text);
        }
    }

    /// Tells a failure: what was wrong, then what to do.
    pub fn failure(&self, failure: &Failure) {
        if failure.is_silent() {
            return;
        }
        Self::say(&format!("{} {failure}", self.paint("error:", AnsiColor::Red)));
        if !failure.help.is_empty() {
            Self::say(&format!(" {} {}", self.paint("help:", AnsiColor::Cyan), failure.help));
        }
    }

    fn paint(&self, word: &str, color: AnsiColor) -> String {
        if !self.color_on_errors {
            return word.to_owned();
        }
        let style = Style::new().bold().fg_color(Some(color.into()));
        format!("{style}{word}{style:#}")
    }

    /// Standard error may be gone; there is then nobody to tell.
    fn say(text: &str) {
        // A path may hold what the log of a CI would obey.
        let lines: Vec<String> = text.lines().map(|line| without_log_commands(line, "\\x23")).collect();
        let _ = writeln!(std::io::stderr().lock(), "{}", lines.join("\n"));
    }
}

/// The width of the terminal, or `COLUMNS`, or 80.
fn width() -> usize {
    let asked = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let terminal = || {
        std::io::stdout()
            .is_terminal()
            .then(terminal_size::terminal_size)
            .flatten()
            .map(|(width, _)| usize::from(width.0))
    };
    asked.or_else(terminal).unwrap_or(WIDTH_DEFAULT).clamp(WIDTH_MIN, WIDTH_MAX)
}
