//! Whether a candidate would read something hidden: every literal of the hidden files is looked for in everything that
//! a candidate is shown of one grade.
//!
//! A literal of fewer than [`CHARACTERS_MIN`] characters is too common to tell anything, and one that the candidate has seen
//! or written already is no secret: the prompt, the starter, the answer itself, and what the visible cases want, which their author
//! chose to show. Must not decide what is shown.

use std::collections::BTreeSet;

use super::candidate::CandidateReport;
use super::json::to_json;
use super::show_challenge;
use super::terminal::{self, Screen};
use crate::model::answer::Answer;
use crate::model::challenge::{CaseSpec, Challenge, How, TableExpectation};
use crate::model::grade::Grade;
use crate::source::literals::literals;

/// Characters that a literal must have to be looked for: `0`, `1`, `'a'` and `100` stand everywhere.
pub const CHARACTERS_MIN: usize = 4;

/// Columns of a page on which no line is broken.
const WIDE: usize = 10_000;

/// The hidden literals that a candidate would read, each with the file it is hidden in. Empty when there are none.
#[must_use]
pub fn leaks(grade: &Grade, answer: &Answer) -> Vec<(String, &'static str)> {
    let challenge = &*grade.challenge;
    let known = known(grade, answer);
    let titles = titles(&grade.challenge);
    let shown = shown(grade);
    let mut found: Vec<(String, &str)> = vec![];
    for (file, literals) in hidden(challenge) {
        for literal in literals {
            let literal = literal.trim();
            let is_long = literal.chars().count() >= CHARACTERS_MIN;
            let is_word = literal.chars().all(char::is_alphabetic) && stands_in(literal, &titles);
            if is_long && !is_word && !stands_in(literal, &known) && stands_in(literal, &shown) {
                found.push((literal.to_owned(), file));
            }
        }
    }
    found
}

/// Every page and report that a candidate can be given.
fn shown(grade: &Grade) -> String {
    let screen = Screen { width: WIDE, colour: false, ..Screen::default() };
    let report = CandidateReport::of(grade);
    let prompt = show_challenge::prompt(&grade.challenge, &screen);
    [to_json(&report), strings(&report), terminal::candidate(&report, &screen), prompt].join("\n")
}

/// All texts of a report as they were before JSON escaped them.
fn strings(report: &CandidateReport) -> String {
    fn gather(value: &serde_json::Value, out: &mut String) {
        match value {
            serde_json::Value::String(text) => {
                out.push_str(text);
                out.push('\n');
            }
            serde_json::Value::Array(items) => items.iter().for_each(|item| gather(item, out)),
            serde_json::Value::Object(fields) => fields.values().for_each(|field| gather(field, out)),
            _ => {}
        }
    }
    let mut out = String::new();
    // A report is plain data; should it not be, there is nothing that a candidate could read.
    if let Ok(value) = serde_json::to_value(report) {
        gather(&value, &mut out);
    }
    out
}

/// The lines that an author wrote for candidates to read. A single word of them, such as a check's label, tells nothing;
/// a number or a longer text that is hidden elsewhere has no business there.
fn titles(challenge: &Challenge) -> String {
    let cases = challenge.cases.iter().map(|case| case.title.as_str());
    let idioms = challenge.idioms.iter().map(|idiom| idiom.title.as_str());
    let concepts = challenge.concepts.iter().map(|concept| concept.title.as_str());
    let prediction = challenge.prediction.iter().map(|prediction| prediction.title.as_str());
    cases.chain(idioms).chain(concepts).chain(prediction).collect::<Vec<_>>().join("\n")
}

/// What the candidate was given, or wrote.
fn known(grade: &Grade, answer: &Answer) -> String {
    let challenge = &*grade.challenge;
    let wanted = wanted(grade);
    let mut known = vec![challenge.prompt.as_str(), &challenge.starter, &challenge.title];
    known.extend(challenge.entries.iter().map(|entry| entry.signature.as_str()));
    known.extend(answer.files.iter().map(|file| file.text.as_str()));
    known.extend(answer.prediction.as_deref());
    known.extend(answer.explanation.as_deref());
    known.extend(challenge.cases.iter().filter(|case| case.visible).flat_map(table));
    known.push(&wanted);
    known.join("\n")
}

