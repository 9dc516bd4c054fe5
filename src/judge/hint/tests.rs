//! The scale, the range and what goes with it.
//!
//! Must not know how evidence was gathered.

use proptest::prelude::*;

use super::*;
use crate::judge::fixture::{self, id};
use crate::model::grade::Outcome;

const ALL_MET: [(&str, State); 0] = [];

fn hint(states: &[(&str, State)], asked: Asked) -> Hint {
    let challenge = fixture::challenge();
    let evidence = fixture::evidence(&challenge, states);
    suggest(&challenge, &evidence, None, None, asked)
}

fn range(states: &[(&str, State)], asked: Asked) -> (u8, u8) {
    let hint = hint(states, asked);
    (hint.floor.number(), hint.ceiling.number())
}

#[test]
fn the_scale_goes_by_tiers() {
    assert_eq!(range(&ALL_MET, Asked::All), (5, 5));
    assert_eq!(range(&[("methods_work", State::Unmet)], Asked::All), (4, 4));
    assert_eq!(range(&[("keeps_metadata", State::Unmet)], Asked::All), (3, 3));
    assert_eq!(range(&[("gives_up", State::Unmet)], Asked::All), (2, 2));
    let no_core = [("first_success", State::Unmet), ("gives_up", State::Unmet), ("raises_it", State::Unmet)];
    assert_eq!(range(&no_core, Asked::All), (1, 1));
}

#[test]
fn unheard_words_open_a_range_and_code_alone_closes_it() {
    let unheard = [("back_off", State::Unheard), ("foretells", State::Unheard)];
    assert_eq!(range(&unheard, Asked::All), (2, 5));
    assert_eq!(range(&unheard, Asked::Code), (5, 5));
    assert_eq!(range(&[("foretells", State::Unmet)], Asked::All), (2, 2));
    assert_eq!(range(&[("foretells", State::Unmet)], Asked::Code), (5, 5));
}

#[test]
fn an_answer_that_does_not_load_is_a_one_and_names_no_misconception() {
    let challenge = fixture::challenge();
    let evidence = fixture::evidence(&challenge, &[("gives_up", State::Unmet)]);
    let failure = LoadFailure {
        message: "line 3: '(' was never closed".to_owned(),
        place: None,
        outcome: Outcome::Raised,
    };
    let hint = suggest(&challenge, &evidence, Some(&failure), None, Asked::All);
    assert_eq!((hint.floor, hint.ceiling), (Score::StrongNo, Score::StrongNo));
    assert_eq!(hint.reasons, ["The answer does not load: line 3: '(' was never closed."]);
    assert!(hint.misconceptions.is_empty());
}

#[test]
fn evidence_that_nobody_gathered_never_passes() {
    let challenge = fixture::challenge();
    let hint = suggest(&challenge, &[], None, None, Asked::All);
    assert_eq!((hint.floor, hint.ceiling), (Score::StrongNo, Score::StrongNo));
    let without_one: Vec<Evidence> =
        fixture::evidence(&challenge, &[]).into_iter().filter(|piece| piece.id != id("gives_up")).collect();
    assert_eq!(suggest(&challenge, &without_one, None, None, Asked::All).ceiling, Score::No);
}

#[test]
fn reasons_stop_at_the_tier_that_decides() {
    let hint = hint(&[("keeps_metadata", State::Unmet), ("methods_work", State::Unmet)], Asked::All);
    let wanted = [
        "Core: all 4 hold.",
        "Solid: 2 of 3 hold.",
        "Not met: Keeps name and docstring: name: expected 'f', saw 'wrapper'.",
    ];
    assert_eq!(hint.reasons, wanted);
}

#[test]
fn missing_is_what_the_next_scores_need() {
    let states = [
        ("foretells", State::Unheard),
        ("keeps_metadata", State::Unmet),
        ("methods_work", State::Unmet),
        ("back_off", State::Unheard),
    ];
    let hint = hint(&states, Asked::All);
    assert_eq!((hint.floor.number(), hint.ceiling.number()), (2, 3));
    assert_eq!(hint.missing, [id("keeps_metadata"), id("foretells")]);
}

