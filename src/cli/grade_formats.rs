//! One answer in the formats of other tools.
//!
//! Must not know how a format looks; `report` does.

use std::path::Path;

use super::args::{self, GradeFormat, View};
use super::batch::formats::job_summary;
use super::batch::kept::now_ms;
use crate::model::grade::Grade;
use crate::report::candidate::CandidateReport;
use crate::report::json::Report;
use crate::report::sheet::{Sheet, Whose};
use crate::report::terminal::{self, Screen};
use crate::report::{ctrf, github, gradescope, junit, sarif};

/// The report of one answer as another tool reads it; empty where that tool has no word for what became of it.
pub fn render(told: &args::Grade, grade: &Grade, format: GradeFormat, screen: Screen) -> String {
    let view = CandidateReport::of(grade);
    let before = before(&told.answer, grade);
    let challenge = grade.challenge.id.to_string();
    let whose = Whose { candidate: "", challenge: &challenge, before: &before, files: &grade.files };
    let candidates = Sheet::of_view(whose, &view);
    let sheet = match told.view {
        View::Interviewer => Sheet::of_report(whose, &Report::of(grade)),
        View::Candidate => candidates.clone(),
    };
    let now = now_ms();
    let written = match format {
        GradeFormat::Junit => junit::Writer::new(Vec::new(), now).and_then(|mut to| {
            to.put(&sheet)?;
            to.finish()
        }),
        GradeFormat::Ctrf => ctrf::Writer::new(Vec::new(), (now, now)).and_then(|mut to| {
            to.put(&sheet)?;
            to.finish()
        }),
        GradeFormat::Sarif => sarif::Writer::new(Vec::new()).and_then(|mut to| {
            to.put(&sheet)?;
            to.finish()
        }),
        GradeFormat::Gradescope => Ok(gradescope::results(std::slice::from_ref(&candidates))
            .map_or_else(Vec::new, |results| format!("{results:#}\n").into_bytes())),
        GradeFormat::Github => {
            job_summary(github::summary_of_answer(&candidates).as_bytes());
            let page = terminal::candidate(&view, &Screen { colour: false, ..screen });
            let annotations = github::Annotations::of_answer(&candidates).text();
            Ok(format!("{annotations}{}", github::guarded(&page, &token())).into_bytes())
        }
        GradeFormat::Text | GradeFormat::Json => Ok(Vec::new()),
    };
    // Writing to memory cannot fail, and every writer writes text.
    written.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default()
}

/// A word that nobody can foretell: 128 random bits, or where the kernel gives none the moment and the process.
fn token() -> String {
    let bits = (getrandom::u64(), getrandom::u64());
    match bits {
        (Ok(high), Ok(low)) => format!("{high:016x}{low:016x}"),
        _ => format!("{:016x}{:016x}", now_ms(), std::process::id()),
    }
}

/// What stands before the path of each file as reports name it; where one file was named that is all of it.
fn before(answer: &Path, grade: &Grade) -> String {
    let is_all = grade.files.iter().all(|file| file.at.is_empty());
    if answer == Path::new("-") {
        return "answer.py".to_owned();
    }
    let path = answer.strip_prefix(".").unwrap_or(answer).to_string_lossy();
    if is_all || path.is_empty() { path.into_owned() } else { format!("{}/", path.trim_end_matches('/')) }
}
