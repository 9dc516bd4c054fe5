//! Paragraphs, headings and colour for a page of text in a terminal.
//!
//! Must not know what is written on it.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};
use unicode_width::UnicodeWidthStr;

/// How a page is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// Columns.
    pub width: usize,
    /// Whether escape sequences for colour may be written.
    pub color: bool,
}

impl Look {
    /// Paints a text, where colour is wanted.
    #[must_use]
    pub fn paint(self, style: Style, text: &str) -> String {
        if self.color { format!("{style}{text}{style:#}") } else { text.to_owned() }
    }

    /// Bold.
    #[must_use]
    pub fn strong(self, text: &str) -> String {
        self.paint(Style::new().bold(), text)
    }

    /// Dim.
    #[must_use]
    pub fn faint(self, text: &str) -> String {
        self.paint(Style::new().dimmed(), text)
    }

    /// Green.
    #[must_use]
    pub fn good(self, text: &str) -> String {
        self.paint(Style::new().fg_color(Some(AnsiColor::Green.into())), text)
    }

    /// Red.
    #[must_use]
    pub fn bad(self, text: &str) -> String {
        self.paint(Style::new().fg_color(Some(AnsiColor::Red.into())), text)
    }

    /// A heading on a line of its own.
    #[must_use]
    pub fn heading(self, text: &str) -> String {
        format!("{}\n", self.strong(text))
    }

    /// A paragraph, wrapped and indented by as many columns; a word longer than a line stands alone.
    #[must_use]
    pub fn paragraph(self, text: &str, indent: usize) -> String {
        let room = self.width.saturating_sub(indent).max(20);
        let pad = " ".repeat(indent);
        let mut page = String::new();
        let mut line = String::new();
        for word in text.split_whitespace() {
            if !line.is_empty() && line.width() + 1 + word.width() > room {
                let _ = writeln!(page, "{pad}{line}");
                line.clear();
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        if !line.is_empty() {
            let _ = writeln!(page, "{pad}{line}");
        }
        page
    }

    /// Text as it stands, indented.
    #[must_use]
    pub fn verbatim(self, text: &str, indent: usize) -> String {
        let pad = " ".repeat(indent);
        text.lines().fold(String::new(), |mut page, line| {
            let _ = writeln!(page, "{}", format!("{pad}{line}").trim_end());
            page
        })
    }
}
