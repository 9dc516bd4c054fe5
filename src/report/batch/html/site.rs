//! Which page a thing stands on, and how one page links to another.
//!
//! Must not know what is on the pages.

use std::collections::{BTreeMap, HashMap};

use super::text::in_address;
use crate::report::batch::names::file_name;
use crate::report::batch::ranking::Ranked;
use crate::report::batch::unfinished::Unfinished;

/// Submissions up to which everything is in one page.
pub const ONE_PAGE_MAX: usize = 60;
/// Candidates on one page of the ranking.
pub const RANKED_ON_A_PAGE: usize = 200;
/// Names on one page of the list by name.
pub const NAMES_ON_A_PAGE: usize = 1_000;

/// The overview.
pub const OVERVIEW: &str = "report.html";
/// The folder beside it where there are more pages.
pub const FOLDER: &str = "report-pages";

/// The page that a link stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum From {
    /// `report.html`.
    Overview,
    /// A page in the folder beside it.
    Folder,
}

/// The pages of one batch.
#[derive(Debug)]
pub struct Site<'a> {
    /// All candidates, best first.
    pub ranked: &'a [Ranked],
    /// The challenges by name, in the order of the columns.
    pub challenges: Vec<String>,
    titles: BTreeMap<String, String>,
    /// The seed of every drawn input.
    pub seed: u64,
    /// What is still to be done; [`None`] where the batch is complete.
    pub unfinished: Option<&'a Unfinished>,
    positions: HashMap<&'a str, usize>,
    is_one_page: bool,
}

impl<'a> Site<'a> {
    /// The pages for these candidates of a batch that is complete; `titles` are those of the challenges that are known.
    #[must_use]
    pub fn new(ranked: &'a [Ranked], titles: BTreeMap<String, String>, seed: u64) -> Self {
        let submissions: usize = ranked.iter().map(|one| one.submissions.len()).sum();
        let mut challenges: Vec<String> =
            ranked.iter().flat_map(|one| &one.submissions).map(|one| one.challenge.clone()).collect();
        challenges.sort();
        challenges.dedup();
        let positions = ranked.iter().enumerate().map(|(at, one)| (one.candidate.as_str(), at)).collect();
        let is_one_page = submissions <= ONE_PAGE_MAX;
        Self { ranked, challenges, titles, seed, unfinished: None, positions, is_one_page }
    }

    /// Whether all of it is in one page.
    #[must_use]
    pub fn is_one_page(&self) -> bool {
        self.is_one_page
    }

    /// The title of a challenge; its name where that is all that is known.
    #[must_use]
    pub fn title<'b>(&'b self, challenge: &'b str) -> &'b str {
        self.titles.get(challenge).map_or(challenge, String::as_str)
    }

    /// Where a candidate stands among all, from 0.
    #[must_use]
    pub fn position(&self, candidate: &str) -> Option<usize> {
        self.positions.get(candidate).copied()
    }

    /// How many pages the ranking has.
    #[must_use]
    pub fn ranking_pages(&self) -> usize {
        if self.is_one_page { 1 } else { self.ranked.len().div_ceil(RANKED_ON_A_PAGE).max(1) }
    }

    /// The candidates on a page of the ranking, by position.
    #[must_use]
    pub fn on_ranking_page(&self, page: usize) -> std::ops::Range<usize> {
        if self.is_one_page {
            return 0..self.ranked.len();
        }
        let first = (page * RANKED_ON_A_PAGE).min(self.ranked.len());
        first..(first + RANKED_ON_A_PAGE).min(self.ranked.len())
    }

    /// How many pages the list by name has; none where everybody is on one page.
    #[must_use]
    pub fn names_pages(&self) -> usize {
        if self.is_one_page { 0 } else { self.ranked.len().div_ceil(NAMES_ON_A_PAGE) }
    }

    /// The file of a candidate's page in the folder.
    #[must_use]
    pub fn candidate_file(candidate: &str) -> String {
        format!("c-{}.html", file_name(candidate))
    }

    /// The name of a candidate's section on its page.
    #[must_use]
    pub fn candidate_id(candidate: &str) -> String {
        format!("c-{}", file_name(candidate))
    }

    /// The file of a page of the ranking in the folder; the first page is on the overview.
    #[must_use]
    pub fn ranking_file(page: usize) -> String {
        format!("ranking-{}.html", page + 1)
    }

    /// The file of a page of the list by name in the folder.
    #[must_use]
    pub fn names_file(page: usize) -> String {
        format!("names-{}.html", page + 1)
    }

    /// The address of a candidate's page or section.
    #[must_use]
    pub fn to_candidate(&self, from: From, candidate: &str) -> String {
        if self.is_one_page {
            return format!("#{}", in_address(&Self::candidate_id(candidate)));
        }
        self.in_folder(from, &in_address(&Self::candidate_file(candidate)))
    }

    /// The address of a page of the ranking.
    #[must_use]
    pub fn to_ranking(&self, from: From, page: usize) -> String {
        if page == 0 {
            return self.to_overview(from, "ranking");
        }
        self.in_folder(from, &Self::ranking_file(page))
    }

    /// The address of a page of the list by name.
    #[must_use]
    pub fn to_names(&self, from: From, page: usize) -> String {
        self.in_folder(from, &Self::names_file(page))
    }

    /// The address of a section of the overview.
    #[must_use]
    pub fn to_overview(&self, from: From, section: &str) -> String {
        match from {
            From::Overview => format!("#{section}"),
            From::Folder => format!("../{OVERVIEW}#{section}"),
        }
    }

    fn in_folder(&self, from: From, file: &str) -> String {
        match from {
            From::Overview => format!("{FOLDER}/{file}"),
            From::Folder => file.to_owned(),
        }
    }

    /// The page of the ranking that a position is on.
    #[must_use]
    pub fn ranking_page_of(&self, position: usize) -> usize {
        if self.is_one_page { 0 } else { position / RANKED_ON_A_PAGE }
    }
}
