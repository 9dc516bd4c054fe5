//! The source of an answer, highlighted, with what speaks for and against it at its line.
//!
//! Must not decide what is evidence.

use std::collections::BTreeMap;

use super::text::{Html, push_code};
use crate::source::highlight::{self, Class};

/// Lines of a file that are shown; more are counted.
pub const LINES_MAX: usize = 1_500;
/// Characters of a line that are shown.
const LINE_MAX: usize = 1_000;

/// Something to be said about a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// `met`, `unmet` or `open`: how it is marked.
    pub state: &'static str,
    /// What is said, as markup.
    pub said: Html,
    /// The column that a caret stands under, from 1; 0 for none.
    pub column: u32,
}

/// What is said about the lines of one source, by line from 1.
pub type Notes = BTreeMap<u32, Vec<Note>>;

/// The source as numbered lines, the first so many of them. `prefix` is what the names of its noted lines begin with.
#[must_use]
pub fn of(source: &str, notes: &Notes, prefix: &str, lines_max: usize) -> Html {
    let mut out = String::with_capacity(source.len() * 2);
    let lines = lines(source);
    for (at, line) in lines.iter().take(lines_max).enumerate() {
        let number = u32::try_from(at + 1).unwrap_or(u32::MAX);
        let noted = notes.get(&number);
        push_line(&mut out, number, line, noted.map(Vec::as_slice), prefix);
    }
    if lines.len() > lines_max {
        let more = lines.len() - lines_max;
        out.push_str(&format!("<p class=\"more\">{more} more lines are left out here.</p>"));
    }
    Html::trusted(out)
}

/// The id of a noted line.
#[must_use]
pub fn line_id(prefix: &str, number: u32) -> String {
    format!("{prefix}-L{number}")
}

fn push_line(out: &mut String, number: u32, body: &[(&str, Class)], notes: Option<&[Note]>, prefix: &str) {
    let worst = notes.and_then(|notes| {
        ["unmet", "open", "met"].into_iter().find(|state| notes.iter().any(|note| note.state == *state))
    });
    match worst {
        Some(state) => {
            out.push_str(&format!("<div class=\"ln {state}\" id=\""));
            push_code(out, &line_id(prefix, number));
            out.push_str("\">");
        }
        None => out.push_str("<div class=\"ln\">"),
    }
    out.push_str(&format!("<span class=\"no\">{number}</span><code>"));
    let is_long = body.iter().map(|(text, _)| text.chars().count()).sum::<usize>() > LINE_MAX;
    let mut room = LINE_MAX;
    for (text, class) in body {
        let cut: String = text.chars().take(room).collect();
        room -= cut.chars().count();
        push_part(out, &cut, *class);
    }
    out.push_str(if is_long { "...</code>" } else { "</code>" });
    let caret = notes.into_iter().flatten().map(|note| note.column).find(|column| *column > 0);
    if let Some(column) = caret {
        push_caret(out, body, column);
    }
    for note in notes.into_iter().flatten() {
        let mark = match note.state {
            "met" => "✓",
            "unmet" => "✗",
            _ => "·",
        };
        out.push_str(&format!(
            "<p class=\"note {}\"><span aria-hidden=\"true\">{mark} </span>{}</p>",
            note.state, note.said
        ));
    }
    out.push_str("</div>");
}

fn push_part(out: &mut String, text: &str, class: Class) {
    let name = match class {
        Class::Plain => "",
        Class::Keyword => "k",
        Class::Text => "s",
        Class::Comment => "c",
        Class::Constant => "n",
        Class::Definition => "d",
        Class::Decorator => "a",
    };
    if name.is_empty() || text.is_empty() {
        push_code(out, text);
    } else {
        out.push_str(&format!("<span class=\"{name}\">"));
        push_code(out, text);
        out.push_str("</span>");
    }
}

/// A caret below a column of the line: the same text, unseen, and then the caret.
fn push_caret(out: &mut String, body: &[(&str, Class)], column: u32) {
    let before: String = body
        .iter()
        .flat_map(|(text, _)| text.chars())
        .take((column as usize).saturating_sub(1).min(LINE_MAX))
        .collect();
    out.push_str("<span class=\"caret\" aria-hidden=\"true\"><span>");
    push_code(out, &before);
    out.push_str("</span>^</span>");
}

/// The lines of a source, each as its parts, without the line ends.
fn lines(source: &str) -> Vec<Vec<(&str, Class)>> {
    let mut lines: Vec<Vec<(&str, Class)>> = Vec::new();
    let mut line = Vec::new();
    for (range, class) in highlight::parts(source) {
        for (at, piece) in source[range].split('\n').enumerate() {
            if at > 0 {
                lines.push(std::mem::take(&mut line));
            }
            if !piece.is_empty() {
                line.push((piece, class));
            }
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    for line in &mut lines {
        if let Some((last, _)) = line.last_mut() {
            *last = last.strip_suffix('\r').unwrap_or(last);
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_stands_at_its_line_and_the_line_can_be_linked_to() {
        let note = Note { state: "unmet", said: super::super::text::code("a < b"), column: 0 };
        let notes = Notes::from([(2, vec![note])]);
        let html = of("def f():\n    return 1\n", &notes, "x", LINES_MAX).to_string();
        assert_eq!(html.matches("class=\"ln\"").count(), 1, "{html}");
        assert!(html.contains("<div class=\"ln unmet\" id=\"x-L2\"><span class=\"no\">2</span>"), "{html}");
        assert!(html.contains("a &lt; b</p></div>"), "{html}");
    }

    #[test]
    fn a_string_over_several_lines_keeps_its_lines() {
        let html = of("x = '''a\r\nb\n\nc'''\n", &Notes::new(), "x", LINES_MAX).to_string();
        assert_eq!(html.matches("class=\"no\"").count(), 4, "{html}");
        assert_eq!(html.matches("class=\"s\"").count(), 3, "{html}");
        assert!(!html.contains("\\r"), "{html}");
    }

    #[test]
    fn what_is_very_long_is_cut() {
        let html = of(&"x = 1\n".repeat(2_000), &Notes::new(), "x", LINES_MAX).to_string();
        assert!(html.contains("500 more lines are left out"));
        let html = of(&"x".repeat(50_000), &Notes::new(), "x", LINES_MAX).to_string();
        assert!(html.len() < 1_200);
    }
}
