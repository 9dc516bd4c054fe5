//! A bank as an author meets it: the scaffold is taken, and each mistake made in it is told.

use std::os::unix::fs::symlink;

use super::*;
use crate::bank::problem::{Fault, Problem};
use crate::bank::{lint, scaffold};
use crate::model::challenge::How;
use crate::model::evidence::State;
use crate::model::score::Score;

/// A bank with the scaffold in it, to make mistakes in.
struct Fixture {
    folder: tempfile::TempDir,
}

impl Fixture {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        scaffold::write(folder.path(), "my-challenge").expect("the scaffold is written");
        Self { folder }
    }

    fn path(&self, file: &str) -> PathBuf {
        self.folder.path().join("my-challenge").join(file)
    }

    fn write(&self, file: &str, text: &str) -> &Self {
        std::fs::write(self.path(file), text).expect("a file");
        self
    }

    fn change(&self, file: &str, from: &str, to: &str) -> &Self {
        let text = std::fs::read_to_string(self.path(file)).expect("a file");
        assert!(text.contains(from), "{file} holds no {from}");
        self.write(file, &text.replacen(from, to, 1))
    }

    fn bank(&self) -> Bank {
        Bank::from_dir(self.folder.path()).expect("a bank")
    }

    fn error(&self) -> BankError {
        let bank = self.bank();
        bank.get("my-challenge").err().or_else(|| bank.goldens("my-challenge").err()).expect("it is wrong")
    }

    fn problems(&self) -> Vec<String> {
        match self.error() {
            BankError::Faulty { problems, .. } => problems.iter().map(told).collect(),
            error => panic!("{error}"),
        }
    }
}

fn told(problem: &Problem) -> String {
    let place = problem.line_column().map_or(String::new(), |(line, column)| format!(":{line}:{column}"));
    format!("{}{place}: {problem}", problem.file.trim_start_matches("my-challenge/"))
}

/// An error as a person sees it, at 80 columns and without colour.
fn seen(error: &dyn miette::Diagnostic) -> String {
    let mut text = String::new();
    let theme = miette::GraphicalTheme::unicode_nocolor();
    miette::GraphicalReportHandler::new_themed(theme)
        .with_width(80)
        .render_report(&mut text, error)
        .expect("it can be rendered");
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    lines.join("\n")
}

#[test]
fn the_scaffold_is_a_whole_challenge() {
    let fixture = Fixture::new();
    let bank = fixture.bank();
    assert_eq!(bank.ids().iter().map(ChallengeId::as_str).collect::<Vec<_>>(), ["my-challenge"]);
    let challenge = bank.get("my-challenge").expect("it is right");
    assert_eq!(challenge.title, "My challenge");
    assert_eq!(challenge.revision.len(), 64);
    assert_eq!(challenge.cases.iter().filter(|case| case.how == How::Driven).count(), 1);
    let goldens = bank.goldens("my-challenge").expect("they are right");
    assert_eq!(goldens.len(), 6);
    let explained = goldens.iter().find(|golden| golden.name == "explained").expect("it is there");
    assert_eq!((explained.floor, explained.ceiling), (Score::StrongYes, Score::StrongYes));
    assert!(explained.answer.explanation.is_some());
}

/// What the gate can tell of a challenge without running it, as lines; golden answers and idioms agree.
fn static_gate(bank: &Bank, id: &str) -> Vec<String> {
    let read = bank.get(id).and_then(|challenge| Ok((challenge, bank.goldens(id)?)));
    let (challenge, goldens) = match read {
        Ok(read) => read,
        Err(error) => return vec![seen(&error)],
    };
    let mut wrong: Vec<String> =
        lint(&challenge, &goldens).iter().map(|finding| format!("{id}: {finding}")).collect();
    let rules =
        crate::source::idioms::Rules::compile(&challenge.idioms).expect("rules of a loaded challenge");
    for golden in goldens {
        // Where the source is broken an idiom is not asked for.
        for found in rules.look(&golden.answer).into_iter().filter(|found| found.state != State::Unheard) {
            if (found.state == State::Met) == golden.misses.contains(&found.id) {
                wrong.push(format!(
                    "{id}: {} has {} {:?} on {:?}",
                    golden.name, found.id, found.state, found.lines
                ));
            }
        }
    }
    wrong
}

#[test]
fn the_scaffold_passes_what_of_the_gate_needs_no_running() {
    let fixture = Fixture::new();
    assert_eq!(static_gate(&fixture.bank(), "my-challenge"), Vec::<String>::new());
}

