//! One answer, from the request to the grade.
//!
//! Must not know how answers are read or grades are shown.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::task::JoinHandle;
use tracing::{Instrument, info_span};

use crate::judge::{evidence, hint, outcome};
use crate::model::answer::Answer;
use crate::model::challenge::Challenge;
use crate::model::evidence::{Asked, Evidence, State};
use crate::model::grade::{
    CaseResult, Fault, Grade, Interpreter, LoadFailure, Outcome, Prediction, RuntimeKind, Verdict,
};
use crate::model::id::EvidenceId;
use crate::model::isolation::Isolation;
use crate::runtime::{Pool, RuntimeError};
use crate::source::idioms::{IdiomResult, Rules};
use crate::source::intake::{Handed, Intake};

use super::boxes::{first_box, incomplete_run, second_box};
use super::observe::Heard;
use super::together::{Known, may_share, together};
use super::{EngineError, jobs, load};

/// The start of the answer's box wants the processors first; it then works on one of them.
const IDIOMS_AFTER: Duration = Duration::from_millis(1);

/// Grades answers on a pool of workers.
#[derive(Debug)]
pub struct Engine {
    pool: Pool,
    toolbox_sha256: String,
    /// Rules of idioms that were compiled, by the revision of their challenge.
    rules: Mutex<HashMap<String, Rules>>,
}

/// What came of running an answer.
struct Ran {
    /// A step that loaded it, or failed to.
    load: Heard,
    /// What the snippet printed.
    printed: Option<String>,
    /// Every case in the challenge's order, or why the answer does not load.
    cases: Result<Vec<CaseResult>, LoadFailure>,
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

    /// The hash of the toolbox that its workers carry.
    #[must_use]
    pub fn toolbox_sha256(&self) -> &str {
        &self.toolbox_sha256
    }

    /// The pool that runs everything.
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
            let (because, fault) = (error.to_string(), error.fault());
            Grade { verdict: Verdict::Ungraded { because, fault }, ..self.blank(&request) }
        })
    }

    /// Something that can be no answer: every case is denied, and nothing is run.
    fn refuse(&self, request: &Request, message: &str) -> Grade {
        let challenge = &request.challenge;
        let failure = LoadFailure { message: message.to_owned(), place: None, outcome: Outcome::Denied };
        let denied = |id: &EvidenceId| CaseResult {
            outcome: Outcome::Denied,
            ..outcome::not_run(id.clone(), message)
        };
        let cases: Vec<CaseResult> = challenge.cases.iter().map(|case| denied(&case.id)).collect();
        let evidence = gather(challenge, None, &cases, None, &[]);
        let hint = hint::suggest(challenge, &evidence, Some(&failure), None, request.asked);
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
        let ran = self.run(request, answer).await?;
        let foretold = answer.prediction.clone();
        let prediction = ran.printed.map(|printed| Prediction { printed, foretold });
        let undefined = load::undefined(challenge, &ran.load);
        let (cases, load_failure, shapes) = match ran.cases {
            Ok(cases) => (cases, None, shapes.await.unwrap_or_default()),
            Err(failure) => (not_run(challenge, &failure), Some(failure), Vec::new()),
        };
        let _judging = info_span!("evidence and hint").entered();
        let evidence = gather(challenge, Some(answer), &cases, prediction.as_ref(), &shapes);
        let hint =
            hint::suggest(challenge, &evidence, load_failure.as_ref(), prediction.as_ref(), request.asked);
        let mut grade = self.blank(request);
        grade.undefined = undefined;
        grade.verdict = Verdict::Graded(hint);
        grade.load_failure = load_failure;
        grade.cases = cases;
        grade.evidence = evidence;
        grade.prediction = prediction;
        Ok(grade)
    }

    /// Runs the answer and settles its cases: those of a plain answer in one process first, and then each that is not met
    /// by that in a process of its own.
    async fn run(&self, request: &Request, answer: &Answer) -> Result<Ran, EngineError> {
        let challenge = &*request.challenge;
        let mut known = self.together(request, answer).await;
        let Some(rest) = known.rest(challenge) else {
            let cases = Ok(in_order(challenge, known.results));
            let load = known.load.ok_or_else(|| incomplete_run(jobs::LOAD))?;
            return Ok(Ran { load, printed: known.printed, cases });
        };
        let box_of_answer = info_span!("the answer's box");
        let first = first_box(&self.pool, &rest, answer, request.seed).instrument(box_of_answer).await?;
        let (load, printed) = (known.load.unwrap_or(first.load), known.printed.or(first.printed));
        if let Some(failure) = load::failure(&load, &challenge.limits) {
            return Ok(Ran { load, printed, cases: Err(failure) });
        }
        let box_of_oracle = info_span!("the oracle's box, and comparing");
        let settled =
            second_box(&self.pool, &rest, first.cases, request.seed).instrument(box_of_oracle).await?;
        known.results.extend(settled.into_iter().map(|result| (result.id.clone(), result)));
        Ok(Ran { load, printed, cases: Ok(in_order(challenge, known.results)) })
    }

    /// What is known of an answer whose cases may share a process; nothing of another one.
    async fn together(&self, request: &Request, answer: &Answer) -> Known {
        if !may_share(&self.pool, &request.challenge, answer) {
            return Known::default();
        }
        let boxes = info_span!("both boxes, with one process for all cases");
        together(&self.pool, &request.challenge, answer, request.seed).instrument(boxes).await
    }

    /// Looks at the source on a thread of its own while the answer runs.
    pub(super) fn look_for_idioms(
        &self,
        challenge: &Challenge,
        answer: &Answer,
    ) -> JoinHandle<Vec<IdiomResult>> {
        let mut known = self.rules.lock().unwrap_or_else(PoisonError::into_inner);
        let rules = known.entry(challenge.revision.clone()).or_insert_with(|| {
            Rules::compile(&challenge.idioms)
                .expect("a loaded challenge's rules were compiled when it was loaded")
        });
        let (rules, answer) = (rules.clone(), answer.clone());
        let looking = info_span!("idioms, on a thread of their own");
        tokio::spawn(async move {
            tokio::time::sleep(IDIOMS_AFTER).await;
            let looked = tokio::task::spawn_blocking(move || looking.in_scope(|| rules.look(&answer)));
            looked.await.unwrap_or_default()
        })
    }

    /// A grade of everything that is known before anything has run.
    fn blank(&self, request: &Request) -> Grade {
        blank(request, &self.toolbox_sha256, self.pool.isolation(), self.pool.interpreter())
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
    let verdict = Verdict::Ungraded { because: error.to_string(), fault: Fault::Viva };
    Grade { verdict, ..blank(request, toolbox_sha256, &isolation, &interpreter) }
}

