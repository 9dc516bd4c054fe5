//! Every command as a person or a pipeline uses it.

use std::fs;

use crate::common::{needs_boxes, viva_says, viva_with_input};

const RIGHT: &str = include_str!("../../python_fixtures/answers/late_binding_right.py");

#[test]
fn help_shows_examples_for_every_command() {
    let top = viva_says(&["--help"]);
    assert_eq!(top.code, 0);
    assert!(top.stdout.contains("Examples:") && top.stdout.contains("Exit codes"), "{top:?}");
    for command in ["grade", "verify", "list", "show", "check", "new", "schema", "completions"] {
        let help = viva_says(&[command, "--help"]);
        assert!(help.stdout.contains("Example"), "{command} shows no example: {}", help.stdout);
        let wide = help.stdout.lines().find(|line| line.chars().count() > 100);
        assert_eq!(wide, None, "{command} --help is too wide");
    }
}

#[test]
fn an_answer_is_read_from_standard_input() {
    needs_boxes!();
    let said = viva_with_input(&["grade", "late-binding-closures", "-", "--seed", "1"], RIGHT);
    assert_eq!(said.code, 0, "{said:?}");
    assert!(said.stdout.contains("Late-binding closures"), "{said:?}");
}

#[test]
fn both_runtimes_suggest_the_same_range() {
    needs_boxes!();
    let report = |extra: &[&str]| -> serde_json::Value {
        let mut arguments = vec!["grade", "late-binding-closures", "-", "--format", "json", "--seed", "5"];
        arguments.extend(extra);
        let said = viva_with_input(&arguments, RIGHT);
        assert_eq!(said.code, 0, "{said:?}");
        serde_json::from_str(&said.stdout).expect("JSON on standard output")
    };
    let (warm, cold) = (report(&[]), report(&["--runtime", "cold"]));
    assert_eq!(warm["hint"], cold["hint"]);
    assert_eq!(warm["runtime"]["kind"], "warm");
    assert_eq!(cold["runtime"]["kind"], "cold");
}

#[test]
fn json_stays_json_whatever_an_answer_prints() {
    needs_boxes!();
    let loud = format!("print('{{\"schema\": 1}}')\nimport sys\nprint('noise', file=sys.stderr)\n{RIGHT}");
    let said = viva_with_input(&["grade", "late-binding-closures", "-", "--format", "json"], &loud);
    let report: serde_json::Value = serde_json::from_str(&said.stdout).expect("JSON on standard output");
    assert_eq!(report["schema"], "viva.report/1");
    assert_eq!(report["outcome"], "graded");
}

#[test]
fn a_report_fits_its_published_schema() {
    needs_boxes!();
    let schema = viva_says(&["schema", "report"]);
    let schema: serde_json::Value = serde_json::from_str(&schema.stdout).expect("a schema");
    let validator = jsonschema::validator_for(&schema).expect("a valid schema");
    for source in [RIGHT, "def f(:\n", "x = 1\n"] {
        let said = viva_with_input(&["grade", "late-binding-closures", "-", "--format", "json"], source);
        let report: serde_json::Value = serde_json::from_str(&said.stdout).expect("JSON");
        let faults: Vec<String> = validator.iter_errors(&report).map(|error| error.to_string()).collect();
        assert!(faults.is_empty(), "{faults:?}");
    }
}

#[test]
fn fail_under_turns_a_low_floor_into_ten() {
    needs_boxes!();
    let low = "def create_multipliers(n=5):\n    return [lambda x: x * i for i in range(n)]\n";
    let arguments = ["grade", "late-binding-closures", "-", "--asked", "code", "--fail-under", "3"];
    assert_eq!(viva_with_input(&arguments, low).code, 10);
    assert_eq!(viva_with_input(&arguments, RIGHT).code, 0);
    let wrong = viva_with_input(&["grade", "late-binding-closures", "-", "--fail-under", "9"], RIGHT);
    assert_eq!(wrong.code, 2, "{wrong:?}");
}