#[test]
fn the_scaffold_overwrites_nothing() {
    let fixture = Fixture::new();
    fixture.write("prompt.md", "mine");
    let error = scaffold::write(fixture.folder.path(), "my-challenge").expect_err("it is there");
    assert!(matches!(error, scaffold::ScaffoldError::Exists { .. }));
    assert_eq!(std::fs::read_to_string(fixture.path("prompt.md")).expect("a file"), "mine");
    assert!(scaffold::write(fixture.folder.path(), "My Challenge").is_err());
    assert!(scaffold::write(fixture.folder.path(), "../out").is_err());
    assert_eq!(std::fs::read_dir(fixture.folder.path()).expect("a folder").count(), 1);
}

#[test]
fn the_revision_follows_what_a_hint_depends_on_and_nothing_else() {
    let fixture = Fixture::new();
    let revision = || fixture.bank().get("my-challenge").expect("it is right").revision.clone();
    let before = revision();
    fixture.change("answers/stub.py", "Gives back", "Just gives back");
    fixture.write("NOTES.md", "to do");
    assert_eq!(revision(), before);
    let crlf = std::fs::read_to_string(fixture.path("oracle.py")).expect("a file").replace('\n', "\r\n");
    fixture.write("oracle.py", &crlf);
    assert_eq!(revision(), before, "line ends are no change");
    for file in [
        "challenge.toml",
        "prompt.md",
        "driver.py",
        "oracle.py",
        "inputs.py",
        "idioms/remembers_in_a_set.yml",
    ] {
        let before = revision();
        let text = std::fs::read_to_string(fixture.path(file)).expect("a file");
        fixture.write(file, &format!("{text}\n# changed\n"));
        assert_ne!(revision(), before, "{file}");
    }
}

#[test]
fn a_missing_challenge_names_the_nearest() {
    let fixture = Fixture::new();
    let told = |name: &str| match fixture.bank().get(name) {
        Err(BankError::NoSuchChallenge { nearest, .. }) => nearest,
        other => panic!("{other:?}"),
    };
    assert_eq!(told("my-chalenge"), ["my-challenge"]);
    assert_eq!(told("challenge"), ["my-challenge"]);
    assert_eq!(told("My Challenge"), ["my-challenge"]);
    assert!(told("../../etc").is_empty());
    assert!(told("").is_empty());
    assert!(told(&"x".repeat(100_000)).is_empty());
}

#[test]
fn what_is_no_bank_says_so() {
    let fixture = Fixture::new();
    for path in [fixture.path(""), fixture.path("prompt.md"), PathBuf::from("/nowhere")] {
        assert!(matches!(Bank::from_dir(&path), Err(BankError::NotABank { .. })), "{path:?}");
    }
}

#[test]
fn a_folder_whose_name_no_challenge_can_have_is_told() {
    let fixture = Fixture::new();
    std::fs::rename(fixture.path(""), fixture.folder.path().join("My_Challenge")).expect("a folder");
    assert_eq!(fixture.bank().misnamed(), ["My_Challenge"]);
}

#[test]
fn links_and_special_files_in_a_challenge_are_refused() {
    let fixture = Fixture::new();
    std::fs::remove_file(fixture.path("inputs.py")).expect("a file");
    symlink("/etc/passwd", fixture.path("inputs.py")).expect("a link");
    nix::unistd::mkfifo(&fixture.path("extra.py"), nix::sys::stat::Mode::S_IRWXU).expect("a fifo");
    assert_eq!(
        fixture.problems(),
        [
            "extra.py: this is a fifo, socket or device, and a challenge holds only regular files and folders",
            "inputs.py: this is a symbolic link, and a challenge holds only regular files and folders",
        ]
    );
}

#[test]
fn a_huge_file_is_refused() {
    let fixture = Fixture::new();
    std::fs::File::create(fixture.path("inputs.py"))
        .and_then(|file| file.set_len(1 << 30))
        .expect("a sparse file");
    assert!(matches!(fixture.error(), BankError::Unreadable(FolderError::TooLarge { .. })));
}

#[test]
fn a_case_needs_its_function_in_both_files_and_a_function_its_case() {
    let fixture = Fixture::new();
    fixture.change("driver.py", "def reads_no_further", "def reads_no_furthr");
    fixture.change("oracle.py", "@case\ndef", "def");
    assert_eq!(
        fixture.problems(),
        [
            "challenge.toml:56:6: the case `reads_no_further` has no function in driver.py",
            "driver.py:8:5: no driven case is called `reads_no_furthr`",
            "oracle.py:7:5: `reads_no_further` is not marked with @case",
        ]
    );
}

