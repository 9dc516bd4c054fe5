//! What submissions to one challenge share, for a person to look at: versioned JSON, a page, a picture, a section of
//! the report over a batch.
//!
//! It says what was measured and what is usual, and never that anybody copied. Must not compare anything itself.

pub mod html;
pub mod side;
pub mod svg;
pub mod text;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::judge::escape::clean;
use crate::judge::locate::counted;
use crate::source::similarity::find::{Found, Pair, Standing};
use crate::source::similarity::ground::{Figures, Ground, LONG, LONG_SHARE_MIN, OWN_MIN, SHORT_SHARE_MIN};

/// The version of this format.
pub const SCHEMA: &str = "viva.similar/1";

/// Submissions that could not be read and are named.
const UNREAD_MAX: usize = 100;

/// What is said under everything that is shown.
pub const EVIDENCE: &str = "This is evidence for a person, and no verdict: one tutorial, one course, one assistant or \
                            work together that was allowed look the same as a copy. Read both sources first.";

/// The submissions of one or several challenges.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SimilarReport {
    /// `viva.similar/1`.
    pub schema: String,
    /// Each challenge.
    pub challenges: Vec<Similar>,
}

/// The submissions to one challenge.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Similar {
    /// The challenge.
    pub challenge: String,
    /// How many submissions there are.
    pub submissions: usize,
    /// How many were compared.
    pub compared: usize,
    /// How many have too little of their own to tell.
    pub too_short: usize,
    /// How many could not be read.
    pub unread: usize,
    /// Some of those that could not be read, and why.
    pub unread_because: Vec<UnreadPart>,
    /// From how many percent on two submissions stand out.
    pub percent_min: u32,
    /// The same where the shorter of the two has at least `long` fingerprints of its own: longer ones share less by chance.
    pub percent_min_long: u32,
    /// Fingerprints of one's own that make a submission a longer one.
    pub long: u32,
    /// How many fingerprints that are neither starter nor common the shorter of two must have.
    pub own_min: u32,
    /// What right golden answers to this challenge share.
    pub independent: IndependentPart,
    /// What pairs of these submissions share that are taken at random.
    pub usual: UsualPart,
    /// The pairs that stand out, the strongest first.
    pub pairs: Vec<PairPart>,
    /// How many more were found.
    pub pairs_untold: u64,
    /// Submissions that hang together by pairs that stand out, the largest first.
    pub clusters: Vec<ClusterPart>,
}

/// A submission that could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct UnreadPart {
    /// Whose.
    pub candidate: String,
    /// Why.
    pub because: String,
}

/// What right golden answers share: they were written to be different, all by the author of the challenge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct IndependentPart {
    /// Pairs that are long enough to tell.
    pub pairs: usize,
    /// Pairs that are too short to tell.
    pub too_short: usize,
    /// The middle share in percent.
    pub percent_median: u32,
    /// The highest share in percent that does not stand out.
    pub percent_highest: u32,
    /// Pairs that would stand out.
    pub above: usize,
}

/// What pairs of a batch share that are taken at random.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct UsualPart {
    /// How many pairs.
    pub pairs: usize,
    /// The middle share in percent.
    pub percent_median: u32,
    /// The share in percent that one pair in a hundred passes.
    pub percent_hundredth: u32,
    /// Pairs among them that stand out.
    pub above: usize,
}

/// Two submissions that stand out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PairPart {
    /// The one.
    pub one: String,
    /// The other.
    pub other: String,
    /// The share in percent: what both have of what the shorter one has, neither starter nor common.
    pub percent: u32,
    /// Fingerprints that both have.
    pub shared: u32,
    /// Fingerprints of the one.
    pub of_one: u32,
    /// Fingerprints of the other.
    pub of_other: u32,
    /// Whether nothing but names, literals, types, comments, the order of functions and formatting differs.
    pub same_but_names: bool,
}

/// Submissions that hang together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ClusterPart {
    /// Who.
    pub members: Vec<String>,
    /// Links between the first of them, the strongest first; each submission keeps at most eight.
    pub links: Vec<PairPart>,
}

impl SimilarReport {
    /// A report over some challenges.
    #[must_use]
    pub fn of(challenges: Vec<Similar>) -> Self {
        Self { schema: SCHEMA.to_owned(), challenges }
    }
}

/// The JSON Schema of [`SimilarReport`].
#[must_use]
pub fn schema() -> serde_json::Value {
    schemars::schema_for!(SimilarReport).to_value()
}

/// Whole percent, never rounded up: 100 is all of it.
fn percent(share: f64) -> u32 {
    // A share is between 0 and 1; the little that is added makes up for 0.29 * 100 being 28.999...
    (share.clamp(0.0, 1.0) * 100.0 + 1e-9) as u32
}

