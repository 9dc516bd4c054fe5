//! Bad input gets a clear message and the right exit code, and loses nothing.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use crate::common::{Said, needs_boxes, viva, viva_says, viva_with_input};
use tempfile::TempDir;

const RIGHT: &str = include_str!("../../python_fixtures/answers/late_binding_right.py");

fn folder() -> TempDir {
    tempfile::tempdir().expect("a scratch folder")
}

fn file(folder: &TempDir, name: &str, bytes: impl AsRef<[u8]>) -> String {
    let path = folder.path().join(name);
    fs::write(&path, bytes).expect("the file can be written");
    path.to_str().expect("UTF-8").to_owned()
}

/// Grades a file as JSON with everything else left at its default.
fn graded(bytes: impl AsRef<[u8]>) -> (Said, serde_json::Value) {
    let folder = folder();
    let answer = file(&folder, "answer.py", bytes);
    let said = viva_says(&["grade", "late-binding-closures", &answer, "--format", "json", "--seed", "1"]);
    let report = serde_json::from_str(&said.stdout).unwrap_or_else(|error| panic!("{error}: {said:?}"));
    (said, report)
}

fn floor_and_ceiling(report: &serde_json::Value) -> (u64, u64) {
    let end = |name: &str| report["hint"][name].as_u64().expect("the answer was graded");
    (end("floor"), end("ceiling"))
}

#[test]
fn a_syntax_error_is_a_one_with_line_and_caret() {
    needs_boxes!();
    let folder = folder();
    let answer = file(
        &folder,
        "answer.py",
        "def create_multipliers(n=5):\n    return [lambda x: x * i for i in range(n)\n",
    );
    let said = viva_says(&["grade", "late-binding-closures", &answer]);
    assert_eq!(said.code, 0, "{said:?}");
    let lines: Vec<&str> = said.stdout.lines().collect();
    let shown = lines.iter().position(|line| line.contains("return [lambda")).expect("the line is shown");
    assert!(lines[shown].trim_start().starts_with("2 "), "with its number: {said:?}");
    let column = |line: &str, wanted: char| line.chars().position(|character| character == wanted);
    assert_eq!(column(lines[shown], '['), column(lines[shown + 1], '^'), "the caret: {said:?}");
    assert!(said.stdout.contains("Strong No"), "{said:?}");

    let (_, report) = graded("def f(:\n");
    assert_eq!(floor_and_ceiling(&report), (1, 1));
}

#[test]
fn a_missing_entry_point_is_named_with_what_is_near() {
    needs_boxes!();
    let (said, report) = graded("def create_multiplier(n=5):\n    return []\n");
    assert_eq!(said.code, 0);
    assert_eq!(floor_and_ceiling(&report), (1, 1));
    let text = said.stdout;
    assert!(text.contains("create_multipliers") && text.contains("create_multiplier`"), "{text}");
}

#[test]
fn a_missing_entry_point_is_told_once_and_at_the_top() {
    needs_boxes!();
    let folder = folder();
    let answer = file(&folder, "answer.py", "def create_multiplier(n=5):\n    return []\n");
    let page = viva_says(&["grade", "late-binding-closures", &answer]).stdout;
    let told: Vec<usize> = page.match_indices("create_multipliers`").map(|(at, _)| at).collect();
    assert_eq!(told.len(), 1, "{page}");
    assert!(told[0] < page.find("Strong No").expect("the scale"), "{page}");
}

/// A bank of one challenge whose driver begins with these lines.
fn bank_with_driver(folder: &TempDir, text: &str) -> String {
    let bank = folder.path().to_str().expect("UTF-8").to_owned();
    assert_eq!(viva_says(&["new", "mine", "--in", &bank]).code, 0);
    let driver = folder.path().join("mine/driver.py");
    let whole = fs::read_to_string(&driver).expect("the scaffold has a driver");
    fs::write(&driver, format!("{text}\n{whole}")).expect("the file can be written");
    bank
}

#[test]
fn a_driver_that_does_not_parse_is_a_bad_challenge_told_once_on_both_runtimes() {
    needs_boxes!();
    let folder = folder();
    let bank = bank_with_driver(&folder, "def broken(:");
    let answer = file(&folder, "answer.py", RIGHT);
    for runtime in ["warm", "cold"] {
        let said = viva_says(&["grade", "mine", &answer, "--bank", &bank, "--runtime", runtime]);
        assert_eq!(said.code, 3, "{said:?}");
        assert!(said.stdout.contains("line 1: ") && said.stdout.contains("def broken(:"), "{said:?}");
        assert!(!said.stdout.contains("twice") && !said.stdout.contains("viva's failure"), "{said:?}");
    }
    let checked = viva_says(&["check", "--bank", &bank]);
    assert_eq!((checked.code, checked.stdout.matches("def broken(:").count()), (3, 1), "{checked:?}");
}

