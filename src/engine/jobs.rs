//! What is asked of each of the two boxes. The split is made here: no expected value enters the first box.
//!
//! Must not know what comes back.

use std::collections::BTreeMap;

use crate::judge::outcome::is_judgeable;
use crate::model::answer::Answer;
use crate::model::challenge::{CaseSpec, Challenge, How, TableExpectation};
use crate::model::observation::Observation;
use crate::model::value::{PyText, Value};
use crate::wire::codec;
use crate::wire::job::{Action, BoxFile, Job, Step};

/// The name of the step that loads the answer.
pub const LOAD: &str = "load";
/// The name of the step that runs the snippet.
pub const SNIPPET: &str = "snippet";
/// The name under which an oracle finds what a case wrote to standard output.
pub const STDOUT: &str = "stdout";

/// The first box: load the answer, run the snippet where a prediction is asked for, run every case.
pub fn observing(challenge: &Challenge, answer: &Answer, seed: u64) -> Job {
    let load = Step { name: LOAD.to_owned(), action: Action::Load };
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
        seed,
        limits: challenge.limits,
        steps: std::iter::once(load).chain(snippet).chain(cases).collect(),
    }
}

/// The second box: what each complete observation is to be held against. No stranger's code enters it.
pub fn judging(challenge: &Challenge, observations: &[Observation], seed: u64) -> Job {
    let steps = challenge
        .cases
        .iter()
        .zip(observations)
        .filter(|(_, observation)| is_judgeable(observation))
        .filter_map(|(case, observation)| judging_action(case, observation).map(|action| (case, action)))
        .map(|(case, action)| Step { name: case.id.to_string(), action })
        .collect();
    Job {
        answer: Vec::new(),
        modules: Vec::new(),
        harness: challenge.harness.oracle.clone(),
        inputs: challenge.harness.inputs.clone(),
        seed,
        limits: challenge.limits,
        steps,
    }
}

fn judging_action(case: &CaseSpec, observation: &Observation) -> Option<Action> {
    match &case.how {
        How::Driven => Some(Action::Judge { seen: codec::encode(&seen(observation)) }),
        How::Table { expects: TableExpectation::Equals(expression), .. } => {
            Some(Action::Evaluate { expression: expression.clone() })
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
