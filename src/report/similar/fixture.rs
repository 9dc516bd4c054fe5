//! A batch with a pair, a ring and hostile names, for tests of everything that shows it.

use super::*;

fn pair(one: &str, other: &str, percent: u32) -> PairPart {
    PairPart {
        one: one.to_owned(),
        other: other.to_owned(),
        percent,
        shared: percent * 40 / 100,
        of_one: 40,
        of_other: 52,
        same_but_names: percent == 100,
    }
}

/// Nobody stands out.
pub fn quiet() -> Similar {
    Similar {
        challenge: "two-sum".to_owned(),
        submissions: 9,
        compared: 2,
        too_short: 6,
        unread: 1,
        unread_because: vec![UnreadPart {
            candidate: "zoe".to_owned(),
            because: "it nests deeper than 1000 levels".to_owned(),
        }],
        percent_min: 80,
        percent_min_long: 65,
        long: 32,
        own_min: 16,
        independent: IndependentPart {
            pairs: 0,
            too_short: 45,
            percent_median: 0,
            percent_highest: 0,
            above: 0,
        },
        usual: UsualPart { pairs: 1, percent_median: 12, percent_hundredth: 12, above: 0 },
        pairs: Vec::new(),
        pairs_untold: 0,
        clusters: Vec::new(),
    }
}

/// A ring of five, two pairs, and names that somebody chose to do harm with.
pub fn busy() -> Similar {
    let ring: Vec<String> = ["ada.lovelace", "bob", "cyd", "dee", "eve"].map(str::to_owned).to_vec();
    let links = vec![
        pair("ada.lovelace", "bob", 100),
        pair("bob", "cyd", 92),
        pair("cyd", "dee", 83),
        pair("dee", "eve", 71),
        pair("ada.lovelace", "cyd", 92),
    ];
    let two =
        pair("<script>alert(1)</script>", "a \"quoted\" & very long name of a candidate who goes on", 88);
    let mut pairs = links.clone();
    pairs.push(two.clone());
    pairs.sort_by_key(|pair| std::cmp::Reverse(pair.percent));
    Similar {
        challenge: "lru-cache".to_owned(),
        submissions: 120,
        compared: 118,
        too_short: 2,
        unread: 0,
        unread_because: Vec::new(),
        percent_min: 80,
        percent_min_long: 65,
        long: 32,
        own_min: 16,
        independent: IndependentPart {
            pairs: 27,
            too_short: 9,
            percent_median: 4,
            percent_highest: 31,
            above: 1,
        },
        usual: UsualPart { pairs: 2_000, percent_median: 5, percent_hundredth: 34, above: 3 },
        pairs,
        pairs_untold: 3,
        clusters: vec![
            ClusterPart { members: ring, links },
            ClusterPart { members: vec![two.one.clone(), two.other.clone()], links: vec![two] },
        ],
    }
}
