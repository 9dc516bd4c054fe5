//! What runs in the boxes of these tests: a step does what its name says.

use std::fs::{self, File};
use std::io::Write;
use std::os::fd::{FromRawFd, RawFd};
use std::time::{Duration, Instant};

use vivavoce::boxes::{Body, Interpreter, REQUEST};
use vivavoce::wire::job::{Action, Job, Step};

/// The job's harness that makes `prepare` fail.
pub const BROKEN: &str = "broken";

/// A body that has a secret for every step and does as it is told.
#[derive(Debug, Default)]
pub struct Hostile {
    forks: u32,
}

impl Body for Hostile {
    fn warm_up(&mut self) -> Result<Interpreter, String> {
        Ok(Interpreter { python: "3.99.0".into(), python_build: "none".into(), built_against: "3.99".into() })
    }

    fn after_fork_in_child(&mut self) {
        self.forks += 1;
    }

    fn compile(&mut self, job: &Job) -> Result<Vec<u8>, String> {
        if job.harness == BROKEN { Err("the harness is broken".into()) } else { Ok(Vec::new()) }
    }

    fn request(&mut self, _job: &Job, step: &Step, token: [u8; 16]) -> Option<Vec<u8>> {
        (step.name == "request").then(|| [&token[..], &vec![7; 300_000]].concat())
    }

    fn run_step(&mut self, job: &Job, step: &Step, channel: RawFd, token: [u8; 16]) -> ! {
        let mut channel = unsafe { File::from_raw_fd(channel) };
        act(&step.name, job, token, &mut channel);
        exit(i32::try_from(self.forks).unwrap_or(-1));
    }
}

/// Installs a filter for which there is no Landlock.
pub fn take_landlock_away() {
    let instruction =
        |code: u32, jt, jf, k| libc::sock_filter { code: u16::try_from(code).expect("small"), jt, jf, k };
    let number = u32::try_from(libc::SYS_landlock_create_ruleset).expect("small");
    let mut program = [
        instruction(libc::BPF_LD | libc::BPF_W | libc::BPF_ABS, 0, 0, 0),
        instruction(libc::BPF_JMP | libc::BPF_JEQ | libc::BPF_K, 0, 1, number),
        instruction(libc::BPF_RET, 0, 0, libc::SECCOMP_RET_ERRNO | libc::ENOSYS.unsigned_abs()),
        instruction(libc::BPF_RET, 0, 0, libc::SECCOMP_RET_ALLOW),
    ];
    let program = libc::sock_fprog { len: 4, filter: program.as_mut_ptr() };
    unsafe {
        assert_eq!(libc::prctl(libc::PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), 0);
        assert_eq!(libc::prctl(libc::PR_SET_SECCOMP, libc::SECCOMP_MODE_FILTER, &raw const program), 0);
    }
}

fn exit(code: i32) -> ! {
    unsafe { libc::_exit(code) }
}

/// Ends with the errno of a failed attempt, or 0.
fn outcome(result: std::io::Result<impl Sized>) -> ! {
    exit(result.map_or_else(|error| error.raw_os_error().unwrap_or(255), |_| 0))
}

fn last(result: i32) -> std::io::Result<i32> {
    if result < 0 { Err(std::io::Error::last_os_error()) } else { Ok(result) }
}

