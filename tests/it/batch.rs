//! A folder of strangers' submissions: ranked, told of, and never lost.

mod formats;
mod lost;
mod poison;
mod projects;
mod regrade;

use std::fs;
use std::path::{Path, PathBuf};

use crate::common::{needs_boxes, viva_says};
use tempfile::TempDir;
use vivavoce::model::batch::Standing;

const CHALLENGE: &str = "mutable-default-argument";

/// A folder with a golden answer for each candidate, and `copies` of the first ones.
fn submissions(copies: usize) -> TempDir {
    let folder = tempfile::tempdir().expect("a scratch folder");
    let answers = Path::new(env!("CARGO_MANIFEST_DIR")).join("challenges").join(CHALLENGE).join("answers");
    let mut files: Vec<PathBuf> = fs::read_dir(answers)
        .expect("the bank has golden answers")
        .map(|entry| entry.expect("a name").path())
        .filter(|path| path.is_file())
        .collect();
    files.sort();
    for (index, file) in files.iter().cycle().take(copies).enumerate() {
        fs::copy(file, folder.path().join(format!("candidate{index:03}.py"))).expect("copied");
    }
    folder
}

/// Copies a folder with all that is in it.
fn copied(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder").flatten() {
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() {
            copied(&from, &to);
        } else {
            fs::copy(&from, &to).expect("copied");
        }
    }
}

fn text(path: &Path) -> &str {
    path.to_str().expect("UTF-8")
}

fn arguments<'a>(submissions: &'a Path, out: &'a Path) -> Vec<&'a str> {
    vec!["batch", CHALLENGE, text(submissions), "--out", text(out), "--seed", "7"]
}

