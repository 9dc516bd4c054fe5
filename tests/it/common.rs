//! What several integration tests share: both runtimes, pools, and jobs run to their end.

use std::path::Path;

use vivavoce::boxes::plan::JailOptions;
use vivavoce::model::grade::Grade;
use vivavoce::report::candidate::CandidateReport;
use vivavoce::report::json::{self, Report};
use vivavoce::report::terminal::{self, Screen};
use vivavoce::runtime::{Launch, Pool};
use vivavoce::wire::job::{CaseRun, Job};

/// Ends a test early, and loudly, where the machine lacks what boxes are built from; in CI that is a failure.
macro_rules! needs_boxes {
    () => {
        if let Some(lacking) = crate::common::lacking() {
            assert!(!crate::common::must_run(), "this machine cannot build boxes: {lacking}");
            eprintln!("SKIPPED {}: this machine cannot build boxes: {lacking}", module_path!());
            return;
        }
    };
}
pub(crate) use needs_boxes;

/// What this machine lacks to build boxes, in one line.
pub fn lacking() -> Option<String> {
    let facts = vivavoce::boxes::host::survey();
    let lacking: Vec<String> = facts
        .iter()
        .filter(|fact| fact.required && !fact.enough)
        .map(|fact| format!("{} ({})", fact.name, fact.remedy))
        .collect();
    (!lacking.is_empty()).then(|| lacking.join("; "))
}

/// Whether a test that cannot run is a failure.
pub fn must_run() -> bool {
    std::env::var_os("CI").is_some() || std::env::var_os("VIVA_TESTS_MUST_RUN").is_some()
}

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

/// Every page and report of a grade, but for what was measured.
pub fn rendered(mut grade: Grade) -> String {
    for case in &mut grade.cases {
        case.measured = Default::default();
    }
    let screen = Screen { width: 100, colour: false, ..Screen::default() };
    let candidate = CandidateReport::of(&grade);
    [
        json::to_json(&Report::of(&grade)),
        json::to_json(&candidate),
        terminal::interviewer(&grade, &screen),
        terminal::candidate(&candidate, &screen),
    ]
    .join("\n")
}

/// The first line in which two reports differ.
pub fn difference(one: &str, two: &str) -> String {
    let lines = one.lines().zip(two.lines()).find(|(one, two)| one != two);
    lines.map_or_else(|| "one is longer".to_owned(), |(one, two)| format!("  {one}\n  {two}"))
}

/// What a command said and how it ended.
#[derive(Debug)]
pub struct Said {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

/// Runs `viva` without input, a terminal or colour, 80 columns wide, away from the repository.
pub fn viva_says(arguments: &[&str]) -> Said {
    viva_with_input(arguments, "")
}

/// The same with a text on its standard input.
pub fn viva_with_input(arguments: &[&str], input: &str) -> Said {
    let output = assert_cmd::Command::new(viva())
        .args(arguments)
        .env_remove("VIVA_BANK")
        .env("NO_COLOR", "1")
        .env("COLUMNS", "80")
        .current_dir("/")
        .write_stdin(input)
        .output()
        .expect("viva starts");
    Said {
        code: output.status.code().expect("viva ends by itself"),
        stdout: String::from_utf8(output.stdout).expect("UTF-8"),
        stderr: String::from_utf8(output.stderr).expect("UTF-8"),
    }
}
