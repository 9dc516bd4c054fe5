//! The parts of `viva.report/1`.
//!
//! Each part knows how it is made from the model and nothing else.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::keys::{CaseOutcome, KindOfEvidence, Recorder, RuntimeName, StateKind};
use crate::judge::escape::{bytes_as_text, clean, shorten};
use crate::judge::message;
use crate::judge::show::repr;
use crate::model::challenge::{Challenge, Kind, Level};
use crate::model::check::{Check, Expectation};
use crate::model::evidence::{Evidence, Hint};
use crate::model::grade::{CaseResult, Grade, Interpreter, LoadFailure, Prediction, RuntimeKind};
use crate::model::isolation::Isolation;
use crate::model::observation::{Captured, Measured, Place};
use crate::model::score::{Score, Tier};

/// Characters of a value in a check.
const VALUE_WIDTH: usize = 400;
/// Characters of one message, title or quote.
const TEXT_WIDTH: usize = 2_000;
/// Characters kept of standard output and standard error, each.
const OUTPUT_WIDTH: usize = 4_000;

/// This program, by its version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Tool {
    /// Its version.
    pub version: String,
}

impl Tool {
    /// This program.
    #[must_use]
    pub fn this() -> Self {
        Self { version: env!("CARGO_PKG_VERSION").to_owned() }
    }
}

/// Something known by its hash.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Sha256 {
    /// SHA-256 in hexadecimal.
    pub sha256: String,
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AnswerPart {
    /// SHA-256 in hexadecimal over all of it as it was handed in.
    pub sha256: String,
    /// The paths of its files; lines of evidence count in the first.
    #[serde(default)]
    pub files: Vec<String>,
}

impl AnswerPart {
    pub(super) fn of(grade: &Grade) -> Self {
        let files = grade.files.iter().map(|file| text(&file.path)).collect();
        Self { sha256: grade.answer_sha256.clone(), files }
    }
}

/// A line of one of an answer's files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct LinePart {
    /// File relative to the answer's folder.
    pub file: String,
    /// Line, from 1.
    pub line: u32,
}

impl LinePart {
    /// The parts of lines in several files.
    #[must_use]
    pub fn all(lines: &[(String, u32)]) -> Vec<Self> {
        lines.iter().map(|(file, line)| Self { file: text(file), line: *line }).collect()
    }
}

/// A challenge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ChallengePart {
    /// Its name.
    pub id: String,
    /// SHA-256 in hexadecimal over everything a hint depends on.
    pub revision: String,
    /// Its title.
    pub title: String,
    /// Its level.
    pub level: Level,
    /// Its kind.
    pub kind: Kind,
}

impl ChallengePart {
    pub(super) fn of(challenge: &Challenge) -> Self {
        Self {
            id: challenge.id.to_string(),
            revision: challenge.revision.clone(),
            title: clean(&challenge.title),
            level: challenge.level,
            kind: challenge.kind,
        }
    }
}

/// Points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Points {
    /// Earned.
    pub earned: u32,
    /// Possible.
    pub possible: u32,
}

/// A suggested range of scores. People decide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct HintPart {
    /// The score with unheard evidence counted as unmet, 1 to 5.
    #[schemars(range(min = 1, max = 5))]
    pub floor: u8,
    /// The score with unheard evidence counted as met, 1 to 5.
    #[schemars(range(min = 1, max = 5))]
    pub ceiling: u8,
    /// The floor's name: `Maybe`.
    pub floor_name: String,
    /// The ceiling's name.
    pub ceiling_name: String,
    /// The one thing that matters most, as an interviewer could say it aloud; empty where nothing is missing.
    #[serde(default)]
    pub say: String,
    /// Why, in sentences.
    pub reasons: Vec<String>,
    /// The evidence that the next score needs and that is not met.
    pub missing: Vec<MissingPart>,
    /// Misconceptions that fit the misses, the most specific first.
    pub misconceptions: Vec<MisconceptionPart>,
    /// What to ask next, in order.
    pub questions: Vec<QuestionPart>,
}

impl HintPart {
    pub(super) fn of(hint: &Hint, grade: &Grade) -> Self {
        let missing =
            hint.missing.iter().filter_map(|id| grade.evidence.iter().find(|piece| &piece.id == id));
        let name = |score: Score| score.name().to_owned();
        Self {
            floor: hint.floor.number(),
            ceiling: hint.ceiling.number(),
            floor_name: name(hint.floor),
            ceiling_name: name(hint.ceiling),
            say: text(&hint.say),
            reasons: hint.reasons.iter().map(|reason| text(reason)).collect(),
            missing: missing
                .map(|piece| MissingPart {
                    id: piece.id.to_string(),
                    title: text(&piece.title),
                    earns: piece.earns,
                    state: piece.state.into(),
                })
                .collect(),
            misconceptions: hint
                .misconceptions
                .iter()
                .map(|named| MisconceptionPart {
                    id: named.id.to_string(),
                    title: text(&named.title),
                    text: text(&named.text),
                })
                .collect(),
            questions: hint
                .questions
                .iter()
                .map(|question| QuestionPart {
                    question: text(&question.question),
                    listen_for: text(&question.listen_for),
                    closes: question.closes.iter().map(ToString::to_string).collect(),
                })
                .collect(),
        }
    }
}

