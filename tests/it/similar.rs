//! How much independent answers share and what disguises leave of a copy, measured over the whole bank.
//!
//! docs/similarity.csv is what this measures; a test says when it no longer is, and how to write it anew.

mod disguises;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;

use vivavoce::bank::Bank;
use vivavoce::source::similarity::find::Finder;
use vivavoce::source::similarity::ground::{Figures, Ground, Independent, LONG, OWN_MIN};
use vivavoce::source::similarity::many::Readers;
use vivavoce::source::similarity::{Prints, Unread};

/// Pairs of right golden answers that share enough to stand out, each with what is known of it. There may be no other.
const ALIKE: &[(&str, &str, &str, &str)] = &[
    ("choose-concurrency", "executors", "explained", "the same code; the one has no explanation"),
    (
        "parallel-fetch",
        "explained",
        "shared_pools",
        "one is made of the other: the same lines with another pool",
    ),
    ("reference-cycle", "explained", "weak_parent", "the same code; the one has no explanation"),
];

/// A golden answer.
struct Answer {
    name: String,
    source: String,
    is_right: bool,
    prints: Prints,
}

/// A challenge with its golden answers.
struct Measured {
    id: String,
    starter: Prints,
    answers: Vec<Answer>,
}

impl Measured {
    /// What does not count, when some of the answers are not known.
    fn ground(&self, without: Option<usize>) -> Ground {
        let known =
            self.answers.iter().enumerate().filter(|(place, it)| it.is_right && Some(*place) != without);
        Ground::of(&self.starter, &known.map(|(_, answer)| answer.prints.clone()).collect::<Vec<_>>())
    }

    fn right(&self) -> Vec<&Answer> {
        self.answers.iter().filter(|answer| answer.is_right).collect()
    }
}

fn read(sources: Vec<Vec<String>>) -> Vec<Result<Prints, Unread>> {
    let mut readers = Readers::start(2).expect("threads");
    sources.into_iter().for_each(|files| readers.give(files));
    readers.finish()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn bank() -> &'static [Measured] {
    static ONCE: OnceLock<Vec<Measured>> = OnceLock::new();
    ONCE.get_or_init(|| {
        let bank = Bank::from_dir(&root().join("challenges")).expect("the bank can be opened");
        bank.ids().iter().map(|id| measured(&bank, id.as_str())).collect()
    })
}

fn measured(bank: &Bank, id: &str) -> Measured {
    let challenge = bank.get(id).unwrap_or_else(|error| panic!("{id}: {error}"));
    let goldens = bank.goldens(id).unwrap_or_else(|error| panic!("{id}: {error}"));
    let python = |golden: &vivavoce::model::challenge::Golden| -> Vec<String> {
        let files = golden.answer.files.iter().filter(|file| file.path.ends_with(".py"));
        files.map(|file| file.text.clone()).collect()
    };
    let mut sources = vec![vec![challenge.starter.clone()]];
    sources.extend(goldens.iter().map(python));
    let mut prints = read(sources).into_iter().map(|read| read.expect("golden answers are within bounds"));
    let starter = prints.next().expect("the starter");
    let answers = goldens
        .iter()
        .zip(prints)
        .map(|(golden, prints)| Answer {
            name: golden.name.clone(),
            source: python(golden).join("\n"),
            is_right: golden.ceiling.number() >= 4,
            prints,
        })
        .collect();
    Measured { id: id.to_owned(), starter, answers }
}

/// One row of the table: what the pairs of one challenge, of one length or of all share.
fn row(what: &str, pairs: &[Independent]) -> String {
    let figures = Figures::of(pairs);
    let percent = |share: f64| format!("{:.0}", share * 100.0);
    let bound =
        if figures.pairs == 0 { String::new() } else { format!("{:.1}", figures.above_percent_max()) };
    [
        what.to_owned(),
        figures.pairs.to_string(),
        figures.too_short.to_string(),
        percent(figures.median),
        percent(figures.tenth),
        percent(figures.highest_below),
        figures.above.to_string(),
        bound,
    ]
    .join(",")
}

/// What is left of copies: every right answer that is long enough, hidden in each way.
fn hidden() -> &'static BTreeMap<&'static str, Vec<Independent>> {
    static ONCE: OnceLock<BTreeMap<&'static str, Vec<Independent>>> = OnceLock::new();
    ONCE.get_or_init(|| {
        let mut shares: BTreeMap<&'static str, Vec<Independent>> = BTreeMap::new();
        for challenge in bank() {
            for (place, answer) in challenge.answers.iter().enumerate().filter(|(_, answer)| answer.is_right)
            {
                let ground = challenge.ground(Some(place));
                if ground.compare(&answer.prints, &answer.prints).is_telling() {
                    hide(&ground, answer, &mut shares);
                }
            }
        }
        shares
    })
}

