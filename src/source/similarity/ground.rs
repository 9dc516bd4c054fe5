//! What answers to one challenge have in common without anybody copying: the starter, what several right answers
//! share, and how much two independent right answers still share beyond that.
//!
//! Must not know where golden answers come from, or the submissions of a batch.

use std::collections::HashMap;

use super::Prints;

/// Right golden answers that have a fingerprint before it counts as everybody's.
pub const GOLDEN_MIN: u32 = 2;
/// Fingerprints that must be left of the shorter of two; with fewer it is too short to tell. Some seven lines have that many.
pub const OWN_MIN: u32 = 16;
/// The share from which on two submissions stand out when the shorter has less than [`LONG`] fingerprints of its own.
/// How often independent answers pass it is in docs/similarity.csv.
pub const SHORT_SHARE_MIN: f64 = 0.80;
/// The same for longer ones, which share less by chance.
pub const LONG_SHARE_MIN: f64 = 0.65;
/// Fingerprints of one's own from which on a submission is a longer one.
pub const LONG: u32 = 32;

/// The share from which on two submissions stand out, by the fingerprints of the one that has fewer of its own.
#[must_use]
pub fn line(smaller: u32) -> f64 {
    if smaller < LONG { SHORT_SHARE_MIN } else { LONG_SHARE_MIN }
}

/// What does not count in one challenge.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ground {
    /// Fingerprints of the starter and of several right answers, sorted.
    taken: Vec<u32>,
    /// What pairs of independent right answers share.
    pub independent: Vec<Independent>,
}

/// What two right golden answers share of what is neither starter nor common to others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Independent {
    /// Their places among the right answers.
    pub pair: (usize, usize),
    /// Fingerprints that both have.
    pub shared: u32,
    /// Fingerprints of the one with fewer.
    pub smaller: u32,
}

/// The figures over some pairs of independent answers.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Figures {
    /// Pairs that are long enough to tell.
    pub pairs: usize,
    /// Pairs that are too short to tell.
    pub too_short: usize,
    /// The middle share, from 0 to 1.
    pub median: f64,
    /// The share that one pair in ten passes.
    pub tenth: f64,
    /// The highest share that does not stand out.
    pub highest_below: f64,
    /// Pairs that stand out.
    pub above: usize,
}

impl Independent {
    /// The share, from 0 to 1.
    #[must_use]
    pub fn share(&self) -> f64 {
        f64::from(self.shared) / f64::from(self.smaller.max(1))
    }

    /// Whether they share so much that they would stand out.
    #[must_use]
    pub fn stands_out(&self) -> bool {
        self.is_telling() && self.share() >= line(self.smaller)
    }

    /// Whether both are long enough to tell.
    #[must_use]
    pub fn is_telling(&self) -> bool {
        self.smaller >= OWN_MIN
    }
}

impl Ground {
    /// The common ground of a challenge, of its starter and its right golden answers.
    #[must_use]
    pub fn of(starter: &Prints, right: &[Prints]) -> Self {
        let mut counts: HashMap<u32, u32> = HashMap::new();
        right
            .iter()
            .flat_map(|answer| &answer.hashes)
            .for_each(|hash| *counts.entry(*hash).or_default() += 1);
        let mut independent = Vec::new();
        for (place, one) in right.iter().enumerate() {
            for (before, other) in right[..place].iter().enumerate() {
                independent.push(pair((before, place), (other, one), starter, &counts));
            }
        }
        let common = counts.iter().filter(|(_, count)| **count >= GOLDEN_MIN).map(|(hash, _)| *hash);
        let mut taken: Vec<u32> = common.chain(starter.hashes.iter().copied()).collect();
        taken.sort_unstable();
        taken.dedup();
        Self { taken, independent }
    }

    /// Takes away what does not count.
    pub fn strip(&self, hashes: &mut Vec<u32>) {
        hashes.retain(|hash| !self.holds(*hash));
    }

    /// What two submissions share beyond the common ground.
    #[must_use]
    pub fn compare(&self, one: &Prints, other: &Prints) -> Independent {
        let mut sides = [one.hashes.clone(), other.hashes.clone()];
        sides.iter_mut().for_each(|side| self.strip(side));
        let smaller = sides[0].len().min(sides[1].len());
        Independent {
            pair: (0, 1),
            shared: super::index::in_common(&sides[0], &sides[1]),
            smaller: u32::try_from(smaller).unwrap_or(u32::MAX),
        }
    }

    /// Whether a fingerprint does not count.
    #[must_use]
    pub fn holds(&self, hash: u32) -> bool {
        self.taken.binary_search(&hash).is_ok()
    }
}

/// What two right answers share when the *others* say what is common: else every fingerprint that two of them have
/// would be common, and no pair of them could share anything.
fn pair(
    places: (usize, usize),
    (one, other): (&Prints, &Prints),
    starter: &Prints,
    counts: &HashMap<u32, u32>,
) -> Independent {
    let has = |prints: &Prints, hash: u32| prints.hashes.binary_search(&hash).is_ok();
    let (mut shared, mut sizes) = (0, [0_u32; 2]);
    for (side, (mine, theirs)) in [(one, other), (other, one)].into_iter().enumerate() {
        for hash in mine.hashes.iter().filter(|hash| !has(starter, **hash)) {
            let is_shared = has(theirs, *hash);
            let ours = 1 + u32::from(is_shared);
            if counts.get(hash).copied().unwrap_or(0).saturating_sub(ours) >= GOLDEN_MIN {
                continue;
            }
            sizes[side] += 1;
            shared += u32::from(is_shared && side == 0);
        }
    }
    Independent { pair: places, shared, smaller: sizes[0].min(sizes[1]) }
}

impl Figures {
    /// The figures over some pairs.
    #[must_use]
    pub fn of<'a>(pairs: impl IntoIterator<Item = &'a Independent>) -> Self {
        let (telling, short): (Vec<&Independent>, Vec<&Independent>) =
            pairs.into_iter().partition(|pair| pair.is_telling());
        let mut shares: Vec<f64> = telling.iter().map(|pair| pair.share()).collect();
        shares.sort_by(f64::total_cmp);
        let below = telling.iter().filter(|pair| !pair.stands_out()).map(|pair| pair.share());
        Self {
            pairs: shares.len(),
            too_short: short.len(),
            median: at(&shares, 0.5),
            tenth: at(&shares, 0.9),
            highest_below: below.fold(0.0, f64::max),
            above: telling.iter().filter(|pair| pair.stands_out()).count(),
        }
    }

    /// How many in a hundred of all independent pairs may stand out for all that these pairs tell: the upper
    /// end of a one-sided 95 % interval (Wilson 1927), as if the pairs had nothing to do with each other.
    #[must_use]
    pub fn above_percent_max(&self) -> f64 {
        if self.pairs == 0 {
            return 100.0;
        }
        const Z: f64 = 1.645;
        let (n, p) = (self.pairs as f64, self.above as f64 / self.pairs as f64);
        let middle = p + Z * Z / (2.0 * n);
        let spread = Z * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt();
        100.0 * (middle + spread) / (1.0 + Z * Z / n)
    }
}

/// The value at a part of a sorted list.
pub(super) fn at(sorted: &[f64], part: f64) -> f64 {
    let last = sorted.len().saturating_sub(1);
    sorted.get((last as f64 * part).round() as usize).copied().unwrap_or(0.0)
}
