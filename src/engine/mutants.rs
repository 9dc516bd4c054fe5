//! Runs mutants of right answers through a challenge's cases, to see which the harness tells from the right answer.
//!
//! A mutant is caught when it misses a case that its answer meets. Must not know how mutants are made or shown.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::sync::OnceCell;

use crate::judge::outcome::is_judgeable;
use crate::model::answer::Answer;
use crate::model::challenge::Challenge;
use crate::model::evidence::State;
use crate::model::grade::Outcome;
use crate::model::id::EvidenceId;
use crate::model::limits::Limits;
use crate::model::observation::{Ending, Observation};

use super::boxes::{first_box, first_box_while, second_box};
use super::engines::Engines;
use super::load;
use super::observe::Heard;
use super::{Engine, EngineError};

/// CPU time, in microseconds, over which a case of the right answer is slow: slow ones are run last.
const SLOW_US: u64 = 50_000;
/// A mutant's case may take so many times what the right answer's took, ...
const TIMES_LONGER: u64 = 8;
/// ... and so many milliseconds of CPU time more; a loop that does not end costs little more than this.
const CPU_MARGIN_MS: u64 = 250;
/// The same of wall time: a mutant that waits for ever waits so long. Generous, since machines are busy.
const WALL_MARGIN_MS: u64 = 3_000;

/// A right answer and the mutants to run.
#[derive(Debug)]
pub struct Subject {
    /// The challenge.
    pub challenge: Arc<Challenge>,
    /// The right answer.
    pub answer: Answer,
    /// For each mutant the text of `answer.py`.
    pub mutants: Vec<String>,
}

/// What a mutant did with one case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// It was not run, since the mutant was caught before.
    NotRun,
    /// Met, as by the right answer.
    Met,
    /// Missed: the mutant is caught.
    Missed,
    /// The right answer does not meet it, so it says nothing.
    NoWitness,
}

/// What became of one mutant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trial {
    /// One for each case, in the challenge's order.
    pub marks: Vec<Mark>,
    /// Idioms that only the mutant misses; looked for where no case caught it.
    pub idioms: Vec<EvidenceId>,
    /// The compiler refuses it, though the grammar does not: it is no mutant.
    pub refused: bool,
}

impl Trial {
    /// Whether a case told it from the right answer.
    #[must_use]
    pub fn is_caught(&self) -> bool {
        self.marks.contains(&Mark::Missed)
    }
}

/// What became of all mutants of one answer.
#[derive(Debug)]
pub struct Tried {
    /// Cases that the right answer itself does not meet.
    pub misses: Vec<EvidenceId>,
    /// One for each mutant, in order; [`Err`] with the reason where viva could not run it.
    pub trials: Vec<Result<Trial, String>>,
}

/// Cases of the right answer that are run together, and the limits of a mutant of it.
#[derive(Debug)]
struct Stage {
    cases: Vec<usize>,
    limits: Limits,
}

/// What the right answer did.
#[derive(Debug)]
struct Baseline {
    stages: Vec<Stage>,
    observations: Vec<Observation>,
    /// Whether two runs with one seed saw the same.
    steady: Vec<bool>,
    met: Vec<bool>,
    idioms: Vec<EvidenceId>,
}

/// Runs every mutant of every subject, as many at once as the pool has workers and one more.
///
/// Unless `every_case`, a mutant is run until its first miss. `told` hears of each that is done.
pub async fn try_all(
    engines: &Engines,
    subjects: Vec<Subject>,
    seed: u64,
    every_case: bool,
    workers: usize,
    told: Arc<dyn Fn() + Send + Sync>,
) -> Vec<Tried> {
    let work = Arc::new(Work::new(subjects, seed, every_case));
    let tasks: Vec<_> = (0..=workers)
        .map(|_| {
            let (engines, work, told) = (engines.clone(), Arc::clone(&work), Arc::clone(&told));
            tokio::spawn(async move { work.take_part(&engines, &*told).await })
        })
        .collect();
    let mut all: Vec<Tried> = work
        .subjects
        .iter()
        .map(|subject| Tried { misses: Vec::new(), trials: vec![Err(String::new()); subject.mutants.len()] })
        .collect();
    for task in tasks {
        match task.await {
            Ok(done) => {
                done.into_iter().for_each(|(subject, mutant, trial)| all[subject].trials[mutant] = trial)
            }
            Err(panic) => std::panic::resume_unwind(panic.into_panic()),
        }
    }
    for ((tried, subject), baseline) in all.iter_mut().zip(&work.subjects).zip(&work.baselines) {
        if let Some(Ok(baseline)) = baseline.get() {
            let missed = subject.challenge.cases.iter().zip(&baseline.met).filter(|(_, met)| !**met);
            tried.misses = missed.map(|(case, _)| case.id.clone()).collect();
        }
    }
    all
}