fn hide(ground: &Ground, answer: &Answer, shares: &mut BTreeMap<&'static str, Vec<Independent>>) {
    let changed: Vec<(&str, String)> = disguises::ALL
        .iter()
        .map(|(name, disguise)| (*name, disguise(&answer.source)))
        .filter(|(_, hidden)| *hidden != answer.source)
        .collect();
    let prints = read(changed.iter().map(|(_, hidden)| vec![hidden.clone()]).collect());
    for ((name, _), prints) in changed.iter().zip(prints) {
        let prints = prints.expect("a disguise is as long as the answer");
        shares.entry(name).or_default().push(ground.compare(&answer.prints, &prints));
    }
}

fn table() -> String {
    let mut out = String::from(
        "what,pairs,too short,median %,one in ten %,highest below the line %,above the line,95 % bound of above %\n",
    );
    let mut all: Vec<Independent> = Vec::new();
    for challenge in bank() {
        let pairs = challenge.ground(None).independent;
        out.push_str(&format!("{}\n", row(&challenge.id, &pairs)));
        all.extend(pairs);
    }
    for (from, to) in [(OWN_MIN, 24), (24, LONG), (LONG, 48), (48, u32::MAX)] {
        let of: Vec<Independent> =
            all.iter().filter(|pair| (from..to).contains(&pair.smaller)).copied().collect();
        let name = if to == u32::MAX {
            format!("{from} or more fingerprints")
        } else {
            format!("{from} to {} fingerprints", to - 1)
        };
        out.push_str(&format!("{}\n", row(&name, &of)));
    }
    out.push_str(&format!("{}\n", row("the whole bank", &all)));
    out.push_str("\ncopy hidden by,copies,found,found %,one in twenty shares at most %,median %\n");
    for (name, copies) in hidden() {
        let mut shares: Vec<f64> = copies.iter().map(Independent::share).collect();
        shares.sort_by(f64::total_cmp);
        let found = copies.iter().filter(|copy| copy.stands_out()).count();
        out.push_str(&format!(
            "{name},{},{found},{:.1},{:.0},{:.0}\n",
            shares.len(),
            100.0 * found as f64 / shares.len() as f64,
            100.0 * shares[shares.len() / 20],
            100.0 * shares[shares.len() / 2]
        ));
    }
    out
}

#[test]
fn the_calibration_is_what_the_bank_says() {
    let path = root().join("docs/similarity.csv");
    let measured = table();
    if std::env::var_os("VIVA_CALIBRATE").is_some() {
        std::fs::write(&path, &measured).expect("the table can be written");
    }
    let command = "VIVA_CALIBRATE=1 cargo test --test it similar::the_calibration";
    let stored = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        stored == measured,
        "docs/similarity.csv is not what is measured; look at what changed and run\n  {command}\n{measured}"
    );
}

/// Right answers that were written independently do not stand out, but for those that are told here.
#[test]
fn independent_right_answers_do_not_stand_out() {
    let mut alike = Vec::new();
    for challenge in bank() {
        let right = challenge.right();
        for pair in challenge.ground(None).independent {
            if pair.stands_out() {
                let (one, other) = (&right[pair.pair.0].name, &right[pair.pair.1].name);
                alike.push((challenge.id.clone(), one.clone(), other.clone()));
            }
        }
    }
    let known: Vec<_> = ALIKE
        .iter()
        .map(|(id, one, other, _)| ((*id).to_owned(), (*one).to_owned(), (*other).to_owned()))
        .collect();
    assert_eq!(alike, known);
}

/// All golden answers of a challenge as one batch, wrong ones too, which authors do make by changing a line of another.
#[test]
fn few_of_all_golden_answers_stand_out() {
    let (mut pairs, mut found) = (0, Vec::new());
    for challenge in bank() {
        let ground = challenge.ground(None);
        let mut finder = Finder::new(ground);
        challenge.answers.iter().for_each(|answer| finder.add(Ok(answer.prints.clone())));
        let answers = challenge.answers.len();
        pairs += answers * (answers - 1) / 2;
        let name = |place: usize| challenge.answers[place].name.as_str();
        let told = finder.find();
        found.extend(told.pairs.iter().map(|pair| {
            format!("{}: {} and {}, {:.2}", challenge.id, name(pair.one), name(pair.other), pair.share())
        }));
    }
    assert!(found.len() * 200 <= pairs, "{} of {pairs}:\n{}", found.len(), found.join("\n"));
}

