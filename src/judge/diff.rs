//! What was expected beside what was seen, as plain structures that any report can draw.
//!
//! Must not know colours or formats. Everything in a diff is already harmless text.

use similar::{Algorithm, DiffTag, capture_diff_slices};

use super::align::align;
use super::escape::{clean, clean_lines, shorten};
use super::pretty::{is_long_text, pretty};
use super::show::repr;
use super::steady::steady;
use crate::model::check::{Check, Expectation};
use crate::model::value::{PyText, Value};

/// Lines of either side that are compared.
const LINES_MAX: usize = 400;
/// Lines of a diff that are kept.
const SHOWN_MAX: usize = 40;
/// Equal lines that are kept around a difference.
const CONTEXT: usize = 2;

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its text.
    pub text: String,
    /// Whether it is what differs.
    pub emphasised: bool,
}

/// Which side a line belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// It stands on both.
    Both,
    /// It was expected and not seen.
    Expected,
    /// It was seen and not expected.
    Seen,
    /// So many lines are left out here.
    Skipped(usize),
}

/// A line of a diff.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DiffLine {
    /// Its side.
    pub side: Side,
    /// Its text in pieces; none for skipped lines.
    pub parts: Vec<Part>,
}

/// A diff.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Diff {
    /// Both fit on a line.
    Short {
        /// What was expected.
        expected: Vec<Part>,
        /// What was seen.
        seen: Vec<Part>,
    },
    /// Line by line.
    Long(Vec<DiffLine>),
}

/// The diff of a failed check where one says more than its message: for equality that did not hold.
#[must_use]
pub fn of_check(check: &Check, width: usize) -> Option<Diff> {
    match (&check.expectation, &check.seen) {
        (_, Value::Marked(_)) => None,
        (Expectation::Equals(expected), seen) if !check.holds => Some(of_values(expected, seen, width)),
        _ => None,
    }
}

/// The diff of two values, in lines of about `width` characters.
#[must_use]
pub fn of_values(expected: &Value, seen: &Value, width: usize) -> Diff {
    let seen = align(expected, seen);
    let (one, two) = (repr(expected, width * 2), repr(&seen, width * 2));
    let alike = std::mem::discriminant(expected) == std::mem::discriminant(&seen);
    let fits = one.chars().count() <= width && two.chars().count() <= width;
    let lines = is_long_text(expected) || is_long_text(&seen);
    if let (Value::Str(a), Value::Str(b)) = (expected, &seen)
        && !lines
        && !fits
    {
        return focused(&steady(&a.to_display()), &steady(&b.to_display()), width);
    }
    if (fits && !lines) || !alike || (is_scalar(expected) && !lines) {
        return short(&repr(expected, width), &repr(&seen, width));
    }
    let (one, two, skipped) = beyond_the_common_start(expected, &seen);
    long(&pretty(&one, width, LINES_MAX), &pretty(&two, width, LINES_MAX), skipped)
}

/// The diff of two texts, line by line where either has several.
#[must_use]
pub fn of_texts(expected: &str, seen: &str, width: usize) -> Diff {
    let lines = |text: &str| -> Vec<String> {
        clean_lines(text).iter().take(LINES_MAX).map(|line| shorten(line, width * 4)).collect()
    };
    let (one, two) = (lines(expected), lines(seen));
    match (one.as_slice(), two.as_slice()) {
        ([one], [two]) if one.chars().count().max(two.chars().count()) <= width => short(one, two),
        _ => long(&one, &two, 0),
    }
}

fn is_scalar(value: &Value) -> bool {
    !matches!(
        value,
        Value::List(_)
            | Value::Tuple(_)
            | Value::Set(_)
            | Value::FrozenSet(_)
            | Value::Dict(_)
            | Value::Counter(_)
            | Value::OrderedDict(_)
            | Value::DefaultDict(..)
            | Value::Deque(..)
    )
}

/// Sequences without the items that both start with, but for a little context; and how many were dropped.
fn beyond_the_common_start(expected: &Value, seen: &Value) -> (Value, Value, usize) {
    let ((Value::List(a), Value::List(b)) | (Value::Tuple(a), Value::Tuple(b))) = (expected, seen) else {
        return (expected.clone(), seen.clone(), 0);
    };
    let common = a.iter().zip(b).take_while(|(a, b)| super::equal::same(a, b)).count();
    let drop = common.saturating_sub(CONTEXT);
    let rest = |items: &[Value]| Value::List(items[drop..].iter().take(LINES_MAX).cloned().collect());
    if drop == 0 { (expected.clone(), seen.clone(), 0) } else { (rest(a), rest(b), drop) }
}