/// The mutants that are still to be run, shared by all who run them.
struct Work {
    subjects: Vec<Subject>,
    baselines: Vec<OnceCell<Result<Baseline, String>>>,
    list: Vec<(usize, usize)>,
    next: AtomicUsize,
    seed: u64,
    every_case: bool,
}

type Done = Vec<(usize, usize, Result<Trial, String>)>;

impl Work {
    fn new(subjects: Vec<Subject>, seed: u64, every_case: bool) -> Self {
        let of = |(index, subject): (usize, &Subject)| {
            (0..subject.mutants.len()).map(move |mutant| (index, mutant)).collect::<Vec<_>>()
        };
        let list = subjects.iter().enumerate().flat_map(of).collect();
        let baselines = subjects.iter().map(|_| OnceCell::new()).collect();
        Self { subjects, baselines, list, next: AtomicUsize::new(0), seed, every_case }
    }

    async fn take_part(&self, engines: &Engines, told: &(dyn Fn() + Send + Sync)) -> Done {
        let mut done = Vec::new();
        while let Some(&(subject, mutant)) = self.list.get(self.next.fetch_add(1, Ordering::Relaxed)) {
            done.push((subject, mutant, self.run(engines, subject, mutant).await));
            told();
        }
        done
    }

    async fn run(&self, engines: &Engines, index: usize, mutant: usize) -> Result<Trial, String> {
        let subject = &self.subjects[index];
        let engine = engines.engine(&subject.challenge);
        let baseline = self.baselines[index]
            .get_or_init(|| async {
                let measured = baseline(engine, subject, self.seed).await;
                measured.map_err(|error| error.to_string())
            })
            .await;
        let baseline = baseline.as_ref().map_err(Clone::clone)?;
        let mut answer = subject.answer.clone();
        if let Some(main) = answer.files.first_mut() {
            main.text.clone_from(&subject.mutants[mutant]);
        }
        let attempt =
            Attempt { engine, baseline, challenge: &subject.challenge, answer: &answer, work: self };
        attempt.run().await.map_err(|error| error.to_string())
    }
}

/// Runs the right answer twice: what it does, what it needs, and what differs from run to run by itself.
async fn baseline(engine: &Engine, subject: &Subject, seed: u64) -> Result<Baseline, EngineError> {
    let challenge = within(&subject.challenge, &all_cases(&subject.challenge), subject.challenge.limits);
    let first = first_box(engine.pool(), &challenge, &subject.answer, seed).await?;
    let again = first_box(engine.pool(), &challenge, &subject.answer, seed).await?;
    let observed = |cases: &[Heard]| -> Vec<Observation> {
        cases.iter().map(|heard| heard.observation.clone()).collect()
    };
    let (observations, others) = (observed(&first.cases), observed(&again.cases));
    let results = second_box(engine.pool(), &challenge, first.cases, seed).await?;
    let met: Vec<bool> = results.iter().map(|result| result.outcome == Outcome::Met).collect();
    let steady = observations.iter().zip(&others).map(|(one, other)| looks_same(one, other)).collect();
    let is_slow =
        |index: usize| observations[index].measured.cpu_us.min(others[index].measured.cpu_us) > SLOW_US;
    let (slow, quick): (Vec<usize>, Vec<usize>) =
        all_cases(&challenge).into_iter().filter(|index| met[*index]).partition(|index| is_slow(*index));
    let stages = [quick, slow]
        .into_iter()
        .map(|cases| Stage {
            limits: tight(&challenge.limits, cases.iter().map(|case| &observations[*case])),
            cases,
        })
        .collect();
    let idioms = missed_idioms(engine, &challenge, &subject.answer).await;
    Ok(Baseline { stages, observations, steady, met, idioms })
}

fn all_cases(challenge: &Challenge) -> Vec<usize> {
    (0..challenge.cases.len()).collect()
}

/// A challenge of some of its cases, with other limits and nothing to foretell.
fn within(challenge: &Challenge, cases: &[usize], limits: Limits) -> Challenge {
    let cases = cases.iter().map(|index| challenge.cases[*index].clone()).collect();
    Challenge { cases, limits, prediction: None, ..challenge.clone() }
}

/// Whether two runs of a case cannot be told apart by an oracle.
fn looks_same(one: &Observation, other: &Observation) -> bool {
    is_judgeable(one) && is_judgeable(other) && one.records == other.records && one.stdout == other.stdout
}

