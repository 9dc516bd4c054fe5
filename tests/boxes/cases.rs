//! What a box must do, one test each.

use std::os::unix::net::UnixStream;

use vivavoce::boxes::cgroup::WorkerCgroup;
use vivavoce::boxes::plan::{JailOptions, JailPlan, PythonPlace, WallName};
use vivavoce::model::limits::Limits;
use vivavoce::model::observation::Ending;
use vivavoce::wire::job::{JOB_BYTES_MAX, RUN_FRAME_BYTES_MAX, RunFrame, read_message, write_message};

use crate::body::BROKEN;
use crate::host::{Landlock, Worker, job};

/// A test by its name.
pub type Test = (&'static str, fn());

macro_rules! tests {
    ($($name:ident)*) => { &[$((stringify!($name), $name)),*] };
}

/// All of them.
pub const ALL: &[Test] = tests![
    every_required_wall_is_in_force
    what_a_step_says_arrives
    floods_are_cut_off
    processes_are_refused_unless_allowed
    a_fork_bomb_ends_with_its_step
    cpu_time_is_bounded_and_measured
    cpu_time_of_threads_counts
    wall_time_is_bounded
    memory_is_bounded
    what_a_step_leaves_behind_is_killed
    the_dead_do_not_count
    files_that_boxes_share_cannot_be_locked
    a_worker_that_is_killed_takes_everything_with_it
    the_host_cannot_be_seen
    a_step_cannot_harm_others
    crashes_are_told_apart
    a_step_finds_an_empty_scratch_folder
    a_step_has_named_semaphores_of_its_own
    a_request_is_read_from_its_descriptor
    a_step_knows_nothing_of_the_others
    threads_are_bounded
    a_body_can_refuse_a_job
    a_host_that_hangs_up_ends_the_run
    nonsense_fails_the_run
    each_wall_is_missed_when_it_is_gone
    a_wall_that_the_host_lacks_is_named_and_can_be_done_without
    a_cgroup_bounds_the_whole_worker
    many_runs_leave_nothing
    an_interpreter_is_executed_in_the_same_box
];

fn limits() -> Limits {
    Limits { memory_mib_max: 64, ..Limits::default() }
}

fn every_required_wall_is_in_force() {
    let worker = Worker::start();
    for wall in &worker.hello.isolation.walls {
        assert!(wall.in_force || wall.name == "memory", "{wall:#?}");
    }
    assert_eq!(worker.hello.isolation.walls.len(), WallName::ALL.len());
    assert_eq!(worker.hello.python, "3.99.0");
    worker.end();
}

fn what_a_step_says_arrives() {
    let worker = Worker::start();
    let [first, second] = worker.steps(limits(), ["speaks", "speaks"]);
    assert_eq!((first.stdout.as_slice(), first.stderr.as_slice()), (&b"out"[..], &b"err"[..]));
    assert_eq!((first.stdout_total, first.stderr_total), (3, 3));
    assert_eq!(first.frames, first.token);
    assert_ne!(first.token, second.token);
    // One fork made the run, another the step.
    assert_eq!((first.step, second.step, first.ending), (0, 1, Ending::Exited(2)));
    assert!(first.measured.wall_us > 0 && first.measured.memory_kib > 0);
    worker.end();
}

fn floods_are_cut_off() {
    let worker = Worker::start();
    let few = Limits { output_bytes_max: 1024, observation_bytes_max: 2048, ..limits() };
    let [out, err, frames] = worker.steps(few, ["floods stdout", "floods stderr", "floods the channel"]);
    for case in [&out, &err, &frames] {
        assert_eq!(case.ending, Ending::TooMuchOutput);
    }
    assert_eq!((out.stdout.len(), err.stderr.len(), frames.frames.len()), (1024, 1024, 2048));
    assert!(out.stdout_total > 1024);
    worker.end();
}

fn processes_are_refused_unless_allowed() {
    let worker = Worker::start();
    assert_eq!(worker.step(limits(), "forks").ending, Ending::Exited(libc::EPERM));
    let some = Limits { processes_max: 2, ..limits() };
    assert_eq!(worker.step(some, "forks").ending, Ending::Exited(0));
    worker.end();
}

fn a_fork_bomb_ends_with_its_step() {
    let worker = Worker::start();
    let some = Limits { processes_max: 8, wall_ms_max: 1000, cpu_ms_max: 300, ..limits() };
    assert_eq!(worker.step(some, "forks for ever").ending, Ending::OutOfTime);
    assert_eq!(worker.step(limits(), "speaks").ending, Ending::Exited(2));
    worker.end();
}

fn cpu_time_is_bounded_and_measured() {
    let worker = Worker::start();
    let short = Limits { cpu_ms_max: 200, wall_ms_max: 60_000, ..limits() };
    for name in ["spins", "ignores every signal"] {
        let case = worker.step(short, name);
        assert_eq!(case.ending, Ending::OutOfTime);
        assert!((200_000..1_000_000).contains(&case.measured.cpu_us), "{:?}", case.measured);
    }
    worker.end();
}

fn cpu_time_of_threads_counts() {
    let worker = Worker::start();
    let short = Limits { cpu_ms_max: 200, wall_ms_max: 60_000, ..limits() };
    let case = worker.step(short, "spins in threads");
    assert_eq!(case.ending, Ending::OutOfTime);
    assert!(case.measured.cpu_us < 1_000_000, "{:?}", case.measured);
    worker.end();
}

fn wall_time_is_bounded() {
    let worker = Worker::start();
    let case = worker.step(Limits { wall_ms_max: 100, ..limits() }, "sleeps");
    assert_eq!(case.ending, Ending::OutOfTime);
    assert!(case.measured.wall_us >= 100_000, "{:?}", case.measured);
    worker.end();
}

fn memory_is_bounded() {
    let worker = Worker::start();
    assert_eq!(worker.step(limits(), "maps too much").ending, Ending::Exited(libc::ENOMEM));
    // The allocator of these tests aborts when it gets no more.
    assert_eq!(worker.step(limits(), "fills memory").ending, Ending::Signalled(libc::SIGABRT));
    worker.end();
}

fn what_a_step_leaves_behind_is_killed() {
    let worker = Worker::start();
    let some = Limits { processes_max: 4, wall_ms_max: 60_000, ..limits() };
    let [case, after] = worker.steps(some, ["leaves a child with its pipes", "speaks"]);
    assert_eq!(case.ending, Ending::Exited(40));
    assert!(case.measured.wall_us < 30_000_000, "nobody waited for what it left: {:?}", case.measured);
    assert_eq!(after.ending, Ending::Exited(2));
    worker.end();
}

fn the_dead_do_not_count() {
    let worker = Worker::start();
    let some = Limits { processes_max: 2, threads_max: 0, wall_ms_max: 60_000, ..limits() };
    assert_eq!(worker.step(some, "leaves many dead").ending, Ending::Exited(41));
    worker.end();
}

fn files_that_boxes_share_cannot_be_locked() {
    let worker = Worker::start();
    assert_eq!(worker.step(limits(), "locks a file").ending, Ending::Exited(libc::EPERM));
    worker.end();
}

fn a_worker_that_is_killed_takes_everything_with_it() {
    let worker = Worker::start();
    let (mut ours, theirs) = UnixStream::pair().expect("a pair of sockets");
    worker.hand_over(&theirs);
    drop(theirs);
    let long = job(Limits { wall_ms_max: 120_000, processes_max: 4, ..limits() }, &["speaks", "sleeps"]);
    write_message(&mut ours, &long, JOB_BYTES_MAX).expect("sent");
    let first: RunFrame = read_message(&mut ours, RUN_FRAME_BYTES_MAX).expect("a frame");
    assert!(matches!(first, RunFrame::Case(_)), "{first:?}");
    worker.kill();
    // The run's end of the stream closes with its pid 1, and that takes all of its namespace with it.
    assert_eq!(std::io::Read::read(&mut ours, &mut [0; 1]).expect("the end"), 0);
}

fn the_host_cannot_be_seen() {
    let worker = Worker::start();
    let names = ["reads /etc/passwd", "lists /", "writes to /toolbox", "executes what it wrote"];
    let [passwd, root, toolbox, program] = worker.steps(limits(), names).map(|case| case.ending);
    // Landlock refuses to list what it does not know; what does not exist at all is not there.
    assert_eq!(passwd, Ending::Exited(libc::ENOENT));
    assert_eq!(root, Ending::Exited(libc::EACCES));
    assert!(matches!(toolbox, Ending::Exited(libc::EACCES | libc::EROFS)), "{toolbox:?}");
    assert_ne!(program, Ending::Exited(0));
    worker.end();
}

fn a_step_cannot_harm_others() {
    let worker = Worker::start();
    for processes_max in [0, 2] {
        let some = Limits { processes_max, ..limits() };
        let [pid_1, everybody, after] = worker.steps(some, ["kills pid 1", "kills everybody", "speaks"]);
        // With processes allowed, what signals reach is its own namespace, whose pid 1 the kernel keeps.
        assert!(matches!(pid_1.ending, Ending::Exited(0 | libc::EPERM)), "{:?}", pid_1.ending);
        assert_eq!(everybody.ending, Ending::Exited(2));
        assert_eq!(after.ending, Ending::Exited(2));
    }
    let some = Limits { processes_max: 2, ..limits() };
    let [group, after] = worker.steps(some, ["kills its group", "speaks"]);
    assert_eq!((group.ending, after.ending), (Ending::Signalled(libc::SIGKILL), Ending::Exited(2)));
    worker.end();
}

fn crashes_are_told_apart() {
    let worker = Worker::start();
    let [crash, killed] = worker.steps(limits(), ["crashes", "kills itself"]);
    assert_eq!(crash.ending, Ending::Signalled(libc::SIGSEGV));
    assert_eq!(killed.ending, Ending::Signalled(libc::SIGKILL));
    worker.end();
}

fn a_step_finds_an_empty_scratch_folder() {
    let worker = Worker::start();
    let [left, found] = worker.steps(limits(), ["leaves a file", "looks for files"]);
    assert_eq!((left.ending, found.ending), (Ending::Exited(2), Ending::Exited(0)));
    worker.end();
}

fn a_step_has_named_semaphores_of_its_own() {
    let worker = Worker::start();
    for case in worker.steps(limits(), ["makes a semaphore", "makes a semaphore"]) {
        assert_eq!(case.ending, Ending::Exited(0));
    }
    let few = Limits { files_max: 1, ..limits() };
    assert_eq!(worker.step(few, "makes a semaphore").ending, Ending::Exited(libc::ENOSPC));
    worker.end();
}

fn a_request_is_read_from_its_descriptor() {
    let worker = Worker::start();
    let case = worker.step(limits(), "request");
    assert_eq!(case.ending, Ending::Exited(2));
    assert_eq!(case.frames.len(), 16 + 300_000);
    assert_eq!(case.frames[..16], case.token);
    worker.end();
}

fn a_step_knows_nothing_of_the_others() {
    let worker = Worker::start();
    let [one, two] = worker.steps(limits(), ["looks for other steps", "looks for other steps"]);
    assert_eq!((one.ending, two.ending), (Ending::Exited(1), Ending::Exited(1)));
    worker.end();
}

fn threads_are_bounded() {
    let worker = Worker::start();
    for threads_max in [0, 5] {
        let case = worker.step(Limits { threads_max, ..limits() }, "starts threads");
        assert_eq!(case.ending, Ending::Exited(i32::try_from(threads_max).expect("few")));
    }
    worker.end();
}

fn a_body_can_refuse_a_job() {
    let worker = Worker::start();
    let mut broken = job(limits(), &["speaks"]);
    broken.harness = BROKEN.into();
    assert_eq!(worker.run(&broken), [RunFrame::Unfit("the harness is broken".into())]);
    assert_eq!(worker.step(limits(), "speaks").ending, Ending::Exited(2));
    worker.end();
}

fn a_host_that_hangs_up_ends_the_run() {
    let worker = Worker::start();
    let (mut ours, theirs) = UnixStream::pair().expect("a pair of sockets");
    worker.hand_over(&theirs);
    drop(theirs);
    let long = job(Limits { wall_ms_max: 120_000, ..limits() }, &["sleeps"]);
    write_message(&mut ours, &long, JOB_BYTES_MAX).expect("sent");
    drop(ours);
    worker.wait_for_done();
    assert_eq!(worker.step(limits(), "speaks").ending, Ending::Exited(2));
    worker.end();
}

fn nonsense_fails_the_run() {
    let worker = Worker::start();
    let (mut ours, theirs) = UnixStream::pair().expect("a pair of sockets");
    worker.hand_over(&theirs);
    drop(theirs);
    std::io::Write::write_all(&mut ours, &[255; 64]).expect("sent");
    let said: RunFrame = read_message(&mut ours, 4096).expect("a frame");
    assert!(matches!(&said, RunFrame::Failed(text) if text.contains("over the")), "{said:?}");
    drop(ours);
    worker.wait_for_done();
    worker.end();
}

fn each_wall_is_missed_when_it_is_gone() {
    for wall in WallName::ALL.into_iter().filter(|wall| wall.required()) {
        let worker = Worker::with(JailOptions { without: Some(wall), ..JailOptions::default() });
        let missing = worker.missing();
        assert!(missing.contains(&wall.as_str().to_owned()), "without {wall}: {missing:?}");
        let seen = worker.hello.isolation.walls.iter().find(|seen| seen.name == wall.as_str());
        assert!(!seen.expect("it is in the table").remedy.is_empty());
    }
}

fn a_wall_that_the_host_lacks_is_named_and_can_be_done_without() {
    let strict = Worker::on_host(JailOptions::default(), Landlock::Missing);
    let table = &strict.hello.isolation.walls;
    let landlock = table.iter().find(|wall| wall.name == "landlock").expect("it is in the table");
    assert!(!landlock.in_force && landlock.remedy.contains("CONFIG_SECURITY_LANDLOCK"), "{landlock:?}");
    let frames = strict.run(&job(limits(), &["speaks"]));
    assert!(matches!(&frames[..], [RunFrame::Failed(text)] if text.contains("`landlock`")), "{frames:?}");
    strict.end();

    let options = JailOptions { weaker_allowed: true, ..JailOptions::default() };
    let weaker = Worker::on_host(options, Landlock::Missing);
    assert!(weaker.hello.isolation.weaker_allowed);
    assert_eq!(weaker.missing(), ["landlock"]);
    assert_eq!(weaker.step(limits(), "speaks").ending, Ending::Exited(2));
    weaker.end();
}

fn a_cgroup_bounds_the_whole_worker() {
    const MIB: u64 = 1024 * 1024;
    let cgroup = match WorkerCgroup::create(96 * MIB, 64) {
        Ok(cgroup) => cgroup,
        Err(error) => {
            println!("NOT TESTED: a cgroup around a worker ({error})");
            return;
        }
    };
    let worker = Worker::with(JailOptions { cgroup: Some(cgroup.seat()), ..JailOptions::default() });
    let memory =
        worker.hello.isolation.walls.iter().find(|wall| wall.name == "memory").expect("it is in the table");
    assert!(memory.in_force, "{memory:?}");
    let much = Limits { memory_mib_max: 2048, ..limits() };
    let [case, after] = worker.steps(much, ["fills memory", "speaks"]);
    assert_eq!((case.ending, after.ending), (Ending::OutOfMemory, Ending::Exited(2)));
    worker.end();
    let folders = cgroup.folders().to_vec();
    drop(cgroup);
    assert!(folders.iter().all(|folder| !folder.exists()), "{folders:?}");
}

fn many_runs_leave_nothing() {
    let worker = Worker::start();
    for _ in 0..50 {
        assert_eq!(worker.step(limits(), "speaks").ending, Ending::Exited(2));
    }
    worker.end();
}

/// What an interpreter must find in a box, and what it must not.
const LOOK_AROUND: &str = "\
import os, sys
assert sys.prefix == '/python', sys.prefix
assert os.getcwd() == '/tmp' and os.listdir('/tmp') == []
assert sorted(os.environ) == ['HOME', 'LANG', 'MALLOC_ARENA_MAX', 'PATH', 'TMPDIR', 'TZ'], os.environ
assert [fd for fd in range(64) if os.path.exists(f'/dev/fd/{fd}')] == []
packages = os.path.dirname(os.__file__) + '/site-packages'
assert not os.path.isdir(packages) or os.listdir(packages) == []
import asyncio, bz2, ctypes, hashlib, lzma, math, socket, sqlite3, ssl, threading, uuid, zlib
async def main():
    await asyncio.sleep(0)
    return await asyncio.get_running_loop().run_in_executor(None, lambda: 7)
assert asyncio.run(main()) == 7
for family in (socket.AF_INET, socket.AF_UNIX):
    try:
        socket.socket(family)
    except PermissionError:
        pass
    else:
        raise SystemExit('a socket')
threads = [threading.Thread(target=lambda: None) for _ in range(8)]
[thread.start() for thread in threads], [thread.join() for thread in threads]
try:
    bytearray(1 << 30)
except MemoryError:
    print('fine')
";

/// Asks for the place of an interpreter, by its own account.
const PLACE: &str = "\
import os, sys, sysconfig
paths = sysconfig.get_paths()
print(os.path.realpath(sys.executable), paths['stdlib'], paths['platstdlib'], sep='\\n')
";

fn an_interpreter_is_executed_in_the_same_box() {
    for python in ["python3", "/usr/bin/python3"] {
        let said = std::process::Command::new(python).args(["-I", "-c", PLACE]).output();
        let said = said.map(|said| String::from_utf8_lossy(&said.stdout).into_owned()).unwrap_or_default();
        let lines: Vec<&str> = said.lines().collect();
        let [executable, stdlib, platform] = lines[..] else {
            println!("NOT TESTED: executing {python}, which this user does not have");
            continue;
        };
        let place = PythonPlace {
            executable: Some(executable.into()),
            stdlib: stdlib.into(),
            platform_stdlib: Some(platform.into()),
            packages: Vec::new(),
        };
        let plan = JailPlan::new(place.clone(), Vec::new(), JailOptions::default());
        let inside = plan.executable_inside().expect("it has one");
        let worker = Worker::with_python(place, JailOptions::default());
        assert_eq!(worker.missing(), [""; 0], "{:#?}", worker.hello);
        let mut look = job(limits(), &["executes the interpreter"]);
        look.harness = inside.to_string_lossy().into_owned();
        look.inputs = LOOK_AROUND.into();
        let frames = worker.run(&look);
        let [RunFrame::Case(case), RunFrame::Done] = &frames[..] else { panic!("{frames:?}") };
        assert_eq!(String::from_utf8_lossy(&case.stderr), "");
        assert_eq!((case.stdout.as_slice(), &case.ending), (&b"fine\n"[..], &Ending::Exited(0)));
        worker.end();
    }
}