#[test]
fn table_cases_expect_exactly_one_thing() {
    let fixture = Fixture::new();
    fixture
        .change("challenge.toml", "equals = \"1\"", "equals = \"1\"\nraises = \"ValueError\"")
        .change("challenge.toml", "\nequals = \"'a'\"", "")
        .change("challenge.toml", "call = \"[first", "# call = \"[first");
    let problems = fixture.problems();
    assert_eq!(problems.len(), 3, "{problems:#?}");
    assert!(problems[0].contains("expects more than one thing"));
    assert!(problems[1].contains("has a call and expects nothing"));
    assert!(problems[2].contains("expects something and has no call"));
}

#[test]
fn references_lead_somewhere() {
    let fixture = Fixture::new();
    fixture
        .change("challenge.toml", "closes = [\"cost\"", "closes = [\"costs\"")
        .change("challenge.toml", "unmet = [\"any_iterable\"]", "unmet = [\"cost\"]")
        .change("challenge.toml", "met = [\"finds_the_repeat\"]", "met = [\"last_for_first\"]");
    let problems = fixture.problems();
    assert_eq!(problems.len(), 3, "{problems:#?}");
    assert!(problems[0].ends_with("there is no evidence `costs`"));
    assert!(problems[1].ends_with("there is no evidence `last_for_first`"), "a misconception is no evidence");
    assert!(problems[2].ends_with("the concept `cost` is met or unheard, never unmet"));
}

#[test]
fn tiers_hold_evidence_and_core_three_cases() {
    let fixture = Fixture::new();
    let text = std::fs::read_to_string(fixture.path("challenge.toml")).expect("a file");
    fixture.write(
        "challenge.toml",
        &text.replace("\"strong_yes\"", "\"yes\"").replacen("\"maybe\"", "\"yes\"", 1),
    );
    let problems = fixture.problems();
    assert_eq!(problems.len(), 2, "{problems:#?}");
    assert!(problems[0].ends_with("core has 2 of the at least 3 cases it needs"), "{problems:#?}");
    assert!(problems[1].ends_with("nothing is needed for a 5 but what a 4 needs already"), "{problems:#?}");
}

#[test]
fn files_are_there_when_they_are_needed_and_not_otherwise() {
    let fixture = Fixture::new();
    fixture.write("prompt.md", " \n").write("snippet.py", "print(1)").write("drivr.py", "");
    std::fs::remove_file(fixture.path("oracle.py")).expect("a file");
    std::fs::rename(
        fixture.path("idioms/remembers_in_a_set.yml"),
        fixture.path("idioms/remembers_in_set.yml"),
    )
    .expect("a file");
    assert_eq!(
        fixture.problems(),
        [
            "drivr.py: nothing uses this file: it is none of a challenge's files",
            "idioms/remembers_in_a_set.yml: idioms/remembers_in_a_set.yml is missing or empty",
            "idioms/remembers_in_set.yml: nothing uses this file: no [[idiom]] has this file's name",
            "oracle.py: oracle.py is missing or empty",
            "prompt.md: prompt.md is missing or empty",
            "snippet.py: nothing uses this file: the manifest has no [prediction]",
        ]
    );
}

#[test]
fn golden_headers_are_read_to_the_letter() {
    let fixture = Fixture::new();
    let rest = "def first_repeat(items):\n    return None\n";
    let header = |lines: &str| {
        fixture.write("answers/stub.py", &format!("{lines}{rest}"));
        fixture.bank().goldens("my-challenge").map(|goldens| {
            goldens.into_iter().find(|golden| golden.name == "stub").map(|golden| golden.misses.len())
        })
    };
    let problems = |lines: &str| match header(lines) {
        Err(BankError::Faulty { problems, .. }) => problems.iter().map(told).collect::<Vec<_>>(),
        other => panic!("{other:?}"),
    };
    let right = "# floor: 1\n# A remark: none of ours\n# ceiling: 2\n# misses: any_iterable,\n#   none_repeated (both of them)\n";
    assert_eq!(header(right).expect("it is right"), Some(2));
    assert_eq!(
        problems("# floor: 6\n# ceilling: 2\n# misses: any_iterabel, cost\n# misconceptions: x\n"),
        [
            "answers/stub.py:2:2: `ceilling` is no key of a golden answer's header",
            "answers/stub.py:3:11: there is no case, idiom or prediction `any_iterabel`",
            "answers/stub.py:3:25: the concept `cost` is met or unheard, never unmet",
            "answers/stub.py:4:19: there is no misconception `x`",
            "answers/stub.py:1:10: `floor` is \"6\", expected a score from 1 to 5",
            "answers/stub.py:1:1: the header lacks `# ceiling: ...`",
        ]
    );
    assert_eq!(
        problems("# floor: 3\n# floor: 3\n# ceiling: 2\n"),
        [
            "answers/stub.py:2:2: the header says `floor` twice",
            "answers/stub.py:3:12: the ceiling 2 is below the floor 3"
        ]
    );
}

