//! What `viva list` prints: a table for people, and JSON.
//!
//! Must not know how the challenges were chosen.

use std::sync::Arc;

use comfy_table::{ContentArrangement, Table, presets};
use serde::Serialize;

use super::page::Look;
use crate::model::challenge::{Challenge, Kind, Level};

/// A challenge in the JSON of `viva list`. Nothing of it is hidden.
#[derive(Debug, Serialize)]
struct Listed<'a> {
    id: &'a str,
    title: &'a str,
    level: Level,
    kind: Kind,
    category: &'a str,
    tags: &'a [String],
    minutes: u32,
    entries: Vec<&'a str>,
}

/// The challenges as a JSON array.
#[must_use]
pub fn json(challenges: &[Arc<Challenge>]) -> String {
    let listed: Vec<Listed<'_>> = challenges.iter().map(|challenge| listed(challenge)).collect();
    serde_json::to_string_pretty(&listed).expect("plain data has a JSON form")
}

fn listed(challenge: &Challenge) -> Listed<'_> {
    Listed {
        id: challenge.id.as_str(),
        title: &challenge.title,
        level: challenge.level,
        kind: challenge.kind,
        category: &challenge.category,
        tags: &challenge.tags,
        minutes: challenge.minutes,
        entries: challenge.entries.iter().map(|entry| entry.signature.as_str()).collect(),
    }
}

/// The challenges as a table that fits the width.
#[must_use]
pub fn text(challenges: &[Arc<Challenge>], look: Look) -> String {
    if challenges.is_empty() {
        return "no challenge fits; `viva list` without filters shows them all\n".to_owned();
    }
    let mut table = Table::new();
    table
        .load_preset(presets::NOTHING)
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_width(u16::try_from(look.width).unwrap_or(u16::MAX))
        .set_header(["challenge", "level", "kind", "min", "category"].map(|name| look.strong(name)));
    for challenge in challenges {
        table.add_row([
            challenge.id.to_string(),
            level(challenge.level).to_owned(),
            kind(challenge.kind).to_owned(),
            challenge.minutes.to_string(),
            challenge.category.clone(),
        ]);
    }
    let rows: Vec<String> = table.lines().map(|line| line.trim_end().to_owned()).collect();
    let count = format!("{} challenges; `viva show CHALLENGE` shows one", challenges.len());
    format!("{}\n\n{}\n", rows.join("\n"), look.faint(&count))
}

/// The word for a level.
#[must_use]
pub fn level(level: Level) -> &'static str {
    match level {
        Level::Beginner => "beginner",
        Level::Intermediate => "intermediate",
        Level::Senior => "senior",
    }
}

/// The word for a kind.
#[must_use]
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Write => "write",
        Kind::Fix => "fix",
        Kind::Predict => "predict",
    }
}
