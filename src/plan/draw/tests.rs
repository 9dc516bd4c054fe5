//! What a plan holds, that a seed is a plan, and what is said when the bank cannot fill one.

use std::collections::HashSet;
use std::sync::OnceLock;

use proptest::prelude::*;

use super::*;
use crate::bank::Bank;
use crate::model::challenge::Kind;
use crate::plan::find::Shelf;

fn bank() -> Vec<Arc<Challenge>> {
    static BANK: OnceLock<Vec<Arc<Challenge>>> = OnceLock::new();
    let read = || {
        let bank = Bank::embedded();
        bank.ids().iter().map(|id| bank.get(id.as_str()).expect("the built-in bank loads")).collect()
    };
    BANK.get_or_init(read).clone()
}

fn template(name: &str) -> Template {
    Shelf::open(None).and_then(|shelf| shelf.template(name)).expect("a built-in template")
}

fn wish(seed: u64) -> Wish {
    Wish { level: None, mix: Mix::default(), minutes: None, seed }
}

const LEVELS: [Level; 3] = [Level::Beginner, Level::Intermediate, Level::Senior];

#[test]
fn the_screens_agenda_is_the_one_of_its_specification() {
    let plan = draw(&template("screen-30"), &bank(), &wish(7)).expect("the bank fills it");
    let agenda: Vec<(u32, u32)> = plan.slots.iter().map(|slot| (slot.from, slot.to)).collect();
    assert_eq!(agenda, [(0, 2), (2, 10), (10, 22), (22, 28), (28, 30)]);
    assert_eq!(plan.slots[2].challenges.len(), 1);
    assert!(plan.slots[1].questions.len() >= 5);
}

#[test]
fn the_interviews_agenda_is_the_one_of_its_specification() {
    let plan = draw(&template("technical-60"), &bank(), &wish(7)).expect("the bank fills it");
    let agenda: Vec<(u32, u32)> = plan.slots.iter().map(|slot| (slot.from, slot.to)).collect();
    assert_eq!(agenda, [(0, 5), (5, 20), (20, 40), (40, 50), (50, 55), (55, 60)]);
    assert!((4..=5).contains(&plan.slots[1].questions.len()));
}

#[test]
fn every_plan_of_every_level_holds_what_its_template_says() {
    let bank = bank();
    for (name, level, seed) in ["screen-30", "technical-60"]
        .into_iter()
        .flat_map(|name| LEVELS.map(|level| (name, level)))
        .flat_map(|(name, level)| (0..40).map(move |seed| (name, level, seed)))
    {
        let wish = Wish { level: Some(level), ..wish(seed) };
        let plan = draw(&template(name), &bank, &wish).unwrap_or_else(|error| panic!("{level:?}: {error}"));
        for slot in &plan.slots {
            let minutes: u32 = slot.challenges.iter().map(|given| given.challenge.minutes).sum();
            assert!(minutes <= slot.to - slot.from, "{name} {level:?} {seed}");
            assert!(slot.challenges.iter().all(|given| given.challenge.level <= level));
            let ends: Vec<u32> = slot.challenges.iter().map(|given| given.to).collect();
            assert!(ends.is_empty() || ends.last() == Some(&slot.to));
            let hard: Vec<u32> =
                slot.questions.iter().filter_map(|asked| Some(asked.of.as_ref()?.1)).collect();
            assert!(hard.is_sorted(), "they escalate: {hard:?}");
        }
        let given: Vec<&Challenge> =
            plan.slots.iter().flat_map(|slot| &slot.challenges).map(|given| &*given.challenge).collect();
        if name == "technical-60" {
            assert!(given.len() == 2 && given[0].kind == Kind::Write && given[1].kind != Kind::Write);
        }
        let rapid = &plan.slots[1].questions;
        let of: HashSet<&str> =
            rapid.iter().filter_map(|asked| Some(asked.of.as_ref()?.0.id.as_str())).collect();
        assert_eq!(of.len(), rapid.len(), "each question is of another challenge");
        assert!(given.iter().all(|one| !of.contains(one.id.as_str())), "nothing is given away");
        let all: Vec<&str> =
            plan.slots.iter().flat_map(|slot| &slot.questions).map(|asked| asked.question.as_str()).collect();
        assert_eq!(all.iter().collect::<HashSet<_>>().len(), all.len(), "nothing is asked twice");
    }
}

