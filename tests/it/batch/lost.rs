//! Nothing is lost: killed, stopped, out of room or called twice, a batch goes on where it was.

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;

use super::{CHALLENGE, arguments, read, stored_results, submissions, text};
use crate::common::{must_run, needs_boxes, viva, viva_says};

const FORMATS: [&str; 2] = ["--format", "junit,ctrf,sarif,gradescope,github"];

fn begun(folder: &Path, out: &Path, stdout: Stdio) -> Child {
    Command::new(viva())
        .args([arguments(folder, out), FORMATS.to_vec()].concat())
        .stdout(stdout)
        .stderr(Stdio::piped())
        .spawn()
        .expect("viva starts")
}

/// Points in time that are neither the same nor in any rhythm, the same in every run of the test.
fn points(count: usize, milliseconds_max: u64) -> Vec<Duration> {
    let next = |seed: &u64| {
        Some(seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407))
    };
    let numbers = std::iter::successors(Some(2_026), next).skip(1).take(count);
    numbers.map(|number| Duration::from_millis((number >> 33) % milliseconds_max)).collect()
}

/// What was written is whole, or not there.
fn nothing_is_half_written(out: &Path) {
    for name in ["results.json", "ctrf.json", "idioms.sarif"] {
        if let Ok(text) = fs::read_to_string(out.join(name)) {
            let parsed: Result<serde_json::Value, _> = serde_json::from_str(&text);
            assert!(parsed.is_ok(), "{name} is half written");
        }
    }
    if let Ok(text) = fs::read_to_string(out.join("junit.xml")) {
        assert!(text.ends_with("</testsuites>\n"), "junit.xml is half written");
    }
}

#[test]
fn killed_at_any_point_it_goes_on_where_it_was() {
    needs_boxes!();
    let folder = submissions(24);
    let whole = tempfile::tempdir().expect("a scratch folder");
    assert_eq!(viva_says(&arguments(folder.path(), whole.path())).code, 0);

    let killed = tempfile::tempdir().expect("a scratch folder");
    let mut stored = 0;
    // The later ones hit the writing of files, when everything is stored.
    for (nth, after) in points(28, 900).into_iter().enumerate() {
        let mut running = begun(folder.path(), killed.path(), Stdio::null());
        std::thread::sleep(if nth < 14 { after } else { after / 4 });
        let signal = if nth % 3 == 2 { Signal::SIGTERM } else { Signal::SIGKILL };
        let _ = kill(Pid::from_raw(i32::try_from(running.id()).expect("a pid")), signal);
        running.wait().expect("it is gone");
        let known = stored_results(killed.path());
        assert!(known >= stored, "a stored result is never lost: {known} after {stored}");
        stored = known;
        nothing_is_half_written(killed.path());
    }
    let said = viva_says(&[arguments(folder.path(), killed.path()), FORMATS.to_vec()].concat());
    assert_eq!(said.code, 0, "{said:?}");
    assert_eq!(read(killed.path(), "results.csv"), read(whole.path(), "results.csv"));
    let junit =
        quick_junit::Report::deserialize_from_str(&read(killed.path(), "junit.xml")).expect("JUnit XML");
    assert_eq!(junit.test_suites.len(), 24, "none twice, none missing");
    for folder in ["", "feedback", "gradescope"] {
        let names = fs::read_dir(killed.path().join(folder)).expect("a folder").flatten();
        let left: Vec<_> = names
            .map(|name| name.file_name())
            .filter(|name| name.to_string_lossy().contains("part"))
            .collect();
        assert!(left.is_empty(), "halves of files are taken away: {left:?}");
    }
}

#[test]
fn who_stops_it_has_what_was_done_and_is_told_how_to_go_on() {
    needs_boxes!();
    for signal in [Signal::SIGINT, Signal::SIGTERM] {
        let (folder, out) = (submissions(40), tempfile::tempdir().expect("a scratch folder"));
        let running = begun(folder.path(), out.path(), Stdio::piped());
        let patience = Instant::now() + Duration::from_secs(60);
        while stored_results_so_far(out.path()) < 2 && Instant::now() < patience {
            std::thread::sleep(Duration::from_millis(20));
        }
        kill(Pid::from_raw(i32::try_from(running.id()).expect("a pid")), signal).expect("it runs");
        let done = running.wait_with_output().expect("it ends");
        let said = String::from_utf8_lossy(&done.stderr);
        assert_eq!(done.status.code(), Some(130), "{said}");
        assert!(said.contains("left to grade") && said.contains("goes on"), "{said}");
        let graded = read(out.path(), "results.csv").matches(",graded,").count();
        assert_eq!(
            i64::try_from(graded).expect("few"),
            stored_results(out.path()),
            "the files tell of what is stored"
        );
        assert!((2..40).contains(&graded), "{graded}");
        what_is_left_is_told(out.path(), graded, &String::from_utf8_lossy(&done.stdout));
        // Whoever writes the files next still says so.
        let said = viva_says(&["regrade", text(out.path())]);
        assert_eq!(said.code, 6, "{said:?}");
        what_is_left_is_told(out.path(), graded, &said.stdout);
        let said = viva_says(&arguments(folder.path(), out.path()));
        assert!(said.stdout.starts_with("40 candidates: 40 graded\n"), "{said:?}");
        assert!(!said.stdout.contains("not complete"), "{said:?}");
        assert!(!read(out.path(), "report.html").contains("not complete"));
        assert!(read(out.path(), "results.json").contains("\"unfinished\": null"));
    }
}

