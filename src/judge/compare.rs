//! Whether an expectation holds for what was seen.
//!
//! Equality is that of [`super::equal`], by exact type; numbers are compared by exact value across types, and a
//! `bool` is no number. Must not know which case asks.

use std::cmp::Ordering;

use super::equal::{difference, same};
use super::number::Number;
use crate::model::check::{Check, Expectation};
use crate::model::value::{ExceptionValue, Value};

/// A check with its verdict.
#[must_use]
pub fn check(label: impl Into<String>, expectation: Expectation, seen: Value) -> Check {
    let holds = holds(&expectation, &seen);
    Check { label: label.into(), seen, expectation, holds }
}

/// Whether the expectation holds for the value seen. No fault of either makes it true.
#[must_use]
pub fn holds(expectation: &Expectation, seen: &Value) -> bool {
    match expectation {
        Expectation::Equals(expected) => same(expected, seen),
        Expectation::IsClose { expected, within } => match (Number::of(expected), Number::of(seen)) {
            (Some(expected), Some(seen)) => expected.is_close(&seen, *within),
            _ => false,
        },
        Expectation::Raises { kind, containing } => {
            matches!(seen, Value::Exception(exception) if is_raised(exception, kind, containing.as_deref()))
        }
        Expectation::AtMost(bound) => order(seen, bound).is_some_and(|order| order != Ordering::Greater),
        Expectation::AtLeast(bound) => order(seen, bound).is_some_and(|order| order != Ordering::Less),
        Expectation::Contains(part) => contains(seen, part),
        Expectation::SameItems(expected) => match (items(expected), items(seen)) {
            (Some(expected), Some(seen)) => {
                let (missing, extra) = difference(&expected, &seen);
                missing.is_empty() && extra.is_empty()
            }
            _ => false,
        },
        Expectation::OneOf(choices) => choices.iter().any(|choice| same(choice, seen)),
    }
}

/// The items of a list, tuple, set, frozenset or deque.
#[must_use]
pub fn items(value: &Value) -> Option<Vec<&Value>> {
    match value {
        Value::List(items)
        | Value::Tuple(items)
        | Value::Set(items)
        | Value::FrozenSet(items)
        | Value::Deque(_, items) => Some(items.iter().collect()),
        _ => None,
    }
}

/// Whether an exception is of this type or a subclass, and its text holds the part, ignoring case.
fn is_raised(exception: &ExceptionValue, kind: &str, containing: Option<&str>) -> bool {
    exception.types.iter().any(|name| name == kind)
        && containing
            .is_none_or(|part| exception.text.to_display().to_lowercase().contains(&part.to_lowercase()))
}

fn order(one: &Value, two: &Value) -> Option<Ordering> {
    Number::of(one)?.compare(&Number::of(two)?)
}

/// Python's `part in whole`, with equality by exact type. In a mapping the keys count.
fn contains(whole: &Value, part: &Value) -> bool {
    match (whole, part) {
        (Value::Str(whole), Value::Str(part)) => holds_bytes(whole.as_bytes(), part.as_bytes()),
        (Value::Bytes(whole), Value::Bytes(part)) => holds_bytes(whole, part),
        (Value::Bytes(whole), Value::Int(part)) => u8::try_from(part).is_ok_and(|byte| whole.contains(&byte)),
        (Value::Range(start, stop, step), Value::Int(part)) => {
            let zero = num_bigint::BigInt::from(0);
            let within =
                if *step > zero { start <= part && part < stop } else { stop < part && part <= start };
            *step != zero && within && (part - start) % step == zero
        }
        (
            Value::Dict(pairs)
            | Value::Counter(pairs)
            | Value::OrderedDict(pairs)
            | Value::DefaultDict(_, pairs),
            part,
        ) => pairs.iter().any(|(key, _)| same(key, part)),
        (whole, part) => items(whole).is_some_and(|items| items.iter().any(|item| same(item, part))),
    }
}

