//! What `viva grade` prints: a page that an interviewer reads between two sentences, most important first.
//!
//! The page is made of styled pieces, each cleaned when it is made, so no candidate's byte reaches a terminal raw.
//! Must not know whether there is a terminal: width and colour are told to it.

pub mod page;

mod candidate;
mod case;
mod evidence;
mod footer;
mod next;
mod scale;
#[cfg(test)]
mod tests;

use super::candidate::CandidateReport;
use crate::judge::hint::tallies;
use crate::model::grade::{Fault, Grade, Verdict};
use crate::model::id::ChallengeId;
use crate::model::score::Tier;
use page::{Line, Page, Role};

/// How a page is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Screen {
    /// Columns, at least 40.
    pub width: usize,
    /// Whether colours are wanted.
    pub colour: bool,
    /// What to write for the answer in the command that grades it again.
    pub answer: String,
    /// Further words of that command, as ` --bank my-bank`; empty for none.
    pub flags: String,
}

impl Default for Screen {
    fn default() -> Self {
        Self { width: 80, colour: false, answer: "ANSWER".to_owned(), flags: String::new() }
    }
}

/// The interviewer's page: everything.
#[must_use]
pub fn interviewer(grade: &Grade, screen: &Screen) -> String {
    let mut page = Page::new(screen.width, screen.colour);
    heading(&mut page, grade);
    footer::warnings(&mut page, grade);
    match &grade.verdict {
        Verdict::Ungraded { because, fault } => ungraded(&mut page, because, *fault, &grade.challenge.id),
        Verdict::Graded(hint) => {
            evidence::undefined(&mut page, &grade.undefined);
            scale::draw(&mut page, hint);
            scale::tallies(
                &mut page,
                &tallies(&grade.challenge, &grade.evidence, grade.asked),
                grade.points(),
            );
            next::say(&mut page, hint);
            next::missing(&mut page, hint, grade);
            next::misconceptions(&mut page, hint);
            if let Some(failure) = &grade.load_failure {
                evidence::load_failure(&mut page, failure, grade);
            }
            for tier in Tier::ALL {
                evidence::tier(&mut page, grade, tier);
            }
            next::questions(&mut page, hint, grade);
        }
    }
    footer::notes(&mut page, &grade.notes);
    footer::footer(&mut page, grade, screen);
    page.render()
}

/// The candidate's page, made from the candidate's report alone.
#[must_use]
pub fn candidate(report: &CandidateReport, screen: &Screen) -> String {
    let mut page = Page::new(screen.width, screen.colour);
    candidate::draw(&mut page, report);
    page.render()
}

fn heading(page: &mut Page, grade: &Grade) {
    let challenge = &grade.challenge;
    let level = format!("{:?}", challenge.level).to_lowercase();
    let kind = format!("{:?}", challenge.kind).to_lowercase();
    let about = format!("{level} · {kind} · {} min", challenge.minutes);
    page.put(Line::new().push(Role::Title, &challenge.title).right(Role::Faint, &about));
}

fn ungraded(page: &mut Page, because: &str, fault: Fault, challenge: &ChallengeId) {
    page.blank();
    let (first, excerpt) = because.split_once('\n').unwrap_or((because, ""));
    page.put(Line::new().push(Role::Bad, "Not graded").push(Role::Plain, &format!(": {first}")).hang(2));
    for line in excerpt.lines() {
        page.put(Line::new().verbatim().push(Role::Plain, line));
    }
    page.put(Line::new().push(Role::Plain, &match fault {
        Fault::Viva => "That is viva's failure and says nothing about the answer. `viva doctor` looks for what is \
                        missing."
            .to_owned(),
        Fault::Challenge => format!(
            "That is the challenge's fault and says nothing about the answer. `viva check {challenge}` shows more."
        ),
    }));
}