/// What a mutant may use, by what the right answer used; never more than the challenge allows.
fn tight<'a>(limits: &Limits, observed: impl Iterator<Item = &'a Observation>) -> Limits {
    let (mut cpu_us, mut wall_us) = (0, 0);
    for observation in observed {
        cpu_us = cpu_us.max(observation.measured.cpu_us);
        wall_us = wall_us.max(observation.measured.wall_us);
    }
    let bound = |used_us: u64, margin_ms: u64, most: u32| {
        let wanted = used_us.saturating_mul(TIMES_LONGER) / 1_000 + margin_ms;
        u32::try_from(wanted).unwrap_or(most).min(most)
    };
    Limits {
        cpu_ms_max: bound(cpu_us, CPU_MARGIN_MS, limits.cpu_ms_max),
        wall_ms_max: bound(wall_us, WALL_MARGIN_MS, limits.wall_ms_max),
        ..*limits
    }
}

async fn missed_idioms(engine: &Engine, challenge: &Challenge, answer: &Answer) -> Vec<EvidenceId> {
    let found = engine.look_for_idioms(challenge, answer).await.unwrap_or_default();
    found.into_iter().filter(|idiom| idiom.state == State::Unmet).map(|idiom| idiom.id).collect()
}

/// One mutant on its way through the cases.
struct Attempt<'a> {
    engine: &'a Engine,
    baseline: &'a Baseline,
    challenge: &'a Challenge,
    answer: &'a Answer,
    work: &'a Work,
}

impl Attempt<'_> {
    async fn run(&self) -> Result<Trial, EngineError> {
        let mark = |met: &bool| if *met { Mark::NotRun } else { Mark::NoWitness };
        let marks = self.baseline.met.iter().map(mark).collect();
        let mut trial = Trial { marks, idioms: Vec::new(), refused: false };
        for stage in &self.baseline.stages {
            let mut left = stage.cases.as_slice();
            while !left.is_empty() {
                let reached = self.some_cases(stage, left, &mut trial).await?;
                // A run that came to no case would do so for ever.
                left = if reached == 0 { &[] } else { &left[reached..] };
                if trial.refused || (trial.is_caught() && !self.work.every_case) {
                    return Ok(trial);
                }
            }
        }
        if !trial.is_caught() {
            let missed = missed_idioms(self.engine, self.challenge, self.answer).await;
            trial.idioms = missed.into_iter().filter(|id| !self.baseline.idioms.contains(id)).collect();
        }
        Ok(trial)
    }

    /// Runs cases until one of them looks like a miss, has that one judged, and says how many were reached.
    async fn some_cases(
        &self,
        stage: &Stage,
        cases: &[usize],
        trial: &mut Trial,
    ) -> Result<usize, EngineError> {
        let challenge = within(self.challenge, cases, stage.limits);
        let place = |id: &EvidenceId| self.challenge.cases.iter().position(|case| case.id == *id);
        let go_on = |seen: &Observation| {
            let differs =
                !is_judgeable(seen) || place(&seen.case).is_some_and(|index| self.suspects(index, seen));
            (self.work.every_case && seen.ending != Ending::OutOfTime) || !differs
        };
        let pool = self.engine.pool();
        let first = first_box_while(pool, &challenge, self.answer, self.work.seed, Some(&go_on)).await?;
        if let Some(failure) = load::failure(&first.load, &stage.limits) {
            trial.refused = failure.message.starts_with("SyntaxError");
            cases.iter().for_each(|index| trial.marks[*index] = Mark::Missed);
            return Ok(cases.len());
        }
        let reached: Vec<(usize, Heard)> = cases
            .iter()
            .copied()
            .zip(first.cases)
            .filter(|(_, heard)| heard.observation.ending != Ending::NotRun)
            .collect();
        let count = reached.len();
        let mut open = Vec::new();
        for (index, heard) in reached {
            let seen = &heard.observation;
            if !is_judgeable(seen) {
                trial.marks[index] = Mark::Missed;
            } else if looks_same(&self.baseline.observations[index], seen) {
                trial.marks[index] = Mark::Met;
            } else {
                open.push((index, heard));
            }
        }
        self.judge(open, trial).await?;
        Ok(count)
    }

    /// Whether what was seen of a steady case differs from what the right answer showed.
    fn suspects(&self, index: usize, seen: &Observation) -> bool {
        self.baseline.steady[index] && !looks_same(&self.baseline.observations[index], seen)
    }

    /// Asks the oracle about cases that were seen otherwise than with the right answer.
    async fn judge(&self, open: Vec<(usize, Heard)>, trial: &mut Trial) -> Result<(), EngineError> {
        if open.is_empty() {
            return Ok(());
        }
        let (cases, heard): (Vec<usize>, Vec<Heard>) = open.into_iter().unzip();
        let challenge = within(self.challenge, &cases, self.challenge.limits);
        let results = second_box(self.engine.pool(), &challenge, heard, self.work.seed).await?;
        for (index, result) in cases.into_iter().zip(results) {
            let met = result.outcome == Outcome::Met;
            trial.marks[index] = if met { Mark::Met } else { Mark::Missed };
        }
        Ok(())
    }
}