/// What the checks of visible cases are called and expect.
fn wanted(grade: &Grade) -> String {
    let visible = CandidateReport::of(grade).cases.into_iter().filter_map(|case| case.visible);
    let checks = visible.flat_map(|case| case.checks);
    checks.map(|check| format!("{}\n{}\n", check.label, check.expected)).collect()
}

/// The literals that only hidden cases have, by the file they stand in.
fn hidden(challenge: &Challenge) -> Vec<(&'static str, BTreeSet<String>)> {
    let visible = |name: Option<&str>| {
        let of_that_name = challenge.cases.iter().find(|case| Some(case.id.as_str()) == name);
        of_that_name.is_some_and(|case| case.visible)
    };
    let only_hidden = |source: &str| {
        let open = literals(source, &visible);
        let mut found = literals(source, &|name| !visible(name));
        found.retain(|literal| !open.contains(literal));
        found
    };
    let tables = challenge.cases.iter().filter(|case| !case.visible).flat_map(table);
    vec![
        ("oracle.py", only_hidden(&challenge.harness.oracle)),
        ("driver.py", only_hidden(&challenge.harness.driver)),
        ("inputs.py", literals(&challenge.harness.inputs, &|_| true)),
        ("challenge.toml", tables.flat_map(|part| literals(part, &|_| true)).collect()),
    ]
}

/// The source of a table case; nothing of a driven one.
fn table(case: &CaseSpec) -> Vec<&str> {
    match &case.how {
        How::Driven => vec![],
        How::Table { setup, call, expects } => {
            let (TableExpectation::Equals(wanted)
            | TableExpectation::Raises(wanted)
            | TableExpectation::Prints(wanted)) = expects;
            vec![setup, call, wanted]
        }
        // A program prints what everybody can guess its words to be; its arguments are no Python.
        How::Command { .. } => vec![],
    }
}

/// Whether a literal stands in a text by itself, not as a part of a longer word or number.
fn stands_in(literal: &str, text: &str) -> bool {
    let is_word = |character: char| character.is_alphanumeric() || character == '_';
    let starts = literal.starts_with(is_word);
    let ends = literal.ends_with(is_word);
    text.match_indices(literal).any(|(at, _)| {
        let before = text[..at].chars().next_back().is_some_and(is_word);
        let behind = text[at + literal.len()..].chars().next().is_some_and(is_word);
        !(starts && before || ends && behind)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::answer::SourceFile;
    use crate::report::fixture;

    fn found(change: impl FnOnce(&mut Grade), source: &str) -> Vec<(String, &'static str)> {
        let mut grade = fixture::partial();
        change(&mut grade);
        let files = vec![SourceFile { path: "answer.py".to_owned(), text: source.to_owned() }];
        leaks(&grade, &Answer { files, prediction: None, explanation: None, sha256: String::new() })
    }

    fn with_oracle(grade: &mut Grade, oracle: &str) {
        let mut challenge = (*grade.challenge).clone();
        challenge.harness.oracle = oracle.to_owned();
        grade.challenge = challenge.into();
    }

    #[test]
    fn a_literal_of_the_oracle_on_the_candidates_page_is_found() {
        let leak = |grade: &mut Grade| {
            with_oracle(grade, "def raises_it(seen): return 'sesame street'");
            grade.notes.push("It opens by sesame street.".to_owned());
        };
        assert_eq!(found(leak, ""), [("sesame street".to_owned(), "oracle.py")]);
        assert!(found(leak, "x = 'sesame street'").is_empty(), "who wrote it knows it");
    }

    #[test]
    fn a_part_of_a_word_and_what_is_too_short_tell_nothing() {
        let said = |text: &'static str| {
            move |grade: &mut Grade| {
                with_oracle(grade, "def raises_it(seen): return ['sesame', 'abc']");
                grade.notes.push(text.to_owned());
            }
        };
        assert_eq!(found(said("a sesame"), "").len(), 1);
        assert!(found(said("sesames abc"), "").is_empty());
    }

    #[test]
    fn the_fixtures_leak_nothing() {
        assert!(found(|_| {}, "").is_empty());
    }
}