#[test]
fn the_gate_finds_what_golden_answers_do_not_cover() {
    let fixture = Fixture::new();
    std::fs::remove_file(fixture.path("answers/slices.py")).expect("a file");
    std::fs::remove_file(fixture.path("answers/stub.py")).expect("a file");
    fixture.change("answers/one_pass.py", "floor: 4", "floor: 3");
    fixture.change("answers/reads_all.py", "\"\"\"Right", "# misconceptions: needs_a_list\n\"\"\"Right");
    fixture.change("idioms/remembers_in_a_set.yml", "seen = []", "seen = set()");
    let bank = fixture.bank();
    let challenge = bank.get("my-challenge").expect("it loads");
    let found: Vec<String> = lint(&challenge, &bank.goldens("my-challenge").expect("they load"))
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        found,
        [
            "there are 4 golden answers, and 6 are needed",
            "no golden answer misses the case `finds_the_repeat`; add one that does",
            "no golden answer misses the case `none_repeated`; add one that does",
            "no golden answer misses the case `any_iterable`; add one that does",
            "no golden answer misses the idiom `remembers_in_a_set`; add one that does",
            "no golden answer has the floor 1; add one",
            "answers/one_pass says floor 3 and ceiling 5, but what it misses and says comes to 4 and 5",
            "answers/reads_all names other misconceptions than fit what it misses: none",
            "idioms/remembers_in_a_set.yml: example 1 under `unmet` comes out met, by what stands on line 2",
        ]
    );
}

#[test]
fn messages_as_a_person_sees_them() {
    let fixture = Fixture::new();
    let text = std::fs::read_to_string(fixture.path("challenge.toml")).expect("a file");
    let snapshot = |name: &str, from: &str, to: &str| {
        fixture.change("challenge.toml", from, to);
        insta::assert_snapshot!(name, seen(&fixture.error()));
        fixture.write("challenge.toml", &text);
    };
    snapshot("wrong_key", "visible = true", "visble = true");
    snapshot("wrong_type", "minutes = 6", "minutes = \"six\"");
    snapshot("wrong_choice", "\"beginner\"", "\"begginer\"");
    snapshot("out_of_range", "minutes = 6", "minutes = 600");
    snapshot("missing_key", "listen_for = \"Linear", "# listen_for = \"Linear");
    snapshot("bad_phrase", "\"O(1)\"", "\"O(1) | \"");
    snapshot("not_toml", "minutes = 6", "minutes = ");
    snapshot("duplicate_id", "id = \"any_iterable\"", "id = \"finds_the_repeat\"");
    snapshot("hostile_text", "level = \"beginner\"", "level = \"\u{202e}beginner\u{9b}\"");
    fixture.change("driver.py", "def reads_no_further", "def read_no_further");
    insta::assert_snapshot!("missing_driver_function", seen(&fixture.error()));
    fixture.change("driver.py", "def read_no_further", "def reads_no_further");
    fixture.change("idioms/remembers_in_a_set.yml", "kind: set", "kind: sett");
    insta::assert_snapshot!("bad_rule", seen(&fixture.error()));
    fixture.change("idioms/remembers_in_a_set.yml", "kind: sett", "kind: set");
    fixture.change("answers/stub.py", "# floor: 1", "# floor: one");
    insta::assert_snapshot!("bad_golden_header", seen(&fixture.error()));
    let missing = fixture.bank().get("my-chalenge").expect_err("it is not there");
    let missing = seen(&missing).replace(&fixture.bank().name(), "BANK");
    insta::assert_snapshot!("missing_challenge", missing);
}

#[test]
fn every_built_in_challenge_passes_what_of_the_gate_needs_no_running() {
    let bank = Bank::embedded();
    let wrong: Vec<String> = bank.ids().iter().flat_map(|id| static_gate(&bank, id.as_str())).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    assert!(bank.misnamed().is_empty());
}