/// Evidence that the next score needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MissingPart {
    /// Its name.
    pub id: String,
    /// The line a person reads.
    pub title: String,
    /// The score it is needed for.
    pub earns: Tier,
    /// `unmet`, or `unheard`: nobody has asked yet.
    pub state: StateKind,
}

/// A misconception.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MisconceptionPart {
    /// Its name.
    pub id: String,
    /// The name a person reads.
    pub title: String,
    /// What the candidate seems to believe, and what is so.
    pub text: String,
}

/// A question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct QuestionPart {
    /// As it is said aloud.
    pub question: String,
    /// What a good reply holds.
    pub listen_for: String,
    /// The evidence that a reply would speak to.
    pub closes: Vec<String>,
}

/// One case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CasePart {
    /// Its name.
    pub id: String,
    /// The line a person reads.
    pub title: String,
    /// The score it is needed for.
    pub earns: Tier,
    /// Points it is worth.
    pub points: u32,
    /// Whether the candidate may see all of it.
    pub visible: bool,
    /// How it came out; only `met` earns.
    pub outcome: CaseOutcome,
    /// Facts of the kernel.
    pub measured: MeasuredPart,
    /// One sentence; empty for a met case.
    pub message: String,
    /// What was expected and seen.
    pub checks: Vec<CheckPart>,
    /// Where in the answer an exception came from; null where there was none.
    pub place: Option<PlacePart>,
    /// What it wrote to standard output, escaped.
    pub stdout: OutputPart,
    /// What it wrote to standard error, escaped.
    pub stderr: OutputPart,
}

impl CasePart {
    /// The part of a result whose case the challenge has.
    pub(super) fn of(result: &CaseResult, grade: &Grade) -> Option<Self> {
        let spec = grade.challenge.cases.iter().find(|spec| spec.id == result.id)?;
        Some(Self {
            id: spec.id.to_string(),
            title: text(&spec.title),
            earns: spec.earns,
            points: spec.points,
            visible: spec.visible,
            outcome: result.outcome.into(),
            measured: MeasuredPart::of(&result.measured),
            message: text(&result.message),
            checks: result.checks.iter().map(CheckPart::of).collect(),
            place: result.place.as_ref().map(PlacePart::of),
            stdout: OutputPart::of(&result.stdout),
            stderr: OutputPart::of(&result.stderr),
        })
    }
}

/// Facts of the kernel about one case.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct MeasuredPart {
    /// Wall time in milliseconds.
    pub wall_ms: f64,
    /// CPU time in milliseconds.
    pub cpu_ms: f64,
    /// Largest resident set in KiB.
    pub memory_kib: u64,
    /// Whether other cases ran in the same process: the times are then an equal share of its times, and the memory is that of
    /// all of them.
    #[serde(default)]
    pub shared: bool,
}

impl MeasuredPart {
    fn of(measured: &Measured) -> Self {
        // Microseconds of a bounded run are far below 2^53, so the division is the only rounding.
        let millis = |micros: u64| micros as f64 / 1000.0;
        Self {
            wall_ms: millis(measured.wall_us),
            cpu_ms: millis(measured.cpu_us),
            memory_kib: measured.memory_kib,
            shared: measured.shared,
        }
    }
}

/// One check of a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CheckPart {
    /// What is being checked; may be empty.
    pub label: String,
    /// The kind of check: `equals`, `is_close`, `raises`, `at_most`, `at_least`, `contains`, `same_items`, `one_of`.
    pub check: String,
    /// What was expected, as Python or in words.
    pub expected: String,
    /// What was seen, as Python.
    pub seen: String,
    /// Whether it held.
    pub holds: bool,
}

impl CheckPart {
    /// The part of a check.
    #[must_use]
    pub fn of(check: &Check) -> Self {
        let kind = match check.expectation {
            Expectation::Equals(_) => "equals",
            Expectation::IsClose { .. } => "is_close",
            Expectation::Raises { .. } => "raises",
            Expectation::AtMost(_) => "at_most",
            Expectation::AtLeast(_) => "at_least",
            Expectation::Contains(_) => "contains",
            Expectation::SameItems(_) => "same_items",
            Expectation::OneOf(_) => "one_of",
        };
        Self {
            label: text(&check.label),
            check: kind.to_owned(),
            expected: message::expected(&check.expectation, &check.seen, VALUE_WIDTH),
            seen: repr(&check.seen, VALUE_WIDTH),
            holds: check.holds,
        }
    }
}

/// A place in the answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PlacePart {
    /// File relative to the answer's folder.
    pub file: String,
    /// Line, from 1.
    pub line: u32,
    /// Column, from 1; 0 where unknown.
    pub column: u32,
    /// The line's text where it is known.
    pub text: String,
}

impl PlacePart {
    /// The part of a place.
    #[must_use]
    pub fn of(place: &Place) -> Self {
        let Place { file, line, column, text: source } = place;
        Self { file: text(file), line: *line, column: *column, text: text(source) }
    }
}

