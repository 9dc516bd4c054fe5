//! Remarks, warnings about isolation, and how to grade the same again.
//!
//! Must not decide whether isolation is enough.

use super::page::{Line, Page, Role};
use crate::model::evidence::Asked;
use crate::model::grade::{Grade, RuntimeKind};

/// A stamp where a required wall was missing.
pub fn warnings(page: &mut Page, grade: &Grade) {
    let missing: Vec<&str> = grade.isolation.missing().iter().map(|wall| wall.name.as_str()).collect();
    if missing.is_empty() {
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
pub fn footer(page: &mut Page, grade: &Grade, answer: &str) {
    let walls = &grade.isolation.walls;
    let standing = walls.iter().filter(|wall| wall.in_force).count();
    let runtime = match grade.interpreter.kind {
        RuntimeKind::Warm => "warm",
        RuntimeKind::Cold => "cold",
    };
    let about = format!(
        "viva {} · Python {}, {runtime} · {standing} of {} walls stood · challenge {}",
        env!("CARGO_PKG_VERSION"),
        grade.interpreter.python,
        walls.len(),
        first(&grade.challenge.revision),
    );
    let mut again = format!("viva grade {} {answer} --seed {}", grade.challenge.id, grade.seed);
    if grade.asked == Asked::Code {
        again.push_str(" --asked code");
    }
    if grade.interpreter.kind == RuntimeKind::Cold {
        again.push_str(" --runtime cold");
    }
    page.blank();
    page.put(Line::new().hang(2).push(Role::Faint, &about));
    if grade.interpreter.kind == RuntimeKind::Cold {
        let less = "Cold: what was seen was recorded by Python beside the answer, which claims less than a warm run.";
        page.put(Line::new().hang(2).push(Role::Faint, less));
    }
    page.put(Line::new().hang(2).push(Role::Faint, "Again: ").push(Role::Faint, &again));
}

/// The first characters of a hash, enough to tell two apart.
fn first(hash: &str) -> &str {
    hash.get(..8).unwrap_or(hash)
}
