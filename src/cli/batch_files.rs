//! The files that a batch leaves behind, written from the stored results.
//!
//! Each file is written whole or not at all. Must not know how anything was graded.

use std::io::Write;
use std::path::Path;

use futures_util::StreamExt;

use crate::judge::locate::counted;
use crate::model::batch::{Standing, Submitted};
use crate::report::batch::feedback::{self, Told};
use crate::report::batch::names::file_name;
use crate::report::batch::ranking::{Ranked, rank};
use crate::report::batch::unfinished::Unfinished;
use crate::report::batch::{results, table};
use crate::report::candidate::CandidateReport;
use crate::report::json::to_json;
use crate::report::similar::{Similar, SimilarReport};
use crate::store::{Store, Stored};

use super::args::BatchFormat;
use super::batch::formats::{Formats, GRADESCOPE};
use super::batch::kept::Kept;
use super::batch::stored;
use super::batch_pages;
use super::exit::{Exit, Failure};
use super::whole_file::{self, WholeFile};

/// The folder with a page for each candidate.
const FEEDBACK: &str = "feedback";

/// What a batch came to.
#[derive(Debug)]
pub struct Summary {
    ranked: Vec<Ranked>,
    formats: Vec<BatchFormat>,
    /// Lines for the log of a job; empty where none were asked for.
    pub annotations: String,
    unfinished: Option<Unfinished>,
}

impl Summary {
    /// Whether everything that was handed in has its result.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.ranked.iter().all(Ranked::is_judged)
    }

    /// A few lines for the end of a run.
    #[must_use]
    pub fn text(&self, out: &Path) -> String {
        let count = |wanted: fn(&Standing) -> bool| {
            self.ranked.iter().flat_map(|one| &one.submissions).filter(|one| wanted(&one.standing)).count()
        };
        let parts = [
            (count(|standing| matches!(standing, Standing::Graded { .. })), "graded"),
            (count(|standing| matches!(standing, Standing::Refused { .. })), "refused"),
            (count(|standing| matches!(standing, Standing::Missing)), "missing"),
            (count(|standing| matches!(standing, Standing::Ungraded { .. })), "ungraded"),
            (count(|standing| matches!(standing, Standing::Waiting)), "not graded yet"),
        ];
        let parts: Vec<String> = parts
            .iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, word)| format!("{count} {word}"))
            .collect();
        let mut files = vec!["report.html", "results.csv", "results.json", "similar.json", "feedback/"];
        files.extend(self.formats.iter().map(|format| match format {
            BatchFormat::Junit => "junit.xml",
            BatchFormat::Ctrf => "ctrf.json",
            BatchFormat::Sarif => "idioms.sarif",
            BatchFormat::Gradescope => "gradescope/",
            BatchFormat::Github => "summary.md",
        }));
        let unfinished = self.unfinished.as_ref().map(|unfinished| format!("\n{}", unfinished.said()));
        format!(
            "{}: {}\n{}/{}{}",
            counted(self.ranked.len(), "candidate"),
            parts.join(", "),
            out.display(),
            files.join("  "),
            unfinished.unwrap_or_default()
        )
    }
}

/// Writes every file and says what the batch came to. `alike` is what submissions share, by challenge.
///
/// # Errors
/// A [`Failure`] when a result cannot be read or a file cannot be written; the results themselves are safe.
pub async fn write(
    store: &Store,
    out: &Path,
    seed: u64,
    kept: &Kept,
    alike: Vec<Similar>,
) -> Result<Summary, Failure> {
    for folder in [out.to_owned(), out.join(FEEDBACK), out.join(GRADESCOPE)] {
        whole_file::clear(&folder);
    }
    let mut submitted = Vec::new();
    let mut summaries = store.summaries();
    while let Some(row) = summaries.next().await {
        submitted.push(row.map_err(|error| stored(&error))?.0);
    }
    let waiting = submitted.iter().filter(|one| one.standing == Standing::Waiting).count();
    let ranked = rank(submitted);
    let unfinished = kept.unfinished(waiting);
    whole_file(&out.join("results.csv"), |to| table::write(to, &ranked).map_err(std::io::Error::other))?;
    let annotations = write_results(store, out, seed, kept, unfinished.as_ref()).await?;
    batch_pages::write(store, out, &ranked, seed, unfinished.as_ref(), &alike).await?;
    let alike = to_json(&SimilarReport::of(alike));
    whole_file(&out.join("similar.json"), |to| to.write_all(alike.as_bytes()))?;
    Ok(Summary { ranked, formats: kept.formats.clone(), annotations, unfinished })
}

