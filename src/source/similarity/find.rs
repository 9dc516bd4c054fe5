//! From the fingerprints of all submissions to the pairs that share more than independent answers do, and to who hangs
//! together.
//!
//! What is found is bounded: identical submissions are one for comparing, a submission keeps its strongest links, and
//! what is left out is counted. Must not know names or reports.

use std::collections::{BTreeMap, HashMap};

use super::clusters::Joined;
use super::ground::{Ground, OWN_MIN, at, line};
use super::index::{Index, Sets, alike, each_hash, in_common};
use super::{Prints, Unread};

/// Pairs that are told, the strongest first.
pub const PAIRS_MAX: usize = 1_000;
/// Links that one submission keeps.
const LINKS_MAX: usize = 8;
/// Submissions that are the same before only their pairs with the first are told.
const SAME_FEW: usize = 8;
/// Submissions of one cluster whose links are told.
const MEMBERS_TOLD: usize = 200;
/// A fingerprint is common when more submissions have it than this and than one in [`COMMON_PART`]; submissions that
/// are linked to each other count as one, or a copy that many handed in would hide itself.
const COMMON_MIN: usize = 10;
const COMMON_PART: usize = 10;
/// Pairs taken at random to say what is usual in a batch.
const USUAL_PAIRS: usize = 2_000;

/// Whether a submission can be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It was compared.
    Compared {
        /// Fingerprints that are neither starter nor common.
        own: u32,
    },
    /// Too little is neither starter nor common.
    TooShort {
        /// Fingerprints that are neither starter nor common.
        own: u32,
    },
    /// It could not be read.
    Unread(Unread),
}

/// Two submissions that stand out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair {
    /// The place of the one, the lesser.
    pub one: usize,
    /// The place of the other.
    pub other: usize,
    /// Fingerprints that both have and that are neither starter nor common.
    pub shared: u32,
    /// Fingerprints of the one.
    pub of_one: u32,
    /// Fingerprints of the other.
    pub of_other: u32,
    /// Whether nothing but names, literals, order of functions, comments and formatting differs.
    pub is_same: bool,
}

/// Submissions that hang together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cluster {
    /// Their places, in order.
    pub members: Vec<usize>,
    /// The strongest links among the first `MEMBERS_TOLD` of them.
    pub links: Vec<Pair>,
}

/// What is usual among the submissions: pairs taken at random.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Usual {
    /// How many pairs.
    pub pairs: usize,
    /// The middle share, from 0 to 1.
    pub median: f64,
    /// The share that one pair in a hundred passes.
    pub hundredth: f64,
    /// Pairs that share enough to stand out.
    pub above: usize,
}

/// What was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// What became of each submission, in the order they were added.
    pub standings: Vec<Standing>,
    /// The strongest pairs, at most [`PAIRS_MAX`].
    pub pairs: Vec<Pair>,
    /// Pairs that stand out and are not told; those that were not compared because each submission only meets its
    /// nearest are not among them.
    pub pairs_untold: u64,
    /// Who hangs together, the largest first.
    pub clusters: Vec<Cluster>,
    /// What is usual here.
    pub usual: Usual,
    /// Fingerprints that very many have.
    pub common: usize,
}

/// Takes submissions in, one at a time: only their fingerprints are kept.
#[derive(Debug)]
pub struct Finder {
    ground: Ground,
    taken: Vec<Result<Taken, Unread>>,
}

#[derive(Debug)]
struct Taken {
    hashes: Box<[u32]>,
    stream: u64,
}

impl Pair {
    /// The share of the shorter one that both have, from 0 to 1.
    #[must_use]
    pub fn share(&self) -> f64 {
        if self.is_same {
            1.0
        } else {
            f64::from(self.shared) / f64::from(self.of_one.min(self.of_other).max(1))
        }
    }

    /// From strongest to weakest, and always in the same order.
    fn rank(&self, other: &Self) -> std::cmp::Ordering {
        let strength = other.share().total_cmp(&self.share()).then(other.shared.cmp(&self.shared));
        strength.then((self.one, self.other).cmp(&(other.one, other.other)))
    }
}

impl Finder {
    /// Begins with what does not count.
    #[must_use]
    pub fn new(ground: Ground) -> Self {
        Self { ground, taken: Vec::new() }
    }

    /// Takes the next submission in.
    pub fn add(&mut self, read: Result<Prints, Unread>) {
        self.taken.push(read.map(|mut prints| {
            self.ground.strip(&mut prints.hashes);
            Taken { hashes: prints.hashes.into_boxed_slice(), stream: prints.stream }
        }));
    }

