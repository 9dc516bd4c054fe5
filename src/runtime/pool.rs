//! A fixed number of workers, each running one job at a time; a lost one is replaced and its run repeated once.
//!
//! Must not know what jobs are for.

use std::sync::Mutex;

use sha2::{Digest, Sha256};
use tokio::sync::Semaphore;

use super::compiled::Kept;
use super::worker::{CaseRuns, RunError, Worker};
use super::{Launch, RuntimeError};
use crate::model::grade::Interpreter;
use crate::model::isolation::Isolation;
use crate::wire::job::{CaseRun, Hello, Job};

/// A pool of workers.
#[derive(Debug)]
pub struct Pool {
    launch: Launch,
    idle: Mutex<Vec<Worker>>,
    places: Semaphore,
    isolation: Isolation,
    interpreter: Interpreter,
    compiled: Kept,
}

impl Pool {
    /// Starts one worker, to learn what walls stand and which Python it is; the others start when they are needed.
    ///
    /// # Errors
    /// [`RuntimeError`], [`RuntimeError::IsolationNotMet`] among them when a required wall is missing and
    /// the launch allows no weaker isolation.
    pub async fn start(launch: Launch, workers: usize) -> Result<Self, RuntimeError> {
        let weaker_allowed = launch.weaker_allowed();
        let first = Worker::start(&launch).await?;
        let isolation = Isolation { weaker_allowed, ..first.hello().isolation.clone() };
        if !weaker_allowed && !isolation.missing().is_empty() {
            return Err(RuntimeError::IsolationNotMet { isolation: Box::new(isolation) });
        }
        let interpreter = interpreter(&launch, first.hello());
        Ok(Self {
            launch,
            idle: Mutex::new(vec![first]),
            places: Semaphore::new(workers.max(1)),
            isolation,
            interpreter,
            compiled: Kept::default(),
        })
    }

    /// The walls that stand around every run of this pool.
    #[must_use]
    pub fn isolation(&self) -> &Isolation {
        &self.isolation
    }

    /// The interpreter that runs every job of this pool.
    #[must_use]
    pub fn interpreter(&self) -> &Interpreter {
        &self.interpreter
    }

    /// Whether nothing is shared or forked ahead, as tests want it.
    #[must_use]
    pub fn is_one_by_one(&self) -> bool {
        self.launch.is_one_by_one()
    }

    /// Runs a job on the next free worker. `wanted` sees each step as it ends and says whether the rest is
    /// still wanted. A worker that is lost or hung is replaced and the whole job repeated once.
    ///
    /// # Errors
    /// [`RuntimeError::Unfit`] when the job's harness does not parse, [`RuntimeError::LostTwice`] with both reasons, or why no further worker could be started.
    pub async fn run(
        &self,
        job: &Job,
        wanted: impl Fn(&CaseRun) -> bool + Send + Sync,
    ) -> Result<CaseRuns, RuntimeError> {
        // The semaphore is never closed, so this cannot fail; should it, the run goes on unbounded.
        let _place = self.places.acquire().await.ok();
        let job = &Job { compiled: self.compiled.of(job), ..job.clone() };
        let first = match self.try_run(job, &wanted).await? {
            Ok(runs) => return Ok(runs),
            Err(error) => error.to_string(),
        };
        match self.try_run(job, &wanted).await? {
            Ok(runs) => Ok(runs),
            Err(second) => Err(RuntimeError::LostTwice { first, second: second.to_string() }),
        }
    }

    async fn try_run(
        &self,
        job: &Job,
        wanted: &(impl Fn(&CaseRun) -> bool + Send + Sync),
    ) -> Result<Result<CaseRuns, RunError>, RuntimeError> {
        let mut worker = self.worker().await?;
        let result = worker.run(job, wanted).await;
        if matches!(result, Ok(_) | Err(RunError::Unfit(_))) {
            self.idle().push(worker);
        }
        match result {
            Err(RunError::Unfit(reason)) => Err(RuntimeError::Unfit { reason }),
            Err(error) => Ok(Err(error)),
            Ok(ran) => {
                if let Some(code) = ran.compiled {
                    self.compiled.keep(job, code);
                }
                Ok(Ok(ran.cases))
            }
        }
    }

    /// An idle worker, or a new one that has the same walls and the same interpreter as the first.
    async fn worker(&self) -> Result<Worker, RuntimeError> {
        if let Some(worker) = self.idle().pop() {
            return Ok(worker);
        }
        let worker = Worker::start(&self.launch).await?;
        let isolation =
            Isolation { weaker_allowed: self.isolation.weaker_allowed, ..worker.hello().isolation.clone() };
        if !isolation.weaker_allowed && !isolation.missing().is_empty() {
            return Err(RuntimeError::IsolationNotMet { isolation: Box::new(isolation) });
        }
        if interpreter(&self.launch, worker.hello()) != self.interpreter {
            return Err(RuntimeError::NotReady {
                reason: "its Python changed while viva was running".to_owned(),
            });
        }
        Ok(worker)
    }

    fn idle(&self) -> std::sync::MutexGuard<'_, Vec<Worker>> {
        self.idle.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// Process ids of the idle workers, for tests that kill them.
    #[must_use]
    pub fn idle_process_ids(&self) -> Vec<u32> {
        self.idle().iter().filter_map(Worker::process_id).collect()
    }
}

fn interpreter(launch: &Launch, hello: &Hello) -> Interpreter {
    let sha256 = Sha256::digest(hello.python_build.as_bytes());
    Interpreter {
        kind: launch.kind(),
        python: hello.python.clone(),
        sha256: sha256.iter().map(|byte| format!("{byte:02x}")).collect(),
    }
}
