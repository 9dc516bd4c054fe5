//! Remarks, warnings about isolation, and how to grade the same again.
//!
//! Must not decide whether isolation is enough.

use super::Screen;
use super::page::{Line, Page, Role};
use crate::model::evidence::Asked;
use crate::model::grade::{Grade, RuntimeKind, Verdict};

/// A stamp where a required wall was missing.
pub fn warnings(page: &mut Page, grade: &Grade) {
    let missing: Vec<&str> = grade.isolation.missing().iter().map(|wall| wall.name.as_str()).collect();
    // Where nothing was graded for it, the reason says so already.
    if missing.is_empty() || matches!(grade.verdict, Verdict::Ungraded { .. }) {
        return;
    }
    page.blank();
    let walls = format!("weaker isolation: not in force: {}", missing.join(", "));
    page.put(Line::new().hang(2).push(Role::Open, "! ").push(Role::Open, &walls));
}

/// Remarks that are no evidence.
pub fn notes(page: &mut Page, notes: &[String]) {
    if notes.is_empty() {
        return;
    }
    page.blank();
    page.put(Line::new().push(Role::Strong, "Notes"));
    for note in notes {
        page.put(Line::new().indent(2).hang(2).push(Role::Faint, "- ").push(Role::Plain, note));
    }
}

/// Versions, and the command that grades the same again.
pub fn footer(page: &mut Page, grade: &Grade, screen: &Screen) {
    let walls = &grade.isolation.walls;
    let standing = walls.iter().filter(|wall| wall.in_force).count();
    let runtime = match grade.interpreter.kind {
        RuntimeKind::Warm => "warm",
        RuntimeKind::Cold => "cold",
    };
    let mut about = format!("viva {}", env!("CARGO_PKG_VERSION"));
    // Where no box was built there is neither to tell of.
    if !grade.interpreter.python.is_empty() {
        about.push_str(&format!(" · Python {}, {runtime}", grade.interpreter.python));
    }
    if !walls.is_empty() {
        about.push_str(&format!(" · {standing} of {} walls stood", walls.len()));
    }
    about.push_str(&format!(" · challenge {}", first(&grade.challenge.revision)));
    let mut again = format!("viva grade {} {} --seed {}", grade.challenge.id, screen.answer, grade.seed);
    if grade.asked == Asked::Code {
        again.push_str(" --asked code");
    }
    if grade.interpreter.kind == RuntimeKind::Cold {
        again.push_str(" --runtime cold");
    }
    again.push_str(&screen.flags);
    page.blank();
    page.put(Line::new().hang(2).push(Role::Faint, &about));
    if grade.interpreter.kind == RuntimeKind::Cold && !grade.interpreter.python.is_empty() {
        let less = "Cold: what was seen was recorded by Python beside the answer, which claims less than a warm run.";
        page.put(Line::new().hang(2).push(Role::Faint, less));
    }
    page.put(Line::new().hang(2).push(Role::Faint, "Again: ").push(Role::Faint, &again));
}

/// The first characters of a hash, enough to tell two apart.
fn first(hash: &str) -> &str {
    hash.get(..8).unwrap_or(hash)
}