    /// Compares what may be alike, and tells what stands out.
    #[must_use]
    pub fn find(mut self) -> Found {
        let standing = |taken: &Result<Taken, Unread>| match taken {
            Ok(taken) => told(taken.hashes.len()),
            Err(why) => Standing::Unread(*why),
        };
        let mut standings: Vec<Standing> = self.taken.iter().map(standing).collect();
        let (mut firsts, mut same) = distinct(&self.taken, &standings);

        let mut links = Links::new(self.taken.len());
        compare(&self.taken, &firsts, &mut links, |sets, each| alike(sets, each));
        let common = self.common(&firsts, &mut links.joined);
        for taken in self.taken.iter_mut().flatten() {
            let own = taken.hashes.iter().copied().filter(|hash| common.binary_search(hash).is_err());
            taken.hashes = own.collect();
        }
        for (place, taken) in self.taken.iter().enumerate() {
            if let (Ok(taken), Standing::Compared { .. }) = (taken, standings[place]) {
                standings[place] = told(taken.hashes.len());
            }
        }
        let is_compared = |place: &usize| matches!(standings[*place], Standing::Compared { .. });
        firsts.retain(is_compared);
        same.retain(|first, _| is_compared(first));

        let mut links = Links::new(self.taken.len());
        compare(&self.taken, &firsts, &mut links, |sets, each| alike(sets, each));
        compare(&self.taken, &firsts, &mut links, |sets, each| Index::of(sets).candidates(sets, each));
        let usual = usual(&self.taken, &firsts);
        let told = links.tell(&self.taken, &same);
        Found { standings, usual, common: common.len(), ..told }
    }

    /// Fingerprints that very many have, sorted.
    fn common(&self, firsts: &[usize], joined: &mut Joined) -> Vec<u32> {
        let sets = sets(&self.taken, firsts);
        let family: Vec<usize> = firsts.iter().map(|place| joined.of(*place)).collect();
        let mut families = family.clone();
        families.sort_unstable();
        families.dedup();
        let enough = COMMON_MIN.max(families.len() / COMMON_PART);
        let (mut common, mut with) = (Vec::new(), Vec::new());
        each_hash(&sets, |hash, run| {
            if run.len() > enough {
                with.clear();
                with.extend(run.iter().map(|(_, place)| family[*place as usize]));
                with.sort_unstable();
                with.dedup();
                if with.len() > enough {
                    common.push(hash);
                }
            }
        });
        common
    }
}

fn told(own: usize) -> Standing {
    let own = u32::try_from(own).unwrap_or(u32::MAX);
    if own >= OWN_MIN { Standing::Compared { own } } else { Standing::TooShort { own } }
}

/// The first of each group of submissions that are the same but for names, and the others by the first.
fn distinct(
    taken: &[Result<Taken, Unread>],
    standings: &[Standing],
) -> (Vec<usize>, BTreeMap<usize, Vec<usize>>) {
    let mut by_stream: HashMap<u64, usize> = HashMap::new();
    let (mut firsts, mut same) = (Vec::new(), BTreeMap::<usize, Vec<usize>>::new());
    for (place, taken) in taken.iter().enumerate() {
        let (Ok(taken), Standing::Compared { .. }) = (taken, standings[place]) else { continue };
        let first = *by_stream.entry(taken.stream).or_insert(place);
        if first == place {
            firsts.push(place);
        } else {
            same.entry(first).or_default().push(place);
        }
    }
    (firsts, same)
}

fn sets<'a>(taken: &'a [Result<Taken, Unread>], places: &[usize]) -> Vec<&'a [u32]> {
    places.iter().map(|place| taken[*place].as_ref().map_or(&[][..], |taken| &taken.hashes)).collect()
}

