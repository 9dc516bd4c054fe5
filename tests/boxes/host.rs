//! The host's side of a worker, for tests.

use std::collections::BTreeSet;
use std::fs;
use std::io::{IoSlice, Read};
use std::os::fd::{AsRawFd, OwnedFd};
use std::os::unix::net::UnixStream;
use std::process::{Child, Command, Stdio};

use nix::sys::socket::{
    AddressFamily, ControlMessage, MsgFlags, SockFlag, SockType, recv, sendmsg, socketpair,
};
use vivavoce::boxes::plan::{JailOptions, JailPlan, PythonPlace};
use vivavoce::boxes::{DONE, RUN};
use vivavoce::model::limits::Limits;
use vivavoce::wire::job::{
    Action, BoxFile, CaseRun, Compiled, Hello, JOB_BYTES_MAX, Job, RUN_FRAME_BYTES_MAX, RunFrame, Step,
    read_message, write_message,
};

/// What the host has of Landlock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Landlock {
    /// What this one has.
    AsItIs,
    /// Nothing.
    Missing,
}

/// A worker, its greeting, and what there was before it.
#[derive(Debug)]
pub struct Worker {
    child: Child,
    control: Option<OwnedFd>,
    pub hello: Hello,
    mounts: String,
    descriptors: usize,
    stdlib: Option<tempfile::TempDir>,
}

impl Worker {
    /// Starts a worker with every wall that this host has.
    pub fn start() -> Self {
        Self::with(JailOptions::default())
    }

    /// Starts a worker with these options.
    pub fn with(options: JailOptions) -> Self {
        Self::on_host(options, Landlock::AsItIs)
    }

    /// Starts a worker with these options on a host with or without Landlock.
    pub fn on_host(options: JailOptions, landlock: Landlock) -> Self {
        let stdlib = tempfile::tempdir().expect("a folder");
        let folder = stdlib.path().join("lib/python3.99");
        fs::create_dir_all(folder.join("lib-dynload")).expect("made");
        let python =
            PythonPlace { executable: None, stdlib: folder, platform_stdlib: None, packages: Vec::new() };
        let mut worker = Self::launch(python, options, landlock);
        worker.stdlib = Some(stdlib);
        worker
    }

    /// Starts a worker with an interpreter of the host's.
    pub fn with_python(python: PythonPlace, options: JailOptions) -> Self {
        Self::launch(python, options, Landlock::AsItIs)
    }

    fn launch(python: PythonPlace, options: JailOptions, landlock: Landlock) -> Self {
        let (mounts, descriptors) = (mounts(), descriptors());
        let files = vec![("/toolbox/viva/__init__.py".into(), b"\n".to_vec())];
        let plan = JailPlan::new(python, files, options);
        let (ours, theirs) =
            socketpair(AddressFamily::Unix, SockType::SeqPacket, None, SockFlag::SOCK_CLOEXEC)
                .expect("a pair of sockets");
        let mut command = Command::new(std::env::current_exe().expect("a program has a path"));
        if landlock == Landlock::Missing {
            command.env(super::NO_LANDLOCK, "1");
        }
        let child = command
            .args([super::WORKER, &serde_json::to_string(&plan).expect("plain data")])
            .env("SECRET", "of the host")
            .stdin(Stdio::from(theirs))
            .stdout(Stdio::null())
            .spawn()
            .expect("it starts");
        let mut bytes = vec![0; 64 * 1024];
        let count = recv(ours.as_raw_fd(), &mut bytes, MsgFlags::empty()).expect("a greeting");
        let hello = postcard::from_bytes(&bytes[..count]).expect("a greeting");
        Self { child, control: Some(ours), hello, mounts, descriptors, stdlib: None }
    }

    /// The names of required walls that do not hold.
    pub fn missing(&self) -> Vec<String> {
        self.hello.isolation.missing().into_iter().map(|wall| wall.name.clone()).collect()
    }

    /// Sends the zygote a run's end of a stream.
    pub fn hand_over(&self, stream: &UnixStream) {
        let control = self.control.as_ref().expect("it is open");
        let descriptors = [stream.as_raw_fd()];
        let rights = [ControlMessage::ScmRights(&descriptors)];
        sendmsg::<()>(control.as_raw_fd(), &[IoSlice::new(&[RUN])], &rights, MsgFlags::empty(), None)
            .expect("sent");
    }

