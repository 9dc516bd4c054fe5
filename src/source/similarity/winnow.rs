//! Fingerprints of a token stream, by winnowing: Schleimer, Wilkerson and Aiken, *Winnowing: Local Algorithms for
//! Document Fingerprinting*, SIGMOD 2003.
//!
//! Every [`GRAM`] tokens in a row have a hash, and of every [`WINDOW`] hashes in a row the smallest is kept, the
//! rightmost among equals, and only once. So two streams that share [`GRAM`] + [`WINDOW`] - 1 tokens in a row share a
//! fingerprint. Must not know where tokens come from.

use std::collections::{HashMap, VecDeque};

/// Tokens of one fingerprint.
pub const GRAM: usize = 6;
/// Hashes of which one is kept.
pub const WINDOW: usize = 2;
/// Tokens of a piece that has fewer than [`GRAM`]; still shorter pieces have no fingerprint.
pub const GRAM_MIN: usize = 4;

/// One normalised token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Token {
    /// A word of Python, a literal, a name that everybody gives: by its hash.
    Fixed(u64),
    /// A name that the author chose: only where it stands again matters.
    Name(u32),
}

/// The fingerprints of one piece of code, in order.
///
/// Takes time in proportion to the number of tokens, whatever they are.
#[must_use]
pub fn winnow(tokens: &[Token]) -> Vec<u32> {
    if tokens.len() < GRAM {
        let is_enough = tokens.len() >= GRAM_MIN;
        return if is_enough { vec![hash_gram(tokens)] } else { Vec::new() };
    }
    let hashes: Vec<u32> = tokens.windows(GRAM).map(hash_gram).collect();
    minima(&hashes).into_iter().map(|at| hashes[at]).collect()
}

/// The places of the smallest hash of each window, each once, in order.
fn minima(hashes: &[u32]) -> Vec<usize> {
    let mut chosen: Vec<usize> = Vec::new();
    // Places whose hash may still become the smallest; hashes rise from front to back.
    let mut waiting: VecDeque<usize> = VecDeque::with_capacity(WINDOW + 1);
    for (at, hash) in hashes.iter().enumerate() {
        while waiting.back().is_some_and(|last| hashes[*last] >= *hash) {
            waiting.pop_back();
        }
        waiting.push_back(at);
        if waiting.front().is_some_and(|first| first + WINDOW <= at) {
            waiting.pop_front();
        }
        let is_full = at + 1 >= WINDOW || at + 1 == hashes.len();
        if let Some(first) = waiting.front().filter(|_| is_full)
            && chosen.last() != Some(first)
        {
            chosen.push(*first);
        }
    }
    chosen
}

/// The hash of some tokens, in which a chosen name counts as the place where it stood first.
fn hash_gram(gram: &[Token]) -> u32 {
    let mut hash = Hash::default();
    for (at, one) in gram.iter().enumerate() {
        match one {
            Token::Fixed(word) => hash.add(*word),
            Token::Name(_) => {
                let first = gram.iter().position(|other| other == one).unwrap_or(at);
                hash.add(first as u64 + 1);
            }
        }
    }
    (hash.finish() >> 32) as u32
}

/// The hash of a whole stream, in which chosen names are numbered as they come.
#[must_use]
pub fn hash_stream(tokens: &[Token]) -> u64 {
    let (mut hash, mut numbers) = (Hash::default(), HashMap::new());
    for one in tokens {
        match one {
            Token::Fixed(word) => hash.add(*word),
            Token::Name(name) => {
                let next = numbers.len() as u64 + 1;
                hash.add(*numbers.entry(*name).or_insert(next));
            }
        }
    }
    hash.finish()
}

/// A hash that is the same on every machine and in every version: multiply and shift, after splitmix64.
#[derive(Debug, Clone, Copy)]
pub struct Hash(u64);

impl Default for Hash {
    fn default() -> Self {
        Self(0x9e37_79b9_7f4a_7c15)
    }
}

impl Hash {
    /// Takes one more word in.
    pub fn add(&mut self, word: u64) {
        let mixed = (self.0 ^ word).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        self.0 = (mixed ^ (mixed >> 29)).wrapping_mul(0x94d0_49bb_1331_11eb).rotate_left(17);
    }

    /// The hash of all that was added.
    #[must_use]
    pub fn finish(self) -> u64 {
        let mixed = (self.0 ^ (self.0 >> 31)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed ^ (mixed >> 32)
    }

    /// The hash of a text.
    #[must_use]
    pub fn of(text: &str) -> u64 {
        let mut hash = Self::default();
        text.bytes().for_each(|byte| hash.add(u64::from(byte)));
        hash.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn tokens(words: &[u64]) -> Vec<Token> {
        words.iter().map(|word| Token::Fixed(*word)).collect()
    }

    #[test]
    fn a_million_equal_tokens_take_no_longer_than_others() {
        let found = winnow(&tokens(&vec![7; 1_000_000]));
        assert!(found.len() <= 1_000_000);
        assert!(found.iter().all(|hash| *hash == found[0]));
    }

    #[test]
    fn names_count_by_where_they_stand_again() {
        let names = |names: &[u32]| -> Vec<Token> { names.iter().map(|name| Token::Name(*name)).collect() };
        let one = names(&[1, 2, 1, 3, 1, 2, 2, 3, 1]);
        assert_eq!(winnow(&one), winnow(&names(&[9, 4, 9, 7, 9, 4, 4, 7, 9])));
        assert_ne!(winnow(&one), winnow(&names(&[1, 2, 3, 3, 1, 2, 2, 3, 1])));
    }

    proptest! {
        /// The guarantee of the paper.
        #[test]
        fn what_is_long_enough_in_common_is_found(
            before in prop::collection::vec(0_u64..50, 0..40),
            common in prop::collection::vec(0_u64..50, GRAM + WINDOW - 1..60),
            after in prop::collection::vec(0_u64..50, 0..40),
        ) {
            let other: Vec<u64> = before.iter().rev().map(|word| word + 100).chain(common.clone()).collect();
            let whole: Vec<u64> = before.into_iter().chain(common).chain(after).collect();
            let (one, two) = (winnow(&tokens(&whole)), winnow(&tokens(&other)));
            prop_assert!(one.iter().any(|hash| two.contains(hash)));
        }

        /// Every window has a fingerprint in it, and there are no more than one for each hash.
        #[test]
        fn no_window_is_left_out(words in prop::collection::vec(0_u64..9, GRAM..200)) {
            let hashes: Vec<u32> = tokens(&words).windows(GRAM).map(hash_gram).collect();
            let chosen = minima(&hashes);
            prop_assert!(chosen.windows(2).all(|two| two[0] < two[1] && two[1] - two[0] <= WINDOW));
            prop_assert!(chosen.first().is_some_and(|first| *first < WINDOW));
            prop_assert!(chosen.last().is_some_and(|last| last + WINDOW >= hashes.len()));
        }
    }
}
