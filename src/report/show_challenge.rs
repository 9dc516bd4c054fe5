//! One challenge as text, for `viva show`: what a candidate sees, and with `hidden` all of it.
//!
//! Must not be asked for the hidden part on a candidate's behalf.

use super::terminal::Screen;
use super::terminal::page::{Line, Page, Role};
use crate::judge::escape::clean_lines;
use crate::model::challenge::{Challenge, CommandExpectation, CommandLine, How, TableExpectation};
use crate::model::id::EvidenceId;
use crate::model::score::Tier;

/// What a candidate sees: the prompt, the starter, and the snippet where one is to be foretold.
#[must_use]
pub fn prompt(challenge: &Challenge, screen: &Screen) -> String {
    let mut page = Page::new(screen.width, screen.colour);
    heading(&mut page, challenge);
    text(&mut page, "prompt.md", &challenge.prompt);
    text(&mut page, "starter.py", &challenge.starter);
    if let Some(prediction) = &challenge.prediction {
        text(&mut page, "snippet.py", &prediction.snippet);
    }
    page.render()
}

/// All of it: the evidence by tier, rubric, questions, misconceptions, and the hidden Python.
#[must_use]
pub fn everything(challenge: &Challenge, screen: &Screen) -> String {
    let mut page = Page::new(screen.width, screen.colour);
    heading(&mut page, challenge);
    text(&mut page, "prompt.md", &challenge.prompt);
    text(&mut page, "starter.py", &challenge.starter);
    for tier in Tier::ALL {
        evidence(&mut page, challenge, tier);
    }
    questions(&mut page, challenge);
    misconceptions(&mut page, challenge);
    if let Some(prediction) = &challenge.prediction {
        text(&mut page, "snippet.py", &prediction.snippet);
    }
    text(&mut page, "driver.py", &challenge.harness.driver);
    text(&mut page, "oracle.py", &challenge.harness.oracle);
    text(&mut page, "inputs.py", &challenge.harness.inputs);
    for idiom in &challenge.idioms {
        text(&mut page, &format!("idioms/{}.yml", idiom.id), &idiom.rule);
    }
    page.render()
}

fn heading(page: &mut Page, challenge: &Challenge) {
    let level = format!("{:?}", challenge.level).to_lowercase();
    let kind = format!("{:?}", challenge.kind).to_lowercase();
    let about = format!("{level} · {kind} · {} min", challenge.minutes);
    page.put(Line::new().push(Role::Title, &challenge.title).right(Role::Faint, &about));
    page.put(Line::new().push(Role::Faint, &format!("{} · {}", challenge.id, challenge.category)));
    for entry in &challenge.entries {
        page.put(Line::new().push(Role::Plain, &entry.signature));
    }
}

/// A file under its name; nothing when it is empty.
fn text(page: &mut Page, name: &str, body: &str) {
    if body.trim().is_empty() {
        return;
    }
    page.blank();
    page.put(Line::new().push(Role::Strong, name));
    let lines = clean_lines(body.trim_end());
    for line in if name.ends_with(".md") { flowing(&lines) } else { lines } {
        let text = line.trim_start();
        let inset = line.len() - text.len();
        let hang = if is_item(text) { 2 } else { 0 };
        page.put(Line::new().indent(2 + inset).hang(hang).push(Role::Plain, text));
    }
}

/// Markdown with each paragraph and each item in one line, so that it can be wrapped to the page; code stays as it is.
fn flowing(lines: &[String]) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let (mut in_code, mut goes_on) = (false, false);
    for line in lines {
        let text = line.trim_start();
        let fence = text.starts_with("```");
        let alone = fence || in_code || text.is_empty() || text.starts_with(['#', '|', '>']);
        in_code ^= fence;
        match out.last_mut() {
            Some(last) if goes_on && !alone && !is_item(text) => {
                last.push(' ');
                last.push_str(text);
            }
            _ => out.push(line.clone()),
        }
        // After a blank line four spaces mean code.
        goes_on = !alone && (goes_on || is_item(text) || !line.starts_with("    "));
    }
    out
}

/// Whether a line of Markdown starts an item of a list.
fn is_item(text: &str) -> bool {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    text.starts_with("- ") || text.starts_with("* ") || (rest.len() < text.len() && rest.starts_with(". "))
}

