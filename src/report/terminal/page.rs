//! Lines of styled pieces, wrapped to a width.
//!
//! A piece is cleaned when it is made; that is the only way to make one. Must not know what a page says.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::judge::escape::{clean, without_log_commands};

/// The narrowest page; below it lines are simply longer than asked.
const WIDTH_MIN: usize = 40;
/// The widest page; longer lines are tiring to read.
const WIDTH_MAX: usize = 110;

/// What a piece of text is, which decides its look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Running text.
    Plain,
    /// A title.
    Title,
    /// What can be skipped.
    Faint,
    /// Met.
    Good,
    /// Not met.
    Bad,
    /// Unheard, or a warning.
    Open,
    /// The word in a line that a reader looks for.
    Strong,
    /// The part of an expected line that differs.
    GoodStrong,
    /// The part of a seen line that differs.
    BadStrong,
}

impl Role {
    fn style(self) -> Style {
        let colour = |colour: AnsiColor| Style::new().fg_color(Some(colour.into()));
        match self {
            Self::Plain => Style::new(),
            Self::Title | Self::Strong => Style::new().bold(),
            Self::Faint => Style::new().dimmed(),
            Self::Good => colour(AnsiColor::Green),
            Self::Bad => colour(AnsiColor::Red),
            Self::Open => colour(AnsiColor::Yellow),
            Self::GoodStrong => colour(AnsiColor::Green).bold().underline(),
            Self::BadStrong => colour(AnsiColor::Red).bold().underline(),
        }
    }
}

/// A piece of text with its role.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Piece {
    role: Role,
    text: String,
}

impl Piece {
    fn new(role: Role, text: &str) -> Self {
        Self { role, text: clean(text) }
    }
}

/// One line before it is wrapped.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    indent: usize,
    hang: usize,
    verbatim: bool,
    pieces: Vec<Piece>,
    right: Option<Piece>,
}

impl Line {
    /// An empty line.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a piece.
    #[must_use]
    pub fn push(mut self, role: Role, text: &str) -> Self {
        self.pieces.push(Piece::new(role, text));
        self
    }

    /// Starts this many columns from the left.
    #[must_use]
    pub fn indent(mut self, columns: usize) -> Self {
        self.indent = columns;
        self
    }

    /// Continues this many columns further in when it is wrapped.
    #[must_use]
    pub fn hang(mut self, columns: usize) -> Self {
        self.hang = columns;
        self
    }

    /// Keeps every space and breaks anywhere, for source and values.
    #[must_use]
    pub fn verbatim(mut self) -> Self {
        self.verbatim = true;
        self
    }

    /// Puts a piece at the right edge, where there is room for it; else on a line of its own.
    #[must_use]
    pub fn right(mut self, role: Role, text: &str) -> Self {
        self.right = (!text.is_empty()).then(|| Piece::new(role, text));
        self
    }

    /// Columns of the pieces, without indent and right edge.
    #[must_use]
    pub fn width(&self) -> usize {
        self.pieces.iter().map(|piece| piece.text.width()).sum()
    }
}

/// A page being written.
#[derive(Debug)]
pub struct Page {
    width: usize,
    colour: bool,
    /// Rows of pieces; an empty row is a blank line.
    rows: Vec<Vec<Piece>>,
}

impl Page {
    /// An empty page.
    #[must_use]
    pub fn new(width: usize, colour: bool) -> Self {
        Self { width: width.clamp(WIDTH_MIN, WIDTH_MAX), colour, rows: Vec::new() }
    }

    /// Its columns.
    #[must_use]
    pub fn width(&self) -> usize {
        self.width
    }

    /// A blank line, but never two, and none at the top.
    pub fn blank(&mut self) {
        if self.rows.last().is_some_and(|row| !row.is_empty()) {
            self.rows.push(Vec::new());
        }
    }

    /// Writes a line, wrapped.
    pub fn put(&mut self, mut line: Line) {
        if let Some(right) = line.right.take() {
            let room = self.width.saturating_sub(line.indent + line.width());
            if room >= right.text.width() + 2 {
                let gap = room - right.text.width();
                line.pieces.push(Piece { role: Role::Plain, text: " ".repeat(gap) });
                line.pieces.push(right);
                line.verbatim = true;
            } else {
                self.wrap(&line);
                let below = Line { indent: line.indent + line.hang, pieces: vec![right], ..Line::default() };
                self.wrap(&below);
                return;
            }
        }
        self.wrap(&line);
    }

    fn wrap(&mut self, line: &Line) {
        // However deep a line hangs, half of the page is left for its text.
        let hang = (line.indent + line.hang).min(self.width / 2);
        let mut row = Row::new(line.indent.min(self.width / 2));
        for piece in &line.pieces {
            for word in words(&piece.text, line.verbatim) {
                let wide = word.trim_end().width();
                if row.used > 0 && row.at + wide > self.width && (!line.verbatim || wide <= self.width) {
                    let full = std::mem::replace(&mut row, Row::new(hang));
                    self.rows.push(full.pieces);
                    if !line.verbatim && word.trim().is_empty() {
                        continue;
                    }
                }
                self.put_word(&mut row, piece.role, word, hang);
            }
        }
        self.rows.push(row.pieces);
    }

