//! The overview: what the batch came to at a glance, the ranking, and each challenge's scores, points and cases.
//!
//! Must not decide anything; it tells what was counted.

use askama::Template;

use super::charts::{self, Bin};
use super::ranking::{NOT_YET, Table, pager, unfinished};
use super::shell::{Crumb, Shell};
use super::site::{From, Site};
use super::tally::{self, Tally, tier_name};
use super::text::{Html, Text, prose};
use crate::model::score::{Score, Tier};
use crate::report::json::keys::KindOfEvidence;

/// A number at a glance.
#[derive(Debug)]
pub struct Tile {
    said: String,
    label: String,
}

/// A bar of the scale.
#[derive(Debug)]
pub struct ScoreBar {
    number: u8,
    name: &'static str,
    bar: Html,
    settled: u32,
    open: u32,
}

/// A piece of evidence over all answers.
#[derive(Debug)]
pub struct PieceRow {
    title: Html,
    kind: &'static str,
    is_odd: bool,
    bar: Html,
    met: u32,
    of: u32,
    percent: u32,
    others: String,
}

/// One challenge.
#[derive(Debug)]
pub struct Challenge {
    id: String,
    title: Text,
    lede: String,
    scores: Vec<ScoreBar>,
    has_open: bool,
    histogram: Html,
    bins: Vec<Bin>,
    tiers: Vec<(&'static str, Vec<PieceRow>)>,
    misconceptions: Vec<(Html, u32)>,
    odd: Vec<Html>,
}

/// The overview up to where candidates' sections begin, without the shell.
#[derive(Debug, Template)]
#[template(path = "html/overview.html")]
pub struct Overview<'a> {
    title: Text,
    lede: String,
    unfinished: Html,
    tiles: Vec<Tile>,
    symbols: Html,
    challenges: Vec<Challenge>,
    several: bool,
    table: Table,
    above: Html,
    below: Html,
    names: String,
    more: Vec<&'a Html>,
    is_one_page: bool,
    seed: u64,
    about: Text,
}

impl<'a> Overview<'a> {
    /// The overview of a batch. `remarks` are by position; `more` are further sections, whole, such as one on answers
    /// that are alike.
    #[must_use]
    pub fn of(site: &Site<'_>, tally: &Tally, remarks: &[String], more: &'a [Html]) -> Self {
        let challenges: Vec<Challenge> = site
            .challenges
            .iter()
            .filter_map(|id| tally.challenges.get(id).map(|of| Challenge::of(id, site.title(id), of)))
            .collect();
        Self {
            title: title(site),
            lede: counts(site, tally),
            unfinished: unfinished(site),
            tiles: tiles(site, tally),
            symbols: charts::scale_symbols(),
            several: challenges.len() > 1,
            challenges,
            table: Table::of(site, From::Overview, 0, remarks),
            above: pager(site, From::Overview, 0, "above"),
            below: pager(site, From::Overview, 0, "below"),
            names: if site.is_one_page() { String::new() } else { site.to_names(From::Overview, 0) },
            more: more.iter().collect(),
            is_one_page: site.is_one_page(),
            seed: site.seed,
            about: Text::of(&tally.about),
        }
    }

    /// The shell around it.
    #[must_use]
    pub fn shell(site: &Site<'_>) -> Shell {
        let mut crumbs =
            vec![Crumb::new("#ranking", "Ranking"), Crumb::new("#challenges", "Scores and cases")];
        if site.is_one_page() {
            crumbs.push(Crumb::new("#candidates", "Candidates"));
        } else {
            crumbs.push(Crumb::new(&site.to_names(From::Overview, 0), "By name"));
        }
        Shell::searching(&format!("{} · viva", title(site)), crumbs)
    }
}

fn title(site: &Site<'_>) -> Text {
    match &site.challenges[..] {
        [one] => Text::of(site.title(one)),
        several => Text::of(&format!("{} challenges", several.len())),
    }
}

/// `24 candidates, 24 submissions: 23 graded, 1 refused`.
fn counts(site: &Site<'_>, tally: &Tally) -> String {
    let sum = |of: fn(&tally::Challenge) -> u32| tally.challenges.values().map(of).sum::<u32>();
    let parts = [
        (sum(|of| of.graded), "graded"),
        (sum(|of| of.refused), "refused"),
        (sum(|of| of.missing), "missing"),
        (sum(|of| of.ungraded), "ungraded"),
        (sum(|of| of.waiting), NOT_YET),
    ];
    let all: u32 = parts.iter().map(|(count, _)| count).sum();
    let said: Vec<String> =
        parts.iter().filter(|(count, _)| *count > 0).map(|(count, word)| format!("{count} {word}")).collect();
    let people = site.ranked.len();
    format!(
        "{people} {}, {all} {}: {}",
        if people == 1 { "candidate" } else { "candidates" },
        if all == 1 { "submission" } else { "submissions" },
        said.join(", ")
    )
}

