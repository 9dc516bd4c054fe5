//! The two boxes of one answer: what is run in each, and what is made of what came back.
//!
//! Must not know evidence or scores.

use std::collections::HashMap;

use crate::judge::compare;
use crate::judge::outcome::{self, Judgement};
use crate::judge::show;
use crate::model::answer::{Answer, SourceFile};
use crate::model::challenge::{CaseSpec, Challenge, How};
use crate::model::grade::CaseResult;
use crate::model::id::EvidenceId;
use crate::model::observation::{Ending, Observation};
use crate::model::value::Value;
use crate::runtime::{Pool, RuntimeError};
use crate::wire::codec::Budget;
use crate::wire::frame::Phase;
use crate::wire::job::{Action, CaseRun, Job, Question, Step};

use super::observe::{Heard, hear, hear_together, not_run};
use super::{EngineError, jobs};

/// Values that all observations of one answer may hold together, and that the answer's second box may hand back with
/// what it expects. On its way a value is one byte and here it is dozens, so that the bound of bytes alone would let
/// one answer take gigabytes of the host.
pub const VALUES_SEEN_MAX: usize = 1_000_000;
/// The same of the second box, which names what was seen once for each check.
const VALUES_JUDGED_MAX: usize = 2 * VALUES_SEEN_MAX;

/// Characters of what is wrong with a harness.
const HARNESS_TEXT_MAX: usize = 1_000;

/// What the toolbox raises for a harness that cannot be loaded.
const HARNESS_ERROR: &str = "viva._harness.HarnessError";

/// Says of what a case gave whether the cases after it are still to be run.
pub type GoOn<'a> = &'a (dyn Fn(&Observation) -> bool + Send + Sync);

/// What the first box told.
pub struct FirstBox {
    /// The step that loads the answer.
    pub load: Heard,
    /// What the snippet printed, where there is one and the answer loaded.
    pub printed: Option<String>,
    /// Every case in the challenge's order.
    pub cases: Vec<Heard>,
}

/// Runs the answer. Where it does not load, its cases are not run.
///
/// # Errors
/// [`EngineError`] when the run cannot be had, or the challenge's own Python fails.
pub async fn first_box(
    pool: &Pool,
    challenge: &Challenge,
    answer: &Answer,
    seed: u64,
) -> Result<FirstBox, EngineError> {
    first_box_while(pool, challenge, answer, seed, None).await
}

/// The same, but no further step is run once `go_on` says so of what a case gave.
///
/// # Errors
/// As [`first_box`].
pub async fn first_box_while(
    pool: &Pool,
    challenge: &Challenge,
    answer: &Answer,
    seed: u64,
    go_on: Option<GoOn<'_>>,
) -> Result<FirstBox, EngineError> {
    let job = jobs::observing(challenge, answer, seed);
    let heard_of =
        |name: &str, run: &CaseRun| hear(&step_id(name), run.clone(), &mut Budget::of(VALUES_SEEN_MAX));
    let loads = |run: &CaseRun| {
        let Some(Step { name, action }) = job.steps.get(run.step as usize) else { return true };
        let is_case = matches!(action, Action::Drive | Action::Call { .. } | Action::Command { .. });
        let is_wanted = |heard: Heard| {
            (run.step > 0 || heard.defined.is_some())
                && (!is_case || go_on.is_none_or(|go_on| go_on(&heard.observation)))
        };
        (run.step > 0 && go_on.is_none()) || is_wanted(heard_of(name, run))
    };
    let runs = pool.run(&job, loads).await.map_err(|error| EngineError::of_run(error, &challenge.id))?;
    tell_times(&job, &runs);
    let mut by_name: HashMap<String, CaseRun> = runs
        .into_iter()
        .filter_map(|run| Some((job.steps.get(run.step as usize)?.name.clone(), run)))
        .collect();
    let mut budget = Budget::of(VALUES_SEEN_MAX);
    let printed = by_name.remove(jobs::SNIPPET).map(|run| snippet_output(challenge, run)).transpose()?;
    let cases: Vec<Heard> = challenge
        .cases
        .iter()
        .map(|case| {
            by_name
                .remove(case.id.as_str())
                .map_or_else(|| not_run(&case.id), |run| hear(&case.id, run, &mut budget))
        })
        .collect();
    let load = match by_name.remove(jobs::LOAD) {
        Some(load) => hear(&step_id(jobs::LOAD), load, &mut budget),
        // Every case loads the answer; the first one tells for all.
        None => cases.first().cloned().ok_or_else(|| incomplete_run(jobs::LOAD))?,
    };
    blame(pool, challenge, std::iter::once(&load).chain(&cases), seed).await?;
    Ok(FirstBox { load, printed, cases })
}

