//! What is asked of each of the two boxes. The split is made here: no expected value enters the first box.
//!
//! Must not know what comes back.

use std::collections::BTreeMap;

use crate::judge::outcome::is_judgeable;
use crate::model::answer::{Answer, SourceFile};
use crate::model::challenge::{CaseSpec, Challenge, How, PredictionSpec, TableExpectation};
use crate::model::limits::Limits;
use crate::model::observation::Observation;
use crate::model::value::{PyText, Value};
use crate::wire::codec;
use crate::wire::job::{Action, BoxFile, Job, Step};

/// The name of the step that loads the answer.
pub const LOAD: &str = "load";
/// The name of the step that runs the snippet.
pub const SNIPPET: &str = "snippet";
/// The name of a step that does several.
pub const TOGETHER: &str = "together";
/// The name under which an oracle finds what a case wrote to standard output.
pub const STDOUT: &str = "stdout";

/// What share of its limits of time a step's process has where steps share it. Honest cases take a hundredth of them, and
/// one that hangs costs its whole limit again.
const SHARED_TIME: u32 = 4;

/// The first box with a process for each case: load the answer unless that is known to succeed, run the snippet unless it
/// ran, run these cases.
pub fn observing(told: &Told<'_>, load: bool, snippet: bool, cases: &[&CaseSpec]) -> Job {
    let load = load.then(|| Step { name: LOAD.to_owned(), action: Action::Load });
    let snippet = told.challenge.prediction.iter().filter(|_| snippet).map(snippet_step);
    let cases = cases.iter().map(|case| case_step(case));
    told.job(load.into_iter().chain(snippet).chain(cases).collect())
}

/// The first box with one process for all cases, and one for the snippet. What is missing in its answer is to be asked
/// for by [`observing`].
pub fn observing_together(told: &Told<'_>) -> Job {
    let cases = together(told.challenge.cases.iter().map(case_step).collect());
    let snippet = told.challenge.prediction.iter().map(snippet_step);
    hurried(told.job(std::iter::once(cases).chain(snippet).collect()))
}

/// What both jobs of the first box are made of.
pub struct Told<'a> {
    /// The challenge, of which only the driver's side is used.
    pub challenge: &'a Challenge,
    /// The answer.
    pub answer: &'a Answer,
    /// The seed.
    pub seed: u64,
}

impl Told<'_> {
    fn job(&self, steps: Vec<Step>) -> Job {
        let file =
            |file: &SourceFile| BoxFile { path: file.path.clone(), bytes: file.text.clone().into_bytes() };
        Job {
            answer: self.answer.files.iter().map(file).collect(),
            harness: self.challenge.harness.driver.clone(),
            inputs: self.challenge.harness.inputs.clone(),
            seed: self.seed,
            limits: self.challenge.limits,
            steps,
        }
    }
}

fn case_step(case: &CaseSpec) -> Step {
    let action = match &case.how {
        How::Driven => Action::Drive,
        How::Table { setup, call, .. } => Action::Call { setup: setup.clone(), call: call.clone() },
    };
    Step { name: case.id.to_string(), action }
}

fn snippet_step(prediction: &PredictionSpec) -> Step {
    let action = Action::Snippet { source: prediction.snippet.clone() };
    Step { name: SNIPPET.to_owned(), action }
}

fn together(steps: Vec<Step>) -> Step {
    Step { name: TOGETHER.to_owned(), action: Action::Together { steps } }
}

fn hurried(job: Job) -> Job {
    let limits = Limits {
        wall_ms_max: job.limits.wall_ms_max.div_ceil(SHARED_TIME),
        cpu_ms_max: job.limits.cpu_ms_max.div_ceil(SHARED_TIME),
        ..job.limits
    };
    Job { limits, ..job }
}

/// The second box: what each complete observation is to be held against. No stranger's code enters it.
pub fn judging(challenge: &Challenge, observations: &[&Observation], seed: u64) -> Job {
    let step = |observation: &&Observation| {
        let case = challenge.cases.iter().find(|case| case.id == observation.case)?;
        let action = judging_action(case, observation)?;
        Some(Step { name: case.id.to_string(), action })
    };
    Job {
        answer: Vec::new(),
        harness: challenge.harness.oracle.clone(),
        inputs: challenge.harness.inputs.clone(),
        seed,
        limits: challenge.limits,
        steps: observations.iter().filter(|seen| is_judgeable(seen)).filter_map(step).collect(),
    }
}

/// The same with one process for all of them.
pub fn judging_together(job: &Job) -> Job {
    hurried(Job { steps: vec![together(job.steps.clone())], ..job.clone() })
}

fn judging_action(case: &CaseSpec, observation: &Observation) -> Option<Action> {
    match &case.how {
        How::Driven => Some(Action::Judge { seen: codec::encode(&seen(observation)) }),
        How::Table { expects: TableExpectation::Equals(expression), .. } => {
            Some(Action::Evaluate { expression: expression.clone() })
        }
        How::Table { .. } => None,
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
