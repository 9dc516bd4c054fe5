//! `viva plan` as it is typed: formats, seeds, templates of one's own, and what is said when it cannot be.

use std::fs;
use std::process::Command;

use crate::common::{viva, viva_says};

#[test]
fn a_seed_is_a_plan_and_a_fresh_one_is_told() {
    let of =
        |seed: &str| viva_says(&["plan", "--template", "technical-60", "--level", "senior", "--seed", seed]);
    assert_eq!(of("7").code, 0, "{:?}", of("7"));
    assert_eq!(of("7").stdout, of("7").stdout);
    assert!(of("7").stdout.contains("viva plan --template technical-60 --level senior --seed 7"));
    let fresh = viva_says(&["plan", "--format", "json"]);
    let plan: serde_json::Value = serde_json::from_str(&fresh.stdout).expect("JSON");
    let seed = plan["seed"].as_u64().expect("a seed").to_string();
    let again = viva_says(&["plan", "--format", "json", "--seed", &seed]);
    assert_eq!(again.stdout, fresh.stdout);
}

#[test]
fn every_format_holds_the_plan_and_the_json_follows_its_schema() {
    let of =
        |format: &str| viva_says(&["plan", "--role", "backend", "--seed", "3", "--format", format]).stdout;
    let schema: serde_json::Value =
        serde_json::from_str(&viva_says(&["schema", "plan"]).stdout).expect("a schema is JSON");
    let plan: serde_json::Value = serde_json::from_str(&of("json")).expect("JSON");
    assert!(jsonschema::is_valid(&schema, &plan), "{plan}");
    let id = plan["slots"][2]["challenges"][0]["id"].as_str().expect("a challenge");
    for page in [of("text"), of("markdown")] {
        assert!(page.contains(&format!("viva show {id}")) && page.contains("Backend developer"), "{page}");
        assert!(page.contains("Listen for: "), "{page}");
    }
    assert!(of("text").lines().all(|line| line.chars().count() <= 80));
    assert!(of("markdown").contains("| 10–22 | Coding challenge |"));
}

#[test]
fn a_folder_of_templates_is_named_in_the_settings() {
    let folder = tempfile::tempdir().expect("a scratch folder");
    fs::write(folder.path().join("viva.toml"), "templates = \"ours\"\n").expect("written");
    fs::create_dir(folder.path().join("ours")).expect("made");
    let mine =
        "title = \"Ours\"\nlevel = \"senior\"\n\n[[slot]]\ntitle = \"Code\"\nminutes = 12\n\n[[slot.code]]\n";
    fs::write(folder.path().join("ours/short.toml"), mine).expect("written");
    let run = |arguments: &[&str]| {
        let output = Command::new(viva())
            .args(arguments)
            .env_remove("VIVA_BANK")
            .current_dir(folder.path())
            .output()
            .expect("viva starts");
        (output.status.code(), String::from_utf8_lossy(&output.stdout).into_owned())
    };
    let (code, page) = run(&["plan", "--template", "short"]);
    assert_eq!(code, Some(0));
    assert!(page.contains("Ours") && page.contains("0–12"), "{page}");
    let (_, list) = run(&["plan", "--list"]);
    for part in ["short", "screen-30", "technical-60", "backend"] {
        assert!(list.contains(part), "{list}");
    }
    let (_, by_path) = run(&["plan", "--template", "ours/short.toml", "--seed", "1"]);
    assert!(by_path.contains("viva plan --template ours/short.toml --seed 1"), "{by_path}");
}

#[test]
fn what_cannot_be_is_told_with_what_to_do() {
    let folder = tempfile::tempdir().expect("a scratch folder");
    let wrong = folder.path().join("wrong.toml");
    let text = "title = \"Mine\"\nlevel = \"easy\"\n\n[[slot]]\ntitle = \"All\"\nminuts = 9\n";
    fs::write(&wrong, text).expect("written");
    let path = wrong.to_str().expect("UTF-8").to_owned();
    let cases: [(&[&str], i32); 6] = [
        (&["plan", "--template", "screen"], 2),
        (&["plan", "--role", "backnd"], 2),
        (&["plan", "--category", "concurency"], 2),
        (&["plan", "--category", "concurrency=many"], 2),
        (&["plan", "--minutes", "3"], 3),
        (&["plan", "--level", "beginner", "--category", "memory", "--seed", "1"], 3),
    ];
    let mut told: Vec<String> = Vec::new();
    for (arguments, code) in cases {
        let said = viva_says(arguments);
        assert_eq!((said.code, said.stdout.as_str()), (code, ""), "{arguments:?}: {said:?}");
        told.push(said.stderr);
    }
    let said = viva_says(&["plan", "--template", &path]);
    assert_eq!(said.code, 2, "{said:?}");
    told.push(said.stderr.replace(&path, "wrong.toml"));
    insta::with_settings!({ filters => vec![(r"holds \d+ challenges", "holds N challenges")] }, {
        insta::assert_snapshot!("plan_errors", told.join("\n"));
    });
}
