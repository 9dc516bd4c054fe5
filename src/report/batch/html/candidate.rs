//! One candidate over all challenges: a section of the one page, or a page of their own.
//!
//! Must not decide where they stand.

use askama::Template;

use super::ranking::rank_of;
use super::shell::{self, Crumb, Shell};
use super::site::{From, Site};
use super::submission::{Heading, Submission};
use super::text::Text;
use crate::model::answer::SourceFile;
use crate::model::batch::{Standing, Submitted};
use crate::report::json::Report;

/// A submission with what is known of it.
#[derive(Debug)]
pub struct Known<'a> {
    /// What became of it.
    pub submitted: &'a Submitted,
    /// Its report, where there is one.
    pub report: Option<Report>,
    /// The answer's files.
    pub files: &'a [SourceFile],
}

/// A candidate's section.
#[derive(Debug, Template)]
#[template(path = "html/candidate.html")]
pub struct Candidate {
    id: String,
    name: Text,
    /// Whether it is a page of its own, whose heading is the page's.
    is_page: bool,
    standing: String,
    back: String,
    before: Option<(String, Text)>,
    after: Option<(String, Text)>,
    submissions: Vec<Submission>,
}

impl Candidate {
    fn of(site: &Site<'_>, candidate: &str, known: &[Known<'_>]) -> Self {
        let from = if site.is_one_page() { From::Overview } else { From::Folder };
        let at = site.position(candidate);
        let id = Site::candidate_id(candidate);
        let link = |at: usize| {
            let one = &site.ranked[at];
            (site.to_candidate(from, &one.candidate), Text::of(&one.candidate))
        };
        let several = site.challenges.len() > 1;
        let submission = |(index, one): (usize, &Known<'_>)| {
            let title = if several { site.title(&one.submitted.challenge) } else { "" };
            let level = if site.is_one_page() { 3 } else { 2 };
            let prefix = if several { format!("{id}:{}", index + 1) } else { id.clone() };
            match &one.report {
                Some(report) => Submission::of(
                    Heading { prefix, title: Text::of(title), level },
                    &one.submitted.standing,
                    report,
                    one.files,
                ),
                None => Submission::untold(
                    Heading { prefix, title: Text::of(title), level },
                    &one.submitted.standing,
                ),
            }
        };
        Self {
            name: Text::of(candidate),
            is_page: !site.is_one_page(),
            standing: at.map(|at| standing(site, at)).unwrap_or_default(),
            back: site.to_ranking(from, at.map_or(0, |at| site.ranking_page_of(at))),
            before: at.and_then(|at| at.checked_sub(1)).map(link),
            after: at.map(|at| at + 1).filter(|at| *at < site.ranked.len()).map(link),
            submissions: known.iter().enumerate().map(submission).collect(),
            id,
        }
    }
}

/// `Rank 3 of 24, shared · 20 of 22 points`.
fn standing(site: &Site<'_>, at: usize) -> String {
    let one = &site.ranked[at];
    let rank = rank_of(site.ranked, at);
    let waits = one.submissions.iter().any(|one| one.standing == Standing::Waiting);
    let mut said = match (one.rank, rank.ends_with('=')) {
        (None, _) if waits => "No rank yet, as not everything is graded".to_owned(),
        (None, _) => "No rank, as something could not be graded".to_owned(),
        (Some(rank), true) => format!("Rank {rank} of {}, shared", site.ranked.len()),
        (Some(rank), false) => format!("Rank {rank} of {}", site.ranked.len()),
    };
    if site.challenges.len() > 1 {
        let sum = if one.floor == one.ceiling {
            one.floor.to_string()
        } else {
            format!("{} to {}", one.floor, one.ceiling)
        };
        let most = 5 * site.challenges.len();
        said.push_str(&format!(
            " · suggested sum {sum} of {most} · {} of {} points",
            one.earned, one.possible
        ));
    }
    said
}

/// A candidate's section for the one page.
///
/// # Errors
/// [`askama::Error`] when a template fails.
pub fn section(site: &Site<'_>, candidate: &str, known: &[Known<'_>]) -> askama::Result<String> {
    Candidate::of(site, candidate, known).render()
}

/// A candidate's own page, whole.
///
/// # Errors
/// [`askama::Error`] when a template fails.
pub fn page(site: &Site<'_>, candidate: &str, known: &[Known<'_>]) -> askama::Result<String> {
    let body = section(site, candidate, known)?;
    let ranking = site.position(candidate).map_or(0, |at| site.ranking_page_of(at));
    let crumbs = vec![
        Crumb::new(&site.to_overview(From::Folder, "main"), "Overview"),
        Crumb::new(&site.to_ranking(From::Folder, ranking), "Ranking"),
        Crumb::new(&site.to_names(From::Folder, 0), "By name"),
    ];
    shell::whole(&Shell::plain(candidate, crumbs), &body)
}
