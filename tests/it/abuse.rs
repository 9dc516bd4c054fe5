//! Walks `python_fixtures/abuse/`: every attack, on both runtimes, gets exactly what its header says and leaves nothing.
//!
//! A worker grades an honest answer after each attack, the same to the byte each time. A warm one is attacked on every
//! challenge that an attack is aimed at; a cold one, whose interpreter is fresh in each step, takes turns with the challenges.
//! `VIVA_ABUSE_ALL=1` runs everything everywhere, and `VIVA_ABUSE_TIMES=1` tells how long each took. The walk is as whoever runs the
//! tests. Several workers of both runtimes are attacked at once: many attacks only wait for their limits.

use std::collections::{HashMap, VecDeque};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use vivavoce::bank::Bank;
use vivavoce::boxes::toolbox;
use vivavoce::engine::{Engine, Request};
use vivavoce::model::challenge::Challenge;
use vivavoce::model::evidence::Asked;
use vivavoce::model::grade::{Grade, RuntimeKind};
use vivavoce::report::candidate::CandidateReport;
use vivavoce::report::json::{self, Report};
use vivavoce::runtime::{Launch, Pool};
use vivavoce::source::intake::{self, Sources};

use crate::common::{launches, wait};

mod header;
mod host;
mod verdict;

use header::Attack;
use host::Footprint;

/// The seed of every grade here, so that an honest answer is graded the same each time.
const SEED: u64 = 20_260_101;
/// Workers of each runtime.
const LANES: usize = 2;
/// What a grade may take beyond all its limits: the machine may be busy.
const PATIENCE: Duration = Duration::from_secs(60);
/// Of so many attacks one is also tried by a process that runs nothing else.
const ATTACKS_ALONE_STEP: usize = 20;
/// The challenge of the honest answer.
const HONEST: &str = "sum-pairs";

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("python_fixtures")
}

/// One grade that is to be made: an attack on a challenge.
#[derive(Debug, Clone)]
struct Turn {
    attack: Arc<Attack>,
    challenge: Arc<Challenge>,
}

/// Everything that lanes share.
struct Walk {
    challenges: HashMap<String, Arc<Challenge>>,
    honest: PathBuf,
    /// Whether a cold worker is attacked on every challenge, too.
    all: bool,
    faults: Mutex<Vec<String>>,
}

impl Walk {
    fn fault(&self, fault: String) {
        eprintln!("{fault}");
        self.faults.lock().expect("no lane panics while it holds this").push(fault);
    }
}

