//! Whether a candidate would read something hidden: every literal of the hidden files is looked for in everything that
//! a candidate is shown of one grade.
//!
//! Four things are no leak, and each is as narrow as it can be said. A literal of fewer than [`CHARACTERS_MIN`] characters stands
//! everywhere. What the candidate was given or wrote (prompt, starter, visible cases, the answer itself) is known already.
//! What a visible case reaches by name, such as the words that its inputs are drawn from, may be shown with that case, since visible
//! cases are shown in full, and nowhere else; so may a single word, which Python's own messages hold by chance. The name of a check,
//! or a single word or name, may stand in a title, which its author wrote for
//! candidates to read, or among viva's own words: neither is a value. Must not decide what is shown.

use std::collections::BTreeSet;

use super::batch::feedback::{self, Told};
use super::candidate::CandidateReport;
use super::github::{self, Annotations};
use super::gradescope;
use super::sheet::{Sheet, Whose};
use super::show_challenge;
use super::terminal::{self, Screen};
use crate::model::answer::Answer;
use crate::model::challenge::{CaseSpec, Challenge, How, TableExpectation};
use crate::model::grade::Grade;
use crate::source::literals::{Part, parts};

/// Characters that a literal must have to be looked for: `0`, `1`, `'a'` and `100` stand everywhere.
pub const CHARACTERS_MIN: usize = 4;

/// Characters of a literal that are looked for: a page may cut what is longer, and the beginning tells enough.
const CHARACTERS_MAX: usize = 60;

/// A page on which no line is broken.
const SCREEN: Screen = Screen { width: 10_000, colour: false, answer: String::new(), flags: String::new() };

/// The hidden literals that a candidate would read, each with the file it is hidden in. Empty when there are none.
#[must_use]
pub fn leaks(grade: &Grade, answer: &Answer) -> Vec<(String, &'static str)> {
    let known = known(grade, answer);
    let report = CandidateReport::of(grade);
    let titles = format!("{}\n{}", titles(&grade.challenge), frame(grade, &report));
    let everything = shown(grade, &report);
    let beside_visible = shown(grade, &without_visible(&report));
    let mut found: Vec<(String, &str)> = vec![];
    for secret in hidden(&grade.challenge) {
        let literal = beginning(secret.literal.trim());
        let is_short = literal.chars().count() < CHARACTERS_MIN;
        let is_name = literal.chars().all(|character| character.is_alphabetic() || character == '_');
        let is_title = (is_name || secret.is_label) && stands_in(&literal, &titles);
        let shown = if is_name || secret.is_drawn_openly { &beside_visible } else { &everything };
        if !is_short && !is_title && !stands_in(&literal, &known) && stands_in(&literal, shown) {
            found.push((literal, secret.file));
        }
    }
    found.sort();
    found.dedup();
    found
}

/// As much of a literal as is looked for, up to the end of a word where it has several.
fn beginning(literal: &str) -> String {
    let kept: String = literal.chars().take(CHARACTERS_MAX).collect();
    match kept.rsplit_once(' ') {
        Some((words, _)) if kept.len() < literal.len() => words.to_owned(),
        _ => kept,
    }
}

/// Every page and report that a candidate can be given.
fn shown(grade: &Grade, report: &CandidateReport) -> String {
    let prompt = show_challenge::prompt(&grade.challenge, &SCREEN);
    [values(&serde_json::to_value(report).unwrap_or_default()), prompt, pages(grade, report)].join("\n")
}

/// A candidate's report in every format that people or programs are given.
fn pages(grade: &Grade, report: &CandidateReport) -> String {
    let whose =
        Whose { candidate: "", challenge: &report.challenge, before: "answer.py", files: &grade.files };
    let sheet = Sheet::of_view(whose, report);
    let feedback = feedback::page("", &[Told::Report(report)]);
    let summary = github::summary_of_answer(&sheet);
    let gradescope = gradescope::results(std::slice::from_ref(&sheet)).unwrap_or_default();
    // Markdown writes a mark of a text with a backslash.
    let plain = [&feedback, &summary].map(|page| page.replace('\\', ""));
    let annotations = Annotations::of_answer(&sheet).text();
    let page = terminal::candidate(report, &SCREEN);
    [page, feedback, summary, plain.join("\n"), annotations, values(&gradescope)].join("\n")
}

/// The same report as if no case were visible.
fn without_visible(report: &CandidateReport) -> CandidateReport {
    let mut report = report.clone();
    report.cases.iter_mut().for_each(|case| case.visible = None);
    report
}

/// What the pages of such a report say by themselves, such as `line 3`: viva's own words.
fn frame(grade: &Grade, report: &CandidateReport) -> String {
    let mut report = without_visible(report);
    report.cases.iter_mut().for_each(|case| case.title.clear());
    report.evidence.iter_mut().for_each(|piece| piece.title.clear());
    report.notes.clear();
    report.load_failure = None;
    pages(grade, &report)
}

/// All texts and numbers of JSON as they were before they were written as such. The names of its fields are everybody's.
fn values(json: &serde_json::Value) -> String {
    fn gather(value: &serde_json::Value, out: &mut String) {
        match value {
            serde_json::Value::String(text) => {
                out.push_str(text);
                out.push('\n');
            }
            serde_json::Value::Number(number) => out.push_str(&format!("{number}\n")),
            serde_json::Value::Array(items) => items.iter().for_each(|item| gather(item, out)),
            serde_json::Value::Object(fields) => fields.values().for_each(|field| gather(field, out)),
            _ => {}
        }
    }
    let mut out = String::new();
    gather(json, &mut out);
    out
}