/// Two long texts of one line each, from a little before they first differ.
fn focused(expected: &str, seen: &str, width: usize) -> Diff {
    let common = expected.chars().zip(seen.chars()).take_while(|(a, b)| a == b).count();
    let start = if common > width / 2 { common - width / 4 } else { 0 };
    let cut = |text: &str| {
        let rest: String = text.chars().skip(start).take(width * 2).collect();
        let rest = clean(&repr(&Value::Str(PyText::from(rest.as_str())), width * 8));
        let rest = shorten(&rest, width.saturating_sub(3).max(8));
        if start > 0 { format!("...{rest}") } else { rest }
    };
    short(&cut(expected), &cut(seen))
}

fn short(expected: &str, seen: &str) -> Diff {
    let (expected, seen) = emphasised(expected, seen);
    Diff::Short { expected, seen }
}

/// Two lines with what differs emphasised.
fn emphasised(expected: &str, seen: &str) -> (Vec<Part>, Vec<Part>) {
    let (one, two) = (tokens(expected), tokens(seen));
    let ops = capture_diff_slices(Algorithm::Myers, &one, &two);
    let alike: usize = ops
        .iter()
        .filter(|op| op.tag() == DiffTag::Equal)
        .map(|op| one[op.old_range()].iter().map(|token| token.trim().len()).sum::<usize>())
        .sum();
    // Where little is shared, emphasis is noise.
    let worth = alike * 3 > expected.trim().len().max(seen.trim().len());
    let (mut expected, mut seen) = (Vec::new(), Vec::new());
    for op in ops {
        let differs = worth && op.tag() != DiffTag::Equal;
        push_part(&mut expected, &one[op.old_range()].concat(), differs);
        push_part(&mut seen, &two[op.new_range()].concat(), differs);
    }
    (expected, seen)
}

/// Words, numbers, and every other character by itself.
fn tokens(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut inside = false;
    for (at, character) in text.char_indices() {
        let word = character.is_alphanumeric() || character == '_';
        if at > start && !(word && inside) {
            out.push(&text[start..at]);
            start = at;
        }
        inside = word;
    }
    if start < text.len() {
        out.push(&text[start..]);
    }
    out
}

fn push_part(parts: &mut Vec<Part>, text: &str, emphasised: bool) {
    if text.is_empty() {
        return;
    }
    match parts.last_mut() {
        Some(last) if last.emphasised == emphasised => last.text.push_str(text),
        _ => parts.push(Part { text: text.to_owned(), emphasised }),
    }
}

fn long(expected: &[String], seen: &[String], skipped: usize) -> Diff {
    let one: Vec<&str> = expected.iter().map(String::as_str).collect();
    let two: Vec<&str> = seen.iter().map(String::as_str).collect();
    let mut lines = Vec::new();
    // No deadline: a diff must not depend on how busy a machine is. Sizes are bounded instead.
    for op in capture_diff_slices(Algorithm::Myers, &one, &two) {
        let (old, new) = (&one[op.old_range()], &two[op.new_range()]);
        if op.tag() == DiffTag::Equal {
            lines.extend(old.iter().map(|line| whole(Side::Both, line)));
        } else if old.len() == new.len() {
            let pairs: Vec<_> = old.iter().zip(new).map(|(old, new)| emphasised(old, new)).collect();
            let (old, new): (Vec<_>, Vec<_>) = pairs.into_iter().unzip();
            lines.extend(old.into_iter().map(|parts| DiffLine { side: Side::Expected, parts }));
            lines.extend(new.into_iter().map(|parts| DiffLine { side: Side::Seen, parts }));
        } else {
            lines.extend(old.iter().map(|line| whole(Side::Expected, line)));
            lines.extend(new.iter().map(|line| whole(Side::Seen, line)));
        }
    }
    Diff::Long(condensed(lines, skipped))
}

fn whole(side: Side, line: &str) -> DiffLine {
    DiffLine { side, parts: vec![Part { text: line.to_owned(), emphasised: false }] }
}

