//! When two recorded values are the same: by exact type, in time near linear in their size.
//!
//! | values | are the same when |
//! |---|---|
//! | of different types | never: `1`, `1.0` and `True` differ, so do a list and a tuple, a `dict` and a `Counter` |
//! | floats, and the parts of a complex | their bits or their numbers agree; NaN is the same as NaN |
//! | `Decimal` | they are numerically equal, as in Python: `Decimal("1.10")` and `Decimal("1.1")` |
//! | `dict`, `Counter`, `defaultdict` | the same pairs in any order (and the same factory) |
//! | `OrderedDict` | the same pairs in the same order, as in Python |
//! | sets | the same items |
//! | `range` | they yield the same numbers, as in Python |
//! | aware datetimes | the same instant; naive ones: the same fields; never one of each |
//! | exceptions | the same type names and the same text |
//! | opaque or marked, or holding such a part | never, not even with themselves |
//!
//! Must not know what is expected of whom.

use std::collections::HashMap;
use std::hash::{BuildHasher, Hash, Hasher, RandomState};

use num_bigint::{BigInt, Sign};

use super::number::Decimal;
use crate::model::value::{DateTime, Value};

/// Whether two values are the same.
#[must_use]
pub fn same(one: &Value, two: &Value) -> bool {
    comparable(one) && comparable(two) && equal(one, two)
}

/// Items of `expected` that are not in `seen`, and items of `seen` that are not in `expected`, each as often as it
/// lacks, in their own order. An item that equals nothing is always among them.
#[must_use]
pub fn difference<'a>(expected: &[&'a Value], seen: &[&'a Value]) -> (Vec<&'a Value>, Vec<&'a Value>) {
    (surplus(expected, seen), surplus(seen, expected))
}

