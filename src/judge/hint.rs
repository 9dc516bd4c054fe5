//! What the evidence adds up to: a range of scores with its reasons, and what to ask next.
//!
//! | score | needs |
//! |---|---|
//! | 1 | nothing: also when the answer does not load or no core *case* holds, whatever was predicted or said |
//! | 2 | some core case, not all core evidence |
//! | 3, 4, 5 | all core evidence; and all solid; and all deep |
//!
//! The floor counts unheard evidence as unmet, the ceiling counts it as met. Evidence of the challenge that nobody
//! gathered is unmet (a case, an idiom) or unheard (words): nothing passes by being forgotten. With
//! [`Asked::Code`] concepts and predictions are left out at both ends. Must not know how evidence was gathered.

mod say;

use super::escape::{clean, shorten};
use crate::model::challenge::{Challenge, FollowUp, Misconception};
use crate::model::evidence::{Asked, Evidence, EvidenceKind, Hint, Named, Question, State};
use crate::model::grade::{LoadFailure, Prediction};
use crate::model::id::EvidenceId;
use crate::model::score::{Score, Tier};

/// Characters of a path within a reason.
const PATH_WIDTH: usize = 60;
/// Characters of what a snippet printed within a question.
const PRINTED_WIDTH: usize = 200;

/// The suggested range for what was gathered about one answer.
///
/// `load_failure` says why nothing could be run, where that is so; the score is then 1. `prediction` lets the question
/// for an unheard prediction say what to listen for.
#[must_use]
pub fn suggest(
    challenge: &Challenge,
    gathered: &[Evidence],
    load_failure: Option<&LoadFailure>,
    prediction: Option<&Prediction>,
    asked: Asked,
) -> Hint {
    let pieces = considered(challenge, gathered, asked);
    let floor = score(&pieces, load_failure.is_none(), &|state| state == State::Met);
    let ceiling = score(&pieces, load_failure.is_none(), &|state| state != State::Unmet);
    let misconceptions =
        if load_failure.is_none() { fitting(&challenge.misconceptions, &pieces) } else { Vec::new() };
    let questions = questions(challenge, &pieces, prediction, ceiling);
    let said = say::say(challenge, &pieces, load_failure, (floor, ceiling), &misconceptions, &questions);
    Hint {
        floor,
        ceiling,
        say: said,
        reasons: reasons(&pieces, load_failure, ceiling),
        missing: missing(&pieces, floor, ceiling),
        misconceptions,
        questions,
    }
}

/// How much of each tier holds, lowest tier first: met, and all that count. A tier without evidence is left out.
#[must_use]
pub fn tallies(challenge: &Challenge, gathered: &[Evidence], asked: Asked) -> Vec<(Tier, usize, usize)> {
    let pieces = considered(challenge, gathered, asked);
    let of = |tier: Tier, met: bool| {
        pieces.iter().filter(|piece| piece.earns == tier && (!met || piece.state == State::Met)).count()
    };
    Tier::ALL
        .into_iter()
        .map(|tier| (tier, of(tier, true), of(tier, false)))
        .filter(|(_, _, all)| *all > 0)
        .collect()
}

/// Whether a kind of evidence counts for what was asked.
#[must_use]
pub fn is_asked(kind: EvidenceKind, asked: Asked) -> bool {
    asked == Asked::All || !matches!(kind, EvidenceKind::Concept | EvidenceKind::Prediction)
}

/// One piece of the challenge's evidence with what is known of it.
struct Piece<'a> {
    id: &'a EvidenceId,
    kind: EvidenceKind,
    title: &'a str,
    earns: Tier,
    state: State,
    lines: String,
    quote: Option<&'a str>,
}