fn read(out: &Path, name: &str) -> String {
    fs::read_to_string(out.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

#[test]
fn a_folder_is_ranked_and_everybody_is_told() {
    needs_boxes!();
    let (folder, out) = (submissions(6), tempfile::tempdir().expect("a scratch folder"));
    let said = viva_says(&arguments(folder.path(), out.path()));
    assert_eq!(said.code, 0, "{said:?}");
    assert!(said.stdout.starts_with("6 candidates: 6 graded\n"), "{said:?}");

    let table = read(out.path(), "results.csv");
    let floors: Vec<&str> = table.lines().skip(1).filter_map(|row| row.split(',').nth(4)).collect();
    assert!(floors.len() == 6 && floors.is_sorted_by(|a, b| a >= b), "best first: {table}");

    let results: serde_json::Value =
        serde_json::from_str(&read(out.path(), "results.json")).expect("results.json is JSON");
    let schema: serde_json::Value =
        serde_json::from_str(&viva_says(&["schema", "results"]).stdout).expect("a schema is JSON");
    let validator = jsonschema::validator_for(&schema).expect("a valid schema");
    let errors: Vec<String> = validator.iter_errors(&results).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{errors:?}");

    let feedback = read(out.path(), "feedback/candidate000.md");
    assert!(feedback.contains("points.") && !feedback.contains("seed"), "{feedback}");
}

#[test]
fn what_is_known_is_not_graded_again_unless_it_is_asked_for() {
    needs_boxes!();
    let (folder, out) = (submissions(2), tempfile::tempdir().expect("a scratch folder"));
    let run = |more: &[&str]| {
        let said = viva_says(&[arguments(folder.path(), out.path()), more.to_vec()].concat());
        assert_eq!(said.code, 0, "{said:?}");
        read(out.path(), "results.json")
    };
    let first = run(&[]);
    // Measured times are in it, so that equal bytes mean that nothing was run.
    assert_eq!(run(&[]), first);
    assert_ne!(run(&["--again"]), first);
    fs::write(
        folder.path().join("candidate000.py"),
        "def append_to(element, target=None):\n    return [element]\n",
    )
    .expect("changed");
    fs::remove_file(folder.path().join("candidate001.py")).expect("taken away");
    let changed: serde_json::Value = serde_json::from_str(&run(&[])).expect("JSON");
    assert_eq!(changed["results"].as_array().map(Vec::len), Some(1), "who is gone is gone");
}

/// How many results a store holds, asked of SQLite as anybody may.
fn stored_results(out: &Path) -> i64 {
    if !out.join("viva.db").exists() {
        return 0;
    }
    let path = out.join("viva.db");
    crate::common::wait(async move {
        match vivavoce::store::Store::open(&path).await {
            Ok(store) => {
                let known = store.known().await.expect("readable");
                let done = known.values().filter(|(_, standing)| *standing != Standing::Waiting).count();
                i64::try_from(done).expect("few")
            }
            Err(error) => panic!("a killed batch leaves a store that opens: {error}"),
        }
    })
}

#[test]
fn who_begins_again_and_stops_goes_on_without_beginning_once_more() {
    needs_boxes!();
    let (folder, out) = (submissions(3), tempfile::tempdir().expect("a scratch folder"));
    let run = |more: &[&str]| {
        let said = viva_says(&[arguments(folder.path(), out.path()), more.to_vec()].concat());
        assert_eq!(said.code, 0, "{said:?}");
        read(out.path(), "results.json")
    };
    let first = run(&[]);
    // As a run with `--again` leaves it that was killed before its first result.
    let path = out.path().join("viva.db");
    crate::common::wait(async move {
        let store = vivavoce::store::Store::open(&path).await.expect("a store");
        store.forget_keys().await.expect("forgotten");
        store.close().await;
    });
    let second = run(&[]);
    assert_ne!(second, first, "everything was run again");
    assert_eq!(run(&[]), second, "and once");
}

#[test]
fn nobody_is_graded_by_what_another_handed_in() {
    needs_boxes!();
    let (folder, out) = (submissions(1), tempfile::tempdir().expect("a scratch folder"));
    fs::create_dir(folder.path().join("ada")).expect("a folder");
    fs::copy(folder.path().join("candidate000.py"), folder.path().join("ada/answer.py")).expect("copied");
    for (target, name) in
        [("candidate000.py", "eve.py"), ("ada", "mallory"), ("candidate000.py", "trent.zip")]
    {
        std::os::unix::fs::symlink(target, folder.path().join(name)).expect("a link");
    }
    let said = viva_says(&arguments(folder.path(), out.path()));
    assert_eq!(said.code, 0, "{said:?}");
    let table = read(out.path(), "results.csv");
    for name in ["eve", "mallory", "trent"] {
        let row = table.lines().find(|row| row.contains(&format!(",{name},"))).expect("a row");
        assert!(row.contains(",refused,") && row.contains("is a symbolic link"), "{row}");
    }
    assert_eq!(table.matches(",graded,").count(), 2, "{table}");
}

#[test]
fn names_that_look_alike_have_rows_and_files_of_their_own() {
    needs_boxes!();
    let (folder, out) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    let (long, hashed) = ("n".repeat(150), "a_b-9f86d081884c7d65");
    let names =
        ["a b", "a_b", "a?b", hashed, "'=1", "=1", "Ada", "ada", &format!("{long}1"), &format!("{long}2")];
    for name in names {
        fs::write(
            folder.path().join(format!("{name}.py")),
            "def append_to(element, target=None):\n    return 1\n",
        )
        .expect("written");
    }
    let run = || {
        let said = viva_says(&arguments(folder.path(), out.path()));
        assert_eq!(said.code, 0, "{said:?}");
        let files = fs::read_dir(out.path().join("feedback"))
            .expect("feedback")
            .map(|entry| entry.expect("a file").path());
        (read(out.path(), "results.csv"), files.collect::<Vec<_>>())
    };
    let (table, files) = run();
    let rows: std::collections::BTreeSet<&str> =
        table.lines().skip(1).filter_map(|row| row.split(',').nth(1)).collect();
    assert_eq!((rows.len(), files.len()), (names.len(), names.len()), "{table}\n{files:?}");
    // Whoever is called what the file of another one is called.
    let taken: Vec<String> =
        files.iter().map(|path| path.file_stem().expect("a name").to_string_lossy().into_owned()).collect();
    for name in taken.iter().filter(|name| !names.contains(&name.as_str())) {
        fs::write(folder.path().join(format!("{name}.py")), "def append_to(): pass\n").expect("written");
    }
    let more = run().1.len();
    assert_eq!(more, fs::read_dir(folder.path()).expect("the submissions").count());
    for path in &files {
        let page = fs::read_to_string(path).expect("it is kept");
        assert_eq!(page.matches("# Feedback for ").count(), 1);
    }
}

#[test]
fn the_results_of_another_batch_are_not_written_over() {
    needs_boxes!();
    let (folder, out) = (submissions(1), tempfile::tempdir().expect("a scratch folder"));
    assert_eq!(viva_says(&arguments(folder.path(), out.path())).code, 0);
    let before = read(out.path(), "results.json");
    let other = tempfile::tempdir().expect("a scratch folder");
    fs::write(other.path().join("somebody.py"), "x = 1\n").expect("written");
    let said = viva_says(&arguments(other.path(), out.path()));
    assert_eq!((said.code, said.stderr.contains("another batch")), (2, true), "{said:?}");
    assert_eq!((stored_results(out.path()), read(out.path(), "results.json")), (1, before));
}

#[test]
fn several_challenges_show_who_did_not_hand_in() {
    needs_boxes!();
    let (folder, out) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    let right = "def add_item(item, items=None):\n    items = [] if items is None else items\n    items.append(item)\n    return items\n";
    for (who, challenge) in [("ada", CHALLENGE), ("bob", "late-binding-closures")] {
        fs::create_dir(folder.path().join(who)).expect("a folder");
        fs::write(folder.path().join(who).join(format!("{challenge}.py")), right).expect("written");
    }
    let said = viva_says(&[
        "batch",
        CHALLENGE,
        "late-binding-closures",
        text(folder.path()),
        "--out",
        text(out.path()),
        "--layout",
        "{candidate}/{challenge}.py",
    ]);
    assert_eq!(said.code, 0, "{said:?}");
    assert!(said.stdout.contains("2 candidates: 2 graded, 2 missing"), "{said:?}");
    assert_eq!(read(out.path(), "results.csv").matches(",missing,").count(), 2);
}

#[test]
fn a_wrong_layout_or_an_empty_folder_says_what_to_do() {
    let (folder, out) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    let said = viva_says(&arguments(folder.path(), out.path()));
    assert_eq!((said.code, said.stderr.contains("--layout")), (4, true), "{said:?}");
    let wrong = [arguments(folder.path(), out.path()), vec!["--layout", "{who}.py"]].concat();
    let said = viva_says(&wrong);
    assert_eq!((said.code, said.stderr.contains("{candidate}")), (2, true), "{said:?}");
}
