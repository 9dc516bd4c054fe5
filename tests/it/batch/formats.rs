//! What a batch writes for other tools is what those tools read.

use std::process::Command;

use super::{CHALLENGE, arguments, read, submissions, text};
use crate::common::{must_run, needs_boxes, viva, viva_says};
use serde_json::Value;

fn validated(schema: &str, name: &str, value: &Value) {
    let schema: Value = serde_json::from_str(schema).expect("a schema is JSON");
    let validator = jsonschema::validator_for(&schema).expect("a valid schema");
    let errors: Vec<String> = validator.iter_errors(value).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{name}: {errors:?}");
}

/// Holds a file against the schema that pytest holds its own JUnit XML against.
fn xmllint(path: &std::path::Path) {
    let schema = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/schemas/junit-10.xsd");
    let lint = Command::new("xmllint").args(["--nonet", "--noout", "--schema", schema]).arg(path).output();
    match lint {
        Ok(lint) => assert!(lint.status.success(), "{}", String::from_utf8_lossy(&lint.stderr)),
        Err(_) => {
            assert!(!must_run(), "xmllint is not installed (Debian: libxml2-utils)");
            eprintln!("SKIPPED {}: xmllint is not installed", module_path!());
        }
    }
}

#[test]
fn every_format_is_what_its_readers_take() {
    needs_boxes!();
    let (folder, out) = (submissions(5), tempfile::tempdir().expect("a scratch folder"));
    let hostile = "<b>::set-output name=x::y,%0A&";
    std::fs::write(
        folder.path().join(format!("{hostile}.py")),
        "raise ValueError('::error::\\x1b[31m]]>')\n",
    )
    .expect("written");
    std::fs::write(folder.path().join("empty.py"), "").expect("written");
    let more = ["--format", "junit,ctrf,sarif", "--format", "gradescope,github"];
    let said = viva_says(&[arguments(folder.path(), out.path()), more.to_vec()].concat());
    assert_eq!(said.code, 0, "{said:?}");
    let json = |name: &str| serde_json::from_str::<Value>(&read(out.path(), name)).expect("JSON");

    xmllint(&out.path().join("junit.xml"));
    let junit = quick_junit::Report::deserialize_from_str(&read(out.path(), "junit.xml")).expect("JUnit XML");
    assert_eq!(junit.test_suites.len(), 7, "everybody has a suite");
    validated(include_str!("../../schemas/ctrf-schema-0.0.json"), "ctrf.json", &json("ctrf.json"));
    validated(include_str!("../../schemas/sarif-schema-2.1.0.json"), "idioms.sarif", &json("idioms.sarif"));

    let mut gradescope = 0;
    for entry in std::fs::read_dir(out.path().join("gradescope")).expect("a folder").flatten() {
        let results = std::fs::read_to_string(entry.path()).expect("a file");
        let results: Value = serde_json::from_str(&results).expect("JSON");
        validated(include_str!("../../schemas/gradescope-results.json"), "results.json", &results);
        gradescope += 1;
    }
    assert_eq!(gradescope, 7);

    let annotations: Vec<&str> = said.stdout.lines().filter(|line| line.starts_with("::")).collect();
    assert!(annotations.iter().any(|line| line.starts_with("::error file=")), "{said:?}");
    for line in annotations {
        let known = ["::error ", "::warning ", "::notice "].iter().any(|word| line.starts_with(word));
        assert!(known && !line.contains('\u{1b}'), "{line}");
    }
    let summary = read(out.path(), "summary.md");
    assert!(
        !summary.contains("<b>") && summary.lines().filter(|line| line.starts_with("| ")).count() == 2 + 7,
        "{summary}"
    );
}

#[test]
fn the_summary_of_a_job_is_added_to() {
    needs_boxes!();
    let (folder, out) = (submissions(1), tempfile::tempdir().expect("a scratch folder"));
    let job = out.path().join("step-summary");
    std::fs::write(&job, "before\n").expect("written");
    let done = Command::new(viva())
        .args([arguments(folder.path(), out.path()), vec!["--format", "github"]].concat())
        .env("GITHUB_STEP_SUMMARY", &job)
        .output()
        .expect("viva starts");
    assert!(done.status.success(), "{done:?}");
    let page = std::fs::read_to_string(job).expect("read");
    assert!(page.starts_with("before\n") && page.contains("| candidate000 |"), "{page}");
}

#[test]
fn one_answer_is_written_in_the_same_formats() {
    needs_boxes!();
    let folder = submissions(2);
    let answer = folder.path().join("candidate001.py");
    let say = |format: &str, view: &str| {
        let said = viva_says(&[
            "grade",
            CHALLENGE,
            text(&answer),
            "--asked",
            "code",
            "--seed",
            "7",
            "--format",
            format,
            "--view",
            view,
        ]);
        assert_eq!(said.code, 0, "{said:?}");
        said.stdout
    };
    for view in ["interviewer", "candidate"] {
        let junit = say("junit", view);
        let path = folder.path().join("junit.xml");
        std::fs::write(&path, &junit).expect("written");
        xmllint(&path);
        let ctrf = serde_json::from_str(&say("ctrf", view)).expect("JSON");
        validated(include_str!("../../schemas/ctrf-schema-0.0.json"), "ctrf", &ctrf);
        let sarif = serde_json::from_str(&say("sarif", view)).expect("JSON");
        validated(include_str!("../../schemas/sarif-schema-2.1.0.json"), "sarif", &sarif);
    }
    let gradescope = serde_json::from_str(&say("gradescope", "interviewer")).expect("JSON");
    validated(include_str!("../../schemas/gradescope-results.json"), "gradescope", &gradescope);
    let github = say("github", "interviewer");
    let (begin, rest) = github.split_once("::stop-commands::").expect("the page is guarded");
    assert!(begin.lines().all(|line| line.starts_with("::")), "{github}");
    let token = rest.lines().next().expect("a token");
    assert!(token.len() >= 32 && rest.trim_end().ends_with(&format!("::{token}::")), "{github}");
}
