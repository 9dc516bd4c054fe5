//! The formats that a batch writes for other tools, in one walk over its results.
//!
//! Must not know how a format looks; `report` does.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::kept::Kept;
use crate::cli::args::BatchFormat;
use crate::cli::batch_files::{unwritten, written_anew};
use crate::cli::exit::Failure;
use crate::cli::whole_file::WholeFile;
use crate::model::batch::{Standing, Submitted};
use crate::report::batch::names::file_name;
use crate::report::candidate::CandidateReport;
use crate::report::json::Report;
use crate::report::json::parts::Points;
use crate::report::sheet::{Fate, Sheet, Whose};
use crate::report::{ctrf, github, gradescope, junit, sarif};
use crate::store::Stored;

/// The folder with a file for each candidate.
pub const GRADESCOPE: &str = "gradescope";
/// The job summary.
const SUMMARY: &str = "summary.md";

/// The formats on their way.
#[derive(Debug)]
pub struct Formats {
    out: PathBuf,
    /// What stands before the path of a submission.
    before: String,
    junit: Option<junit::Writer<WholeFile>>,
    ctrf: Option<ctrf::Writer<WholeFile>>,
    sarif: Option<sarif::Writer<WholeFile>>,
    github: Option<(github::Annotations, github::Summary<WholeFile>)>,
    gradescope: bool,
    /// The sheets of the candidate whose results are being read.
    of_one: Vec<Sheet>,
    /// That candidate's name as it is stored.
    one: String,
}

impl Formats {
    /// Begins every format that was asked for.
    ///
    /// # Errors
    /// A [`Failure`] when a file cannot be written.
    pub fn begin(out: &Path, kept: &Kept) -> Result<Self, Failure> {
        let wants = |format| kept.formats.contains(&format);
        let file = |name: &str| {
            let path = out.join(name);
            WholeFile::create(&path).map_err(|error| unwritten(&path, &error))
        };
        let failed = |error: io::Error| unwritten(out, &error);
        let mut formats = Self {
            out: out.to_owned(),
            before: kept.submissions_from_here(),
            junit: None,
            ctrf: None,
            sarif: None,
            github: None,
            gradescope: wants(BatchFormat::Gradescope),
            of_one: Vec::new(),
            one: String::new(),
        };
        if wants(BatchFormat::Junit) {
            formats.junit = Some(junit::Writer::new(file("junit.xml")?, kept.began_ms).map_err(failed)?);
        }
        if wants(BatchFormat::Ctrf) {
            let span = (kept.began_ms, kept.ended_ms);
            formats.ctrf = Some(ctrf::Writer::new(file("ctrf.json")?, span).map_err(failed)?);
        }
        if wants(BatchFormat::Sarif) {
            formats.sarif = Some(sarif::Writer::new(file("idioms.sarif")?).map_err(failed)?);
        }
        if wants(BatchFormat::Github) {
            let summary = github::Summary::new(file(SUMMARY)?).map_err(failed)?;
            formats.github = Some((github::Annotations::default(), summary));
        }
        Ok(formats)
    }

    /// Writes one result; those of a candidate follow each other.
    ///
    /// # Errors
    /// A [`Failure`] when a file cannot be written.
    pub fn put(&mut self, one: &Stored) -> Result<(), Failure> {
        let out = self.out.clone();
        let failed = |error: io::Error| unwritten(&out, &error);
        let before = self.before.clone();
        let whose = Whose {
            candidate: &one.submitted.candidate,
            challenge: &one.submitted.challenge,
            before: &before,
            files: &one.files,
        };
        if self.junit.is_some() || self.ctrf.is_some() || self.sarif.is_some() {
            let report = Report::from_json(&one.report).ok();
            let sheet = report.map_or_else(|| nothing(whose, one), |report| Sheet::of_report(whose, &report));
            self.junit.iter_mut().try_for_each(|to| to.put(&sheet)).map_err(failed)?;
            self.ctrf.iter_mut().try_for_each(|to| to.put(&sheet)).map_err(failed)?;
            self.sarif.iter_mut().try_for_each(|to| to.put(&sheet)).map_err(failed)?;
        }
        if self.github.is_some() || self.gradescope {
            let view: Option<CandidateReport> = serde_json::from_str(&one.candidate_report).ok();
            let sheet = view.map_or_else(|| nothing(whose, one), |view| Sheet::of_view(whose, &view));
            if let Some((annotations, summary)) = &mut self.github {
                annotations.put_submission(&sheet);
                summary.put(&sheet).map_err(failed)?;
            }
            if self.gradescope {
                self.put_candidates(&one.submitted.candidate, sheet)?;
            }
        }
        Ok(())
    }