/// What a process wrote, escaped and bounded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OutputPart {
    /// The beginning of it; what is no text or could steer a terminal is written as an escape.
    pub text: String,
    /// Bytes written in all; one more than the limit where it was more than that.
    pub bytes: u64,
    /// Whether `text` is only a part of it.
    pub cut: bool,
}

impl OutputPart {
    fn of(captured: &Captured) -> Self {
        let kept = captured.bytes.get(..OUTPUT_WIDTH).unwrap_or(&captured.bytes);
        let shown = bytes_as_text(kept).replace('\t', "    ");
        Self { text: shown, bytes: captured.total, cut: (kept.len() as u64) < captured.total }
    }
}

/// One piece of evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct EvidencePart {
    /// Its name.
    pub id: String,
    /// Where it comes from.
    pub kind: KindOfEvidence,
    /// The line a person reads.
    pub title: String,
    /// The score it is needed for.
    pub earns: Tier,
    /// What is known of it.
    pub state: StateKind,
    /// Lines of the answer's main file that show it, from 1.
    pub lines: Vec<u32>,
    /// Lines of its other files that do.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub elsewhere: Vec<LinePart>,
    /// Words of the candidate that show it, or what was missed; null for neither.
    pub quote: Option<String>,
}

impl EvidencePart {
    pub(super) fn of(piece: &Evidence) -> Self {
        Self {
            id: piece.id.to_string(),
            kind: piece.kind.into(),
            title: text(&piece.title),
            earns: piece.earns,
            state: piece.state.into(),
            lines: piece.lines.clone(),
            elsewhere: LinePart::all(&piece.elsewhere),
            quote: piece.quote.as_deref().map(text),
        }
    }
}

/// Why an answer did not load.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct LoadFailurePart {
    /// What happened.
    pub message: String,
    /// Where; null where unknown.
    pub place: Option<PlacePart>,
    /// How the load came out.
    pub outcome: CaseOutcome,
}

impl LoadFailurePart {
    /// The part of a failure.
    #[must_use]
    pub fn of(failure: &LoadFailure) -> Self {
        Self {
            message: text(&failure.message),
            place: failure.place.as_ref().map(PlacePart::of),
            outcome: failure.outcome.into(),
        }
    }
}

/// A prediction beside the truth.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PredictionPart {
    /// What the snippet printed when it was run.
    pub printed: String,
    /// What was foretold; null for nothing.
    pub foretold: Option<String>,
}

impl PredictionPart {
    pub(super) fn of(prediction: &Prediction) -> Self {
        let lines = |said: &str| shorten(&bytes_as_text(said.as_bytes()).replace('\t', "    "), OUTPUT_WIDTH);
        Self { printed: lines(&prediction.printed), foretold: prediction.foretold.as_deref().map(lines) }
    }
}

/// The walls of the box.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct IsolationPart {
    /// Whether every required wall held; false where none was built.
    pub holds: bool,
    /// Whether somebody typed `--allow-weaker`.
    pub weaker_allowed: bool,
    /// The walls in the order they are built.
    pub walls: Vec<WallPart>,
}

impl IsolationPart {
    pub(super) fn of(isolation: &Isolation) -> Self {
        let wall = |wall: &crate::model::isolation::Wall| WallPart {
            name: wall.name.clone(),
            required: wall.required,
            in_force: wall.in_force,
            probed: text(&wall.probed),
        };
        Self {
            holds: !isolation.walls.is_empty() && isolation.missing().is_empty(),
            weaker_allowed: isolation.weaker_allowed,
            walls: isolation.walls.iter().map(wall).collect(),
        }
    }
}

/// One wall.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct WallPart {
    /// Its name.
    pub name: String,
    /// Whether viva refuses to grade without it.
    pub required: bool,
    /// Whether the probe saw it hold.
    pub in_force: bool,
    /// What the probe tried and saw.
    pub probed: String,
}

/// The interpreter that ran the answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RuntimePart {
    /// `warm` or `cold`.
    pub kind: RuntimeName,
    /// Who recorded the observations: `rust` in warm runs, `python` in cold ones, which claims less.
    pub recorder: Recorder,
    /// Full Python version.
    pub python: String,
    /// SHA-256 in hexadecimal of `sys.version` and the implementation's name.
    pub sha256: String,
}

impl RuntimePart {
    /// The part of an interpreter.
    #[must_use]
    pub fn of(interpreter: &Interpreter) -> Self {
        Self {
            kind: match interpreter.kind {
                RuntimeKind::Warm => RuntimeName::Warm,
                RuntimeKind::Cold => RuntimeName::Cold,
            },
            recorder: match interpreter.kind {
                RuntimeKind::Warm => Recorder::Rust,
                RuntimeKind::Cold => Recorder::Python,
            },
            python: text(&interpreter.python),
            sha256: interpreter.sha256.clone(),
        }
    }
}

/// A text of bounded length, on one line, harmless.
fn text(source: &str) -> String {
    shorten(&clean(source), TEXT_WIDTH)
}
