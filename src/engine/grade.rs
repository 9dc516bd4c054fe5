//! One answer, from the request to the grade.
//!
//! Must not know how answers are read or grades are shown.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::task::JoinHandle;

use crate::judge::{compare, concept, hint, outcome, prediction};
use crate::model::answer::Answer;
use crate::model::challenge::{
    CaseSpec, Challenge, ConceptSpec, How, IdiomSpec, PredictionSpec, TableExpectation,
};
use crate::model::check::{Check, Expectation};
use crate::model::evidence::{Asked, Evidence, EvidenceKind, State};
use crate::model::grade::{
    CaseResult, Grade, Interpreter, LoadFailure, Outcome, Prediction, RuntimeKind, Verdict,
};
use crate::model::id::EvidenceId;
use crate::model::isolation::Isolation;
use crate::model::observation::{Ending, Observation};
use crate::model::value::Value;
use crate::runtime::{Pool, RuntimeError};
use crate::source::idioms::{IdiomResult, Rules};
use crate::source::intake::{Handed, Intake};
use crate::wire::job::CaseRun;

use super::observe::{Heard, hear, not_run};
use super::{EngineError, jobs};

/// Grades answers on a pool of workers.
#[derive(Debug)]
pub struct Engine {
    pool: Pool,
    toolbox_sha256: String,
    /// Rules of idioms that were compiled, by the revision of their challenge.
    rules: Mutex<HashMap<String, Rules>>,
}

/// One answer to grade.
#[derive(Debug, Clone)]
pub struct Request {
    /// The challenge.
    pub challenge: Arc<Challenge>,
    /// What was handed in.
    pub handed: Handed,
    /// The seed of all hidden inputs.
    pub seed: u64,
    /// Which evidence was asked for.
    pub asked: Asked,
}

/// What the first box told.
struct FirstBox {
    load: Heard,
    printed: Option<String>,
    cases: Vec<Heard>,
}

impl Engine {
    /// Takes a pool that is ready and the hash of the toolbox that its workers carry.
    #[must_use]
    pub fn new(pool: Pool, toolbox_sha256: String) -> Self {
        Self { pool, toolbox_sha256, rules: Mutex::default() }
    }

    /// The walls around every run.
    #[must_use]
    pub fn isolation(&self) -> &Isolation {
        self.pool.isolation()
    }

    /// The pool, for tests that kill its workers.
    #[must_use]
    pub fn pool(&self) -> &Pool {
        &self.pool
    }

    /// Grades one answer. A failure of viva itself is an ungraded grade with the reason, never an error and
    /// never a low score.
    pub async fn grade(&self, request: Request) -> Grade {
        let graded = match &request.handed {
            Handed::Answer(intake) => self.try_grade(&request, &intake.answer).await,
            Handed::Refused { refusal, .. } => Ok(self.refuse(&request, &refusal.to_string())),
        };
        graded.unwrap_or_else(|error| {
            let because = error.to_string();
            Grade { verdict: Verdict::Ungraded { because }, ..self.blank(&request) }
        })
    }

    /// An answer that cannot be one: every case is denied, and nothing is run.
    fn refuse(&self, request: &Request, message: &str) -> Grade {
        let challenge = &request.challenge;
        let failure = LoadFailure { message: message.to_owned(), place: None, outcome: Outcome::Denied };
        let cases: Vec<CaseResult> = challenge
            .cases
            .iter()
            .map(|case| {
                let denied = Observation { ending: Ending::Denied, ..not_run(&case.id) };
                let settled = outcome::settle(case, &denied, &[], &challenge.limits);
                CaseResult { message: message.to_owned(), ..settled }
            })
            .collect();
        let nothing = Answer { files: Vec::new(), prediction: None, explanation: None, sha256: String::new() };
        let evidence = gather(challenge, &nothing, &cases, None, &[]);
        let hint = hint::hint(challenge, &evidence, Some(&failure), false, request.asked);
        Grade {
            verdict: Verdict::Graded(hint),
            load_failure: Some(failure),
            cases,
            evidence,
            ..self.blank(request)
        }
    }

    async fn try_grade(&self, request: &Request, answer: &Answer) -> Result<Grade, EngineError> {
        let challenge = &request.challenge;
        let shapes = self.look_for_idioms(challenge, answer);
        let first = self.first_box(request, answer).await?;
        let load_failure = outcome::load_failure(&first.load.observation, &challenge.limits);
        let checks = match load_failure {
            Some(_) => HashMap::new(),
            None => self.second_box(request, &first.cases).await?,
        };
        let cases = settle(challenge, &first, &checks, load_failure.as_ref());
        let foretold = answer.prediction.clone();
        let prediction = first.printed.clone().map(|printed| Prediction { printed, foretold });
        let shapes = if load_failure.is_some() { Vec::new() } else { shapes.await.unwrap_or_default() };
        let evidence = gather(challenge, answer, &cases, prediction.as_ref(), &shapes);
        let lacks_every_entry = lacks_every_entry(challenge, &first.load);
        let hint = hint::hint(challenge, &evidence, load_failure.as_ref(), lacks_every_entry, request.asked);
        let mut grade = self.blank(request);
        grade.notes.extend(entry_notes(challenge, &first.load));
        grade.verdict = Verdict::Graded(hint);
        grade.load_failure = load_failure;
        grade.cases = cases;
        grade.evidence = evidence;
        grade.prediction = prediction;
        Ok(grade)
    }

