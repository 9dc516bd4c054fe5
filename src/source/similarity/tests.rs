//! What must hold for any two submissions.

use super::find::{Finder, Found, Standing};
use super::ground::{Ground, LONG_SHARE_MIN, line};
use super::side::{Alike, by_side};
use super::*;
use proptest::prelude::*;

const ONE: &str = r#"
import functools


def batched(items, size):
    """Some documentation."""
    if size < 1:
        raise ValueError("size")
    batch = []
    count = 0
    for item in items:
        batch.append(item)
        count += 1
        if len(batch) == size:
            yield tuple(batch)
            batch = []
        else:
            continue
    if batch:
        yield tuple(batch)


class Window:
    def __init__(self, items, width):
        self.items = items
        self.width = width

    def sums(self):
        result = []
        for start in range(len(self.items) - self.width + 1):
            result.append(sum(self.items[start:start + self.width]))
        return result
"#;

/// The same in disguise: other names, order, comments, types, and cheap tricks.
const DISGUISED: &str = r#"
from typing import Iterable


class Slider:
    # sums first
    def totals(me) -> list:
        out: list = []
        for left in range(len(me.xs) - me.w + 1):
            out.append(sum(me.xs[left:left + me.w]))
        return out

    def __init__(me, xs: list, w: int):
        me.w = w
        me.xs = xs


def pieces(source: Iterable, n: int):
    unused = 5
    if n < 1:
        raise ValueError(f"n is wrong")
    total = 0
    found = []
    for one in source:
        found.append(one)
        total = total + 1
        pass
        if not len(found) == n:
            continue
        else:
            yield tuple(found)
            found = []
    if found:
        yield tuple(found)
    return
"#;

const OTHER: &str = r#"
from itertools import islice


def batched(items, size):
    iterator = iter(items)
    while chunk := tuple(islice(iterator, size)):
        yield chunk


class Window:
    def __init__(self, items, width):
        if width < 1:
            raise ValueError("width must be positive")
        self._values = list(items)
        self._span = width

    def sums(self):
        values, span = self._values, self._span
        total = sum(values[:span])
        yield total
        for new, old in zip(values[span:], values):
            total += new - old
            yield total
"#;

fn prints(text: &str) -> Prints {
    let text = text.to_owned();
    std::thread::Builder::new()
        .stack_size(STACK_BYTES)
        .spawn(move || read([text.as_str()]))
        .expect("a thread")
        .join()
        .expect("no panic")
        .expect("within bounds")
}

fn found(texts: &[&str]) -> Found {
    let mut finder = Finder::new(Ground::default());
    texts.iter().for_each(|text| finder.add(Ok(prints(text))));
    finder.find()
}

#[test]
fn identical_code_shares_everything() {
    let found = found(&[ONE, OTHER, ONE]);
    assert_eq!(found.pairs.len(), 1, "{found:?}");
    assert_eq!((found.pairs[0].one, found.pairs[0].other), (0, 2));
    assert!((found.pairs[0].share() - 1.0).abs() < f64::EPSILON && found.pairs[0].is_same);
    assert_eq!(found.clusters.len(), 1);
    assert_eq!(found.clusters[0].members, [0, 2]);
}

#[test]
fn a_disguised_copy_is_the_same() {
    assert_eq!(prints(ONE).hashes, prints(DISGUISED).hashes);
    let found = found(&[ONE, DISGUISED]);
    assert!(found.pairs[0].is_same, "{found:?}");
}

#[test]
fn another_answer_does_not_stand_out() {
    let found = found(&[ONE, OTHER]);
    assert!(found.pairs.is_empty(), "{found:?}");
    assert!(found.usual.median < LONG_SHARE_MIN / 2.0, "{:?}", found.usual);
}

#[test]
fn what_is_in_the_starter_does_not_count() {
    let ground = Ground::of(&prints(ONE), &[]);
    let mut finder = Finder::new(ground);
    [ONE, ONE, DISGUISED].iter().for_each(|text| finder.add(Ok(prints(text))));
    let found = finder.find();
    assert!(found.standings.iter().all(|one| *one == Standing::TooShort { own: 0 }), "{found:?}");
    assert!(found.pairs.is_empty());
}

#[test]
fn what_two_right_answers_have_does_not_count() {
    let ground = Ground::of(&prints("pass"), &[prints(ONE), prints(ONE), prints(OTHER)]);
    assert!(prints(ONE).hashes.iter().all(|hash| ground.holds(*hash)));
    assert!(!prints(OTHER).hashes.iter().all(|hash| ground.holds(*hash)));
}

#[test]
fn ten_thousand_equal_answers_are_one_cluster_with_pairs_told_and_counted() {
    let mut finder = Finder::new(Ground::default());
    (0..10_000).for_each(|_| finder.add(Ok(prints_of_one().clone())));
    let found = finder.find();
    assert_eq!(found.clusters.len(), 1);
    assert_eq!(found.clusters[0].members.len(), 10_000);
    assert_eq!(found.pairs.len(), find::PAIRS_MAX);
    assert_eq!(found.pairs.len() as u64 + found.pairs_untold, 10_000 * 9_999 / 2);
}

fn prints_of_one() -> &'static Prints {
    static ONCE: std::sync::OnceLock<Prints> = std::sync::OnceLock::new();
    ONCE.get_or_init(|| prints(ONE))
}