#[test]
fn a_driver_that_fails_on_its_own_is_a_bad_challenge() {
    needs_boxes!();
    let folder = folder();
    let bank = bank_with_driver(&folder, "import nowhere");
    let answer = file(&folder, "answer.py", RIGHT);
    let said = viva_says(&["grade", "mine", &answer, "--bank", &bank]);
    assert_eq!(said.code, 3, "{said:?}");
    assert!(said.stdout.contains("No module named 'nowhere'"), "{said:?}");
}

#[test]
fn a_failure_is_json_where_json_was_asked_for() {
    let folder = folder();
    let answer = file(&folder, "answer.py", RIGHT);
    let nothing = file(&folder, "nothing.py", "");
    for (challenge, answer, code) in [
        ("late-binding-closure", answer.as_str(), 3),
        ("late-binding-closures", "no-such-file.py", 2),
        ("late-binding-closures", nothing.as_str(), 4),
    ] {
        let said = viva_says(&["grade", challenge, answer, "--format", "json"]);
        let error: serde_json::Value = serde_json::from_str(&said.stdout).expect("JSON");
        assert_eq!((said.code, error["exit"].as_i64()), (code, Some(i64::from(code))), "{said:?}");
        assert!(error["message"].as_str().is_some_and(|message| !message.is_empty()), "{said:?}");
        assert!(said.stderr.starts_with("error:"), "{said:?}");
    }
}

#[test]
fn an_answer_with_nothing_in_it_is_nothing_to_grade() {
    let folder = folder();
    for text in ["", "   \n\n", "# only a comment\n"] {
        let answer = file(&folder, "answer.py", text);
        let said = viva_says(&["grade", "late-binding-closures", &answer]);
        assert_eq!(said.code, 4, "{said:?}");
        assert!(said.stdout.is_empty() && said.stderr.contains("nothing to grade"), "{said:?}");
    }
}

#[test]
fn fifty_megabytes_are_refused_without_being_read_whole() {
    needs_boxes!();
    let (said, report) = graded(vec![b'#'; 50 * 1024 * 1024]);
    assert_eq!(said.code, 0, "{said:?}");
    assert_eq!(floor_and_ceiling(&report), (1, 1));
    assert_eq!(report["cases"][0]["outcome"], "denied");
    assert!(said.stdout.contains("50 MiB"), "{}", said.stdout);
}

#[test]
fn bytes_that_are_no_utf_8_are_refused_with_their_place() {
    needs_boxes!();
    let (_, report) = graded(b"x = 1\ny = '\xff'\n");
    assert_eq!(floor_and_ceiling(&report), (1, 1));
    assert!(report.to_string().contains("line 2"), "{report}");
}

#[test]
fn a_byte_order_mark_and_odd_line_ends_change_nothing() {
    needs_boxes!();
    let (_, plain) = graded(RIGHT);
    let (_, marked) = graded(format!("\u{feff}{RIGHT}"));
    let (_, windows) = graded(RIGHT.replace('\n', "\r\n"));
    let (_, old) = graded(RIGHT.replace('\n', "\r"));
    for other in [&marked, &windows, &old] {
        assert_eq!(floor_and_ceiling(&plain), floor_and_ceiling(other));
    }
    assert!(!marked["notes"].as_array().expect("notes").is_empty());
}

#[test]
fn megabytes_of_output_end_their_case_and_nothing_else() {
    needs_boxes!();
    let flooding = "def create_multipliers(n=5):\n    while True:\n        print('x' * 1000)\n";
    let (said, report) = graded(flooding);
    assert_eq!(said.code, 0);
    assert_eq!(floor_and_ceiling(&report), (1, 1));
    assert_eq!(report["cases"][0]["outcome"], "too_much_output");
    assert!(said.stdout.len() < 4 * 1024 * 1024, "{} bytes", said.stdout.len());
}