/// Tells whoever notes times how long each step took, as the run's pid 1 measured it.
fn tell_times(job: &Job, runs: &[CaseRun]) {
    for run in runs {
        if let Some(step) = job.steps.get(run.step as usize) {
            tracing::info!(step = step.name.as_str(), micros = run.measured.wall_us);
        }
    }
}

/// A fault of the harness is told by the process that the answer runs in, so it is only a claim there. It is believed when
/// it is told again without the answer; otherwise it is the answer that tells it, and its case is judged as it is.
async fn blame(
    pool: &Pool,
    challenge: &Challenge,
    mut heard: impl Iterator<Item = &Heard>,
    seed: u64,
) -> Result<(), EngineError> {
    if !heard.any(|heard| heard.phase == Some(Phase::Harness)) {
        return Ok(());
    }
    let nothing = SourceFile { path: "answer.py".to_owned(), ..SourceFile::default() };
    let alone = Answer { files: vec![nothing], prediction: None, explanation: None, sha256: String::new() };
    let job = jobs::observing(challenge, &alone, seed);
    for run in run_all(pool, challenge, &job).await? {
        let Some(step) = job.steps.get(run.step as usize) else { continue };
        let heard = hear(&step_id(&step.name), run, &mut Budget::default());
        if heard.phase == Some(Phase::Harness) {
            return Err(match unfit(&heard.observation) {
                Some(reason) => EngineError::Unfit { challenge: challenge.id.clone(), reason },
                None => harness_fault(challenge, &step.name, &why(&heard.observation, challenge)),
            });
        }
    }
    Ok(())
}

/// What the toolbox says of a harness that cannot be loaded.
fn unfit(observation: &Observation) -> Option<String> {
    let exception = &observation.raised.as_ref()?.exception;
    let is_told = exception.types.first().is_some_and(|name| name == HARNESS_ERROR);
    is_told.then(|| exception.text.to_display().chars().take(HARNESS_TEXT_MAX).collect())
}

/// Asks the oracle what would have been right, compares, and settles every case.
///
/// # Errors
/// [`EngineError`] when the run cannot be had, or the oracle fails.
pub async fn second_box(
    pool: &Pool,
    challenge: &Challenge,
    cases: Vec<Heard>,
    seed: u64,
) -> Result<Vec<CaseResult>, EngineError> {
    let observations: Vec<Observation> = cases.into_iter().map(|heard| heard.observation).collect();
    let mut said = ask(pool, challenge, jobs::questions(challenge, &observations), seed).await?;
    challenge
        .cases
        .iter()
        .zip(observations)
        .map(|(case, observation)| settle(challenge, case, observation, said.remove(case.id.as_str())))
        .collect()
}

/// What the oracle says to each question, by case.
///
/// One process answers them all, since no stranger's code is in it. Where anything at all is amiss in there, each
/// question is asked again in a process of its own, so that no case is judged by what another one's values did to it.
async fn ask(
    pool: &Pool,
    challenge: &Challenge,
    questions: Vec<Question>,
    seed: u64,
) -> Result<HashMap<String, Heard>, EngineError> {
    if questions.is_empty() {
        return Ok(HashMap::new());
    }
    if !pool.is_one_by_one()
        && let Some(said) = ask_together(pool, challenge, &questions, seed).await?
    {
        return Ok(said);
    }
    let names: Vec<String> = questions.iter().map(|asked| asked.case.clone()).collect();
    let alone = jobs::judging(challenge, questions.into_iter().map(|asked| vec![asked]).collect(), seed);
    let mut budget = Budget::of(VALUES_JUDGED_MAX);
    let runs = run_all(pool, challenge, &alone).await?.into_iter();
    let named = runs.filter_map(|run| Some((names.get(run.step as usize)?.clone(), run)));
    Ok(named.map(|(name, run)| (name.clone(), hear(&step_id(&name), run, &mut budget))).collect())
}

/// The same of one process; [`None`] where anything in it was amiss.
async fn ask_together(
    pool: &Pool,
    challenge: &Challenge,
    questions: &[Question],
    seed: u64,
) -> Result<Option<HashMap<String, Heard>>, EngineError> {
    let job = jobs::judging(challenge, vec![questions.to_vec()], seed);
    let ran = run_all(pool, challenge, &job).await?.pop();
    let said = ran.and_then(|run| hear_together(run, &mut Budget::of(VALUES_JUDGED_MAX)));
    let is_answered = |said: &HashMap<String, Heard>, asked: &Question| {
        said.get(&asked.case).is_some_and(|heard| heard.observation.raised.is_none())
    };
    Ok(said.filter(|said| questions.iter().all(|asked| is_answered(said, asked))))
}

/// Runs every step of a job.
async fn run_all(pool: &Pool, challenge: &Challenge, job: &Job) -> Result<Vec<CaseRun>, EngineError> {
    pool.run(job, |_| true).await.map_err(|error| EngineError::of_run(error, &challenge.id))
}

