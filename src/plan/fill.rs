//! What fills the slots of a plan: challenges that fit the minutes and the level, questions from easy to hard.
//!
//! Everything is decided by weights and one sequence of numbers for each slot. Must not know templates as files.

use std::sync::Arc;

use super::draw::{Asked, Given, PlanError, Planned};
use super::mix::Mix;
use super::rng::Rng;
use super::template::{Code, Slot, Source};
use crate::judge::locate::counted;
use crate::model::challenge::{Challenge, FollowUp, Kind, Level};
use crate::model::id::ChallengeId;
use crate::model::score::Tier;

/// Characters of a question that can be said in one breath.
const BREATH: usize = 120;
/// How much more likely a challenge of the level itself is than one of the level below.
const LEVEL_WEIGHTS: (u64, u64) = (12, 1);
/// Each time something was drawn of a category, another of it becomes so many times less likely.
const AGAIN: u64 = 4;

/// A question that could be drawn.
#[derive(Debug, Clone)]
struct Candidate {
    challenge: Arc<Challenge>,
    /// Its place among the challenge's questions.
    index: usize,
    /// From 1 to 5.
    difficulty: u32,
}

/// What was drawn so far.
pub(super) struct Fill<'a> {
    bank: &'a [Arc<Challenge>],
    level: Level,
    mix: &'a Mix,
    seed: u64,
    given: Vec<Arc<Challenge>>,
    asked: Vec<(ChallengeId, usize)>,
    categories: Vec<String>,
}

impl<'a> Fill<'a> {
    pub fn new(bank: &'a [Arc<Challenge>], level: Level, mix: &'a Mix, seed: u64) -> Self {
        Self { bank, level, mix, seed, given: Vec::new(), asked: Vec::new(), categories: Vec::new() }
    }

    /// Challenges for a slot, with their minutes within it.
    pub fn code(&mut self, index: usize, slot: &Slot, planned: &Planned) -> Result<Vec<Given>, PlanError> {
        let mut rng = Rng::of(self.seed, index);
        let mut left = planned.to - planned.from;
        let mut drawn: Vec<Arc<Challenge>> = Vec::new();
        for (number, code) in slot.code.iter().enumerate() {
            // Those that come after it must find room too.
            let later: u32 = slot.code[number + 1..].iter().filter_map(|code| self.shortest(code)).sum();
            let minutes = left.saturating_sub(later).min(code.minutes_max.unwrap_or(u32::MAX));
            let weighted: Vec<(Arc<Challenge>, u64)> = (self.fitting(code).into_iter())
                .filter(|challenge| challenge.minutes <= minutes)
                .map(|challenge| (Arc::clone(&challenge), self.weight(&challenge)))
                .collect();
            let Some(challenge) = rng.weighted(&weighted).cloned() else {
                let (slot, from, to) = (slot.title.clone(), planned.from, planned.to);
                return Err(PlanError::NoChallenge { slot, from, to, why: self.why_none(code, minutes) });
            };
            left -= challenge.minutes;
            self.categories.push(challenge.category.clone());
            self.given.push(Arc::clone(&challenge));
            drawn.push(challenge);
        }
        Ok(placed(slot, planned, drawn))
    }

    /// Challenges of the right kind, category and level that were not drawn yet.
    fn fitting(&self, code: &Code) -> Vec<Arc<Challenge>> {
        let fits = |challenge: &&Arc<Challenge>| {
            is_kind(code, challenge.kind)
                && self.mix.weight(&challenge.category) > 0
                && level_weight(self.level, challenge.level) > 0
                && self.given.iter().all(|given| given.id != challenge.id)
        };
        self.bank.iter().filter(fits).cloned().collect()
    }

    fn shortest(&self, code: &Code) -> Option<u32> {
        self.fitting(code).iter().map(|challenge| challenge.minutes).min()
    }

    /// What the mix and the level say, for a challenge that uses the time: a long one rather than a short one.
    fn weight(&self, challenge: &Challenge) -> u64 {
        let share = u64::from(self.mix.weight(&challenge.category)) * u64::from(challenge.minutes).pow(2);
        self.fresh(&challenge.category, share * level_weight(self.level, challenge.level))
    }

    /// A weight less what was drawn of the category before; never nothing where there was something.
    fn fresh(&self, category: &str, weight: u64) -> u64 {
        let times = self.categories.iter().filter(|drawn| *drawn == category).count();
        let spread = weight * AGAIN.pow(6) / AGAIN.pow(times.min(6) as u32);
        if weight > 0 { spread.max(1) } else { 0 }
    }

