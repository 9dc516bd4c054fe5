//! The file of challenges: there and back to the byte, and what a hostile one comes to.

use serde_json::{Value, json};

use super::*;

fn pack(hidden: bool) -> Value {
    let pack = Pack::of(&Bank::embedded(), &["flatten".to_owned()], hidden).expect("it can be read");
    serde_json::to_value(pack).expect("plain data")
}

fn told(change: impl Fn(&mut Value)) -> String {
    let mut pack = pack(true);
    change(&mut pack);
    let error = read(&pack.to_string(), &[]).expect_err("it is wrong");
    format!("{error} / {}", error.remedy())
}

fn with_file(path: &str) -> String {
    told(|pack| pack["challenges"][0]["files"][path] = json!("x"))
}

#[test]
fn a_challenge_comes_back_to_the_byte() {
    let bank = Bank::embedded();
    let names: Vec<String> = bank.ids().iter().map(ToString::to_string).collect();
    let pack = Pack::of(&bank, &names, true).expect("they can be read");
    let sound = read(&serde_json::to_string(&pack).expect("plain data"), &[]).expect("they are sound");
    assert_eq!(sound.len(), names.len());
    for one in &sound {
        let files: Vec<(String, Vec<u8>)> =
            one.files.iter().map(|(path, text)| (path.clone(), text.clone().into_bytes())).collect();
        assert_eq!(files, bank.exact_files(one.id.as_str()).expect("it can be read"));
    }
}

#[test]
fn without_hidden_parts_nothing_hidden_is_told_and_nothing_is_imported() {
    let open = pack(false);
    let one = &open["challenges"][0];
    assert!(one.get("files").is_none() && one["prompt"].as_str().is_some_and(|text| !text.is_empty()));
    let driver = Bank::embedded().get("flatten").expect("it is there").harness.driver.clone();
    assert!(driver.len() > 100 && !open.to_string().contains(&driver[..100]));
    let error = read(&open.to_string(), &[]).expect_err("it is not whole");
    assert!(error.remedy().contains("--hidden"), "{error}");
}

#[test]
fn packs_follow_their_own_schema() {
    let schema = jsonschema::validator_for(&schema()).expect("a valid schema");
    for hidden in [false, true] {
        if let Err(error) = schema.validate(&pack(hidden)) {
            panic!("{error}");
        }
    }
}

#[test]
fn hostile_and_damaged_files_are_refused() {
    let huge = "x".repeat(1024 * 1024 + 1);
    let lines = [
        read("{", &[]).expect_err("no JSON").to_string(),
        read("[1]", &[]).expect_err("another shape").to_string(),
        told(|pack| pack["schema"] = json!("viva.bank/2\u{1b}[2J")),
        told(|pack| pack["challenges"] = json!("all of them")),
        told(|pack| pack["challenges"] = json!([])),
        told(|pack| pack["challenges"][0]["minutes"] = json!("ten")),
        told(|pack| pack["challenges"][0]["id"] = json!("../flatten")),
        told(|pack| {
            let twice = pack["challenges"][0].clone();
            pack["challenges"].as_array_mut().expect("a list").push(twice);
        }),
        with_file("/etc/passwd"),
        with_file("../../.bashrc"),
        with_file("answers/../../x.py"),
        with_file("./x.py"),
        with_file("a\\..\\b.py"),
        with_file("a//b.py"),
        with_file("nul\u{0}.py"),
        with_file(".git/hooks/post-checkout"),
        with_file("a/b/c/d/e/f/g/h/i.py"),
        with_file(&"a".repeat(300)),
        with_file("PROMPT.md"),
        with_file("prompt.md/x"),
        told(|pack| pack["challenges"][0]["files"]["notes.md"] = json!(huge)),
        told(|pack| pack["challenges"][0]["files"]["prompt.md"] = json!("another task")),
        told(|pack| pack["challenges"][0]["files"]["answers/stub.py"] = json!("# no header\n")),
        told(|pack| pack["challenges"][0]["files"]["notes.md"] = json!(7)),
    ];
    // What changes with every word of the challenge is no part of what is refused.
    insta::with_settings!({ filters => [(r"\b[0-9a-f]{12}\b", "[revision]"), (r"column \d{3,}", "column [far]")] }, {
        insta::assert_snapshot!(lines.join("\n"));
    });
}

#[test]
fn a_selection_is_taken_and_a_name_that_is_not_there_is_told() {
    let bank = Bank::embedded();
    let names = ["flatten", "two-sum"].map(str::to_owned);
    let pack = serde_json::to_string(&Pack::of(&bank, &names, true).expect("they can be read"));
    let pack = pack.expect("plain data");
    assert_eq!(read(&pack, &["two-sum".to_owned()]).expect("it is there").len(), 1);
    let error = read(&pack, &["flaten".to_owned()]).expect_err("there is none");
    assert_eq!(error.remedy(), "did you mean `flatten`?");
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(256))]

    #[test]
    fn no_path_that_fits_leaves_its_folder(path in "[a-z./\\\\ ]{0,12}") {
        if fit(&path).is_ok() {
            let parts: Vec<_> = std::path::Path::new(&path).components().collect();
            let normal = |part: &std::path::Component<'_>| matches!(part, std::path::Component::Normal(_));
            proptest::prop_assert!(!parts.is_empty() && parts.iter().all(normal), "{path}");
        }
    }
}