/// All evidence that counts, in the challenge's order: cases, idioms, concepts, the prediction.
fn considered<'a>(challenge: &'a Challenge, gathered: &'a [Evidence], asked: Asked) -> Vec<Piece<'a>> {
    let cases = challenge.cases.iter().map(|spec| (&spec.id, EvidenceKind::Case, &spec.title, spec.earns));
    let idioms = challenge.idioms.iter().map(|spec| (&spec.id, EvidenceKind::Idiom, &spec.title, spec.earns));
    let concepts =
        challenge.concepts.iter().map(|spec| (&spec.id, EvidenceKind::Concept, &spec.title, spec.earns));
    let foretold =
        challenge.prediction.iter().map(|spec| (&spec.id, EvidenceKind::Prediction, &spec.title, spec.earns));
    let words = |kind| matches!(kind, EvidenceKind::Concept | EvidenceKind::Prediction);
    cases
        .chain(idioms)
        .chain(concepts)
        .chain(foretold)
        .filter(|(_, kind, ..)| is_asked(*kind, asked))
        .map(|(id, kind, title, earns)| {
            let found = gathered.iter().find(|piece| piece.kind == kind && &piece.id == id);
            let unknown = if words(kind) { State::Unheard } else { State::Unmet };
            Piece {
                id,
                kind,
                title,
                earns,
                state: found.map_or(unknown, |piece| piece.state),
                lines: found.map_or_else(String::new, |piece| line_words(&piece.lines, &piece.elsewhere)),
                quote: found.and_then(|piece| piece.quote.as_deref()),
            }
        })
        .collect()
}

