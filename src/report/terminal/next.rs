//! What an interviewer does next: the misconception by name, what the next score lacks, what to ask.
//!
//! Must not decide which of them fit.

use super::page::{Line, Page, Role};
use crate::model::evidence::{Evidence, Hint, State};
use crate::model::grade::Grade;
use crate::model::score::Tier;

/// The one thing that matters most, to be said aloud.
pub fn say(page: &mut Page, hint: &Hint) {
    if !hint.say.is_empty() {
        page.blank();
        page.put(Line::new().push(Role::Open, "In a sentence: ").push(Role::Plain, &hint.say).hang(2));
    }
}

/// The misconceptions that fit.
pub fn misconceptions(page: &mut Page, hint: &Hint) {
    for named in &hint.misconceptions {
        page.blank();
        page.put(Line::new().push(Role::Open, "Misconception: ").push(Role::Strong, &named.title).hang(2));
        page.put(Line::new().indent(2).push(Role::Plain, &named.text));
    }
}

/// Pieces of one tier that are listed as missing; the evidence below shows all of them.
const MISSING_MAX: usize = 5;

/// What is missing for the next scores, by score: the reason why the range ends where it does.
pub fn missing(page: &mut Page, hint: &Hint, grade: &Grade) {
    let pieces: Vec<&Evidence> =
        hint.missing.iter().filter_map(|id| grade.evidence.iter().find(|piece| &piece.id == id)).collect();
    if pieces.is_empty() {
        page.blank();
        page.put(Line::new().push(Role::Good, "Everything that was asked for holds."));
    }
    for tier in Tier::ALL {
        let of_tier: Vec<&&Evidence> = pieces.iter().filter(|piece| piece.earns == tier).collect();
        if of_tier.is_empty() {
            continue;
        }
        let score = tier.score();
        let title = format!("Missing for {} ({})", score.name(), score.number());
        page.blank();
        page.put(Line::new().push(Role::Strong, &title));
        if grade.load_failure.is_some() {
            let first = "An answer that loads; then all of core.";
            page.put(Line::new().indent(2).push(Role::Plain, first));
            continue;
        }
        for piece in of_tier.iter().take(MISSING_MAX) {
            let (mark, role) =
                if piece.state == State::Unheard { ("· ", Role::Open) } else { ("✗ ", Role::Bad) };
            page.put(Line::new().indent(2).hang(2).push(role, mark).push(Role::Plain, &piece.title));
        }
        if of_tier.len() > MISSING_MAX {
            let more = format!("and {} more", of_tier.len() - MISSING_MAX);
            page.put(Line::new().indent(4).push(Role::Faint, &more));
        }
    }
}

/// What to ask next, with what to listen for.
pub fn questions(page: &mut Page, hint: &Hint, grade: &Grade) {
    if hint.questions.is_empty() {
        return;
    }
    page.blank();
    page.put(Line::new().push(Role::Strong, "Ask next"));
    for (at, question) in hint.questions.iter().enumerate() {
        let number = format!("{}. ", at + 1);
        page.put(
            Line::new()
                .indent(2)
                .hang(number.len())
                .push(Role::Open, &number)
                .push(Role::Plain, &question.question),
        );
        page.put(
            Line::new()
                .indent(2 + number.len())
                .push(Role::Faint, "Listen for: ")
                .push(Role::Faint, &question.listen_for),
        );
        let open: Vec<&str> = question
            .closes
            .iter()
            .filter_map(|id| grade.evidence.iter().find(|piece| &piece.id == id))
            .filter(|piece| piece.state == State::Unheard)
            .map(|piece| piece.title.as_str())
            .collect();
        if !open.is_empty() {
            let settles = format!("Would settle: {}", open.join("; "));
            page.put(Line::new().indent(2 + number.len()).push(Role::Faint, &settles));
        }
    }
}
