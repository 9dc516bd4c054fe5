//! What a batch costs as it grows: `cargo bench --bench batch -- --help`.
//!
//! Makes folders of submissions, grades each twice (all new, then all known) and prints time and memory of the host, which
//! must stay flat. Must not know how viva does it.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

const HELP: &str = "\
cargo bench --bench batch -- [OPTIONS] [COUNT...]
  COUNT              submissions of each batch (100 1000)
  --challenge NAME   what they answer (mutable-default-argument)
  --format F         formats beside the usual ones (none)
  --viva PATH        another viva to measure
It fails when a larger batch needs 64 MiB more than the smallest, or 15% more time for each grade.";

/// What a larger batch may need beyond the smallest.
const MEMORY_MIB_MAX: f64 = 64.0;
const SLOWER_MAX: f64 = 1.15;
/// How often the host's memory is looked at.
const LOOK: Duration = Duration::from_millis(50);

struct Options {
    counts: Vec<usize>,
    challenge: String,
    formats: Option<String>,
    viva: PathBuf,
}

fn options() -> Result<Options, String> {
    let mut options = Options {
        counts: Vec::new(),
        challenge: "mutable-default-argument".to_owned(),
        formats: None,
        viva: PathBuf::from(env!("CARGO_BIN_EXE_viva")),
    };
    let mut arguments = std::env::args().skip(1).filter(|argument| argument != "--bench");
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().ok_or_else(|| format!("{argument} wants a value\n{HELP}"));
        match argument.as_str() {
            "--challenge" => options.challenge = value()?,
            "--format" => options.formats = Some(value()?),
            "--viva" => options.viva = PathBuf::from(value()?),
            count => options.counts.push(count.parse().map_err(|_| HELP.to_owned())?),
        }
    }
    if options.counts.is_empty() {
        options.counts = vec![100, 1000];
    }
    Ok(options)
}

/// What one run took.
#[derive(Debug, Clone, Copy)]
struct Took {
    seconds: f64,
    memory_mib: f64,
}

fn main() -> ExitCode {
    let options = match options() {
        Ok(options) => options,
        Err(help) => {
            eprintln!("{help}");
            return ExitCode::from(2);
        }
    };
    println!("submissions   graded in   each     host's peak   again, all known   host's peak");
    let measured: Vec<(usize, Took)> =
        options.counts.iter().map(|count| (*count, measure(&options, *count))).collect();
    let Some(((fewest, least), larger)) = measured.split_first().map(|(first, rest)| (*first, rest)) else {
        return ExitCode::SUCCESS;
    };
    let mut holds = true;
    for (count, took) in larger {
        let slower = took.seconds / *count as f64 / (least.seconds / fewest as f64);
        let more = took.memory_mib - least.memory_mib;
        let fits = more <= MEMORY_MIB_MAX && slower <= SLOWER_MAX;
        println!(
            "{count} beside {fewest}: {more:+.1} MiB, {:+.0}% time for each{}",
            (slower - 1.0) * 100.0,
            if fits { "" } else { "  TOO MUCH" }
        );
        holds &= fits;
    }
    if holds { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn measure(options: &Options, count: usize) -> Took {
    let scratch = tempfile::tempdir().expect("a scratch folder");
    let (folder, out) = (scratch.path().join("submissions"), scratch.path().join("out"));
    submissions(&folder, &options.challenge, count);
    let new = run(options, &folder, &out);
    let known = run(options, &folder, &out);
    println!(
        "{count:>11}   {:>7.1} s   {:>4.0} ms   {:>7.1} MiB   {:>14.1} s   {:>7.1} MiB",
        new.seconds,
        new.seconds * 1000.0 / count as f64,
        new.memory_mib,
        known.seconds,
        known.memory_mib
    );
    new
}

/// Golden answers in turn, each a file that no other is.
fn submissions(folder: &Path, challenge: &str, count: usize) {
    std::fs::create_dir(folder).expect("a folder");
    let answers = Path::new(env!("CARGO_MANIFEST_DIR")).join("challenges").join(challenge).join("answers");
    let mut goldens: Vec<String> = std::fs::read_dir(answers)
        .expect("the challenge has golden answers")
        .flatten()
        .filter(|entry| entry.path().extension().is_some_and(|end| end == "py"))
        .map(|entry| std::fs::read_to_string(entry.path()).expect("UTF-8"))
        .collect();
    goldens.sort();
    for (index, golden) in goldens.iter().cycle().take(count).enumerate() {
        let text = format!("{golden}\n# Handed in by {index}.\n");
        std::fs::write(folder.join(format!("candidate{index:05}.py")), text).expect("written");
    }
}

fn run(options: &Options, folder: &Path, out: &Path) -> Took {
    let mut command = Command::new(&options.viva);
    command
        .arg("batch")
        .arg(&options.challenge)
        .arg(folder)
        .arg("--out")
        .arg(out)
        .args(["--seed", "7", "--quiet"]);
    command.args(options.formats.iter().flat_map(|formats| ["--format", formats]));
    let begun = Instant::now();
    let mut child = command.stdout(Stdio::null()).spawn().expect("viva starts");
    let memory_mib = peak(&mut child);
    Took { seconds: begun.elapsed().as_secs_f64(), memory_mib }
}

/// Waits for the end; the most that the process itself held, which the kernel counts. Source: proc(5), `VmHWM`.
fn peak(child: &mut Child) -> f64 {
    let mut kib = 0_f64;
    loop {
        let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let now = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<f64>().ok());
        kib = now.unwrap_or(kib).max(kib);
        match child.try_wait().expect("it is our child") {
            Some(status) if status.success() => return kib / 1024.0,
            Some(status) => panic!("viva ended with {status}"),
            None => std::thread::sleep(LOOK),
        }
    }
}