/// Leaves out equal lines far from any difference, and what is beyond the bound.
fn condensed(lines: Vec<DiffLine>, skipped: usize) -> Vec<DiffLine> {
    let differs: Vec<usize> =
        lines.iter().enumerate().filter(|(_, line)| line.side != Side::Both).map(|(at, _)| at).collect();
    let mut out = Vec::new();
    let mut left_out = 0;
    let mut next = 0;
    for (at, line) in lines.into_iter().enumerate() {
        while differs.get(next).is_some_and(|&difference| difference < at) {
            next += 1;
        }
        let after = next > 0 && at - differs[next - 1] <= CONTEXT;
        let before = differs.get(next).is_some_and(|&difference| difference - at <= CONTEXT);
        // The first line opens the container; with items dropped before it, the gap is told after it.
        let opens = at == 0;
        if out.len() < SHOWN_MAX && (after || before || opens) {
            flush(&mut out, &mut left_out);
            out.push(line);
            if opens {
                left_out = skipped;
            }
        } else {
            left_out += 1;
        }
    }
    flush(&mut out, &mut left_out);
    out
}

fn flush(out: &mut Vec<DiffLine>, left_out: &mut usize) {
    if *left_out > 0 {
        out.push(DiffLine { side: Side::Skipped(*left_out), parts: Vec::new() });
        *left_out = 0;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::judge::samples::{any_value, int, list, text};

    /// A diff as text: `-` expected, `+` seen, and `[...]` around what differs.
    fn drawn(diff: &Diff) -> Vec<String> {
        let join = |parts: &[Part]| -> String {
            parts
                .iter()
                .map(|part| if part.emphasised { format!("«{}»", part.text) } else { part.text.clone() })
                .collect()
        };
        match diff {
            Diff::Short { expected, seen } => {
                vec![format!("-{}", join(expected)), format!("+{}", join(seen))]
            }
            Diff::Long(lines) => lines
                .iter()
                .map(|line| match line.side {
                    Side::Both => format!(" {}", join(&line.parts)),
                    Side::Expected => format!("-{}", join(&line.parts)),
                    Side::Seen => format!("+{}", join(&line.parts)),
                    Side::Skipped(count) => format!("~{count}"),
                })
                .collect(),
        }
    }

    #[test]
    fn short_values_stand_on_a_line_each() {
        let one = list(vec![int(1), int(22), int(3)]);
        let two = list(vec![int(1), int(25), int(3)]);
        assert_eq!(drawn(&of_values(&one, &two, 60)), ["-[1, «22», 3]", "+[1, «25», 3]"]);
        assert_eq!(drawn(&of_values(&int(3), &int(4), 60)), ["-3", "+4"]);
    }

    #[test]
    fn order_that_does_not_count_is_no_difference() {
        let dict = |pairs: &[(i64, i64)]| Value::Dict(pairs.iter().map(|&(a, b)| (int(a), int(b))).collect());
        let diff = of_values(&dict(&[(1, 1), (2, 2), (3, 3)]), &dict(&[(3, 3), (2, 5), (1, 1)]), 60);
        assert_eq!(drawn(&diff), ["-{1: 1, 2: «2», 3: 3}", "+{1: 1, 2: «5», 3: 3}"]);
    }

    #[test]
    fn long_lists_show_the_lines_around_the_difference() {
        let one: Vec<Value> = (1000..1100).map(int).collect();
        let mut two = one.clone();
        two[50] = int(0);
        let diff = drawn(&of_values(&list(one), &list(two), 60));
        assert_eq!(
            diff,
            [
                " [",
                "~48",
                "     1048,",
                "     1049,",
                "-    1050,",
                "+    0,",
                "     1051,",
                "     1052,",
                "~48"
            ]
        );
    }

    #[test]
    fn long_texts_are_shown_where_they_differ() {
        let start = "a".repeat(200);
        let diff = of_values(&text(&format!("{start} one two")), &text(&format!("{start} one three")), 40);
        assert_eq!(drawn(&diff), ["-...'aaaa one «two»'", "+...'aaaa one «three»'"]);
    }

    #[test]
    fn texts_of_lines_are_compared_by_line() {
        let diff = drawn(&of_texts("a\nb\nc\n", "a\nB\nc\n", 60));
        assert_eq!(diff, [" a", "-b", "+B", " c"]);
        assert_eq!(drawn(&of_texts("8 8", "0 2", 60)), ["-8 8", "+0 2"]);
    }

    proptest! {
        #[test]
        fn a_diff_is_bounded_and_harmless(one in any_value(), two in any_value(), width in 10_usize..60) {
            let lines = drawn(&of_values(&one, &two, width));
            prop_assert!(lines.len() <= SHOWN_MAX + 20);
            prop_assert!(!lines.iter().any(|line| line.chars().any(super::super::escape::is_hostile)));
        }
    }
}
