//! A challenge is mended: what it affects is graded again, and whose score changes is shown.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use super::{CHALLENGE, copied, read, submissions, text};
use crate::common::{Said, needs_boxes, viva, viva_says};
use serde_json::Value;
use tempfile::TempDir;

/// A bank with one challenge, which a test may change.
fn bank() -> TempDir {
    let bank = tempfile::tempdir().expect("a scratch folder");
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("challenges").join(CHALLENGE);
    copied(&from, &bank.path().join(CHALLENGE));
    bank
}

/// Makes the first case worth two points more: everybody's result is affected, and many an order.
fn mend(bank: &Path) {
    let manifest = bank.join(CHALLENGE).join("challenge.toml");
    let text = fs::read_to_string(&manifest).expect("read");
    let (head, tail) = text.split_once("\nearns = ").expect("a case earns something");
    fs::write(&manifest, format!("{head}\npoints = 3\nearns = {tail}")).expect("written");
}

struct Batch {
    folder: TempDir,
    bank: TempDir,
    out: TempDir,
}

impl Batch {
    fn graded(count: usize) -> Self {
        let out = tempfile::tempdir().expect("a scratch folder");
        let batch = Self { folder: submissions(count), bank: bank(), out };
        let said = batch.viva("batch", &["--seed", "7"]);
        assert_eq!(said.code, 0, "{said:?}");
        batch
    }

    fn arguments<'a>(&'a self, command: &'a str, more: &[&'a str]) -> Vec<&'a str> {
        let mut all = match command {
            "batch" => vec!["batch", CHALLENGE, text(self.folder.path()), "--out", text(self.out.path())],
            _ => vec!["regrade", text(self.out.path())],
        };
        if command == "batch" {
            all.extend(["--bank", text(self.bank.path())]);
        }
        all.extend(more);
        all
    }

    fn viva(&self, command: &str, more: &[&str]) -> Said {
        let arguments = self.arguments(command, more);
        viva_says(&arguments)
    }

    fn regrade(&self, more: &[&str]) -> Value {
        let said = self.viva("regrade", &[more, &["--format", "json"]].concat());
        assert_eq!(said.code, 0, "{said:?}");
        let report: Value = serde_json::from_str(&said.stdout).expect("JSON");
        let schema = serde_json::from_str(&viva_says(&["schema", "regrade"]).stdout).expect("JSON");
        let validator = jsonschema::validator_for(&schema).expect("a valid schema");
        assert!(validator.is_valid(&report), "{report:#}");
        report
    }
}

fn count(report: &Value, name: &str) -> usize {
    report[name].as_array().expect("a list").len()
}

#[test]
fn only_what_a_change_affects_is_run_and_the_change_is_shown() {
    needs_boxes!();
    let batch = Batch::graded(4);
    let before = read(batch.out.path(), "results.json");
    let nothing = batch.regrade(&[]);
    assert_eq!((count(&nothing, "affected"), &nothing["compared"]), (0, &Value::from(0)));
    assert_eq!(read(batch.out.path(), "results.json"), before, "measured times are in it: nothing was run");

    mend(batch.bank.path());
    let dry = batch.regrade(&["--dry-run"]);
    assert_eq!((count(&dry, "affected"), dry["affected"][0]["because"][0].as_str()), (4, Some("challenge")));
    assert_eq!(read(batch.out.path(), "results.json"), before, "a dry run runs nothing");

    let done = batch.regrade(&[]);
    assert_eq!((&done["compared"], count(&done, "changed")), (&Value::from(4), 4), "{done:#}");
    let ada = &done["changed"][0];
    let possible = |of: &str| ada[of]["points"]["possible"].as_u64().expect("a number");
    assert_eq!(possible("after"), possible("before") + 2, "{ada:#}");
    // It is shown again, and nothing is run again, until it is accepted.
    assert_eq!(batch.regrade(&[])["changed"], done["changed"]);
    let said = batch.viva("regrade", &[]);
    assert!(said.stdout.contains("4 submissions graded again"), "{said:?}");
    assert_eq!(batch.viva("regrade", &["--accept"]).code, 0);
    assert_eq!(batch.regrade(&[])["compared"], 0);
}

#[test]
fn what_was_handed_in_anew_is_named_and_left() {
    needs_boxes!();
    let batch = Batch::graded(3);
    mend(batch.bank.path());
    fs::write(batch.folder.path().join("candidate000.py"), "x = 1\n").expect("changed");
    fs::remove_file(batch.folder.path().join("candidate001.py")).expect("taken away");
    let report = batch.regrade(&[]);
    assert_eq!((count(&report, "handed_in_anew"), &report["compared"]), (2, &Value::from(1)), "{report:#}");
}

#[test]
fn moved_submissions_are_asked_for() {
    needs_boxes!();
    let batch = Batch::graded(1);
    let elsewhere = tempfile::tempdir().expect("a scratch folder");
    let moved = elsewhere.path().join("moved");
    fs::rename(batch.folder.path(), &moved).expect("moved");
    let said = batch.viva("regrade", &[]);
    assert_eq!((said.code, said.stderr.contains("--submissions")), (2, true), "{said:?}");
    let report = batch.regrade(&["--submissions", text(&moved)]);
    assert_eq!(count(&report, "affected"), 0, "they are the same files");
    let said = viva_says(&["regrade", text(elsewhere.path())]);
    assert_eq!((said.code, said.stderr.contains("viva batch --out")), (2, true), "{said:?}");
}

#[test]
fn a_killed_regrade_still_knows_what_was_before() {
    needs_boxes!();
    let batch = Batch::graded(12);
    mend(batch.bank.path());
    for milliseconds in [300, 450, 600] {
        let mut running = Command::new(viva())
            .args(batch.arguments("regrade", &[]))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("viva starts");
        std::thread::sleep(Duration::from_millis(milliseconds));
        running.kill().expect("killed, or at its end");
        running.wait().expect("it is gone");
    }
    let report = batch.regrade(&[]);
    assert_eq!((&report["compared"], count(&report, "changed")), (&Value::from(12), 12), "{report:#}");
}