/// Compares in full what `candidates` names.
fn compare(
    taken: &[Result<Taken, Unread>],
    firsts: &[usize],
    links: &mut Links,
    candidates: impl FnOnce(&Sets<'_>, &mut dyn FnMut(usize, usize)),
) {
    let sets = sets(taken, firsts);
    candidates(&sets, &mut |one, other| {
        let pair = Pair {
            one: firsts[one.min(other)],
            other: firsts[one.max(other)],
            shared: in_common(sets[one], sets[other]),
            of_one: sets[one.min(other)].len() as u32,
            of_other: sets[one.max(other)].len() as u32,
            is_same: false,
        };
        if pair.share() >= line(pair.of_one.min(pair.of_other)) {
            links.add(pair);
        }
    });
}

/// The strongest links of each submission.
struct Links {
    kept: Vec<Vec<Pair>>,
    joined: Joined,
    /// Links that were found and let go.
    dropped: u64,
}

impl Links {
    fn new(places: usize) -> Self {
        Self { kept: vec![Vec::new(); places], joined: Joined::alone(places), dropped: 0 }
    }

    /// Keeps a link with the later of its two.
    fn add(&mut self, pair: Pair) {
        self.joined.join(pair.one, pair.other);
        let kept = &mut self.kept[pair.other];
        if kept.iter().any(|known| known.one == pair.one) {
            return;
        }
        kept.push(pair);
        if kept.len() > LINKS_MAX {
            kept.sort_by(Pair::rank);
            kept.pop();
            self.dropped += 1;
        }
    }

    /// Adds those that are the same, and makes a report of it all.
    fn tell(mut self, taken: &[Result<Taken, Unread>], same: &BTreeMap<usize, Vec<usize>>) -> Found {
        let size = |place: usize| taken[place].as_ref().map_or(0, |taken| taken.hashes.len() as u32);
        let mut untold = self.dropped;
        for pair in self.kept.iter().flatten() {
            let group = |place| same.get(&place).map_or(1, |others| others.len() as u64 + 1);
            untold += group(pair.one) * group(pair.other) - 1;
        }
        for (first, others) in same {
            untold += self.tell_same(*first, others, size(*first));
        }
        let clusters = self.clusters();
        let mut pairs: Vec<Pair> = self.kept.into_iter().flatten().collect();
        pairs.sort_by(Pair::rank);
        untold += pairs.len().saturating_sub(PAIRS_MAX) as u64;
        pairs.truncate(PAIRS_MAX);
        let (standings, usual) = (Vec::new(), Usual::default());
        Found { standings, pairs, pairs_untold: untold, clusters, usual, common: 0 }
    }

    /// Tells pairs of submissions that are the same: all of a few, those with the first of many. Returns how many not.
    fn tell_same(&mut self, first: usize, others: &[usize], own: u32) -> u64 {
        let (mut told, all) = (0_u64, others.len() as u64 * (others.len() as u64 + 1) / 2);
        for (at, other) in others.iter().enumerate() {
            let befores = if others.len() < SAME_FEW { &others[..at] } else { &[] };
            for one in std::iter::once(&first).chain(befores) {
                let pair =
                    Pair { one: *one, other: *other, shared: own, of_one: own, of_other: own, is_same: true };
                self.kept[*other].push(pair);
                told += 1;
            }
            self.joined.join(first, *other);
        }
        all - told
    }

    fn clusters(&mut self) -> Vec<Cluster> {
        let mut by_root: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for place in 0..self.kept.len() {
            by_root.entry(self.joined.of(place)).or_default().push(place);
        }
        let mut clusters: Vec<Cluster> = by_root
            .into_values()
            .filter(|members| members.len() > 1)
            .map(|members| {
                let shown = &members[..members.len().min(MEMBERS_TOLD)];
                let is_shown = |pair: &&Pair| shown.binary_search(&pair.one).is_ok();
                let mut links: Vec<Pair> =
                    shown.iter().flat_map(|place| &self.kept[*place]).filter(is_shown).copied().collect();
                links.sort_by(Pair::rank);
                Cluster { links, members }
            })
            .collect();
        clusters.sort_by_key(|cluster| (std::cmp::Reverse(cluster.members.len()), cluster.members[0]));
        clusters
    }
}

/// What pairs of different submissions share that are taken at random; all of them where they are few.
fn usual(taken: &[Result<Taken, Unread>], firsts: &[usize]) -> Usual {
    let sets = sets(taken, firsts);
    let mut above = 0;
    let mut share = |one: usize, other: usize| {
        let shorter = sets[one].len().min(sets[other].len()).max(1) as u32;
        let share = f64::from(in_common(sets[one], sets[other])) / f64::from(shorter);
        above += usize::from(share >= line(shorter));
        share
    };
    let count = sets.len();
    let mut shares: Vec<f64> = if count * count.saturating_sub(1) / 2 <= USUAL_PAIRS {
        (0..count)
            .flat_map(|one| (0..one).map(move |other| (one, other)))
            .map(|(one, other)| share(one, other))
            .collect()
    } else {
        some_pairs(count).map(|(one, other)| share(one, other)).collect()
    };
    shares.sort_by(f64::total_cmp);
    Usual { pairs: shares.len(), median: at(&shares, 0.5), hundredth: at(&shares, 0.99), above }
}

/// The same pairs each time, by a fixed seed of a linear congruence (Knuth's MMIX).
fn some_pairs(count: usize) -> impl Iterator<Item = (usize, usize)> {
    let mut state = 1_u64;
    let mut next = move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % count
    };
    std::iter::repeat_with(move || (next(), next())).filter(|(one, other)| one != other).take(USUAL_PAIRS)
}
