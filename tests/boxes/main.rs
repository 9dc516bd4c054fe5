//! Boxes from outside: a worker without Python, whose steps do what hostile answers do.
//!
//! One program, three roles: the tests, the worker they start, and, when root runs them, the same tests once more
//! as an ordinary user. A harness of its own, since a worker must have a single thread.
#![allow(unsafe_code)]

use std::os::fd::AsFd;
use std::os::unix::process::CommandExt;
use std::process::{Command, ExitCode};

mod body;
mod cases;
mod host;

/// The argument that makes this program a worker; the plan follows.
const WORKER: &str = "--worker";
/// Set for a worker, it takes Landlock away as an old container's filter of system calls would.
const NO_LANDLOCK: &str = "VIVA_TEST_NO_LANDLOCK";
/// An ordinary user that every system has.
const NOBODY: u32 = 65_534;

/// What this machine lacks to build boxes, in one line.
fn lacking() -> Option<String> {
    let facts = vivavoce::boxes::host::survey();
    let lacking = facts.iter().filter(|fact| fact.required && !fact.enough);
    let lacking: Vec<String> = lacking.map(|fact| format!("{} ({})", fact.name, fact.remedy)).collect();
    (!lacking.is_empty()).then(|| lacking.join("; "))
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [role, plan] = arguments.as_slice()
        && role == WORKER
    {
        return serve(plan);
    }
    let filters: Vec<&String> = arguments.iter().filter(|argument| !argument.starts_with('-')).collect();
    let wanted =
        |name: &str| filters.is_empty() || filters.iter().any(|filter| name.contains(filter.as_str()));
    let listing = arguments.iter().any(|argument| argument == "--list");
    if !listing && let Some(lacking) = lacking() {
        let must_run = ["CI", "VIVA_TESTS_MUST_RUN"].iter().any(|name| std::env::var_os(name).is_some());
        eprintln!(
            "{}: this machine cannot build boxes: {lacking}",
            if must_run { "FAILED" } else { "SKIPPED" }
        );
        return ExitCode::from(u8::from(must_run));
    }
    let mut failed = 0;
    for (name, test) in cases::ALL {
        if listing {
            println!("{name}: test");
        } else if wanted(name) {
            let passed = std::panic::catch_unwind(test).is_ok();
            println!(
                "test {name} (uid {}) ... {}",
                nix::unistd::geteuid(),
                if passed { "ok" } else { "FAILED" }
            );
            failed += usize::from(!passed);
        }
    }
    if !listing && nix::unistd::geteuid().is_root() && !as_nobody(&arguments) {
        failed += 1;
    }
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The same tests as an ordinary user, from a copy that such a user can read.
fn as_nobody(arguments: &[String]) -> bool {
    let folder = tempfile::Builder::new().prefix("viva-boxes").tempdir().expect("a folder");
    let everybody = std::os::unix::fs::PermissionsExt::from_mode(0o755);
    std::fs::set_permissions(folder.path(), everybody).expect("it is ours");
    let copy = folder.path().join("boxes");
    std::fs::copy(std::env::current_exe().expect("a program has a path"), &copy).expect("copied");
    let mut command = Command::new(copy);
    command.args(arguments).current_dir("/").uid(NOBODY).gid(NOBODY);
    command.status().expect("it starts").success()
}

fn serve(plan: &str) -> ExitCode {
    let plan = serde_json::from_str(plan).expect("the tests send a plan");
    if std::env::var_os(NO_LANDLOCK).is_some() {
        body::take_landlock_away();
    }
    let control = std::io::stdin().as_fd().try_clone_to_owned().expect("the socket is standard input");
    vivavoce::boxes::serve(control, &plan, &mut body::Hostile::default())
}
