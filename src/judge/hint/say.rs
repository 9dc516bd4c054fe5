//! The one thing that matters most about an answer, in a sentence that an interviewer could say aloud.
//!
//! It is found at the lowest tier that is broken: a misconception that explains a miss there, else the first miss.
//! The challenge's own words (`say`) come first; without them a sentence is made of what the manifest has. Where
//! nothing is broken, what was not heard is asked for. Must not change the range.

use super::{Piece, sentence};
use crate::judge::escape::clean;
use crate::model::challenge::Challenge;
use crate::model::evidence::{EvidenceKind, Named, Question, State};
use crate::model::grade::LoadFailure;
use crate::model::id::EvidenceId;
use crate::model::score::{Score, Tier};

/// Bytes below which a sentence of a misconception says too little by itself.
const ENOUGH: usize = 60;

/// The sentence; empty for an answer that lacks nothing.
pub(super) fn say(
    challenge: &Challenge,
    pieces: &[Piece<'_>],
    load_failure: Option<&LoadFailure>,
    range: (Score, Score),
    fitting: &[Named],
    questions: &[Question],
) -> String {
    if let Some(failure) = load_failure {
        return sentence(&format!("The answer does not load: {}", clean(&failure.message)));
    }
    let unmet = |piece: &&Piece<'_>| piece.state == State::Unmet;
    match pieces.iter().filter(unmet).map(|piece| piece.earns).min() {
        Some(tier) if range.1 < tier.score() => of_misses(challenge, pieces, tier, fitting),
        _ if range.0 == Score::StrongYes => String::new(),
        _ => of_silence(challenge, pieces, questions),
    }
}

/// What an answer gets wrong at its lowest broken tier.
fn of_misses(challenge: &Challenge, pieces: &[Piece<'_>], tier: Tier, fitting: &[Named]) -> String {
    let missed: Vec<&Piece<'_>> =
        pieces.iter().filter(|piece| piece.earns == tier && piece.state == State::Unmet).collect();
    // Of those that fit, the one that explains the first miss; among several the most specific, which a hint names first.
    let explains = |id: &EvidenceId| {
        let of_hint = fitting.iter().filter_map(|named| {
            challenge.misconceptions.iter().find(|one| one.id == named.id && one.unmet.contains(id))
        });
        of_hint.into_iter().next()
    };
    if let Some(named) = missed.iter().find_map(|piece| explains(piece.id)) {
        return named.say.clone().unwrap_or_else(|| opening(&named.text));
    }
    let Some(first) = missed.first() else { return String::new() };
    let all = pieces.iter().filter(|piece| piece.earns == tier && piece.kind == EvidenceKind::Case).count();
    let cases = missed.iter().filter(|piece| piece.kind == EvidenceKind::Case).count();
    if tier == Tier::Maybe && cases == all {
        let first = first.title.trim_end_matches('.');
        return format!("None of the core works yet; I would begin with the easiest part: \"{first}\".");
    }
    own(challenge, first.id).unwrap_or_else(|| made(first))
}

/// The challenge's own sentence for a piece of evidence.
fn own(challenge: &Challenge, id: &EvidenceId) -> Option<String> {
    let cases = challenge.cases.iter().map(|one| (&one.id, &one.say));
    let idioms = challenge.idioms.iter().map(|one| (&one.id, &one.say));
    let concepts = challenge.concepts.iter().map(|one| (&one.id, &one.say));
    let foretold = challenge.prediction.iter().map(|one| (&one.id, &one.say));
    let mut all = cases.chain(idioms).chain(concepts).chain(foretold);
    all.find(|(other, _)| *other == id).and_then(|(_, say)| say.clone())
}

/// A sentence made of a title, which names the behaviour that is wanted.
fn made(piece: &Piece<'_>) -> String {
    let title = piece.title.trim_end_matches('.');
    match piece.kind {
        EvidenceKind::Prediction => {
            "The output was foretold wrong; I would ask to go through it again, line by line.".to_owned()
        }
        _ => format!("One thing does not hold yet: \"{title}\"."),
    }
}

/// Nothing is wrong, and something was not said: the question that would settle most.
fn of_silence(challenge: &Challenge, pieces: &[Piece<'_>], questions: &[Question]) -> String {
    let unheard: Vec<&Piece<'_>> = pieces.iter().filter(|piece| piece.state == State::Unheard).collect();
    let Some(first) = unheard.iter().min_by_key(|piece| piece.earns) else { return String::new() };
    if let Some(say) = own(challenge, first.id) {
        return say;
    }
    let asks = |question: &&Question| question.closes.contains(first.id);
    match questions.iter().find(asks) {
        Some(question) => format!("Nothing in the code is missing; I would ask: {}", question.question),
        None => format!(
            "Nothing in the code is missing; not heard yet: \"{}\".",
            first.title.trim_end_matches('.')
        ),
    }
}

/// The first sentence, and as many more as it takes to say something.
fn opening(text: &str) -> String {
    let mut end = 0;
    while end < ENOUGH && end < text.len() {
        end += first_sentence(&text[end..]);
    }
    sentence(text[..end].trim())
}

/// The length of the first sentence in bytes: `e.g.` and `1.5` end none, nor does a full stop within backticks.
fn first_sentence(text: &str) -> usize {
    let mut code = false;
    for (at, character) in text.char_indices() {
        code ^= character == '`';
        let after = at + character.len_utf8();
        let next = text[after..].strip_prefix(' ').and_then(|rest| rest.chars().next());
        if !code
            && matches!(character, '.' | '!' | '?')
            && next.is_some_and(|next| next.is_uppercase() || next == '`')
        {
            return after;
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::fixture;
    use crate::judge::hint::suggest;
    use crate::model::evidence::Asked;

    fn said(states: &[(&str, State)]) -> String {
        let challenge = fixture::challenge();
        suggest(&challenge, &fixture::evidence(&challenge, states), None, None, Asked::All).say
    }

    #[test]
    fn the_lowest_broken_tier_speaks_and_a_misconception_first() {
        let swallowed = "Returns None after the last attempt. The caller then takes a failure for a result.";
        assert_eq!(said(&[("raises_it", State::Unmet)]), swallowed);
        let metadata = "One thing does not hold yet: \"Keeps name and docstring\".";
        assert_eq!(said(&[("keeps_metadata", State::Unmet), ("methods_work", State::Unmet)]), metadata);
        assert_eq!(said(&[("keeps_metadata", State::Unmet), ("foretells", State::Unheard)]), metadata);
    }

    #[test]
    fn where_nothing_is_broken_the_question_that_settles_most_is_asked() {
        let asked = "Nothing in the code is missing; I would ask: How long would you wait?";
        assert_eq!(said(&[("back_off", State::Unheard)]), asked);
        assert_eq!(said(&[]), "");
    }

    #[test]
    fn the_challenges_own_words_come_first() {
        let mut challenge = fixture::challenge();
        challenge.cases[3].say = Some("The name is lost.".to_owned());
        challenge.misconceptions[1].say = Some("You lose the error.".to_owned());
        let of = |id| {
            let evidence = fixture::evidence(&challenge, &[(id, State::Unmet)]);
            suggest(&challenge, &evidence, None, None, Asked::All).say
        };
        assert_eq!([of("keeps_metadata"), of("raises_it")], ["The name is lost.", "You lose the error."]);
    }

    #[test]
    fn a_sentence_ends_where_another_begins() {
        let first = |text: &'static str| &text[..first_sentence(text)];
        assert_eq!(first("One, e.g. this. `Two` is next."), "One, e.g. this.");
        assert_eq!(first("`a. B` is code. Then more."), "`a. B` is code.");
        assert_eq!(
            opening("Short. Then more. Then still more, until enough is said of it. And on."),
            "Short. Then more. Then still more, until enough is said of it."
        );
        assert_eq!(opening("Only one"), "Only one.");
    }
}