/// A copy that half of a batch handed in does not become common, and so does not hide itself.
#[test]
fn many_near_copies_are_found() {
    let copies: Vec<String> = (0..30)
        .map(|n| format!("{ONE}\n\ndef own_{n}(value):\n    return value{}\n", " * value".repeat(n)))
        .collect();
    let mut texts: Vec<&str> = copies.iter().map(String::as_str).collect();
    texts.push(OTHER);
    let found = found(&texts);
    assert_eq!(found.clusters.len(), 1, "{:?}", found.clusters);
    assert_eq!(found.clusters[0].members.len(), 30);
}

#[test]
fn hostile_sources_are_refused_or_read_in_no_time() {
    let thread = |text: String| {
        let work = move || read([text.as_str()]);
        std::thread::Builder::new()
            .stack_size(STACK_BYTES)
            .spawn(work)
            .expect("a thread")
            .join()
            .expect("no panic")
    };
    assert_eq!(thread("x\n".repeat(200_000)), Err(Unread::TooLarge));
    assert_eq!(thread("x\n".repeat(120_000)), Err(Unread::TooManyNodes));
    assert_eq!(thread(format!("x = {}1{}", "(".repeat(5_000), ")".repeat(5_000))), Err(Unread::TooDeep));
    assert!(thread(format!("x = {}1", "not ".repeat(900))).is_ok());
    assert!(thread(format!("x = a{}", ".b".repeat(900))).is_ok());
    assert!(thread("x = [".to_owned() + &"1,".repeat(40_000)).is_ok());
    assert!(thread("def (:\n  )] = = lambda class\n\u{0}".to_owned()).is_ok());
}

/// Whatever somebody hands in, ten thousand of it fit into memory.
#[test]
fn a_long_submission_keeps_a_part_of_its_fingerprints_and_is_still_found() {
    let long: String = (0..4_000).map(|n| format!("f(a.n{n}, b)\n")).collect();
    let one = prints(&long);
    assert_eq!(one.hashes.len(), PRINTS_MAX);
    let mut finder = Finder::new(Ground::default());
    [one.clone(), one].into_iter().for_each(|prints| finder.add(Ok(prints)));
    assert_eq!(finder.find().pairs.len(), 1);
}

#[test]
fn side_by_side_names_are_told_and_functions_meet_wherever_they_stand() {
    let side = by_side(ONE, DISGUISED).expect("within bounds");
    let renamed = |from: &str, to: &str| {
        side.renames.iter().any(|rename| rename.from == from && rename.to == to && rename.times > 1)
    };
    for (from, to) in [("size", "n"), ("batch", "found"), ("self", "me"), ("items", "source")] {
        assert!(renamed(from, to), "{from} to {to}: {:?}", side.renames);
    }
    let meet = side.rows.iter().any(|row| {
        let has = |line: &Option<side::Line>, text: &str| {
            line.as_ref().is_some_and(|line| line.text.contains(text))
        };
        row.alike == Alike::Renamed && has(&row.left, "result.append") && has(&row.right, "out.append")
    });
    assert!(meet, "{:?}", side.rows);
}

/// A small program out of words of Python, right or wrong.
fn program() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "def f(a, b):\n    ",
        "return ",
        "a",
        "b",
        " + ",
        " = ",
        "(",
        ")",
        "[",
        "]",
        "\n",
        "\n    ",
        "if ",
        ":\n        ",
        "else:\n    ",
        "not ",
        "1",
        "'x'",
        "for a in b:\n    ",
        "class A:\n    ",
        "self.x",
        ".y",
        " += ",
        "lambda: ",
        "# c\n",
        "@d\n",
        "async ",
        "await ",
        "yield ",
        ", ",
        "*",
        "**",
        "f'{a}'",
        "import a\n",
        " as ",
        "with ",
        "\t",
        "é",
        "😀",
        "\\\n",
        "'''",
        "try:\n    ",
        "except ",
        "match a:\n    case ",
        "pass\n",
    ]);
    prop::collection::vec(word, 0..60).prop_map(|words| words.concat())
}

proptest! {
    /// No text breaks the reading of it, and the same text always reads the same.
    #[test]
    fn any_text_can_be_read(text in program()) {
        prop_assert_eq!(prints(&text), prints(&text));
    }

    /// A submission shares everything with itself, side by side too.
    #[test]
    fn a_text_is_the_same_as_itself(text in program()) {
        let side = by_side(&text, &text).expect("within bounds");
        prop_assert!(side.rows.iter().all(|row| row.alike != Alike::Different), "{:?}", side.rows);
        prop_assert!(side.renames.is_empty());
        let lines = |pick: fn(&side::Row) -> bool| side.rows.iter().filter(|row| pick(row)).count();
        prop_assert_eq!(lines(|row| row.left.is_some()), lines(|row| row.right.is_some()));
    }

    /// Nothing is found that does not share what it is said to, and clusters hold every pair.
    #[test]
    fn what_is_told_is_so(texts in prop::collection::vec(program(), 2..8)) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let found = found(&texts);
        for pair in &found.pairs {
            prop_assert!(pair.one < pair.other && pair.share() >= line(pair.of_one.min(pair.of_other)) && pair.share() <= 1.0);
            prop_assert!(found.clusters.iter().any(|it| it.members.contains(&pair.one) && it.members.contains(&pair.other)));
        }
        prop_assert_eq!(found.standings.len(), texts.len());
    }
}
