//! CPython as the body of a box: warm in the zygote, forked for each run and again for each step.
//!
//! What a step does is Python's, in `toolbox/viva/runner.py`. Must not know how boxes are built.

use std::os::fd::RawFd;

use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict, PyModule, PyString};
use vivavoce::boxes::{Body, Interpreter};
use vivavoce::wire::frame::Token;
use vivavoce::wire::job::{Action, By, Compiled, Job, Question, Step};

use super::embed::{self, BUILT_AGAINST, Place};
use super::record::{Channel, Recorder};

/// Standard modules that answers import often. Each is loaded once, in the zygote, instead of in every step.
const PRELOADED: &[&str] = &[
    "abc",
    "array",
    "bisect",
    "collections",
    "contextlib",
    "copy",
    "dataclasses",
    "datetime",
    "decimal",
    "enum",
    "fractions",
    "functools",
    "heapq",
    "itertools",
    "json",
    "math",
    "operator",
    "random",
    "re",
    "string",
    "textwrap",
    "threading",
    "time",
    "traceback",
    "types",
    "typing",
    "weakref",
];

/// Modules that take long to load and that few answers use, each behind a word that speaks of it. A run loads those that its
/// job speaks of, once for all of its steps; every fork of the zygote would have to carry them.
const LOADED_ON_MENTION: &[(&[u8], &str)] = &[
    (b"async", "asyncio"),
    (b"concurrent", "concurrent.futures"),
    (b"logging", "logging"),
    (b"statistics", "statistics"),
];

/// The exit code of a step whose runner failed, which no answer should be able to cause.
const RUNNER_FAILED: i32 = 70;

/// What a worker says that calls a body out of order.
const NOT_WARM: &str = "the interpreter is not warm";

/// What a step says whose job lacks the code of its harness.
const NOT_COMPILED: &str = "the harness was not compiled";

/// The warm interpreter.
pub struct Python {
    place: Place,
    warm: Option<Warm>,
    /// Whether this process was forked and CPython was not told yet: pid 1 of a run may never need it, and telling it writes
    /// to hundreds of pages.
    forked: bool,
}

/// What is ready once the interpreter is warm.
struct Warm {
    runner: Py<PyModule>,
    recorder: Py<Recorder>,
    /// What came of making a step ready, in its own process.
    ready: Option<PyResult<Py<PyAny>>>,
}

impl Python {
    /// A body that has not started yet, for an interpreter at `place`.
    #[must_use]
    pub fn new(place: Place) -> Self {
        Self { place, warm: None, forked: false }
    }
}

impl Body for Python {
    fn warm_up(&mut self) -> Result<Interpreter, String> {
        embed::start(&self.place).map_err(|error| error.to_string())?;
        pyo3::Python::attach(|py| {
            self.warm = Some(Warm::load(py)?);
            let sys = py.import("sys")?;
            let build: String = sys.getattr("version")?.extract()?;
            let implementation: String = sys.getattr("implementation")?.getattr("name")?.extract()?;
            Ok(Interpreter {
                python: embed::loaded_version(),
                python_build: format!("{implementation} {build}"),
                built_against: BUILT_AGAINST.to_owned(),
            })
        })
        .map_err(|error: PyErr| error.to_string())
    }

    fn before_fork(&mut self) {
        // A fork of a fork that CPython knows nothing of is one fork to it.
        if self.warm.is_some() && !self.forked {
            embed::before_fork();
        }
    }

    fn after_fork_in_parent(&mut self) {
        if self.warm.is_some() && !self.forked {
            embed::after_fork_in_parent();
        }
    }

    fn after_fork_in_child(&mut self) {
        self.forked = self.warm.is_some();
    }

    fn prepare(&mut self, job: &Job) -> Result<bool, String> {
        let mentioned = mentioned(job);
        if !mentioned.is_empty() {
            self.settle();
            pyo3::Python::attach(|py| load(py, &mentioned)).map_err(|error| error.to_string())?;
        }
        Ok(!mentioned.is_empty())
    }

