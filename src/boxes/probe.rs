//! Live probes: each tries the very thing that a wall forbids, from where a stranger's code would try it.
//!
//! A wall is in force when every probe of it was refused; a wall that nobody probed is not. Must not know how a
//! wall is built.

use std::collections::BTreeMap;
use std::io::{self, Read, Write};
use std::net::UdpSocket;
use std::os::unix::net::UnixStream;

use serde::{Deserialize, Serialize};

use super::Body;
use super::jail::Jail;
use super::plan::WallName;
use super::plan::step::StepPlan;
use super::run::watch::Watched;
use super::run::{self, RunError};
use super::syscalls;
use crate::model::isolation::Wall;
use crate::model::limits::Limits;
use crate::model::observation::Ending;

mod inside;

/// Bytes of all that one probing run has to say.
const SEEN_BYTES_MAX: u64 = 64 * 1024;

/// What one probe saw.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    wall: WallName,
    held: bool,
    text: String,
}

impl Seen {
    /// A probe that was refused, as it should be, or was not.
    #[must_use]
    pub fn new(wall: WallName, held: bool, text: impl Into<String>) -> Self {
        Self { wall, held, text: text.into() }
    }

    /// A wall that could not be built or probed.
    #[must_use]
    pub fn failed(wall: WallName, text: impl Into<String>) -> Self {
        Self::new(wall, false, text)
    }

    /// An attempt that has to fail.
    fn refused<T>(wall: WallName, attempt: &str, outcome: io::Result<T>) -> Self {
        match outcome {
            Ok(_) => Self::new(wall, false, format!("{attempt} was allowed")),
            Err(error) => Self::new(wall, true, format!("{attempt}: {}", short(&error))),
        }
    }
}

/// The name of an errno: `EPERM`.
fn short(error: &io::Error) -> String {
    match error.raw_os_error() {
        Some(code) => format!("{:?}", nix::errno::Errno::from_raw(code)),
        None => error.to_string(),
    }
}

/// The table of walls from all that was seen. Where a wall could not even be built, the ones that were never
/// probed for it say so.
#[must_use]
pub fn walls(seen: &[Seen]) -> Vec<Wall> {
    let mut by_wall: BTreeMap<&str, Vec<&Seen>> = BTreeMap::new();
    for one in seen {
        by_wall.entry(one.wall.as_str()).or_default().push(one);
    }
    let broken =
        seen.iter().find(|one| !one.held && one.wall.required()).map_or("the box", |one| one.wall.as_str());
    let unprobed = format!("not probed, since `{broken}` does not stand");
    let table = WallName::ALL.iter().map(|wall| {
        let seen = by_wall.get(wall.as_str()).map_or(&[][..], Vec::as_slice);
        let in_force = !seen.is_empty() && seen.iter().all(|one| one.held);
        // What was let through matters more than all that was refused.
        let telling: Vec<&str> =
            seen.iter().filter(|one| one.held == in_force).map(|one| one.text.as_str()).collect();
        let (probed, remedy) = match (seen.is_empty(), in_force) {
            (true, _) => (unprobed.clone(), ""),
            (false, true) => (telling.join("; "), ""),
            (false, false) => (telling.join("; "), wall.remedy()),
        };
        let remedy = remedy.to_owned();
        Wall { name: wall.as_str().to_owned(), required: wall.required(), in_force, probed, remedy }
    });
    table.collect()
}

/// Probes of what the whole worker shares, before any filter hides the answers.
#[must_use]
pub fn worker(jail: &Jail) -> Vec<Seen> {
    let reached = UdpSocket::bind("0.0.0.0:0").and_then(|socket| socket.connect("127.0.0.1:9"));
    let mut seen = vec![Seen::refused(WallName::Network, "connecting to 127.0.0.1", reached)];
    seen.push(match &jail.shared_memory {
        Some(memory) => {
            let found = if memory.is_seen() { "found" } else { "none found" };
            let text = format!("looking for shared memory of the host: {found}");
            Seen::new(WallName::Ipc, !memory.is_seen(), text)
        }
        None => Seen::new(WallName::Ipc, true, "the kernel has no System V shared memory"),
    });
    seen.push(match &jail.cgroups_seen {
        Ok(text) => {
            let hidden = text.lines().all(|line| line.ends_with(":/"));
            let found = if hidden { "none found" } else { "found" };
            let text = format!("looking for the host's cgroups in /proc/self/cgroup: {found}");
            Seen::new(WallName::Cgroup, hidden, text)
        }
        Err(error) => Seen::failed(WallName::Cgroup, format!("reading /proc/self/cgroup: {}", short(error))),
    });
    seen.push(memory(jail));
    seen
}

fn memory(jail: &Jail) -> Seen {
    let bound = "bounded by processes x address space + files";
    match (&jail.plan.options.cgroup, jail.plan.options.builds(WallName::Memory)) {
        (Some(_), true) => match &jail.memory_max {
            Ok(bytes) => {
                Seen::new(WallName::Memory, bytes != "max", format!("its cgroup holds {bytes} bytes at most"))
            }
            Err(error) => Seen::failed(WallName::Memory, format!("{error}; {bound}")),
        },
        _ => Seen::failed(WallName::Memory, format!("no cgroup; {bound}")),
    }
}

