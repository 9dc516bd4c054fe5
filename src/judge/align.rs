//! Puts what was seen into the order of what was expected, where order does not count, so that a diff shows
//! only what differs.
//!
//! Must not change what a value is the same as.

use super::equal::Positions;
use crate::model::value::Value;

/// Values within both, up to which alignment is worth its cost.
const VALUES_MAX: usize = 20_000;

/// The value seen, with dicts and sets in the order of the expected ones; a large value stays as it is.
#[must_use]
pub fn align(expected: &Value, seen: &Value) -> Value {
    let mut left = VALUES_MAX;
    if is_small(expected, &mut left) && is_small(seen, &mut left) {
        reorder(expected, seen)
    } else {
        seen.clone()
    }
}

/// Counts down the values within a value; false when there are more than are left.
fn is_small(value: &Value, left: &mut usize) -> bool {
    if *left == 0 {
        return false;
    }
    *left -= 1;
    match value {
        Value::List(items)
        | Value::Tuple(items)
        | Value::Set(items)
        | Value::FrozenSet(items)
        | Value::Deque(_, items) => items.iter().all(|item| is_small(item, left)),
        Value::Dict(pairs)
        | Value::Counter(pairs)
        | Value::OrderedDict(pairs)
        | Value::DefaultDict(_, pairs) => {
            pairs.iter().all(|(key, item)| is_small(key, left) && is_small(item, left))
        }
        _ => true,
    }
}

fn reorder(expected: &Value, seen: &Value) -> Value {
    use Value as V;
    match (expected, seen) {
        (V::List(a), V::List(b)) => V::List(in_place(a, b)),
        (V::Tuple(a), V::Tuple(b)) => V::Tuple(in_place(a, b)),
        (V::Deque(_, a), V::Deque(bound, b)) => V::Deque(*bound, in_place(a, b)),
        (V::Set(a), V::Set(b)) => V::Set(items(a, b)),
        (V::FrozenSet(a), V::FrozenSet(b)) => V::FrozenSet(items(a, b)),
        (V::Dict(a), V::Dict(b)) => V::Dict(pairs(a, b)),
        (V::Counter(a), V::Counter(b)) => V::Counter(pairs(a, b)),
        (V::DefaultDict(_, a), V::DefaultDict(made, b)) => V::DefaultDict(made.clone(), pairs(a, b)),
        _ => seen.clone(),
    }
}

fn in_place(expected: &[Value], seen: &[Value]) -> Vec<Value> {
    let both = expected.iter().zip(seen).map(|(expected, seen)| reorder(expected, seen));
    both.chain(seen.iter().skip(expected.len()).cloned()).collect()
}

fn items(expected: &[Value], seen: &[Value]) -> Vec<Value> {
    let mut positions = Positions::of(seen.iter());
    let order: Vec<usize> = expected.iter().filter_map(|item| positions.take(item)).collect();
    with_the_rest(&order, seen.len()).into_iter().map(|index| seen[index].clone()).collect()
}

fn pairs(expected: &[(Value, Value)], seen: &[(Value, Value)]) -> Vec<(Value, Value)> {
    let mut positions = Positions::of(seen.iter().map(|(key, _)| key));
    let mut order = Vec::new();
    let mut partners = Vec::new();
    for (key, item) in expected {
        if let Some(index) = positions.take(key) {
            order.push(index);
            partners.push(item);
        }
    }
    let mut out = Vec::with_capacity(seen.len());
    for (place, index) in with_the_rest(&order, seen.len()).into_iter().enumerate() {
        let (key, item) = &seen[index];
        let item = partners.get(place).map_or_else(|| item.clone(), |partner| reorder(partner, item));
        out.push((key.clone(), item));
    }
    out
}

/// These indices first, then all others below `count` in order.
fn with_the_rest(order: &[usize], count: usize) -> Vec<usize> {
    let mut taken = vec![false; count];
    for &index in order {
        taken[index] = true;
    }
    order.iter().copied().chain((0..count).filter(|&index| !taken[index])).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::judge::equal::same;
    use crate::judge::samples::{any_value, int, list, text};
    use crate::judge::show::repr;

    #[test]
    fn what_was_seen_follows_what_was_expected() {
        let expected = Value::Dict(vec![
            (text("a"), Value::Set(vec![int(1), int(2), int(3)])),
            (text("b"), int(1)),
            (text("c"), int(2)),
        ]);
        let seen = Value::Dict(vec![
            (text("d"), int(9)),
            (text("c"), int(2)),
            (text("a"), Value::Set(vec![int(3), int(4), int(1)])),
        ]);
        assert_eq!(repr(&align(&expected, &seen), 80), "{'a': {1, 3, 4}, 'c': 2, 'd': 9}");
    }

    proptest! {
        #[test]
        fn aligning_changes_no_value(expected in any_value(), seen in any_value()) {
            let aligned = align(&expected, &seen);
            let kept = same(&aligned, &seen) || !same(&seen, &seen);
            prop_assert!(kept);
        }

        #[test]
        fn forged_doubles_do_no_harm(items in proptest::collection::vec(any_value(), 0..5)) {
            let doubled: Vec<Value> = items.iter().chain(&items).cloned().collect();
            let one = list(vec![Value::Set(items)]);
            let two = list(vec![Value::Set(doubled)]);
            let _ = (align(&one, &two), align(&two, &one));
        }
    }
}
