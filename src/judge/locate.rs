//! Where two values first differ, in words: `at [3]['name'] expected 'b', saw 'a'`.
//!
//! Must not decide whether they differ; that is [`super::equal`].

use super::equal::same;
use super::show::repr;
use super::steady::steady;
use crate::model::value::Value;

/// Characters of a value within such a sentence.
const WIDTH: usize = 40;

/// Where and how two differing values first differ; the values themselves where that says it best.
#[must_use]
pub fn first_difference(expected: &Value, seen: &Value) -> String {
    let mut path = String::new();
    let what = descend(expected, seen, &mut path);
    if path.is_empty() { what } else { format!("at {path} {what}") }
}

fn descend(expected: &Value, seen: &Value, path: &mut String) -> String {
    use Value as V;
    match (expected, seen) {
        (V::List(a), V::List(b)) | (V::Tuple(a), V::Tuple(b)) | (V::Deque(_, a), V::Deque(_, b)) => {
            match a.iter().zip(b).position(|(a, b)| !same(a, b)) {
                Some(index) => {
                    path.push_str(&format!("[{index}]"));
                    descend(&a[index], &b[index], path)
                }
                None if a.len() != b.len() => lengths(a, b),
                None => plain(expected, seen),
            }
        }
        (V::Dict(a), V::Dict(b))
        | (V::Counter(a), V::Counter(b))
        | (V::OrderedDict(a), V::OrderedDict(b))
        | (V::DefaultDict(_, a), V::DefaultDict(_, b)) => mapping(a, b, path),
        (V::Set(a), V::Set(b)) | (V::FrozenSet(a), V::FrozenSet(b)) => {
            missing_and_extra(&a.iter().collect::<Vec<_>>(), &b.iter().collect::<Vec<_>>())
        }
        (V::Str(a), V::Str(b)) if a.as_bytes().len().max(b.as_bytes().len()) > WIDTH => texts(a, b),
        _ => plain(expected, seen),
    }
}

fn plain(expected: &Value, seen: &Value) -> String {
    format!("expected {}, saw {}", repr(expected, WIDTH), repr(seen, WIDTH))
}

fn lengths(expected: &[Value], seen: &[Value]) -> String {
    let start = format!("expected {}, saw {}", counted(expected.len(), "item"), seen.len());
    match (expected.get(seen.len()), seen.get(expected.len())) {
        (Some(first), _) => format!("{start}: the first missing is {}", repr(first, WIDTH)),
        (_, Some(first)) => format!("{start}: the first extra is {}", repr(first, WIDTH)),
        _ => start,
    }
}

fn mapping(expected: &[(Value, Value)], seen: &[(Value, Value)], path: &mut String) -> String {
    let (a, b): (Vec<&Value>, Vec<&Value>) =
        (expected.iter().map(|(key, _)| key).collect(), seen.iter().map(|(key, _)| key).collect());
    let (missing, extra) = super::equal::difference(&a, &b);
    if !missing.is_empty() || !extra.is_empty() {
        return format!("keys: {}", missing_and_extra(&a, &b));
    }
    let mut positions = super::equal::Positions::of(b.into_iter());
    for (key, item) in expected {
        let partner = positions.take(key).and_then(|index| seen.get(index));
        if let Some((_, other)) = partner.filter(|(_, other)| !same(item, other)) {
            path.push_str(&format!("[{}]", repr(key, WIDTH)));
            return descend(item, other, path);
        }
    }
    "expected another order".to_owned()
}

/// `1, 2 are missing; 3 is extra`, for items whose order does not count.
#[must_use]
pub fn missing_and_extra(expected: &[&Value], seen: &[&Value]) -> String {
    let (missing, extra) = super::equal::difference(expected, seen);
    let parts: Vec<String> = [(missing, "missing"), (extra, "extra")]
        .into_iter()
        .filter(|(items, _)| !items.is_empty())
        .map(|(items, word)| {
            let mut shown: Vec<String> = items.iter().take(3).map(|item| repr(item, WIDTH)).collect();
            if items.len() > 3 {
                shown.push(format!("and {} more", items.len() - 3));
            }
            format!("{} {} {word}", shown.join(", "), if items.len() == 1 { "is" } else { "are" })
        })
        .collect();
    if parts.is_empty() { "the same items".to_owned() } else { parts.join("; ") }
}

fn texts(expected: &crate::model::value::PyText, seen: &crate::model::value::PyText) -> String {
    let (a, b) = (expected.to_display(), seen.to_display());
    let (a, b) = (steady(&a), steady(&b));
    let at = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    let rest = |text: &str| {
        let rest: String = text.chars().skip(at).take(WIDTH).collect();
        repr(&Value::Str(crate::model::value::PyText::from(rest.as_str())), WIDTH)
    };
    format!("from character {} on expected {}, saw {}", at + 1, rest(&a), rest(&b))
}

/// `1 item`, `2 items`.
#[must_use]
pub fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::samples::{int, list, text};

    #[test]
    fn the_path_leads_to_the_first_difference() {
        let row = |name: &str| Value::Dict(vec![(text("name"), text(name)), (text("n"), int(1))]);
        let expected = list(vec![row("a"), row("b")]);
        assert_eq!(
            first_difference(&expected, &list(vec![row("a"), row("c")])),
            "at [1]['name'] expected 'b', saw 'c'"
        );
        assert_eq!(
            first_difference(&expected, &list(vec![row("a")])),
            "expected 2 items, saw 1: the first missing is {'name': 'b', 'n': 1}"
        );
    }

    #[test]
    fn items_and_keys_are_missing_or_extra() {
        let set = |items: &[i64]| Value::Set(items.iter().map(|&item| int(item)).collect());
        assert_eq!(first_difference(&set(&[1, 2, 3]), &set(&[3, 4])), "1, 2 are missing; 4 is extra");
        let dict = |key| Value::Dict(vec![(int(key), int(0))]);
        assert_eq!(first_difference(&dict(1), &dict(2)), "keys: 1 is missing; 2 is extra");
    }

    #[test]
    fn long_texts_are_told_by_their_character() {
        let long = "x".repeat(60);
        let said = first_difference(&text(&format!("{long}a")), &text(&format!("{long}b")));
        assert_eq!(said, "from character 61 on expected 'a', saw 'b'");
    }
}
