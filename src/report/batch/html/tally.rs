//! What all answers to a challenge come to: scores, points, and how often each case is met.
//!
//! Gathered from one report at a time, so that it does not grow with the batch. Must not know how it is drawn.

use std::collections::BTreeMap;

use crate::judge::hint::is_asked;
use crate::model::batch::{Standing, Submitted};
use crate::model::evidence::EvidenceKind;
use crate::model::score::Tier;
use crate::report::json::Report;
use crate::report::json::keys::{CaseOutcome, KindOfEvidence, StateKind};

/// Answers that must have run a hidden case before it is odd that none meets it.
const ODD_FROM: u32 = 3;

/// One piece of evidence over all answers to a challenge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Its name.
    pub id: String,
    /// Where it comes from.
    pub kind: KindOfEvidence,
    /// The line a person reads.
    pub title: String,
    /// The score it is needed for.
    pub earns: Tier,
    /// Whether candidates could not see it; false for what is no case.
    pub hidden: bool,
    /// Answers that met it.
    pub met: u32,
    /// Answers that were graded.
    pub of: u32,
    /// Answers that it was run with, or that it could be looked for in.
    pub ran: u32,
    /// How it came out for the others, in words, by count.
    pub others: BTreeMap<&'static str, u32>,
}

impl Piece {
    /// Whether it is a hidden case that was run often and never met: mostly a fault of the harness.
    #[must_use]
    pub fn is_odd(&self) -> bool {
        self.hidden && self.met == 0 && self.ran >= ODD_FROM
    }
}

/// One challenge over all submissions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Challenge {
    /// Submissions by floor and ceiling, both from 1: `ranges[floor - 1][ceiling - 1]`.
    pub ranges: [[u32; 5]; 5],
    /// Graded submissions by points earned.
    pub points: BTreeMap<u32, u32>,
    /// Points possible.
    pub possible: u32,
    /// Submissions that were graded.
    pub graded: u32,
    /// Submissions that could not be graded.
    pub ungraded: u32,
    /// Submissions that were refused.
    pub refused: u32,
    /// Submissions that are missing.
    pub missing: u32,
    /// Submissions that are not graded yet.
    pub waiting: u32,
    /// Graded answers that do not load.
    pub not_loaded: u32,
    /// Its evidence, in the challenge's order.
    pub pieces: Vec<Piece>,
    /// Misconceptions by title, with how many answers fit them.
    pub misconceptions: BTreeMap<String, u32>,
}

impl Challenge {
    /// Graded submissions whose floor is this score from 1 to 5: those that are settled, and those whose ceiling is higher.
    #[must_use]
    pub fn at(&self, score: usize) -> (u32, u32) {
        let row = self.ranges[score - 1];
        let settled = row[score - 1];
        (settled, row.iter().sum::<u32>() - settled)
    }

    /// Points such that half of the graded have at least as many; [`None`] where nothing was graded.
    #[must_use]
    pub fn median_points(&self) -> Option<u32> {
        let half = self.graded.div_ceil(2).max(1);
        let mut seen = 0;
        self.points.iter().rev().find_map(|(points, count)| {
            seen += count;
            (seen >= half).then_some(*points)
        })
    }

    fn graded(&mut self, report: &Report) {
        self.not_loaded += u32::from(report.load_failure.is_some());
        for case in &report.cases {
            let piece = self.piece(&case.id, KindOfEvidence::Case, &case.title, case.earns, !case.visible);
            piece.of += 1;
            piece.met += u32::from(case.outcome == CaseOutcome::Met);
            piece.ran += u32::from(case.outcome != CaseOutcome::NotRun);
            if case.outcome != CaseOutcome::Met {
                *piece.others.entry(outcome_words(case.outcome)).or_default() += 1;
            }
        }
        let others = report.evidence.iter().filter(|piece| {
            piece.kind != KindOfEvidence::Case && is_asked(kind_of(piece.kind), report.asked.into())
        });
        for found in others {
            let piece = self.piece(&found.id, found.kind, &found.title, found.earns, false);
            piece.of += 1;
            piece.met += u32::from(found.state == StateKind::Met);
            piece.ran += u32::from(found.state != StateKind::Unheard);
            match found.state {
                StateKind::Met => {}
                StateKind::Unmet => *piece.others.entry("not met").or_default() += 1,
                StateKind::Unheard => *piece.others.entry("not heard").or_default() += 1,
            }
        }
        for named in report.hint.iter().flat_map(|hint| &hint.misconceptions) {
            *self.misconceptions.entry(named.title.clone()).or_default() += 1;
        }
    }