fn score(pieces: &[Piece<'_>], loaded: bool, counts: &dyn Fn(State) -> bool) -> Score {
    let some_core_case = pieces
        .iter()
        .any(|piece| piece.kind == EvidenceKind::Case && piece.earns == Tier::Maybe && counts(piece.state));
    if !loaded || !some_core_case {
        return Score::StrongNo;
    }
    let whole =
        |tier: &Tier| pieces.iter().filter(|piece| piece.earns == *tier).all(|piece| counts(piece.state));
    Tier::ALL.into_iter().take_while(whole).last().map_or(Score::No, Tier::score)
}

/// The tier whose evidence lifts a score to the next; [`None`] at the top.
fn next_tier(score: Score) -> Option<Tier> {
    match score {
        Score::StrongNo | Score::No => Some(Tier::Maybe),
        Score::Maybe => Some(Tier::Yes),
        Score::Yes => Some(Tier::StrongYes),
        Score::StrongYes => None,
    }
}

/// What is not met up to the floor's next score, and what is unmet up to the ceiling's.
fn missing(pieces: &[Piece<'_>], floor: Score, ceiling: Score) -> Vec<EvidenceId> {
    let within = |piece: &Piece<'_>, score| next_tier(score).is_some_and(|tier| piece.earns <= tier);
    pieces
        .iter()
        .filter(|piece| match piece.state {
            State::Met => false,
            State::Unheard => within(piece, floor),
            State::Unmet => within(piece, floor) || within(piece, ceiling),
        })
        .map(|piece| piece.id.clone())
        .collect()
}

fn reasons(pieces: &[Piece<'_>], load_failure: Option<&LoadFailure>, ceiling: Score) -> Vec<String> {
    if let Some(failure) = load_failure {
        return vec![sentence(&format!("The answer does not load: {}", clean(&failure.message)))];
    }
    let mut out = Vec::new();
    for tier in Tier::ALL {
        let of_tier: Vec<&Piece<'_>> = pieces.iter().filter(|piece| piece.earns == tier).collect();
        if of_tier.is_empty() {
            continue;
        }
        out.push(summary(tier, &of_tier));
        out.extend(of_tier.iter().filter_map(|piece| reason(piece)));
        // What stands above the first tier that is certainly broken cannot change the range.
        if ceiling < tier.score() {
            break;
        }
    }
    out
}

fn summary(tier: Tier, pieces: &[&Piece<'_>]) -> String {
    let met = pieces.iter().filter(|piece| piece.state == State::Met).count();
    let name = capitalised(tier.word());
    let cases = pieces.iter().filter(|piece| piece.kind == EvidenceKind::Case);
    let no_case = tier == Tier::Maybe && cases.clone().all(|piece| piece.state == State::Unmet);
    if no_case {
        return "No core case holds: that is a Strong No, whatever else does.".to_owned();
    }
    match (met, pieces.len()) {
        (met, all) if met < all => format!("{name}: {met} of {all} hold."),
        (_, 1) => format!("{name}: the only piece of evidence holds."),
        (_, all) => format!("{name}: all {all} hold."),
    }
}

fn reason(piece: &Piece<'_>) -> Option<String> {
    let title = piece.title.trim_end_matches('.');
    match piece.state {
        State::Met => None,
        State::Unheard => Some(sentence(&format!("Unheard: {title}"))),
        State::Unmet => {
            let at = if piece.lines.is_empty() { String::new() } else { format!(" ({})", piece.lines) };
            let why = piece.quote.map_or_else(String::new, |quote| format!(": {}", clean(quote)));
            Some(sentence(&format!("Not met: {title}{at}{why}")))
        }
    }
}

/// `line 3`, `lines 3 and 5`, `lines 3, 5, ...`, and where only other files than the main one show it
/// `shop/stock.py line 3`; empty for none.
#[must_use]
pub fn line_words(lines: &[u32], elsewhere: &[(String, u32)]) -> String {
    match lines {
        [] => match elsewhere {
            [] => String::new(),
            [(file, line)] => format!("{} line {line}", shorten(&clean(file), PATH_WIDTH)),
            [(file, line), ..] => format!("{} line {line}, ...", shorten(&clean(file), PATH_WIDTH)),
        },
        [one] => format!("line {one}"),
        [one, two] => format!("lines {one} and {two}"),
        [one, two, three] => format!("lines {one}, {two} and {three}"),
        [one, two, ..] => format!("lines {one}, {two}, ..."),
    }
}

fn capitalised(word: &str) -> String {
    let mut characters = word.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

fn sentence(text: &str) -> String {
    if text.ends_with(['.', '!', '?']) { text.to_owned() } else { format!("{text}.") }
}

/// The misconceptions that fit, the most specific first.
fn fitting(misconceptions: &[Misconception], pieces: &[Piece<'_>]) -> Vec<Named> {
    let all = |ids: &[EvidenceId], state| {
        ids.iter().all(|id| pieces.iter().any(|piece| piece.id == id && piece.state == state))
    };
    let mut found: Vec<&Misconception> = misconceptions
        .iter()
        .filter(|one| !one.unmet.is_empty() && all(&one.unmet, State::Unmet) && all(&one.met, State::Met))
        .collect();
    // A stable sort: equally specific ones keep the manifest's order.
    found.sort_by_key(|one| std::cmp::Reverse(one.unmet.len() + one.met.len()));
    found
        .into_iter()
        .map(|one| Named { id: one.id.clone(), title: one.title.clone(), text: one.text.clone() })
        .collect()
}

/// Questions in the order in which they help: what is unheard and keeps the range open, what is unmet, what else is
/// unheard, then the rest; within each the lowest tier first, then the manifest's order.
fn questions(
    challenge: &Challenge,
    pieces: &[Piece<'_>],
    prediction: Option<&Prediction>,
    ceiling: Score,
) -> Vec<Question> {
    let rank = |follow_up: &FollowUp| {
        let best = |state| {
            let closed =
                pieces.iter().filter(|piece| piece.state == state && follow_up.closes.contains(piece.id));
            closed.map(|piece| piece.earns).min()
        };
        match (best(State::Unheard), best(State::Unmet)) {
            (Some(tier), _) if tier.score() <= ceiling => (0, Some(tier)),
            (_, Some(tier)) => (1, Some(tier)),
            (Some(tier), None) => (2, Some(tier)),
            (None, None) => (3, None),
        }
    };
    let mut ordered: Vec<&FollowUp> = challenge.follow_ups.iter().collect();
    ordered.sort_by_key(|follow_up| rank(follow_up));
    let open = |id: &EvidenceId| pieces.iter().any(|piece| piece.id == id && piece.state != State::Met);
    let written = ordered.into_iter().map(|follow_up| Question {
        question: follow_up.question.clone(),
        listen_for: follow_up.listen_for.clone(),
        closes: follow_up.closes.iter().filter(|id| open(id)).cloned().collect(),
    });
    unheard_prediction(challenge, pieces, prediction).into_iter().chain(written).collect()
}

/// A prediction that nobody made can be asked for in words, when no question of the challenge does.
fn unheard_prediction(
    challenge: &Challenge,
    pieces: &[Piece<'_>],
    prediction: Option<&Prediction>,
) -> Option<Question> {
    let piece = pieces
        .iter()
        .find(|piece| piece.kind == EvidenceKind::Prediction && piece.state == State::Unheard)?;
    if challenge.follow_ups.iter().any(|follow_up| follow_up.closes.contains(piece.id)) {
        return None;
    }
    let printed = prediction?.printed.split_whitespace().collect::<Vec<_>>().join(" ");
    Some(Question {
        question: "Before anything runs: what does the snippet print?".to_owned(),
        listen_for: format!("`{}`", shorten(&clean(&printed), PRINTED_WIDTH)),
        closes: vec![piece.id.clone()],
    })
}

#[cfg(test)]
mod tests;