/// A grade of everything that is known before anything has run; it is ungraded.
fn blank(request: &Request, toolbox_sha256: &str, isolation: &Isolation, interpreter: &Interpreter) -> Grade {
    let (answer_sha256, files, notes) = match &request.handed {
        Handed::Answer(Intake { answer, notes }) => {
            (answer.sha256.clone(), answer.files.clone(), notes.clone())
        }
        Handed::Refused { sha256, .. } => (sha256.clone().unwrap_or_default(), Vec::new(), Vec::new()),
    };
    Grade {
        challenge: Arc::clone(&request.challenge),
        answer_sha256,
        files,
        toolbox_sha256: toolbox_sha256.to_owned(),
        verdict: Verdict::Ungraded { because: "nothing was run".to_owned(), fault: Fault::Viva },
        load_failure: None,
        undefined: Vec::new(),
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

fn not_run(challenge: &Challenge, failure: &LoadFailure) -> Vec<CaseResult> {
    let message = format!("not run, since the answer does not load: {}", failure.message);
    challenge.cases.iter().map(|case| outcome::not_run(case.id.clone(), message.as_str())).collect()
}

/// The results of every case in the challenge's order.
fn in_order(challenge: &Challenge, mut results: HashMap<EvidenceId, CaseResult>) -> Vec<CaseResult> {
    challenge.cases.iter().filter_map(|case| results.remove(&case.id)).collect()
}

/// All evidence in the challenge's order: cases, idioms, concepts, the prediction.
fn gather(
    challenge: &Challenge,
    answer: Option<&Answer>,
    cases: &[CaseResult],
    prediction: Option<&Prediction>,
    shapes: &[IdiomResult],
) -> Vec<Evidence> {
    let explanation = answer.and_then(|answer| answer.explanation.as_deref());
    let files: Vec<&str> =
        answer.iter().flat_map(|answer| &answer.files).map(|file| file.path.as_str()).collect();
    let results = challenge.cases.iter().zip(cases);
    let mut all: Vec<Evidence> =
        results.map(|(spec, result)| evidence::of_case(spec, result, &files)).collect();
    for idiom in &challenge.idioms {
        let found = shapes.iter().find(|shape| shape.id == idiom.id);
        let (lines, elsewhere) =
            found.map(|found| (found.lines.clone(), found.elsewhere.clone())).unwrap_or_default();
        let met = found.is_some_and(|found| found.state == State::Met);
        let piece = evidence::of_idiom(idiom, met, lines, elsewhere);
        all.push(match found {
            Some(found) if found.state == State::Unheard => {
                Evidence { state: State::Unheard, quote: Some(found.because.clone()), ..piece }
            }
            _ => piece,
        });
    }
    all.extend(challenge.concepts.iter().map(|concept| evidence::of_concept(concept, explanation)));
    // Where the answer does not load the snippet is not run: there is no truth to hold the words against.
    all.extend(
        challenge
            .prediction
            .iter()
            .zip(prediction)
            .map(|(spec, prediction)| evidence::of_prediction(spec, prediction)),
    );
    all
}
