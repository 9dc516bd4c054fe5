//! Packages for projects: installed once from a locked list, seen by the answer and by nobody else.

use std::fs;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::common::{Said, needs_boxes, viva};

/// A bank with one project that has a package, and a folder with its wheel; a home of its own for environments.
struct Fixture {
    folder: tempfile::TempDir,
}

/// A wheel is a zip with a package and a folder that describes it.
fn wheel() -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for (path, text) in [
        ("tiny_counter.py", "def count(text):\n    return len(text.split())\n"),
        ("tiny_counter.pth", "import sys; sys.stderr.write('a .pth was run')\n"),
        ("tiny_counter-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: tiny-counter\nVersion: 1.0\n"),
        (
            "tiny_counter-1.0.dist-info/WHEEL",
            "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        ),
        ("tiny_counter-1.0.dist-info/RECORD", ""),
    ] {
        zip.start_file(path, options).expect("a file of a zip");
        zip.write_all(text.as_bytes()).expect("its text");
    }
    zip.finish().expect("a zip").into_inner()
}

impl Fixture {
    fn new(hash: impl Fn(&[u8]) -> String) -> Self {
        let fixture = Self { folder: tempfile::tempdir().expect("a temporary folder") };
        let wheel = wheel();
        fs::create_dir_all(fixture.path("wheels")).expect("a folder");
        fs::write(fixture.path("wheels/tiny_counter-1.0-py3-none-any.whl"), &wheel).expect("a wheel");
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("python_fixtures/project_bank/word-count");
        let target = fixture.path("bank/word-count");
        fs::create_dir_all(&target).expect("a folder");
        for name in ["challenge.toml", "prompt.md", "starter.py", "driver.py", "oracle.py"] {
            fs::copy(source.join(name), target.join(name)).expect("a file");
        }
        let list = format!("tiny-counter==1.0 \\\n    --hash=sha256:{}\n", hash(&wheel));
        fs::write(target.join("requirements.txt"), list).expect("a list");
        let answer = "import sys\nimport tiny_counter\nprint(tiny_counter.count(sys.stdin.read()))\n";
        fs::write(fixture.path("wc.py"), answer).expect("an answer");
        fixture
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn says(&self, arguments: &[&str]) -> Said {
        let output = assert_cmd::Command::new(viva())
            .args(arguments)
            .arg("--bank")
            .arg(self.path("bank"))
            .env("XDG_CACHE_HOME", self.path("cache"))
            .env("NO_COLOR", "1")
            .env_remove("VIVA_BANK")
            .output()
            .expect("viva starts");
        Said {
            code: output.status.code().expect("viva ends by itself"),
            stdout: String::from_utf8(output.stdout).expect("UTF-8"),
            stderr: String::from_utf8(output.stderr).expect("UTF-8"),
        }
    }

    fn build(&self) -> Said {
        let wheels = self.path("wheels").display().to_string();
        self.says(&["env", "build", "word-count", "--wheels", &wheels])
    }
}

fn sha256(bytes: &[u8]) -> String {
    format!("{:x}", Sha256::digest(bytes))
}

#[test]
fn a_project_imports_what_its_challenge_names() {
    needs_boxes!();
    let fixture = Fixture::new(sha256);
    let answer = fixture.path("wc.py").display().to_string();
    let grade = ["grade", "word-count", answer.as_str(), "--format", "json", "--seed", "1"];

    let said = fixture.says(&grade);
    assert_eq!(said.code, 2, "{}{}", said.stdout, said.stderr);
    assert!(said.stderr.contains("viva env build word-count"), "{}", said.stderr);

    let said = fixture.build();
    assert_eq!(said.code, 0, "{}{}", said.stdout, said.stderr);
    assert!(fixture.build().stdout.contains("was there already"));
    let listed = fixture.says(&["env", "list"]).stdout;
    assert!(listed.contains("word-count") && listed.contains("tiny-counter==1.0"), "{listed}");

    let said = fixture.says(&grade);
    assert_eq!(said.code, 0, "{}{}", said.stdout, said.stderr);
    let report: serde_json::Value = serde_json::from_str(&said.stdout).expect("JSON");
    assert_eq!(report["cases"][0]["outcome"], "met", "{report:#}");
    assert_eq!(report["runtime"]["kind"], "cold");
    assert!(!said.stdout.contains("a .pth was run"), "nothing of a package runs by itself");
}

#[test]
fn challenges_with_packages_and_without_share_a_batch() {
    needs_boxes!();
    let fixture = Fixture::new(sha256);
    assert_eq!(fixture.build().code, 0);
    // The same project with the standard library alone.
    let plain = fixture.path("bank/word-count-plain");
    fs::create_dir_all(&plain).expect("a folder");
    for name in ["challenge.toml", "prompt.md", "starter.py", "driver.py", "oracle.py"] {
        fs::copy(fixture.path("bank/word-count").join(name), plain.join(name)).expect("a file");
    }
    let submissions = fixture.path("submissions");
    for candidate in ["ada", "bob"] {
        fs::create_dir_all(submissions.join(candidate)).expect("a folder");
        for challenge in ["word-count", "word-count-plain"] {
            let file = submissions.join(candidate).join(format!("{challenge}.py"));
            fs::copy(fixture.path("wc.py"), file).expect("a file");
        }
    }
    let (submissions, out) = (submissions.display().to_string(), fixture.path("out").display().to_string());
    let batch = ["batch", "word-count", "word-count-plain", submissions.as_str(), "--out", out.as_str()];
    let said = fixture.says(&batch);
    assert_eq!(said.code, 0, "{}{}", said.stdout, said.stderr);
    let results = fs::read_to_string(fixture.path("out/results.json")).expect("results");
    let results: serde_json::Value = serde_json::from_str(&results).expect("JSON");
    for result in results["results"].as_array().expect("a list") {
        let report = &result["report"];
        let (kind, outcome) = match report["challenge"]["id"].as_str() {
            Some("word-count") => ("cold", "met"),
            _ => ("warm", "unmet"),
        };
        assert_eq!(report["runtime"]["kind"], kind, "{report:#}");
        assert_eq!(report["cases"][0]["outcome"], outcome, "{report:#}");
    }
    let again = fixture.says(&["regrade", out.as_str(), "--dry-run"]);
    assert!(again.stdout.contains("nothing"), "each is as it was: {}{}", again.stdout, again.stderr);
}

#[test]
fn a_package_with_another_hash_is_not_installed_and_nothing_is_kept() {
    let fixture = Fixture::new(|_| "0".repeat(64));
    let said = fixture.build();
    assert_eq!(said.code, 1, "{}{}", said.stdout, said.stderr);
    assert!(said.stderr.contains("installing the packages"), "{}", said.stderr);
    assert_eq!(fs::read_dir(fixture.path("cache/viva/env")).expect("it was made").count(), 0);
    assert!(fixture.says(&["env", "list"]).stdout.is_empty());
}

#[test]
fn a_challenge_without_packages_needs_no_environment() {
    let fixture = Fixture::new(sha256);
    fs::remove_file(fixture.path("bank/word-count/requirements.txt")).expect("it was there");
    let said = fixture.build();
    assert_eq!(said.code, 2);
    assert!(said.stderr.contains("needs no packages"), "{}", said.stderr);
}
