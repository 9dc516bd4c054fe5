//! A plan as Markdown, to be printed or kept with the notes: the agenda as a table, then a sheet to write on.
//!
//! Text from the bank is Markdown already; from a template it is plain and shown as it is. Must not draw anything.

use std::fmt::Write as _;

use super::{AskedPart, GivenPart, PlanReport, SlotPart};

/// The page.
#[must_use]
pub fn page(plan: &PlanReport) -> String {
    let mut out = String::new();
    written(plan, &mut out).expect("writing to a String does not fail");
    out
}

fn written(plan: &PlanReport, out: &mut String) -> std::fmt::Result {
    writeln!(out, "# {}\n\n{}. Seed {}.\n", plan.title, plan.heading(), plan.seed)?;
    if !plan.about.is_empty() {
        writeln!(out, "{}\n", plan.about)?;
    }
    writeln!(out, "| minutes | part | what |\n|---|---|---|")?;
    for slot in &plan.slots {
        writeln!(out, "| {}–{} | {} | {} |", slot.from, slot.to, cell(&slot.title), cell(&summary(slot)))?;
    }
    for slot in &plan.slots {
        part(slot, out)?;
    }
    writeln!(out, "\n---\n\nThe same plan again, from the same bank: `{}`", plan.again)
}

/// What a part holds, for the table.
fn summary(slot: &SlotPart) -> String {
    let titles: Vec<&str> = slot.challenges.iter().map(|given| given.title.as_str()).collect();
    match (titles.is_empty(), slot.pace()) {
        (false, _) => titles.join(", "),
        (true, pace) => pace,
    }
}

fn part(slot: &SlotPart, out: &mut String) -> std::fmt::Result {
    writeln!(out, "\n## {}–{} {}", slot.from, slot.to, slot.title)?;
    for say in &slot.say {
        writeln!(out, "\n*{say}*")?;
    }
    for given in &slot.challenges {
        challenge(given, out)?;
    }
    if !slot.questions.is_empty() {
        writeln!(out)?;
    }
    for (at, asked) in slot.questions.iter().enumerate() {
        question(at + 1, asked, out)?;
    }
    Ok(())
}

fn challenge(given: &GivenPart, out: &mut String) -> std::fmt::Result {
    writeln!(out, "\n### {}\n", given.title)?;
    let purpose = if given.purpose.is_empty() { String::new() } else { format!("{}, ", given.purpose) };
    let (from, to) = (given.from, given.to);
    writeln!(out, "{purpose}minutes {from} to {to} · {} · `viva show {}`\n", given.facts(), given.id)?;
    if !given.reveals.is_empty() {
        writeln!(out, "{}\n", given.reveals)?;
    }
    for (score, text) in given.rubric() {
        writeln!(out, "- **{score}** {text}")?;
    }
    writeln!(out, "\nScore: ___ because:")
}

fn question(number: usize, asked: &AskedPart, out: &mut String) -> std::fmt::Result {
    writeln!(out, "{number}. **{}**", asked.question)?;
    writeln!(out, "   Listen for: {}", asked.listen_for)?;
    let of = match (&asked.challenge, asked.difficulty) {
        (Some(challenge), Some(difficulty)) => format!("difficulty {difficulty} of 5, {challenge}; "),
        _ => String::new(),
    };
    writeln!(out, "   ({of}score: ___)")
}

/// A text within a table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page() {
        insta::assert_snapshot!(page(&super::super::tests::plan()));
    }
}
