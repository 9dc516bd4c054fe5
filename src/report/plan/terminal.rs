//! A plan as a page that an interviewer has beside the call: the agenda first, then each part in full.
//!
//! Must not know whether there is a terminal.

use super::{AskedPart, GivenPart, PlanReport, SlotPart};
use crate::report::terminal::Screen;
use crate::report::terminal::page::{Line, Page, Role};

/// Columns of the minutes at the left.
const MINUTES: usize = 7;

/// The page.
#[must_use]
pub fn page(plan: &PlanReport, screen: &Screen) -> String {
    let mut page = Page::new(screen.width, screen.colour);
    let seed = format!("seed {}", plan.seed);
    page.put(Line::new().push(Role::Title, &plan.title).right(Role::Faint, &seed));
    page.put(Line::new().push(Role::Plain, &plan.heading()));
    if !plan.about.is_empty() {
        page.put(Line::new().push(Role::Faint, &plan.about));
    }
    for part in &plan.slots {
        slot(&mut page, part);
    }
    page.blank();
    page.put(Line::new().push(Role::Faint, "The same plan again, from the same bank:"));
    page.put(Line::new().indent(2).hang(2).push(Role::Faint, &plan.again));
    page.render()
}

/// `10–22`, flush right in its column.
fn minutes(from: u32, to: u32) -> String {
    let told = format!("{from}–{to}");
    let lacks = (MINUTES - 2).saturating_sub(told.chars().count());
    format!("{}{told}  ", " ".repeat(lacks))
}

fn slot(page: &mut Page, slot: &SlotPart) {
    page.blank();
    let line = Line::new().push(Role::Open, &minutes(slot.from, slot.to)).push(Role::Strong, &slot.title);
    page.put(line.hang(MINUTES).right(Role::Faint, &slot.pace()));
    for say in &slot.say {
        page.put(Line::new().indent(MINUTES).push(Role::Faint, say));
    }
    for given in &slot.challenges {
        challenge(page, given);
    }
    for (at, asked) in slot.questions.iter().enumerate() {
        question(page, at + 1, asked);
    }
}

fn challenge(page: &mut Page, given: &GivenPart) {
    page.blank();
    let line = Line::new().indent(MINUTES).hang(2).push(Role::Strong, &given.title);
    page.put(line.right(Role::Faint, &given.facts()));
    let inner = MINUTES + 2;
    let when = format!("minutes {} to {}", given.from, given.to);
    let when = if given.purpose.is_empty() { when } else { format!("{}, {when}", given.purpose) };
    page.put(Line::new().indent(inner).push(Role::Plain, &format!("{when}: viva show {}", given.id)));
    if !given.reveals.is_empty() {
        page.put(Line::new().indent(inner).hang(2).push(Role::Plain, &given.reveals));
    }
    for (score, text) in given.rubric() {
        let line = Line::new().indent(inner).hang(3).push(Role::Open, &format!("{score}  "));
        page.put(line.push(Role::Faint, text));
    }
}

fn question(page: &mut Page, number: usize, asked: &AskedPart) {
    let told = format!("{number}. ");
    let line = Line::new().indent(MINUTES).hang(told.len()).push(Role::Open, &told);
    page.put(line.push(Role::Plain, &asked.question));
    let listen = format!("Listen for: {}", asked.listen_for);
    page.put(Line::new().indent(MINUTES + told.len()).push(Role::Faint, &listen));
    if let (Some(challenge), Some(difficulty)) = (&asked.challenge, asked.difficulty) {
        let of = format!("difficulty {difficulty} of 5 · {challenge}");
        page.put(Line::new().indent(MINUTES + told.len()).push(Role::Faint, &of));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page() {
        insta::assert_snapshot!(page(&super::super::tests::plan(), &Screen::default()));
    }
}