#[test]
fn standard_modules_win_over_an_answer_that_ships_its_own() {
    needs_boxes!();
    let folder = folder();
    file(&folder, "json.py", "raise RuntimeError('shadow')\n");
    file(&folder, "functools.py", "raise RuntimeError('shadow')\n");
    file(&folder, "answer.py", format!("import json, functools\n{RIGHT}"));
    let path = folder.path().to_str().expect("UTF-8");
    let said = viva_says(&["grade", "late-binding-closures", path, "--format", "json", "--seed", "1"]);
    let report: serde_json::Value = serde_json::from_str(&said.stdout).expect("JSON");
    assert_eq!(floor_and_ceiling(&report).1, 5, "{report}");
    assert!(report["notes"].to_string().contains("json.py"), "{}", report["notes"]);
}

#[test]
fn an_unknown_challenge_names_the_nearest() {
    let said = viva_with_input(&["grade", "late-binding-closure", "-"], RIGHT);
    assert_eq!(said.code, 3, "{said:?}");
    assert!(said.stderr.contains("late-binding-closures"), "{said:?}");
    assert!(said.stdout.is_empty());
}

#[test]
fn a_file_that_is_not_there_is_usage() {
    let said = viva_says(&["grade", "late-binding-closures", "/no/such/answer.py"]);
    assert_eq!(said.code, 2, "{said:?}");
    assert!(said.stderr.contains("/no/such/answer.py"), "{said:?}");
}

#[test]
fn a_fifo_is_refused_and_not_waited_for() {
    let folder = folder();
    let path = folder.path().join("answer.py");
    nix::unistd::mkfifo(&path, nix::sys::stat::Mode::S_IRWXU).expect("a fifo");
    let said = viva_says(&["grade", "late-binding-closures", path.to_str().expect("UTF-8")]);
    assert_eq!(said.code, 2, "{said:?}");
}

#[test]
fn a_wrong_manifest_shows_file_line_column_and_the_nearest_key() {
    needs_boxes!();
    let bank = folder();
    let made = viva_says(&["new", "my-challenge", "--in", bank.path().to_str().expect("UTF-8")]);
    assert_eq!(made.code, 0, "{made:?}");
    let manifest = bank.path().join("my-challenge/challenge.toml");
    let text = fs::read_to_string(&manifest).expect("the manifest is there");
    fs::write(&manifest, text.replacen("minutes", "minuets", 1)).expect("it can be written");
    let said = viva_says(&["check", "--bank", bank.path().to_str().expect("UTF-8")]);
    assert_eq!(said.code, 3, "{said:?}");
    let told = format!("{}{}", said.stdout, said.stderr);
    for part in ["challenge.toml", "minuets", "minutes"] {
        assert!(told.contains(part), "{part} is not told: {told}");
    }
}

#[test]
fn a_python_that_is_none_is_usage() {
    for python in ["/bin/true", "/no/such/python", "/"] {
        let said = viva_with_input(&["grade", "late-binding-closures", "-", "--python", python], RIGHT);
        assert_eq!(said.code, 2, "{python}: {said:?}");
        assert!(said.stderr.contains(python), "{said:?}");
    }
}

#[test]
fn a_full_disk_loses_no_older_report() {
    needs_boxes!();
    let folder = folder();
    let answer = file(&folder, "answer.py", RIGHT);
    let said = viva_says(&["grade", "late-binding-closures", &answer, "--output", "/dev/full/report.json"]);
    assert_ne!(said.code, 0);
    assert!(said.stderr.contains("/dev/full"), "{said:?}");

    let full = Command::new(viva())
        .args(["grade", "late-binding-closures", &answer])
        .stdout(fs::OpenOptions::new().write(true).open("/dev/full").expect("/dev/full"))
        .output()
        .expect("viva starts");
    assert_eq!(full.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&full.stderr).contains("disk is full"), "{full:?}");
}

#[test]
fn a_home_that_cannot_be_written_or_does_not_exist_is_no_matter() {
    needs_boxes!();
    let folder = folder();
    let answer = file(&folder, "answer.py", RIGHT);
    let home = folder.path().join("home");
    fs::create_dir(&home).expect("a home");
    fs::set_permissions(&home, fs::Permissions::from_mode(0o500)).expect("read-only");
    for home in [home.as_path(), Path::new("/nonexistent")] {
        let said = Command::new(viva())
            .args(["grade", "late-binding-closures", &answer])
            .env("HOME", home)
            .current_dir("/")
            .output()
            .expect("viva starts");
        assert_eq!(said.status.code(), Some(0), "{said:?}");
    }
}

#[test]
fn a_reader_that_leaves_early_is_no_error() {
    let mut child = Command::new(viva())
        .args(["list", "--format", "json"])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .expect("viva starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("viva ends");
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert!(output.stderr.is_empty(), "{output:?}");
}