/// Pid 1 of the probing run: what a run sees, then what steps see. The process ends with it.
pub fn serve(jail: &Jail, stream: &UnixStream, body: &mut dyn Body) -> ! {
    let mut seen = inside::run(jail);
    if let Err(error) = run::settle(jail, stream).and_then(|()| steps(jail, body, &mut seen)) {
        seen.push(match error {
            RunError::Wall { wall, text } => Seen::failed(wall, text),
            other => Seen::failed(WallName::Processes, format!("a probing step: {other}")),
        });
    }
    let message = postcard::to_stdvec(&seen).unwrap_or_default();
    let mut stream = stream;
    // A failure is seen by the zygote: it hears nothing, and nothing heard is no wall in force.
    let _ = stream.write_all(&message);
    syscalls::exit_now(0);
}

/// What a probing run said.
///
/// # Errors
/// When it said nothing that can be understood.
pub fn hear(stream: UnixStream) -> io::Result<Vec<Seen>> {
    let mut message = Vec::new();
    stream.take(SEEN_BYTES_MAX).read_to_end(&mut message)?;
    postcard::from_bytes(&message).map_err(io::Error::other)
}

/// Small limits, so that going past each costs nothing.
fn limits() -> Limits {
    Limits {
        wall_ms_max: 10_000,
        cpu_ms_max: 5_000,
        memory_mib_max: 16,
        output_bytes_max: 1024,
        observation_bytes_max: u32::try_from(SEEN_BYTES_MAX).unwrap_or(u32::MAX),
        files_kib_max: 64,
        files_max: 8,
        descriptors_max: 16,
        processes_max: 0,
        threads_max: 2,
    }
}

/// Three steps build their walls side by side, as a step and the one that is ahead do, and take their turns after that.
fn steps(jail: &Jail, body: &mut dyn Body, seen: &mut Vec<Seen>) -> Result<(), RunError> {
    let limits = limits();
    let short = Limits { wall_ms_max: 1, ..limits };
    let plan = run::plan(jail, &limits)?;
    let mut ready = |limits, work: fn(&Jail, i32)| {
        watch(jail, &plan, limits).make_ready(body, |_, channel, turn| {
            turn.wait();
            work(jail, channel);
        })
    };
    let looks = ready(&limits, |jail, channel| inside::step(jail, channel))?;
    let calls = ready(&limits, |_, _| inside::call_of_another_architecture())?;
    let sleeps = ready(&short, |_, _| inside::sleep())?;

    let case = looks.go()?.finish(false)?;
    match postcard::from_bytes::<Vec<Seen>>(&case.frames) {
        Ok(from_step) => seen.extend(from_step),
        Err(_) => {
            let text = format!("the probing step ended without a word: {:?}", case.ending);
            seen.push(Seen::failed(WallName::Syscalls, text));
        }
    }
    let case = calls.go()?.finish(false)?;
    if inside::foreign_calls_can_be_tried() {
        let text = format!("a call of a foreign architecture: {}", in_words(&case.ending));
        seen.push(Seen::new(WallName::Syscalls, case.ending == Ending::Denied, text));
    }
    let case = sleeps.go()?.finish(true)?;
    let held = case.ending == Ending::OutOfTime;
    let text = format!("sleeping past a limit of 1 ms: {}", in_words(&case.ending));
    seen.push(Seen::new(WallName::Time, held, text));
    Ok(())
}

/// How a probing step ended.
fn in_words(ending: &Ending) -> String {
    match ending {
        Ending::Denied => "ended by the filter".to_owned(),
        Ending::OutOfTime => "ended by viva".to_owned(),
        other => format!("{other:?}"),
    }
}

fn watch<'a>(jail: &'a Jail, plan: &'a StepPlan, limits: &'a Limits) -> Watched<'a> {
    Watched { jail, plan, limits, host: None, request: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wall_that_nobody_probed_is_not_in_force() {
        let table = walls(&[]);
        assert_eq!(table.len(), WallName::ALL.len());
        assert!(table.iter().all(|wall| !wall.in_force));
    }

    #[test]
    fn only_the_wall_that_fell_has_a_remedy() {
        let table = walls(&[Seen::failed(WallName::Landlock, "restricting files failed")]);
        let with_remedy: Vec<_> =
            table.iter().filter(|wall| !wall.remedy.is_empty()).map(|wall| &wall.name).collect();
        assert_eq!(with_remedy, ["landlock"]);
        assert_eq!(table[0].probed, "not probed, since `landlock` does not stand");
    }

    #[test]
    fn one_thing_let_through_is_a_wall_that_does_not_hold() {
        let held = Seen::new(WallName::Landlock, true, "reading one file: EACCES");
        let let_through = Seen::new(WallName::Landlock, false, "reading another was allowed");
        let table = walls(&[held.clone(), let_through]);
        let landlock = table.iter().find(|wall| wall.name == "landlock").expect("it is in the table");
        assert!(!landlock.in_force);
        assert_eq!(landlock.probed, "reading another was allowed");
        let table = walls(&[held]);
        assert!(table.iter().any(|wall| wall.name == "landlock" && wall.in_force && wall.remedy.is_empty()));
    }

    #[test]
    fn only_memory_is_not_required() {
        let free: Vec<_> =
            walls(&[]).into_iter().filter(|wall| !wall.required).map(|wall| wall.name).collect();
        assert_eq!(free, ["memory"]);
    }
}