#[test]
fn what_is_built_in_holds_no_junk() {
    let mut folders = vec![&embedded::CHALLENGES];
    while let Some(folder) = folders.pop() {
        for file in folder.files() {
            let path = file.path().to_string_lossy();
            assert!(
                !path.ends_with(".toml.orig") && !path.contains("/."),
                "{path} does not belong in the bank"
            );
        }
        folders.extend(folder.dirs());
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(24))]
    #[test]
    fn arbitrary_bytes_in_any_file_never_panic(which in 0usize..6, bytes: Vec<u8>) {
        let file = ["challenge.toml", "driver.py", "oracle.py", "idioms/remembers_in_a_set.yml", "answers/stub.py", "prompt.md"][which];
        let fixture = Fixture::new();
        std::fs::write(fixture.path(file), &bytes).expect("a file");
        let bank = fixture.bank();
        if let Err(error) = bank.get("my-challenge").and_then(|_| bank.goldens("my-challenge")) {
            let _ = seen(&error);
            if let BankError::Faulty { problems, .. } = &error {
                let odd = |problem: &Problem| matches!(problem.fault, Fault::OddFile { .. });
                proptest::prop_assert!(!problems.iter().any(odd));
            }
        }
    }
}

/// The scaffold as a project with one command in the place of its first table case.
fn project(line: &str) -> Fixture {
    let fixture = Fixture::new();
    let manifest = std::fs::read_to_string(fixture.path("challenge.toml")).expect("a manifest");
    let kind = manifest.lines().find(|line| line.starts_with("kind = ")).expect("it has a kind");
    fixture.change("challenge.toml", kind, "kind = \"project\"");
    let name = manifest.lines().find_map(|line| line.strip_prefix("name = ")).expect("an entry");
    let name = name.split('"').nth(1).expect("it is a text").to_owned();
    let case = format!(
        "\n[[case]]\nid = \"started\"\ntitle = \"Starts\"\nearns = \"maybe\"\n{}\n",
        line.replace("NAME", &name)
    );
    let text = std::fs::read_to_string(fixture.path("challenge.toml")).expect("a manifest");
    fixture.write("challenge.toml", &(text + &case));
    fixture
}

#[test]
fn a_command_is_read_with_all_that_it_is_held_to() {
    let line = "command = [\"-m\", \"NAME\", \"a b\"]\nstdin = \"in\"\nfiles = { \"d/x.txt\" = \"1\" }\nprints = \"\"\nexit = 2\nstderr = \"no\"\nwrites = {}";
    let challenge = project(line).bank().get("my-challenge").expect("it is right");
    let case = challenge.cases.iter().find(|case| case.id.as_str() == "started").expect("it is there");
    let How::Command { line, expects } = &case.how else { panic!("{case:?}") };
    assert_eq!((line.arguments.len(), line.stdin.as_str(), line.files["d/x.txt"].as_str()), (3, "in", "1"));
    assert_eq!(
        (expects.exit, expects.prints.as_deref(), expects.stderr.as_deref()),
        (2, Some(""), Some("no"))
    );
    assert_eq!(expects.writes.as_ref().map(|writes| writes.len()), Some(0));
}

#[test]
fn mistakes_in_commands_are_told() {
    let told = |line: &str| project(line).problems().join("\n");
    for (line, wanted) in [
        ("stdin = \"x\"", "has what only a command can have"),
        ("command = [\"wc\"]", "starts what is no module of the project"),
        ("command = [\"-m\", \"other\"]", "starts what is no module of the project"),
        ("command = [\"-m\", \"NAME\"]\nequals = \"1\"", "expects a value of a command"),
        ("command = [\"-m\", \"NAME\"]\ncall = \"1\"", "has both a command and a call"),
        ("command = [\"-m\", \"NAME\"]\nfiles = { \"../x\" = \"1\" }", "`../x` is no path"),
        ("command = [\"-m\", \"NAME\"]\nwrites = { \"/x\" = \"1\" }", "`/x` is no path"),
        ("command = [\"-m\", \"NAME\"]\nfiles = { x = 1 }", "expected a text"),
        ("command = \"-m NAME\"", "expected a list of texts"),
        ("command = [\"-m\", \"NAME\"]\nexit = 256", "256"),
    ] {
        assert!(told(line).contains(wanted), "{line}: {}", told(line));
    }
    let fixture = Fixture::new();
    fixture.write("requirements.txt", "attrs==1\n");
    assert!(fixture.problems()[0].contains("requirements.txt is for a project"), "{:?}", fixture.problems());
    let fixture = project("command = [\"-m\", \"NAME\"]");
    fixture.write("requirements.txt", "attrs==1\n");
    assert!(fixture.problems()[0].contains("has no hash"), "{:?}", fixture.problems());
}
