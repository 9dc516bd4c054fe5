//! The warm worker as the host meets it: a socket, a jail, and one process for each step.
//!
//! Each test has a worker of its own. A machine that cannot build the jail fails them: they are about nothing else.

use std::fs::File;
use std::io::IoSlice;
use std::os::fd::{AsRawFd, OwnedFd};
use std::os::unix::net::UnixStream;
use std::process::{Child, Command, Stdio};

use nix::sys::socket::{
    AddressFamily, ControlMessage, MsgFlags, SockFlag, SockType, recv, sendmsg, socketpair,
};
use num_bigint::BigInt;
use vivavoce::model::check::Expectation;
use vivavoce::model::limits::Limits;
use vivavoce::model::observation::Ending;
use vivavoce::model::value::{PyText, Value};
use vivavoce::wire::codec;
use vivavoce::wire::frame::{CaseFrame, FrameError, NameKind, Phase, Stream, parse_stream};
use vivavoce::wire::job::{
    Action, BoxFile, By, CaseRun, Compiled, Hello, JOB_BYTES_MAX, Job, PROTOCOL, Question,
    RUN_FRAME_BYTES_MAX, RunFrame, Step, read_message, write_message,
};

use crate::common::needs_boxes;

/// A worker that runs, and the greeting it gave.
struct Worker {
    process: Child,
    control: Option<OwnedFd>,
    hello: Hello,
}

