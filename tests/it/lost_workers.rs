//! A worker that dies is replaced and its run repeated once; after that the answer is ungraded, never low.

use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use nix::sys::signal::{self, Signal};
use nix::unistd::Pid;

use vivavoce::bank::Bank;
use vivavoce::boxes::plan::JailOptions;
use vivavoce::engine::{Engine, Request};
use vivavoce::model::evidence::Asked;
use vivavoce::model::grade::{Grade, Verdict};
use vivavoce::model::limits::Limits;
use vivavoce::runtime::{Launch, Pool};
use vivavoce::source::intake::{self, Handed, Sources};
use vivavoce::wire::job::{Action, Compiled, Job, Step};

use crate::common::{needs_boxes, viva, wait};

fn engine() -> Arc<Engine> {
    let launch = Launch::warm(viva(), JailOptions::default()).expect("the worker lies beside viva");
    let pool = wait(async move { Pool::start(launch, 1).await });
    let pool = pool.unwrap_or_else(|error| panic!("no worker: {error}"));
    Arc::new(Engine::new(pool, vivavoce::boxes::toolbox::sha256()))
}

fn request() -> Request {
    let bank = Bank::embedded();
    let answer = Path::new(env!("CARGO_MANIFEST_DIR")).join("python_fixtures/answers/late_binding_right.py");
    let sources = Sources { answer: Some(answer), ..Sources::default() };
    let handed = intake::read(&sources, &mut std::io::empty()).expect("the answer is read");
    assert!(matches!(handed, Handed::Answer(_)));
    Request {
        challenge: bank.get("late-binding-closures").expect("built in"),
        handed,
        seed: 1,
        asked: Asked::Code,
    }
}

fn kill(process: u32) {
    let pid = Pid::from_raw(i32::try_from(process).expect("a process id"));
    signal::kill(pid, Signal::SIGKILL).expect("the worker can be killed");
}

fn floor(grade: &Grade) -> u8 {
    match &grade.verdict {
        Verdict::Graded(hint) => hint.floor.number(),
        Verdict::Ungraded { because, .. } => panic!("ungraded: {because}"),
    }
}

#[test]
fn a_killed_worker_is_replaced_and_the_answer_graded() {
    needs_boxes!();
    let engine = engine();
    let grader = Arc::clone(&engine);
    let first = wait(async move { grader.grade(request()).await });
    let killed = engine.pool().idle_process_ids();
    assert_eq!(killed.len(), 1);
    killed.into_iter().for_each(kill);

    let grader = Arc::clone(&engine);
    let second = wait(async move { grader.grade(request()).await });
    assert_eq!(floor(&first), floor(&second));
    assert_eq!(first.cases.len(), second.cases.len());
    for (one, other) in first.cases.iter().zip(&second.cases) {
        assert_eq!((one.outcome, &one.message), (other.outcome, &other.message));
    }
}

#[test]
fn a_hung_worker_is_replaced_and_its_run_repeated() {
    needs_boxes!();
    let launch = Launch::warm(viva(), JailOptions::default()).expect("the worker lies beside viva");
    let pool = Arc::new(wait(async move { Pool::start(launch, 1).await }).expect("a worker"));
    let [worker] = pool.idle_process_ids()[..] else { panic!("one worker is idle") };
    let inside = workers_of(worker);
    assert!(!inside.is_empty(), "the zygote is a child of the worker");
    for process in &inside {
        signal::kill(*process, Signal::SIGSTOP).expect("the zygote can be stopped");
    }
    let job = Job {
        answer: Vec::new(),
        modules: vec![],
        harness: String::new(),
        inputs: String::new(),
        compiled: Compiled::Unasked,
        seed: 1,
        limits: Limits { wall_ms_max: 1_000, ..Limits::default() },
        steps: vec![Step {
            name: "only".to_owned(),
            action: Action::Call { setup: String::new(), call: "6 * 7".to_owned() },
        }],
    };
    let runs = wait(async move { pool.run(&job, |_| true).await }).expect("a second worker runs it");
    assert_eq!(runs.len(), 1);
    for process in inside {
        let gone = (0..1_000).any(|_| {
            std::thread::sleep(Duration::from_millis(10));
            is_gone(process)
        });
        assert!(gone, "the hung worker is left behind");
    }
}

