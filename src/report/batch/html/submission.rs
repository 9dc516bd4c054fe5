//! One submission of a candidate: the suggested range, the evidence with what speaks against it, facts and questions.
//!
//! Made from the stored report alone. Must not decide what fits.

use askama::Template;

use super::diff;
use super::files::{Files, NotesOfAll};
use super::ranking::NOT_YET;
use super::source::Note;
use super::tally::{kind_of, outcome_words, tier_name};
use super::text::{Html, Text, code, prose};
use crate::judge::hint::is_asked;
use crate::model::answer::SourceFile;
use crate::model::batch::Standing;
use crate::model::score::{Score, Tier};
use crate::report::json::Report;
use crate::report::json::keys::{AskedKind, CaseOutcome, KindOfEvidence, RuntimeName, StateKind};
use crate::report::json::parts::{
    CasePart, CheckPart, EvidencePart, HintPart, LoadFailurePart, OutputPart, PlacePart,
};

/// Failed checks of a case that are shown; more are counted.
const CHECKS_MAX: usize = 4;
/// Lines of what a failed case printed.
const OUTPUT_LINES_MAX: usize = 6;
/// Lines that a piece of evidence links to.
const LINES_MAX: usize = 4;
/// Characters of a value that its message holds whole.
const SAID_WHOLE: usize = 60;

