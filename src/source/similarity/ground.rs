//! What answers to one challenge have in common without anybody copying: the starter, what several right answers
//! share, and how much two independent right answers still share beyond that.
//!
//! Must not know where golden answers come from, or the submissions of a batch.

use std::collections::HashMap;

use super::Prints;

/// Right golden answers that have a fingerprint before it counts as everybody's.
pub const GOLDEN_MIN: u32 = 2;
/// Fingerprints that must be left of the shorter of two; with fewer it is too short to tell. Some ten lines.
pub const OWN_MIN: u32 = 16;
/// The share from which on two submissions stand out. How often independent answers pass it is in docs/similarity.csv.
pub const SHARE_MIN: f64 = 0.70;

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
    /// The highest share below [`SHARE_MIN`].
    pub highest_below: f64,
    /// Pairs at or above [`SHARE_MIN`].
    pub above: usize,
}

impl Independent {
    /// The share, from 0 to 1.
    #[must_use]
    pub fn share(&self) -> f64 {
        f64::from(self.shared) / f64::from(self.smaller.max(1))
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
        right.iter().flat_map(|answer| &answer.hashes).for_each(|hash| *counts.entry(*hash).or_default() += 1);
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
        let (mut shares, mut too_short) = (Vec::new(), 0);
        for pair in pairs {
            if pair.is_telling() {
                shares.push(pair.share());
            } else {
                too_short += 1;
            }
        }
        shares.sort_by(f64::total_cmp);
        let above = shares.iter().filter(|share| **share >= SHARE_MIN).count();
        Self {
            pairs: shares.len(),
            too_short,
            median: at(&shares, 0.5),
            tenth: at(&shares, 0.9),
            highest_below: shares.len().checked_sub(above + 1).map_or(0.0, |last| shares[last]),
            above,
        }
    }

    /// How many in a hundred of all independent pairs may pass [`SHARE_MIN`] for all that these pairs tell: the upper
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
