//! What is asked of each of the two boxes. The split is made here: no expected value enters the first box.
//!
//! Must not know what comes back.

use std::collections::BTreeMap;

use crate::judge::outcome::is_judgeable;
use crate::model::answer::Answer;
use crate::model::challenge::{CaseSpec, Challenge, How, TableExpectation};
use crate::model::id::EvidenceId;
use crate::model::observation::Observation;
use crate::model::value::{PyText, Value};
use crate::source::plain;
use crate::wire::codec;
use crate::wire::job::{Action, BoxFile, By, Compiled, Job, Question, Step};

/// The name of the step that loads the answer.
pub const LOAD: &str = "load";
/// The name of the step that runs the snippet.
pub const SNIPPET: &str = "snippet";
/// The name of a step that does several.
pub const TOGETHER: &str = "together";
/// The name of a step that asks the oracle.
pub const JUDGE: &str = "judge";
/// The name under which an oracle finds what a case wrote to standard output.
pub const STDOUT: &str = "stdout";

/// The first box: run every case, then the snippet where a prediction is asked for.
///
/// Every case loads the answer by itself, so that loading is a step of its own only where there is no case.
pub fn observing(challenge: &Challenge, answer: &Answer, seed: u64) -> Job {
    let load = challenge.cases.is_empty().then(|| Step { name: LOAD.to_owned(), action: Action::Load });
    let snippet = challenge.prediction.iter().map(|prediction| Step {
        name: SNIPPET.to_owned(),
        action: Action::Snippet { source: prediction.snippet.clone() },
    });
    let cases = challenge.cases.iter().map(|case| Step {
        name: case.id.to_string(),
        action: match &case.how {
            How::Driven => Action::Drive,
            How::Table { setup, call, .. } => Action::Call { setup: setup.clone(), call: call.clone() },
            How::Command { line, .. } => Action::Command {
                arguments: line.arguments.clone(),
                stdin: line.stdin.clone(),
                files: line.files.clone(),
            },
        },
    });
    Job {
        answer: answer
            .files
            .iter()
            .map(|file| BoxFile { path: file.path.clone(), bytes: file.text.clone().into_bytes() })
            .collect(),
        modules: challenge.modules().into_iter().map(|entry| (entry.name, entry.command)).collect(),
        harness: challenge.harness.driver.clone(),
        inputs: challenge.harness.inputs.clone(),
        compiled: Compiled::Unasked,
        seed,
        limits: challenge.limits,
        steps: load.into_iter().chain(cases).chain(snippet).collect(),
    }
}

/// The same, with one process for all cases but those that are apart.
pub fn observing_together(challenge: &Challenge, answer: &Answer, seed: u64) -> Job {
    let job = observing(challenge, answer, seed);
    let shares = |step: &Step| {
        let case = challenge.cases.iter().find(|case| case.id.as_str() == step.name);
        case.is_some_and(|case| !is_apart(challenge, &case.id))
    };
    let (steps, others): (Vec<Step>, Vec<Step>) = job.steps.into_iter().partition(shares);
    let together = Step { name: TOGETHER.to_owned(), action: Action::Together { steps } };
    Job { steps: std::iter::once(together).chain(others).collect(), ..job }
}

/// Whether a case is known to need a process of its own, whatever the answer is.
pub fn is_apart(challenge: &Challenge, case: &EvidenceId) -> bool {
    plain::names_tool_alone(&challenge.harness.driver, case.as_str())
}

/// What the oracle is asked: what each complete observation is to be held against.
pub fn questions(challenge: &Challenge, observations: &[Observation]) -> Vec<Question> {
    let of_case = |(case, observation): (&CaseSpec, &Observation)| {
        let by = is_judgeable(observation).then(|| asked_by(case, observation)).flatten()?;
        Some(Question { case: case.id.to_string(), by })
    };
    challenge.cases.iter().zip(observations).filter_map(of_case).collect()
}

/// The second box: questions to the oracle, with a process for each group of them. No stranger's code enters it.
pub fn judging(challenge: &Challenge, groups: Vec<Vec<Question>>, seed: u64) -> Job {
    let steps = groups
        .into_iter()
        .map(|questions| Step { name: JUDGE.to_owned(), action: Action::Judge { questions } })
        .collect();
    Job {
        answer: Vec::new(),
        modules: Vec::new(),
        harness: challenge.harness.oracle.clone(),
        inputs: challenge.harness.inputs.clone(),
        compiled: Compiled::Unasked,
        seed,
        limits: challenge.limits,
        steps,
    }
}

fn asked_by(case: &CaseSpec, observation: &Observation) -> Option<By> {
    match &case.how {
        How::Driven => Some(By::Seen(codec::encode(&seen(observation)))),
        How::Table { expects: TableExpectation::Equals(expression), .. } => {
            Some(By::Expression(expression.clone()))
        }
        How::Table { .. } | How::Command { .. } => None,
    }
}

/// The records of a case as one `dict`, the last of each name winning, with what it printed.
fn seen(observation: &Observation) -> Value {
    let printed = String::from_utf8_lossy(&observation.stdout.bytes).into_owned();
    // A map rather than a search: a candidate can record as many names as fit into the bound of bytes.
    let printed = Value::Str(PyText::from(printed.as_str()));
    let mut latest: BTreeMap<&str, &Value> =
        observation.records.iter().map(|(name, value)| (name.as_str(), value)).collect();
    latest.insert(STDOUT, &printed);
    Value::Dict(
        latest.into_iter().map(|(name, value)| (Value::Str(PyText::from(name)), value.clone())).collect(),
    )
}