fn act(name: &str, job: &Job, token: [u8; 16], channel: &mut File) {
    match name {
        "speaks" => {
            print!("out");
            std::io::stdout().flush().expect("flushed");
            eprint!("err");
            channel.write_all(&token).expect("written");
        }
        "floods stdout" => flood(&mut std::io::stdout()),
        "floods stderr" => flood(&mut std::io::stderr()),
        "floods the channel" => flood(channel),
        "forks" => outcome(last(unsafe { libc::fork() })),
        "forks for ever" => loop {
            unsafe { libc::fork() };
        },
        "spins" => loop {
            std::hint::black_box(0);
        },
        "spins in threads" => {
            for _ in 0..3 {
                std::thread::spawn(act_spin);
            }
            act_spin();
        }
        "sleeps" => std::thread::sleep(Duration::from_secs(600)),
        "maps too much" => outcome(map(1 << 30)),
        "fills memory" => fill_memory(),
        "leaves a child with its pipes" => leave_child(),
        "leaves many dead" => leave_many_dead(),
        "locks a file" => outcome(File::open("/toolbox/viva/__init__.py").and_then(|file| {
            last(unsafe { libc::flock(std::os::fd::AsRawFd::as_raw_fd(&file), libc::LOCK_EX) })
        })),
        "reads /etc/passwd" => outcome(File::open("/etc/passwd")),
        "lists /" => outcome(fs::read_dir("/")),
        "writes to /toolbox" => outcome(File::create("/toolbox/mine.py")),
        "executes what it wrote" => {
            fs::write("/tmp/program", b"#!/bin/sh\n").expect("written");
            outcome(std::process::Command::new("/tmp/program").spawn());
        }
        "kills pid 1" => outcome(last(unsafe { libc::kill(1, libc::SIGKILL) })),
        "kills everybody" => {
            unsafe { libc::kill(-1, libc::SIGKILL) };
        }
        "kills its group" => {
            unsafe { libc::kill(0, libc::SIGKILL) };
        }
        "kills itself" => {
            unsafe { libc::kill(libc::getpid(), libc::SIGKILL) };
        }
        "crashes" => unsafe { std::ptr::null_mut::<u8>().write_volatile(1) },
        "leaves a file" => fs::write("/tmp/left", b"here").expect("written"),
        "makes a semaphore" => outcome(make_semaphore()),
        "looks for files" => exit(i32::try_from(fs::read_dir("/tmp").expect("listed").count()).unwrap_or(-1)),
        "reads its request" | "request" => {
            let mut bytes = Vec::new();
            let mut request = unsafe { File::from_raw_fd(REQUEST) };
            std::io::Read::read_to_end(&mut request, &mut bytes).expect("read");
            channel.write_all(&bytes).expect("written");
        }
        "looks for other steps" => {
            let secret =
                |step: &Step| matches!(&step.action, Action::Snippet { source } if source == "secret");
            exit(i32::try_from(job.steps.iter().filter(|step| secret(step)).count()).unwrap_or(-1));
        }
        "starts threads" => exit(start_threads()),
        "executes the interpreter" => execute(&job.harness, &job.inputs),
        "ignores every signal" => {
            for signal in 1..32 {
                unsafe { libc::signal(signal, libc::SIG_IGN) };
            }
            act_spin();
        }
        other => panic!("no such step: {other}"),
    }
}

/// Becomes a Python that runs this code.
fn execute(python: &str, code: &str) {
    use std::os::unix::process::CommandExt;
    let error = std::process::Command::new(python).args(["-I", "-S", "-B", "-c", code]).exec();
    outcome(Err::<(), _>(error));
}

fn act_spin() {
    loop {
        std::hint::black_box(0);
    }
}

fn flood(to: &mut dyn Write) {
    loop {
        if to.write_all(&[b'x'; 8192]).is_err() {
            exit(1);
        }
    }
}

fn map(bytes: usize) -> std::io::Result<()> {
    let flags = libc::MAP_PRIVATE | libc::MAP_ANONYMOUS;
    let area = unsafe { libc::mmap(std::ptr::null_mut(), bytes, libc::PROT_WRITE, flags, -1, 0) };
    if area == libc::MAP_FAILED { Err(std::io::Error::last_os_error()) } else { Ok(()) }
}

/// A named semaphore, as Python's `multiprocessing` makes them; it is left behind.
fn make_semaphore() -> std::io::Result<()> {
    let semaphore = unsafe { libc::sem_open(c"/viva".as_ptr(), libc::O_CREAT | libc::O_EXCL, 0o600, 1) };
    if semaphore == libc::SEM_FAILED { Err(std::io::Error::last_os_error()) } else { Ok(()) }
}

fn fill_memory() {
    let mut kept = Vec::new();
    for _ in 0..1024 {
        kept.push(vec![1_u8; 1 << 20]);
        std::hint::black_box(&kept);
    }
}

/// A daemon of the old school, that keeps standard output open for ever.
fn leave_child() {
    unsafe {
        if libc::fork() == 0 {
            libc::setsid();
            if libc::fork() == 0 {
                std::thread::sleep(Duration::from_secs(600));
            }
            exit(0);
        }
    }
    // The grandchild should be there when this process ends.
    std::thread::sleep(Duration::from_millis(50));
    exit(40);
}

/// More children than may live at once, each left to pid 1 as soon as it is born.
fn leave_many_dead() {
    for _ in 0..20 {
        let end = Instant::now() + Duration::from_secs(20);
        while Instant::now() < end {
            let child = unsafe { libc::fork() };
            if child == 0 {
                unsafe { libc::fork() };
                exit(0);
            }
            if child > 0 {
                unsafe { libc::waitpid(child, std::ptr::null_mut(), 0) };
                break;
            }
            std::thread::sleep(Duration::from_millis(5));
        }
    }
    exit(41);
}

fn start_threads() -> i32 {
    let end = Instant::now() + Duration::from_millis(300);
    let mut started = 0;
    while started < 100 {
        let wait = move || std::thread::sleep(end.saturating_duration_since(Instant::now()));
        if std::thread::Builder::new().stack_size(64 * 1024).spawn(wait).is_err() {
            break;
        }
        started += 1;
    }
    started
}
