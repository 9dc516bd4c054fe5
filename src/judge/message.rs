//! A failed check as one sentence that can be read aloud: `calls: expected 3, saw 4`.
//!
//! Must not decide whether a check holds.

use super::compare::items;
use super::escape::{clean, shorten};
use super::locate::{first_difference, missing_and_extra};
use super::show::{exception_line, repr};
use crate::model::check::{Check, Expectation};
use crate::model::value::{Mark, Value};

/// Characters of one value within a message.
const WIDTH: usize = 60;

/// The sentence for a check that did not hold.
#[must_use]
pub fn sentence(check: &Check) -> String {
    let label = clean(&check.label);
    if check.seen == Value::Marked(Mark::Missing) {
        return if label.is_empty() {
            "the result was never observed".to_owned()
        } else {
            format!("`{label}` was never observed")
        };
    }
    let said = what(&check.expectation, &check.seen);
    if label.is_empty() { said } else { format!("{label}: {said}") }
}

/// Whether the sentence of a check holds both values whole, so that a diff would say nothing more.
#[must_use]
pub fn says_all(check: &Check) -> bool {
    let whole = |value: &Value| repr(value, WIDTH * 2).chars().count() <= WIDTH;
    matches!(&check.expectation, Expectation::Equals(expected) if whole(expected) && whole(&check.seen))
}

/// The sentence for the first check that did not hold, and how many more there are.
#[must_use]
pub fn of_checks(checks: &[Check]) -> String {
    let mut failed = checks.iter().filter(|check| !check.holds);
    let Some(first) = failed.next() else { return String::new() };
    match failed.count() {
        0 => sentence(first),
        1 => format!("{} (and 1 more check did not hold)", sentence(first)),
        more => format!("{} (and {more} more checks did not hold)", sentence(first)),
    }
}

fn what(expectation: &Expectation, seen: &Value) -> String {
    if let Expectation::Equals(expected) = expectation {
        return equality(expected, seen);
    }
    format!("expected {}, saw {}", expected(expectation, seen, WIDTH), saw(expectation, seen))
}

fn equality(expected: &Value, seen: &Value) -> String {
    let (one, two) = (repr(expected, WIDTH * 2), repr(seen, WIDTH * 2));
    let short = one.chars().count() <= WIDTH && two.chars().count() <= WIDTH;
    let alike = std::mem::discriminant(expected) == std::mem::discriminant(seen);
    if short && one != two {
        format!("expected {one}, saw {two}")
    } else if one == two && matches!(seen, Value::Opaque(_)) {
        format!("expected {one}, saw an object that cannot be compared")
    } else if alike {
        first_difference(expected, seen)
    } else {
        format!("expected {}, saw {}", repr(expected, WIDTH), repr(seen, WIDTH))
    }
}

/// What was expected, without the word: `at most 3`, `ValueError to be raised`; values in about `width` characters.
#[must_use]
pub fn expected(expectation: &Expectation, seen: &Value, width: usize) -> String {
    match expectation {
        Expectation::Equals(value) => repr(value, width),
        Expectation::IsClose { expected, within } => {
            format!("{} give or take {within:e}", repr(expected, width))
        }
        Expectation::Raises { kind, containing: None } => format!("{} to be raised", clean(kind)),
        Expectation::Raises { kind, containing: Some(part) } => {
            format!("{} with `{}` in its text to be raised", clean(kind), shorten(&clean(part), width))
        }
        Expectation::AtMost(bound) => format!("at most {}", repr(bound, width)),
        Expectation::AtLeast(bound) => format!("at least {}", repr(bound, width)),
        Expectation::Contains(part) if matches!(seen, Value::Str(_)) => {
            format!("a text with {} in it", repr(part, width))
        }
        Expectation::Contains(part) => format!("something that holds {}", repr(part, width)),
        Expectation::SameItems(wanted) => format!("the items of {} in any order", repr(wanted, width)),
        Expectation::OneOf(choices) => {
            let mut shown: Vec<String> =
                choices.iter().take(5).map(|choice| repr(choice, width / 2)).collect();
            if choices.len() > 5 {
                shown.push("...".to_owned());
            }
            format!("one of {}", shown.join(", "))
        }
    }
}

