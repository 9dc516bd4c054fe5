//! `viva.candidate/1`: what a candidate may read about their own answer.
//!
//! These types have no field for a hidden input, an expected value of a hidden case, a seed, a limit, a time, a
//! question or a score, so no careless line can leak one. What may not be shown is dropped, not blanked. Texts of
//! exceptions and values come from beside the driver's source, so they are kept short. Must not grow a field that
//! a hidden case could fill with more than whether it was met.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::json::keys::{CaseOutcome, KindOfEvidence, Outcome, StateKind};
use super::json::parts::{LinePart, PlacePart, Points};
use crate::judge::escape::{clean, shorten};
use crate::judge::message;
use crate::judge::show::repr;
use crate::model::challenge::{CaseSpec, How, TableExpectation};
use crate::model::check::Check;
use crate::model::evidence::EvidenceKind;
use crate::model::grade::{CaseResult, Grade, LoadFailure, Verdict};
use crate::model::observation::Place;
use crate::model::score::Tier;
use crate::report::show_challenge::{command_line, command_wants};

/// The version of this format, which is the value of `schema`.
pub const SCHEMA: &str = "viva.candidate/1";

/// Characters of a value, a message or a line of source.
const WIDTH: usize = 200;

/// One graded answer as its candidate may see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CandidateReport {
    /// `viva.candidate/1`.
    pub schema: String,
    /// The challenge's name.
    pub challenge: String,
    /// The challenge's title.
    pub title: String,
    /// SHA-256 in hexadecimal of the answer.
    pub answer_sha256: String,
    /// Whether it was graded.
    pub outcome: Outcome,
    /// Points.
    pub points: Points,
    /// Why the answer did not load.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub load_failure: Option<CandidateFailure>,
    /// Cases in the challenge's order.
    pub cases: Vec<CandidateCase>,
    /// Idioms, and words where they were asked for.
    pub evidence: Vec<CandidateEvidence>,
    /// Remarks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
}

/// Why an answer did not load.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CandidateFailure {
    /// What happened.
    pub message: String,
    /// Where in the answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<PlacePart>,
}

/// One case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CandidateCase {
    /// Its name.
    pub id: String,
    /// The line a person reads.
    pub title: String,
    /// The score it is needed for.
    pub earns: Tier,
    /// Points it is worth.
    pub points: u32,
    /// Whether it was met.
    pub met: bool,
    /// All of it, for a visible case only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub visible: Option<VisibleCase>,
}

/// What is shown of a visible case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct VisibleCase {
    /// How it came out.
    pub outcome: CaseOutcome,
    /// The code that is run, for a case of one line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub call: Option<String>,
    /// What it must do, for a case of one line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wants: Option<String>,
    /// One sentence about what went wrong; empty for a met case.
    pub message: String,
    /// What was expected and seen.
    pub checks: Vec<VisibleCheck>,
}

/// One check of a visible case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct VisibleCheck {
    /// What is being checked; may be empty.
    pub label: String,
    /// What was expected.
    pub expected: String,
    /// What was seen.
    pub seen: String,
    /// Whether it held.
    pub holds: bool,
}

/// One piece of evidence that is no case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CandidateEvidence {
    /// Where it comes from.
    pub kind: KindOfEvidence,
    /// The line a person reads.
    pub title: String,
    /// The score it is needed for.
    pub earns: Tier,
    /// What is known of it.
    pub state: StateKind,
    /// Lines of the answer's main file that show it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<u32>,
    /// Lines of its other files that do.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub elsewhere: Vec<LinePart>,
}

impl CandidateReport {
    /// The candidate's view of a grade.
    #[must_use]
    pub fn of(grade: &Grade) -> Self {
        let (earned, possible) = grade.points();
        let evidence = grade
            .evidence
            .iter()
            .filter(|piece| piece.kind != EvidenceKind::Case)
            .filter(|piece| crate::judge::hint::is_asked(piece.kind, grade.asked))
            .map(|piece| CandidateEvidence {
                kind: piece.kind.into(),
                title: text(&piece.title),
                earns: piece.earns,
                state: piece.state.into(),
                lines: piece.lines.clone(),
                elsewhere: LinePart::all(&piece.elsewhere),
            });
        Self {
            schema: SCHEMA.to_owned(),
            challenge: grade.challenge.id.to_string(),
            title: text(&grade.challenge.title),
            answer_sha256: grade.answer_sha256.clone(),
            outcome: match grade.verdict {
                Verdict::Graded(_) => Outcome::Graded,
                Verdict::Ungraded { .. } => Outcome::Ungraded,
            },
            points: Points { earned, possible },
            load_failure: grade.load_failure.as_ref().map(|failure| CandidateFailure::of(failure, grade)),
            cases: grade.challenge.cases.iter().map(|spec| CandidateCase::of(spec, grade)).collect(),
            evidence: evidence.collect(),
            notes: grade.remarks().map(text).collect(),
        }
    }
}

