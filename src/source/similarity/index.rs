//! Which of many submissions may share much, without comparing all with all.
//!
//! Two ways: an inverted index over fingerprints that few have, and the least of some mixed hashes (Broder 1997) for
//! those of which nearly everything is shared by many. Must not know what a share is worth.

use super::winnow::Hash;

/// Submissions with one fingerprint, above which it finds nobody: a pair that shares only such has a like sketch.
const HOLDERS_MAX: usize = 256;
/// Candidates of one submission that are compared in full.
const CANDIDATES_MAX: usize = 64;
/// Fingerprints in common before a pair is compared in full.
const SHARED_MIN: u32 = 4;
/// Bands of a sketch, each of two hashes: a pair that shares 70 % is in one band with 98 % certainty, one that
/// shares 95 % with certainty for all purposes.
const BANDS: usize = 12;
/// Neighbours in a band that are compared in full.
const NEIGHBOURS: usize = 3;
/// Passes over all fingerprints while the index is made, so that it needs little more memory than it keeps.
const PASSES: u32 = 16;

/// For each fingerprint that some submissions have, which.
pub(super) struct Index {
    hashes: Vec<u32>,
    /// Where the holders of each hash begin; one more than hashes.
    starts: Vec<u32>,
    holders: Vec<u32>,
}

/// The fingerprints of all submissions, each sorted.
pub(super) type Sets<'a> = [&'a [u32]];

/// Calls `each` with every fingerprint and the places of those that have it, sorted by fingerprint.
pub(super) fn each_hash(sets: &Sets<'_>, mut each: impl FnMut(u32, &[(u32, u32)])) {
    let width = u32::MAX / PASSES + 1;
    let mut found: Vec<(u32, u32)> = Vec::new();
    for pass in 0..PASSES {
        found.clear();
        let (low, high) = (pass * width, pass * width + (width - 1));
        for (place, set) in sets.iter().enumerate() {
            let from = set.partition_point(|hash| *hash < low);
            let within = set[from..].iter().take_while(|hash| **hash <= high);
            found.extend(within.map(|hash| (*hash, place as u32)));
        }
        found.sort_unstable();
        found.chunk_by(|one, other| one.0 == other.0).for_each(|run| each(run[0].0, run));
    }
}

impl Index {
    pub fn of(sets: &Sets<'_>) -> Self {
        let mut index = Self { hashes: Vec::new(), starts: vec![0], holders: Vec::new() };
        each_hash(sets, |hash, run| {
            if (2..=HOLDERS_MAX).contains(&run.len()) {
                index.hashes.push(hash);
                index.holders.extend(run.iter().map(|(_, place)| *place));
                index.starts.push(index.holders.len() as u32);
            }
        });
        index
    }

    fn holders(&self, hash: u32) -> &[u32] {
        match self.hashes.binary_search(&hash) {
            Ok(at) => &self.holders[self.starts[at] as usize..self.starts[at + 1] as usize],
            Err(_) => &[],
        }
    }

    /// Calls `each` with pairs of places that share some fingerprints; the greater place first, each pair once.
    pub fn candidates(&self, sets: &Sets<'_>, mut each: impl FnMut(usize, usize)) {
        let mut counts = vec![0_u32; sets.len()];
        let mut touched: Vec<u32> = Vec::new();
        for (place, set) in sets.iter().enumerate() {
            for hash in *set {
                for other in self.holders(*hash).iter().take_while(|other| (**other as usize) < place) {
                    let count = &mut counts[*other as usize];
                    if *count == 0 {
                        touched.push(*other);
                    }
                    *count += 1;
                }
            }
            let mut likely: Vec<(u32, u32)> = touched
                .iter()
                .map(|other| (counts[*other as usize], *other))
                .filter(|(count, _)| *count >= SHARED_MIN)
                .collect();
            likely.sort_unstable_by(|one, other| other.cmp(one));
            likely.iter().take(CANDIDATES_MAX).for_each(|(_, other)| each(place, *other as usize));
            touched.drain(..).for_each(|other| counts[other as usize] = 0);
        }
    }
}

/// Calls `each` with pairs of places whose sketches are alike in a band; a pair may come more than once.
pub(super) fn alike(sets: &Sets<'_>, mut each: impl FnMut(usize, usize)) {
    let least = |set: &[u32], seed: u64| {
        let mixed = set.iter().map(|hash| {
            let mut mixed = Hash::default();
            mixed.add(u64::from(*hash) ^ (seed << 32));
            mixed.finish()
        });
        mixed.min().unwrap_or(seed)
    };
    for band in 0..BANDS as u64 {
        // What is alike in the next hash, too, stands side by side within a band.
        let mut keys: Vec<([u64; 3], usize)> = sets
            .iter()
            .enumerate()
            .map(|(place, set)| ([0, 1, 2].map(|row| least(set, 1 + band * 2 + row)), place))
            .collect();
        keys.sort_unstable();
        for (at, (key, place)) in keys.iter().enumerate() {
            let before = keys[at.saturating_sub(NEIGHBOURS)..at].iter();
            for (_, other) in before.filter(|(other, _)| other[..2] == key[..2]) {
                each((*place).max(*other), (*place).min(*other));
            }
        }
    }
}

/// How many fingerprints two sorted lists have in common.
pub(super) fn in_common(one: &[u32], other: &[u32]) -> u32 {
    let (mut at, mut shared) = (0, 0);
    for hash in one {
        while other.get(at).is_some_and(|other| other < hash) {
            at += 1;
        }
        shared += u32::from(other.get(at) == Some(hash));
    }
    shared
}