    /// Looks at the source on a thread of its own while the answer runs.
    fn look_for_idioms(&self, challenge: &Challenge, answer: &Answer) -> JoinHandle<Vec<IdiomResult>> {
        let mut known = self.rules.lock().unwrap_or_else(PoisonError::into_inner);
        let rules = known.entry(challenge.revision.clone()).or_insert_with(|| {
            Rules::compile(&challenge.idioms).expect("a loaded challenge's rules were compiled when it was loaded")
        });
        let (rules, answer) = (rules.clone(), answer.clone());
        tokio::task::spawn_blocking(move || rules.look(&answer))
    }

    /// A grade of everything that is known before anything has run.
    fn blank(&self, request: &Request) -> Grade {
        blank(request, &self.toolbox_sha256, self.pool.isolation(), self.pool.interpreter())
    }

    /// Runs the answer. Where it does not load, its cases are not run.
    async fn first_box(&self, request: &Request, answer: &Answer) -> Result<FirstBox, EngineError> {
        let challenge = &request.challenge;
        let job = jobs::observing(challenge, answer, request.seed);
        let load_id = step_id(jobs::LOAD);
        let loads = |run: &CaseRun| run.step != 0 || hear(&load_id, run.clone()).defined.is_some();
        let runs = self.pool.run(&job, loads).await?;
        let mut by_name: HashMap<String, CaseRun> =
            runs.into_iter().map(|run| (job.steps[run.step as usize].name.clone(), run)).collect();
        let load = by_name.remove(jobs::LOAD).ok_or_else(|| incomplete_run("load"))?;
        let load = hear(&load_id, load);
        let printed = match (&challenge.prediction, by_name.remove(jobs::SNIPPET)) {
            (Some(_), Some(run)) => Some(snippet_output(challenge, run)?),
            _ => None,
        };
        let cases = challenge
            .cases
            .iter()
            .map(|case| match by_name.remove(case.id.as_str()) {
                Some(run) => hear(&case.id, run),
                None => Heard { observation: not_run(&case.id), defined: None, expected: Vec::new() },
            })
            .collect();
        Ok(FirstBox { load, printed, cases })
    }

    /// Asks the oracle what would have been right, and compares.
    async fn second_box(
        &self,
        request: &Request,
        cases: &[Heard],
    ) -> Result<HashMap<EvidenceId, Vec<Check>>, EngineError> {
        let challenge = &request.challenge;
        let observations: Vec<Observation> = cases.iter().map(|heard| heard.observation.clone()).collect();
        let job = jobs::judging(challenge, &observations, request.seed);
        let mut checks: HashMap<EvidenceId, Vec<Check>> = challenge
            .cases
            .iter()
            .zip(&observations)
            .filter_map(|(case, observation)| Some((case.id.clone(), stated_checks(case, observation)?)))
            .collect();
        if job.steps.is_empty() {
            return Ok(checks);
        }
        let runs = self.pool.run(&job, |_| true).await?;
        for run in runs {
            let name = job.steps[run.step as usize].name.clone();
            let case = challenge.cases.iter().zip(&observations).find(|(case, _)| case.id.as_str() == name);
            let Some((case, observation)) = case else { continue };
            let said = hear(&case.id, run);
            checks.insert(case.id.clone(), oracle_checks(challenge, case, observation, said)?);
        }
        Ok(checks)
    }
}

/// The grade of an answer for which no pool could be had: a missing wall, or no worker.
#[must_use]
pub fn ungraded(request: &Request, toolbox_sha256: &str, kind: RuntimeKind, error: &RuntimeError) -> Grade {
    let isolation = match error {
        RuntimeError::IsolationNotMet { isolation } => (**isolation).clone(),
        _ => Isolation { walls: Vec::new(), weaker_allowed: false },
    };
    let interpreter = Interpreter { kind, python: String::new(), sha256: String::new() };
    let verdict = Verdict::Ungraded { because: error.to_string() };
    Grade { verdict, ..blank(request, toolbox_sha256, &isolation, &interpreter) }
}

