//! The order of candidates: by floor, then ceiling, then points; ties are ties.
//!
//! Over several challenges the sums count, with nothing for a submission that is missing or was refused. Who has a submission that
//! viva could not grade has no rank: it would be a low one for no fault of theirs. Must not decide scores.

use std::collections::BTreeMap;

use crate::model::batch::{Standing, Submitted};

/// One candidate over all challenges.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ranked {
    /// From 1; [`None`] where something of theirs is ungraded. Candidates of one rank are tied.
    pub rank: Option<usize>,
    /// Who.
    pub candidate: String,
    /// Sum of the floors.
    pub floor: u32,
    /// Sum of the ceilings.
    pub ceiling: u32,
    /// Sum of the points earned.
    pub earned: u32,
    /// Sum of the points possible.
    pub possible: u32,
    /// Their submissions, by challenge.
    pub submissions: Vec<Submitted>,
}

impl Ranked {
    fn of(candidate: String, submissions: Vec<Submitted>) -> Self {
        let range = |one: &Submitted| match one.standing {
            Standing::Graded { floor, ceiling } => (u32::from(floor.number()), u32::from(ceiling.number())),
            _ => (0, 0),
        };
        Self {
            rank: None,
            candidate,
            floor: submissions.iter().map(|one| range(one).0).sum(),
            ceiling: submissions.iter().map(|one| range(one).1).sum(),
            earned: submissions.iter().map(|one| one.earned).sum(),
            possible: submissions.iter().map(|one| one.possible).sum(),
            submissions,
        }
    }

    /// Whether all of it could be judged.
    #[must_use]
    pub fn is_judged(&self) -> bool {
        self.submissions.iter().all(|one| one.standing.is_final())
    }

    fn merit(&self) -> (bool, u32, u32, u32) {
        (self.is_judged(), self.floor, self.ceiling, self.earned)
    }
}

/// All candidates, best first; those without a rank come last, by name.
#[must_use]
pub fn rank(submitted: impl IntoIterator<Item = Submitted>) -> Vec<Ranked> {
    let mut by_candidate: BTreeMap<String, Vec<Submitted>> = BTreeMap::new();
    for one in submitted {
        by_candidate.entry(one.candidate.clone()).or_default().push(one);
    }
    let mut all: Vec<Ranked> =
        by_candidate.into_iter().map(|(candidate, submissions)| Ranked::of(candidate, submissions)).collect();
    // The sort keeps the order of names among equals.
    all.sort_by_key(|one| std::cmp::Reverse(one.merit()));
    for index in 0..all.len() {
        let tied = index.checked_sub(1).filter(|before| all[*before].merit() == all[index].merit());
        let rank = tied.map_or(Some(index + 1), |before| all[before].rank);
        all[index].rank = rank.filter(|_| all[index].is_judged());
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::grade::Fault;
    use crate::model::score::Score;

    fn one(candidate: &str, challenge: &str, standing: Standing, earned: u32) -> Submitted {
        Submitted { candidate: candidate.into(), challenge: challenge.into(), standing, earned, possible: 10 }
    }

    fn graded(floor: Score, ceiling: Score) -> Standing {
        Standing::Graded { floor, ceiling }
    }

    fn order(ranked: &[Ranked]) -> Vec<(Option<usize>, &str)> {
        ranked.iter().map(|one| (one.rank, one.candidate.as_str())).collect()
    }

    #[test]
    fn floor_goes_before_ceiling_and_points_and_ties_are_ties() {
        let ranked = rank([
            one("points", "once", graded(Score::No, Score::Maybe), 9),
            one("ceiling", "once", graded(Score::No, Score::Yes), 1),
            one("floor", "once", graded(Score::Maybe, Score::Maybe), 0),
            one("tied", "once", graded(Score::No, Score::Maybe), 9),
            one("last", "once", graded(Score::StrongNo, Score::StrongNo), 9),
        ]);
        let expected = [
            (Some(1), "floor"),
            (Some(2), "ceiling"),
            (Some(3), "points"),
            (Some(3), "tied"),
            (Some(5), "last"),
        ];
        assert_eq!(order(&ranked), expected);
    }

    #[test]
    fn over_several_challenges_the_sums_count() {
        let ranked = rank([
            one("one", "a", graded(Score::StrongYes, Score::StrongYes), 9),
            one("one", "b", Standing::Missing, 0),
            one("two", "a", graded(Score::Maybe, Score::Maybe), 5),
            one("two", "b", graded(Score::Maybe, Score::Maybe), 5),
            one("none", "a", Standing::Refused { because: "empty".into() }, 0),
        ]);
        assert_eq!(order(&ranked), [(Some(1), "two"), (Some(2), "one"), (Some(3), "none")]);
        assert_eq!((ranked[0].floor, ranked[0].earned, ranked[0].possible), (6, 10, 20));
    }

    #[test]
    fn what_viva_could_not_grade_ranks_nobody_low() {
        let failed = Standing::Ungraded { because: "the worker was lost".into(), fault: Fault::Viva };
        let ranked = rank([
            one("unlucky", "a", failed, 0),
            one("unlucky", "b", graded(Score::StrongYes, Score::StrongYes), 9),
            one("poor", "a", graded(Score::StrongNo, Score::StrongNo), 0),
        ]);
        assert_eq!(order(&ranked), [(Some(1), "poor"), (None, "unlucky")]);
    }
}
