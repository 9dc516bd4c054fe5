//! The ranking as rows: who stands where, with each challenge as a column, and what became of what was not graded.
//!
//! Must not decide the order.

use std::fmt::Write;

use askama::Template;

use super::charts::scale;
use super::shell::{self, Crumb, Shell};
use super::site::{From, Site};
use super::text::{Html, Text, prose};
use crate::judge::escape::{clean, shorten};
use crate::model::batch::{Standing, Submitted};
use crate::report::batch::ranking::Ranked;
use crate::report::batch::unfinished::Unfinished;

/// What a submission is called that the batch has not come to.
pub const NOT_YET: &str = "not graded yet";
/// Characters of a remark in a row.
const REMARK_MAX: usize = 160;

/// A cell of a row that says what a submission came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// `4`, `3–4`, or `missing`.
    pub said: String,
    /// The range for its picture; [`None`] where there is none.
    pub range: Option<(u8, u8)>,
    /// Why it was refused or not graded; empty otherwise.
    pub because: Text,
}

impl Cell {
    /// What one submission came to.
    #[must_use]
    pub fn of(standing: &Standing) -> Self {
        let told = |said: &str, because: &str| Self {
            said: said.to_owned(),
            range: None,
            because: Text::of(&shorten(&clean(because), REMARK_MAX)),
        };
        match standing {
            Standing::Graded { floor, ceiling } => {
                let range = (floor.number(), ceiling.number());
                Self {
                    said: span(range.0.into(), range.1.into()),
                    range: Some(range),
                    because: Text::default(),
                }
            }
            Standing::Ungraded { because, .. } => told("ungraded", because),
            Standing::Refused { because } => told("refused", because),
            Standing::Missing => told("missing", ""),
            Standing::Waiting => told(NOT_YET, ""),
        }
    }

    /// The picture of the range.
    #[must_use]
    pub fn picture(&self) -> Html {
        self.range.map(scale).unwrap_or_default()
    }
}

/// `3`, or `3–5`.
fn span(from: u32, to: u32) -> String {
    if from == to { from.to_string() } else { format!("{from}–{to}") }
}

/// One candidate's row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// `3`, `3=` where others share it, `–` where there is none.
    pub rank: String,
    /// Who.
    pub name: Text,
    /// The address of their page or section.
    pub href: String,
    /// The sum of floors and ceilings; empty for a single challenge.
    pub sum: String,
    /// Points earned and possible.
    pub points: (u32, u32),
    /// The picture of the points.
    pub bar: Html,
    /// One cell for each challenge.
    pub cells: Vec<Cell>,
    /// The one thing that matters most; for a single challenge only.
    pub remark: Html,
}

impl Row {
    /// The row of the candidate at a position. `remarks` are by position, and may be too few.
    #[must_use]
    pub fn of(site: &Site<'_>, from: From, at: usize, remarks: &[String]) -> Self {
        let one = &site.ranked[at];
        let cell = |challenge: &String| {
            let submitted = one.submissions.iter().find(|submitted| &submitted.challenge == challenge);
            Cell::of(submitted.map_or(&Standing::Missing, |submitted: &Submitted| &submitted.standing))
        };
        Self {
            rank: rank_of(site.ranked, at),
            name: Text::of(&one.candidate),
            href: site.to_candidate(from, &one.candidate),
            sum: if site.challenges.len() > 1 { span(one.floor, one.ceiling) } else { String::new() },
            points: (one.earned, one.possible),
            bar: super::charts::bar(&[("pt", one.earned)], one.possible),
            cells: site.challenges.iter().map(cell).collect(),
            remark: prose(remarks.get(at).map_or("", String::as_str)),
        }
    }
}

/// `3`, `3=` where others share it, `–` where there is none.
#[must_use]
pub fn rank_of(ranked: &[Ranked], at: usize) -> String {
    let Some(rank) = ranked[at].rank else { return "–".to_owned() };
    let shares = |other: Option<&Ranked>| other.is_some_and(|other| other.rank == Some(rank));
    let tied = shares(at.checked_sub(1).and_then(|before| ranked.get(before))) || shares(ranked.get(at + 1));
    if tied { format!("{rank}=") } else { rank.to_string() }
}

/// What a remark is cut to, so that ten thousand of them stay small.
#[must_use]
pub fn remark(said: &str) -> String {
    shorten(&clean(said), REMARK_MAX)
}

/// The table of some candidates.
#[derive(Debug, Template)]
#[template(path = "html/ranking_table.html")]
pub struct Table {
    /// What the columns of the challenges are called; a single challenge's is `Suggested`.
    pub columns: Vec<Text>,
    /// Whether there are several challenges.
    pub has_sums: bool,
    /// What the table is called.
    pub caption: String,
    /// The rows.
    pub rows: Vec<Row>,
}

impl Table {
    /// The table of one page of the ranking.
    #[must_use]
    pub fn of(site: &Site<'_>, from: From, page: usize, remarks: &[String]) -> Self {
        let has_sums = site.challenges.len() > 1;
        let columns = if has_sums {
            site.challenges.iter().map(|challenge| Text::of(site.title(challenge))).collect()
        } else {
            vec![Text::of("Suggested")]
        };
        let range = site.on_ranking_page(page);
        let caption = if range.len() == site.ranked.len() {
            "All candidates, best first".to_owned()
        } else {
            format!("Candidates {} to {} of {}, best first", range.start + 1, range.end, site.ranked.len())
        };
        let rows = range.map(|at| Row::of(site, from, at, remarks)).collect();
        Self { columns, has_sums, caption, rows }
    }
}