/// A grade of everything that is known before anything has run; it is ungraded.
fn blank(request: &Request, toolbox_sha256: &str, isolation: &Isolation, interpreter: &Interpreter) -> Grade {
    let (answer_sha256, source, notes) = match &request.handed {
        Handed::Answer(Intake { answer, notes }) => {
            (answer.sha256.clone(), answer.main().to_owned(), notes.clone())
        }
        Handed::Refused { sha256, .. } => (sha256.clone().unwrap_or_default(), String::new(), Vec::new()),
    };
    Grade {
        challenge: Arc::clone(&request.challenge),
        answer_sha256,
        source,
        toolbox_sha256: toolbox_sha256.to_owned(),
        verdict: Verdict::Ungraded { because: "nothing was run".to_owned() },
        load_failure: None,
        notes,
        cases: Vec::new(),
        evidence: Vec::new(),
        prediction: None,
        isolation: isolation.clone(),
        interpreter: interpreter.clone(),
        seed: request.seed,
        asked: request.asked,
        limits: request.challenge.limits,
    }
}

/// A step that is no case, as an id for its observation.
fn step_id(name: &str) -> EvidenceId {
    EvidenceId::new(name).expect("step names are valid ids by their definition in `jobs`")
}

fn incomplete_run(step: &str) -> RuntimeError {
    RuntimeError::NotReady { reason: format!("a run ended without its step `{step}`") }
}

fn snippet_output(challenge: &Challenge, run: CaseRun) -> Result<String, EngineError> {
    let heard = hear(&step_id(jobs::SNIPPET), run);
    if heard.observation.complete && heard.observation.raised.is_none() {
        return Ok(String::from_utf8_lossy(&heard.observation.stdout.bytes).into_owned());
    }
    let reason = outcome::why_incomplete(&heard.observation, &challenge.limits);
    Err(EngineError::Snippet { challenge: challenge.id.clone(), reason })
}

/// The value that a driver recorded under a name, the last one winning.
fn recorded<'a>(observation: &'a Observation, name: &str) -> Option<&'a Value> {
    observation.records.iter().rev().find(|(known, _)| known == name).map(|(_, value)| value)
}

/// Checks of a table case that need no second box, since the manifest states them as plain text.
fn stated_checks(case: &CaseSpec, observation: &Observation) -> Option<Vec<Check>> {
    let How::Table { expects, .. } = &case.how else { return None };
    let missing = Value::Marked(crate::model::value::Mark::Missing);
    let (name, expectation) = match expects {
        TableExpectation::Equals(_) => return None,
        TableExpectation::Raises(kind) => {
            ("error", Expectation::Raises { kind: kind.clone(), containing: None })
        }
        TableExpectation::Prints(text) => ("printed", Expectation::Equals(Value::Str(text.as_str().into()))),
    };
    let seen = recorded(observation, name).or_else(|| recorded(observation, "result")).unwrap_or(&missing);
    Some(vec![checked(String::new(), seen.clone(), expectation)])
}

/// What the oracle's box said about one case, compared.
fn oracle_checks(
    challenge: &Challenge,
    case: &CaseSpec,
    observation: &Observation,
    said: Heard,
) -> Result<Vec<Check>, EngineError> {
    let fault = |reason: String| EngineError::Harness {
        challenge: challenge.id.clone(),
        case: case.id.to_string(),
        reason,
    };
    if !said.observation.complete || said.observation.raised.is_some() {
        return Err(fault(outcome::why_incomplete(&said.observation, &challenge.limits)));
    }
    if case.how == How::Driven {
        if said.expected.is_empty() {
            return Err(fault("it expects nothing".to_owned()));
        }
        return Ok(said.expected.into_iter().map(|(label, seen, e)| checked(label, seen, e)).collect());
    }
    let expected = recorded(&said.observation, "expected");
    let expected = expected.ok_or_else(|| fault("it has no expected value".to_owned()))?;
    let missing = Value::Marked(crate::model::value::Mark::Missing);
    // A call that raised recorded `error` and no `result`: the error is what was seen.
    let seen = recorded(observation, "result").or_else(|| recorded(observation, "error")).unwrap_or(&missing);
    Ok(vec![checked(String::new(), seen.clone(), Expectation::Equals(expected.clone()))])
}

fn checked(label: String, seen: Value, expectation: Expectation) -> Check {
    let holds = compare::holds(&expectation, &seen);
    Check { label, seen, expectation, holds }
}

/// Settles every case in the challenge's order.
fn settle(
    challenge: &Challenge,
    first: &FirstBox,
    checks: &HashMap<EvidenceId, Vec<Check>>,
    load_failure: Option<&LoadFailure>,
) -> Vec<CaseResult> {
    let none = Vec::new();
    challenge
        .cases
        .iter()
        .zip(&first.cases)
        .map(|(case, heard)| {
            if load_failure.is_some() {
                return outcome::settle(case, &not_run(&case.id), &none, &challenge.limits);
            }
            let checks = checks.get(&case.id).unwrap_or(&none);
            outcome::settle(case, &heard.observation, checks, &challenge.limits)
        })
        .collect()
}

