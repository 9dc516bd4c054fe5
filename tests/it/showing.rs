//! Nothing that an answer prints, raises, is named or says reaches a terminal or the log of a CI as it is, in any view.
//!
//! One hostile answer goes through the `viva` program itself, on every way out of it. What single functions do is tested
//! beside them: `judge/escape.rs`, `report/terminal/page.rs`, `report/verify.rs`, and by the attacks of `showing`.

use std::fs;
use std::path::Path;

use tempfile::TempDir;
use vivavoce::judge::escape::is_hostile;

use crate::common::{Said, needs_boxes, viva_says};

mod files;

/// Titles, clipboards, links, cleared lines, turned directions, invisible and stacked characters, commands to logs.
const HOSTILE: &str = "\u{1b}]0;t\u{7}\u{1b}]52;c;aGk=\u{7}\u{1b}]8;;http://x\u{1b}\\x\u{1b}]8;;\u{1b}\\\r\u{1b}[2K\u{8}\u{9b}31m\u{202e}\u{2066}\u{200b}\u{feff}\u{e0041}\u{3164}a\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{85}\u{2028}";
/// What GitHub, Azure and TeamCity would obey, at the beginning of a line or anywhere in it.
const COMMANDS: &str = "\n::error file=x::y\n  ::set-output name=a::b\n::stop-commands::x\n##[group]x\n##vso[task.complete result=Failed;]x\n##teamcity[x]\n";

/// The text as a Python literal.
fn literal(text: &str) -> String {
    let escaped: String = text.chars().map(|c| format!("\\U{:08x}", u32::from(c))).collect();
    format!("'{escaped}'")
}

/// An answer that is hostile wherever an answer can be: in what it prints, raises, names, says and foretells.
fn answer(folder: &Path, source: &str) -> String {
    let text = format!("{COMMANDS}{HOSTILE}");
    let source = source.replace("HOSTILE", &literal(&text)).replace("RAW", &HOSTILE.replace('\r', ""));
    fs::write(folder.join("answer.py"), source).expect("a file of our own");
    fs::write(folder.join("prediction.txt"), &text).expect("a file of our own");
    fs::write(
        folder.join("explanation.md"),
        format!("one variable is shared {text} and looked up when called"),
    )
    .expect("a file of our own");
    fs::write(folder.join(format!("{}.py", HOSTILE.replace('/', "_"))), "x = 1\n")
        .expect("a file of our own");
    folder.to_str().expect("UTF-8").to_owned()
}

const RAISES: &str = r#"import sys
kind = type(HOSTILE, (Exception,), {"__module__": HOSTILE})
print(HOSTILE)
print(HOSTILE, file=sys.stderr)
class Shown:
    def __repr__(self): return HOSTILE
Shown.__name__ = Shown.__qualname__ = HOSTILE
def create_multipliers(*args, **kwargs):
    print(HOSTILE)
    raise kind(HOSTILE, Shown())  # RAW
"#;
const RETURNS: &str = r#"class Shown(str): pass
Shown.__name__ = HOSTILE
def create_multipliers(*args, **kwargs):
    return [HOSTILE, {HOSTILE: Shown(HOSTILE)}, HOSTILE.encode()]
"#;
const LOADS_NOT: &str = "raise ImportError(HOSTILE)  # RAW\n";
const NO_PYTHON: &str = "def create_multipliers(: # RAW\n";
const NAMES_IT_OTHERWISE: &str =
    "globals()[HOSTILE] = globals()['create_multiplier' + HOSTILE] = lambda: 0\n";

/// Colours are viva's own, where they were asked for.
fn without_colours(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once("\u{1b}[") {
        out.push_str(before);
        let end = behind.find(|c: char| !c.is_ascii_digit() && c != ';').unwrap_or(behind.len());
        // Anything that is no colour stays in, and is found.
        let is_colour = behind[end..].starts_with('m');
        out.push_str(if is_colour { "" } else { "\u{1b}[" });
        rest = if is_colour { &behind[end + 1..] } else { behind };
    }
    out + rest
}