    /// Writes a word into a row, broken where it is wider than the page.
    fn put_word(&mut self, row: &mut Row, role: Role, word: &str, hang: usize) {
        if row.at + word.trim_end().width() <= self.width {
            row.push(role, word);
            return;
        }
        let mut part = String::new();
        for character in word.chars() {
            let wide = character.width().unwrap_or(0);
            if row.at + part.width() + wide > self.width && (row.used > 0 || !part.is_empty()) {
                row.push(role, &part);
                part.clear();
                let full = std::mem::replace(row, Row::new(hang));
                self.rows.push(full.pieces);
            }
            part.push(character);
        }
        row.push(role, &part);
    }

    /// The page as text, with colours where they are wanted, and a line end at its end.
    #[must_use]
    pub fn render(&self) -> String {
        let mut out = String::new();
        for row in &self.rows {
            let mut line = String::new();
            let last = row.iter().rposition(|piece| !piece.text.trim().is_empty());
            for (at, piece) in row.iter().enumerate().take(last.map_or(0, |last| last + 1)) {
                let text = if Some(at) == last { piece.text.trim_end() } else { &piece.text };
                let style = piece.role.style();
                let written = if self.colour && style != Style::new() {
                    write!(line, "{style}{text}{style:#}")
                } else {
                    line.write_str(text)
                };
                debug_assert!(written.is_ok(), "writing to a String does not fail");
            }
            // Only now is it known where lines begin.
            out.push_str(&without_log_commands(&line, "\\x23"));
            out.push('\n');
        }
        out
    }
}

/// A row being filled.
struct Row {
    pieces: Vec<Piece>,
    /// The next column.
    at: usize,
    /// Columns that hold text.
    used: usize,
}

impl Row {
    fn new(indent: usize) -> Self {
        let pieces =
            if indent > 0 { vec![Piece { role: Role::Plain, text: " ".repeat(indent) }] } else { Vec::new() };
        Self { pieces, at: indent, used: 0 }
    }

    fn push(&mut self, role: Role, text: &str) {
        if text.is_empty() {
            return;
        }
        self.at += text.width();
        self.used += text.width();
        match self.pieces.last_mut() {
            Some(last) if last.role == role => last.text.push_str(text),
            _ => self.pieces.push(Piece { role, text: text.to_owned() }),
        }
    }
}

/// A text in words, each with the spaces after it; a verbatim text in one piece.
fn words(text: &str, verbatim: bool) -> Vec<&str> {
    if verbatim {
        return vec![text];
    }
    let mut out = Vec::new();
    let mut start = 0;
    let mut spaces = false;
    for (at, character) in text.char_indices() {
        if spaces && character != ' ' {
            out.push(&text[start..at]);
            start = at;
        }
        spaces = character == ' ';
    }
    if start < text.len() {
        out.push(&text[start..]);
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn drawn(width: usize, line: Line) -> String {
        let mut page = Page::new(width, false);
        page.put(line);
        page.render()
    }

    #[test]
    fn lines_are_wrapped_at_words_and_hang() {
        let text = "one two three four five six seven eight nine ten";
        let line = Line::new().indent(2).hang(4).push(Role::Plain, text);
        assert_eq!(drawn(40, line), "  one two three four five six seven\n      eight nine ten\n");
    }

    #[test]
    fn words_that_are_too_wide_are_broken() {
        let line = Line::new().hang(2).push(Role::Plain, &"x".repeat(60));
        assert_eq!(drawn(40, line), format!("{}\n  {}\n", "x".repeat(40), "x".repeat(20)));
    }

    #[test]
    fn the_right_edge_is_used_where_there_is_room() {
        let line = |text: &str| Line::new().push(Role::Plain, text).right(Role::Faint, "edge");
        assert_eq!(drawn(40, line("left")), format!("left{}edge\n", " ".repeat(32)));
        assert_eq!(drawn(40, line(&"y".repeat(38))), format!("{}\nedge\n", "y".repeat(38)));
    }

    #[test]
    fn colours_come_only_when_asked_for() {
        let mut page = Page::new(40, true);
        page.put(Line::new().push(Role::Bad, "no").push(Role::Plain, " way"));
        assert_eq!(page.render(), "\u{1b}[31mno\u{1b}[0m way\n");
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_the_page(
            text in ".{0,200}", width in 40_usize..100, indent in 0_usize..6, verbatim in any::<bool>(),
        ) {
            let mut line = Line::new().indent(indent).hang(2).push(Role::Plain, &text);
            line.verbatim = verbatim;
            for row in drawn(width, line).lines() {
                prop_assert!(row.width() <= width, "{row:?}");
                prop_assert!(!row.chars().any(crate::judge::escape::is_hostile));
            }
        }
    }
}
