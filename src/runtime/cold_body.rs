//! What runs inside the boxes of a cold worker: one fresh interpreter for each step.
//!
//! The request travels in an unnamed file of the step's own `/tmp`, the frames through the step's channel; both are
//! inherited by number. Must not know what a step is for.

use std::ffi::CString;
use std::fs::{File, OpenOptions};
use std::io::{self, Seek, Write};
use std::os::fd::{AsFd, IntoRawFd, RawFd};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::process::ExitCode;

use nix::fcntl::{FcntlArg, FdFlag, OFlag, fcntl};
use nix::unistd::execve;

use super::cold::PythonFacts;
use super::launch::ColdWorker;

use crate::boxes::plan::{JailPlan, SCRATCH_DIR, TOOLBOX_DIR};
use crate::boxes::{self, Body, Interpreter, toolbox};
use crate::model::value::{PyText, Value};
use crate::wire::codec;
use crate::wire::job::{Action, BoxFile, Job, Step};

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

    fn prepare(&mut self, _job: &Job) -> Result<(), String> {
        Ok(())
    }

    fn run_step(&mut self, job: &Job, step: &Step, channel: RawFd, token: [u8; 16]) -> ! {
        let error = match self.execute(job, step, channel, token) {
            Ok(never) => match never {},
            Err(error) => error,
        };
        eprintln!("viva: the interpreter could not be executed: {error}");
        std::process::exit(NOT_EXECUTED)
    }
}

impl ColdBody {
    fn execute(
        &self,
        job: &Job,
        step: &Step,
        channel: RawFd,
        token: [u8; 16],
    ) -> io::Result<std::convert::Infallible> {
        let request = request_file(&codec::encode(&self.request(job, step, token)))?;
        inherit(&request)?;
        let channel = boxes::take_descriptor(channel)?;
        inherit(&channel)?;
        let (request, channel) = (request.into_raw_fd(), channel.into_raw_fd());
        let main = format!(
            "import sys; sys.path.insert(0, {TOOLBOX_DIR:?}); from viva._cold import main; main({request}, {channel})"
        );
        let executable = self.plan.executable_inside().ok_or(io::ErrorKind::NotFound)?;
        let program = CString::new(executable.as_os_str().as_bytes())?;
        let arguments =
            [program.clone(), c"-I".into(), c"-S".into(), c"-B".into(), c"-c".into(), CString::new(main)?];
        // A fixed hash seed, as in the warm interpreter: sets are in the same order in both.
        let environment: [CString; 2] = [c"PYTHONHASHSEED=0".into(), c"LANG=C.UTF-8".into()];
        Ok(execve(&program, &arguments, &environment)?)
    }

    /// What `viva/_cold.py` reads.
    fn request(&self, job: &Job, step: &Step, token: [u8; 16]) -> Value {
        let (action, arguments) = action(&step.action);
        let answer = job.answer.iter().map(|BoxFile { path, bytes }| (text(path), Value::Bytes(bytes.clone())));
        let packages = self.plan.packages_inside();
        let path = packages.iter().map(|folder| text(&folder.display().to_string())).collect();
        dict(vec![
            ("token", Value::Bytes(token.to_vec())),
            ("harness", text(&job.harness)),
            ("inputs", text(&job.inputs)),
            ("answer", Value::Dict(answer.collect())),
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
        Action::Snippet { source } => ("snippet", vec![("source", text(source))]),
        Action::Judge { seen } => ("judge", vec![("seen", Value::Bytes(seen.clone()))]),
        Action::Evaluate { expression } => ("evaluate", vec![("expression", text(expression))]),
    }
}

fn text(text: &str) -> Value {
    Value::Str(PyText::from(text))
}

fn dict(entries: Vec<(&str, Value)>) -> Value {
    Value::Dict(entries.into_iter().map(|(key, value)| (text(key), value)).collect())
}

/// An unnamed file that holds the request, at its start.
fn request_file(request: &[u8]) -> io::Result<File> {
    let mut file = OpenOptions::new()
        .read(true)
        .write(true)
        .custom_flags(OFlag::O_TMPFILE.bits())
        .open(Path::new(SCRATCH_DIR))?;
    file.write_all(request)?;
    file.rewind()?;
    Ok(file)
}

/// Lets a descriptor stay open across the execution.
fn inherit(descriptor: &impl AsFd) -> io::Result<()> {
    fcntl(descriptor, FcntlArg::F_SETFD(FdFlag::empty())).map(drop).map_err(Into::into)
}
