//! How close each attack of `python_fixtures/abuse/` comes to its limits: `cargo bench --bench abuse -- --help`.
//!
//! Each is graded by itself, on all its challenges and both runtimes, with nothing beside it. Must not know what an
//! attack must get: the tests' own walk does.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

use vivavoce::bank::Bank;
use vivavoce::boxes::plan::JailOptions;
use vivavoce::boxes::toolbox;
use vivavoce::engine::{Engine, Request};
use vivavoce::model::challenge::Challenge;
use vivavoce::model::evidence::Asked;
use vivavoce::model::grade::RuntimeKind;
use vivavoce::runtime::{Launch, Pool};
use vivavoce::source::intake::{self, Sources};

#[path = "../../tests/it/abuse/header.rs"]
mod header;
#[path = "../../tests/it/abuse/margin.rs"]
mod margin;

use header::Attack;
use margin::Margin;

const HELP: &str = "\
cargo bench --bench abuse -- [OPTIONS] [ATTACK...]
  ATTACK             only these, as `resources/sleep`
  --worst N          rows of the table (12)
  --python PATH      the interpreter of cold runs (python3)
It prints what each attack used of its limits, as a part of them, the worst first; then the median and the worst of each column.";

struct Options {
    attacks: Vec<String>,
    worst: usize,
    python: PathBuf,
}

fn options() -> Option<Options> {
    let mut options = Options { attacks: Vec::new(), worst: 12, python: PathBuf::from("python3") };
    let mut arguments = std::env::args().skip(1).filter(|argument| argument != "--bench");
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--worst" => options.worst = arguments.next()?.parse().ok()?,
            "--python" => options.python = arguments.next()?.into(),
            attack if !attack.starts_with('-') => options.attacks.push(attack.to_owned()),
            _ => return None,
        }
    }
    Some(options)
}

#[tokio::main]
async fn main() -> ExitCode {
    let Some(options) = options() else {
        eprintln!("{HELP}");
        return ExitCode::from(2);
    };
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("python_fixtures");
    let mut attacks = header::read_all(&fixtures.join("abuse"));
    attacks.retain(|attack| attack.is_for_this_machine());
    attacks.retain(|attack| options.attacks.is_empty() || options.attacks.contains(&attack.name));
    let bank = Bank::from_dir(&fixtures.join("abuse_bank")).expect("the bank of attacks");
    let viva = Path::new(env!("CARGO_BIN_EXE_viva"));
    let warm = Launch::warm(viva, JailOptions::default()).expect("the worker lies beside viva");
    let cold = Launch::cold(viva, &options.python, JailOptions::default()).expect("a CPython");
    let mut margins = vec![];
    for (launch, kind) in [(warm, RuntimeKind::Warm), (cold, RuntimeKind::Cold)] {
        let pool = Pool::start(launch, 1).await.unwrap_or_else(|error| panic!("no worker: {error}"));
        let engine = Engine::new(pool, toolbox::sha256());
        for attack in &attacks {
            for name in attack.against() {
                let challenge = attack.limited(&bank.get(&name).expect("it loads"));
                margins.push(measured(&engine, attack, &challenge, kind).await);
            }
        }
    }
    println!("{}", margin::worst(&margins, options.worst));
    for (column, of) in [("whole grade", of_grade as fn(&Margin) -> f64), ("wall", of_wall), ("CPU", of_cpu)]
    {
        let mut all: Vec<f64> = margins.iter().map(of).collect();
        all.sort_by(f64::total_cmp);
        if let (Some(middle), Some(worst)) = (all.get(all.len() / 2), all.last()) {
            println!("{column}: median {middle:.3}, worst {worst:.2} of {} grades", all.len());
        }
    }
    ExitCode::SUCCESS
}

fn of_grade(margin: &Margin) -> f64 {
    margin.grade
}

fn of_wall(margin: &Margin) -> f64 {
    margin.wall
}

fn of_cpu(margin: &Margin) -> f64 {
    margin.cpu
}

async fn measured(engine: &Engine, attack: &Attack, challenge: &Arc<Challenge>, kind: RuntimeKind) -> Margin {
    let modules = challenge.modules().into_iter().map(|entry| entry.name).collect();
    let sources = Sources { answer: Some(attack.path.clone()), modules, ..Sources::default() };
    let handed = intake::read(&sources, &mut std::io::empty()).expect("the attack can be read");
    let challenge = Arc::clone(challenge);
    let name = format!("{} on {} ({kind:?})", attack.name, challenge.id);
    let started = Instant::now();
    let request = Request { challenge: Arc::clone(&challenge), handed, seed: 1, asked: Asked::Code };
    let grade = engine.grade(request).await;
    Margin::of(name, &challenge, &grade, started.elapsed())
}
