//! The candidate's page.
//!
//! Must not see anything but the candidate's report, so that it has nothing to leak.

use super::case::excerpt;
use super::evidence::{INSIDE, titled};
use super::footer::notes;
use super::page::{Line, Page, Role};
use super::scale::tier_name;
use crate::judge::hint::line_words;
use crate::model::evidence::State;
use crate::model::score::Tier;
use crate::report::candidate::{CandidateCase, CandidateReport};
use crate::report::json::keys::{KindOfEvidence, Outcome, StateKind};

/// Draws all of it.
pub fn draw(page: &mut Page, report: &CandidateReport) {
    let points = format!("{} of {} points", report.points.earned, report.points.possible);
    page.put(Line::new().push(Role::Title, &report.title).right(Role::Strong, &points));
    if report.outcome == Outcome::Ungraded {
        page.blank();
        let sorry = "This answer could not be graded yet. That is no fault of the answer.";
        page.put(Line::new().push(Role::Plain, sorry));
        return;
    }
    if let Some(failure) = &report.load_failure {
        page.blank();
        page.put(Line::new().push(Role::Bad, "✗ ").push(Role::Strong, "The answer does not load"));
        page.put(Line::new().indent(INSIDE).push(Role::Plain, &failure.message));
        if let Some(place) = &failure.place {
            excerpt(page, &place.file, place.line, place.column, &place.text);
        }
        let none = format!("None of the {} cases was run.", report.cases.len());
        page.put(Line::new().indent(INSIDE).push(Role::Faint, &none));
        notes(page, &report.notes);
        return;
    }
    notes(page, &report.notes);
    for tier in Tier::ALL {
        of_tier(page, report, tier);
    }
}

fn of_tier(page: &mut Page, report: &CandidateReport, tier: Tier) {
    let cases: Vec<_> = report.cases.iter().filter(|case| case.earns == tier).collect();
    let others: Vec<_> = report.evidence.iter().filter(|piece| piece.earns == tier).collect();
    if cases.is_empty() && others.is_empty() {
        return;
    }
    page.blank();
    page.put(Line::new().push(Role::Strong, tier_name(tier)));
    for case in cases {
        one_case(page, case);
    }
    for piece in others {
        let state = match piece.state {
            StateKind::Met => State::Met,
            StateKind::Unmet => State::Unmet,
            StateKind::Unheard => State::Unheard,
        };
        let kind = match piece.kind {
            KindOfEvidence::Case => "case",
            KindOfEvidence::Idiom => "idiom",
            KindOfEvidence::Concept => "explanation",
            KindOfEvidence::Prediction => "prediction",
        };
        let elsewhere: Vec<(String, u32)> =
            piece.elsewhere.iter().map(|place| (place.file.clone(), place.line)).collect();
        let lines = line_words(&piece.lines, &elsewhere);
        let aside = if lines.is_empty() { kind.to_owned() } else { format!("{kind}, {lines}") };
        titled(page, state, &piece.title, &aside);
    }
}

fn one_case(page: &mut Page, case: &CandidateCase) {
    let state = if case.met { State::Met } else { State::Unmet };
    titled(page, state, &case.title, "");
    let Some(visible) = &case.visible else { return };
    if let Some(call) = &visible.call {
        let wants = visible.wants.as_deref().unwrap_or_default();
        let line = Line::new().indent(INSIDE).hang(4).verbatim().push(Role::Faint, &format!(">>> {call}"));
        page.put(line.push(Role::Faint, &format!("  # {wants}")));
    }
    if !visible.message.is_empty() {
        page.put(Line::new().indent(INSIDE).hang(2).push(Role::Plain, &visible.message));
    }
}
