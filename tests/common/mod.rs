//! What several integration tests share: both runtimes, pools, and jobs run to their end.

#![allow(dead_code)]

use std::path::Path;

use vivavoce::boxes::plan::JailOptions;
use vivavoce::runtime::{Launch, Pool};
use vivavoce::wire::job::{CaseRun, Job};

/// The `viva` program under test.
pub fn viva() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_viva"))
}

/// Both runtimes: warm, then cold with the `python3` of the path.
pub fn launches() -> [Launch; 2] {
    let options = JailOptions::default();
    let warm = Launch::warm(viva(), options.clone()).expect("the worker lies beside viva");
    let cold = Launch::cold(viva(), Path::new("python3"), options).expect("python3 is a CPython");
    [warm, cold]
}

thread_local! {
    static RUNTIME: tokio::runtime::Runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("threads start");
}

/// Waits for a future on this test's own runtime.
pub fn wait<T: Send + 'static>(future: impl Future<Output = T> + Send + 'static) -> T {
    RUNTIME.with(|runtime| runtime.block_on(runtime.spawn(future)).expect("the task does not panic"))
}

/// A pool of one worker.
pub fn pool(launch: Launch) -> std::sync::Arc<Pool> {
    let pool = wait(async move { Pool::start(launch, 1).await });
    std::sync::Arc::new(pool.unwrap_or_else(|error| panic!("no worker: {error}")))
}

/// Runs a job to its end.
pub fn run(pool: &std::sync::Arc<Pool>, job: &Job) -> Vec<CaseRun> {
    let (pool, job) = (std::sync::Arc::clone(pool), job.clone());
    wait(async move { pool.run(&job, |_| true).await }).expect("the run came back")
}
