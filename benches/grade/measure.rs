//! One turn of one contender: wall time, CPU time of all that took part, and what the rest of the machine did meanwhile.
//!
//! CPU time of what was reaped is getrusage(2)'s; of what lives on it is /proc's, in ticks of 10 ms that add up over a run.

use std::fs;
use std::time::Instant;

use nix::sys::resource::{UsageWho, getrusage};

use super::contenders::Contender;

/// Seconds of a tick in /proc, as sysconf(3) has it on every Linux there is.
const TICK_S: f64 = 0.01;

/// What one turn took.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sample {
    /// Milliseconds by the clock on the wall.
    pub wall_ms: f64,
    /// Milliseconds of CPU, of everything that took part.
    pub cpu_ms: f64,
    /// Milliseconds of CPU that others had meanwhile.
    pub foreign_ms: f64,
}

/// Gives a contender its turn.
pub fn one(contender: &mut Contender) -> Sample {
    let (busy, cpu, start) = (busy_s(), cpu_s(&contender.alive), Instant::now());
    (contender.run)();
    let wall = start.elapsed().as_secs_f64();
    let cpu = cpu_s(&contender.alive) - cpu;
    let foreign = busy_s() - busy - cpu;
    Sample { wall_ms: wall * 1e3, cpu_ms: cpu * 1e3, foreign_ms: foreign * 1e3 }
}

/// CPU seconds of this process, of its children that are gone, and of those that are alive with all of theirs.
fn cpu_s(alive: &[u32]) -> f64 {
    let seconds = |time: nix::sys::time::TimeVal| time.tv_sec() as f64 + time.tv_usec() as f64 / 1e6;
    let used = |who| {
        let usage = getrusage(who).expect("every process may ask");
        seconds(usage.user_time()) + seconds(usage.system_time())
    };
    used(UsageWho::RUSAGE_SELF)
        + used(UsageWho::RUSAGE_CHILDREN)
        + alive.iter().map(|process| tree_s(*process)).sum::<f64>()
}

/// CPU seconds of a process and its waited-for children, and the same of every live one under it.
fn tree_s(process: u32) -> f64 {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    // The name stands in brackets and may hold anything; `utime` is the 14th field, proc_pid_stat(5).
    let fields = stat.rsplit_once(')').map_or("", |(_, rest)| rest).split_whitespace().skip(11);
    let own: f64 = fields.take(4).filter_map(|ticks| ticks.parse::<f64>().ok()).sum();
    let children = fs::read_to_string(format!("/proc/{process}/task/{process}/children")).unwrap_or_default();
    let below: f64 = children.split_whitespace().filter_map(|child| child.parse().ok()).map(tree_s).sum();
    own * TICK_S + below
}

/// CPU seconds that all of the machine has used.
fn busy_s() -> f64 {
    let stat = fs::read_to_string("/proc/stat").unwrap_or_default();
    // user, nice, system, then idle and waiting, then irq, softirq; proc_stat(5).
    let ticks: Vec<f64> = stat
        .lines()
        .next()
        .unwrap_or_default()
        .split_whitespace()
        .skip(1)
        .filter_map(|n| n.parse().ok())
        .collect();
    let busy: f64 =
        ticks.iter().enumerate().filter(|(at, _)| [0, 1, 2, 5, 6].contains(at)).map(|(_, n)| n).sum();
    busy * TICK_S
}

/// A source of orders: xorshift, started by the clock.
pub struct Shuffle(u64);

impl Shuffle {
    /// Another one each time.
    pub fn new() -> Self {
        let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
        Self(now.map_or(1, |now| now.as_nanos() as u64) | 1)
    }

    /// The numbers below `count` in some order.
    pub fn order(&mut self, count: usize) -> Vec<usize> {
        let mut order: Vec<usize> = (0..count).collect();
        for last in (1..count).rev() {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
            order.swap(last, (self.0 % (last as u64 + 1)) as usize);
        }
        order
    }
}
