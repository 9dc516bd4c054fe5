//! Many grades of right answers, on more workers than there are processors, while workers are killed at random: verdicts must
//! not change, and nothing may be left. `cargo bench --bench soak -- --help`.
//!
//! Must not know how viva does it.

use std::fs;
use std::path::Path;
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use vivavoce::bank::Bank;
use vivavoce::boxes::plan::JailOptions;
use vivavoce::engine::Engine;
use vivavoce::engine::check::golden_answers;
use vivavoce::model::challenge::{Challenge, Golden};
use vivavoce::model::grade::Verdict;
use vivavoce::model::score::Score;
use vivavoce::runtime::{Launch, Pool};

const HELP: &str = "\
cargo bench --bench soak -- [OPTIONS]
  --grades N     grades (10000)
  --minutes M    go on for so long instead
  --times N      workers for each processor (4)
  --kill S       kill a worker at random about every so many seconds (never)
  --only A,B     challenges (all that have an answer of score 5)
It fails when a verdict is not the one that the answer's header names, or when something is left behind.";

/// Grades after which the host's memory is looked at first, when everything was loaded once.
const SETTLED: usize = 200;

struct Options {
    grades: usize,
    minutes: Option<f64>,
    times: usize,
    kill_s: Option<f64>,
    only: Vec<String>,
}

fn options() -> Option<Options> {
    let mut options = Options { grades: 10_000, minutes: None, times: 4, kill_s: None, only: Vec::new() };
    let mut arguments = std::env::args().skip(1).filter(|argument| argument != "--bench");
    while let Some(name) = arguments.next() {
        let value = arguments.next()?;
        match name.as_str() {
            "--grades" => options.grades = value.parse().ok()?,
            "--minutes" => options.minutes = Some(value.parse().ok()?),
            "--times" => options.times = value.parse().ok()?,
            "--kill" => options.kill_s = Some(value.parse().ok()?),
            "--only" => options.only = value.split(',').map(str::to_owned).collect(),
            _ => return None,
        }
    }
    Some(options)
}

/// What is counted of this host before and after.
#[derive(Debug)]
struct Left {
    descriptors: usize,
    mounts: usize,
    processes: usize,
    cgroups: usize,
}

impl Left {
    fn now() -> Self {
        let count = |folder: &str| fs::read_dir(folder).map_or(0, Iterator::count);
        let lines = |file: &str| fs::read_to_string(file).unwrap_or_default().lines().count();
        Self {
            descriptors: count("/proc/self/fd"),
            mounts: lines("/proc/self/mountinfo"),
            processes: children(std::process::id()).len(),
            cgroups: cgroups(Path::new("/sys/fs/cgroup"), 0),
        }
    }

    /// Whether nothing is more than it was; others may have put their own away meanwhile.
    fn is_within(&self, before: &Self) -> bool {
        self.descriptors <= before.descriptors
            && self.mounts <= before.mounts
            && self.processes <= before.processes
            && self.cgroups <= before.cgroups
    }
}

/// Folders of the cgroup trees, to a depth at which viva puts its own.
fn cgroups(folder: &Path, depth: usize) -> usize {
    let folders = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let below = folders.filter(|path| path.is_dir() && !path.is_symlink());
    below.map(|path| 1 + if depth < 5 { cgroups(&path, depth + 1) } else { 0 }).sum()
}

/// The processes that a process started and that live.
fn children(process: u32) -> Vec<u32> {
    let tasks = fs::read_dir(format!("/proc/{process}/task")).into_iter().flatten().flatten();
    let lists = tasks.filter_map(|task| fs::read_to_string(task.path().join("children")).ok());
    lists
        .flat_map(|list| list.split_whitespace().filter_map(|id| id.parse().ok()).collect::<Vec<_>>())
        .collect()
}

/// Kibibytes that this process holds.
fn resident_kib() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or_default();
    line.trim().trim_end_matches(" kB").parse().unwrap_or(0)
}

/// What is graded in turn: answers that get a 5, whatever is asked.
fn right_answers(only: &[String]) -> Vec<(Arc<Challenge>, Golden)> {
    let bank = Bank::embedded();
    let wanted = |id: &str| only.is_empty() || only.iter().any(|name| name == id);
    let mut found = Vec::new();
    for id in bank.ids().iter().filter(|id| wanted(id.as_str())) {
        let challenge = bank.get(id.as_str()).expect("built in");
        let goldens = bank.goldens(id.as_str()).expect("they load");
        let right = goldens.into_iter().find(|golden| golden.floor == Score::StrongYes);
        found.extend(right.map(|golden| (challenge, golden)));
    }
    found
}

/// What came of it.
#[derive(Default)]
struct Seen {
    wrong: Vec<String>,
    ungraded: Vec<String>,
    /// When each grade ended, in seconds from the start.
    ended_s: Vec<f64>,
    settled_kib: u64,
}

