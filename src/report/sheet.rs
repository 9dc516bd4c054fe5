//! One submission as the formats of other tools see it: a list of tests with what became of each.
//!
//! It is made from either view of a report, so that a format for candidates is made from what a candidate may see and
//! has nothing else to leak. Every text in it is fit for a log: on lines of its own, escaped, without commands.

use super::candidate::{CandidateReport, VisibleCase};
use super::json::Report;
use super::json::keys::{AskedKind, CaseOutcome, KindOfEvidence, Outcome, StateKind};
use super::json::parts::{CasePart, LinePart, PlacePart, Points};
use crate::judge::escape::{clean, clean_lines, without_log_commands};
use crate::model::answer::SourceFile;
use crate::model::score::Tier;

/// Whose submission it is and where it lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Whose<'a> {
    /// The candidate; empty where nobody was named.
    pub candidate: &'a str,
    /// The challenge.
    pub challenge: &'a str,
    /// What stands before the path of each file as reports name it.
    pub before: &'a str,
    /// The answer's files, the main one first; none where nothing was graded.
    pub files: &'a [SourceFile],
}

impl Whose<'_> {
    /// A file's path as reports name it.
    fn path(&self, file: &SourceFile) -> String {
        line(&format!("{}{}", self.before, file.at))
    }
}

/// One submission.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// The candidate; empty where nobody was named.
    pub candidate: String,
    /// The challenge's name.
    pub challenge: String,
    /// Its title, or its name where nothing was graded.
    pub title: String,
    /// The main file's path; empty where there is none.
    pub file: String,
    /// The path of each file by the name that the answer has for it.
    paths: Vec<(String, String)>,
    /// What became of it as a whole.
    pub fate: Fate,
    /// Points.
    pub points: Points,
    /// The lowest and the highest score; [`None`] in a candidate's view.
    pub range: Option<(u8, u8)>,
    /// Why the answer did not load, and where.
    pub load_failure: Option<(String, Option<PlacePart>)>,
    /// Remarks.
    pub notes: Vec<String>,
    /// Everything that was looked at.
    pub rows: Vec<Row>,
}

/// What became of a submission as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// It was graded.
    Graded,
    /// It could not be graded, for no fault of its own.
    Ungraded(String),
    /// There was nothing in it that could be graded.
    Refused(String),
    /// Nothing was handed in.
    Missing,
    /// The batch has not come to it yet.
    Waiting,
}

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its name within the challenge.
    pub id: String,
    /// Where it comes from.
    pub kind: KindOfEvidence,
    /// The line a person reads.
    pub title: String,
    /// The score it is needed for.
    pub earns: Tier,
    /// Points; 0 for what is no case.
    pub points: u32,
    /// Whether a candidate may see all of it.
    pub visible: bool,
    /// What became of it.
    pub mark: Mark,
    /// One sentence; empty where there is nothing to say.
    pub message: String,
    /// What was expected and seen, a line each.
    pub details: Vec<String>,
    /// Where in the answer it went wrong.
    pub place: Option<PlacePart>,
    /// Lines of the answer that show it.
    pub lines: Vec<Spot>,
    /// Wall time in milliseconds.
    pub wall_ms: f64,
    /// What it wrote to standard output, by lines.
    pub stdout: Vec<String>,
    /// What it wrote to standard error, by lines.
    pub stderr: Vec<String>,
}

/// A line of one of the answer's files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// The file's path as reports name it.
    pub file: String,
    /// The line, from 1.
    pub line: u32,
    /// Its text.
    pub text: String,
}

/// What became of one thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// It holds.
    Met,
    /// It does not; for a case that anybody may see, how it came out.
    Missed(&'static str),
    /// It was not run, or nothing speaks either way.
    Open,
}

impl Sheet {
    /// A submission of which there is no report.
    #[must_use]
    pub fn without_report(whose: Whose<'_>, fate: Fate, points: Points) -> Self {
        Self {
            candidate: line(whose.candidate),
            challenge: line(whose.challenge),
            title: line(whose.challenge),
            file: whose.files.first().map(|file| whose.path(file)).unwrap_or_default(),
            paths: whose.files.iter().map(|file| (clean(&file.path), whose.path(file))).collect(),
            fate: fate.fit(),
            points,
            range: None,
            load_failure: None,
            notes: Vec::new(),
            rows: Vec::new(),
        }
    }

    /// A submission in an interviewer's view.
    #[must_use]
    pub fn of_report(whose: Whose<'_>, report: &Report) -> Self {
        let fate = match report.outcome {
            Outcome::Graded => Fate::Graded,
            Outcome::Ungraded => Fate::Ungraded(report.ungraded_because.clone().unwrap_or_default()),
        };
        let mut sheet = Self::without_report(whose, fate, report.points);
        sheet.title = line(&report.challenge.title);
        sheet.range = report.hint.as_ref().map(|hint| (hint.floor, hint.ceiling));
        sheet.notes = report.notes.iter().map(|note| line(note)).collect();
        sheet.load_failure =
            report.load_failure.as_ref().map(|failure| (line(&failure.message), failure.place.clone()));
        sheet.rows = report.cases.iter().map(Row::of_case).collect();
        let evidence = report.evidence.iter().filter(|piece| piece.kind != KindOfEvidence::Case);
        let asked =
            evidence.filter(|piece| report.asked == AskedKind::All || piece.kind == KindOfEvidence::Idiom);
        sheet.rows.extend(asked.map(|piece| {
            let quote = piece.quote.as_deref().map(line).unwrap_or_default();
            Row { message: quote, ..Row::of(&piece.id, piece.kind, &piece.title, piece.earns, piece.state) }
                .with_lines(&piece.lines, &piece.elsewhere, whose)
        }));
        sheet
    }

