//! Which answers are mutated, and notes on mutants that fit and that do not.

use super::*;
use crate::model::answer::{Answer, SourceFile};

fn golden(name: &str, ceiling: Score, text: &str) -> Golden {
    let file = SourceFile { path: "answer.py".to_owned(), at: String::new(), text: text.to_owned() };
    let answer = Answer { files: vec![file], prediction: None, explanation: None, sha256: String::new() };
    Golden {
        name: name.to_owned(),
        answer,
        floor: Score::No,
        ceiling,
        misses: Vec::new(),
        misconceptions: Vec::new(),
    }
}

fn note(id: &str, change: &str, reason: &str) -> Stored {
    let note = Equivalent { id: id.to_owned(), change: change.to_owned(), reason: reason.to_owned() };
    Stored { answers: Vec::new(), equivalent: vec![note] }
}

const SOURCE: &str = "def f(a):\n    return a < 1\n";

fn names(references: &[Reference]) -> Vec<&str> {
    references.iter().map(|reference| reference.golden.name.as_str()).collect()
}

#[test]
fn right_answers_that_differ_most_are_mutated() {
    let goldens = [
        golden("alike", Score::StrongYes, "def f(a):\n    return a < 1  # so\n"),
        golden(
            "other",
            Score::StrongYes,
            "class F:\n    __call__ = staticmethod(lambda b: not b)\nf = F()\n",
        ),
        golden("short", Score::StrongYes, SOURCE),
        golden("wrong", Score::Yes, "f = None\n"),
    ];
    assert_eq!(names(&references(&goldens, &Stored::default())), ["other", "short"]);
    let named = Stored { answers: vec!["alike".to_owned()], equivalent: Vec::new() };
    assert_eq!(names(&references(&goldens, &named)), ["alike"]);
    let wrong = Stored { answers: vec!["wrong".to_owned()], equivalent: Vec::new() };
    let found = faults(&references(&goldens, &wrong), &wrong);
    assert_eq!(found, [StoredFault::NotRight { name: "wrong".to_owned() }, StoredFault::NoAnswer]);
}

#[test]
fn a_note_that_fits_is_no_fault() {
    let goldens = [golden("only", Score::StrongYes, SOURCE)];
    let stored = note("only:2:compare", "`return a < 1` to `return a <= 1`", "free by the contract");
    assert_eq!(faults(&references(&goldens, &stored), &stored), []);
}

#[test]
fn notes_that_no_longer_fit_are_told() {
    let goldens = [golden("only", Score::StrongYes, SOURCE)];
    let told = |id: &str, change: &str, reason: &str| {
        let stored = note(id, change, reason);
        faults(&references(&goldens, &stored), &stored).iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    let change = "`return a < 1` to `return a <= 1`";
    assert!(told("only:2:compare", change, " ")[0].contains("without a reason"));
    assert!(told("only:9:compare", change, "so")[0].ends_with("the same change is now `only:2:compare`"));
    assert!(told("only:9:loop", change, "so")[0].ends_with("no mutant any more"));
    assert!(
        told("only:2:compare", "`return a > 1` to `return a >= 1`", "so")[0].contains("but it now changes")
    );
}
