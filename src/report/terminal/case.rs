//! What a failed case shows: its sentence, the line of source, diffs, and what it printed.
//!
//! Must not decide outcomes.

use super::evidence::INSIDE;
use super::page::{Line, Page, Role};
use crate::judge::diff::{Diff, DiffLine, Part, Side, of_check};
use crate::judge::escape::{bytes_as_text, clean, shorten};
use crate::judge::message::{says_all, sentence};
use crate::model::check::Check;
use crate::model::grade::{CaseResult, Grade, Outcome};
use crate::model::observation::Captured;

/// Failed checks that are shown; more are counted.
const CHECKS_MAX: usize = 3;
/// Lines of what a failed case printed.
const OUTPUT_LINES_MAX: usize = 3;
/// Characters of a line of source or output.
const LINE_MAX: usize = 200;

/// What is to be said about a case that was not met.
pub fn failed(page: &mut Page, result: &CaseResult, grade: &Grade) {
    if result.outcome == Outcome::Unmet {
        let failed: Vec<&Check> = result.checks.iter().filter(|check| !check.holds).collect();
        for check in failed.iter().take(CHECKS_MAX) {
            one_check(page, check);
        }
        if failed.len() > CHECKS_MAX {
            let more = format!("and {} more checks did not hold", failed.len() - CHECKS_MAX);
            page.put(Line::new().indent(INSIDE).push(Role::Faint, &more));
        }
    } else {
        page.put(Line::new().indent(INSIDE).hang(2).push(Role::Plain, &result.message));
    }
    if let Some(place) = &result.place {
        let own = grade.line(&place.file, place.line);
        excerpt(page, &place.file, place.line, 0, own.unwrap_or(&place.text));
    }
    printed(page, &result.stdout);
}

fn one_check(page: &mut Page, check: &Check) {
    page.put(Line::new().indent(INSIDE).hang(2).push(Role::Plain, &sentence(check)));
    let room = page.width().saturating_sub(INSIDE + 10);
    if let Some(found) = of_check(check, room).filter(|_| !says_all(check)) {
        diff(page, &found, ["expected", "saw"]);
    }
}

/// Draws a diff: two labelled lines, or lines with `-` and `+` under a legend.
pub fn diff(page: &mut Page, diff: &Diff, [wanted, seen]: [&str; 2]) {
    match diff {
        Diff::Short { expected, seen: found } => {
            let wide = wanted.len().max(seen.len()) + 1;
            labelled(page, &format!("{wanted:wide$}"), expected, [Role::Good, Role::GoodStrong]);
            labelled(page, &format!("{seen:wide$}"), found, [Role::Bad, Role::BadStrong]);
        }
        Diff::Long(lines) => {
            let legend = Line::new().indent(INSIDE).push(Role::Good, &format!("- {wanted}"));
            page.put(legend.push(Role::Plain, "  ").push(Role::Bad, &format!("+ {seen}")));
            for line in lines {
                page.put(drawn(line));
            }
        }
    }
}

fn labelled(page: &mut Page, label: &str, parts: &[Part], roles: [Role; 2]) {
    let line = Line::new().indent(INSIDE).hang(label.len()).verbatim().push(Role::Faint, label);
    page.put(with_parts(line, parts, roles));
}

fn drawn(line: &DiffLine) -> Line {
    let start = Line::new().indent(INSIDE).hang(2).verbatim();
    match line.side {
        Side::Both => with_parts(start.push(Role::Faint, "  "), &line.parts, [Role::Faint, Role::Faint]),
        Side::Expected => {
            with_parts(start.push(Role::Good, "- "), &line.parts, [Role::Good, Role::GoodStrong])
        }
        Side::Seen => with_parts(start.push(Role::Bad, "+ "), &line.parts, [Role::Bad, Role::BadStrong]),
        Side::Skipped(1) => start.push(Role::Faint, "  (1 line like it)"),
        Side::Skipped(count) => start.push(Role::Faint, &format!("  ({count} lines left out)")),
    }
}

fn with_parts(line: Line, parts: &[Part], [usual, emphasised]: [Role; 2]) -> Line {
    parts
        .iter()
        .fold(line, |line, part| line.push(if part.emphasised { emphasised } else { usual }, &part.text))
}

/// A line of one of the answer's files by its number, where it has one.
pub fn source_line(page: &mut Page, grade: &Grade, file: &str, number: u32) {
    if let Some(text) = grade.line(file, number) {
        excerpt(page, file, number, 0, text);
    }
}

