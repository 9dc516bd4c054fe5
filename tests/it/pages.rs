//! What a person sees of the commands themselves: help texts, findings of a check, a verification.

use std::fs;

use crate::common::{needs_boxes, viva_says};

#[test]
fn help() {
    insta::assert_snapshot!("help", viva_says(&["--help"]).stdout);
    insta::assert_snapshot!("help_grade", viva_says(&["grade", "--help"]).stdout);
    insta::assert_snapshot!("help_check", viva_says(&["check", "--help"]).stdout);
    insta::assert_snapshot!("help_plan", viva_says(&["plan", "--help"]).stdout);
    insta::assert_snapshot!("help_bank_export", viva_says(&["bank", "export", "--help"]).stdout);
    insta::assert_snapshot!("help_bank_import", viva_says(&["bank", "import", "--help"]).stdout);
}

#[test]
fn usage_errors() {
    insta::assert_snapshot!("unknown_command", viva_says(&["gade"]).stderr);
    insta::assert_snapshot!("unknown_challenge", viva_says(&["show", "lru-cach"]).stderr);
    insta::assert_snapshot!("no_such_file", viva_says(&["grade", "lru-cache", "/no/such/file.py"]).stderr);
    insta::assert_snapshot!("no_such_bank", viva_says(&["list", "--bank", "/no/such/bank"]).stderr);
}

#[test]
fn a_check_that_finds_something() {
    needs_boxes!();
    let bank = tempfile::tempdir().expect("a scratch folder");
    let folder = bank.path().to_str().expect("UTF-8");
    assert_eq!(viva_says(&["new", "word-ladder", "--in", folder]).code, 0);
    let golden = bank.path().join("word-ladder/answers/one_pass.py");
    let text = fs::read_to_string(&golden).expect("the scaffold has it");
    fs::write(&golden, text.replacen("# floor: 4", "# floor: 3", 1).replacen("# floor: 5", "# floor: 3", 1))
        .expect("written");
    let said = viva_says(&["check", "--bank", folder, "--seed", "1"]);
    assert_eq!(said.code, 3, "{said:?}");
    insta::assert_snapshot!("check_finds", said.stdout);
}

#[test]
fn a_verification() {
    needs_boxes!();
    let folder = tempfile::tempdir().expect("a scratch folder");
    let path = |name: &str| folder.path().join(name).to_str().expect("UTF-8").to_owned();
    fs::write(
        path("answer.py"),
        "def create_multipliers(n=5):\n    return [lambda x, i=i: x * i for i in range(n)]\n",
    )
    .expect("written");
    fs::write(path("other.py"), "def create_multipliers(n=5):\n    return []\n").expect("written");
    let report = path("report.json");
    let graded = viva_says(&[
        "grade",
        "late-binding-closures",
        &path("answer.py"),
        "--seed",
        "1",
        "--format",
        "json",
        "--output",
        &report,
    ]);
    assert_eq!(graded.code, 0, "{graded:?}");
    let verified = |answer: &str| viva_says(&["verify", &report, "--answer", &path(answer)]).stdout;
    insta::assert_snapshot!("verify_same", verified("answer.py"));
    let different = verified("other.py");
    // The hashes of both answers stand in it, and say nothing here.
    let different: String =
        different.lines().filter(|line| !line.contains("answer:")).collect::<Vec<_>>().join("\n");
    insta::assert_snapshot!("verify_different", different);
}
