//! `viva bank export` and `import` as they are typed: there and back, and nothing half-written.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::common::{needs_boxes, viva_says, viva_with_input};

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(inner) = folders.pop() {
        for entry in fs::read_dir(inner).expect("it can be read") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).expect("it lies below").display().to_string();
                found.insert(name, fs::read(&path).expect("it can be read"));
            }
        }
    }
    found
}

#[test]
fn a_challenge_goes_there_and_back_to_the_byte_and_passes_its_gate() {
    needs_boxes!();
    let folder = tempfile::tempdir().expect("a scratch folder");
    let path = |name: &str| folder.path().join(name).to_str().expect("UTF-8").to_owned();
    let made = viva_says(&["new", "small-one", "--in", &path("old")]);
    assert_eq!(made.code, 0, "{made:?}");
    let exported =
        viva_says(&["bank", "export", "--bank", &path("old"), "--hidden", "-o", &path("bank.json")]);
    assert_eq!((exported.code, exported.stdout.as_str()), (0, ""), "{exported:?}");
    let imported = viva_says(&["bank", "import", &path("bank.json"), "--in", &path("new")]);
    assert_eq!((imported.code, imported.stdout.as_str()), (0, "small-one\n"), "{imported:?}");
    assert_eq!(files(&folder.path().join("old")), files(&folder.path().join("new")));
    let checked = viva_says(&["check", "--bank", &path("new")]);
    assert_eq!(checked.code, 0, "{checked:?}");

    let refused = viva_says(&["bank", "import", &path("bank.json"), "--in", &path("new")]);
    assert_eq!(refused.code, 2, "{refused:?}");
    assert!(refused.stderr.contains("small-one") && refused.stderr.contains("--replace"), "{refused:?}");
    let replaced = viva_says(&["bank", "import", &path("bank.json"), "--in", &path("new"), "--replace"]);
    assert_eq!(replaced.code, 0, "{replaced:?}");
    let over = viva_says(&["bank", "export", "-o", &path("bank.json")]);
    assert_eq!(over.code, 2, "an export writes over nothing: {over:?}");
}

#[test]
fn an_export_is_json_by_its_schema_and_holds_what_fits() {
    let said = viva_says(&["bank", "export", "--category", "memory", "--level", "senior"]);
    let pack: serde_json::Value = serde_json::from_str(&said.stdout).expect("JSON");
    let schema: serde_json::Value =
        serde_json::from_str(&viva_says(&["schema", "bank"]).stdout).expect("a schema is JSON");
    assert!(jsonschema::is_valid(&schema, &pack));
    let challenges = pack["challenges"].as_array().expect("a list");
    assert!(!challenges.is_empty());
    assert!(
        challenges.iter().all(|one| one["category"] == "Memory and internals" && one.get("files").is_none())
    );
    let none = viva_says(&["bank", "export", "--tag", "no-such-tag"]);
    assert!(none.code == 2 && !none.stdout.contains("challenges"), "{none:?}");
    let unknown = viva_says(&["bank", "export", "lru-cach"]);
    assert!(unknown.code == 3 && unknown.stderr.contains("lru-cache"), "{unknown:?}");
}

#[test]
fn a_hostile_file_leaves_nothing_behind() {
    let folder = tempfile::tempdir().expect("a scratch folder");
    let bank = folder.path().join("bank");
    let into = bank.to_str().expect("UTF-8");
    let good = viva_says(&["bank", "export", "flatten", "two-sum", "--hidden"]).stdout;
    let mut evil: serde_json::Value = serde_json::from_str(&good).expect("JSON");
    evil["challenges"][1]["files"]["../../escaped.py"] = "x".into();
    let texts = [
        evil.to_string(),
        good.replacen("viva.bank/1", "viva.bank/9", 1),
        good[..good.len() / 2].to_owned(),
        String::new(),
        viva_says(&["bank", "export", "flatten"]).stdout,
    ];
    for text in texts {
        let said = viva_with_input(&["bank", "import", "-", "--in", into], &text);
        assert_eq!((said.code, said.stdout.as_str()), (3, ""), "{said:?}");
        assert!(said.stderr.contains("nothing was written"), "{said:?}");
    }
    assert!(!bank.exists() && fs::read_dir(folder.path()).expect("it can be read").next().is_none());
    let missing = viva_says(&["bank", "import", "/no/such/file"]);
    assert_eq!(missing.code, 2, "{missing:?}");
}
