//! How far a long run is, on standard error: done, failed, rate, time left, what is running.
//!
//! A live line in a terminal of any width; a plain line now and then where there is none; nothing when it is to be
//! quiet. Must not decide anything.

use std::io::IsTerminal;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use unicode_width::UnicodeWidthStr;

use super::console::Console;
use crate::model::batch::Standing;

/// How long nothing is said without a terminal, first and then each time.
const PLAIN_FIRST: Duration = Duration::from_secs(10);
const PLAIN_NEXT: Duration = Duration::from_secs(30);
/// Columns of the bar itself, where there is room for one.
const BAR: usize = 16;
/// Columns that a name may take.
const NAME: usize = 24;

/// What is known of a run.
#[derive(Debug, Clone, Default)]
struct State {
    /// Units in all and those that are done, the known ones among them.
    count: usize,
    done: usize,
    kept: usize,
    refused: usize,
    ungraded: usize,
    running: Vec<String>,
}

/// How it is shown.
#[derive(Debug)]
enum Shown {
    Live(ProgressBar),
    Plain { console: Console, next: Mutex<Duration> },
    Nothing,
}

/// How far a run is.
#[derive(Debug)]
pub struct Progress {
    what: &'static str,
    started: Instant,
    state: Mutex<State>,
    shown: Shown,
}

impl Progress {
    /// The progress of so many units, called `what`.
    #[must_use]
    pub fn new(console: &Console, count: usize, what: &'static str) -> Self {
        let shown = if console.quiet() {
            Shown::Nothing
        } else if std::io::stderr().is_terminal() {
            let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
            // The template is a constant; should it ever not parse, the plain bar serves.
            if let Ok(style) = ProgressStyle::with_template("{wide_msg}") {
                bar.set_style(style);
            }
            Shown::Live(bar)
        } else {
            Shown::Plain { console: *console, next: Mutex::new(PLAIN_FIRST) }
        };
        let state = Mutex::new(State { count, ..State::default() });
        Self { what, started: Instant::now(), state, shown }
    }

    /// A unit is begun.
    pub fn started(&self, name: &str) {
        held(&self.state).running.push(name.to_owned());
        self.tell();
    }

    /// A unit is known already.
    pub fn kept(&self, name: &str) {
        held(&self.state).kept += 1;
        self.end(name);
    }

    /// A submission is done.
    pub fn done(&self, name: &str, standing: &Standing) {
        match standing {
            Standing::Ungraded { .. } => held(&self.state).ungraded += 1,
            Standing::Refused { .. } => held(&self.state).refused += 1,
            Standing::Graded { .. } | Standing::Missing | Standing::Waiting => {}
        }
        self.end(name);
    }

    /// A unit without a name of its own is done.
    pub fn advance(&self) {
        self.end("");
    }

    /// How long the run has taken.
    #[must_use]
    pub fn elapsed(&self) -> Duration {
        self.started.elapsed()
    }

    /// Units that are done.
    #[must_use]
    pub fn count_done(&self) -> usize {
        held(&self.state).done
    }

    /// Takes the live line away.
    pub fn finish(&self) {
        if let Shown::Live(bar) = &self.shown {
            bar.finish_and_clear();
        }
    }

    fn end(&self, name: &str) {
        let mut state = held(&self.state);
        if let Some(at) = state.running.iter().position(|one| one == name) {
            state.running.remove(at);
        }
        state.done += 1;
        drop(state);
        self.tell();
    }

    fn tell(&self) {
        let elapsed = self.started.elapsed();
        match &self.shown {
            Shown::Nothing => {}
            Shown::Live(bar) => bar.set_message(live(&held(&self.state), elapsed, width())),
            Shown::Plain { console, next } => {
                let mut next = held(next);
                if elapsed >= *next {
                    *next = elapsed + PLAIN_NEXT;
                    console.progress(&plain(&held(&self.state), elapsed, self.what));
                }
            }
        }
    }
}

/// A count is never half changed, so one whose holder failed is as good as any.
fn held<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Columns of the terminal on standard error.
fn width() -> usize {
    terminal_size::terminal_size_of(std::io::stderr()).map_or(80, |(width, _)| usize::from(width.0))
}

impl State {
    /// Units a second, those that were run; [`None`] before the first.
    fn rate(&self, elapsed: Duration) -> Option<f64> {
        let run = self.done - self.kept;
        (run > 0 && !elapsed.is_zero()).then(|| run as f64 / elapsed.as_secs_f64())
    }

    fn left(&self, elapsed: Duration) -> Option<String> {
        let seconds = (self.count - self.done.min(self.count)) as f64 / self.rate(elapsed)?;
        Some(format!("{} left", span(seconds)))
    }

