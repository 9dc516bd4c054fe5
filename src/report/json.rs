//! `viva.report/1`: everything about one graded answer, for interviewers and programs.
//!
//! The names of fields are a promise: more may come, these stay. Must not be shown to candidates;
//! [`super::candidate`] has the types for them. Texts that a candidate wrote are escaped and bounded.

pub mod keys;
pub mod parts;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::judge::escape::{clean, shorten, without_log_commands};
use crate::model::grade::{Grade, Verdict};
use crate::model::limits::Limits;
use keys::{AskedKind, Outcome};
use parts::{
    AnswerPart, CasePart, ChallengePart, EvidencePart, HintPart, IsolationPart, LoadFailurePart, Points,
    PredictionPart, RuntimePart, Sha256, Tool,
};

/// The version of this format, which is the value of `schema`.
pub const SCHEMA: &str = "viva.report/1";

/// Why a text is no report that this viva can read.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// It is not JSON, or not of this shape.
    #[error("this is no viva report: {}", fit(&.0.to_string()))]
    Shape(#[from] serde_json::Error),
    /// It says one thing twice, which no report of viva's does.
    #[error("this report has `{name}` twice: it was changed by hand or damaged")]
    Twice {
        /// What stands there twice.
        name: String,
    },
    /// It is a report of another version.
    #[error("this report says `schema`: `{found}`; this viva reads `{SCHEMA}`")]
    Version {
        /// What it says.
        found: String,
    },
}

/// Everything about one graded answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Report {
    /// `viva.report/1`.
    pub schema: String,
    /// The program that wrote it.
    pub viva: Tool,
    /// The challenge as it was.
    pub challenge: ChallengePart,
    /// The answer, by its hash.
    pub answer: AnswerPart,
    /// The Python toolbox that ran beside the answer, by its hash.
    pub toolbox: Sha256,
    /// Whether it was graded.
    pub outcome: Outcome,
    /// Why it was not graded; null when it was.
    pub ungraded_because: Option<String>,
    /// The suggested range; null when ungraded.
    pub hint: Option<HintPart>,
    /// Points earned and possible.
    pub points: Points,
    /// Why the answer did not load; null when it did.
    pub load_failure: Option<LoadFailurePart>,
    /// Cases in the challenge's order.
    pub cases: Vec<CasePart>,
    /// All evidence in the challenge's order.
    pub evidence: Vec<EvidencePart>,
    /// The prediction beside what the snippet printed; null where none was asked for.
    pub prediction: Option<PredictionPart>,
    /// Remarks that are no evidence.
    pub notes: Vec<String>,
    /// The walls that stood.
    pub isolation: IsolationPart,
    /// The interpreter.
    pub runtime: RuntimePart,
    /// The seed of every drawn input.
    pub seed: u64,
    /// Which evidence was asked for.
    pub asked: AskedKind,
    /// The limits of every case.
    pub limits: Limits,
}

impl Report {
    /// The report of a grade.
    #[must_use]
    pub fn of(grade: &Grade) -> Self {
        let (earned, possible) = grade.points();
        let (outcome, ungraded_because, hint) = match &grade.verdict {
            Verdict::Graded(hint) => (Outcome::Graded, None, Some(HintPart::of(hint, grade))),
            Verdict::Ungraded { because, .. } => (Outcome::Ungraded, Some(because.clone()), None),
        };
        Self {
            schema: SCHEMA.to_owned(),
            viva: Tool::this(),
            challenge: ChallengePart::of(&grade.challenge),
            answer: AnswerPart::of(grade),
            toolbox: Sha256 { sha256: grade.toolbox_sha256.clone() },
            outcome,
            ungraded_because,
            hint,
            points: Points { earned, possible },
            load_failure: grade.load_failure.as_ref().map(LoadFailurePart::of),
            cases: grade.cases.iter().filter_map(|result| CasePart::of(result, grade)).collect(),
            evidence: grade.evidence.iter().map(EvidencePart::of).collect(),
            prediction: grade.prediction.as_ref().map(PredictionPart::of),
            notes: grade.remarks().map(crate::judge::escape::clean).collect(),
            isolation: IsolationPart::of(&grade.isolation),
            runtime: RuntimePart::of(&grade.interpreter),
            seed: grade.seed,
            asked: grade.asked.into(),
            limits: grade.limits,
        }
    }

    /// Reads a report back.
    ///
    /// # Errors
    /// [`ReadError`] when the text is not JSON of this shape or of another version.
    pub fn from_json(text: &str) -> Result<Self, ReadError> {
        let value: serde_json::Value = serde_json::from_str(text)?;
        match value.get("schema").and_then(serde_json::Value::as_str) {
            Some(SCHEMA) | None => serde_json::from_value::<Self>(value)?.without_repeats(),
            Some(found) => Err(ReadError::Version { found: fit(found) }),
        }
    }