/// A line of source with its number, and a caret below a column counted from 1; 0 for none.
pub fn excerpt(page: &mut Page, file: &str, number: u32, column: u32, text: &str) {
    let indented: String = text.replace('\t', "    ");
    let body = indented.trim_start();
    let dropped = indented.chars().count() - body.chars().count();
    let file = if file == "answer.py" { String::new() } else { format!("{} ", shorten(&clean(file), 40)) };
    let gutter = format!("{file}{number} │ ");
    let wide = unicode_width::UnicodeWidthStr::width(gutter.as_str());
    let tabs = text.chars().take(column.saturating_sub(1) as usize).filter(|&c| c == '\t').count();
    let before = (column as usize + tabs * 3).checked_sub(dropped + 1);
    let start: String = body.chars().take(before.unwrap_or(0)).collect();
    let room = page.width().saturating_sub(INSIDE + wide);
    let (shown, at) = window(&clean(body), clean(&start).chars().count(), room);
    page.put(
        Line::new()
            .indent(INSIDE)
            .hang(wide.min(12))
            .verbatim()
            .push(Role::Faint, &gutter)
            .push(Role::Plain, &shown),
    );
    let start: String = shown.chars().take(at).collect();
    let at = wide + unicode_width::UnicodeWidthStr::width(start.as_str());
    if column > 0 && before.is_some() && INSIDE + at < page.width() {
        page.put(
            Line::new().indent(INSIDE).verbatim().push(Role::Plain, &" ".repeat(at)).push(Role::Bad, "^"),
        );
    }
}

/// The part of a line of source around the character `at` that fits into so many columns, and where `at` is in it.
fn window(line: &str, at: usize, room: usize) -> (String, usize) {
    const CUT: &str = "...";
    let count = line.chars().count();
    let room = room.clamp(4 * CUT.len(), LINE_MAX);
    if count <= room {
        return (line.to_owned(), at);
    }
    let from = if at + CUT.len() < room { 0 } else { at.saturating_sub(room / 2).min(count - room) };
    let head = if from > 0 { CUT } else { "" };
    let tail = if from + room < count { CUT } else { "" };
    let kept = line.chars().skip(from + head.len()).take(room - head.len() - tail.len());
    (format!("{head}{}{tail}", kept.collect::<String>()), at - from.min(at))
}

fn printed(page: &mut Page, stdout: &Captured) {
    if stdout.bytes.is_empty() {
        return;
    }
    // Enough for the lines that are shown.
    let kept = stdout.bytes.get(..OUTPUT_LINES_MAX * LINE_MAX).unwrap_or(&stdout.bytes);
    let shown = bytes_as_text(kept);
    let lines: Vec<&str> = shown.lines().collect();
    for line in lines.iter().take(OUTPUT_LINES_MAX) {
        let line = shorten(&line.replace('\t', "    "), LINE_MAX);
        page.put(
            Line::new()
                .indent(INSIDE)
                .hang(9)
                .verbatim()
                .push(Role::Faint, "printed │ ")
                .push(Role::Faint, &line),
        );
    }
    if lines.len() > OUTPUT_LINES_MAX || (kept.len() as u64) < stdout.total {
        let all = if (stdout.bytes.len() as u64) < stdout.total {
            format!("printed │ ... more than {} bytes in all", stdout.bytes.len())
        } else {
            format!("printed │ ... {} bytes in all", stdout.total)
        };
        page.put(Line::new().indent(INSIDE).push(Role::Faint, &all));
    }
}

#[cfg(test)]
mod tests {
    use super::window;

    #[test]
    fn a_long_line_is_cut_around_the_caret_and_a_short_one_is_whole() {
        let line: String = ('a'..='z').chain('A'..='Z').collect();
        assert_eq!(window("x = 1", 4, 20), ("x = 1".to_owned(), 4));
        assert_eq!(window(&line, 2, 20), ("abcdefghijklmnopq...".to_owned(), 2));
        let (shown, at) = window(&line, 26, 20);
        assert_eq!((shown.as_str(), at), ("...tuvwxyzABCDEFG...", 10));
        assert_eq!(shown.chars().nth(at), Some('A'));
        let (shown, at) = window(&line, 51, 20);
        assert_eq!((shown.as_str(), shown.chars().nth(at)), ("...JKLMNOPQRSTUVWXYZ", Some('Z')));
    }
}