/// Whether bytes stand within other bytes, in linear time. UTF-8, surrogates among it, has no false matches
/// within a character.
fn holds_bytes(whole: &[u8], part: &[u8]) -> bool {
    memchr::memmem::find(whole, part).is_some()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::judge::samples::{any_value, exception, float, int, list, text};

    fn raises(kind: &str, containing: Option<&str>) -> Expectation {
        Expectation::Raises { kind: kind.to_owned(), containing: containing.map(str::to_owned) }
    }

    #[test]
    fn close_mixes_the_number_types_but_no_bools() {
        let close = |expected, seen| holds(&Expectation::IsClose { expected, within: 1e-9 }, &seen);
        assert!(close(int(1), float(1.0 + 1e-12)));
        assert!(close(Value::Fraction(1.into(), 4.into()), Value::Decimal("0.25".to_owned())));
        assert!(!close(int(1), float(1.1)));
        assert!(!close(int(1), Value::Bool(true)));
        assert!(!close(int(1), text("1")));
    }

    #[test]
    fn raising_goes_by_the_chain_of_types() {
        let seen = exception(&["answer.Late", "ConnectionError", "OSError", "Exception"], "Down AGAIN");
        assert!(holds(&raises("ConnectionError", None), &seen));
        assert!(holds(&raises("OSError", Some("down again")), &seen));
        assert!(!holds(&raises("OSError", Some("up")), &seen));
        assert!(!holds(&raises("Late", None), &seen));
        assert!(!holds(&raises("ValueError", None), &seen));
        assert!(!holds(&raises("ValueError", None), &Value::None));
        assert!(!holds(&raises("ValueError", None), &exception(&["answer.ValueError", "Exception"], "")));
    }

    #[test]
    fn bounds_are_inclusive_and_only_for_numbers() {
        assert!(holds(&Expectation::AtMost(int(3)), &int(3)));
        assert!(!holds(&Expectation::AtMost(int(3)), &float(3.5)));
        assert!(holds(&Expectation::AtLeast(float(2.5)), &int(3)));
        assert!(!holds(&Expectation::AtMost(int(3)), &float(f64::NAN)));
        assert!(!holds(&Expectation::AtMost(int(3)), &Value::Bool(false)));
        assert!(!holds(&Expectation::AtMost(int(3)), &text("1")));
    }

    #[test]
    fn containing_follows_python() {
        let has = |whole: Value, part: Value| holds(&Expectation::Contains(part), &whole);
        assert!(has(text("attribute x"), text("x")));
        assert!(has(text("x"), text("")));
        assert!(has(Value::Bytes(b"abc".to_vec()), int(97)));
        assert!(!has(Value::Bytes(b"abc".to_vec()), int(1_000)));
        assert!(has(list(vec![int(1), text("a")]), text("a")));
        assert!(!has(list(vec![int(1)]), float(1.0)));
        assert!(has(Value::Dict(vec![(int(1), int(2))]), int(1)));
        assert!(!has(Value::Dict(vec![(int(1), int(2))]), int(2)));
        assert!(has(Value::Range(0.into(), 10.into(), 3.into()), int(9)));
        assert!(!has(Value::Range(0.into(), 10.into(), 3.into()), int(8)));
        assert!(!has(int(1), int(1)));
    }

    #[test]
    fn same_items_counts_each_as_often() {
        let expected = Expectation::SameItems(list(vec![int(1), int(1), int(2)]));
        assert!(holds(&expected, &Value::Tuple(vec![int(2), int(1), int(1)])));
        assert!(!holds(&expected, &list(vec![int(2), int(2), int(1)])));
        assert!(!holds(&expected, &list(vec![int(2), int(1)])));
        assert!(!holds(&expected, &int(1)));
    }

    #[test]
    fn one_of_several() {
        let either = Expectation::OneOf(vec![int(1), Value::None]);
        assert!(holds(&either, &Value::None));
        assert!(!holds(&either, &float(1.0)));
        assert!(!holds(&Expectation::OneOf(vec![]), &Value::None));
    }

    proptest! {
        #[test]
        fn a_missing_value_holds_nothing(value in any_value()) {
            let missing = Value::Marked(crate::model::value::Mark::Missing);
            for expectation in [
                Expectation::Equals(value.clone()),
                Expectation::IsClose { expected: value.clone(), within: f64::INFINITY },
                Expectation::AtMost(value.clone()),
                Expectation::AtLeast(value.clone()),
                Expectation::Contains(value.clone()),
                Expectation::SameItems(value.clone()),
                Expectation::OneOf(vec![value]),
            ] {
                prop_assert!(!holds(&expectation, &missing));
            }
        }

        #[test]
        fn what_equals_is_one_of_and_the_same_items(values in proptest::collection::vec(any_value(), 1..5)) {
            let seen = list(values.clone());
            let equal = holds(&Expectation::Equals(seen.clone()), &seen);
            prop_assert_eq!(equal, holds(&Expectation::OneOf(vec![seen.clone()]), &seen));
            prop_assert_eq!(equal, holds(&Expectation::SameItems(seen.clone()), &seen));
        }
    }
}