    /// What is left of the bank, condition by condition.
    fn why_none(&self, code: &Code, minutes: u32) -> String {
        let mut left: Vec<&Arc<Challenge>> = self.bank.iter().collect();
        let mut told = format!("the bank holds {}", counted(left.len(), "challenge").replace("0 c", "no c"));
        let kinds: Vec<String> = code.kinds.iter().map(|kind| format!("{kind:?}").to_lowercase()).collect();
        let mut step = |words: &str, holds: &dyn Fn(&Challenge) -> bool| {
            let before = left.len();
            left.retain(|challenge| holds(challenge));
            match (before, left.len()) {
                // What goes on being so, or is over, need not be told.
                (before, after) if before == after => {}
                (_, 0) => told.push_str(&format!(", none of them {words}")),
                (_, after) => told.push_str(&format!(", {after} of them {words}")),
            }
        };
        if !kinds.is_empty() {
            step(&format!("to {}", kinds.join(" or ")), &|challenge| is_kind(code, challenge.kind));
        }
        step("of the categories asked for", &|challenge| self.mix.weight(&challenge.category) > 0);
        let level = format!("{:?}", self.level).to_lowercase();
        let near =
            if self.level == Level::Beginner { String::new() } else { " or one level below".to_owned() };
        step(&format!("for level {level}{near}"), &|challenge| level_weight(self.level, challenge.level) > 0);
        step("not in the plan already", &|challenge| self.given.iter().all(|given| given.id != challenge.id));
        match left.iter().map(|challenge| challenge.minutes).min() {
            None => told,
            Some(shortest) => {
                format!("{told}; the shortest needs {shortest} minutes, and there are {minutes}")
            }
        }
    }

    /// Questions for a slot, `wanted` at least and at most, from easy to hard.
    pub fn questions(
        &mut self,
        index: usize,
        slot: &Slot,
        wanted: (usize, usize),
        slots: &[Planned],
    ) -> Result<Vec<Asked>, PlanError> {
        let source = slot.from.unwrap_or(Source::Bank);
        let (easiest, hardest) = bounds(self.level, slot);
        let before: Vec<&Arc<Challenge>> = slots[..index]
            .iter()
            .flat_map(|planned| planned.challenges.iter().map(|given| &given.challenge))
            .collect();
        let mut pool = match source {
            Source::Bank => self.alone(),
            Source::Code => before.iter().flat_map(|challenge| all_of(challenge)).collect(),
        };
        let mut rng = Rng::of(!self.seed, index);
        let mut drawn: Vec<Candidate> = Vec::new();
        while drawn.len() < wanted.1 {
            pool.retain(|one| !self.asked.contains(&(one.challenge.id.clone(), one.index)));
            let target = target(easiest, hardest, drawn.len(), wanted.1);
            let Some(one) = self.nearest_to(target, &pool, &mut rng) else { break };
            self.asked.push((one.challenge.id.clone(), one.index));
            self.categories.push(one.challenge.category.clone());
            drawn.push(one);
        }
        if drawn.len() < wanted.0 {
            let why = self.why_few(source, &before);
            let (found, wanted) = (drawn.len(), wanted.0);
            let (slot, from, to) = (slot.title.clone(), slots[index].from, slots[index].to);
            return Err(PlanError::FewQuestions { slot, from, to, wanted, found, why });
        }
        // Where there was none of the difficulty sought, a later one may be easier; a stable sort keeps the rest.
        drawn.sort_by_key(|one| one.difficulty);
        Ok(drawn.iter().map(Candidate::asked).collect())
    }

    /// The short questions of the bank that can be asked by themselves, but for challenges of the plan.
    fn alone(&self) -> Vec<Candidate> {
        let open = |challenge: &&Arc<Challenge>| {
            self.mix.weight(&challenge.category) > 0
                && self.given.iter().all(|given| given.id != challenge.id)
        };
        let short = |one: &Candidate| {
            let follow_up = one.follow_up();
            follow_up.alone && follow_up.question.chars().count() <= BREATH
        };
        self.bank.iter().filter(open).flat_map(all_of).filter(short).collect()
    }

    /// One of those whose difficulty is nearest to the one sought, best of a challenge that was not asked about.
    fn nearest_to(&self, target: f64, pool: &[Candidate], rng: &mut Rng) -> Option<Candidate> {
        let asked = |one: &Candidate| self.asked.iter().filter(|(id, _)| *id == one.challenge.id).count();
        let least = pool.iter().map(asked).min()?;
        let unasked: Vec<&Candidate> = pool.iter().filter(|one| asked(one) == least).collect();
        let far = |one: &Candidate| (f64::from(one.difficulty) - target).abs();
        let nearest = unasked.iter().map(|one| far(one)).fold(f64::INFINITY, f64::min);
        let weighted: Vec<(Candidate, u64)> = unasked
            .into_iter()
            .filter(|one| far(one) <= nearest + 0.25)
            .map(|one| {
                let share = u64::from(self.mix.weight(&one.challenge.category)).max(1);
                (one.clone(), self.fresh(&one.challenge.category, share))
            })
            .collect();
        rng.weighted(&weighted).cloned()
    }

    fn why_few(&self, source: Source, before: &[&Arc<Challenge>]) -> String {
        match source {
            Source::Code => {
                let names: Vec<&str> = before.iter().map(|challenge| challenge.id.as_str()).collect();
                format!("they are drawn from {}", names.join(" and "))
            }
            Source::Bank => format!(
                "they are drawn from {} of the bank in the categories asked for, where `[[follow_up]]` says \
                 `alone = true` in at most {BREATH} characters",
                counted(
                    self.bank.iter().filter(|one| self.mix.weight(&one.category) > 0).count(),
                    "challenge"
                )
            ),
        }
    }
}

