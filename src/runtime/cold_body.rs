//! What runs inside the boxes of a cold worker: one fresh interpreter for each step.
//!
//! The request and the channel of frames are descriptors that the interpreter inherits. Must not know what a step is for.

use std::convert::Infallible;
use std::ffi::CString;
use std::io;
use std::os::fd::RawFd;
use std::os::unix::ffi::OsStrExt;
use std::process::ExitCode;

use nix::unistd::execve;

use super::cold::PythonFacts;
use super::launch::ColdWorker;

use crate::boxes::plan::{JailPlan, TOOLBOX_DIR};
use crate::boxes::{self, Body, Interpreter, REQUEST, toolbox};
use crate::model::value::{PyText, Value};
use crate::wire::codec;
use crate::wire::job::{Action, BoxFile, By, Job, Question, Step};

/// The descriptor on which the host leaves the control socket.
const CONTROL_FD: RawFd = 3;
/// How a step ends that could not execute the interpreter; a shell says the same.
const NOT_EXECUTED: i32 = 127;

/// Serves a cold worker: what `viva box-init` does, told by [`ColdWorker`] as JSON.
#[must_use]
pub fn serve(told: &str) -> ExitCode {
    let told: ColdWorker = match serde_json::from_str(told) {
        Ok(told) => told,
        Err(error) => {
            eprintln!("viva: box-init is started by viva itself: {error}");
            return ExitCode::from(2);
        }
    };
    let control = match boxes::take_descriptor(CONTROL_FD) {
        Ok(control) => control,
        Err(error) => {
            eprintln!("viva: box-init is started by viva itself: {error}");
            return ExitCode::from(2);
        }
    };
    // Where a container forbids it, only answers that depend on addresses differ from run to run.
    let _ = boxes::lay_out_alike();
    let plan = JailPlan::new(told.python.place(), toolbox::files(), told.options);
    let mut body = ColdBody { plan: plan.clone(), python: told.python };
    boxes::serve(control, &plan, &mut body)
}

/// The body of a cold worker.
struct ColdBody {
    plan: JailPlan,
    python: PythonFacts,
}

impl Body for ColdBody {
    fn warm_up(&mut self) -> Result<Interpreter, String> {
        Ok(Interpreter {
            python: self.python.version.clone(),
            python_build: self.python.build.clone(),
            built_against: self.python.version.clone(),
        })
    }

    fn compile(&mut self, _job: &Job) -> Result<Vec<u8>, String> {
        Err("an interpreter that is started for each step keeps no code".to_owned())
    }

    fn request(&mut self, job: &Job, step: &Step, token: [u8; 16]) -> Option<Vec<u8>> {
        Some(codec::encode(&self.told(job, step, token)))
    }

    fn run_step(&mut self, _job: &Job, _step: &Step, channel: RawFd, _token: [u8; 16]) -> ! {
        let error = match self.execute(channel) {
            Ok(never) => match never {},
            Err(error) => error,
        };
        eprintln!("viva: the interpreter could not be executed: {error}");
        std::process::exit(NOT_EXECUTED)
    }
}

impl ColdBody {
    fn execute(&self, channel: RawFd) -> io::Result<Infallible> {
        let main = format!(
            "import sys; sys.path[0] = {TOOLBOX_DIR:?}; from viva._cold import main; main({REQUEST}, {channel})"
        );
        let executable = self.plan.executable_inside().ok_or(io::ErrorKind::NotFound)?;
        let program = CString::new(executable.as_os_str().as_bytes())?;
        let arguments =
            [program.clone(), c"-s".into(), c"-S".into(), c"-B".into(), c"-c".into(), CString::new(main)?];
        // A fixed hash seed, as in the warm interpreter: sets are in the same order in both, and from run to run.
        // One arena of memory for all threads, as many small ones would not fit into the address space.
        let environment: [CString; 2] = [c"PYTHONHASHSEED=0".into(), c"MALLOC_ARENA_MAX=1".into()];
        Ok(execve(&program, &arguments, &environment)?)
    }

    /// What `viva/_cold.py` reads.
    fn told(&self, job: &Job, step: &Step, token: [u8; 16]) -> Value {
        let (action, arguments) = action(&step.action);
        let answer =
            job.answer.iter().map(|BoxFile { path, bytes }| (text(path), Value::Bytes(bytes.clone())));
        let modules =
            job.modules.iter().map(|(name, command)| (name.as_str(), Value::Bool(*command))).collect();
        let packages = self.plan.packages_inside();
        let path = packages.iter().map(|folder| text(&folder.display().to_string())).collect();
        dict(vec![
            ("token", Value::Bytes(token.to_vec())),
            ("harness", text(&job.harness)),
            ("inputs", text(&job.inputs)),
            ("answer", Value::Dict(answer.collect())),
            ("modules", dict(modules)),
            ("seed", Value::Int(job.seed.into())),
            ("name", text(&step.name)),
            ("action", text(action)),
            ("arguments", dict(arguments)),
            ("path", Value::List(path)),
        ])
    }
}

/// An action's name and arguments as the toolbox knows them.
fn action(action: &Action) -> (&'static str, Vec<(&'static str, Value)>) {
    match action {
        Action::Load => ("load", vec![]),
        Action::Drive => ("drive", vec![]),
        Action::Call { setup, call } => ("call", vec![("setup", text(setup)), ("call", text(call))]),
        Action::Command { arguments, stdin, files } => {
            let arguments = arguments.iter().map(|each| text(each)).collect();
            let files = files.iter().map(|(path, content)| (path.as_str(), text(content))).collect();
            let told =
                vec![("arguments", Value::List(arguments)), ("stdin", text(stdin)), ("files", dict(files))];
            ("command", told)
        }
        Action::Snippet { source } => ("snippet", vec![("source", text(source))]),
        // Only warm runs share a process among cases.
        Action::Together { .. } => ("together", vec![]),
        Action::Judge { questions } => {
            ("judge", vec![("questions", Value::List(questions.iter().map(question).collect()))])
        }
    }
}

/// The case, and what was seen or the expression: the toolbox tells them apart by their types.
fn question(question: &Question) -> Value {
    let by = match &question.by {
        By::Seen(bytes) => Value::Bytes(bytes.clone()),
        By::Expression(expression) => text(expression),
    };
    Value::Tuple(vec![text(&question.case), by])
}

fn text(text: &str) -> Value {
    Value::Str(PyText::from(text))
}

fn dict(entries: Vec<(&str, Value)>) -> Value {
    Value::Dict(entries.into_iter().map(|(key, value)| (text(key), value)).collect())
}