    fn failed(&self) -> String {
        let counts = [(self.kept, "kept"), (self.refused, "refused"), (self.ungraded, "ungraded")];
        let words = counts.iter().filter(|(count, _)| *count > 0);
        words.map(|(count, word)| format!("{count} {word}")).collect::<Vec<_>>().join(", ")
    }

    fn runs(&self) -> String {
        let Some(first) = self.running.first() else { return String::new() };
        let name: String = first.chars().take(NAME).collect();
        match self.running.len() - 1 {
            0 => format!("running {name}"),
            more => format!("running {name} +{more}"),
        }
    }
}

/// The live line in so many columns: what matters least is left out first.
fn live(state: &State, elapsed: Duration, columns: usize) -> String {
    let filled = (BAR * state.done).checked_div(state.count).unwrap_or(BAR).min(BAR);
    // What is shown, in its order, with how soon it is left out: the highest goes first.
    let mut parts = vec![
        (4, format!("{}{}", "━".repeat(filled), "─".repeat(BAR - filled))),
        (0, format!("{}/{}", state.done, state.count)),
        (3, state.rate(elapsed).map(|rate| format!("{rate:.1}/s")).unwrap_or_default()),
        (1, state.left(elapsed).unwrap_or_default()),
        (2, state.failed()),
        (5, state.runs()),
    ];
    parts.retain(|(_, part)| !part.is_empty());
    loop {
        let texts: Vec<&str> = parts.iter().map(|(_, part)| part.as_str()).collect();
        let line = texts.join("  ");
        // The last column is left free: some terminals break the line there.
        if line.width() < columns || parts.len() == 1 {
            return line;
        }
        let least = parts.iter().enumerate().max_by_key(|(_, (rank, _))| *rank).map_or(0, |(at, _)| at);
        parts.remove(least);
    }
}

/// A line for a log.
fn plain(state: &State, elapsed: Duration, what: &str) -> String {
    let percent = (100 * state.done).checked_div(state.count).unwrap_or(100);
    let mut parts = vec![format!("{} of {} {what} ({percent}%)", state.done, state.count)];
    parts.extend(state.rate(elapsed).map(|rate| format!("{rate:.1} a second")));
    parts.extend(state.left(elapsed));
    parts.extend([state.failed(), state.runs()].into_iter().filter(|part| !part.is_empty()));
    parts.join(", ")
}

/// Seconds as a person says them.
fn span(seconds: f64) -> String {
    // Saturating: a span beyond any clock is shown as a very long one.
    let seconds = seconds.ceil() as u64;
    match seconds {
        0..=99 => format!("{seconds} s"),
        100..=5_999 => format!("{} min", seconds.div_ceil(60)),
        _ => format!("{} h {} min", seconds / 3600, seconds % 3600 / 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn state() -> State {
        State {
            count: 10_000,
            done: 2_520,
            kept: 20,
            refused: 3,
            ungraded: 1,
            running: vec!["ada.lovelace".into(), "bob".into()],
        }
    }

    #[test]
    fn the_line_says_all_where_there_is_room_and_what_matters_where_there_is_not() {
        let line = |columns| live(&state(), Duration::from_secs(250), columns);
        assert_eq!(
            line(120),
            "━━━━────────────  2520/10000  10.0/s  13 min left  20 kept, 3 refused, 1 ungraded  running ada.lovelace +1"
        );
        assert_eq!(
            line(90),
            "━━━━────────────  2520/10000  10.0/s  13 min left  20 kept, 3 refused, 1 ungraded"
        );
        assert_eq!(line(80), "2520/10000  10.0/s  13 min left  20 kept, 3 refused, 1 ungraded");
        assert_eq!(line(60), "2520/10000  13 min left  20 kept, 3 refused, 1 ungraded");
        assert_eq!(line(40), "2520/10000  13 min left");
        assert_eq!(line(5), "2520/10000", "never nothing");
    }

    #[test]
    fn it_fits_at_every_width() {
        for columns in 12..130 {
            assert!(live(&state(), Duration::from_secs(250), columns).width() < columns);
        }
    }

    #[test]
    fn a_log_has_sentences() {
        assert_eq!(
            plain(&state(), Duration::from_secs(250), "submissions"),
            "2520 of 10000 submissions (25%), 10.0 a second, 13 min left, 20 kept, 3 refused, 1 ungraded, running ada.lovelace +1"
        );
        assert_eq!(plain(&State::default(), Duration::ZERO, "mutants"), "0 of 0 mutants (100%)");
    }

    #[test]
    fn known_results_do_not_make_it_seem_fast() {
        let known = State { count: 100, done: 50, kept: 50, ..State::default() };
        assert_eq!(known.left(Duration::from_secs(1)), None);
    }

    #[test]
    fn spans_are_said_as_people_do() {
        assert_eq!(
            [span(0.2), span(99.0), span(121.0), span(7_300.0)],
            ["1 s", "99 s", "3 min", "2 h 1 min"]
        );
    }
}