fn saw(expectation: &Expectation, seen: &Value) -> String {
    match (expectation, seen) {
        (Expectation::Raises { .. }, Value::None) => "nothing raised".to_owned(),
        (Expectation::Raises { .. }, Value::Exception(exception)) => exception_line(exception, WIDTH * 2),
        (Expectation::SameItems(wanted), seen) => match (items(wanted), items(seen)) {
            (Some(wanted), Some(found)) => {
                format!("{} ({})", repr(seen, WIDTH), missing_and_extra(&wanted, &found))
            }
            _ => repr(seen, WIDTH),
        },
        _ => repr(seen, WIDTH),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::compare::check;
    use crate::judge::samples::{exception, float, int, list, text};

    fn said(expectation: Expectation, seen: Value) -> String {
        sentence(&check("calls", expectation, seen))
    }

    #[test]
    fn every_kind_of_check_has_its_sentence() {
        assert_eq!(said(Expectation::Equals(int(3)), int(4)), "calls: expected 3, saw 4");
        assert_eq!(said(Expectation::Equals(int(1)), float(1.0)), "calls: expected 1, saw 1.0");
        assert_eq!(said(Expectation::AtMost(int(3)), int(4)), "calls: expected at most 3, saw 4");
        assert_eq!(said(Expectation::AtLeast(int(3)), int(2)), "calls: expected at least 3, saw 2");
        assert_eq!(
            said(Expectation::Contains(text("x")), text("abc")),
            "calls: expected a text with 'x' in it, saw 'abc'"
        );
        assert_eq!(
            said(Expectation::OneOf(vec![int(1), Value::None]), int(2)),
            "calls: expected one of 1, None, saw 2"
        );
        assert_eq!(
            said(Expectation::SameItems(list(vec![int(1), int(2)])), list(vec![int(2), int(3)])),
            "calls: expected the items of [1, 2] in any order, saw [2, 3] (1 is missing; 3 is extra)"
        );
        assert_eq!(
            said(Expectation::IsClose { expected: int(1), within: 1e-9 }, float(1.5)),
            "calls: expected 1 give or take 1e-9, saw 1.5"
        );
    }

    #[test]
    fn raising_says_what_came_instead() {
        let wanted = || Expectation::Raises { kind: "ValueError".to_owned(), containing: None };
        assert_eq!(
            said(wanted(), Value::None),
            "calls: expected ValueError to be raised, saw nothing raised"
        );
        assert_eq!(
            said(wanted(), exception(&["KeyError"], "'x'")),
            "calls: expected ValueError to be raised, saw KeyError: 'x'"
        );
    }

    #[test]
    fn what_was_never_recorded_is_named() {
        let missing = || Value::Marked(Mark::Missing);
        assert_eq!(said(Expectation::Equals(int(3)), missing()), "`calls` was never observed");
        let unnamed = check("", Expectation::Equals(int(3)), missing());
        assert_eq!(sentence(&unnamed), "the result was never observed");
    }

    #[test]
    fn long_values_are_told_by_where_they_differ() {
        let one: Vec<Value> = (0..100).map(int).collect();
        let mut two = one.clone();
        two[40] = int(-1);
        assert_eq!(said(Expectation::Equals(list(one)), list(two)), "calls: at [40] expected 40, saw -1");
    }

    #[test]
    fn more_failed_checks_are_counted() {
        let failed = || check("a", Expectation::Equals(int(1)), int(2));
        assert_eq!(of_checks(&[failed(), failed()]), "a: expected 1, saw 2 (and 1 more check did not hold)");
        assert_eq!(of_checks(&[]), "");
    }
}
