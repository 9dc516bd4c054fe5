//! The inputs that `fuzz/corpus` keeps, given to the very functions that the fuzzer calls: once found, never again.

use std::path::Path;

#[path = "../../fuzz/src/targets.rs"]
mod targets;

/// Inputs of one target that are kept at most: they are to show each path once, not to be a collection.
const INPUTS_MAX: usize = 200;
/// Bytes that one target's inputs may have together.
const BYTES_MAX: usize = 64 * 1024;

fn replay(name: &str, target: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(name);
    let entries = std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let inputs: Vec<Vec<u8>> = entries
        .map(|entry| std::fs::read(entry.expect("an entry").path()).expect("an input can be read"))
        .collect();
    assert!((4..=INPUTS_MAX).contains(&inputs.len()), "{} inputs", inputs.len());
    assert!(inputs.iter().map(Vec::len).sum::<usize>() <= BYTES_MAX);
    inputs.iter().for_each(|input| target(input));
}

#[test]
fn what_crosses_a_boxs_wall() {
    replay("wire", targets::wire);
}

#[test]
fn reports_of_strangers() {
    replay("report", targets::report);
}

#[test]
fn answers() {
    replay("answer", targets::answer);
}

#[test]
fn manifests_and_rules() {
    replay("manifest", targets::manifest);
}

#[test]
fn archives_and_layouts_of_submissions() {
    replay("archive", targets::archive);
}

#[test]
fn files_of_challenges() {
    replay("bank", targets::bank);
}