/// Each way of hiding a copy that changes nothing but names, order, comments, types or form leaves it found.
#[test]
fn a_hidden_copy_is_found() {
    for (name, shares) in hidden() {
        let found = shares.iter().filter(|copy| copy.stands_out()).count();
        // The last two go beyond what can be undone by reading.
        let least = if ["idle calls", "all of them"].contains(name) { 0.6 } else { 0.95 };
        let part = found as f64 / shares.len() as f64;
        assert!(part >= least, "{name}: {found} of {} are found", shares.len());
    }
}

/// Handing in the starter, or nearly that, tells nothing.
#[test]
fn the_starter_is_too_short_to_tell() {
    for challenge in bank() {
        let mut finder = Finder::new(challenge.ground(None));
        (0..3).for_each(|_| finder.add(Ok(challenge.starter.clone())));
        let found = finder.find();
        assert!(found.pairs.is_empty(), "{}", challenge.id);
    }
}

fn viva() -> Command {
    let mut viva = Command::new(env!("CARGO_BIN_EXE_viva"));
    viva.env_remove("VIVA_BANK").env("COLUMNS", "80").current_dir(root());
    viva
}

/// A folder of submissions: right answers to one challenge, one of them twice in disguise.
fn submissions() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a scratch folder");
    let challenge = bank().iter().find(|challenge| challenge.id == "lru-cache").expect("it is in the bank");
    for answer in challenge.right() {
        std::fs::write(folder.path().join(format!("{}.py", answer.name)), &answer.source).expect("written");
    }
    let copied =
        challenge.answers.iter().find(|answer| answer.name == "timestamps").expect("a golden answer");
    std::fs::write(folder.path().join("zoe.py"), disguises::renamed(&copied.source)).expect("written");
    folder
}

fn printed(arguments: &[&str]) -> String {
    let output = viva().args(arguments).output().expect("viva runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn a_folder_is_compared_and_shown_in_every_form() {
    let folder = submissions();
    let place = folder.path().to_str().expect("UTF-8");
    let picture = folder.path().join("who.svg");
    let json = printed(&[
        "similar",
        "lru-cache",
        place,
        "--format",
        "json",
        "--svg",
        picture.to_str().expect("UTF-8"),
    ]);
    let report: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let schema: serde_json::Value = serde_json::from_str(&printed(&["schema", "similar"])).expect("JSON");
    assert!(jsonschema::is_valid(&schema, &report), "{json}");
    let pair = &report["challenges"][0]["pairs"][0];
    assert_eq!((pair["one"].as_str(), pair["other"].as_str()), (Some("timestamps"), Some("zoe")), "{json}");
    assert_eq!(pair["percent"], 100);
    assert_eq!(report["challenges"][0]["pairs"].as_array().map(Vec::len), Some(1), "{json}");

    let svg = std::fs::read_to_string(&picture).expect("the picture was written");
    assert!(svg.starts_with("<svg ") && svg.contains("zoe"), "{svg}");
    let page = printed(&["similar", "lru-cache", place]);
    assert!(page.contains("timestamps and zoe") && page.contains("no verdict"), "{page}");
    let html = printed(&["similar", "lru-cache", place, "--format", "html"]);
    assert!(html.contains("<svg ") && !html.contains("<script"), "{html}");
    let side = printed(&["similar", "lru-cache", place, "--pair", "timestamps", "zoe"]);
    assert!(side.contains("other_capacity_x") && side.contains("~"), "{side}");
    assert!(side.lines().all(|line| line.chars().count() <= 80), "{side}");
}

#[test]
fn what_cannot_be_compared_says_why() {
    let folder = tempfile::tempdir().expect("a scratch folder");
    let place = folder.path().to_str().expect("UTF-8");
    let failed = |arguments: &[&str]| {
        let output = viva().args(arguments).output().expect("viva runs");
        assert!(!output.status.success());
        String::from_utf8_lossy(&output.stderr).into_owned()
    };
    assert!(failed(&["similar", "--out", place]).contains("viva batch"));
    assert!(failed(&["similar", "lru-cache", place]).contains("holds nothing"));
    std::fs::write(folder.path().join("ada.py"), "x = 1\n").expect("written");
    assert!(failed(&["similar", "lru-cache", place, "--pair", "ada", "bob"]).contains("did not both answer"));
}