impl Similar {
    /// What was found, with the names of the submissions in the order in which they were compared.
    #[must_use]
    pub fn of(challenge: &str, candidates: &[String], ground: &Ground, found: &Found) -> Self {
        let names: Vec<String> = candidates.iter().map(|name| clean(name)).collect();
        let pair = |pair: &Pair| PairPart::of(pair, &names);
        let count = |wanted: fn(&Standing) -> bool| found.standings.iter().filter(|one| wanted(one)).count();
        let unread_because =
            found.standings.iter().zip(&names).filter_map(|(standing, name)| match standing {
                Standing::Unread(why) => {
                    Some(UnreadPart { candidate: name.clone(), because: why.to_string() })
                }
                _ => None,
            });
        Self {
            challenge: clean(challenge),
            submissions: names.len(),
            compared: count(|one| matches!(one, Standing::Compared { .. })),
            too_short: count(|one| matches!(one, Standing::TooShort { .. })),
            unread: count(|one| matches!(one, Standing::Unread(_))),
            unread_because: unread_because.take(UNREAD_MAX).collect(),
            percent_min: percent(SHORT_SHARE_MIN),
            percent_min_long: percent(LONG_SHARE_MIN),
            long: LONG,
            own_min: OWN_MIN,
            independent: IndependentPart::of(&Figures::of(&ground.independent)),
            usual: UsualPart {
                pairs: found.usual.pairs,
                percent_median: percent(found.usual.median),
                percent_hundredth: percent(found.usual.hundredth),
                above: found.usual.above,
            },
            pairs: found.pairs.iter().map(pair).collect(),
            pairs_untold: found.pairs_untold,
            clusters: found
                .clusters
                .iter()
                .map(|cluster| ClusterPart {
                    members: cluster.members.iter().map(|place| names[*place].clone()).collect(),
                    links: cluster.links.iter().map(pair).collect(),
                })
                .collect(),
        }
    }

    /// How many submissions there were and what became of them, in one line.
    #[must_use]
    pub fn counts(&self) -> String {
        let mut parts = vec![format!("{} compared", self.compared)];
        for (count, word) in [(self.too_short, "too short to tell"), (self.unread, "not read")] {
            if count > 0 {
                parts.push(format!("{count} {word}"));
            }
        }
        format!("{}: {}", counted(self.submissions, "submission"), parts.join(", "))
    }

    /// What stands out, in a sentence.
    #[must_use]
    pub fn verdictless(&self) -> String {
        let line = format!(
            "at least {} % of what is neither starter nor common in the shorter of the two ({} % where that is {} \
             fingerprints or more)",
            self.percent_min, self.percent_min_long, self.long
        );
        match self.pairs.len() as u64 + self.pairs_untold {
            0 if self.compared < 2 => "There are no two submissions that could be compared.".to_owned(),
            0 => format!("No pair stands out: none shares {line}."),
            1 => format!("One pair stands out: it shares {line}."),
            many => format!("{many} pairs stand out: they share {line}."),
        }
    }

    /// What is usual for this challenge and in this batch, and what too short means: a sentence each.
    #[must_use]
    pub fn background(&self) -> Vec<String> {
        let mut told = vec![self.independent.told()];
        told.extend(self.usual.told());
        if self.too_short > 0 {
            told.push(format!(
                "Too short to tell: fewer than {} fingerprints are neither in the starter nor common to right answers \
                 or to many of these. Some seven lines of one's own have that many.",
                self.own_min
            ));
        }
        told
    }
}

impl IndependentPart {
    fn of(figures: &Figures) -> Self {
        Self {
            pairs: figures.pairs,
            too_short: figures.too_short,
            percent_median: percent(figures.median),
            percent_highest: percent(figures.highest_below),
            above: figures.above,
        }
    }

    fn told(&self) -> String {
        if self.pairs == 0 {
            return "How much independent answers to this challenge share is not known: no two of its right golden \
                    answers are long enough. Over the whole bank see docs/similarity.csv."
                .to_owned();
        }
        let above = match self.above {
            0 => String::new(),
            1 => " One more pair of them shares enough to stand out.".to_owned(),
            many => format!(" {many} more pairs of them share enough to stand out."),
        };
        format!(
            "Independent answers here share at most {} %, half of them at most {} %, by {} of right golden \
             answers.{above}",
            self.percent_highest,
            self.percent_median,
            counted(self.pairs - self.above, "pair")
        )
    }
}

impl UsualPart {
    fn told(&self) -> Vec<String> {
        if self.pairs < 10 {
            return Vec::new();
        }
        let mut told = vec![format!(
            "Of {} of these submissions {}, half share at most {} % and 99 in 100 at most {} %.",
            counted(self.pairs, "pair"),
            if self.pairs < 2_000 { "(all that are not the same)" } else { "taken at random" },
            self.percent_median,
            self.percent_hundredth
        )];
        if self.above * 20 > self.pairs {
            told.push(
                "More than one pair in twenty stands out: either answers to this challenge are alike by nature, or \
                 much was shared. The percentage alone tells little here."
                    .to_owned(),
            );
        }
        told
    }
}

impl PairPart {
    fn of(pair: &Pair, names: &[String]) -> Self {
        Self {
            one: names[pair.one].clone(),
            other: names[pair.other].clone(),
            percent: percent(pair.share()),
            shared: pair.shared,
            of_one: pair.of_one,
            of_other: pair.of_other,
            same_but_names: pair.is_same,
        }
    }

    /// What they share, in words.
    #[must_use]
    pub fn told(&self) -> String {
        let parts =
            format!("{} of {} and {} fingerprints of their own", self.shared, self.of_one, self.of_other);
        if self.same_but_names {
            format!("{parts}; the same but for names, literals, comments, order and formatting")
        } else {
            parts
        }
    }
}

#[cfg(test)]
pub(crate) mod fixture;
#[cfg(test)]
mod tests;