    /// Refuses a report that says one thing twice, since it may say it in two ways.
    fn without_repeats(self) -> Result<Self, ReadError> {
        let mut known = std::collections::BTreeSet::new();
        let cases = self.cases.iter().map(|case| format!("case {}", case.id));
        let pieces = self.evidence.iter().map(|piece| format!("evidence {:?} {}", piece.kind, piece.id));
        match cases.chain(pieces).find(|name| !known.insert(name.clone())) {
            Some(name) => Err(ReadError::Twice { name: fit(&name) }),
            None => Ok(self),
        }
    }
}

/// A text of whoever wrote a report, made fit to be told.
fn fit(text: &str) -> String {
    shorten(&clean(text), 200)
}

/// A report as JSON that a person can read too, with a line end.
#[must_use]
pub fn to_json<T: Serialize>(report: &T) -> String {
    // Reports hold nothing that JSON cannot say: no maps with other keys than text, no failing serializers.
    let mut text = serde_json::to_string_pretty(report).expect("reports are plain data that JSON can hold");
    text.push('\n');
    // Reports are written to logs, too. Only strings hold such a thing, where JSON has an escape for it.
    without_log_commands(&text, "\\u0023")
}

/// The JSON Schema of [`Report`].
#[must_use]
pub fn schema() -> serde_json::Value {
    schemars::schema_for!(Report).to_value()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture;

    #[test]
    fn a_report_reads_back_as_it_was_written() {
        for grade in fixture::all() {
            let report = Report::of(&grade);
            let text = to_json(&report);
            assert_eq!(Report::from_json(&text).expect("our own report"), report);
        }
    }

    #[test]
    fn reports_follow_their_own_schema() {
        let schema = jsonschema::validator_for(&schema()).expect("a valid schema");
        for grade in fixture::all() {
            let value = serde_json::to_value(Report::of(&grade)).expect("plain data");
            if let Err(error) = schema.validate(&value) {
                panic!("{error}");
            }
        }
    }

    #[test]
    fn the_promised_names_are_there() {
        let value = serde_json::to_value(Report::of(&fixture::partial())).expect("plain data");
        for path in [
            "/schema",
            "/challenge/id",
            "/challenge/revision",
            "/answer/sha256",
            "/outcome",
            "/ungraded_because",
            "/hint/floor",
            "/hint/ceiling",
            "/hint/reasons",
            "/hint/missing",
            "/hint/misconceptions",
            "/hint/questions",
            "/points/earned",
            "/points/possible",
            "/cases/0/id",
            "/cases/0/title",
            "/cases/0/earns",
            "/cases/0/visible",
            "/cases/0/outcome",
            "/cases/0/measured/wall_ms",
            "/cases/0/measured/cpu_ms",
            "/cases/0/message",
            "/evidence/0/id",
            "/evidence/0/kind",
            "/evidence/0/earns",
            "/evidence/0/state",
            "/evidence/0/lines",
            "/isolation",
            "/runtime/kind",
            "/runtime/python",
            "/seed",
            "/limits",
        ] {
            assert!(value.pointer(path).is_some(), "{path} is missing");
        }
        assert_eq!(value["hint"]["floor"], 2);
        assert_eq!(value["cases"][0]["earns"], "maybe");
    }

    #[test]
    fn other_versions_are_named() {
        let error = Report::from_json(r#"{"schema": "viva.report/9"}"#).expect_err("another version");
        assert_eq!(
            error.to_string(),
            "this report says `schema`: `viva.report/9`; this viva reads `viva.report/1`"
        );
        assert!(Report::from_json("{}").is_err());
        let text =
            to_json(&Report::of(&fixture::partial())).replace("\"maybe\"", "\"ma\\u001b]0;x\\u202eybe\"");
        let error = Report::from_json(&text).expect_err("no such tier").to_string();
        assert!(!error.contains(crate::judge::escape::is_hostile), "{error:?}");
        assert!(Report::from_json("nonsense").is_err());
    }

    #[test]
    fn a_report_that_says_one_thing_twice_is_refused() {
        for list in ["cases", "evidence"] {
            let mut report = serde_json::to_value(Report::of(&fixture::partial())).expect("JSON");
            let first = report[list][0].clone();
            report[list].as_array_mut().expect("a list").push(first);
            let error = Report::from_json(&report.to_string()).expect_err("it is there twice").to_string();
            assert!(error.contains("twice"), "{error}");
        }
    }

    #[test]
    fn nothing_hostile_is_written() {
        let text = to_json(&Report::of(&fixture::hostile()));
        let raw: Vec<char> =
            text.chars().filter(|c| *c != '\n' && crate::judge::escape::is_hostile(*c)).collect();
        assert!(raw.is_empty(), "{raw:?}");
    }

    #[test]
    fn the_report_of_a_partial_answer() {
        insta::assert_snapshot!(to_json(&Report::of(&fixture::partial())));
    }
}
