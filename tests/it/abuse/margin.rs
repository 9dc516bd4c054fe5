//! How much of its limits an attack used, and which came closest to them.
//!
//! `cargo bench --bench abuse` measures the same with nothing else beside it. Must not know what an attack must get.

use std::fmt::Write;
use std::time::Duration;

use vivavoce::model::challenge::Challenge;
use vivavoce::model::grade::Grade;

/// What one grade of an attack used, each as a part of what it may use.
#[derive(Debug, Clone)]
pub struct Margin {
    /// The attack, the challenge, the runtime.
    pub name: String,
    /// The grade as a whole: both boxes, and all that the host does, of the wall time of all its cases.
    pub grade: f64,
    /// The case that came closest to its wall time.
    pub wall: f64,
    /// The case that came closest to its CPU time.
    pub cpu: f64,
}

impl Margin {
    /// What a grade used of its challenge's limits.
    pub fn of(name: String, challenge: &Challenge, grade: &Grade, took: Duration) -> Self {
        let (limits, cases) = (challenge.limits, grade.cases.iter().map(|case| case.measured));
        let part = |used_us: u64, max_ms: u32| used_us as f64 / (f64::from(max_ms) * 1e3);
        let cases_count = u32::try_from(challenge.cases.len()).expect("few cases");
        Self {
            name,
            grade: took.as_secs_f64() * 1e3 / f64::from(limits.wall_ms_max * cases_count),
            wall: cases.clone().map(|case| part(case.wall_us, limits.wall_ms_max)).fold(0.0, f64::max),
            cpu: cases.map(|case| part(case.cpu_us, limits.cpu_ms_max)).fold(0.0, f64::max),
        }
    }

    fn most(&self) -> f64 {
        self.grade.max(self.wall).max(self.cpu)
    }
}

/// A table of those that came closest to any of their limits, the worst first.
pub fn worst(margins: &[Margin], count: usize) -> String {
    let mut sorted: Vec<&Margin> = margins.iter().collect();
    sorted.sort_by(|one, two| two.most().total_cmp(&one.most()));
    let mut table = "time used / limit: whole grade, wall of a case, CPU of a case\n".to_owned();
    for Margin { name, grade, wall, cpu } in sorted.into_iter().take(count) {
        writeln!(table, "{grade:6.2} {wall:6.2} {cpu:6.2}  {name}").expect("a String takes everything");
    }
    table
}
