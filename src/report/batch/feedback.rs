//! `feedback.md`: what a candidate is told of their own answers, made from the candidate's view alone.
//!
//! Must not see an interviewer's report, so that it has nothing to leak.

use std::fmt::Write;

use crate::judge::escape::{clean, without_log_commands};
use crate::model::score::Tier;
use crate::report::candidate::CandidateReport;
use crate::report::json::keys::{Outcome, StateKind};

/// One submission as its candidate may be told of it.
#[derive(Debug)]
pub enum Told<'a> {
    /// It was graded, or could not be.
    Report(&'a CandidateReport),
    /// There was nothing in it that could be graded.
    Refused {
        /// The challenge.
        challenge: &'a str,
        /// Why.
        because: &'a str,
    },
    /// Nothing was handed in.
    Missing {
        /// The challenge.
        challenge: &'a str,
    },
    /// The batch has not come to it yet.
    Waiting {
        /// The challenge.
        challenge: &'a str,
    },
}

/// The page of one candidate, as Markdown.
#[must_use]
pub fn page(candidate: &str, told: &[Told<'_>]) -> String {
    let mut page = format!("# Feedback for {}\n", text(candidate));
    for one in told {
        let (title, body) = match one {
            Told::Report(report) => (report.title.as_str(), of_report(report)),
            Told::Refused { challenge, because } => {
                (*challenge, format!("Your submission could not be taken: {}.\n", text(because)))
            }
            Told::Missing { challenge } => (*challenge, "Nothing was handed in.\n".to_owned()),
            Told::Waiting { challenge } => (*challenge, "It is not graded yet.\n".to_owned()),
        };
        // Writing to a text cannot fail.
        let _ = write!(page, "\n## {}\n\n{body}", clean(title));
    }
    without_log_commands(&page, "&#35;")
}

fn of_report(report: &CandidateReport) -> String {
    if report.outcome == Outcome::Ungraded {
        return "It could not be graded yet. That is no fault of your answer.\n".to_owned();
    }
    if let Some(failure) = &report.load_failure {
        let place =
            failure.place.as_ref().map(|place| format!(" ({}, line {})", text(&place.file), place.line));
        return format!(
            "The answer does not load{}: {}. None of the {} cases was run.\n",
            place.unwrap_or_default(),
            text(&failure.message),
            report.cases.len()
        );
    }
    let mut page = format!("{} of {} points.\n", report.points.earned, report.points.possible);
    for note in &report.notes {
        let _ = write!(page, "\n{}\n", text(note));
    }
    section(&mut page, "What was good", &titles(report, true));
    section(&mut page, "What was missed", &titles(report, false));
    page
}

/// Titles of what was met or missed, from core to deep.
fn titles(report: &CandidateReport, met: bool) -> Vec<String> {
    let mut titles = Vec::new();
    for tier in Tier::ALL {
        let cases = report.cases.iter().filter(|case| case.earns == tier && case.met == met);
        titles.extend(cases.map(|case| match case.visible.as_ref().filter(|_| !met) {
            Some(visible) if !visible.message.is_empty() => {
                format!("{}: {}", clean(&case.title), text(&visible.message))
            }
            _ => clean(&case.title),
        }));
        let wanted = if met { StateKind::Met } else { StateKind::Unmet };
        let others = report.evidence.iter().filter(|piece| piece.earns == tier && piece.state == wanted);
        titles.extend(others.map(|piece| clean(&piece.title)));
    }
    titles
}

fn section(page: &mut String, title: &str, lines: &[String]) {
    if lines.is_empty() {
        return;
    }
    let _ = write!(page, "\n### {title}\n\n");
    for line in lines {
        let _ = writeln!(page, "- {line}");
    }
}

/// Text of strangers as plain text of Markdown: nothing in it is a link, an image, HTML or a heading.
#[must_use]
pub fn text(text: &str) -> String {
    let mut plain = String::new();
    for character in clean(text).chars() {
        match character {
            '<' => plain.push_str("&lt;"),
            '>' => plain.push_str("&gt;"),
            '&' => plain.push_str("&amp;"),
            '.' | ',' | ':' | ';' | '\'' | '"' | '?' | '/' | '%' | '=' => plain.push(character),
            mark if mark.is_ascii_punctuation() => plain.extend(['\\', mark]),
            other => plain.push(other),
        }
    }
    // What GitHub makes links of by itself.
    plain.replace("://", "&#58;//").replace("www.", "www&#46;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture;

    #[test]
    fn a_candidate_reads_what_was_good_and_what_was_missed() {
        let report = CandidateReport::of(&fixture::partial());
        insta::assert_snapshot!(page("ada", &[Told::Report(&report), Told::Missing { challenge: "once" }]));
    }

    #[test]
    fn nothing_hidden_and_nothing_alive_is_in_it() {
        let report = CandidateReport::of(&fixture::hostile());
        let page = page(
            "<img src=x onerror=alert(1)>[x](javascript:y) https://x.org www.x.org",
            &[Told::Report(&report)],
        );
        assert!(!page.contains("HIDDEN") && !page.contains(&fixture::SEED.to_string()), "{page}");
        assert!(!page.contains("https://") && !page.contains("www."), "{page}");
        assert!(!page.contains('\x1b') && !page.contains("<img") && !page.contains("[x]("), "{page}");
    }
}
