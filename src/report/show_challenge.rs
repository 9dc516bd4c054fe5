//! What `viva show` prints: a challenge as a candidate reads it, and all of it.
//!
//! The candidate's page is made from a type that holds nothing hidden. Must not know who asks.

use super::list::{kind, level};
use super::page::Look;
use crate::model::challenge::{CaseSpec, Challenge, How, TableExpectation};
use crate::model::score::Tier;

/// What a candidate may see of a challenge, and nothing more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CandidatePage {
    title: String,
    facts: String,
    signatures: Vec<String>,
    prompt: String,
    snippet: Option<String>,
    starter: String,
}

impl CandidatePage {
    /// Takes what may be seen.
    #[must_use]
    pub fn of(challenge: &Challenge) -> Self {
        Self {
            title: challenge.title.clone(),
            facts: format!(
                "{} · {} · {} · {} minutes",
                challenge.id,
                level(challenge.level),
                kind(challenge.kind),
                challenge.minutes
            ),
            signatures: challenge.entries.iter().map(|entry| entry.signature.clone()).collect(),
            prompt: challenge.prompt.clone(),
            snippet: challenge.prediction.as_ref().map(|prediction| prediction.snippet.clone()),
            starter: challenge.starter.clone(),
        }
    }

    /// The page as text.
    #[must_use]
    pub fn to_text(&self, look: Look) -> String {
        let mut page = format!("{}{}\n\n", look.heading(&self.title), look.faint(&self.facts));
        page.push_str(&format!("Define: {}\n\n", self.signatures.join(", ")));
        page.push_str(self.prompt.trim_end());
        page.push('\n');
        if let Some(snippet) = &self.snippet {
            page.push_str(&format!("\n{}", look.heading("What does this print?")));
            page.push_str(&look.verbatim(snippet.trim_end(), 4));
        }
        page.push_str(&format!("\n{}", look.heading("You start from")));
        page.push_str(&look.verbatim(self.starter.trim_end(), 4));
        page
    }
}

/// Everything there is about a challenge, for interviewers and authors.
#[must_use]
pub fn hidden(challenge: &Challenge, look: Look) -> String {
    let mut page = CandidatePage::of(challenge).to_text(look);
    page.push_str(&format!("\n{}\n", look.faint("everything below is hidden from candidates")));
    for tier in Tier::ALL {
        page.push_str(&evidence(challenge, tier, look));
    }
    page.push_str(&section("Follow-up questions", look));
    for follow_up in &challenge.follow_ups {
        page.push_str(&look.paragraph(&follow_up.question, 2));
        page.push_str(&look.paragraph(&format!("listen for: {}", follow_up.listen_for), 4));
    }
    page.push_str(&section("Misconceptions", look));
    for misconception in &challenge.misconceptions {
        page.push_str(&look.paragraph(&format!("{}. {}", misconception.title, misconception.text), 2));
    }
    let harness = &challenge.harness;
    for (name, text) in
        [("inputs.py", &harness.inputs), ("driver.py", &harness.driver), ("oracle.py", &harness.oracle)]
    {
        if !text.is_empty() {
            page.push_str(&section(name, look));
            page.push_str(&look.verbatim(text.trim_end(), 4));
        }
    }
    page
}

fn section(title: &str, look: Look) -> String {
    format!("\n{}", look.heading(title))
}

/// The rubric's text and the evidence of one tier.
fn evidence(challenge: &Challenge, tier: Tier, look: Look) -> String {
    let rubric = match tier {
        Tier::Maybe => &challenge.rubric.maybe,
        Tier::Yes => &challenge.rubric.yes,
        Tier::StrongYes => &challenge.rubric.strong_yes,
    };
    let mut page = section(&format!("{} · {}", tier.score(), tier.word()), look);
    page.push_str(&look.paragraph(rubric, 2));
    for case in challenge.cases.iter().filter(|case| case.earns == tier) {
        let seen = if case.visible { ", visible" } else { "" };
        page.push_str(
            &look.paragraph(&format!("- {} ({}, {} points{seen})", case.title, case.id, case.points), 2),
        );
        page.push_str(&table_line(case, look));
    }
    for idiom in challenge.idioms.iter().filter(|idiom| idiom.earns == tier) {
        page.push_str(&look.paragraph(&format!("- {} ({}, idiom)", idiom.title, idiom.id), 2));
    }
    for prediction in challenge.prediction.iter().filter(|prediction| prediction.earns == tier) {
        page.push_str(&look.paragraph(&format!("- {} ({}, prediction)", prediction.title, prediction.id), 2));
    }
    for concept in challenge.concepts.iter().filter(|concept| concept.earns == tier) {
        let phrases = concept.phrases.join("; ");
        page.push_str(
            &look.paragraph(&format!("- {} ({}, concept: {phrases})", concept.title, concept.id), 2),
        );
    }
    page
}

fn table_line(case: &CaseSpec, look: Look) -> String {
    let How::Table { setup, call, expects } = &case.how else { return String::new() };
    let wanted = match expects {
        TableExpectation::Equals(value) => format!("equals {value}"),
        TableExpectation::Raises(kind) => format!("raises {kind}"),
        TableExpectation::Prints(text) => format!("prints {text:?}"),
    };
    let setup = if setup.is_empty() { String::new() } else { format!("{setup}\n") };
    look.verbatim(&format!("{setup}{call}  {wanted}"), 6)
}