#[test]
fn the_most_specific_misconception_comes_first() {
    let names = |states: &[(&str, State)]| -> Vec<String> {
        hint(states, Asked::All).misconceptions.iter().map(|named| named.id.to_string()).collect()
    };
    assert_eq!(names(&[("raises_it", State::Unmet)]), ["swallows_the_error", "error_is_lost"]);
    assert_eq!(names(&[("raises_it", State::Unmet), ("first_success", State::Unmet)]), ["error_is_lost"]);
    assert!(names(&ALL_MET).is_empty());
}

#[test]
fn questions_that_close_the_range_come_first() {
    let asked_of = |states: &[(&str, State)], asked| -> Vec<String> {
        hint(states, asked).questions.into_iter().map(|question| question.question).collect()
    };
    let general = "When is retrying wrong?";
    let metadata = "What does `fetch.__name__` print?";
    let back_off = "How long would you wait?";
    let open = [("back_off", State::Unheard)];
    assert_eq!(asked_of(&open, Asked::All), [back_off, general, metadata]);
    assert_eq!(hint(&open, Asked::All).questions[0].closes, [id("back_off")]);
    // Where something solid is unmet, nothing said about the deep can change the range.
    let decided = [("back_off", State::Unheard), ("keeps_metadata", State::Unmet)];
    assert_eq!(asked_of(&decided, Asked::All), [metadata, back_off, general]);
    assert_eq!(asked_of(&decided, Asked::Code), [metadata, general, back_off]);
}

#[test]
fn an_unheard_prediction_can_be_asked_for() {
    let challenge = fixture::challenge();
    let evidence = fixture::evidence(&challenge, &[("foretells", State::Unheard)]);
    let made = Prediction { printed: "8\n8\n".to_owned(), foretold: None };
    let hint = suggest(&challenge, &evidence, None, Some(&made), Asked::All);
    assert_eq!(hint.questions[0].listen_for, "`8 8`");
    assert_eq!(hint.questions[0].closes, [id("foretells")]);
}

fn states() -> impl Strategy<Value = Vec<State>> {
    let state = prop_oneof![Just(State::Met), Just(State::Unmet), Just(State::Unheard)];
    proptest::collection::vec(state, fixture::IDS.len())
}

fn of(states: &[State], asked: Asked) -> Hint {
    let named: Vec<(&str, State)> = fixture::IDS.into_iter().zip(states.iter().copied()).collect();
    hint(&named, asked)
}

proptest! {
    #[test]
    fn the_floor_is_never_above_the_ceiling(states in states(), code in any::<bool>()) {
        let hint = of(&states, if code { Asked::Code } else { Asked::All });
        prop_assert!(hint.floor <= hint.ceiling);
    }

    #[test]
    fn met_evidence_never_lowers(states in states(), which in 0..fixture::IDS.len()) {
        let before = of(&states, Asked::All);
        let mut better = states;
        better[which] = State::Met;
        let after = of(&better, Asked::All);
        prop_assert!(after.floor >= before.floor && after.ceiling >= before.ceiling);
    }

    #[test]
    fn unheard_evidence_only_widens(states in states(), which in 0..fixture::IDS.len()) {
        let before = of(&states, Asked::All);
        let mut quieter = states;
        quieter[which] = State::Unheard;
        let after = of(&quieter, Asked::All);
        prop_assert!(after.floor <= before.floor && after.ceiling >= before.ceiling);
    }

    #[test]
    fn a_hint_is_deterministic(states in states()) {
        prop_assert_eq!(of(&states, Asked::All), of(&states, Asked::All));
    }

    #[test]
    fn below_five_something_is_missing(states in states()) {
        let hint = of(&states, Asked::All);
        prop_assert_eq!(hint.missing.is_empty(), hint.floor == Score::StrongYes);
    }
}
