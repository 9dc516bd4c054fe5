//! A small generator of numbers whose sequence never changes, so that a seed stays a plan.
//!
//! It is splitmix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014). Not for secrets.

/// A sequence of numbers from a seed.
#[derive(Debug, Clone)]
pub(super) struct Rng(u64);

/// The odd number nearest to 2^64 divided by the golden ratio.
const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

impl Rng {
    /// The sequence of one part of a plan: what one slot draws changes nothing in another.
    pub fn of(seed: u64, part: usize) -> Self {
        let mut whole = Self(seed);
        let start = whole.next();
        Self(start ^ STEP.wrapping_mul(part as u64 + 1))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(STEP);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// One of the items, each as likely as its weight says; [`None`] when no weight is above 0.
    pub fn weighted<'a, T>(&mut self, items: &'a [(T, u64)]) -> Option<&'a T> {
        let total: u64 = items.iter().map(|(_, weight)| weight).sum();
        // The upper half of a product is below the total, and as even as 64 bits allow.
        let mut at = ((u128::from(self.next()) * u128::from(total)) >> 64) as u64;
        items.iter().find_map(|(item, weight)| {
            if at < *weight {
                return Some(item);
            }
            at -= weight;
            None
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sequence_is_the_published_one() {
        let mut rng = Rng(1_234_567);
        assert_eq!([rng.next(), rng.next()], [6_457_827_717_110_365_317, 3_203_168_211_198_807_973]);
    }

    #[test]
    fn weights_are_kept_and_nothing_comes_of_nothing() {
        let mut rng = Rng::of(7, 0);
        let items = [("never", 0), ("often", 9), ("seldom", 1)];
        let drawn: Vec<&str> = (0..1_000).filter_map(|_| rng.weighted(&items).copied()).collect();
        let often = drawn.iter().filter(|item| **item == "often").count();
        assert_eq!(drawn.len(), 1_000);
        assert!((850..950).contains(&often) && !drawn.contains(&"never"), "{often}");
        assert_eq!(rng.weighted(&[("never", 0)]), None);
        assert_eq!(rng.weighted::<&str>(&[]), None);
    }
}
