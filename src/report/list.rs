//! The bank as a table or as JSON, for `viva list`.
//!
//! Must not choose which challenges are listed.

use comfy_table::{Attribute, Cell, ContentArrangement, Table, presets};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::judge::escape::clean;
use crate::model::challenge::{Challenge, Kind, Level};

/// One challenge of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Listed {
    /// Its name.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its level.
    pub level: Level,
    /// Its kind.
    pub kind: Kind,
    /// Its category.
    pub category: String,
    /// Its tags.
    pub tags: Vec<String>,
    /// Minutes a candidate needs.
    pub minutes: u32,
    /// The signatures an answer must define.
    pub entries: Vec<String>,
}

impl Listed {
    /// The entry of a challenge.
    #[must_use]
    pub fn of(challenge: &Challenge) -> Self {
        Self {
            id: challenge.id.to_string(),
            title: clean(&challenge.title),
            level: challenge.level,
            kind: challenge.kind,
            category: clean(&challenge.category),
            tags: challenge.tags.iter().map(|tag| clean(tag)).collect(),
            minutes: challenge.minutes,
            entries: challenge.entries.iter().map(|entry| clean(&entry.signature)).collect(),
        }
    }
}

/// The table, grouped by nothing and sorted by nobody: in the order given. One line of how many there are closes it.
#[must_use]
pub fn table(challenges: &[Listed], width: u16, colour: bool) -> String {
    if challenges.is_empty() {
        return "no challenge fits; `viva list` without filters shows them all\n".to_owned();
    }
    let mut table = Table::new();
    table.load_preset(presets::NOTHING).set_content_arrangement(ContentArrangement::Dynamic).set_width(width);
    if colour {
        table.enforce_styling();
    } else {
        table.force_no_tty();
    }
    let bold = |text: &str| Cell::new(text).add_attribute(Attribute::Bold);
    table.set_header(["challenge", "level", "kind", "min", "category"].map(bold));
    for one in challenges {
        table.add_row([
            bold(&one.id),
            Cell::new(format!("{:?}", one.level).to_lowercase()),
            Cell::new(format!("{:?}", one.kind).to_lowercase()),
            Cell::new(one.minutes),
            Cell::new(&one.category),
        ]);
    }
    let rows: Vec<String> = table.lines().map(|line| line.trim_end().to_owned()).collect();
    let count = crate::judge::locate::counted(challenges.len(), "challenge");
    format!("{}\n\n{count}; `viva show CHALLENGE` shows one\n", rows.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::fixture::challenge;

    #[test]
    fn the_table() {
        let mut other = challenge();
        other.level = Level::Senior;
        let rows = [Listed::of(&challenge()), Listed::of(&other)];
        insta::assert_snapshot!(table(&rows, 80, false));
    }

    #[test]
    fn an_empty_list_says_what_to_do() {
        assert!(table(&[], 80, false).contains("without filters"));
    }

    #[test]
    fn the_json() {
        insta::assert_snapshot!(super::super::json::to_json(&[Listed::of(&challenge())]));
    }
}