fn surplus<'a>(items: &[&'a Value], others: &[&'a Value]) -> Vec<&'a Value> {
    let comparables: Vec<&Value> = others.iter().copied().filter(|item| comparable(item)).collect();
    let mut bag = Bag::of(&comparables);
    items.iter().copied().filter(|item| !comparable(item) || !bag.take(item)).collect()
}

/// Whether nothing in a value is opaque or marked.
fn comparable(value: &Value) -> bool {
    match value {
        Value::Opaque(_) | Value::Marked(_) => false,
        Value::List(items)
        | Value::Tuple(items)
        | Value::Set(items)
        | Value::FrozenSet(items)
        | Value::Deque(_, items) => items.iter().all(comparable),
        Value::Dict(pairs)
        | Value::Counter(pairs)
        | Value::OrderedDict(pairs)
        | Value::DefaultDict(_, pairs) => pairs.iter().all(|(key, item)| comparable(key) && comparable(item)),
        _ => true,
    }
}

/// Equality of comparable values. Nesting is bounded by `bounds::DEPTH_MAX`, so recursion is too.
fn equal(one: &Value, two: &Value) -> bool {
    use Value as V;
    match (one, two) {
        (V::None, V::None) => true,
        (V::Bool(a), V::Bool(b)) => a == b,
        (V::Int(a), V::Int(b)) => a == b,
        (V::Float(a), V::Float(b)) => float_key(*a) == float_key(*b),
        (V::Complex(a, b), V::Complex(c, d)) => {
            (float_key(*a), float_key(*b)) == (float_key(*c), float_key(*d))
        }
        (V::Str(a), V::Str(b)) => a == b,
        (V::Bytes(a), V::Bytes(b)) => a == b,
        (V::List(a), V::List(b)) | (V::Tuple(a), V::Tuple(b)) => in_order(a, b),
        (V::Deque(max_a, a), V::Deque(max_b, b)) => max_a == max_b && in_order(a, b),
        (V::Set(a), V::Set(b)) | (V::FrozenSet(a), V::FrozenSet(b)) => any_order(a, b),
        (V::Dict(a), V::Dict(b)) | (V::Counter(a), V::Counter(b)) => pairs_any_order(a, b),
        (V::DefaultDict(made_a, a), V::DefaultDict(made_b, b)) => made_a == made_b && pairs_any_order(a, b),
        (V::OrderedDict(a), V::OrderedDict(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| equal_pair(a, b))
        }
        (V::Range(a, b, c), V::Range(d, e, f)) => range_key(a, b, c) == range_key(d, e, f),
        (V::Decimal(a), V::Decimal(b)) => match (Decimal::parse(a), Decimal::parse(b)) {
            (Some(a), Some(b)) => a == b,
            _ => a == b,
        },
        (V::Fraction(a, b), V::Fraction(c, d)) => (a, b) == (c, d),
        (V::Date(a, b, c), V::Date(d, e, f)) => (a, b, c) == (d, e, f),
        (V::DateTime(a), V::DateTime(b)) => instant(a) == instant(b),
        (V::TimeDelta(a, b, c), V::TimeDelta(d, e, f)) => (a, b, c) == (d, e, f),
        (V::Exception(a), V::Exception(b)) => a == b,
        (V::Type(a), V::Type(b)) => a == b,
        _ => false,
    }
}

fn in_order(one: &[Value], two: &[Value]) -> bool {
    one.len() == two.len() && one.iter().zip(two).all(|(a, b)| equal(a, b))
}

fn equal_pair(one: &(Value, Value), two: &(Value, Value)) -> bool {
    equal(&one.0, &two.0) && equal(&one.1, &two.1)
}

fn any_order(one: &[Value], two: &[Value]) -> bool {
    if one.len() != two.len() {
        return false;
    }
    let mut bag = Bag::of(&two.iter().collect::<Vec<_>>());
    one.iter().all(|item| bag.take(item))
}

fn pairs_any_order(one: &[(Value, Value)], two: &[(Value, Value)]) -> bool {
    // The usual case: the same order. It also spares the hashing.
    if one.len() != two.len() {
        return false;
    }
    if one.iter().zip(two).all(|(a, b)| equal_pair(a, b)) {
        return true;
    }
    let state = RandomState::new();
    let mut bag: HashMap<u64, Vec<&(Value, Value)>> = HashMap::new();
    for pair in two {
        bag.entry(hash_pair(pair, &state)).or_default().push(pair);
    }
    one.iter().all(|pair| {
        let Some(found) = bag.get_mut(&hash_pair(pair, &state)) else { return false };
        let position = found.iter().position(|other| equal_pair(pair, other));
        position.is_some_and(|position| {
            found.swap_remove(position);
            true
        })
    })
}

/// A multiset of comparable values. Its hashes have a random key, so nobody can aim at collisions.
struct Bag<'a> {
    state: RandomState,
    /// By hash, each different value with how many of it are left.
    groups: HashMap<u64, Vec<(&'a Value, usize)>>,
}

impl<'a> Bag<'a> {
    fn of(items: &[&'a Value]) -> Self {
        let mut bag = Self { state: RandomState::new(), groups: HashMap::with_capacity(items.len()) };
        for item in items {
            let group = bag.groups.entry(hash_of(item, &bag.state)).or_default();
            match group.iter_mut().find(|(other, _)| equal(item, other)) {
                Some((_, count)) => *count += 1,
                None => group.push((item, 1)),
            }
        }
        bag
    }

    /// Takes one such value out; false when none is left.
    fn take(&mut self, item: &Value) -> bool {
        let group = self.groups.get_mut(&hash_of(item, &self.state));
        let found = group.and_then(|group| group.iter_mut().find(|(other, _)| equal(item, other)));
        match found {
            Some((_, count)) if *count > 0 => {
                *count -= 1;
                true
            }
            _ => false,
        }
    }
}

/// Where values stand in a sequence, found by value in constant time.
pub(super) struct Positions {
    state: RandomState,
    groups: HashMap<u64, Vec<(Value, Vec<usize>)>>,
}

impl Positions {
    /// The positions of comparable values; others are never found.
    pub(super) fn of<'a>(values: impl Iterator<Item = &'a Value>) -> Self {
        let mut positions = Self { state: RandomState::new(), groups: HashMap::new() };
        for (index, value) in values.enumerate().filter(|(_, value)| comparable(value)) {
            let group = positions.groups.entry(hash_of(value, &positions.state)).or_default();
            match group.iter_mut().find(|(other, _)| equal(value, other)) {
                Some((_, places)) => places.push(index),
                None => group.push((value.clone(), vec![index])),
            }
        }
        positions
    }

    /// Takes out one position of a value.
    pub(super) fn take(&mut self, value: &Value) -> Option<usize> {
        if !comparable(value) {
            return None;
        }
        let group = self.groups.get_mut(&hash_of(value, &self.state))?;
        group.iter_mut().find(|(other, _)| equal(value, other))?.1.pop()
    }
}

/// A hash that equal values share.
fn hash_of(value: &Value, state: &RandomState) -> u64 {
    let mut hasher = state.build_hasher();
    feed(value, state, &mut hasher);
    hasher.finish()
}

fn hash_pair(pair: &(Value, Value), state: &RandomState) -> u64 {
    let mut hasher = state.build_hasher();
    feed(&pair.0, state, &mut hasher);
    feed(&pair.1, state, &mut hasher);
    hasher.finish()
}

fn feed(value: &Value, state: &RandomState, hasher: &mut impl Hasher) {
    std::mem::discriminant(value).hash(hasher);
    match value {
        Value::None | Value::Opaque(_) | Value::Marked(_) => {}
        Value::Bool(bool) => bool.hash(hasher),
        Value::Int(int) => int.hash(hasher),
        Value::Float(bits) => float_key(*bits).hash(hasher),
        Value::Complex(real, imaginary) => (float_key(*real), float_key(*imaginary)).hash(hasher),
        Value::Str(text) => text.hash(hasher),
        Value::Bytes(bytes) => bytes.hash(hasher),
        Value::List(items) | Value::Tuple(items) | Value::Deque(_, items) => {
            items.len().hash(hasher);
            items.iter().for_each(|item| feed(item, state, hasher));
        }
        // A sum does not depend on the order.
        Value::Set(items) | Value::FrozenSet(items) => {
            items.iter().fold(0_u64, |sum, item| sum.wrapping_add(hash_of(item, state))).hash(hasher);
        }
        Value::Dict(pairs) | Value::Counter(pairs) | Value::DefaultDict(_, pairs) => {
            pairs.iter().fold(0_u64, |sum, pair| sum.wrapping_add(hash_pair(pair, state))).hash(hasher);
        }
        Value::OrderedDict(pairs) => pairs.iter().for_each(|pair| hash_pair(pair, state).hash(hasher)),
        Value::Range(start, stop, step) => range_key(start, stop, step).hash(hasher),
        Value::Decimal(text) => match Decimal::parse(text) {
            Some(decimal) => decimal.hash(hasher),
            None => text.hash(hasher),
        },
        Value::Fraction(above, below) => (above, below).hash(hasher),
        Value::Date(year, month, day) => (year, month, day).hash(hasher),
        Value::DateTime(time) => instant(time).hash(hasher),
        Value::TimeDelta(days, seconds, micros) => (days, seconds, micros).hash(hasher),
        Value::Exception(exception) => (&exception.types, &exception.text).hash(hasher),
        Value::Type(name) => name.hash(hasher),
    }
}

/// One number for equal floats: zero has one sign, and NaN one payload.
fn float_key(bits: u64) -> u64 {
    let float = f64::from_bits(bits);
    if float.is_nan() {
        f64::NAN.to_bits()
    } else if float == 0.0 {
        0
    } else {
        bits
    }
}

/// What a range yields: how many, from where, by which step; start and step only where they matter.
fn range_key(start: &BigInt, stop: &BigInt, step: &BigInt) -> (BigInt, BigInt, BigInt) {
    let zero = BigInt::from(0);
    let one = BigInt::from(1);
    let span = if step.sign() == Sign::Minus { start - stop } else { stop - start };
    let pace = if step.sign() == Sign::Minus { -step } else { step.clone() };
    if span <= zero || pace == zero {
        return (zero.clone(), zero.clone(), zero);
    }
    let count = (span - &one) / pace + &one;
    let step = if count == one { zero } else { step.clone() };
    (count, start.clone(), step)
}

/// Microseconds since year 0 of the proleptic Gregorian calendar, in UTC for an aware one, and whether it is aware.
fn instant(time: &DateTime) -> (i128, bool) {
    // Days from civil, after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
    let month = i64::from(time.month);
    let year = i64::from(time.year) - i64::from(month <= 2);
    let day_of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + i64::from(time.day) - 1;
    let days = year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + day_of_year;
    let seconds =
        days * 86_400 + i64::from(time.hour) * 3_600 + i64::from(time.minute) * 60 + i64::from(time.second);
    let micros = i128::from(seconds) * 1_000_000 + i128::from(time.microsecond);
    (micros - i128::from(time.offset_us.unwrap_or(0)), time.offset_us.is_some())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::judge::samples::{any_value, int, list, text};
    use crate::model::value::Mark;

    #[test]
    fn types_count() {
        assert!(!same(&int(1), &Value::Float(1.0_f64.to_bits())));
        assert!(!same(&int(1), &Value::Bool(true)));
        assert!(!same(&list(vec![int(1)]), &Value::Tuple(vec![int(1)])));
        assert!(!same(&Value::Dict(vec![]), &Value::Counter(vec![])));
        assert!(!same(&text("a"), &Value::Bytes(b"a".to_vec())));
    }

    #[test]
    fn floats_are_the_same_by_number_and_nan_is_nan() {
        assert!(same(&Value::Float(0.0_f64.to_bits()), &Value::Float((-0.0_f64).to_bits())));
        assert!(same(&Value::Float(0x7ff8_0000_0000_0000), &Value::Float(0xfff8_0000_0000_0001)));
        assert!(!same(&Value::Float(f64::NAN.to_bits()), &Value::Float(0)));
    }

    #[test]
    fn opaque_and_marked_equal_nothing_wherever_they_are() {
        for odd in [Value::Opaque("X".to_owned()), Value::Marked(Mark::Cycle)] {
            assert!(!same(&odd, &odd));
            let held = Value::Dict(vec![(int(1), list(vec![odd]))]);
            assert!(!same(&held, &held));
        }
    }

    #[test]
    fn order_counts_where_python_says_so() {
        let pairs = vec![(int(1), text("a")), (int(2), text("b"))];
        let turned: Vec<_> = pairs.iter().rev().cloned().collect();
        assert!(same(&Value::Dict(pairs.clone()), &Value::Dict(turned.clone())));
        assert!(same(&Value::Counter(pairs.clone()), &Value::Counter(turned.clone())));
        assert!(!same(&Value::OrderedDict(pairs), &Value::OrderedDict(turned)));
        assert!(same(&Value::Set(vec![int(1), int(2)]), &Value::Set(vec![int(2), int(1)])));
        assert!(!same(&list(vec![int(1), int(2)]), &list(vec![int(2), int(1)])));
    }

    #[test]
    fn a_forged_set_with_doubles_is_not_the_set_without() {
        let forged = Value::Set(vec![int(1), int(1)]);
        assert!(!same(&forged, &Value::Set(vec![int(1), int(2)])));
        assert!(!same(&Value::Set(vec![int(1), int(2)]), &forged));
    }

    #[test]
    fn ranges_and_instants_are_the_same_by_what_they_mean() {
        let range = |a: i64, b: i64, c: i64| Value::Range(a.into(), b.into(), c.into());
        assert!(same(&range(0, 3, 2), &range(0, 4, 2)));
        assert!(same(&range(0, 0, 1), &range(5, 2, 3)));
        assert!(!same(&range(0, 3, 1), &range(0, 4, 1)));
        let time = |hour, offset_us| {
            Value::DateTime(DateTime {
                year: 2024,
                month: 3,
                day: 1,
                hour,
                minute: 0,
                second: 0,
                microsecond: 0,
                fold: 0,
                offset_us,
            })
        };
        assert!(same(&time(13, Some(3_600_000_000)), &time(12, Some(0))));
        assert!(!same(&time(12, Some(0)), &time(12, None)));
    }

    #[test]
    fn many_items_in_another_order_take_no_quadratic_time() {
        let pair = |n: u32| (int(n), Value::FrozenSet(vec![int(n), text("x")]));
        let up: Vec<_> = (0..30_000).map(pair).collect();
        let down: Vec<_> = (0..30_000).rev().map(pair).collect();
        assert!(same(&Value::Dict(up), &Value::Dict(down)));
        let opaque: Vec<Value> = (0..30_000).map(|_| Value::Opaque("X".to_owned())).collect();
        let all: Vec<&Value> = opaque.iter().collect();
        assert_eq!(difference(&all, &all).0.len(), 30_000);
    }

    proptest! {
        #[test]
        fn sameness_is_reflexive_but_for_what_equals_nothing(value in any_value()) {
            prop_assert_eq!(same(&value, &value.clone()), comparable(&value));
        }

        #[test]
        fn sameness_is_symmetric_and_shared_by_the_hash(one in any_value(), two in any_value()) {
            prop_assert_eq!(same(&one, &two), same(&two, &one));
            if same(&one, &two) {
                let state = RandomState::new();
                prop_assert_eq!(hash_of(&one, &state), hash_of(&two, &state));
            }
        }

        #[test]
        fn turning_a_set_round_changes_nothing(items in proptest::collection::vec(any_value(), 0..8)) {
            let turned: Vec<_> = items.iter().rev().cloned().collect();
            let comparable = items.iter().all(comparable);
            prop_assert_eq!(same(&Value::Set(items), &Value::Set(turned)), comparable);
        }
    }
}