    /// A submission in its candidate's view.
    #[must_use]
    pub fn of_view(whose: Whose<'_>, view: &CandidateReport) -> Self {
        let fate = match view.outcome {
            Outcome::Graded => Fate::Graded,
            Outcome::Ungraded => Fate::Ungraded(String::new()),
        };
        let mut sheet = Self::without_report(whose, fate, view.points);
        sheet.title = line(&view.title);
        sheet.notes = view.notes.iter().map(|note| line(note)).collect();
        sheet.load_failure =
            view.load_failure.as_ref().map(|failure| (line(&failure.message), failure.place.clone()));
        sheet.rows.extend(view.cases.iter().map(|case| {
            let state = if case.met { StateKind::Met } else { StateKind::Unmet };
            let row = Row::of(&case.id, KindOfEvidence::Case, &case.title, case.earns, state);
            let row = Row { points: case.points, visible: false, ..row };
            case.visible.as_ref().map_or(row.clone(), |visible| row.with_visible(visible))
        }));
        sheet.rows.extend(view.evidence.iter().map(|piece| {
            Row::of(&piece.title, piece.kind, &piece.title, piece.earns, piece.state).with_lines(
                &piece.lines,
                &piece.elsewhere,
                whose,
            )
        }));
        sheet
    }

    /// What it is called in a list of many.
    #[must_use]
    pub fn name(&self) -> String {
        if self.candidate.is_empty() {
            return self.challenge.clone();
        }
        format!("{}/{}", self.candidate, self.challenge)
    }

    /// The path of one of the answer's files as reports name it.
    #[must_use]
    pub fn path_of(&self, place: &PlacePart) -> String {
        let known = self.paths.iter().find(|(name, _)| *name == place.file);
        known.map_or_else(|| self.file.clone(), |(_, path)| path.clone())
    }

    /// Where to look for one row: a file and a line of it.
    #[must_use]
    pub fn at(&self, row: &Row) -> Option<(String, u32)> {
        let place = row.place.as_ref().filter(|place| place.line > 0);
        let place = place.map(|place| (self.path_of(place), place.line));
        place.or_else(|| row.lines.first().map(|spot| (spot.file.clone(), spot.line)))
    }

    /// What was missed, from core to deep.
    pub fn missed(&self) -> impl Iterator<Item = &Row> {
        let missed = |row: &&Row| matches!(row.mark, Mark::Missed(_));
        Tier::ALL
            .into_iter()
            .flat_map(move |tier| self.rows.iter().filter(move |row| row.earns == tier).filter(missed))
    }
}

impl Fate {
    fn fit(self) -> Self {
        match self {
            Self::Ungraded(because) => Self::Ungraded(line(&because)),
            Self::Refused(because) => Self::Refused(line(&because)),
            other => other,
        }
    }
}

impl Row {
    fn of(id: &str, kind: KindOfEvidence, title: &str, earns: Tier, state: StateKind) -> Self {
        Self {
            id: line(id),
            kind,
            title: line(title),
            earns,
            points: 0,
            visible: true,
            mark: match state {
                StateKind::Met => Mark::Met,
                StateKind::Unmet => Mark::Missed("unmet"),
                StateKind::Unheard => Mark::Open,
            },
            message: String::new(),
            details: Vec::new(),
            place: None,
            lines: Vec::new(),
            wall_ms: 0.0,
            stdout: Vec::new(),
            stderr: Vec::new(),
        }
    }

    fn of_case(case: &CasePart) -> Self {
        let row = Self::of(&case.id, KindOfEvidence::Case, &case.title, case.earns, StateKind::Unmet);
        let details = case.checks.iter().filter(|check| !check.holds);
        Self {
            points: case.points,
            visible: case.visible,
            mark: mark(case.outcome),
            message: line(&case.message),
            details: details.map(|check| detail(&check.label, &check.expected, &check.seen)).collect(),
            place: case.place.clone(),
            wall_ms: case.measured.wall_ms,
            stdout: clean_lines(&case.stdout.text).iter().map(|text| line(text)).collect(),
            stderr: clean_lines(&case.stderr.text).iter().map(|text| line(text)).collect(),
            ..row
        }
    }

    fn with_visible(self, visible: &VisibleCase) -> Self {
        let called = visible
            .call
            .iter()
            .zip(&visible.wants)
            .map(|(call, wants)| line(&format!("{call} gives {wants}")));
        let checks = visible.checks.iter().filter(|check| !check.holds);
        Self {
            visible: true,
            mark: mark(visible.outcome),
            message: line(&visible.message),
            details: called
                .chain(checks.map(|check| detail(&check.label, &check.expected, &check.seen)))
                .collect(),
            ..self
        }
    }