/// Grades until there are enough; several of these run at once.
async fn grade(
    engine: Arc<Engine>,
    answers: Arc<Vec<(Arc<Challenge>, Golden)>>,
    (next, stop): (Arc<AtomicUsize>, Arc<AtomicBool>),
    (seen, start): (Arc<Mutex<Seen>>, Instant),
) {
    while !stop.load(Ordering::Relaxed) {
        let at = next.fetch_add(1, Ordering::Relaxed);
        let (challenge, golden) = &answers[at % answers.len()];
        for result in golden_answers(&engine, challenge, vec![golden.clone()], 7).await {
            let mut seen = seen.lock().expect("nobody panics");
            seen.ended_s.push(start.elapsed().as_secs_f64());
            if seen.ended_s.len() == SETTLED {
                seen.settled_kib = resident_kib();
            }
            let name = format!("{}/{}", challenge.id, golden.name);
            match result.grade.verdict {
                Verdict::Ungraded { because, .. } => seen.ungraded.push(format!("{name}: {because}")),
                Verdict::Graded(_) => {
                    seen.wrong.extend(result.faults.iter().map(|fault| format!("{name}: {fault}")));
                }
            }
        }
    }
}

/// Kills a worker now and then, the one that a clock chooses.
async fn kill(every: Duration, killed: Arc<AtomicUsize>) {
    loop {
        tokio::time::sleep(every).await;
        let workers = children(std::process::id());
        let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
        let chosen = now.map_or(0, |now| now.subsec_micros() as usize).checked_rem(workers.len());
        if let Some(worker) = chosen.and_then(|at| i32::try_from(workers[at]).ok()) {
            let gone = nix::sys::signal::kill(nix::unistd::Pid::from_raw(worker), nix::sys::signal::SIGKILL);
            killed.fetch_add(usize::from(gone.is_ok()), Ordering::Relaxed);
        }
    }
}

fn main() -> ExitCode {
    let Some(options) = options() else {
        println!("{HELP}");
        return ExitCode::from(2);
    };
    let runtime = tokio::runtime::Runtime::new().expect("threads start");
    let before = runtime.block_on(async { Left::now() });
    let seen = runtime.block_on(run(&options));
    // Workers that were dropped end by themselves; their cgroups go with them.
    std::thread::sleep(Duration::from_secs(2));
    let after = Left::now();
    println!("left behind: {after:?}; before: {before:?}");
    if seen.wrong.is_empty() && after.is_within(&before) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

async fn run(options: &Options) -> Seen {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let launch = Launch::warm(Path::new(env!("CARGO_BIN_EXE_viva")), JailOptions::default());
    let pool = Pool::start(launch.expect("the programs were built"), cores * options.times).await;
    let engine = Engine::new(pool.expect("this machine can build boxes"), vivavoce::boxes::toolbox::sha256());
    let (engine, answers) = (Arc::new(engine), Arc::new(right_answers(&options.only)));
    let shared = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicBool::new(false)));
    let (seen, start) = (Arc::new(Mutex::new(Seen::default())), Instant::now());
    let one = || {
        let (engine, answers, shared) = (Arc::clone(&engine), Arc::clone(&answers), shared.clone());
        tokio::spawn(grade(engine, answers, shared, (Arc::clone(&seen), start)))
    };
    let graders: Vec<_> = (0..cores * options.times).map(|_| one()).collect();
    let killed = Arc::new(AtomicUsize::new(0));
    let every = options.kill_s.map(Duration::from_secs_f64);
    let killer = every.map(|every| tokio::spawn(kill(every, Arc::clone(&killed))));
    let enough = |count: usize| match options.minutes {
        Some(minutes) => start.elapsed().as_secs_f64() >= minutes * 60.0,
        None => count >= options.grades,
    };
    while !enough(seen.lock().expect("nobody panics").ended_s.len()) {
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    if let Some(killer) = killer {
        killer.abort();
    }
    shared.1.store(true, Ordering::Relaxed);
    for grader in graders {
        grader.await.expect("a grader ends by itself");
    }
    let seen = std::mem::take(&mut *seen.lock().expect("nobody panics"));
    tell(&seen, answers.len(), killed.load(Ordering::Relaxed));
    seen
}

fn tell(seen: &Seen, answers: usize, killed: usize) {
    let count = seen.ended_s.len();
    let tenth = (count / 10).max(1);
    let took =
        |from: usize, to: usize| (seen.ended_s[to - 1] - seen.ended_s[from]) * 1e3 / (to - from) as f64;
    println!(
        "{count} grades of {answers} right answers in {:.0} s; {} wrong, {} ungraded, {killed} workers killed",
        seen.ended_s.last().copied().unwrap_or_default(),
        seen.wrong.len(),
        seen.ungraded.len()
    );
    if count > 2 * tenth {
        let (second, last) = (took(tenth, 2 * tenth), took(count - tenth, count));
        println!("milliseconds for each: {second:.1} in the second tenth, {last:.1} in the last");
    }
    println!(
        "memory of the host: {:.1} MiB after {SETTLED} grades, {:.1} at the end",
        seen.settled_kib as f64 / 1024.0,
        resident_kib() as f64 / 1024.0
    );
    seen.wrong.iter().take(20).for_each(|wrong| println!("WRONG {wrong}"));
    seen.ungraded.iter().take(5).for_each(|why| println!("ungraded {why}"));
}
