//! `report.html` and the pages beside it, put into files as the results are read.
//!
//! In a small batch candidates' sections wait in a passing file until the overview, which comes before them, is known. In a
//! large one each is a file of its own, in a folder that takes the place of an older one when all of it is there. Must not
//! know what a page looks like.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use futures_util::StreamExt;

use crate::report::batch::html::candidate::{self, Known};
use crate::report::batch::html::overview::Overview;
use crate::report::batch::html::site::{FOLDER, From, OVERVIEW, Site};
use crate::report::batch::html::tally::Tally;
use crate::report::batch::html::text::Html;
use crate::report::batch::html::{ranking, submission};
use crate::report::batch::ranking::Ranked;
use crate::report::batch::unfinished::Unfinished;
use crate::report::json::Report;
use crate::report::similar::{Similar, html as similar};
use crate::store::{Store, Stored};

use super::batch::stored;
use super::batch_files::unwritten;
use super::exit::Failure;
use super::whole_file::WholeFile;

/// The folder while it is being filled; one that an ended run left is emptied.
const FOLDER_PART: &str = ".report-pages.part";

/// Writes the report of a batch, in one walk over its results. `alike` is what submissions share, by challenge.
///
/// # Errors
/// A [`Failure`] when a result cannot be read or a page cannot be written; the results themselves are safe.
pub async fn write(
    store: &Store,
    out: &Path,
    ranked: &[Ranked],
    seed: u64,
    unfinished: Option<&Unfinished>,
    alike: &[Similar],
) -> Result<(), Failure> {
    let failed = |error: io::Error| unwritten(&out.join(OVERVIEW), &error);
    let titles = titles(store, ranked).await?;
    let mut site = Site::new(ranked, titles, seed);
    site.unfinished = unfinished;
    let mut pages = Pages::new(out, site).map_err(failed)?;
    let mut of_one: Vec<Stored> = Vec::new();
    let mut rows = store.results();
    while let Some(row) = rows.next().await {
        let row = row.map_err(|error| stored(&error))?;
        if of_one.first().is_some_and(|first| first.submitted.candidate != row.submitted.candidate) {
            pages.put(&of_one).map_err(failed)?;
            of_one.clear();
        }
        of_one.push(row);
    }
    pages.put(&of_one).map_err(failed)?;
    pages.finish(alike).map_err(failed)
}

/// The titles of the challenges, from the first reports that name them: mostly those of the first candidate.
async fn titles(store: &Store, ranked: &[Ranked]) -> Result<BTreeMap<String, String>, Failure> {
    let challenges: BTreeSet<&str> =
        ranked.iter().flat_map(|one| &one.submissions).map(|one| one.challenge.as_str()).collect();
    let mut titles = BTreeMap::new();
    let mut rows = store.results();
    while titles.len() < challenges.len()
        && let Some(row) = rows.next().await
    {
        let row = row.map_err(|error| stored(&error))?;
        if !titles.contains_key(&row.submitted.challenge)
            && let Ok(report) = Report::from_json(&row.report)
        {
            titles.insert(row.submitted.challenge, report.challenge.title);
        }
    }
    Ok(titles)
}

/// The pages of a batch on their way.
struct Pages<'a> {
    out: &'a Path,
    site: Site<'a>,
    tally: Tally,
    /// By position; none where there are several challenges.
    remarks: Vec<String>,
    sections: Sections,
}

/// Where candidates' sections go.
enum Sections {
    /// Into one passing file, each with where it begins and ends, by position.
    Waiting { file: BufWriter<File>, at: u64, parts: BTreeMap<usize, (u64, u64)> },
    /// Into a file each.
    Files(PathBuf),
}

impl<'a> Pages<'a> {
    /// Begins the pages in a folder.
    ///
    /// # Errors
    /// What the system says.
    fn new(out: &'a Path, site: Site<'a>) -> io::Result<Self> {
        let sections = if site.is_one_page() {
            let file = BufWriter::new(tempfile::tempfile_in(out)?);
            Sections::Waiting { file, at: 0, parts: BTreeMap::new() }
        } else {
            let folder = out.join(FOLDER_PART);
            remove_folder(&folder)?;
            fs::create_dir(&folder)?;
            Sections::Files(folder)
        };
        let remarks = vec![String::new(); site.ranked.len()];
        Ok(Self { out, site, tally: Tally::default(), remarks, sections })
    }