    fn rehearse(&mut self) {
        self.settle();
        if let Some(warm) = &self.warm {
            // What goes wrong in it goes wrong again in the step, and is told there.
            let _ = pyo3::Python::attach(|py| warm.runner.call_method1(py, "rehearse", (&warm.recorder,)));
        }
    }

    /// Only parses: a harness may come from strangers, and runs where all walls of a step stand.
    fn compile(&mut self, job: &Job) -> Result<Vec<u8>, String> {
        self.settle();
        let warm = self.warm.as_ref().ok_or(NOT_WARM)?;
        let is_oracle = job.steps.iter().any(|step| matches!(step.action, Action::Judge { .. }));
        pyo3::Python::attach(|py| {
            let code = warm.runner.call_method1(py, "compiled", (is_oracle, &job.harness, &job.inputs));
            code.and_then(|code| code.extract(py)).map_err(|error: PyErr| error.value(py).to_string())
        })
    }

    fn make_ready(&mut self, job: &Job, step: &Step) {
        self.settle();
        if let Some(warm) = &mut self.warm {
            warm.ready = Some(pyo3::Python::attach(|py| warm.make_ready(py, job, step)));
        }
    }

    fn run_step(&mut self, _job: &Job, step: &Step, channel: RawFd, token: Token) -> ! {
        let file = embed::own_descriptor(channel).into();
        let channel = match step.action {
            Action::Together { .. } | Action::Judge { .. } => Channel::held(file, token),
            _ => Channel::new(file, token),
        };
        let ready = self.warm.as_mut().and_then(|warm| warm.ready.take());
        pyo3::Python::attach(|py| {
            let ran = match (&self.warm, ready) {
                (Some(warm), Some(ready)) => ready.and_then(|ready| warm.run(py, &ready, channel)),
                _ => Err(PyRuntimeError::new_err(NOT_WARM)),
            };
            if let Err(error) = ran {
                error.display(py);
            }
        });
        embed::exit_now(RUNNER_FAILED)
    }
}

impl Python {
    /// Tells CPython of the fork that made this process, once.
    fn settle(&mut self) {
        if std::mem::take(&mut self.forked) {
            embed::after_fork_in_child();
        }
    }
}

impl Warm {
    fn load(py: pyo3::Python<'_>) -> PyResult<Self> {
        let gc = py.import("gc")?;
        gc.call_method0("disable")?;
        let runner = py.import("viva.runner")?.unbind();
        for module in PRELOADED {
            py.import(*module)?;
        }
        let recorder = Py::new(py, Recorder::new(py)?)?;
        runner.call_method0(py, "warm_up")?;
        recorder.get().remember_modules(py)?;
        // What lives now lives for good: no collection in a fork walks over it and copies its pages. Looking for what does
        // not took longer than its few hundred objects are worth.
        gc.call_method0("freeze")?;
        gc.call_method0("enable")?;
        embed::fill_holes();
        Ok(Self { runner, recorder, ready: None })
    }

    /// Does all of a step that comes before its answer.
    fn make_ready(&self, py: pyo3::Python<'_>, job: &Job, step: &Step) -> PyResult<Py<PyAny>> {
        let runner = self.runner.bind(py);
        let code = match &job.compiled {
            Compiled::Known(code) => PyBytes::new(py, code),
            Compiled::Unasked | Compiled::Wanted => return Err(PyRuntimeError::new_err(NOT_COMPILED)),
        };
        let step = told(runner, step, job.seed)?;
        let answer = PyDict::new(py);
        for file in &job.answer {
            answer.set_item(&file.path, PyBytes::new(py, &file.bytes))?;
        }
        let modules = PyDict::new(py);
        for (name, command) in &job.modules {
            modules.set_item(name, command)?;
        }
        Ok(runner.call_method1("make_ready", (code, answer, step, modules))?.unbind())
    }

