//! The answers that are graded, and the same as a program for those who know no challenges.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use vivavoce::bank::Bank;
use vivavoce::engine::Request;
use vivavoce::model::challenge::{CaseSpec, Challenge, Harness, How};
use vivavoce::model::evidence::Asked;
use vivavoce::model::id::EvidenceId;
use vivavoce::model::limits::Limits;
use vivavoce::source::intake::{self, Sources};

/// One answer with what is asked of it.
pub struct Job {
    /// Its folder's name.
    pub name: String,
    /// How many cases it has.
    pub cases: usize,
    folder: PathBuf,
}

impl Job {
    /// One of the folders under `benches/jobs`.
    pub fn load(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/jobs").join(name);
        let mut job = Self { name: name.to_owned(), cases: 0, folder };
        job.cases = job.text("cases.py").matches("\ndef case_").count();
        job
    }

    fn text(&self, file: &str) -> String {
        let path = self.folder.join(file);
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    /// What viva is asked: the challenge of a cache with this job's cases in the place of its own.
    pub fn request(&self) -> Request {
        let bank = Bank::embedded();
        let model = bank.get("lru-cache").expect("built in");
        let spec = |number: usize| CaseSpec {
            id: EvidenceId::new(format!("case_{number}")).expect("an id"),
            how: How::Driven,
            ..model.cases[0].clone()
        };
        let challenge = Challenge {
            cases: (0..self.cases).map(spec).collect(),
            limits: Limits { memory_mib_max: 512, ..Limits::default() },
            harness: self.harness(),
            revision: self.name.clone(),
            prediction: None,
            ..(*model).clone()
        };
        let sources = Sources { answer: Some(self.folder.join("answer.py")), ..Sources::default() };
        let handed = intake::read(&sources, &mut std::io::empty()).expect("the answer is read");
        Request { challenge: Arc::new(challenge), handed, seed: 1, asked: Asked::Code }
    }

    fn harness(&self) -> Harness {
        let mut driver = "import inputs\nfrom viva.driver import case\n".to_owned();
        let expected = self.text("expected.json");
        let mut oracle =
            format!("import json\nfrom viva.oracle import case\nEXPECTED = json.loads({expected:?})\n");
        for number in 0..self.cases {
            driver += &format!(
                "\n@case\ndef case_{number}(answer, see, rng):\n    see.result = inputs.case_{number}(answer)\n"
            );
            oracle += &format!(
                "\n@case\ndef case_{number}(seen, expect, rng):\n    expect(seen.result).equals(EXPECTED[{number}])\n"
            );
        }
        Harness { driver, oracle, inputs: self.text("cases.py") }
    }

    /// Writes the same as a bank on disk.
    pub fn write_bank(&self, bank: &Path) {
        let mut manifest = "title = \"Job\"\nlevel = \"beginner\"\nkind = \"write\"\ncategory = \"Data structures and algorithms\"\n\
             tags = [\"speed\"]\nminutes = 5\n\n[limits]\nmemory_mib_max = 512\n\n[[entry]]\nname = \"answer\"\nsignature = \"answer()\"\n"
            .to_owned();
        for number in 0..self.cases {
            // Every score needs something of its own.
            let earns = match self.cases - number {
                1 => "strong_yes",
                2 => "yes",
                _ => "maybe",
            };
            manifest += &format!(
                "\n[[case]]\nid = \"case_{number}\"\ntitle = \"Case {number}\"\nearns = \"{earns}\"\n"
            );
        }
        manifest += "\n[rubric]\nmaybe = \"Some.\"\nyes = \"Most.\"\nstrong_yes = \"All.\"\n\n[[follow_up]]\nquestion = \"Why?\"\nlisten_for = \"A reason.\"\ncloses = [\"case_0\"]\n\n\
             [[misconception]]\nid = \"one\"\ntitle = \"one\"\ntext = \"None.\"\nunmet = [\"case_0\"]\n\n[[misconception]]\nid = \"other\"\ntitle = \"other\"\ntext = \"None.\"\nunmet = [\"case_0\"]\n";
        let harness = self.harness();
        let answer = self.text("answer.py");
        let files = [
            ("challenge.toml", manifest.as_str()),
            ("driver.py", harness.driver.as_str()),
            ("oracle.py", harness.oracle.as_str()),
            ("inputs.py", harness.inputs.as_str()),
            ("prompt.md", "A job.\n"),
            ("starter.py", "\"\"\"Start here.\"\"\"\n"),
            ("answers/right.py", answer.as_str()),
        ];
        for (name, text) in files {
            let path = bank.join("job").join(name);
            fs::create_dir_all(path.parent().expect("a file in a folder")).expect("a new folder");
            fs::write(path, text).expect("a new file");
        }
    }

    /// One Python program that does all of it in one process and asserts every result.
    pub fn program(&self) -> String {
        let (cases, expected) = (self.text("cases.py"), self.text("expected.json"));
        let answer = self.text("answer.py");
        format!(
            "{answer}\n\n{cases}\n\nimport json\nfrom types import SimpleNamespace\nEXPECTED = json.loads({expected:?})\n\
             ANSWER = SimpleNamespace(**globals())\n\
             def check(number):\n    assert globals()[f'case_{{number}}'](ANSWER) == EXPECTED[number], number\n    return True\n"
        )
    }

    /// The same, which runs every case.
    pub fn script(&self) -> String {
        format!("{}\nfor number in range({}):\n    check(number)\n", self.program(), self.cases)
    }

    /// The same, which runs the one case that its argument names.
    pub fn script_of_one(&self) -> String {
        format!("{}\nimport sys\ncheck(int(sys.argv[1]))\n", self.program())
    }

    /// The same as tests for unittest and pytest.
    pub fn tests(&self) -> String {
        let test = |number| format!("    def test_{number}(self):\n        check({number})\n");
        let tests: String = (0..self.cases).map(test).collect();
        format!("{}\nimport unittest\nclass Tests(unittest.TestCase):\n{tests}", self.program())
    }
}