    /// Writes what one candidate handed in, all of it.
    ///
    /// # Errors
    /// What the system says.
    fn put(&mut self, results: &[Stored]) -> io::Result<()> {
        let Some(candidate) = results.first().map(|first| first.submitted.candidate.as_str()) else {
            return Ok(());
        };
        let known: Vec<Known<'_>> = results
            .iter()
            .map(|one| Known {
                submitted: &one.submitted,
                report: Report::from_json(&one.report).ok(),
                files: &one.files,
            })
            .collect();
        for one in &known {
            self.tally.count(one.submitted, one.report.as_ref());
        }
        let position = self.site.position(candidate).unwrap_or(self.site.ranked.len());
        if let ([one], Some(remark)) = (&known[..], self.remarks.get_mut(position)) {
            let hint = one.report.as_ref().and_then(|report| report.hint.as_ref());
            *remark = hint.map(|hint| ranking::remark(&submission::said(hint))).unwrap_or_default();
        }
        match &mut self.sections {
            Sections::Waiting { file, at, parts } => {
                let section = candidate::section(&self.site, candidate, &known).map_err(io::Error::other)?;
                file.write_all(section.as_bytes())?;
                let end = *at + section.len() as u64;
                parts.insert(position, (*at, end));
                *at = end;
                Ok(())
            }
            Sections::Files(folder) => {
                let page = candidate::page(&self.site, candidate, &known).map_err(io::Error::other)?;
                fs::write(folder.join(Site::candidate_file(candidate)), page)
            }
        }
    }

    /// Writes the rest of the pages, the overview last.
    ///
    /// # Errors
    /// What the system says; an older report is then as it was, or its folder is gone.
    fn finish(mut self, alike: &[Similar]) -> io::Result<()> {
        if let Sections::Files(folder) = &self.sections {
            self.write_lists(folder)?;
        }
        let remarks: &[String] = if self.site.challenges.len() > 1 { &[] } else { &self.remarks };
        let mut page = WholeFile::create(&self.out.join(OVERVIEW))?;
        let shell = Overview::shell(&self.site);
        let address =
            |name: &str| self.site.position(name).map(|_| self.site.to_candidate(From::Overview, name));
        let alike: Vec<Html> =
            alike.iter().map(|part| Html::trusted(similar::section(part, &address))).collect();
        let overview = Overview::of(&self.site, &self.tally, remarks, &alike);
        page.write_all(shell.head().map_err(io::Error::other)?.as_bytes())?;
        page.write_all(askama::Template::render(&overview).map_err(io::Error::other)?.as_bytes())?;
        if let Sections::Waiting { file, parts, .. } = &mut self.sections {
            copy_sections(file, parts, &mut page)?;
        }
        page.write_all(b"<script type=\"application/json\" id=\"everybody\">")?;
        ranking::write_index(&self.site, remarks, &mut page)?;
        page.write_all(b"</script>\n")?;
        page.write_all(shell.tail().as_bytes())?;
        let folder = self.out.join(FOLDER);
        remove_folder(&folder)?;
        if let Sections::Files(part) = &self.sections {
            fs::rename(part, &folder)?;
        }
        page.finish()
    }

    /// The further pages of the ranking, and everybody by name.
    fn write_lists(&self, folder: &Path) -> io::Result<()> {
        let remarks: &[String] = if self.site.challenges.len() > 1 { &[] } else { &self.remarks };
        for number in 1..self.site.ranking_pages() {
            let page = ranking::page(&self.site, number, remarks).map_err(io::Error::other)?;
            fs::write(folder.join(Site::ranking_file(number)), page)?;
        }
        let mut by_name: Vec<usize> = (0..self.site.ranked.len()).collect();
        by_name.sort_by_cached_key(|at| self.site.ranked[*at].candidate.to_lowercase());
        for number in 0..self.site.names_pages() {
            let page = ranking::names_page(&self.site, &by_name, number).map_err(io::Error::other)?;
            fs::write(folder.join(Site::names_file(number)), page)?;
        }
        Ok(())
    }
}

/// The waiting sections in the order of the ranking.
fn copy_sections(
    file: &mut BufWriter<File>,
    parts: &BTreeMap<usize, (u64, u64)>,
    to: &mut impl Write,
) -> io::Result<()> {
    file.flush()?;
    let mut file = file.get_ref();
    for (start, end) in parts.values() {
        file.seek(SeekFrom::Start(*start))?;
        io::copy(&mut file.take(end - start), to)?;
    }
    Ok(())
}

/// Removes a folder that viva made, where there is one. A link in its place is removed itself and not followed.
fn remove_folder(folder: &Path) -> io::Result<()> {
    match fs::symlink_metadata(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error),
        Ok(facts) if facts.is_dir() => fs::remove_dir_all(folder),
        Ok(_) => fs::remove_file(folder),
    }
}

#[cfg(test)]
mod tests;