impl Worker {
    fn start() -> Self {
        let (control, theirs) =
            socketpair(AddressFamily::Unix, SockType::SeqPacket, None, SockFlag::SOCK_CLOEXEC)
                .expect("a pair of sockets");
        // The shell moves the socket from standard input to descriptor 3, where a worker looks for it.
        let process = Command::new("sh")
            .args(["-c", r#"exec "$0" "$1" 3<&0 </dev/null"#, env!("CARGO_BIN_EXE_viva-worker")])
            .arg(r#"{"weaker_allowed":true,"cgroup":null,"without":null,"one_by_one":false}"#)
            .env_clear()
            .stdin(Stdio::from(theirs))
            .spawn()
            .expect("the worker, built beside this test");
        let mut greeting = vec![0; 1 << 20];
        let length = recv(control.as_raw_fd(), &mut greeting, MsgFlags::empty()).expect("a greeting");
        let hello: Hello = postcard::from_bytes(&greeting[..length]).expect("a greeting in postcard");
        Self { process, control: Some(control), hello }
    }

    /// Runs a job and hands back what pid 1 of the run said.
    fn run(&self, job: &Job) -> Vec<RunFrame> {
        let control = self.control.as_ref().expect("a worker that was not stopped");
        let (mut stream, theirs) = UnixStream::pair().expect("a pair of streams");
        let passed = [theirs.as_raw_fd()];
        let request = [ControlMessage::ScmRights(&passed)];
        sendmsg::<()>(control.as_raw_fd(), &[IoSlice::new(b"R")], &request, MsgFlags::empty(), None)
            .expect("a worker that listens");
        drop(theirs);
        write_message(&mut stream, job, JOB_BYTES_MAX).expect("a run that reads");
        let mut said = Vec::new();
        loop {
            let frame =
                read_message(&mut stream, RUN_FRAME_BYTES_MAX).expect("a run that ends with Done or Failed");
            let over = !matches!(frame, RunFrame::Case(_));
            said.push(frame);
            if over {
                break;
            }
        }
        let mut done = [0];
        recv(control.as_raw_fd(), &mut done, MsgFlags::empty())
            .expect("a worker that says when a run is gone");
        assert_eq!(&done, b"D");
        said
    }

    /// Runs a job whose steps all run.
    fn cases(&self, job: &Job) -> Vec<CaseRun> {
        let mut said = self.run(job);
        assert_eq!(said.pop(), Some(RunFrame::Done), "{said:?}");
        let cases = said.into_iter().map(|frame| match frame {
            RunFrame::Case(case) => case,
            other => panic!("no case: {other:?}"),
        });
        let cases: Vec<CaseRun> = cases.collect();
        assert_eq!(cases.len(), job.steps.len());
        cases
    }

    /// The one case of a job with one step.
    fn case(&self, job: &Job) -> (CaseRun, Stream) {
        let case = self.cases(job).pop().expect("a job with a step");
        let stream = parse_stream(&case.frames, &case.token);
        (case, stream)
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        // A worker ends when its host hangs up.
        drop(self.control.take());
        let _ = self.process.wait();
    }
}

fn job(answer: &str, harness: &str, steps: Vec<(&str, Action)>) -> Job {
    Job {
        answer: vec![BoxFile { path: "answer.py".to_owned(), bytes: answer.as_bytes().to_vec() }],
        modules: vec![],
        harness: harness.to_owned(),
        inputs: "def pick(rng):\n    return rng.randrange(10**9)\n".to_owned(),
        compiled: Compiled::Unasked,
        seed: 7,
        limits: Limits::default(),
        steps: steps.into_iter().map(|(name, action)| Step { name: name.to_owned(), action }).collect(),
    }
}

fn drive(answer: &str, driver: &str) -> Job {
    job(answer, driver, vec![("observed", Action::Drive)])
}

/// A driver that records what `f` returns.
const CALLS_F: &str = "from viva.driver import case\n@case\ndef observed(answer, see, rng):\n    see.early = 1\n    see.got = answer.f()\n";

fn int(int: i64) -> Value {
    Value::Int(BigInt::from(int))
}

fn recorded(name: &str, value: Value) -> CaseFrame {
    CaseFrame::Recorded { name: name.to_owned(), value }
}

fn text(text: &str) -> Value {
    Value::Str(PyText::from(text))
}

#[test]
fn a_worker_says_what_it_is_without_a_jail() {
    needs_boxes!();
    let said = Command::new(env!("CARGO_BIN_EXE_viva-worker")).arg("--version").output().expect("the worker");
    let said = String::from_utf8(said.stdout).expect("text");
    assert!(said.starts_with(concat!("viva-worker ", env!("CARGO_PKG_VERSION"), " (Python 3.")), "{said}");
}

#[test]
fn a_worker_without_its_standard_library_says_so() {
    needs_boxes!();
    let worker = Command::new(env!("CARGO_BIN_EXE_viva-worker"))
        .arg(r#"{"weaker_allowed":true,"cgroup":null,"without":null,"one_by_one":false}"#)
        .env("VIVA_PYTHON_HOME", "/nonexistent")
        .stdin(Stdio::null())
        .output()
        .expect("the worker");
    let said = String::from_utf8(worker.stderr).expect("text");
    assert!(!worker.status.success() && said.contains("VIVA_PYTHON_HOME is /nonexistent"), "{said}");
}

#[test]
fn the_greeting_names_the_interpreter() {
    needs_boxes!();
    let worker = Worker::start();
    assert_eq!(worker.hello.protocol, PROTOCOL);
    assert!(
        worker.hello.python.starts_with(&format!("{}.", worker.hello.built_against)),
        "{:?}",
        worker.hello
    );
    assert!(worker.hello.python_build.starts_with("cpython 3."), "{:?}", worker.hello);
}

#[test]
fn every_action_of_the_first_box() {
    needs_boxes!();
    let worker = Worker::start();
    let answer =
        "import math\nclass Box: pass\nLIMIT = 3\ndef f(n=1):\n    print('hello', n)\n    return n * 2\n";
    let driver = "from viva.driver import case\nfrom inputs import pick\n@case\ndef observed(answer, see, rng):\n    see.picked = pick(rng)\n    see.got = answer.f(4)\n";
    let call = Action::Call { setup: "n = 20".to_owned(), call: "f(n + 1)".to_owned() };
    let snippet = Action::Snippet { source: "print(sorted({2, 1}))".to_owned() };
    let steps =
        vec![("load", Action::Load), ("observed", Action::Drive), ("table", call), ("snippet", snippet)];
    let cases = worker.cases(&job(answer, driver, steps));
    let streams: Vec<Stream> = cases.iter().map(|case| parse_stream(&case.frames, &case.token)).collect();
    for (case, stream) in cases.iter().zip(&streams) {
        assert_eq!(case.ending, Ending::Exited(0), "{case:?}");
        assert!(stream.complete, "{stream:?} {}", String::from_utf8_lossy(&case.stderr));
    }
    let names = vec![
        ("Box".to_owned(), NameKind::Class),
        ("LIMIT".to_owned(), NameKind::Value),
        ("f".to_owned(), NameKind::Function),
    ];
    assert_eq!(streams[0].frames[0], CaseFrame::Loaded { names });
    assert_eq!(streams[1].frames.last(), Some(&recorded("got", int(8))));
    assert_eq!(cases[1].stdout, b"hello 4\n");
    assert!(streams[2].frames.contains(&recorded("result", int(42))));
    assert!(streams[2].frames.contains(&recorded("printed", text("hello 21\n"))));
    assert_eq!(cases[3].stdout, b"[1, 2]\n");
    let tokens: std::collections::HashSet<_> = cases.iter().map(|case| case.token).collect();
    assert_eq!(tokens.len(), 4, "each step has a token of its own");
}

#[test]
fn both_boxes_draw_the_same_and_the_oracle_judges_what_was_seen() {
    needs_boxes!();
    let worker = Worker::start();
    let driver = "from viva.driver import case\nfrom inputs import pick\n@case\ndef observed(answer, see, rng):\n    see.got = answer.f(pick(rng))\n";
    let (_, observed) = worker.case(&drive("def f(n):\n    return [n, ValueError('no')]\n", driver));
    let Some(CaseFrame::Recorded { value, .. }) = observed.frames.last() else { panic!("{observed:?}") };
    let seen = codec::encode(&Value::Dict(vec![(text("got"), value.clone())]));
    let oracle = "from viva.oracle import case\nfrom inputs import pick\n@case\ndef observed(seen, expect, rng):\n    expect(seen.got[0], 'number').equals(pick(rng))\n    expect(seen.got[1]).raises('ValueError', containing='no')\n    expect(seen.other).is_none()\n";
    let question = |case: &str, by: By| Question { case: case.to_owned(), by };
    let questions = vec![
        question("observed", By::Seen(seen)),
        question("table", By::Expression("[1, {2: (3,)}]".to_owned())),
    ];
    let steps = vec![("judge", Action::Judge { questions })];
    let judging = Job { answer: vec![], ..job("", oracle, steps) };
    let cases = worker.cases(&judging);
    let stream = parse_stream(&cases[0].frames, &cases[0].token);
    assert!(stream.complete, "{stream:?}");
    let [turned, CaseFrame::Expected { label, seen, expectation }, error, missing, rest @ ..] =
        &stream.frames[..]
    else {
        panic!("{stream:?}")
    };
    assert_eq!(*turned, CaseFrame::Turned { case: "observed".to_owned() });
    assert_eq!(label, "number");
    assert_eq!(*expectation, Expectation::Equals(seen.clone()), "the seeds of both boxes agree");
    assert!(matches!(error, CaseFrame::Expected { seen: Value::Exception(_), .. }), "{error:?}");
    assert!(matches!(missing, CaseFrame::Expected { seen: Value::Marked(_), .. }), "{missing:?}");
    let [CaseFrame::Turned { case }, CaseFrame::Recorded { name, .. }] = rest else { panic!("{stream:?}") };
    assert_eq!((case.as_str(), name.as_str()), ("table", "expected"));
}

#[test]
fn steps_share_nothing() {
    needs_boxes!();
    let worker = Worker::start();
    let answer = "import sys, random\nsys.seen = getattr(sys, 'seen', 0) + 1\nopen('/tmp/left', 'a').write('x')\n\
                  def f():\n    return [sys.seen, len(open('/tmp/left').read())]\ndef g():\n    return random.random()\n";
    let call = |call: &str| Action::Call { setup: String::new(), call: call.to_owned() };
    let steps = vec![("a", call("f()")), ("b", call("f()")), ("c", call("g()")), ("d", call("g()"))];
    let cases = worker.cases(&job(answer, "", steps));
    let result = |case: &CaseRun| {
        let stream = parse_stream(&case.frames, &case.token);
        let found = stream.frames.iter().find_map(|frame| match frame {
            CaseFrame::Recorded { name, value } if name == "result" => Some(value.clone()),
            _ => None,
        });
        found.unwrap_or_else(|| panic!("{stream:?} {}", String::from_utf8_lossy(&case.stderr)))
    };
    assert_eq!(result(&cases[0]), Value::List(vec![int(1), int(1)]));
    assert_eq!(result(&cases[1]), result(&cases[0]));
    assert_ne!(result(&cases[2]), result(&cases[3]), "random draws anew in each process");
}

#[test]
fn unfinished_lines_are_printed_in_the_end() {
    needs_boxes!();
    let answer = "import sys\ndef f():\n    print('out', end='')\n    print('err', end='', file=sys.stderr)\n    sys.__stdout__.write('!')\n";
    let (case, stream) = Worker::start().case(&drive(answer, CALLS_F));
    assert!(stream.complete);
    assert_eq!((case.stdout.as_slice(), case.stderr.as_slice()), (b"out!".as_slice(), b"err".as_slice()));
}

#[test]
fn an_early_claim_of_the_end_is_only_an_end() {
    needs_boxes!();
    // The answer finds the recorder in its caller's frames; what it can do with it is end its own case.
    let answer = "import sys\ndef f():\n    frame = sys._getframe()\n    while frame:\n        recorder = frame.f_locals.get('recorder')\n        if recorder is not None:\n            recorder.end()\n        frame = frame.f_back\n";
    let (_, stream) = Worker::start().case(&drive(answer, CALLS_F));
    assert!(
        !stream.frames.iter().any(|frame| matches!(frame, CaseFrame::Recorded { name, .. } if name == "got"))
    );
}

#[test]
fn a_child_of_a_step_says_nothing_on_its_channel() {
    needs_boxes!();
    let answer = "import os\ndef f():\n    child = os.fork()\n    if child:\n        os.waitpid(child, 0)\n    return 1\n";
    let mut job = drive(answer, CALLS_F);
    job.limits.processes_max = 2;
    let (case, stream) = Worker::start().case(&job);
    assert!(stream.complete, "{stream:?} {}", String::from_utf8_lossy(&case.stderr));
    let got = stream.frames.iter().filter(|frame| **frame == recorded("got", int(1)));
    assert_eq!(got.count(), 1, "{stream:?}");
}

#[test]
fn a_harness_that_does_not_parse_fails_the_run() {
    needs_boxes!();
    let said = Worker::start().run(&drive("def f(): pass\n", "def broken(:\n"));
    assert!(
        matches!(&said[..], [RunFrame::Unfit(why)] if why.contains("driver.py") && why.contains("line 1")),
        "{said:?}"
    );
}

#[test]
fn a_harness_that_does_not_load_is_no_fault_of_the_answer() {
    needs_boxes!();
    let (_, stream) = Worker::start().case(&drive("def f(): pass\n", "import nowhere\n"));
    assert!(matches!(&stream.frames[..], [CaseFrame::Raised { phase: Phase::Harness, .. }]), "{stream:?}");
}

#[test]
fn an_answer_that_does_not_parse_is_placed() {
    needs_boxes!();
    let (_, stream) = Worker::start().case(&drive("def f():\n    return (\n", CALLS_F));
    let Some(CaseFrame::Raised { raised, phase: Phase::Load }) = stream.frames.last() else {
        panic!("{stream:?}")
    };
    assert_eq!(raised.exception.types[0], "SyntaxError");
    assert_eq!(raised.place.as_ref().map(|place| (place.file.as_str(), place.line)), Some(("answer.py", 2)));
    assert!(stream.complete, "an exception is a proper end");
}

#[test]
fn what_was_recorded_before_a_crash_is_kept() {
    needs_boxes!();
    let worker = Worker::start();
    let leave = "import os\ndef f():\n    os._exit(0)\n";
    let crash = "import ctypes\ndef f():\n    ctypes.string_at(0)\n";
    let leave_at_import = "import os\nos._exit(0)\n";
    let thread = "import os, threading\ndef f():\n    t = threading.Thread(target=lambda: os._exit(0)); t.start(); t.join()\n";
    for (answer, ending, early) in [
        (leave, Ending::Exited(0), true),
        (thread, Ending::Exited(0), true),
        (crash, Ending::Signalled(libc::SIGSEGV), true),
        (leave_at_import, Ending::Exited(0), false),
    ] {
        let (case, stream) = worker.case(&drive(answer, CALLS_F));
        assert_eq!(case.ending, ending, "{answer}: {}", String::from_utf8_lossy(&case.stderr));
        assert!(!stream.complete && stream.fault.is_none(), "{answer}: {stream:?}");
        assert_eq!(stream.frames.contains(&recorded("early", int(1))), early, "{answer}: {stream:?}");
    }
}

#[test]
fn frames_without_the_token_make_a_step_incomplete() {
    needs_boxes!();
    let forge = "import os, struct\ndef f():\n    frame = struct.pack('<I', 18) + bytes(16) + b'EN'\n    for descriptor in range(3, 64):\n        try:\n            os.write(descriptor, frame)\n        except OSError:\n            pass\n    os._exit(0)\n";
    let (_, stream) = Worker::start().case(&drive(forge, CALLS_F));
    assert!(!stream.complete);
    assert!(matches!(stream.fault, Some(FrameError::WrongToken { .. })), "{stream:?}");
}

#[test]
fn nothing_runs_after_the_end() {
    needs_boxes!();
    let late = "import atexit, os, threading, time\n\
                def flood():\n    for descriptor in range(3, 64):\n        try:\n            os.write(descriptor, b'late')\n        except OSError:\n            pass\n\
                class Last:\n    def __del__(self):\n        flood()\nlast = Last()\natexit.register(flood)\n\
                def f():\n    threading.Thread(target=lambda: (time.sleep(3600), flood()), daemon=False).start()\n    return 1\n";
    let (case, stream) = Worker::start().case(&drive(late, CALLS_F));
    assert_eq!(case.ending, Ending::Exited(0));
    assert!(stream.complete, "{stream:?}");
}

#[test]
fn floods_are_cut_and_the_next_run_is_as_if_nothing_had_happened() {
    needs_boxes!();
    let worker = Worker::start();
    let printing = "def f():\n    while True:\n        print('x' * 1000)\n";
    let (case, stream) = worker.case(&drive(printing, CALLS_F));
    assert_eq!(case.ending, Ending::TooMuchOutput);
    assert!(!stream.complete && case.stdout.len() as u32 <= Limits::default().output_bytes_max);
    let recording = "from viva.driver import case\n@case\ndef observed(answer, see, rng):\n    while True:\n        see.more = 'x' * 100_000\n";
    let (case, stream) = worker.case(&drive("", recording));
    assert_eq!((case.ending, stream.complete), (Ending::TooMuchOutput, false));
    let (_, stream) = worker.case(&drive("def f():\n    return 5\n", CALLS_F));
    assert!(stream.complete && stream.frames.contains(&recorded("got", int(5))), "{stream:?}");
}

#[test]
fn memory_that_runs_out_is_an_exception_that_can_be_recorded() {
    needs_boxes!();
    let hungry = "def f():\n    return bytearray(8 << 30)\n";
    let driver = "from viva.driver import case, raised\n@case\ndef observed(answer, see, rng):\n    see.error = raised(answer.f)\n";
    let (_, stream) = Worker::start().case(&drive(hungry, driver));
    let Some(CaseFrame::Recorded { value: Value::Exception(error), .. }) = stream.frames.last() else {
        panic!("{stream:?}")
    };
    assert_eq!((error.types[0].as_str(), stream.complete), ("MemoryError", true));
}

#[test]
fn the_standard_library_and_its_compiled_modules_are_there() {
    needs_boxes!();
    let imports = "import sqlite3, ssl, zlib, lzma, bz2, ctypes, hashlib, unittest, multiprocessing, zoneinfo, tomllib\n\
                   import sys\ndef f():\n    return [sys.flags.isolated, sys.flags.utf8_mode, sys.flags.hash_randomization, '/toolbox' in sys.path]\n";
    let (case, stream) = Worker::start().case(&drive(imports, CALLS_F));
    let Some(CaseFrame::Recorded { value, .. }) = stream.frames.last() else {
        panic!("{stream:?} {}", String::from_utf8_lossy(&case.stderr))
    };
    assert_eq!(*value, Value::List(vec![int(1), int(1), int(0), Value::Bool(false)]), "{stream:?}");
}

#[test]
fn a_run_has_the_modules_that_its_job_speaks_of_and_none_of_another_run() {
    needs_boxes!();
    let worker = Worker::start();
    let found = |word: &str| {
        let f = "def f():\n    import sys\n    return [name in sys.modules for name in ('sta' 'tistics', 'asy' 'ncio', 'ssl')]\n";
        let (_, stream) = worker.case(&drive(&format!("# {word}\n{f}"), CALLS_F));
        match stream.frames.last() {
            Some(CaseFrame::Recorded { value: Value::List(found), .. }) => found.clone(),
            _ => panic!("{stream:?}"),
        }
    };
    let bools = |all: [bool; 3]| all.map(Value::Bool).to_vec();
    assert_eq!(found("statistics"), bools([true, false, false]));
    assert_eq!(found("async"), bools([false, true, false]), "asyncio comes without TLS");
    assert_eq!(found("nothing"), bools([false, false, false]));
}

#[test]
fn a_worker_hangs_up_with_its_host() {
    needs_boxes!();
    let mut worker = Worker::start();
    drop(worker.control.take());
    assert!(worker.process.wait().expect("a child").success());
    let left = File::open(format!("/proc/{}", worker.process.id()));
    assert!(left.is_err(), "the worker is gone");
}