/// Every file of a batch that was stopped names who waits, ranks none of them, and says how to go on.
fn what_is_left_is_told(out: &Path, graded: usize, said: &str) {
    let left = 40 - graded;
    let table = read(out, "results.csv");
    let waiting: Vec<&str> = table.lines().filter(|row| row.contains(",not_graded_yet,")).collect();
    assert_eq!((waiting.len(), table.lines().count()), (left, 41), "everybody has a row: {table}");
    assert!(waiting.iter().all(|row| row.starts_with(',')), "none of them has a rank: {waiting:#?}");
    assert!(!table.contains(",missing,"), "{table}");
    let command = format!("viva batch {CHALLENGE} ");
    assert!(said.contains(&format!("{graded} graded, {left} not graded yet")), "{said}");
    assert!(said.contains("This batch is not complete") && said.contains(&command), "{said}");
    let results: serde_json::Value = serde_json::from_str(&read(out, "results.json")).expect("JSON");
    let schema: serde_json::Value =
        serde_json::from_str(&viva_says(&["schema", "results"]).stdout).expect("JSON");
    assert!(jsonschema::is_valid(&schema, &results));
    assert_eq!(results["unfinished"]["not_graded_yet"], left);
    assert!(results["unfinished"]["go_on"].as_str().is_some_and(|words| words.starts_with(&command)));
    let of_all = results["results"].as_array().expect("a list");
    assert_eq!(of_all.iter().filter(|one| one["outcome"] == "not_graded_yet").count(), left);
    let page = read(out, "report.html");
    assert!(page.contains("This batch is not complete") && page.contains(&command));
    assert_eq!(
        page.matches("<span class=\"badge not graded yet\">").count(),
        2 * left,
        "a row and a section"
    );
    let junit = quick_junit::Report::deserialize_from_str(&read(out, "junit.xml")).expect("JUnit XML");
    assert_eq!(
        (junit.test_suites.len(), read(out, "junit.xml").matches("not graded yet").count()),
        (40, left)
    );
    assert_eq!(fs::read_dir(out.join("gradescope")).expect("a folder").count(), graded, "none gets a score");
}

/// As [`stored_results`], of a store that may just be made.
fn stored_results_so_far(out: &Path) -> i64 {
    let known = || {
        let path = out.join("viva.db");
        // A file without its tables is about to get them.
        let made = fs::metadata(out.join("viva.db-wal")).is_ok_and(|facts| facts.len() > 40_000);
        (path.exists() && made).then(|| stored_results(out))
    };
    known().unwrap_or(0)
}

#[test]
fn two_never_work_in_one_folder() {
    needs_boxes!();
    let (folder, out) = (submissions(40), tempfile::tempdir().expect("a scratch folder"));
    let mut first = begun(folder.path(), out.path(), Stdio::null());
    let patience = Instant::now() + Duration::from_secs(60);
    while stored_results_so_far(out.path()) < 1 && Instant::now() < patience {
        std::thread::sleep(Duration::from_millis(20));
    }
    for command in [arguments(folder.path(), out.path()), vec!["regrade", text(out.path())]] {
        let said = viva_says(&command);
        let who = format!("(process {})", first.id());
        assert_eq!((said.code, said.stderr.contains(&who)), (2, true), "{said:?}");
    }
    first.kill().expect("it runs");
    first.wait().expect("it is gone");
    assert_eq!(viva_says(&arguments(folder.path(), out.path())).code, 0, "the lock went with it");
}

#[test]
fn a_full_disk_loses_nothing() {
    needs_boxes!();
    let (folder, disk) = (submissions(24), tempfile::tempdir().expect("a scratch folder"));
    let script = r#"
        mount -t tmpfs -o size=1m none "$1" || exit 77
        # Who only plays root in here grades as the ordinary user that they are.
        user=""
        [ "$6" = 0 ] || user="unshare --user --map-user=$6 --map-group=$6"
        $user "$2" batch "$4" "$3" --out "$1/out" --seed 7 2>"$5/first"; echo "first: $?"
        mount -o remount,size=64m "$1" || exit 77
        $user "$2" batch "$4" "$3" --out "$1/out" --seed 7; echo "second: $?"
        cp "$1/out/results.csv" "$5/results.csv"
    "#;
    let kept = tempfile::tempdir().expect("a scratch folder");
    let user = nix::unistd::geteuid();
    let play: &[&str] = if user.is_root() { &["--mount"] } else { &["--user", "--map-root-user", "--mount"] };
    let done = Command::new("unshare")
        .args(play)
        .args(["sh", "-c", script, "sh"])
        .args([disk.path(), viva(), folder.path(), Path::new(CHALLENGE), kept.path()])
        .arg(user.to_string())
        .env("NO_COLOR", "1")
        .output();
    let done = match done {
        Ok(done) if done.status.code() != Some(77) => done,
        _ => {
            eprintln!("SKIPPED {}: no small disk can be mounted here", module_path!());
            assert!(!must_run() || !user.is_root(), "root can mount");
            return;
        }
    };
    let said = String::from_utf8_lossy(&done.stdout);
    let first = read(kept.path(), "first");
    assert!(said.contains("first: 1") && said.contains("second: 0"), "{said}\n{first}");
    assert!(first.contains("room") && first.contains("same command again"), "{first}");
    assert_eq!(read(kept.path(), "results.csv").lines().count(), 25, "everybody has a row");
}