/// One submission.
#[derive(Debug, Template)]
#[template(path = "html/submission.html")]
pub struct Submission {
    /// How it is introduced.
    pub heading: Heading,
    /// `missing`, `refused`, `ungraded` or `not graded yet` with the reason; [`None`] where it was graded.
    pub told: Option<(&'static str, Text)>,
    /// All about it where it was graded.
    pub graded: Option<Graded>,
}

/// How a submission is introduced.
#[derive(Debug)]
pub struct Heading {
    /// What its names on the page begin with.
    pub prefix: String,
    /// The challenge's title; empty where there is only one.
    pub title: Text,
    /// The level of its first heading.
    pub level: u8,
}

impl Heading {
    /// The level of the headings within it.
    #[must_use]
    pub fn inner(&self) -> u8 {
        if self.title.is_empty() { self.level } else { self.level + 1 }
    }
}

/// A graded submission.
#[derive(Debug)]
pub struct Graded {
    /// The five scores: number, name, and whether the range holds it.
    pub steps: Vec<Step>,
    /// `3`, or `3 to 4`.
    pub suggests: String,
    /// Met and all of each tier.
    pub tallies: Vec<(&'static str, usize, usize)>,
    /// Points earned and possible.
    pub points: (u32, u32),
    /// The one thing that matters most.
    pub say: Html,
    /// Remarks that are no evidence.
    pub notes: Vec<Html>,
    /// Walls that did not stand.
    pub weaker: String,
    /// Misconceptions that fit, each with what is so.
    pub misconceptions: Vec<(Html, Html)>,
    /// Why it does not load.
    pub load_failure: Option<(Html, usize, Option<Elsewhere>)>,
    /// The evidence by tier.
    pub tiers: Vec<TierView>,
    /// What was foretold beside what is printed.
    pub prediction: Html,
    /// What to ask next.
    pub questions: Vec<Question>,
    /// Facts of the kernel about each case.
    pub measured: Vec<Measured>,
    /// Whether some of them are shares of one process.
    pub shared: bool,
    /// What the shown file is called, or how many there are.
    pub file: Text,
    /// Links to the files where there are several.
    pub contents: Html,
    /// The files with notes at their lines; empty where none is known.
    pub source: Html,
    /// Versions and walls.
    pub about: Text,
    /// The command that grades the same again.
    pub again: Text,
}

/// A score of the scale.
#[derive(Debug)]
pub struct Step {
    /// From 1 to 5.
    pub number: u8,
    /// `Maybe`.
    pub name: &'static str,
    /// Whether the range holds it.
    pub is_in: bool,
}

/// The evidence of one tier.
#[derive(Debug)]
pub struct TierView {
    /// `Core`.
    pub name: &'static str,
    /// `needed for 3, Maybe`.
    pub needed: String,
    /// The pieces.
    pub pieces: Vec<Piece>,
}

/// One piece of evidence.
#[derive(Debug)]
pub struct Piece {
    /// `met`, `unmet` or `open`.
    pub state: &'static str,
    /// The mark.
    pub mark: &'static str,
    /// The state in a word, for those who do not see the mark.
    pub word: &'static str,
    /// The line a person reads.
    pub title: Html,
    /// What kind it is: `hidden`, `idiom`.
    pub kind: &'static str,
    /// Lines in words, each with its address; that is empty where the page does not show it.
    pub lines: Vec<(String, String)>,
    /// What was said of it.
    pub message: Html,
    /// A line of another file that an exception came from: its place and its text.
    pub elsewhere: Option<Elsewhere>,
    /// Diffs, each under its label.
    pub diffs: Vec<(Text, Html)>,
    /// How many more checks failed than are shown.
    pub more: usize,
    /// What it printed.
    pub printed: Html,
    /// Words of the candidate that show it.
    pub quote: Text,
}

/// A line that the page does not show.
#[derive(Debug)]
pub struct Elsewhere {
    /// `store.py, line 12`.
    pub place: Text,
    /// The line.
    pub text: Html,
}

impl Elsewhere {
    fn of(place: &PlacePart, files: &Files<'_>) -> Option<Self> {
        let is_hidden = !files.shows(&place.file, place.line) && place.line > 0;
        is_hidden.then(|| Self {
            place: Text::of(&format!("{}, line {}", place.file, place.line)),
            text: code(place.text.trim()),
        })
    }
}

/// A question.
#[derive(Debug)]
pub struct Question {
    /// As it is said aloud.
    pub question: Html,
    /// What a good reply holds.
    pub listen_for: Html,
    /// The evidence that is open and that a reply would settle.
    pub settles: Text,
}

/// Facts about one case.
#[derive(Debug)]
pub struct Measured {
    /// Its title.
    pub title: Html,
    /// How it came out.
    pub outcome: &'static str,
    /// Points earned and possible.
    pub points: (u32, u32),
    /// Milliseconds on the wall.
    pub wall: String,
    /// Milliseconds of the processor.
    pub cpu: String,
    /// MiB at most.
    pub memory: String,
}

impl Submission {
    /// What was not graded, or could not be read.
    #[must_use]
    pub fn untold(heading: Heading, standing: &Standing) -> Self {
        let told = match standing {
            Standing::Missing => ("missing", Text::of("Nothing was handed in.")),
            Standing::Waiting => (NOT_YET, Text::of("The batch has not come to it.")),
            Standing::Refused { because } => ("refused", Text::of(because)),
            Standing::Ungraded { because, .. } => ("ungraded", Text::of(because)),
            Standing::Graded { .. } => {
                ("ungraded", Text::of("The stored report cannot be read by this viva."))
            }
        };
        Self { heading, told: Some(told), graded: None }
    }