fn evidence(page: &mut Page, challenge: &Challenge, tier: Tier) {
    let score = tier.score();
    page.blank();
    let title = format!("{} ({}), {}", score.name(), score.number(), tier.word());
    page.put(Line::new().push(Role::Strong, &title));
    let rubric = match tier {
        Tier::Maybe => &challenge.rubric.maybe,
        Tier::Yes => &challenge.rubric.yes,
        Tier::StrongYes => &challenge.rubric.strong_yes,
    };
    page.put(Line::new().indent(2).push(Role::Faint, rubric));
    for case in challenge.cases.iter().filter(|case| case.earns == tier) {
        let seen = if case.visible { "visible" } else { "hidden" };
        one(page, &case.id, &case.title, &format!("{seen}, {}", points(case.points)));
        if let How::Table { setup, call, expects } = &case.how {
            let code = if setup.is_empty() { call.clone() } else { format!("{setup}; {call}") };
            let wants = match expects {
                TableExpectation::Equals(expression) => format!(" == {expression}"),
                TableExpectation::Raises(kind) => format!(" raises {kind}"),
                TableExpectation::Prints(printed) => format!(" prints {printed:?}"),
            };
            let line = Line::new().indent(4).hang(4).verbatim();
            page.put(line.push(Role::Faint, &code).push(Role::Faint, &wants));
        }
        if let How::Command { line: told, expects } = &case.how {
            let line = Line::new().indent(4).hang(4).verbatim();
            let wants = format!(" {}", command_wants(expects));
            page.put(line.push(Role::Faint, &command_line(told)).push(Role::Faint, &wants));
        }
    }
    for idiom in challenge.idioms.iter().filter(|idiom| idiom.earns == tier) {
        one(page, &idiom.id, &idiom.title, "idiom");
    }
    for concept in challenge.concepts.iter().filter(|concept| concept.earns == tier) {
        one(page, &concept.id, &concept.title, "concept");
        let phrases = format!("heard as: {}", concept.phrases.join(" / "));
        page.put(Line::new().indent(4).push(Role::Faint, &phrases));
    }
    for prediction in challenge.prediction.iter().filter(|prediction| prediction.earns == tier) {
        one(page, &prediction.id, &prediction.title, "prediction");
    }
}

/// A command as it is typed; what it reads is told after it.
#[must_use]
pub fn command_line(line: &CommandLine) -> String {
    let plain = |c: char| c.is_alphanumeric() || "_-./:=@%+,".contains(c);
    let quoted = |word: &String| match word.is_empty() || !word.chars().all(plain) {
        true => format!("'{}'", word.replace('\'', r"'\''")),
        false => word.clone(),
    };
    let mut told = format!("python {}", line.arguments.iter().map(quoted).collect::<Vec<_>>().join(" "));
    if !line.stdin.is_empty() {
        told.push_str(&format!(" < {:?}", line.stdin));
    }
    for (name, text) in &line.files {
        told.push_str(&format!("; {name}: {text:?}"));
    }
    told
}

/// What a command must do, in words.
#[must_use]
pub fn command_wants(expects: &CommandExpectation) -> String {
    let mut wants = Vec::new();
    if let Some(printed) = &expects.prints {
        wants.push(format!("prints {printed:?}"));
    }
    if let Some(part) = &expects.stderr {
        wants.push(format!("says {part:?} on standard error"));
    }
    for (name, text) in expects.writes.iter().flatten() {
        wants.push(format!("writes {name}: {text:?}"));
    }
    wants.push(format!("ends with {}", expects.exit));
    wants.join(", ")
}

fn points(count: u32) -> String {
    crate::judge::locate::counted(count as usize, "point")
}

fn one(page: &mut Page, id: &EvidenceId, title: &str, aside: &str) {
    let line = Line::new().indent(2).hang(2).push(Role::Plain, title).push(Role::Faint, &format!(" ({id})"));
    page.put(line.right(Role::Faint, aside));
}

fn questions(page: &mut Page, challenge: &Challenge) {
    page.blank();
    page.put(Line::new().push(Role::Strong, "Questions"));
    for follow_up in &challenge.follow_ups {
        page.put(Line::new().indent(2).hang(2).push(Role::Plain, &follow_up.question));
        page.put(Line::new().indent(4).push(Role::Faint, &format!("Listen for: {}", follow_up.listen_for)));
    }
}

fn misconceptions(page: &mut Page, challenge: &Challenge) {
    page.blank();
    page.put(Line::new().push(Role::Strong, "Misconceptions"));
    for named in &challenge.misconceptions {
        page.put(Line::new().indent(2).hang(2).push(Role::Plain, &named.title));
        page.put(Line::new().indent(4).push(Role::Faint, &named.text));
        let unmet = ids(&named.unmet);
        let rule = if named.met.is_empty() {
            format!("Fits when unmet: {unmet}")
        } else {
            format!("Fits when unmet: {unmet}; met: {}", ids(&named.met))
        };
        page.put(Line::new().indent(4).push(Role::Faint, &rule));
    }
}

fn ids(ids: &[EvidenceId]) -> String {
    ids.iter().map(EvidenceId::as_str).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::fixture::challenge;

    #[test]
    fn what_a_candidate_sees() {
        let shown = prompt(&challenge(), &Screen::default());
        assert!(!shown.contains("swallowed") && !shown.contains("jitter"));
        insta::assert_snapshot!(shown);
    }

    #[test]
    fn all_of_it() {
        insta::assert_snapshot!(everything(&challenge(), &Screen::default()));
    }
}