#[test]
fn workers_that_die_over_and_over_leave_the_answer_ungraded() {
    needs_boxes!();
    let answer = Path::new(env!("CARGO_MANIFEST_DIR")).join("python_fixtures/answers/late_binding_right.py");
    let viva = Command::new(viva())
        .args(["grade", "late-binding-closures", "--format", "json"])
        .arg(answer)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("viva starts");
    let process = viva.id();
    let killer = std::thread::spawn(move || {
        // A process that ended has no children, so this ends with it.
        while Path::new(&format!("/proc/{process}/stat")).exists() {
            // One that is gone already is as good as killed.
            for worker in workers_of(process) {
                let _ = signal::kill(worker, Signal::SIGKILL);
            }
            std::thread::sleep(Duration::from_millis(1));
        }
    });
    let output = viva.wait_with_output().expect("viva ends");
    killer.join().expect("the killer ends");
    assert_eq!(output.status.code(), Some(6), "{output:?}");
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(report["outcome"], "ungraded");
    assert!(report["hint"].is_null() && report["cases"] == serde_json::json!([]), "{report}");
    assert!(report["ungraded_because"].as_str().is_some_and(|because| !because.is_empty()), "{report}");
}

/// Whether a process has ended, reaped or not.
fn is_gone(process: Pid) -> bool {
    let status = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    matches!(status.rsplit(')').next().unwrap_or_default().split_whitespace().next(), None | Some("Z" | "X"))
}

/// The `viva-worker` children of a process.
fn workers_of(process: u32) -> Vec<Pid> {
    let parent = process.to_string();
    let Ok(processes) = std::fs::read_dir("/proc") else { return Vec::new() };
    processes
        .filter_map(|entry| entry.ok()?.file_name().to_str()?.parse::<i32>().ok())
        .filter(|pid| {
            let status = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
            let after_name = status.rsplit(')').next().unwrap_or_default();
            status.contains("(viva-worker)") && after_name.split_whitespace().nth(1) == Some(parent.as_str())
        })
        .map(Pid::from_raw)
        .collect()
}

#[test]
fn ctrl_c_ends_a_grade_and_takes_its_worker_along() {
    needs_boxes!();
    let folder = tempfile::tempdir().expect("a scratch folder");
    let answer = folder.path().join("answer.py");
    std::fs::write(&answer, "while True: pass\n").expect("the answer can be written");
    let mut grade = Command::new(viva())
        .args(["grade", "late-binding-closures"])
        .arg(&answer)
        .stdout(Stdio::piped())
        .spawn()
        .expect("viva starts");
    let workers = std::iter::repeat_with(|| {
        std::thread::sleep(Duration::from_millis(20));
        workers_of(grade.id())
    })
    .take(1_500)
    .find(|workers| !workers.is_empty())
    .expect("a worker is started");
    let pid = Pid::from_raw(i32::try_from(grade.id()).expect("a process id"));
    signal::kill(pid, Signal::SIGINT).expect("viva can be interrupted");
    let code = grade.wait().expect("viva ends").code();
    assert_eq!(code, Some(130));
    // An entry may wait to be reaped by whoever inherited it; it runs no more.
    let runs = |worker: &Pid| {
        let status = std::fs::read_to_string(format!("/proc/{worker}/stat")).unwrap_or_default();
        !status.is_empty() && !status.contains(") Z ")
    };
    let all_gone = (0..1_500).any(|_| {
        std::thread::sleep(Duration::from_millis(20));
        !workers.iter().any(runs)
    });
    assert!(all_gone, "a worker outlived viva");
}