/// All evidence in the challenge's order: cases, idioms, the prediction, concepts.
fn gather(
    challenge: &Challenge,
    answer: &Answer,
    cases: &[CaseResult],
    prediction: Option<&Prediction>,
    shapes: &[IdiomResult],
) -> Vec<Evidence> {
    let mut all: Vec<Evidence> = challenge.cases.iter().zip(cases).map(case_evidence).collect();
    all.extend(challenge.idioms.iter().map(|idiom| idiom_evidence(idiom, shapes)));
    all.extend(challenge.prediction.iter().map(|spec| prediction_evidence(spec, answer, prediction)));
    let explanation = answer.explanation.as_deref().unwrap_or_default();
    all.extend(challenge.concepts.iter().map(|concept| concept_evidence(concept, explanation)));
    all
}

fn idiom_evidence(idiom: &IdiomSpec, shapes: &[IdiomResult]) -> Evidence {
    let found = shapes.iter().find(|shape| shape.id == idiom.id);
    Evidence {
        id: idiom.id.clone(),
        kind: EvidenceKind::Idiom,
        title: idiom.title.clone(),
        earns: idiom.earns,
        state: found.map_or(State::Unmet, |found| found.state),
        lines: found.map(|found| found.lines.clone()).unwrap_or_default(),
        quote: found.map(|found| found.because.clone()).filter(|because| !because.is_empty()),
    }
}

fn prediction_evidence(spec: &PredictionSpec, answer: &Answer, known: Option<&Prediction>) -> Evidence {
    // Where the answer does not load the snippet is not run, so there is no truth to hold the words against.
    let state = match known.map(|known| (&known.printed, &known.foretold)) {
        None | Some((_, None)) => State::Unheard,
        Some((printed, Some(foretold))) if prediction::agrees(foretold, printed) => State::Met,
        Some((_, Some(_))) => State::Unmet,
    };
    Evidence {
        id: spec.id.clone(),
        kind: EvidenceKind::Prediction,
        title: spec.title.clone(),
        earns: spec.earns,
        state,
        lines: Vec::new(),
        quote: answer.prediction.clone(),
    }
}

fn concept_evidence(concept: &ConceptSpec, explanation: &str) -> Evidence {
    let quote = concept::heard(explanation, &concept.phrases);
    Evidence {
        id: concept.id.clone(),
        kind: EvidenceKind::Concept,
        title: concept.title.clone(),
        earns: concept.earns,
        state: if quote.is_some() { State::Met } else { State::Unheard },
        lines: Vec::new(),
        quote,
    }
}

fn case_evidence((case, result): (&CaseSpec, &CaseResult)) -> Evidence {
    let met = result.outcome == Outcome::Met;
    Evidence {
        id: case.id.clone(),
        kind: EvidenceKind::Case,
        title: case.title.clone(),
        earns: case.earns,
        state: if met { State::Met } else { State::Unmet },
        lines: result.place.iter().map(|place| place.line).collect(),
        quote: (!met).then(|| result.message.clone()),
    }
}

/// Whether the answer loaded and defines none of the names that were asked for.
fn lacks_every_entry(challenge: &Challenge, load: &Heard) -> bool {
    load.defined.as_ref().is_some_and(|defined| {
        challenge.entries.iter().all(|entry| defined.iter().all(|name| *name != entry.name))
    })
}

/// A remark for each name that was asked for and is not there, with what is near.
fn entry_notes(challenge: &Challenge, load: &Heard) -> Vec<String> {
    let Some(defined) = &load.defined else { return Vec::new() };
    challenge
        .entries
        .iter()
        .filter(|entry| defined.iter().all(|name| *name != entry.name))
        .map(|entry| missing_entry(&entry.name, defined.iter().map(String::as_str)))
        .collect()
}

fn missing_entry<'a>(wanted: &str, defined: impl Iterator<Item = &'a str>) -> String {
    let defined: Vec<&str> = defined.take(50).collect();
    let near = defined
        .iter()
        .map(|name| (strsim::jaro_winkler(&wanted.to_lowercase(), &name.to_lowercase()), name))
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0));
    match (near, defined.is_empty()) {
        (Some((_, name)), _) => format!("the answer defines no `{wanted}`; did it mean `{name}`?"),
        (None, true) => format!("the answer defines no `{wanted}`; it defines nothing"),
        (None, false) => {
            let found: Vec<String> = defined.iter().take(8).map(|name| format!("`{name}`")).collect();
            format!("the answer defines no `{wanted}`; it defines {}", found.join(", "))
        }
    }
}
