//! One suite for both runtimes: the same job gives equal observations, warm and cold.

use std::path::Path;

use crate::common::{launches, needs_boxes, pool, run};
use vivavoce::model::limits::Limits;
use vivavoce::model::observation::Ending;
use vivavoce::wire::frame::{CaseFrame, parse_stream};
use vivavoce::wire::job::{Action, BoxFile, CaseRun, Compiled, Job, Step};

/// What of a step must not differ between the runtimes. Types of strangers carry their module alike.
#[derive(Debug, PartialEq)]
pub struct Seen {
    pub name: String,
    pub ending: Ending,
    pub complete: bool,
    pub frames: Vec<CaseFrame>,
    pub stdout: String,
}

fn read(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("python_fixtures/conformance");
    std::fs::read_to_string(folder.join(name)).expect("the fixture is there")
}

pub fn file(path: &str, text: &str) -> BoxFile {
    BoxFile { path: path.to_owned(), bytes: text.as_bytes().to_vec() }
}

pub fn job(answer: Vec<BoxFile>, steps: Vec<(&str, Action)>) -> Job {
    Job {
        answer,
        modules: vec![],
        harness: read("driver.py"),
        inputs: read("inputs.py"),
        compiled: Compiled::Unasked,
        seed: 7,
        limits: Limits { cpu_ms_max: 1_000, wall_ms_max: 20_000, ..Limits::default() },
        steps: steps.into_iter().map(|(name, action)| Step { name: name.to_owned(), action }).collect(),
    }
}

fn seen(job: &Job, runs: Vec<CaseRun>) -> Vec<Seen> {
    runs.into_iter()
        .map(|run| {
            let stream = parse_stream(&run.frames, &run.token);
            Seen {
                name: job.steps[run.step as usize].name.clone(),
                ending: run.ending,
                complete: stream.complete,
                frames: stream.frames,
                stdout: String::from_utf8_lossy(&run.stdout).into_owned(),
            }
        })
        .collect()
}

/// Runs a job on both runtimes and gives what was seen, after holding one against the other.
pub fn alike(job: &Job) -> Vec<Seen> {
    let [warm, cold] = launches().map(|launch| seen(job, run(&pool(launch), job)));
    assert_eq!(warm.len(), cold.len());
    for (warm, cold) in warm.iter().zip(&cold) {
        let difference = difference(&format!("{warm:#?}"), &format!("{cold:#?}"));
        assert!(difference.is_empty(), "`{}` differs (- warm, + cold):\n{difference}", warm.name);
    }
    warm
}

/// The lines that differ, and nothing around them: what was seen can be long.
fn difference(warm: &str, cold: &str) -> String {
    let diff = similar::TextDiff::from_lines(warm, cold);
    let changed = diff.iter_all_changes().filter(|change| change.tag() != similar::ChangeTag::Equal);
    changed.take(20).map(|change| format!("{}{}", change.tag(), change.value().trim_start())).collect()
}

fn snippet(source: &str) -> Action {
    Action::Snippet { source: source.to_owned() }
}

pub fn step<'a>(all: &'a [Seen], name: &str) -> &'a Seen {
    all.iter().find(|seen| seen.name == name).expect("the step was run")
}

#[test]
fn drivers_see_the_same() {
    needs_boxes!();
    let names = [
        "values",
        "errors",
        "output",
        "clock",
        "drawn",
        "concurrent",
        "tools",
        "missing_name",
        "raises_itself",
        "leaves_at_once",
        "exits_politely",
    ];
    let mut steps = vec![("load", Action::Load)];
    steps.extend(names.map(|name| (name, Action::Drive)));
    let answer = vec![file("answer.py", &read("answer.py")), file("helper.py", &read("helper.py"))];
    let all = alike(&job(answer, steps));

    for name in ["load", "values", "errors", "output", "clock", "drawn", "concurrent", "tools"] {
        assert!(step(&all, name).complete, "{name}: {:#?}", step(&all, name));
    }
    for name in ["missing_name", "raises_itself", "exits_politely"] {
        let raised = step(&all, name).frames.iter().any(|frame| matches!(frame, CaseFrame::Raised { .. }));
        assert!(raised, "{name}: {:#?}", step(&all, name));
    }
    let left = step(&all, "leaves_at_once");
    assert!(!left.complete, "a case that leaves by os._exit never ends: {left:#?}");
}

#[test]
fn answers_that_do_not_load_are_told_alike() {
    needs_boxes!();
    let broken = [
        ("syntax", "def f(:\n    pass\n"),
        ("raises", "import os\n\n\ndef g():\n    raise KeyError('why')\n\n\ng()\n"),
        ("exits", "import sys\nsys.exit(3)\n"),
        ("leaves", "import os\nos._exit(0)\n"),
        ("missing_module", "import numpy_that_is_not_here\n"),
        ("empty", ""),
        ("tabs", "if True:\n\tx = 1\n        y = 2\n"),
        ("null_constant", "x = '\\ud800'\n"),
    ];
    for (name, source) in broken {
        let job = job(vec![file("answer.py", source)], vec![("load", Action::Load)]);
        let all = alike(&job);
        let loaded = all[0].frames.iter().any(|frame| matches!(frame, CaseFrame::Loaded { .. }));
        assert_eq!(loaded, ["empty", "null_constant"].contains(&name), "{name}: {:#?}", all[0]);
    }
}

#[test]
fn calls_and_snippets_are_told_alike() {
    needs_boxes!();
    let call = |setup: &str, call: &str| Action::Call { setup: setup.to_owned(), call: call.to_owned() };
    let steps = vec![
        ("value", call("xs = [1]", "helper.shout('a'), xs, plain()[:2]")),
        ("error", call("", "fails(LookupError, 'no')")),
        ("prints", call("", "prints('hi')")),
        ("bad_setup", call("raise OSError('setup')", "1")),
        ("snippet", snippet("print('8', 8)\nif __name__ == '__main__': print('main')\n")),
        ("bad_snippet", snippet("print(1)\n1 / 0\n")),
    ];
    let answer = vec![file("answer.py", &read("answer.py")), file("helper.py", &read("helper.py"))];
    let all = alike(&job(answer, steps));
    assert_eq!(step(&all, "snippet").stdout, "8 8\nmain\n");
    assert!(step(&all, "value").complete && step(&all, "error").complete);
}

#[test]
fn limits_end_a_step_alike() {
    needs_boxes!();
    let steps = vec![
        ("spin", snippet("while True:\n    pass\n")),
        ("flood", snippet("while True:\n    print('x' * 1000)\n")),
        ("crash", snippet("import ctypes\nctypes.string_at(0)\n")),
        ("after", snippet("print('alive')\n")),
    ];
    let job = job(vec![file("answer.py", "")], steps);
    let all = alike_endings(&job);
    assert_eq!(all[0], Ending::OutOfTime);
    assert_eq!(all[1], Ending::TooMuchOutput);
    assert_eq!(all[2], Ending::Signalled(11));
    assert_eq!(all[3], Ending::Exited(0));
}

/// The endings alone: how much a flooding step wrote before it was stopped is nobody's business.
fn alike_endings(job: &Job) -> Vec<Ending> {
    let [warm, cold] = launches()
        .map(|launch| run(&pool(launch), job).into_iter().map(|run| run.ending).collect::<Vec<_>>());
    assert_eq!(warm, cold, "left warm, right cold");
    warm
}
