//! Cases of a plain answer in one process: what is met there need not run again.
//!
//! A process per case is what counts. Sharing one is allowed where nothing of one case can meet the next: the answer is plain
//! (`source/plain.rs`), its modules and the harness's are fresh for each case, and the process ends behind a case that left
//! something in it. Whatever does not come out as met, or not at all, is left to a process of its own, so that no report
//! differs. Must not know scores.

use std::collections::HashMap;

use crate::judge::outcome::is_judgeable;
use crate::model::answer::Answer;
use crate::model::challenge::{CaseSpec, Challenge, How};
use crate::model::grade::{CaseResult, Outcome, RuntimeKind};
use crate::model::id::EvidenceId;
use crate::model::observation::Ending;
use crate::runtime::Pool;
use crate::source::plain;
use crate::wire::codec::Budget;
use crate::wire::frame::Phase;
use crate::wire::job::CaseRun;

use super::boxes::{VALUES_SEEN_MAX, second_box, snippet_output, step_id};
use super::jobs;
use super::observe::{Heard, hear, hear_together};

/// What is known of an answer before the rest of its cases run, each in a process of its own.
#[derive(Default)]
pub struct Known {
    /// A case that loaded the answer; nothing is known where there is none.
    pub load: Option<Heard>,
    /// What the snippet printed.
    pub printed: Option<String>,
    /// The cases that are settled.
    pub results: HashMap<EvidenceId, CaseResult>,
}

impl Known {
    /// The same challenge with what is still to be run; [`None`] where that is nothing.
    pub fn rest(&self, challenge: &Challenge) -> Option<Challenge> {
        let rest = of_cases(challenge, |case| !self.results.contains_key(&case.id));
        let prediction = challenge.prediction.clone().filter(|_| self.printed.is_none());
        let is_known = self.load.is_some() && rest.cases.is_empty() && prediction.is_none();
        (!is_known).then_some(Challenge { prediction, ..rest })
    }
}

/// Whether cases of this answer may share a process.
pub fn may_share(pool: &Pool, challenge: &Challenge, answer: &Answer) -> bool {
    let harness = &challenge.harness;
    let is_plain_case = |case: &CaseSpec| match &case.how {
        How::Driven => true,
        How::Table { setup, call, .. } => plain::is_plain_harness(setup) && plain::is_plain_harness(call),
        How::Command { .. } => false,
    };
    let shared = challenge.cases.iter().filter(|case| !jobs::is_apart(challenge, &case.id)).count();
    !pool.is_one_by_one()
        && shared > 1
        && pool.interpreter().kind == RuntimeKind::Warm
        && challenge.limits.processes_max == 0
        && challenge.cases.iter().all(is_plain_case)
        && plain::is_plain_harness(&harness.driver)
        && plain::is_plain_harness(&harness.inputs)
        && matches!(answer.files.as_slice(), [only] if plain::is_plain(&only.text))
}

/// Runs every case in one process, but those that need one of their own, and settles what can be settled by that. What goes wrong here
/// shows again, and is told, when there is a process for each case.
pub async fn together(pool: &Pool, challenge: &Challenge, answer: &Answer, seed: u64) -> Known {
    let job = jobs::observing_together(challenge, answer, seed);
    let goes_on = |run: &CaseRun| run.step > 0 || run.ending == Ending::Exited(0);
    let runs = pool.run(&job, goes_on).await.unwrap_or_default();
    let mut budget = Budget::of(VALUES_SEEN_MAX);
    let (mut known, mut heard) = (Known::default(), Vec::new());
    for run in runs {
        match job.steps.get(run.step as usize).map(|step| step.name.as_str()) {
            Some(jobs::TOGETHER) => heard.extend(hear_shared(run, &mut budget)),
            Some(jobs::SNIPPET) => known.printed = snippet_output(challenge, run).ok(),
            Some(name) => heard.push(hear(&step_id(name), run, &mut budget)),
            None => {}
        }
    }
    let is_settled = |heard: &Heard| heard.observation.measured.shared || heard.phase != Some(Phase::Harness);
    heard.retain(is_settled);
    known.load =
        heard.iter().find(|heard| heard.observation.measured.shared && heard.defined.is_some()).cloned();
    if known.load.is_none() {
        return Known::default();
    }
    heard.retain(|heard| !heard.observation.measured.shared || is_judgeable(&heard.observation));
    known.results = settle(pool, challenge, heard, seed).await;
    known
}

/// What a shared process told, where it printed nothing: nobody could say which case did.
fn hear_shared(run: CaseRun, budget: &mut Budget) -> Vec<Heard> {
    if run.stdout_total + run.stderr_total > 0 {
        return Vec::new();
    }
    hear_together(run, budget).map(|said| said.into_values().collect()).unwrap_or_default()
}

/// Settles what was heard. Of a shared process only what is met counts.
async fn settle(
    pool: &Pool,
    challenge: &Challenge,
    heard: Vec<Heard>,
    seed: u64,
) -> HashMap<EvidenceId, CaseResult> {
    let mut by_id: HashMap<EvidenceId, Heard> =
        heard.into_iter().map(|heard| (heard.observation.case.clone(), heard)).collect();
    let part = of_cases(challenge, |case| by_id.contains_key(&case.id));
    let in_order: Vec<Heard> = part.cases.iter().filter_map(|case| by_id.remove(&case.id)).collect();
    let results = second_box(pool, &part, in_order, seed).await.unwrap_or_default().into_iter();
    let counts = |result: &CaseResult| !result.measured.shared || result.outcome == Outcome::Met;
    results.filter(counts).map(|result| (result.id.clone(), result)).collect()
}

/// The same challenge with some of its cases.
fn of_cases(challenge: &Challenge, is_kept: impl Fn(&CaseSpec) -> bool) -> Challenge {
    let cases = challenge.cases.iter().filter(|case| is_kept(case)).cloned().collect();
    Challenge { cases, ..challenge.clone() }
}