    /// Runs a step; where its runner ends as it should, the process ends in `Recorder::end`.
    fn run(&self, py: pyo3::Python<'_>, ready: &Py<PyAny>, channel: Channel) -> PyResult<()> {
        self.recorder.get().open(channel);
        self.runner.call_method1(py, "run", (&self.recorder, ready))?;
        Ok(())
    }
}

/// The modules that a job speaks of. What an answer imports without a word of it is found all the same, later.
fn mentioned(job: &Job) -> Vec<&'static str> {
    let texts = texts(job);
    let is_mentioned = |word: &[u8]| texts.iter().any(|text| memchr::memmem::find(text, word).is_some());
    LOADED_ON_MENTION.iter().filter(|(word, _)| is_mentioned(word)).map(|(_, module)| *module).collect()
}

/// Loads modules for all steps of a run.
fn load(py: pyo3::Python<'_>, mentioned: &[&str]) -> PyResult<()> {
    if mentioned.is_empty() {
        return Ok(());
    }
    let modules = py.import("sys")?.getattr("modules")?;
    // asyncio goes without TLS, which no box has a use for: it would bring a library of cryptography into every fork.
    modules.set_item("ssl", py.None())?;
    for module in mentioned {
        py.import(*module)?;
    }
    modules.del_item("ssl")?;
    py.import("gc")?.call_method0("freeze")?;
    Ok(())
}

/// All Python that the steps of a job run.
fn texts<'a>(job: &'a Job) -> Vec<&'a [u8]> {
    let of_action = |action: &'a Action| match action {
        Action::Call { setup, call } => vec![setup, call],
        Action::Snippet { source } => vec![source],
        _ => vec![],
    };
    let of_steps = job.steps.iter().flat_map(|step| match &step.action {
        Action::Together { steps } => steps.iter().flat_map(|step| of_action(&step.action)).collect(),
        action => of_action(action),
    });
    let texts = of_steps.chain([&job.harness, &job.inputs]).map(String::as_bytes);
    texts.chain(job.answer.iter().map(|file| file.bytes.as_slice())).collect()
}

/// A step as the runner knows it.
fn told<'py>(runner: &Bound<'py, PyModule>, step: &Step, seed: u64) -> PyResult<Bound<'py, PyAny>> {
    let (action, arguments) = action(runner, &step.action, seed)?;
    runner.getattr("Step")?.call1((&step.name, action, seed, arguments))
}

/// The runner's name of an action, and its fields.
fn action<'py>(
    runner: &Bound<'py, PyModule>,
    action: &Action,
    seed: u64,
) -> PyResult<(&'static str, Bound<'py, PyDict>)> {
    let py = runner.py();
    let arguments = PyDict::new(py);
    let name = match action {
        Action::Load => "load",
        Action::Drive => "drive",
        Action::Call { setup, call } => {
            arguments.set_item("setup", setup)?;
            arguments.set_item("call", call)?;
            "call"
        }
        Action::Command { arguments: line, stdin, files } => {
            arguments.set_item("arguments", line)?;
            arguments.set_item("stdin", stdin)?;
            arguments.set_item("files", files)?;
            "command"
        }
        Action::Snippet { source } => {
            arguments.set_item("source", source)?;
            "snippet"
        }
        Action::Together { steps } => {
            let steps: PyResult<Vec<_>> = steps.iter().map(|step| told(runner, step, seed)).collect();
            arguments.set_item("steps", steps?)?;
            "together"
        }
        Action::Judge { questions } => {
            let questions: PyResult<Vec<_>> = questions.iter().map(|asked| question(py, asked)).collect();
            arguments.set_item("questions", questions?)?;
            "judge"
        }
    };
    Ok((name, arguments))
}

/// The case, and what was seen or the expression: the toolbox tells them apart by their types.
fn question<'py>(py: pyo3::Python<'py>, question: &Question) -> PyResult<(String, Bound<'py, PyAny>)> {
    let by = match &question.by {
        By::Seen(bytes) => PyBytes::new(py, bytes).into_any(),
        By::Expression(expression) => PyString::new(py, expression).into_any(),
    };
    Ok((question.case.clone(), by))
}
