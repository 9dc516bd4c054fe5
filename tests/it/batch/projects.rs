//! Projects in a batch: every file is shown with its evidence, compared with the others, and named as it lies there.

use std::fs;
use std::path::Path;

use super::{copied, read, text};
use crate::common::{needs_boxes, viva_says};
use serde_json::Value;

/// Adds a line to the file of a package.
fn change(file: &Path, from: &str, to: &str) {
    let before = fs::read_to_string(file).expect("a file");
    assert!(before.contains(from), "{before}");
    fs::write(file, before.replacen(from, to, 1)).expect("written");
}

/// The number of the line that holds a text.
fn line_of(file: &Path, wanted: &str) -> usize {
    let text = fs::read_to_string(file).expect("a file");
    1 + text.lines().position(|line| line.contains(wanted)).expect("the line is there")
}

#[test]
fn every_file_of_a_project_is_shown_compared_and_named() {
    needs_boxes!();
    let (folder, out) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    let golden =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("challenges/inventory-ledger/answers/package/inventory");
    // One as a checkout with a `src` folder, one as the package alone.
    copied(&golden, &folder.path().join("ada/src/inventory"));
    copied(&golden, &folder.path().join("bob/inventory"));
    let package = folder.path().join("ada/src/inventory");
    let (ledger, money) = (package.join("ledger.py"), package.join("money.py"));
    change(&money, "def exact", "LIMIT = float('1e9')\n\n\ndef exact");
    change(
        &ledger,
        "def undo(self)",
        "def undo(self):\n        return self.gone\n\n    def undo_before(self)",
    );
    let said = viva_says(&[
        "batch",
        "inventory-ledger",
        text(folder.path()),
        "--out",
        text(out.path()),
        "--seed",
        "7",
        "--format",
        "junit,sarif,github",
    ]);
    assert_eq!(said.code, 0, "{said:?}");
    let (float, gone) = (line_of(&money, "LIMIT = float"), line_of(&ledger, "self.gone"));

    let results: Value = serde_json::from_str(&read(out.path(), "results.json")).expect("JSON");
    let report = &results["results"][0]["report"];
    assert_eq!(report["answer"]["files"][0], "inventory/__init__.py", "{report:#}");
    let idiom = report["evidence"].as_array().expect("a list").iter().find(|one| one["kind"] == "idiom");
    let place = serde_json::json!([{ "file": "inventory/money.py", "line": float }]);
    assert_eq!(idiom.expect("an idiom")["elsewhere"], place);

    let page = read(out.path(), "report.html");
    for file in ["__init__.py", "errors.py", "ledger.py", "money.py"] {
        assert_eq!(page.matches("class=\"file\" id=\"c-ada:").count(), 4);
        assert!(page.contains(&format!(">inventory/{file}</h4>")), "{file}");
    }
    assert!(page.contains(&format!("inventory/money.py line {float}</a>")));
    assert!(page.contains(&format!("inventory/ledger.py line {gone}</a>")));
    assert!(
        page.contains(&format!("<span class=\"no\">{gone}</span><code>        <span class=\"k\">return"))
    );

    let sarif: Value = serde_json::from_str(&read(out.path(), "idioms.sarif")).expect("JSON");
    let place = &sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
    let uri = place["artifactLocation"]["uri"].as_str().expect("a path");
    assert!(uri.ends_with("/ada/src/inventory/money.py"), "{uri}");
    assert_eq!(place["region"]["startLine"], float);
    let junit = read(out.path(), "junit.xml");
    assert!(junit.contains(&format!("/ada/src/inventory/ledger.py, line {gone}")), "{junit}");
    let annotation = said.stdout.lines().find(|line| line.starts_with("::")).expect("an annotation");
    assert!(annotation.contains("/ada/src/inventory/"), "{annotation}");
    assert!(!said.stdout.contains("answer.py") && !junit.contains("answer.py"), "{said:?}");

    let alike: Value = serde_json::from_str(&read(out.path(), "similar.json")).expect("JSON");
    assert_eq!(alike["challenges"][0]["compared"], 2, "{alike:#}");
    let pair = viva_says(&["similar", "--out", text(out.path()), "--pair", "ada", "bob"]);
    assert!(
        pair.stdout.contains("# inventory/money.py") && pair.stdout.contains("# inventory/ledger.py"),
        "{pair:?}"
    );
}