#[test]
fn a_seed_is_a_plan_and_another_seed_another() {
    let (bank, template) = (bank(), template("technical-60"));
    let of = |seed| draw(&template, &bank, &wish(seed)).expect("the bank fills it").slots;
    assert_eq!(of(7), of(7));
    let mut turned = bank.clone();
    turned.reverse();
    assert_eq!(draw(&template, &turned, &wish(7)).expect("the bank fills it").slots, of(7));
    let different = (0..20).filter(|seed| of(*seed) != of(7)).count();
    assert!(different >= 18, "{different}");
}

#[test]
fn a_mix_decides_which_categories_come() {
    let (bank, template) = (bank(), template("screen-30"));
    let mix = Mix::only(vec![("Functions and decorators".to_owned(), 1)]);
    let plan = draw(&template, &bank, &Wish { mix, ..wish(3) }).expect("the bank fills it");
    assert_eq!(plan.slots[2].challenges[0].challenge.category, "Functions and decorators");
    let of = plan.slots[1].questions.iter().filter_map(|asked| Some(asked.of.as_ref()?.0.category.as_str()));
    assert!(of.into_iter().all(|category| category == "Functions and decorators"));
}

#[test]
fn minutes_stretch_the_whole_and_its_questions() {
    let (bank, template) = (bank(), template("screen-30"));
    let plan = draw(&template, &bank, &Wish { minutes: Some(45), ..wish(7) }).expect("the bank fills it");
    assert_eq!((plan.slots[0].from, plan.slots[4].to), (0, 45));
    assert_eq!(plan.slots[1].questions.len(), 9);
    let short = draw(&template, &bank, &Wish { minutes: Some(3), ..wish(7) });
    assert!(matches!(short, Err(PlanError::TooShort { slots: 5, .. })));
}

#[test]
fn a_bank_that_cannot_fill_a_slot_is_told_which_and_why() {
    let (bank, screen, hour) = (bank(), template("screen-30"), template("technical-60"));
    let told = |template: &Template, bank: &[Arc<Challenge>], wish: Wish| {
        draw(template, bank, &wish).expect_err("it cannot be filled").to_string()
    };
    let few: Vec<Arc<Challenge>> =
        bank.iter().filter(|one| ["rate-limiter", "lru-cache"].contains(&one.id.as_str())).cloned().collect();
    let senior = Wish { level: Some(Level::Senior), ..wish(1) };
    let one: Vec<Arc<Challenge>> = few.iter().filter(|one| one.minutes > 12).cloned().collect();
    insta::assert_snapshot!(
        [
            told(&screen, &[], wish(1)),
            told(&screen, &one, senior.clone()),
            told(&hour, &few, senior),
            told(&screen, &few, wish(1)),
        ]
        .join("\n")
    );
}

proptest! {
    #[test]
    fn minutes_are_shared_out_to_the_last(parts in proptest::collection::vec(1_u32..240, 1..30), more in 0_u32..400) {
        let whole = parts.len() as u32 + more;
        let out = fill::shared_out(whole, &parts);
        prop_assert_eq!(out.iter().sum::<u32>(), whole);
        prop_assert!(out.iter().all(|part| *part >= 1));
    }

    #[test]
    fn any_wish_ends(seed: u64, minutes in 1_u32..480, level in 0_usize..3) {
        let wish = Wish { level: Some(LEVELS[level]), mix: Mix::default(), minutes: Some(minutes), seed };
        let _ = draw(&template("screen-30"), &few(), &wish);
    }
}

/// A bank that is quick to go through.
fn few() -> Vec<Arc<Challenge>> {
    bank().into_iter().take(6).collect()
}
