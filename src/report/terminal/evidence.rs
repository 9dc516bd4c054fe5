//! The evidence by tier: each piece by title with its mark, and what speaks against it.
//!
//! Must not decide states.

use super::case;
use super::page::{Line, Page, Role};
use super::scale::tier_name;
use crate::judge::diff::of_texts;
use crate::judge::hint::{is_asked, line_words};
use crate::model::evidence::{Evidence, EvidenceKind, State};
use crate::model::grade::{Grade, LoadFailure, Undefined};
use crate::model::score::Tier;

/// Columns before what belongs to a piece of evidence.
pub const INSIDE: usize = 4;

/// The evidence of one tier. When the answer did not load, its cases were not run and are left out.
pub fn tier(page: &mut Page, grade: &Grade, tier: Tier) {
    let pieces: Vec<&Evidence> = grade
        .evidence
        .iter()
        .filter(|piece| piece.earns == tier && is_asked(piece.kind, grade.asked))
        .filter(|piece| {
            grade.load_failure.is_none()
                || piece.kind == EvidenceKind::Concept
                || piece.kind == EvidenceKind::Prediction
        })
        .collect();
    if pieces.is_empty() {
        return;
    }
    page.blank();
    page.put(Line::new().push(Role::Strong, tier_name(tier)));
    for piece in pieces {
        one(page, grade, piece);
    }
}

fn one(page: &mut Page, grade: &Grade, piece: &Evidence) {
    titled(page, piece.state, &piece.title, &aside(piece));
    match (piece.kind, piece.state) {
        (EvidenceKind::Case, State::Unmet) => {
            let result = grade.cases.iter().find(|result| result.id == piece.id);
            if let Some(result) = result.filter(|result| !is_undefined(&result.message, &grade.undefined)) {
                case::failed(page, result, grade);
            }
        }
        (EvidenceKind::Idiom, State::Unmet) => {
            let main = grade.files.first().map_or("", |file| &file.path);
            let own = piece.lines.iter().map(|number| (main, *number));
            let elsewhere = piece.elsewhere.iter().map(|(file, number)| (file.as_str(), *number));
            for (file, number) in own.chain(elsewhere).take(2) {
                case::source_line(page, grade, file, number);
            }
        }
        (EvidenceKind::Concept, State::Met) => {
            if let Some(quote) = &piece.quote {
                page.put(Line::new().indent(INSIDE).push(Role::Faint, &format!("“{quote}”")));
            }
        }
        (EvidenceKind::Prediction, State::Unmet) => {
            if let Some(prediction) = &grade.prediction {
                let foretold = prediction.foretold.as_deref().unwrap_or_default();
                let room = page.width().saturating_sub(INSIDE + 10);
                case::diff(page, &of_texts(&prediction.printed, foretold, room), ["prints", "foretold"]);
            }
        }
        _ => {}
    }
}

/// The mark and the title of something met, unmet or unheard.
pub fn titled(page: &mut Page, state: State, title: &str, aside: &str) {
    let (mark, role) = match state {
        State::Met => ("✓ ", Role::Good),
        State::Unmet => ("✗ ", Role::Bad),
        State::Unheard => ("· ", Role::Open),
    };
    let text = if state == State::Unmet { Role::Strong } else { Role::Plain };
    page.put(Line::new().indent(2).hang(2).push(role, mark).push(text, title).right(Role::Faint, aside));
}

fn aside(piece: &Evidence) -> String {
    let lines = line_words(&piece.lines, &piece.elsewhere);
    let kind = match piece.kind {
        // A case shows its line of source below.
        EvidenceKind::Case => return String::new(),
        EvidenceKind::Idiom => "idiom",
        EvidenceKind::Concept if piece.state == State::Unheard => "not heard yet",
        EvidenceKind::Concept => "said",
        EvidenceKind::Prediction if piece.state == State::Unheard => "not foretold yet",
        EvidenceKind::Prediction => "prediction",
    };
    if lines.is_empty() { kind.to_owned() } else { format!("{kind}, {lines}") }
}

/// What was asked for and is not there: told once, and not again below each case.
pub fn undefined(page: &mut Page, undefined: &[Undefined]) {
    for one in undefined {
        page.blank();
        page.put(Line::new().hang(2).push(Role::Bad, "✗ ").push(Role::Strong, &one.remark));
    }
}

/// Whether a case failed for nothing but a name that the answer does not define.
fn is_undefined(message: &str, undefined: &[Undefined]) -> bool {
    let asked = message.strip_prefix("the answer does not define ").and_then(|rest| rest.split(';').next());
    asked.is_some_and(|asked| undefined.iter().any(|one| one.name == asked))
}

/// Why the answer did not load, with the line and a caret.
pub fn load_failure(page: &mut Page, failure: &LoadFailure, grade: &Grade) {
    page.blank();
    page.put(Line::new().push(Role::Bad, "✗ ").push(Role::Strong, "The answer does not load"));
    page.put(Line::new().indent(INSIDE).push(Role::Plain, &failure.message));
    if let Some(place) = &failure.place {
        let own = grade.line(&place.file, place.line);
        case::excerpt(page, &place.file, place.line, place.column, own.unwrap_or(&place.text));
    }
    let none = format!("None of the {} cases was run.", grade.cases.len());
    page.put(Line::new().indent(INSIDE).push(Role::Faint, &none));
}
