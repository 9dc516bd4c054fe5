//! `viva check --mutants` as a whole: a strong harness catches what a weak one lets pass, and the page names it.

use std::fs;
use std::path::Path;

use crate::common::{Said, needs_boxes, viva_says};

/// A bank with one small challenge of the scaffold, whose answer `one_pass` alone is mutated.
fn bank(stored: &str) -> tempfile::TempDir {
    let bank = tempfile::tempdir().expect("a scratch folder");
    let folder = bank.path().to_str().expect("UTF-8");
    assert_eq!(viva_says(&["new", "word-ladder", "--in", folder]).code, 0);
    let text = format!("answers = [\"one_pass\"]\n{stored}");
    fs::write(bank.path().join("word-ladder/mutants.toml"), text).expect("written");
    bank
}

fn check(bank: &Path, more: &[&str]) -> Said {
    let folder = bank.to_str().expect("UTF-8");
    let mut arguments = vec!["check", "--mutants", "--bank", folder, "--seed", "1", "word-ladder"];
    arguments.extend(more);
    viva_says(&arguments)
}

#[test]
fn a_strong_harness_catches_them_all() {
    needs_boxes!();
    let bank = bank("");
    let said = check(bank.path(), &["--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&said.stdout).expect("JSON");
    assert_eq!(said.code, 0, "{said:?}");
    assert_eq!(report["schema"], "viva.mutants/1");
    assert_eq!(report["share"]["caught"], report["share"]["counted"], "{}", said.stdout);
    assert_eq!(said.stderr.lines().count(), 1, "no bar without a terminal: {}", said.stderr);
}

#[test]
fn a_weak_harness_is_told_which_mutant_it_lets_pass() {
    needs_boxes!();
    let bank = bank("");
    // No case of the harness asks what becomes of None, and this answer has an opinion on it.
    let answer = bank.path().join("word-ladder/answers/one_pass.py");
    let text = fs::read_to_string(&answer).expect("the scaffold has it");
    let text =
        text.replace("        seen.add(item)", "        if item is not None:\n            seen.add(item)");
    fs::write(&answer, text).expect("written");
    let said = check(bank.path(), &["--every-case"]);
    assert_eq!(said.code, 3, "{said:?}");
    insta::assert_snapshot!("mutants_survive", said.stdout);
}

#[test]
fn notes_that_no_longer_fit_are_told() {
    needs_boxes!();
    let gone =
        "[[equivalent]]\nid = \"one_pass:99:loop\"\nchange = \"`a` to `b`\"\nreason = \"it was once\"\n";
    let bank = bank(gone);
    let said = check(bank.path(), &[]);
    assert_eq!(said.code, 3, "{said:?}");
    assert!(said.stdout.contains("`one_pass:99:loop`, which is no mutant any more"), "{}", said.stdout);
    // The gate without mutants tells it too: it needs no run.
    let folder = bank.path().to_str().expect("UTF-8");
    let said = viva_says(&["check", "--bank", folder, "--seed", "1"]);
    assert_eq!(said.code, 3, "{said:?}");
    assert!(said.stdout.contains("which is no mutant any more"), "{}", said.stdout);
}

#[test]
fn an_equivalent_that_a_case_catches_is_told() {
    needs_boxes!();
    let caught = "[[equivalent]]\nid = \"one_pass:10:return\"\nchange = \"`return item` to `item`\"\nreason = \"it seemed so\"\n";
    let said = check(bank(caught).path(), &[]);
    assert_eq!(said.code, 3, "{said:?}");
    assert!(said.stdout.contains("as equivalent, but a case catches it"), "{}", said.stdout);
}