fn tiles(site: &Site<'_>, tally: &Tally) -> Vec<Tile> {
    let tile = |said: String, label: &str| Tile { said, label: label.to_owned() };
    let mut tiles = vec![tile(site.ranked.len().to_string(), "candidates")];
    let all = tally.challenges.values();
    let graded: u32 = all.clone().map(|of| of.graded).sum();
    let strong: u32 =
        all.clone().map(|of| (4..=5).map(|score| of.at(score).0 + of.at(score).1).sum::<u32>()).sum();
    tiles.push(tile(strong.to_string(), &format!("of {graded} answers suggested at 4 or 5")));
    if let [id] = &site.challenges[..]
        && let Some(of) = tally.challenges.get(id)
        && let Some(points) = of.median_points()
    {
        tiles.push(tile(points.to_string(), &format!("of {} points: half have at least that", of.possible)));
    }
    let silent: u32 = all.clone().map(|of| of.not_loaded).sum();
    tiles.push(tile(
        silent.to_string(),
        if silent == 1 { "answer does not load" } else { "answers do not load" },
    ));
    let without: u32 = all.clone().map(|of| of.missing + of.refused + of.ungraded).sum();
    tiles.push(tile(without.to_string(), "missing, refused or ungraded"));
    let waiting: u32 = all.map(|of| of.waiting).sum();
    if waiting > 0 {
        tiles.push(tile(waiting.to_string(), NOT_YET));
    }
    tiles
}

impl Challenge {
    fn of(id: &str, title: &str, of: &tally::Challenge) -> Self {
        let most = (1..=5).map(|score| of.at(score).0 + of.at(score).1).max().unwrap_or(0);
        let bar = |score: Score| {
            let (settled, open) = of.at(usize::from(score.number()));
            let class = format!("s{}", score.number());
            let bar = charts::bar(&[(&class, settled), (&format!("{class} open"), open)], most);
            ScoreBar { number: score.number(), name: score.name(), bar, settled, open }
        };
        let bins = charts::bins(&of.points, of.possible);
        let label = match of.median_points() {
            Some(points) => format!("Answers by points. Half have at least {points} of {}.", of.possible),
            None => "Answers by points. None was graded.".to_owned(),
        };
        let tiers = Tier::ALL.into_iter().map(|tier| {
            let rows: Vec<PieceRow> =
                of.pieces.iter().filter(|piece| piece.earns == tier).map(PieceRow::of).collect();
            (tier_name(tier), rows)
        });
        let mut misconceptions: Vec<(&String, u32)> =
            of.misconceptions.iter().map(|(title, count)| (title, *count)).collect();
        misconceptions.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        Self {
            id: id.to_owned(),
            title: Text::of(title),
            lede: lede(of),
            scores: Score::ALL.into_iter().rev().map(bar).collect(),
            has_open: (1..=5).any(|score| of.at(score).1 > 0),
            histogram: charts::histogram(&bins, &label),
            bins: bins.into_iter().filter(|bin| bin.count > 0).collect(),
            tiers: tiers.filter(|(_, rows)| !rows.is_empty()).collect(),
            misconceptions: misconceptions.into_iter().map(|(title, count)| (prose(title), count)).collect(),
            odd: of.pieces.iter().filter(|piece| piece.is_odd()).map(|piece| prose(&piece.title)).collect(),
        }
    }
}

fn lede(of: &tally::Challenge) -> String {
    let mut said = vec![format!("{} graded", of.graded)];
    for (count, word) in [
        (of.not_loaded, "of them did not load"),
        (of.refused, "refused"),
        (of.missing, "missing"),
        (of.ungraded, "ungraded"),
        (of.waiting, NOT_YET),
    ] {
        if count > 0 {
            said.push(format!("{count} {word}"));
        }
    }
    said.join(", ")
}

impl PieceRow {
    fn of(piece: &tally::Piece) -> Self {
        let others: Vec<String> =
            piece.others.iter().map(|(word, count)| format!("{count} {word}")).collect();
        Self {
            title: prose(&piece.title),
            kind: match piece.kind {
                KindOfEvidence::Case if piece.hidden => "hidden",
                KindOfEvidence::Case => "",
                KindOfEvidence::Idiom => "idiom",
                KindOfEvidence::Concept => "explanation",
                KindOfEvidence::Prediction => "prediction",
            },
            is_odd: piece.is_odd(),
            bar: charts::bar(&[("pt", piece.met)], piece.of),
            met: piece.met,
            of: piece.of,
            percent: (100 * piece.met + piece.of / 2) / piece.of.max(1),
            others: others.join(", "),
        }
    }
}
