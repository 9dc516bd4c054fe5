//! One answer, graded again and again, gives one report: measured times and memory aside, to the byte.
//!
//! The answer is made of what differs from run to run: threads, sets, addresses, random names, time that runs out. Half
//! of the grades are made alone and half while every processor is busy, by several workers. `VIVA_STEADY_TIMES=200` grades
//! so often instead of a few times, and `VIVA_STEADY_BANK=3` grades every golden answer of the bank so often, too, which takes a quarter of an hour
//! or more; what a race showed is then left aside, what it earned is not.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use vivavoce::bank::Bank;
use vivavoce::boxes::plan::JailOptions;
use vivavoce::boxes::toolbox;
use vivavoce::engine::check::golden_answers;
use vivavoce::engine::{Engine, Request};
use vivavoce::model::challenge::{Challenge, Golden};
use vivavoce::model::evidence::Asked;
use vivavoce::model::grade::{Grade, Verdict};
use vivavoce::runtime::{Launch, Pool};
use vivavoce::source::intake::{self, Sources};

use crate::common::{difference, launches, needs_boxes, rendered, viva, wait};

/// The seed of every grade here.
const SEED: u64 = 7;
/// How often each answer is graded in an ordinary run of the tests.
const TIMES: usize = 12;
/// Of so many grades one is of the answer that runs out of its limits, which takes seconds.
const ENDLESS_EVERY: usize = 6;
/// Challenges of threads and tasks: which of them came first, or that a warning was still printed, is a fact about one run of an
/// answer. What it earns is the same each time.
const RACES: [&str; 7] = [
    "choose-concurrency",
    "count-calls",
    "job-scheduler",
    "once",
    "parallel-fetch",
    "rate-limiter",
    "thread-safe-counter",
];
/// Workers that grade the whole bank while every processor is busy.
const WORKERS_UNDER_LOAD: usize = 8;
/// Grades of one pool of workers; then others are started, which are laid out anew.
const OF_ONE_POOL: usize = 25;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("python_fixtures/steady_bank")
}

fn times(variable: &str, otherwise: usize) -> usize {
    std::env::var(variable).map_or(otherwise, |times| times.parse().expect("a number"))
}

/// Keeps every processor busy for as long as it lives.
struct Load(Arc<AtomicBool>);

impl Load {
    fn on_all_processors() -> Self {
        let goes_on = Arc::new(AtomicBool::new(true));
        for _ in 0..=std::thread::available_parallelism().map_or(1, usize::from) {
            let goes_on = Arc::clone(&goes_on);
            std::thread::spawn(move || while goes_on.load(Ordering::Relaxed) {});
        }
        Self(goes_on)
    }
}

impl Drop for Load {
    fn drop(&mut self) {
        self.0.store(false, Ordering::Relaxed);
    }
}

/// The distinct reports of so many grades, with how often each came.
fn reports(launch: &Launch, challenge: &Arc<Challenge>, times: usize) -> Vec<(String, usize)> {
    let mut found: Vec<(String, usize)> = vec![];
    let mut take = |report: String| match found.iter_mut().find(|(other, _)| *other == report) {
        Some((_, count)) => *count += 1,
        None => found.push((report, 1)),
    };
    for start in (0..times).step_by(OF_ONE_POOL) {
        let (launch, challenge) = (launch.clone(), Arc::clone(challenge));
        let count = OF_ONE_POOL.min(times - start);
        wait(async move { some_reports(launch, challenge, count).await }).into_iter().for_each(&mut take);
    }
    found
}

async fn some_reports(launch: Launch, challenge: Arc<Challenge>, count: usize) -> Vec<String> {
    let engine = engine(launch, 2).await;
    let grades = (0..count).map(|_| {
        let (engine, challenge) = (Arc::clone(&engine), Arc::clone(&challenge));
        tokio::spawn(async move {
            let sources = Sources { answer: Some(folder().join("answer.py")), ..Sources::default() };
            let handed = intake::read(&sources, &mut std::io::empty()).expect("the answer can be read");
            engine.grade(Request { challenge, handed, seed: SEED, asked: Asked::All }).await
        })
    });
    let mut reports = vec![];
    for grade in grades.collect::<Vec<_>>() {
        reports.push(rendered(grade.await.expect("a grade")));
    }
    reports
}

fn assert_one_report(launch: &Launch, name: &str, alone: usize, loaded: usize) {
    let bank = Bank::from_dir(&folder()).expect("the bank");
    let challenge = bank.get(name).expect("it loads");
    let mut found = reports(launch, &challenge, alone);
    let load = Load::on_all_processors();
    found.extend(reports(launch, &challenge, loaded));
    drop(load);
    let (first, _) = &found[0];
    assert!(first.contains("\"graded\""), "{first}");
    let differing: Vec<String> = found.iter().map(|(other, _)| difference(first, other)).collect();
    found.dedup_by(|(one, _), (two, _)| one == two);
    assert_eq!(found.len(), 1, "{name} of {launch:?} differs:\n{}", differing.join("\n"));
}