/// The lines that an author wrote for candidates to read. A number or a longer text that is hidden has no business there.
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
    let mut known =
        vec![challenge.prompt.as_str(), &challenge.starter, &challenge.title, &challenge.category];
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

/// A literal of a hidden file.
struct Secret {
    literal: String,
    file: &'static str,
    /// Whether it only says in words what a check looks at.
    is_label: bool,
    /// Whether a visible case reaches it by name.
    is_drawn_openly: bool,
}

fn hidden(challenge: &Challenge) -> Vec<Secret> {
    let harness = &challenge.harness;
    let files = [
        ("oracle.py", parts(&harness.oracle)),
        ("driver.py", parts(&harness.driver)),
        ("inputs.py", parts(&harness.inputs)),
    ];
    let openly = reached_openly(challenge, files.iter().flat_map(|(_, parts)| parts));
    let of_part = |file: &'static str, part: &Part| {
        let is_drawn_openly = part.defines.iter().any(|name| openly.contains(name));
        let secret = move |(literal, is_label)| Secret { literal, file, is_label, is_drawn_openly };
        let literals = part.literals.clone().into_iter().map(|literal| (literal, false));
        let labels = part.labels.clone().into_iter().map(|label| (label, true));
        literals.chain(labels).map(secret).collect::<Vec<_>>()
    };
    let mut secrets: Vec<Secret> =
        files.iter().flat_map(|(file, parts)| parts.iter().flat_map(|part| of_part(file, part))).collect();
    let tables = challenge.cases.iter().filter(|case| !case.visible).flat_map(table);
    secrets.extend(tables.flat_map(parts).flat_map(|part| of_part("challenge.toml", &part)));
    let open: BTreeSet<String> =
        secrets.iter().filter(|secret| secret.is_drawn_openly).map(|secret| secret.literal.clone()).collect();
    secrets.iter_mut().for_each(|secret| secret.is_drawn_openly |= open.contains(&secret.literal));
    secrets
}

/// The names of everything in the hidden files that visible cases come to, name by name. No case but a visible one is among them.
fn reached_openly<'a>(
    challenge: &Challenge,
    parts: impl Iterator<Item = &'a Part> + Clone,
) -> BTreeSet<String> {
    let is_hidden_case =
        |name: &str| challenge.cases.iter().any(|case| !case.visible && case.id.as_str() == name);
    let visible = challenge.cases.iter().filter(|case| case.visible);
    let mut waiting: Vec<String> = visible.map(|case| case.id.to_string()).collect();
    let mut reached = BTreeSet::new();
    while let Some(name) = waiting.pop() {
        if is_hidden_case(&name) || !reached.insert(name.clone()) {
            continue;
        }
        let of_that_name = parts.clone().filter(|part| part.defines.contains(&name));
        waiting.extend(of_that_name.flat_map(|part| part.uses.iter().cloned()));
    }
    reached
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
        let files =
            vec![SourceFile { path: "answer.py".to_owned(), at: String::new(), text: source.to_owned() }];
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
    fn what_a_visible_case_draws_may_be_shown_with_it_and_nowhere_else() {
        let drawn = |note: &'static str| {
            move |grade: &mut Grade| {
                let oracle = "WORDS = ['sesame']\ndef words(): return WORDS\ndef first_success(): return words()\ndef raises_it(): return 'rolled barley'\n";
                with_oracle(grade, oracle);
                let visible = grade.cases.iter_mut().find(|case| case.id.as_str() == "first_success");
                visible.expect("the visible case").message =
                    "It was given sesame and rolled barley.".to_owned();
                grade.notes.push(note.to_owned());
            }
        };
        assert_eq!(
            found(drawn(""), ""),
            [("rolled barley".to_owned(), "oracle.py")],
            "no visible case draws it"
        );
        assert_eq!(found(drawn("It is sesame."), "").len(), 2, "a note is no visible case");
    }

    #[test]
    fn vivas_own_words_tell_nothing() {
        let own =
            |grade: &mut Grade| with_oracle(grade, "def raises_it(): return ['line', 'points', 'idiom']");
        assert!(found(own, "").is_empty());
        let said = |grade: &mut Grade| {
            with_oracle(grade, "def raises_it(): return 'points of a line'");
            grade.notes.push("It is points of a line.".to_owned());
        };
        assert_eq!(found(said, "").len(), 1, "several of them may");
    }

    #[test]
    fn a_title_may_hold_the_name_of_a_check_and_no_value() {
        let titled = |oracle: &'static str| {
            move |grade: &mut Grade| {
                let mut challenge = (*grade.challenge).clone();
                challenge.cases[0].title = "Gives open sesame and 73921 by __call__".to_owned();
                challenge.harness.oracle = oracle.to_owned();
                grade.challenge = challenge.into();
            }
        };
        assert!(found(titled("def raises_it(): expect(seen.it, 'open sesame')"), "").is_empty());
        assert!(found(titled("def raises_it(): return ['sesame', '__call__']"), "").is_empty());
        let values = titled("def raises_it(): expect(seen.it, 'label').equals(['open sesame', 73921])");
        assert_eq!(found(values, "").len(), 2);
    }

    #[test]
    fn the_beginning_of_a_text_that_is_cut_is_found() {
        let leak = |grade: &mut Grade| {
            with_oracle(grade, &format!("def raises_it(): return '{}'", "open sesame ".repeat(60)));
            grade.notes.push("open sesame ".repeat(60));
        };
        assert_eq!(found(leak, "").len(), 1);
    }

    #[test]
    fn the_fixtures_leak_nothing() {
        assert!(found(|_| {}, "").is_empty());
    }
}