#[test]
fn every_attack_gets_what_its_header_says_and_leaves_nothing() {
    let attacks = header::read_all(&fixtures().join("abuse"));
    assert!(attacks.len() >= 110, "{} attacks", attacks.len());
    let bank = Bank::from_dir(&fixtures().join("abuse_bank")).expect("the bank of attacks");
    let challenges = bank.ids().iter().map(|id| (id.to_string(), bank.get(id.as_str()).expect("it loads")));
    let walk = Arc::new(Walk {
        challenges: challenges.collect(),
        honest: fixtures().join("abuse_bank/honest.py"),
        all: std::env::var_os("VIVA_ABUSE_ALL").is_some(),
        faults: Mutex::default(),
    });
    let before = Footprint::of_the_host();
    let [warm, cold] = launches();
    let mut seen = vec![];
    for (launch, kind) in [(warm, RuntimeKind::Warm), (cold, RuntimeKind::Cold)] {
        let turns = Arc::new(Mutex::new(turns(&walk, &attacks, kind)));
        for _ in 0..LANES {
            let (walk, turns, launch) = (Arc::clone(&walk), Arc::clone(&turns), launch.clone());
            seen.push(std::thread::spawn(move || wait(lane(walk, turns, launch, kind))));
        }
    }
    let cgroups: Vec<PathBuf> = seen.into_iter().flat_map(|lane| lane.join().expect("a lane ends")).collect();
    before.assert_nothing_is_left(&cgroups);
    let faults = walk.faults.lock().expect("the lanes are gone");
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

/// Set for the process in which this one test runs by itself: what a process has can be counted only where no other
/// test opens anything.
const ALONE: &str = "VIVA_TEST_ALONE";

#[test]
fn the_host_keeps_no_descriptor_and_no_process_of_an_attack() {
    if std::env::var_os(ALONE).is_none() {
        let name = "abuse::the_host_keeps_no_descriptor_and_no_process_of_an_attack";
        let program = std::env::current_exe().expect("this very program");
        let alone = Command::new(program).args(["--exact", name, "--nocapture"]).env(ALONE, "1").status();
        assert!(alone.expect("it starts").success());
        return;
    }
    let attacks = header::read_all(&fixtures().join("abuse"));
    let bank = Bank::from_dir(&fixtures().join("abuse_bank")).expect("the bank of attacks");
    for launch in launches() {
        let few = attacks.iter().step_by(ATTACKS_ALONE_STEP).map(|attack| {
            let challenge = bank.get(&attack.against()[0]).expect("it loads");
            Turn { attack: Arc::clone(attack), challenge }
        });
        let (few, nothing) = (few.collect::<Vec<_>>(), host::of_this_process());
        let (warm, attacked) = wait(async move {
            let pool = Pool::start(launch, 1).await.unwrap_or_else(|error| panic!("no worker: {error}"));
            let engine = Engine::new(pool, toolbox::sha256());
            grade(&engine, &few[0].challenge, &few[0].attack.path).await;
            Footprint::of_workers_at_rest(&engine);
            let warm = host::of_this_process();
            for turn in &few {
                grade(&engine, &turn.challenge, &turn.attack.path).await;
            }
            (warm, settled(warm).await)
        });
        assert_eq!(attacked, warm, "descriptors and processes while the worker stands");
        assert_eq!(wait(settled(nothing)).1, nothing.1, "processes when it is gone");
    }
}

/// What this process has, as soon as it is what it was. The kernel needs a moment to take a process away, and the runtime a
/// turn of its own to reap it.
async fn settled(wanted: (usize, usize)) -> (usize, usize) {
    for _ in 0..100 {
        if host::of_this_process() == wanted {
            break;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    host::of_this_process()
}

/// Which attack is run on which challenge.
fn turns(walk: &Walk, attacks: &[Arc<Attack>], kind: RuntimeKind) -> VecDeque<Turn> {
    let here = attacks.iter().filter(|attack| attack.is_for_this_machine());
    here.enumerate()
        .flat_map(|(index, attack)| {
            let against = attack.against();
            let chosen = if kind == RuntimeKind::Warm || walk.all {
                against
            } else {
                vec![against[index % against.len()].clone()]
            };
            chosen.into_iter().map(|name| Turn {
                attack: Arc::clone(attack),
                challenge: Arc::clone(
                    walk.challenges.get(&name).unwrap_or_else(|| panic!("no challenge {name}")),
                ),
            })
        })
        .collect()
}

/// One worker, attacked until nothing is left to be done; gives its cgroups.
async fn lane(
    walk: Arc<Walk>,
    turns: Arc<Mutex<VecDeque<Turn>>>,
    launch: Launch,
    kind: RuntimeKind,
) -> Vec<PathBuf> {
    let pool = Pool::start(launch, 1).await.unwrap_or_else(|error| panic!("no {kind:?} worker: {error}"));
    let engine = Engine::new(pool, toolbox::sha256());
    let wanted = honest(&walk, &engine).await;
    let worker = Footprint::of_workers_at_rest(&engine);
    let next = || turns.lock().expect("no lane panics while it holds this").pop_front();
    while let Some(turn) = next() {
        let name = format!("{} on {} ({kind:?})", turn.attack.name, turn.challenge.id);
        for fault in attacked(&engine, &turn, kind).await {
            walk.fault(format!("{name}: {fault}"));
        }
        if let Some(more) = worker.more_in_workers(&engine) {
            walk.fault(format!("{name}: left {more}"));
        }
        if honest(&walk, &engine).await != wanted {
            walk.fault(format!("{name}: the next honest answer is graded otherwise"));
        }
    }
    worker.cgroups()
}

/// Grades one attack and says all that is wrong with what came of it.
async fn attacked(engine: &Engine, turn: &Turn, kind: RuntimeKind) -> Vec<String> {
    let started = Instant::now();
    let grade = grade(engine, &turn.challenge, &turn.attack.path).await;
    let took = started.elapsed();
    if std::env::var_os("VIVA_ABUSE_TIMES").is_some() {
        eprintln!(
            "{:7.0} ms {} on {} ({kind:?})",
            took.as_secs_f64() * 1e3,
            turn.attack.name,
            turn.challenge.id
        );
    }
    let mut faults = verdict::faults(&turn.attack, &turn.challenge, kind, &grade);
    let steps = u32::try_from(2 * (turn.challenge.cases.len() + 1)).expect("few cases");
    let bound = Duration::from_millis(turn.challenge.limits.wall_ms_max.into()) * steps + PATIENCE;
    if took > bound {
        faults.push(format!("took {took:?}, more than {bound:?}"));
    }
    faults
}

/// The report of an honest answer, times aside.
async fn honest(walk: &Walk, engine: &Engine) -> String {
    let mut grade = grade(engine, &walk.challenges[HONEST], &walk.honest).await;
    for case in &mut grade.cases {
        case.measured = Default::default();
    }
    assert_eq!(grade.points(), (4, 4), "the honest answer: {grade:#?}");
    json::to_json(&Report::of(&grade)) + &json::to_json(&CandidateReport::of(&grade))
}

async fn grade(engine: &Engine, challenge: &Arc<Challenge>, answer: &Path) -> Grade {
    let sources = Sources { answer: Some(answer.to_owned()), ..Sources::default() };
    let handed = intake::read(&sources, &mut std::io::empty()).expect("the attack can be read");
    let request = Request { challenge: Arc::clone(challenge), handed, seed: SEED, asked: Asked::Code };
    engine.grade(request).await
}