    fn piece(
        &mut self,
        id: &str,
        kind: KindOfEvidence,
        title: &str,
        earns: Tier,
        hidden: bool,
    ) -> &mut Piece {
        let known = self.pieces.iter().position(|piece| piece.id == id && piece.kind == kind);
        let at = known.unwrap_or_else(|| {
            self.pieces.push(Piece {
                id: id.to_owned(),
                kind,
                title: title.to_owned(),
                earns,
                hidden,
                met: 0,
                of: 0,
                ran: 0,
                others: BTreeMap::new(),
            });
            self.pieces.len() - 1
        });
        &mut self.pieces[at]
    }
}

/// All challenges of a batch, by name.
#[derive(Debug, Clone, Default)]
pub struct Tally {
    /// The challenges.
    pub challenges: BTreeMap<String, Challenge>,
    /// The program and interpreter that the last report names.
    pub about: String,
}

impl Tally {
    /// Counts one submission; the report is there where it was looked at.
    pub fn count(&mut self, submitted: &Submitted, report: Option<&Report>) {
        let of = self.challenges.entry(submitted.challenge.clone()).or_default();
        of.possible = of.possible.max(submitted.possible);
        match &submitted.standing {
            Standing::Graded { floor, ceiling } => {
                of.graded += 1;
                of.ranges[usize::from(floor.number()) - 1][usize::from(ceiling.number()) - 1] += 1;
                *of.points.entry(submitted.earned).or_default() += 1;
            }
            Standing::Ungraded { .. } => of.ungraded += 1,
            Standing::Refused { .. } => of.refused += 1,
            Standing::Missing => of.missing += 1,
            Standing::Waiting => of.waiting += 1,
        }
        if let Some(report) = report {
            if report.hint.is_some() {
                of.graded(report);
            }
            self.about = format!("viva {} · Python {}", report.viva.version, report.runtime.python);
        }
    }
}

/// The model's word for a kind of evidence.
#[must_use]
pub fn kind_of(kind: KindOfEvidence) -> EvidenceKind {
    match kind {
        KindOfEvidence::Case => EvidenceKind::Case,
        KindOfEvidence::Idiom => EvidenceKind::Idiom,
        KindOfEvidence::Concept => EvidenceKind::Concept,
        KindOfEvidence::Prediction => EvidenceKind::Prediction,
    }
}

/// How a case came out, in a word or three.
#[must_use]
pub fn outcome_words(outcome: CaseOutcome) -> &'static str {
    match outcome {
        CaseOutcome::Met => "met",
        CaseOutcome::Unmet => "not met",
        CaseOutcome::Raised => "raised",
        CaseOutcome::TimedOut => "timed out",
        CaseOutcome::OutOfMemory => "out of memory",
        CaseOutcome::TooMuchOutput => "too much output",
        CaseOutcome::Crashed => "crashed",
        CaseOutcome::Incomplete => "incomplete",
        CaseOutcome::Denied => "denied",
        CaseOutcome::NotRun => "not run",
    }
}

/// `Core`, `Solid` or `Deep`.
#[must_use]
pub fn tier_name(tier: Tier) -> &'static str {
    match tier {
        Tier::Maybe => "Core",
        Tier::Yes => "Solid",
        Tier::StrongYes => "Deep",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::grade::Grade;
    use crate::report::fixture;

    fn tally(grades: &[Grade]) -> Challenge {
        let mut tally = Tally::default();
        for grade in grades {
            let (earned, possible) = grade.points();
            let submitted = Submitted {
                candidate: "ada".into(),
                challenge: "once".into(),
                standing: Standing::of(grade),
                earned,
                possible,
            };
            tally.count(&submitted, Some(&Report::of(grade)));
        }
        tally.challenges.remove("once").expect("it was counted")
    }

    #[test]
    fn a_hidden_case_that_nobody_meets_is_odd_once_it_was_run_often() {
        let odd = |grades: &[Grade]| -> Vec<String> {
            tally(grades).pieces.iter().filter(|piece| piece.is_odd()).map(|piece| piece.id.clone()).collect()
        };
        let missed = || fixture::partial();
        assert_eq!(odd(&[missed(), missed()]), [""; 0], "two answers say nothing");
        assert!(odd(&[missed(), missed(), missed()]).contains(&"raises_it".to_owned()));
        assert_eq!(odd(&[missed(), missed(), missed(), fixture::perfect()]), [""; 0]);
        let silent = || fixture::syntax_error();
        assert_eq!(odd(&[silent(), silent(), silent()]), [""; 0], "it was never run");
    }

    #[test]
    fn scores_and_points_are_counted_and_what_is_ungraded_is_not() {
        let all = tally(&[fixture::perfect(), fixture::code_only(), fixture::partial(), fixture::ungraded()]);
        assert_eq!((all.graded, all.ungraded), (3, 1));
        let floors: u32 = (1..=5).map(|score| all.at(score).0 + all.at(score).1).sum();
        assert_eq!(floors, 3);
        assert_eq!(all.points.values().sum::<u32>(), 3);
        assert_eq!(all.median_points(), Some(all.possible));
    }
}
