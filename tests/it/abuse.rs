//! Walks `python_fixtures/abuse/`: every attack, on both runtimes, gets exactly what its header says and leaves nothing.
//!
//! Each attack is run on all challenges that it is aimed at, one after the other by one worker, which then grades an honest
//! answer, the same to the byte each time. Beside each warm worker stands one that forks nothing ahead and shares no process:
//! what it says of an attack must be the same. The walk is as whoever runs the tests. Several workers of both runtimes are
//! attacked at once: many attacks only wait for their limits. At the end it prints which came closest to
//! them; `VIVA_ABUSE_TIMES=1` tells how long each took, and `VIVA_ABUSE_ONLY=projects/` walks only those whose name holds this.

use std::collections::{HashMap, VecDeque};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use vivavoce::bank::Bank;
use vivavoce::boxes::plan::JailOptions;
use vivavoce::boxes::toolbox;
use vivavoce::engine::{Engine, Request};
use vivavoce::model::challenge::Challenge;
use vivavoce::model::evidence::Asked;
use vivavoce::model::grade::{Grade, RuntimeKind};
use vivavoce::runtime::{Launch, Pool};
use vivavoce::source::intake::{self, Handed, Sources};

use crate::common::{difference, launches, rendered, viva, wait};

mod header;
mod host;
mod margin;
mod verdict;

use header::Attack;
use host::Footprint;
use margin::Margin;

/// The seed of every grade here, so that an honest answer is graded the same each time.
const SEED: u64 = 20_260_101;
/// Workers of each runtime.
const LANES: usize = 3;
/// So many attacks that came closest to their limits are told.
const TOLD: usize = 8;
/// What a grade may take beyond all its limits: the machine may be busy.
const PATIENCE: Duration = Duration::from_secs(60);
/// Of so many attacks one is also tried by a process that runs nothing else.
const ATTACKS_ALONE_STEP: usize = 20;
/// The challenge of the honest answer.
const HONEST: &str = "sum-pairs";

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("python_fixtures")
}

/// What one worker does in one go: an attack on each of its challenges.
#[derive(Debug, Clone)]
struct Turn {
    attack: Arc<Attack>,
    challenges: Vec<Arc<Challenge>>,
}

/// Everything that lanes share.
struct Walk {
    challenges: HashMap<String, Arc<Challenge>>,
    honest: PathBuf,
    faults: Mutex<Vec<String>>,
    margins: Mutex<Vec<Margin>>,
}

impl Walk {
    fn fault(&self, fault: String) {
        eprintln!("{fault}");
        self.faults.lock().expect("no lane panics while it holds this").push(fault);
    }
}