impl CandidateFailure {
    fn of(failure: &LoadFailure, grade: &Grade) -> Self {
        // The line is taken from the answer as it was handed in, not from what the process says about it.
        let place = failure.place.as_ref().map(|place| {
            let text = shorten(grade.line(&place.file, place.line).unwrap_or_default(), WIDTH);
            PlacePart::of(&Place { text, ..place.clone() })
        });
        Self { message: text(&failure.message), place }
    }
}

impl CandidateCase {
    fn of(spec: &CaseSpec, grade: &Grade) -> Self {
        let result = grade.cases.iter().find(|result| result.id == spec.id);
        Self {
            id: spec.id.to_string(),
            title: text(&spec.title),
            earns: spec.earns,
            points: spec.points,
            met: result.is_some_and(|result| result.outcome == crate::model::grade::Outcome::Met),
            visible: result.filter(|_| spec.visible).map(|result| VisibleCase::of(spec, result)),
        }
    }
}

impl VisibleCase {
    fn of(spec: &CaseSpec, result: &CaseResult) -> Self {
        let (call, wants) = match &spec.how {
            How::Driven => (None, None),
            How::Table { setup, call, expects } => {
                let lines: Vec<&str> =
                    [setup.as_str(), call.as_str()].into_iter().filter(|part| !part.is_empty()).collect();
                let wants = match expects {
                    TableExpectation::Equals(expression) => text(expression),
                    TableExpectation::Raises(kind) => format!("raises {}", text(kind)),
                    TableExpectation::Prints(printed) => format!("prints {}", text(printed)),
                };
                (Some(text(&lines.join("; "))), Some(wants))
            }
            How::Command { line, expects } => {
                (Some(text(&command_line(line))), Some(text(&command_wants(expects))))
            }
        };
        Self {
            outcome: result.outcome.into(),
            call,
            wants,
            message: text(&result.message),
            checks: result.checks.iter().map(VisibleCheck::of).collect(),
        }
    }
}

impl VisibleCheck {
    fn of(check: &Check) -> Self {
        Self {
            label: text(&check.label),
            expected: message::expected(&check.expectation, &check.seen, WIDTH),
            seen: repr(&check.seen, WIDTH),
            holds: check.holds,
        }
    }
}

/// The JSON Schema of [`CandidateReport`].
#[must_use]
pub fn schema() -> serde_json::Value {
    schemars::schema_for!(CandidateReport).to_value()
}

fn text(source: &str) -> String {
    shorten(&clean(source), WIDTH)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture;
    use crate::report::json::to_json;

    #[test]
    fn hidden_cases_are_met_or_not_and_nothing_more() {
        let value = serde_json::to_value(CandidateReport::of(&fixture::partial())).expect("plain data");
        let cases = value["cases"].as_array().expect("a list");
        let hidden = cases.iter().find(|case| case["id"] == "raises_it").expect("the hidden case");
        let keys: Vec<&String> = hidden.as_object().expect("an object").keys().collect();
        assert_eq!(keys, ["id", "title", "earns", "points", "met"]);
        let visible = cases.iter().find(|case| case["id"] == "first_success").expect("the visible case");
        assert!(visible.get("visible").is_some());
    }

    #[test]
    fn nothing_hidden_stands_anywhere() {
        for grade in fixture::all() {
            let text = to_json(&CandidateReport::of(&grade));
            for secret in ["HIDDEN", "20261", "listen", "wall_ms", "swallowed", "seed", "idempotent"] {
                assert!(!text.contains(secret), "{secret} in {text}");
            }
        }
    }

    #[test]
    fn candidate_reports_follow_their_own_schema() {
        let schema = jsonschema::validator_for(&schema()).expect("a valid schema");
        for grade in fixture::all() {
            let value = serde_json::to_value(CandidateReport::of(&grade)).expect("plain data");
            if let Err(error) = schema.validate(&value) {
                panic!("{error}");
            }
        }
    }

    #[test]
    fn the_candidates_report_of_a_partial_answer() {
        insta::assert_snapshot!(to_json(&CandidateReport::of(&fixture::partial())));
    }
}