impl Candidate {
    fn follow_up(&self) -> &FollowUp {
        &self.challenge.follow_ups[self.index]
    }

    fn asked(&self) -> Asked {
        let follow_up = self.follow_up();
        Asked {
            question: follow_up.question.clone(),
            listen_for: follow_up.listen_for.clone(),
            of: Some((Arc::clone(&self.challenge), self.difficulty)),
        }
    }
}

fn all_of(challenge: &Arc<Challenge>) -> Vec<Candidate> {
    let one = |(index, follow_up)| Candidate {
        challenge: Arc::clone(challenge),
        index,
        difficulty: difficulty(challenge, follow_up),
    };
    challenge.follow_ups.iter().enumerate().map(one).collect()
}

/// From 1 to 5: the challenge's level, and the highest tier that the question speaks to; a general one is solid.
fn difficulty(challenge: &Challenge, follow_up: &FollowUp) -> u32 {
    let earns = |id| {
        let cases = challenge.cases.iter().map(|case| (&case.id, case.earns));
        let idioms = challenge.idioms.iter().map(|idiom| (&idiom.id, idiom.earns));
        let concepts = challenge.concepts.iter().map(|concept| (&concept.id, concept.earns));
        let foretold = challenge.prediction.iter().map(|prediction| (&prediction.id, prediction.earns));
        let mut all = cases.chain(idioms).chain(concepts).chain(foretold);
        all.find(|(other, _)| *other == id).map(|(_, earns)| earns)
    };
    let highest = follow_up.closes.iter().filter_map(earns).max().unwrap_or(Tier::Yes);
    1 + rank(challenge.level) + highest as u32
}

fn rank(level: Level) -> u32 {
    match level {
        Level::Beginner => 0,
        Level::Intermediate => 1,
        Level::Senior => 2,
    }
}

/// The easiest and the hardest question of a slot.
fn bounds(level: Level, slot: &Slot) -> (u32, u32) {
    let (easiest, hardest) = match level {
        Level::Beginner => (1, 3),
        Level::Intermediate => (1, 4),
        Level::Senior => (2, 5),
    };
    let easiest = slot.easiest.unwrap_or_else(|| easiest.min(slot.hardest.unwrap_or(easiest)));
    (easiest, slot.hardest.unwrap_or(hardest).max(easiest))
}

/// The difficulty to seek for the question `at` of `count`: evenly from the easiest to the hardest.
fn target(easiest: u32, hardest: u32, at: usize, count: usize) -> f64 {
    let part = if count > 1 { at as f64 / (count - 1) as f64 } else { 0.0 };
    f64::from(easiest) + f64::from(hardest - easiest) * part
}

/// A project is for home: it is given only where a template asks for one.
fn is_kind(code: &Code, kind: Kind) -> bool {
    if code.kinds.is_empty() { kind != Kind::Project } else { code.kinds.contains(&kind) }
}

/// How well a challenge's level suits a candidate's; nothing harder, and nothing two levels below.
fn level_weight(wanted: Level, level: Level) -> u64 {
    match rank(wanted).checked_sub(rank(level)) {
        Some(0) => LEVEL_WEIGHTS.0,
        Some(1) => LEVEL_WEIGHTS.1,
        _ => 0,
    }
}

/// Challenges with their minutes within the slot: what is left over is shared out in proportion.
fn placed(slot: &Slot, planned: &Planned, drawn: Vec<Arc<Challenge>>) -> Vec<Given> {
    let needs: Vec<u32> = drawn.iter().map(|challenge| challenge.minutes).collect();
    let mut from = planned.from;
    let lengths = shared_out(planned.to - planned.from, &needs);
    let given = slot.code.iter().zip(drawn).zip(lengths).map(|((code, challenge), length)| {
        let title = code.title.clone().unwrap_or_default();
        let given = Given { title, from, to: from + length, challenge };
        from += length;
        given
    });
    given.collect()
}

/// Shares `whole` out in proportion to `parts`, none of which gets nothing. There are at most `whole` parts.
pub(super) fn shared_out(whole: u32, parts: &[u32]) -> Vec<u32> {
    let all: u32 = parts.iter().sum();
    if all == 0 {
        return Vec::new();
    }
    let mut out: Vec<u32> = parts.iter().map(|part| (whole * part / all).max(1)).collect();
    // What rounding left goes to the parts that lack most of their share, what it took comes from the longest.
    while out.iter().sum::<u32>() < whole {
        let lacks = |at: &usize| i64::from(whole * parts[*at]) - i64::from(out[*at] * all);
        let Some(most) = (0..out.len()).rev().max_by_key(lacks) else { break };
        out[most] += 1;
    }
    while out.iter().sum::<u32>() > whole {
        let Some(longest) = (0..out.len()).max_by_key(|at| out[*at]) else { break };
        out[longest] -= 1;
    }
    out
}