    fn with_lines(self, lines: &[u32], elsewhere: &[LinePart], whose: Whose<'_>) -> Self {
        let spot = |file: &SourceFile, number: u32| Spot {
            file: whose.path(file),
            line: number,
            text: line(file.text.lines().nth(number.saturating_sub(1) as usize).unwrap_or_default()),
        };
        let own = whose.files.first().into_iter().flat_map(|main| lines.iter().map(move |one| (main, *one)));
        let others = elsewhere.iter().filter_map(|place| {
            let file = whose.files.iter().find(|file| clean(&file.path) == place.file)?;
            Some((file, place.line))
        });
        Self { lines: own.chain(others).map(|(file, number)| spot(file, number)).collect(), ..self }
    }

    /// What went wrong in one sentence.
    #[must_use]
    pub fn says(&self) -> &str {
        match self.mark {
            _ if !self.message.is_empty() => &self.message,
            Mark::Missed(_) => "missed",
            Mark::Met | Mark::Open => "",
        }
    }
}

fn mark(outcome: CaseOutcome) -> Mark {
    match outcome {
        CaseOutcome::Met => Mark::Met,
        CaseOutcome::NotRun => Mark::Open,
        CaseOutcome::Unmet => Mark::Missed("unmet"),
        CaseOutcome::Raised => Mark::Missed("raised"),
        CaseOutcome::TimedOut => Mark::Missed("timed_out"),
        CaseOutcome::OutOfMemory => Mark::Missed("out_of_memory"),
        CaseOutcome::TooMuchOutput => Mark::Missed("too_much_output"),
        CaseOutcome::Crashed => Mark::Missed("crashed"),
        CaseOutcome::Incomplete => Mark::Missed("incomplete"),
        CaseOutcome::Denied => Mark::Missed("denied"),
    }
}

fn detail(label: &str, expected: &str, seen: &str) -> String {
    let label = if label.is_empty() { String::new() } else { format!("{label}: ") };
    line(&format!("{label}expected {expected}, seen {seen}"))
}

/// A text on one line that neither a terminal nor the log of a CI obeys.
fn line(text: &str) -> String {
    without_log_commands(&clean(text), "\\x23")
}

#[cfg(test)]
pub(super) mod samples {
    use std::sync::LazyLock;

    use super::*;
    use crate::report::fixture;

    static FILES: LazyLock<Vec<SourceFile>> = LazyLock::new(|| {
        vec![SourceFile {
            path: "answer.py".to_owned(),
            at: "::ada%.py".to_owned(),
            text: "import functools\n\n::set-output name=a::b\n".to_owned(),
        }]
    });

    /// Whose submissions the tests speak of; the name is as bad as a name can be.
    pub static WHOSE: LazyLock<Whose<'static>> = LazyLock::new(|| Whose {
        candidate: "::set-output name=x::<b>&\"ada\"]]>\u{fffe}\u{1b}[31m|`",
        challenge: "retry-decorator",
        before: "class of 26/",
        files: &FILES,
    });

    /// Every kind of submission, in the interviewer's view or in the candidate's.
    pub fn all(candidates_view: bool) -> Vec<Sheet> {
        let points = Points { earned: 0, possible: 9 };
        let mut sheets = vec![
            Sheet::without_report(*WHOSE, Fate::Missing, points),
            Sheet::without_report(*WHOSE, Fate::Refused("it is\n::error::empty \u{0}".into()), points),
        ];
        for grade in fixture::all() {
            sheets.push(if candidates_view {
                Sheet::of_view(*WHOSE, &CandidateReport::of(&grade))
            } else {
                Sheet::of_report(*WHOSE, &Report::of(&grade))
            });
        }
        sheets.push(Sheet::without_report(*WHOSE, Fate::Waiting, points));
        sheets
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_a_terminal_or_a_log_obeys_is_in_a_sheet() {
        for sheet in samples::all(false).into_iter().chain(samples::all(true)) {
            let mut texts = vec![&sheet.candidate, &sheet.file, &sheet.title];
            texts.extend(
                sheet.rows.iter().flat_map(|row| row.details.iter().chain(&row.stdout).chain([&row.message])),
            );
            for text in texts {
                assert!(!text.starts_with("::"), "{text}");
                assert!(!text.contains(crate::judge::escape::is_hostile), "{text}");
            }
        }
    }

    #[test]
    fn a_candidates_sheet_has_no_score_and_no_word_of_a_hidden_case() {
        for sheet in samples::all(true) {
            assert_eq!(sheet.range, None);
            for row in sheet.rows.iter().filter(|row| !row.visible) {
                assert!(row.message.is_empty() && row.details.is_empty() && row.stdout.is_empty(), "{row:?}");
                assert!(matches!(row.mark, Mark::Met | Mark::Missed("unmet")), "{row:?}");
            }
        }
    }
}