fn assert_harmless(said: &Said, what: &str) {
    for (stream, text) in [("standard output", &said.stdout), ("standard error", &said.stderr)] {
        let plain = without_colours(text);
        for line in plain.split('\n') {
            let hostile: Vec<char> = line.chars().filter(|&c| is_hostile(c)).collect();
            assert!(hostile.is_empty(), "{what}: {hostile:?} on {stream}: {line:?}");
            let obeyed =
                line.trim_start().strip_prefix("::").filter(|rest| rest.starts_with(char::is_alphabetic));
            assert!(obeyed.is_none(), "{what}: a command on {stream}: {line:?}");
            for command in ["##[", "##vso[", "##teamcity["] {
                assert!(!line.contains(command), "{what}: a command on {stream}: {line:?}");
            }
        }
    }
}

#[test]
fn a_hostile_answer_is_harmless_in_every_view() {
    needs_boxes!();
    for (name, source) in [
        ("raises", RAISES),
        ("returns", RETURNS),
        ("does not load", LOADS_NOT),
        ("is no Python", NO_PYTHON),
        ("names it otherwise", NAMES_IT_OTHERWISE),
    ] {
        let folder = TempDir::new().expect("a folder of our own");
        let path = answer(folder.path(), source);
        for (view, format, color) in [
            ("interviewer", "text", "always"),
            ("candidate", "text", "never"),
            ("interviewer", "json", "never"),
            ("candidate", "json", "never"),
        ] {
            let said = viva_says(&[
                "grade",
                "late-binding-closures",
                &path,
                "--view",
                view,
                "--format",
                format,
                "--color",
                color,
                "--seed",
                "1",
            ]);
            assert_eq!(said.code, 0, "{said:?}");
            assert_harmless(&said, &format!("{name}, {view}, {format}"));
            assert!(!said.stdout.contains("5 of 5"), "{said:?}");
        }
    }
}

#[test]
fn names_of_files_and_folders_are_harmless_in_failures() {
    let folder = TempDir::new().expect("a folder of our own");
    let named = folder.path().join(format!("{}##[x]", HOSTILE.replace('/', "_")));
    fs::create_dir(&named).expect("a folder of our own");
    let missing = named.join("missing.py");
    for path in [&named, &missing] {
        let path = path.to_str().expect("UTF-8");
        for arguments in [
            vec!["grade", "retry-decorator", path],
            vec!["grade", "retry-decorator", path, "--format", "json"],
            vec!["grade", path, path],
            vec!["verify", path, "--answer", path],
            vec!["show", "x", "--bank", path],
        ] {
            let said = viva_says(&arguments);
            assert_ne!(said.code, 0, "{said:?}");
            assert_harmless(&said, &format!("{arguments:?}"));
        }
    }
}

#[test]
fn a_hostile_challenge_is_harmless_in_check_and_show() {
    let bank = TempDir::new().expect("a folder of our own");
    let challenge = bank.path().join("hostile");
    fs::create_dir(&challenge).expect("a folder of our own");
    let text: String = HOSTILE.chars().map(|c| format!("\\U{:08x}", u32::from(c))).collect();
    let manifest =
        format!("title = \"{text}\"\n\"{text}\" = 1 # {}\nlevel = \"{text}\"\n", "\u{202e}\u{2066}");
    fs::write(challenge.join("challenge.toml"), manifest).expect("a file of our own");
    let path = bank.path().to_str().expect("UTF-8");
    for arguments in [["check", "hostile"], ["show", "hostile"]] {
        let said = viva_says(&[arguments[0], arguments[1], "--bank", path]);
        assert_ne!(said.code, 0, "{said:?}");
        assert_harmless(&said, &format!("{arguments:?}"));
    }
}