/// Settles one case with what the oracle's box said, where it was asked.
fn settle(
    challenge: &Challenge,
    case: &CaseSpec,
    observation: Observation,
    said: Option<Heard>,
) -> Result<CaseResult, EngineError> {
    if let Some(said) = &said
        && !outcome::is_judgeable(&said.observation)
    {
        let why = why(&said.observation, challenge);
        if matches!(case.how, How::Driven) && is_for_what_it_was_given(said, challenge) {
            return Ok(outcome::unjudgeable(observation, &why));
        }
        return Err(match said.observation.raised {
            Some(_) => harness_fault(challenge, case.id.as_str(), &why),
            None => EngineError::Judging { case: case.id.to_string(), reason: why },
        });
    }
    let settled = match &case.how {
        How::Driven => {
            let judgement = said.map_or(Judgement::NotAsked, |said| {
                let checks = said.expected.into_iter();
                Judgement::Checks(
                    checks.map(|(label, seen, wanted)| compare::check(label, wanted, seen)).collect(),
                )
            });
            outcome::of_driven(observation, judgement, &challenge.limits)
        }
        How::Table { expects, .. } => {
            let expected = said.and_then(|said| last(&said.observation, "expected"));
            outcome::of_table(observation, expects, expected, &challenge.limits)
        }
        How::Command { expects, .. } => outcome::of_command(observation, expects, &challenge.limits),
    };
    settled.map_err(|fault| harness_fault(challenge, case.id.as_str(), &fault.to_string()))
}

/// Errors of an oracle that no observed value can cause: its author's.
const AUTHORS_ERRORS: [&str; 3] = ["NameError", "ImportError", "NotImplementedError"];
/// A name that is bound only where something was seen, as in a loop over nothing: of those errors, but not its author's alone.
const UNBOUND: &str = "UnboundLocalError";

/// Whether an oracle failed for what it was given to judge, and not by a fault of its own.
///
/// An answer chooses the types and the size of what it returns, so it must not be able to escape its grade by
/// them. A challenge whose golden answers get their scores has an oracle that judges right observations. What
/// viva may be to blame for stays a fault: time that passed without being used, and a process that was killed.
fn is_for_what_it_was_given(said: &Heard, challenge: &Challenge) -> bool {
    let observation = &said.observation;
    if let Some(raised) = &observation.raised {
        let is_any =
            |errors: &[&str]| raised.exception.types.iter().any(|name| errors.contains(&name.as_str()));
        let is_authors = is_any(&AUTHORS_ERRORS) && !is_any(&[UNBOUND]);
        return said.phase == Some(Phase::Run) && !is_authors;
    }
    match observation.ending {
        Ending::OutOfTime => observation.measured.cpu_us >= u64::from(challenge.limits.cpu_ms_max) * 900,
        Ending::OutOfMemory | Ending::TooMuchOutput => true,
        _ => false,
    }
}

/// The last value recorded under a name.
fn last(observation: &Observation, name: &str) -> Option<Value> {
    let found = observation.records.iter().rev().find(|(known, _)| known == name);
    found.map(|(_, value)| value.clone())
}

/// What the snippet printed.
///
/// # Errors
/// [`EngineError::Snippet`] when it did not run to its end.
pub fn snippet_output(challenge: &Challenge, run: CaseRun) -> Result<String, EngineError> {
    let observation = hear(&step_id(jobs::SNIPPET), run, &mut Budget::default()).observation;
    if outcome::is_judgeable(&observation) {
        return Ok(String::from_utf8_lossy(&observation.stdout.bytes).into_owned());
    }
    let reason = why(&observation, challenge);
    Err(EngineError::Snippet { challenge: challenge.id.clone(), reason })
}

/// Why a step that must run to its end did not, in words.
fn why(observation: &Observation, challenge: &Challenge) -> String {
    if let Some((_, said)) = outcome::of_ending(&observation.ending, &observation.measured, &challenge.limits)
    {
        return said;
    }
    match (&observation.raised, &observation.ending) {
        (Some(raised), _) => format!("raised {}", show::exception_line(&raised.exception, 300)),
        (None, Ending::Exited(code)) => format!("it ended with code {code} before its end"),
        (None, _) => "it did not come to its end".to_owned(),
    }
}

fn harness_fault(challenge: &Challenge, case: &str, reason: &str) -> EngineError {
    EngineError::Harness { challenge: challenge.id.clone(), case: case.to_owned(), reason: reason.to_owned() }
}

/// The name of a step, as an id for its observation.
pub fn step_id(name: &str) -> EvidenceId {
    EvidenceId::new(name).expect("step names are ids of cases or the constants in `jobs`")
}

/// A run that ended without one of its steps.
pub fn incomplete_run(step: &str) -> RuntimeError {
    RuntimeError::NotReady { reason: format!("a run ended without its step `{step}`") }
}