#[test]
fn one_answer_gives_one_report_however_often_and_busy() {
    needs_boxes!();
    let times = times("VIVA_STEADY_TIMES", TIMES);
    let endless = (times / ENDLESS_EVERY).max(2);
    for launch in launches() {
        assert_one_report(&launch, "unsteady", times / 2, times - times / 2);
        assert_one_report(&launch, "endless", endless / 2, endless - endless / 2);
    }
}

/// What forking ahead and sharing a process among questions could change: whatever a report says. The walk of attacks
/// asks the same of every attack.
#[test]
fn reports_are_equal_with_and_without_what_makes_them_fast() {
    needs_boxes!();
    // One golden answer of each challenge, or all of them, which takes minutes: some run into limits of many seconds.
    let each = if times("VIVA_BOTH_WAYS", 0) > 0 { usize::MAX } else { 1 };
    let options = |one_by_one| JailOptions { one_by_one, ..JailOptions::default() };
    let [fast, slow] =
        [false, true].map(|one_by_one| Launch::warm(viva(), options(one_by_one)).expect("a worker"));
    let faults = wait(async move {
        let (fast, slow) = (engine(fast, 2).await, engine(slow, 2).await);
        let bank = Bank::embedded();
        let mut faults = vec![];
        for id in bank.ids() {
            told(id.as_str());
            let challenge = bank.get(id.as_str()).expect("it loads");
            let goldens = bank.goldens(id.as_str()).expect("they load").into_iter().take(each);
            let goldens: Vec<Golden> = goldens.collect();
            let (ahead, alone) =
                tokio::join!(some(&fast, &challenge, &goldens), some(&slow, &challenge, &goldens));
            for (golden, (ahead, alone)) in goldens.iter().zip(ahead.into_iter().zip(alone)) {
                let again = async |engine| some(engine, &challenge, std::slice::from_ref(golden)).await;
                // Answers whose threads race are not the same twice in either way; `viva check` holds their verdicts.
                if ahead != alone && again(&slow).await[0] == alone && again(&fast).await[0] == ahead {
                    faults.push(format!("{id}/{} differs:\n{}", golden.name, difference(&ahead, &alone)));
                }
            }
        }
        faults
    });
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

/// How far a test of minutes has come, for whoever waits for it with `--nocapture`.
fn told(id: &str) {
    eprintln!("  {id}");
}

async fn engine(launch: Launch, workers: usize) -> Arc<Engine> {
    let pool = Pool::start(launch, workers).await.unwrap_or_else(|error| panic!("no worker: {error}"));
    Arc::new(Engine::new(pool, toolbox::sha256()))
}

/// The reports of some golden answers.
async fn some(engine: &Arc<Engine>, challenge: &Arc<Challenge>, goldens: &[Golden]) -> Vec<String> {
    let results = golden_answers(engine, challenge, goldens.to_vec(), SEED).await;
    results.into_iter().map(|result| rendered(result.grade)).collect()
}

/// What a grade says but for what was seen: outcomes, evidence, range and points.
fn earned(grade: Grade) -> String {
    let Verdict::Graded(hint) = &grade.verdict else { return format!("{:?}", grade.verdict) };
    let cases = grade.cases.iter().map(|case| format!("{}: {:?}", case.id, case.outcome));
    let evidence = grade.evidence.iter().map(|evidence| format!("{}: {:?}", evidence.id, evidence.state));
    let range = format!("{:?} to {:?}, {:?}", hint.floor, hint.ceiling, grade.points());
    cases.chain(evidence).chain([range]).collect::<Vec<_>>().join("\n")
}

#[test]
fn golden_answers_of_the_bank_are_steady_too() {
    needs_boxes!();
    let times = times("VIVA_STEADY_BANK", 0);
    if times == 0 {
        // `viva check` grades each of them once in every run of CI, with another seed each time.
        return;
    }
    let [warm, _] = launches();
    let _load = Load::on_all_processors();
    let faults = wait(async move {
        // Many workers are load themselves, and get a larger share of the processors than two would.
        let engine = engine(warm, WORKERS_UNDER_LOAD).await;
        let bank = Bank::embedded();
        let mut faults = vec![];
        for id in bank.ids() {
            told(id.as_str());
            let challenge = bank.get(id.as_str()).expect("it loads");
            let mut first: Vec<String> = vec![];
            for _ in 0..times {
                let goldens = bank.goldens(id.as_str()).expect("they load");
                let results = golden_answers(&engine, &challenge, goldens, SEED).await;
                let said = results.into_iter().map(|result| {
                    let name = format!("{id}/{}", result.name);
                    let shown = if RACES.contains(&id.as_str()) { earned } else { rendered };
                    (name, shown(result.grade), result.faults)
                });
                for (index, (name, report, wrong)) in said.enumerate() {
                    faults.extend(wrong.iter().map(|fault| format!("{name}: {fault}")));
                    match first.get(index) {
                        None => first.push(report),
                        Some(first) if *first != report => {
                            faults.push(format!("{name} differs:\n{}", difference(first, &report)));
                        }
                        Some(_) => {}
                    }
                }
            }
        }
        faults
    });
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}