    fn put_candidates(&mut self, candidate: &str, sheet: Sheet) -> Result<(), Failure> {
        if self.one != candidate {
            self.end_candidate()?;
            candidate.clone_into(&mut self.one);
        }
        self.of_one.push(sheet);
        Ok(())
    }

    /// Writes the file of the candidate whose last result was read.
    fn end_candidate(&mut self) -> Result<(), Failure> {
        let sheets = std::mem::take(&mut self.of_one);
        if sheets.is_empty() {
            return Ok(());
        }
        let folder = self.out.join(GRADESCOPE);
        let path = folder.join(format!("{}.json", file_name(&self.one)));
        let Some(results) = gradescope::results(&sheets) else {
            // An older one tells of what is no longer so. Where there was none there is nothing to do.
            let _ = fs::remove_file(&path);
            return Ok(());
        };
        fs::create_dir_all(&folder).map_err(|error| unwritten(&folder, &error))?;
        written_anew(&path, format!("{results:#}\n").as_bytes())
    }

    /// Ends every format; the annotations for standard output, where they were asked for.
    ///
    /// # Errors
    /// A [`Failure`] when a file cannot be written.
    pub fn finish(mut self) -> Result<String, Failure> {
        self.end_candidate()?;
        let out = self.out;
        let failed = |error: io::Error| unwritten(&out, &error);
        let end = |file: Option<io::Result<WholeFile>>| {
            file.map_or(Ok(()), |file| file.and_then(WholeFile::finish)).map_err(failed)
        };
        end(self.junit.map(junit::Writer::finish))?;
        end(self.ctrf.map(ctrf::Writer::finish))?;
        end(self.sarif.map(sarif::Writer::finish))?;
        let Some((annotations, summary)) = self.github else { return Ok(String::new()) };
        end(Some(summary.finish()))?;
        job_summary(&fs::read(out.join(SUMMARY)).map_err(failed)?);
        Ok(annotations.text())
    }
}

/// Adds a page to the summary of the job, where there is one. The page is in a file of the batch as well, so that a
/// summary that cannot be written loses nothing.
pub fn job_summary(page: &[u8]) {
    let Some(path) = std::env::var_os("GITHUB_STEP_SUMMARY").filter(|path| !path.is_empty()) else { return };
    let _ = OpenOptions::new().append(true).create(true).open(path).and_then(|mut file| file.write_all(page));
}

/// A submission of which there is no report.
fn nothing(whose: Whose<'_>, one: &Stored) -> Sheet {
    let Submitted { standing, earned, possible, .. } = &one.submitted;
    let fate = match standing {
        Standing::Refused { because } => Fate::Refused(because.clone()),
        Standing::Ungraded { because, .. } => Fate::Ungraded(because.clone()),
        Standing::Missing => Fate::Missing,
        Standing::Waiting => Fate::Waiting,
        // A report that this viva cannot read is none that it may judge by.
        Standing::Graded { .. } => Fate::Ungraded("its stored report cannot be read".to_owned()),
    };
    Sheet::without_report(whose, fate, Points { earned: *earned, possible: *possible })
}