    /// Kills the process that was started, and nothing else.
    pub fn kill(&self) {
        let pid = nix::unistd::Pid::from_raw(i32::try_from(self.child.id()).expect("a pid"));
        nix::sys::signal::kill(pid, nix::sys::signal::Signal::SIGKILL).expect("it is ours");
    }

    /// Waits until the zygote says that a run is gone.
    pub fn wait_for_done(&self) {
        let control = self.control.as_ref().expect("it is open");
        let mut answer = [0; 8];
        let count = recv(control.as_raw_fd(), &mut answer, MsgFlags::empty()).expect("an answer");
        assert_eq!(&answer[..count], &[DONE]);
    }

    /// Runs a job and returns what was said of it.
    pub fn run(&self, job: &Job) -> Vec<RunFrame> {
        let (mut ours, theirs) = UnixStream::pair().expect("a pair of sockets");
        self.hand_over(&theirs);
        drop(theirs);
        write_message(&mut ours, job, JOB_BYTES_MAX).expect("sent");
        let mut frames = Vec::new();
        loop {
            let frame: RunFrame = read_message(&mut ours, RUN_FRAME_BYTES_MAX).expect("a frame");
            let last = !matches!(frame, RunFrame::Case(_));
            frames.push(frame);
            if last {
                break;
            }
        }
        let rest = ours.read(&mut [0; 1]).expect("the end");
        assert_eq!(rest, 0, "nothing comes after the last frame");
        self.wait_for_done();
        frames
    }

    /// Runs the steps of these names and returns how each went.
    pub fn steps<const N: usize>(&self, limits: Limits, names: [&str; N]) -> [CaseRun; N] {
        let frames = self.run(&job(limits, &names));
        let cases: Vec<CaseRun> = frames
            .into_iter()
            .filter_map(|frame| match frame {
                RunFrame::Case(case) => Some(case),
                RunFrame::Done | RunFrame::Compiled(_) => None,
                RunFrame::Unfit(text) | RunFrame::Failed(text) => panic!("{text}"),
            })
            .collect();
        cases.try_into().expect("a report for each step")
    }

    /// Runs one step.
    pub fn step(&self, limits: Limits, name: &str) -> CaseRun {
        let [case] = self.steps(limits, [name]);
        case
    }

    /// Ends the worker and checks that nothing of it is left.
    pub fn end(mut self) {
        drop(self.control.take());
        let status = self.child.wait().expect("it ends");
        assert!(status.success(), "{status}");
        assert_eq!(mounts(), self.mounts, "mounts are as before");
        assert_eq!(descriptors(), self.descriptors, "descriptors are as before");
        let left = processes_of(self.child.id());
        assert!(left.is_empty(), "{left:?} are left");
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        drop(self.control.take());
        // After a failed test the worker may be anywhere; after a good one it is gone already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A job with these steps, one answer's file, and a secret in each step.
pub fn job(limits: Limits, names: &[&str]) -> Job {
    let step =
        |name: &&str| Step { name: (*name).into(), action: Action::Snippet { source: "secret".into() } };
    Job {
        answer: vec![BoxFile { path: "answer.py".into(), bytes: b"pass\n".to_vec() }],
        modules: vec![],
        harness: String::new(),
        inputs: String::new(),
        compiled: Compiled::Unasked,
        seed: 1,
        limits,
        steps: names.iter().map(step).collect(),
    }
}

fn mounts() -> String {
    fs::read_to_string("/proc/self/mountinfo").expect("this host has /proc")
}

fn descriptors() -> usize {
    fs::read_dir("/proc/self/fd").expect("this host has /proc").count()
}

/// Processes whose ancestors lead to this pid, or that are workers of this very program and have lost theirs.
fn processes_of(worker: u32) -> BTreeSet<String> {
    let mut left = BTreeSet::new();
    let plan = format!("{}\0", super::WORKER);
    for entry in fs::read_dir("/proc").expect("this host has /proc").flatten() {
        let status = fs::read_to_string(entry.path().join("stat")).unwrap_or_default();
        let parent = status.rsplit(") ").next().and_then(|rest| rest.split(' ').nth(1));
        let command = fs::read_to_string(entry.path().join("cmdline")).unwrap_or_default();
        let own =
            command.contains(&plan) && command.starts_with(&std::env::args().next().unwrap_or_default());
        if parent == Some(worker.to_string().as_str()) || own {
            left.insert(status);
        }
    }
    left
}