    /// A submission with its report.
    #[must_use]
    pub fn of(heading: Heading, standing: &Standing, report: &Report, files: &[SourceFile]) -> Self {
        match Graded::of(&heading, report, files) {
            Some(graded) => Self { heading, told: None, graded: Some(graded) },
            None => Self::untold(heading, standing),
        }
    }
}

impl Graded {
    fn of(heading: &Heading, report: &Report, files: &[SourceFile]) -> Option<Self> {
        let hint = report.hint.as_ref()?;
        let files = &Files::of(&heading.prefix, files);
        let counted: Vec<&EvidencePart> = report
            .evidence
            .iter()
            .filter(|piece| is_asked(kind_of(piece.kind), report.asked.into()))
            .collect();
        let suggests = if hint.floor == hint.ceiling {
            hint.floor.to_string()
        } else {
            format!("{} to {}", hint.floor, hint.ceiling)
        };
        // A misconception's text begins with what would be said, and stands right below it.
        let is_told_below = hint.misconceptions.iter().any(|named| named.text.starts_with(&hint.say));
        let step = |score: Score| Step {
            number: score.number(),
            name: score.name(),
            is_in: (hint.floor..=hint.ceiling).contains(&score.number()),
        };
        Some(Self {
            steps: Score::ALL.into_iter().map(step).collect(),
            suggests,
            tallies: tallies(&counted),
            points: (report.points.earned, report.points.possible),
            say: if is_told_below { Html::default() } else { prose(&said(hint)) },
            notes: report.notes.iter().map(|note| prose(note)).collect(),
            weaker: weaker(report),
            misconceptions: hint
                .misconceptions
                .iter()
                .map(|named| (prose(&named.title), prose(&named.text)))
                .collect(),
            load_failure: report.load_failure.as_ref().map(|failure| {
                let elsewhere = failure.place.as_ref().and_then(|place| Elsewhere::of(place, files));
                (prose(&failure.message), report.cases.len(), elsewhere)
            }),
            tiers: tiers(report, &counted, files),
            prediction: prediction(report, &counted),
            questions: questions(report),
            measured: report.cases.iter().map(Measured::of).collect(),
            shared: report.cases.iter().any(|case| case.measured.shared),
            file: Text::of(&files.title()),
            contents: files.contents(),
            source: files.drawn(&notes(report, &counted, files), heading.inner() + 1),
            about: Text::of(&about(report)),
            again: Text::of(&again(report)),
        })
    }
}

/// The one thing that matters most, or that nothing is missing.
#[must_use]
pub fn said(hint: &HintPart) -> String {
    match (hint.say.as_str(), hint.missing.is_empty()) {
        ("", true) => "Everything that was asked for holds.".to_owned(),
        (said, _) => said.to_owned(),
    }
}

fn tallies(counted: &[&EvidencePart]) -> Vec<(&'static str, usize, usize)> {
    let of = |tier: Tier, met: bool| {
        counted.iter().filter(|piece| piece.earns == tier && (!met || piece.state == StateKind::Met)).count()
    };
    let all = Tier::ALL.into_iter().map(|tier| (tier_name(tier), of(tier, true), of(tier, false)));
    all.filter(|(_, _, count)| *count > 0).collect()
}

fn weaker(report: &Report) -> String {
    let missing = report.isolation.walls.iter().filter(|wall| wall.required && !wall.in_force);
    missing.map(|wall| crate::judge::escape::clean(&wall.name)).collect::<Vec<_>>().join(", ")
}

fn tiers(report: &Report, counted: &[&EvidencePart], files: &Files<'_>) -> Vec<TierView> {
    // When the answer did not load its cases were not run, and there is no shape of it to speak of.
    let loaded = report.load_failure.is_none();
    let is_told = |piece: &EvidencePart| {
        loaded || matches!(piece.kind, KindOfEvidence::Concept | KindOfEvidence::Prediction)
    };
    let of_tier = |tier: Tier| TierView {
        name: tier_name(tier),
        needed: format!("needed for {}, {}", tier.score().number(), tier.score().name()),
        pieces: counted
            .iter()
            .filter(|piece| piece.earns == tier && is_told(piece))
            .map(|piece| Piece::of(report, piece, files))
            .collect(),
    };
    Tier::ALL.into_iter().map(of_tier).filter(|tier| !tier.pieces.is_empty()).collect()
}

impl Piece {
    fn of(report: &Report, piece: &EvidencePart, files: &Files<'_>) -> Self {
        let (state, mark, word) = match piece.state {
            StateKind::Met => ("met", "✓", "Met: "),
            StateKind::Unmet => ("unmet", "✗", "Not met: "),
            StateKind::Unheard => ("open", "·", "Open: "),
        };
        let case = report.cases.iter().find(|case| piece.kind == KindOfEvidence::Case && case.id == piece.id);
        let failed = case.filter(|case| case.outcome != CaseOutcome::Met);
        let lines = places(piece, files.main()).take(LINES_MAX);
        let lines = lines.map(|(file, line)| (files.words(file, line), files.address(file, line)));
        let (diffs, more) = failed.map(diffs).unwrap_or_default();
        // What a case missed is its message already.
        let quote = piece.quote.as_deref().filter(|_| case.is_none());
        Self {
            state,
            mark,
            word,
            title: prose(&piece.title),
            kind: match piece.kind {
                KindOfEvidence::Case if case.is_some_and(|case| !case.visible) => "hidden",
                KindOfEvidence::Case => "",
                KindOfEvidence::Idiom => "idiom",
                KindOfEvidence::Concept if piece.state == StateKind::Unheard => "not heard yet",
                KindOfEvidence::Concept => "said",
                KindOfEvidence::Prediction if piece.state == StateKind::Unheard => "not foretold yet",
                KindOfEvidence::Prediction => "prediction",
            },
            lines: lines.collect(),
            message: failed.map(|case| code(&case.message)).unwrap_or_default(),
            elsewhere: failed
                .and_then(|case| case.place.as_ref())
                .and_then(|place| Elsewhere::of(place, files)),
            diffs,
            more,
            printed: failed.map(|case| printed(&case.stdout)).unwrap_or_default(),
            quote: Text::of(quote.unwrap_or_default()),
        }
    }
}

/// The lines that show a piece of evidence: those of the main file, then those of the others.
fn places<'a>(piece: &'a EvidencePart, main: &'a str) -> impl Iterator<Item = (&'a str, u32)> {
    let own = piece.lines.iter().map(move |line| (main, *line));
    own.chain(piece.elsewhere.iter().map(|place| (place.file.as_str(), place.line)))
}

/// The diffs of the failed checks that say more than the message does, and how many more there are.
fn diffs(case: &CasePart) -> (Vec<(Text, Html)>, usize) {
    let failed: Vec<&CheckPart> = case.checks.iter().filter(|check| !check.holds).collect();
    let says_all = |check: &CheckPart| {
        let short = |text: &str| text.chars().count() <= SAID_WHOLE;
        failed.len() == 1 && short(&check.expected) && short(&check.seen)
    };
    let shown = failed
        .iter()
        .take(CHECKS_MAX)
        .filter(|check| !says_all(check))
        .map(|check| (Text::of(&check.label), diff::of(&check.expected, saw(check), ["expected", "saw"])))
        .collect();
    (shown, failed.len().saturating_sub(CHECKS_MAX))
}

/// What a check saw; an exception that was not raised is said as in the message.
fn saw(check: &CheckPart) -> &str {
    if check.check == "raises" && check.seen == "None" { "nothing raised" } else { &check.seen }
}

fn printed(output: &OutputPart) -> Html {
    if output.text.is_empty() {
        return Html::default();
    }
    let lines: Vec<&str> = output.text.lines().collect();
    let mut shown = lines.iter().take(OUTPUT_LINES_MAX).copied().collect::<Vec<_>>().join("\n");
    if lines.len() > OUTPUT_LINES_MAX || output.cut {
        shown.push_str(&format!("\n... {} bytes in all", output.bytes));
    }
    let mut out = String::new();
    for (at, line) in shown.lines().enumerate() {
        out.push_str(if at > 0 { "\n" } else { "" });
        super::text::push_code(&mut out, &crate::judge::escape::shorten(line, 200));
    }
    Html::trusted(out)
}

fn prediction(report: &Report, counted: &[&EvidencePart]) -> Html {
    let is_wrong = counted
        .iter()
        .any(|piece| piece.kind == KindOfEvidence::Prediction && piece.state == StateKind::Unmet);
    match &report.prediction {
        Some(prediction) if is_wrong => {
            let foretold = prediction.foretold.as_deref().unwrap_or_default();
            diff::of(&prediction.printed, foretold, ["prints", "foretold"])
        }
        _ => Html::default(),
    }
}

fn questions(report: &Report) -> Vec<Question> {
    let open = |id: &String| {
        let piece = report.evidence.iter().find(|piece| &piece.id == id);
        piece.filter(|piece| piece.state == StateKind::Unheard).map(|piece| piece.title.as_str())
    };
    let of_hint = report.hint.iter().flat_map(|hint| &hint.questions);
    of_hint
        .map(|question| Question {
            question: prose(&question.question),
            listen_for: prose(&question.listen_for),
            settles: Text::of(&question.closes.iter().filter_map(open).collect::<Vec<_>>().join("; ")),
        })
        .collect()
}

impl Measured {
    fn of(case: &CasePart) -> Self {
        let earned = if case.outcome == CaseOutcome::Met { case.points } else { 0 };
        // KiB of a bounded run are far below 2^53.
        let mebibytes = case.measured.memory_kib as f64 / 1024.0;
        // Of a process that cases shared only a share can be told.
        let share = if case.measured.shared { "≈" } else { "" };
        Self {
            title: prose(&case.title),
            outcome: outcome_words(case.outcome),
            points: (earned, case.points),
            wall: format!("{share}{:.1}", case.measured.wall_ms),
            cpu: format!("{share}{:.1}", case.measured.cpu_ms),
            memory: format!("{share}{mebibytes:.1}"),
        }
    }
}

/// What is said at the lines of each file.
fn notes(report: &Report, counted: &[&EvidencePart], files: &Files<'_>) -> NotesOfAll {
    let mut notes = NotesOfAll::new();
    let mut say = |(file, line): (&str, u32), state: &'static str, said: Html, column: u32| {
        if let Some(place) = files.place(file) {
            notes.entry(place).or_default().entry(line).or_default().push(Note { state, said, column });
        }
    };
    if let Some(LoadFailurePart { message, place: Some(place), .. }) = &report.load_failure {
        say((&place.file, place.line), "unmet", prose(message), place.column);
    }
    let loaded = report.load_failure.is_none();
    for piece in counted.iter().filter(|piece| piece.kind == KindOfEvidence::Idiom && loaded) {
        let state = match piece.state {
            StateKind::Met => "met",
            StateKind::Unmet => "unmet",
            StateKind::Unheard => "open",
        };
        let mut first = String::new();
        for (file, line) in places(piece, files.main()).take(LINES_MAX) {
            let said = if first.is_empty() { prose(&piece.title) } else { code(&format!("as at {first}")) };
            say((file, line), state, said, 0);
            first = if first.is_empty() { files.words(file, line) } else { first };
        }
    }
    for case in report.cases.iter().filter(|case| case.outcome != CaseOutcome::Met) {
        if let Some(place) = &case.place {
            let said = format!("{}: {}", prose(&case.title), code(&case.message));
            say((&place.file, place.line), "unmet", Html::trusted(said), 0);
        }
    }
    notes
}

fn about(report: &Report) -> String {
    let runtime = match report.runtime.kind {
        RuntimeName::Warm => "warm",
        RuntimeName::Cold => "cold, recorded by Python, which claims less than a warm run",
    };
    let walls = &report.isolation.walls;
    let standing = walls.iter().filter(|wall| wall.in_force).count();
    let first = |hash: &str| hash.chars().take(8).collect::<String>();
    format!(
        "viva {} · Python {}, {runtime} · {standing} of {} walls stood · challenge {} · answer {}",
        report.viva.version,
        report.runtime.python,
        walls.len(),
        first(&report.challenge.revision),
        first(&report.answer.sha256)
    )
}

fn again(report: &Report) -> String {
    let asked = if report.asked == AskedKind::Code { " --asked code" } else { "" };
    let runtime = if report.runtime.kind == RuntimeName::Cold { " --runtime cold" } else { "" };
    format!("viva grade {} ANSWER --seed {}{asked}{runtime}", report.challenge.id, report.seed)
}