#[test]
fn a_report_is_verified_and_a_changed_answer_is_told() {
    needs_boxes!();
    let folder = tempfile::tempdir().expect("a scratch folder");
    let path = |name: &str| folder.path().join(name).to_str().expect("UTF-8").to_owned();
    fs::write(path("answer.py"), RIGHT).expect("written");
    fs::write(path("other.py"), "def create_multipliers(n=5):\n    return []\n").expect("written");
    let report = path("report.json");
    let graded = viva_says(&[
        "grade",
        "late-binding-closures",
        &path("answer.py"),
        "--format",
        "json",
        "--output",
        &report,
    ]);
    assert_eq!((graded.code, graded.stdout.as_str()), (0, ""), "{graded:?}");

    let same = viva_says(&["verify", &report, "--answer", &path("answer.py")]);
    assert_eq!(same.code, 0, "{same:?}");
    let other = viva_says(&["verify", &report, "--answer", &path("other.py")]);
    assert_ne!(other.code, 0, "{other:?}");
}

#[test]
fn the_candidate_sees_no_hidden_value() {
    needs_boxes!();
    let low = "def create_multipliers(n=5):\n    return [lambda x: x * i for i in range(n)]\n";
    let arguments = ["grade", "late-binding-closures", "-", "--view", "candidate", "--format", "json"];
    let said = viva_with_input(&arguments, low);
    let report: serde_json::Value = serde_json::from_str(&said.stdout).expect("JSON");
    assert!(report.get("seed").is_none(), "{report}");
    for case in report["cases"].as_array().expect("cases") {
        if case["visible"] == false {
            assert!(case.get("message").is_none() && case.get("checks").is_none(), "{case}");
        }
    }
}

#[test]
fn the_list_is_filtered_and_is_json_on_demand() {
    let all = viva_says(&["list"]);
    assert_eq!(all.code, 0);
    assert!(all.stdout.contains("retry-decorator"), "{all:?}");
    let json = viva_says(&["list", "--level", "beginner", "--format", "json"]);
    let listed: serde_json::Value = serde_json::from_str(&json.stdout).expect("JSON");
    let listed = listed.as_array().expect("a list");
    assert!(!listed.is_empty());
    assert!(listed.iter().all(|challenge| challenge["level"] == "beginner"), "{listed:?}");
    let none = viva_says(&["list", "--tag", "no-such-tag", "--format", "json"]);
    assert_eq!(none.stdout.trim(), "[]");
}

#[test]
fn show_tells_a_candidate_nothing_hidden() {
    let shown = viva_says(&["show", "retry-decorator"]);
    assert_eq!(shown.code, 0);
    assert!(shown.stdout.contains("max_attempts"), "{shown:?}");
    let hidden = viva_says(&["show", "retry-decorator", "--hidden"]);
    assert!(hidden.stdout.contains("def ") && hidden.stdout.len() > shown.stdout.len());
}

#[test]
fn a_scaffold_passes_its_own_check() {
    needs_boxes!();
    let bank = tempfile::tempdir().expect("a scratch folder");
    let folder = bank.path().to_str().expect("UTF-8");
    let made = viva_says(&["new", "word-ladder", "--in", folder]);
    assert_eq!(made.code, 0, "{made:?}");
    let checked = viva_says(&["check", "--bank", folder, "word-ladder"]);
    assert_eq!(checked.code, 0, "{checked:?}");
    let again = viva_says(&["new", "word-ladder", "--in", folder]);
    assert_eq!(again.code, 2, "nothing is overwritten: {again:?}");
}

#[test]
fn completions_name_the_commands() {
    for shell in ["bash", "zsh", "fish"] {
        let script = viva_says(&["completions", shell]);
        assert!(script.stdout.contains("doctor"), "{shell}");
    }
}

#[test]
fn the_doctor_finds_every_required_wall() {
    needs_boxes!();
    let said = viva_says(&["doctor", "--format", "json"]);
    assert_eq!(said.code, 0, "{said:?}");
    let table: serde_json::Value = serde_json::from_str(&said.stdout).expect("JSON");
    for wall in table["walls"].as_array().expect("walls") {
        assert!(wall["in_force"] == true || wall["required"] == false, "{wall}");
    }
}

#[test]
fn the_host_program_has_no_python_in_it() {
    let output = std::process::Command::new("ldd").arg(crate::common::viva()).output().expect("ldd");
    let needed = String::from_utf8_lossy(&output.stdout);
    assert!(needed.contains("libc") && !needed.contains("libpython"), "{needed}");
}