/// Links to the pages of the ranking, the current one without; `place` tells those above a table from those below.
#[must_use]
pub fn pager(site: &Site<'_>, from: From, page: usize, place: &str) -> Html {
    let pages = site.ranking_pages();
    if pages < 2 {
        return Html::default();
    }
    let mut out = format!("<nav class=\"pager\" aria-label=\"Pages of the ranking, {place}\"><ol>");
    for other in 0..pages {
        let range = site.on_ranking_page(other);
        let label = format!("{}–{}", range.start + 1, range.end);
        // Writing to a text cannot fail.
        let _ = if other == page {
            write!(out, "<li><span aria-current=\"page\">{label}</span></li>")
        } else {
            write!(out, "<li><a href=\"{}\">{label}</a></li>", site.to_ranking(from, other))
        };
    }
    out.push_str("</ol></nav>");
    Html::trusted(out)
}

/// That the batch is not complete, where it is not, and how to go on.
#[must_use]
pub fn unfinished(site: &Site<'_>) -> Html {
    let said = |unfinished: &Unfinished| {
        let said = prose(&unfinished.said());
        Html::trusted(format!("<div class=\"callout open\" role=\"note\"><p>{said}</p></div>"))
    };
    site.unfinished.map(said).unwrap_or_default()
}

/// A further page of the ranking, whole.
///
/// # Errors
/// [`askama::Error`] when the writer fails.
pub fn page(site: &Site<'_>, page: usize, remarks: &[String]) -> askama::Result<String> {
    let table = Table::of(site, From::Folder, page, remarks);
    let body = format!(
        "{}<section class=\"block\"><h1>Ranking</h1>{}{}{}{}</section>",
        super::charts::scale_symbols(),
        unfinished(site),
        pager(site, From::Folder, page, "above"),
        table.render()?,
        pager(site, From::Folder, page, "below")
    );
    let crumbs = vec![
        Crumb::new(&site.to_overview(From::Folder, "main"), "Overview"),
        Crumb::new(&site.to_overview(From::Folder, "ranking"), "Search everybody"),
    ];
    shell::whole(&Shell::plain(&table.caption, crumbs), &body)
}

/// A page of all names in order, whole: to find somebody without a script.
///
/// # Errors
/// [`askama::Error`] when the writer fails.
pub fn names_page(site: &Site<'_>, by_name: &[usize], page: usize) -> askama::Result<String> {
    let first = page * super::site::NAMES_ON_A_PAGE;
    let mut body = String::from(
        "<section class=\"block\"><h1>Everybody by name</h1><nav class=\"pager\" aria-label=\"Pages of names\"><ol>",
    );
    for other in 0..site.names_pages() {
        let start = by_name
            .get(other * super::site::NAMES_ON_A_PAGE)
            .map_or("", |at| site.ranked[*at].candidate.as_str());
        let label = super::text::code(&shorten(&clean(start), 24));
        let _ = if other == page {
            write!(body, "<li><span aria-current=\"page\">{label} ...</span></li>")
        } else {
            write!(body, "<li><a href=\"{}\">{label} ...</a></li>", site.to_names(From::Folder, other))
        };
    }
    body.push_str("</ol></nav><ul class=\"names\">");
    for at in by_name.iter().skip(first).take(super::site::NAMES_ON_A_PAGE) {
        let name = &site.ranked[*at].candidate;
        let (href, said) = (site.to_candidate(From::Folder, name), super::text::code(&clean(name)));
        let _ = write!(body, "<li><a href=\"{href}\">{said}</a></li>");
    }
    body.push_str("</ul></section>");
    let crumbs = vec![Crumb::new(&site.to_overview(From::Folder, "main"), "Overview")];
    shell::whole(&Shell::plain("Everybody by name", crumbs), &body)
}

/// Everybody as JSON for the script that searches, as it may stand inside an element: no `<` in it.
///
/// # Errors
/// What the writer says.
pub fn write_index(site: &Site<'_>, remarks: &[String], to: &mut dyn std::io::Write) -> std::io::Result<()> {
    to.write_all(b"[")?;
    for at in 0..site.ranked.len() {
        let row = Row::of(site, From::Overview, at, remarks);
        let cells: Vec<serde_json::Value> = row
            .cells
            .iter()
            .map(|cell| {
                let range =
                    cell.range.map(|(floor, ceiling)| format!("m{floor}{ceiling}")).unwrap_or_default();
                serde_json::json!([cell.said, range, cell.because.to_string()])
            })
            .collect();
        let points = serde_json::json!([row.points.0, row.points.1]);
        let one = serde_json::json!([
            row.rank,
            row.name.to_string(),
            row.href,
            row.sum,
            points,
            cells,
            remarks.get(at)
        ]);
        let text = one.to_string().replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026");
        write!(to, "{}{text}", if at == 0 { "" } else { ",\n" })?;
    }
    to.write_all(b"]")
}