#[test]
fn every_attack_gets_what_its_header_says_and_leaves_nothing() {
    let mut attacks = header::read_all(&fixtures().join("abuse"));
    assert!(attacks.len() >= 110, "{} attacks", attacks.len());
    if let Ok(only) = std::env::var("VIVA_ABUSE_ONLY") {
        attacks.retain(|attack| attack.name.contains(&only));
    }
    let bank = Bank::from_dir(&fixtures().join("abuse_bank")).expect("the bank of attacks");
    let challenges = bank.ids().iter().map(|id| (id.to_string(), bank.get(id.as_str()).expect("it loads")));
    let walk = Arc::new(Walk {
        challenges: challenges.collect(),
        honest: fixtures().join("abuse_bank/honest.py"),
        faults: Mutex::default(),
        margins: Mutex::default(),
    });
    let before = Footprint::of_the_host();
    let [warm, cold] = launches();
    let mut seen = vec![];
    for (launch, kind) in [(warm, RuntimeKind::Warm), (cold, RuntimeKind::Cold)] {
        let turns = Arc::new(Mutex::new(turns(&walk, &attacks)));
        for _ in 0..LANES {
            let (walk, turns, launch) = (Arc::clone(&walk), Arc::clone(&turns), launch.clone());
            seen.push(std::thread::spawn(move || wait(lane(walk, turns, launch, kind))));
        }
    }
    let cgroups: Vec<PathBuf> = seen.into_iter().flat_map(|lane| lane.join().expect("a lane ends")).collect();
    before.assert_nothing_is_left(&cgroups);
    eprintln!("{}", margin::worst(&walk.margins.lock().expect("the lanes are gone"), TOLD));
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
            let challenge = attack.limited(&bank.get(&attack.against()[0]).expect("it loads"));
            (Arc::clone(attack), challenge)
        });
        let (few, nothing) = (few.collect::<Vec<_>>(), host::of_this_process());
        let (warm, attacked) = wait(async move {
            let pool = Pool::start(launch, 1).await.unwrap_or_else(|error| panic!("no worker: {error}"));
            let engine = Engine::new(pool, toolbox::sha256());
            grade(&engine, &few[0].1, &few[0].0.path).await;
            Footprint::of_workers_at_rest(&engine);
            let warm = host::of_this_process();
            for (attack, challenge) in &few {
                grade(&engine, challenge, &attack.path).await;
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

/// Which attack is run on which challenges.
fn turns(walk: &Walk, attacks: &[Arc<Attack>]) -> VecDeque<Turn> {
    let here = attacks.iter().filter(|attack| attack.is_for_this_machine());
    let turn = |attack: &Arc<Attack>| {
        let named = attack.against().into_iter().map(|name| {
            let challenge = walk.challenges.get(&name).unwrap_or_else(|| panic!("no challenge {name}"));
            attack.limited(challenge)
        });
        Turn { attack: Arc::clone(attack), challenges: named.collect() }
    };
    here.map(turn).collect()
}

async fn engine(launch: Launch) -> Engine {
    let pool = Pool::start(launch, 1).await.unwrap_or_else(|error| panic!("no worker: {error}"));
    Engine::new(pool, toolbox::sha256())
}

/// One worker, attacked until nothing is left to be done; gives its cgroups.
async fn lane(
    walk: Arc<Walk>,
    turns: Arc<Mutex<VecDeque<Turn>>>,
    launch: Launch,
    kind: RuntimeKind,
) -> Vec<PathBuf> {
    let engine = engine(launch).await;
    let one_by_one = match kind {
        RuntimeKind::Warm => Some(engine_one_by_one().await),
        RuntimeKind::Cold => None,
    };
    let wanted = honest(&walk, &engine).await;
    let worker = Footprint::of_workers_at_rest(&engine);
    let next = || turns.lock().expect("no lane panics while it holds this").pop_front();
    while let Some(turn) = next() {
        for challenge in &turn.challenges {
            let name = format!("{} on {} ({kind:?})", turn.attack.name, challenge.id);
            let (mut faults, report) = attacked(&walk, &engine, &turn.attack, challenge, kind).await;
            if let Some(slow) = &one_by_one {
                faults.extend(differs(&engine, slow, &turn.attack, challenge, report).await);
            }
            faults.extend(worker.more_in_workers(&engine).map(|more| format!("left {more}")));
            faults.into_iter().for_each(|fault| walk.fault(format!("{name}: {fault}")));
        }
        if honest(&walk, &engine).await != wanted {
            let name = &turn.attack.name;
            walk.fault(format!("{name} ({kind:?}): the next honest answer is graded otherwise"));
        }
    }
    worker.cgroups()
}

/// A warm worker without what makes grades fast.
async fn engine_one_by_one() -> Engine {
    let options = JailOptions { one_by_one: true, ..JailOptions::default() };
    engine(Launch::warm(viva(), options).expect("the worker lies beside viva")).await
}

/// Grades one attack and says all that is wrong with what came of it, and what the reports say.
async fn attacked(
    walk: &Walk,
    engine: &Engine,
    attack: &Attack,
    challenge: &Arc<Challenge>,
    kind: RuntimeKind,
) -> (Vec<String>, String) {
    let started = Instant::now();
    let grade = grade(engine, challenge, &attack.path).await;
    let took = started.elapsed();
    let name = format!("{} on {} ({kind:?})", attack.name, challenge.id);
    if std::env::var_os("VIVA_ABUSE_TIMES").is_some() {
        eprintln!("{:7.0} ms {name}", took.as_secs_f64() * 1e3);
    }
    let mut faults = verdict::faults(attack, challenge, kind, &grade);
    let steps = u32::try_from(2 * (challenge.cases.len() + 1)).expect("few cases");
    let bound = Duration::from_millis(challenge.limits.wall_ms_max.into()) * steps + PATIENCE;
    if took > bound {
        faults.push(format!("took {took:?}, more than {bound:?}"));
    }
    let margin = Margin::of(name, challenge, &grade, took);
    walk.margins.lock().expect("no lane panics while it holds this").push(margin);
    (faults, rendered(grade))
}

/// How a report differs from what a worker says that forks nothing ahead and shares no process among questions.
async fn differs(
    fast: &Engine,
    slow: &Engine,
    attack: &Attack,
    challenge: &Arc<Challenge>,
    report: String,
) -> Option<String> {
    let by = async |engine| rendered(grade(engine, challenge, &attack.path).await);
    let other = by(slow).await;
    // How much was printed before the time was over is chance, and some attacks draw numbers.
    let is_chance =
        report == other || by(slow).await != other || by(fast).await != report || by(slow).await != other;
    (!is_chance).then(|| format!("is told otherwise one by one:\n{}", difference(&report, &other)))
}

/// The report of an honest answer, times aside.
async fn honest(walk: &Walk, engine: &Engine) -> String {
    let grade = grade(engine, &walk.challenges[HONEST], &walk.honest).await;
    assert_eq!(grade.points(), (4, 4), "the honest answer: {grade:#?}");
    rendered(grade)
}

async fn grade(engine: &Engine, challenge: &Arc<Challenge>, answer: &Path) -> Grade {
    let handed = handed(challenge, answer);
    let request = Request { challenge: Arc::clone(challenge), handed, seed: SEED, asked: Asked::Code };
    engine.grade(request).await
}

fn handed(challenge: &Challenge, answer: &Path) -> Handed {
    let modules = challenge.modules().into_iter().map(|entry| entry.name).collect();
    let sources = Sources { answer: Some(answer.to_owned()), modules, ..Sources::default() };
    intake::read(&sources, &mut std::io::empty()).expect("the attack can be read")
}
