//! A folder of strangers' submissions: ranked, told of, and never lost.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::common::{needs_boxes, viva, viva_says};
use tempfile::TempDir;

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

#[test]
fn killed_at_any_point_it_goes_on_where_it_was() {
    needs_boxes!();
    let folder = submissions(24);
    let whole = tempfile::tempdir().expect("a scratch folder");
    assert_eq!(viva_says(&arguments(folder.path(), whole.path())).code, 0);

    let killed = tempfile::tempdir().expect("a scratch folder");
    let mut stored = 0;
    for milliseconds in [150, 400, 250, 700, 500, 900, 350, 1200] {
        let mut running = Command::new(viva())
            .args(arguments(folder.path(), killed.path()))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("viva starts");
        std::thread::sleep(Duration::from_millis(milliseconds));
        running.kill().expect("killed, or at its end");
        running.wait().expect("it is gone");
        let known = stored_results(killed.path());
        assert!(known >= stored, "a stored result is never lost: {known} after {stored}");
        stored = known;
    }
    let said = viva_says(&arguments(folder.path(), killed.path()));
    assert_eq!(said.code, 0, "{said:?}");
    assert_eq!(read(killed.path(), "results.csv"), read(whole.path(), "results.csv"));
}

/// How many results a store holds, asked of SQLite as anybody may.
fn stored_results(out: &Path) -> i64 {
    if !out.join("viva.db").exists() {
        return 0;
    }
    let path = out.join("viva.db");
    crate::common::wait(async move {
        match vivavoce::store::Store::open(&path).await {
            Ok(store) => i64::try_from(store.known().await.expect("readable").len()).expect("few"),
            Err(error) => panic!("a killed batch leaves a store that opens: {error}"),
        }
    })
}

/// A zip of these files, whatever their names.
fn zipped(path: &Path, files: &[(&str, &[u8])]) {
    let mut zip = zip::ZipWriter::new(fs::File::create(path).expect("a file"));
    for (name, bytes) in files {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).expect("a name");
        zip.write_all(bytes).expect("bytes");
    }
    zip.finish().expect("an end");
}

#[test]
fn a_poisonous_submission_harms_nobody_else() {
    needs_boxes!();
    let (folder, out) = (submissions(1), tempfile::tempdir().expect("a scratch folder"));
    let at = |name: &str| folder.path().join(name);
    zipped(&at("bomb.zip"), &[("answer.py", &vec![b'#'; 40 << 20])]);
    zipped(&at("slip.zip"), &[("../../answer.py", b"x = 1\n")]);
    fs::write(at("noise.tar.gz"), [7; 4096]).expect("written");
    fs::write(at("nothing.py"), "").expect("written");
    fs::File::create(at("sparse.py"))
        .and_then(|file| file.set_len(2 << 30))
        .expect("two gigabytes of nothing");
    std::os::unix::fs::symlink("/etc/passwd", at("link.py")).expect("a link");
    nix::unistd::mkfifo(&at("pipe.py"), nix::sys::stat::Mode::S_IRWXU).expect("a fifo");
    fs::create_dir(at("crowd")).expect("a folder");
    for index in 0..10_050 {
        fs::write(at("crowd").join(format!("f{index}.py")), "").expect("written");
    }
    let said = viva_says(&arguments(folder.path(), out.path()));
    assert_eq!(said.code, 0, "{said:?}");
    let table = read(out.path(), "results.csv");
    assert_eq!(table.lines().count(), 1 + 9, "everybody has a row: {table}");
    assert!(table.lines().any(|row| row.contains("candidate000") && row.contains("graded")), "{table}");
    for name in ["nothing", "link", "pipe"] {
        let row = table.lines().find(|row| row.contains(&format!(",{name},"))).expect("a row");
        assert!(row.contains(",refused,"), "{row}");
    }
    for name in ["bomb", "slip", "noise", "sparse", "crowd"] {
        let row = table.lines().find(|row| row.contains(&format!(",{name},"))).expect("a row");
        assert!(row.contains(",graded,1,1,0,"), "a refusal is a one: {row}");
    }
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
