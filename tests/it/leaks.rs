//! Nothing of a hidden file in a candidate's view: `viva check` finds a literal of a hidden file in what a candidate reads.
//!
//! That the bank has none is what `viva check` says of all of it in every run of CI; here a leak is planted, so that
//! it is known to look. What is a leak and what is none is tested in `report/leaks.rs`.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::common::{needs_boxes, viva_says};

const CHALLENGE: &str = "late-binding-closures";

/// The challenge by itself, with a part of one of its files said otherwise.
fn changed(file: &str, part: &str, other: &str) -> TempDir {
    let bank = TempDir::new().expect("a scratch folder");
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("challenges").join(CHALLENGE);
    let to = bank.path().join(CHALLENGE);
    copy(&from, &to);
    let text = fs::read_to_string(to.join(file)).expect("the file is there");
    assert!(text.contains(part), "{file} holds {part}");
    fs::write(to.join(file), text.replace(part, other)).expect("written");
    bank
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir(to).expect("a new folder");
    for entry in fs::read_dir(from).expect("the challenge is there") {
        let entry = entry.expect("an entry");
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, target).expect("copied");
        }
    }
}

fn findings(bank: &TempDir) -> String {
    let folder = bank.path().to_str().expect("UTF-8");
    let said = viva_says(&["check", CHALLENGE, "--bank", folder, "--seed", "7"]);
    assert_eq!(said.code, if said.stdout.contains("WRONG") { 3 } else { 0 }, "{said:?}");
    said.stdout
}

#[test]
fn a_hidden_literal_in_what_a_candidate_reads_is_found() {
    needs_boxes!();
    let told = findings(&changed("oracle.py", "[0, 5, 5]", "[0, 5, 5][:7392]"));
    assert!(told.starts_with("ok "), "{told}");

    // The same number, once it stands in the title of a case, which its author writes by hand.
    let bank = changed("oracle.py", "[0, 5, 5]", "[0, 5, 5][:7392]");
    let manifest = bank.path().join(CHALLENGE).join("challenge.toml");
    let text = fs::read_to_string(&manifest).expect("it is there");
    fs::write(&manifest, text.replace("The last multiplier is right", "The last of 7392 is right"))
        .expect("written");
    let told = findings(&bank);
    let wanted = "would read `7392`, which is hidden in oracle.py";
    assert_eq!(told.matches(wanted).count(), 1, "once for all golden answers: {told}");
}