/// `results.json`, the feedback and the formats that were asked for, in one walk over the results.
async fn write_results(
    store: &Store,
    out: &Path,
    seed: u64,
    kept: &Kept,
    unfinished: Option<&Unfinished>,
) -> Result<String, Failure> {
    let folder = out.join(FEEDBACK);
    std::fs::create_dir_all(&folder).map_err(|error| unwritten(&folder, &error))?;
    let path = out.join("results.json");
    let failed = |error: std::io::Error| unwritten(&path, &error);
    let file = WholeFile::create(&path).map_err(failed)?;
    let mut json = results::Writer::new(file, seed, unfinished).map_err(failed)?;
    let mut formats = Formats::begin(out, kept)?;
    let mut of_one: Vec<Stored> = Vec::new();
    let mut rows = store.results();
    while let Some(row) = rows.next().await {
        let row = row.map_err(|error| stored(&error))?;
        json.put(&row.submitted, &row.report, &row.candidate_report).map_err(failed)?;
        formats.put(&row)?;
        if of_one.first().is_some_and(|first| first.submitted.candidate != row.submitted.candidate) {
            write_feedback(&folder, &of_one)?;
            of_one.clear();
        }
        of_one.push(row);
    }
    write_feedback(&folder, &of_one)?;
    json.finish().and_then(WholeFile::finish).map_err(failed)?;
    formats.finish()
}

/// Takes away what was written for a candidate who no longer has a submission.
pub fn forget(out: &Path, candidate: &str) {
    let name = file_name(candidate);
    // What is not there need not go.
    let _ = std::fs::remove_file(out.join(FEEDBACK).join(format!("{name}.md")));
    let _ = std::fs::remove_file(out.join(GRADESCOPE).join(format!("{name}.json")));
}

/// One candidate's feedback over all challenges.
fn write_feedback(folder: &Path, results: &[Stored]) -> Result<(), Failure> {
    let Some(first) = results.first() else { return Ok(()) };
    let candidate = &first.submitted.candidate;
    let views: Vec<Option<CandidateReport>> =
        results.iter().map(|one| serde_json::from_str(&one.candidate_report).ok()).collect();
    let told: Vec<Told<'_>> = results
        .iter()
        .zip(&views)
        .map(|(one, view)| {
            let Submitted { challenge, standing, .. } = &one.submitted;
            match (view, standing) {
                (Some(report), _) => Told::Report(report),
                (None, Standing::Refused { because }) => Told::Refused { challenge, because },
                (None, Standing::Waiting) => Told::Waiting { challenge },
                (None, _) => Told::Missing { challenge },
            }
        })
        .collect();
    let page = feedback::page(candidate, &told);
    written_anew(&folder.join(format!("{}.md", file_name(candidate))), page.as_bytes())
}

/// Writes a file of one candidate, unless it says the same already: of ten thousand most do when a batch goes on.
///
/// # Errors
/// A [`Failure`] when it cannot be written; an older one is then as it was.
pub fn written_anew(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    if std::fs::read(path).is_ok_and(|older| older == bytes) {
        return Ok(());
    }
    whole_file(path, |to| to.write_all(bytes))
}

/// Writes a file whole or not at all.
fn whole_file(path: &Path, write: impl FnOnce(&mut WholeFile) -> std::io::Result<()>) -> Result<(), Failure> {
    let written = WholeFile::create(path).and_then(|mut file| {
        write(&mut file)?;
        file.finish()
    });
    written.map_err(|error| unwritten(path, &error))
}

/// A file that could not be written; nothing that was stored is lost with it.
pub fn unwritten(path: &Path, error: &std::io::Error) -> Failure {
    Failure {
        exit: Exit::Unexpected,
        message: format!("cannot write {}: {}", path.display(), error.kind()),
        help: "every result is stored: make room and run the same command again; nothing is graded twice"
            .to_owned(),
    }
}
