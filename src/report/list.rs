//! The bank as a table or as JSON, for `viva list`.
//!
//! Must not choose which challenges are listed.

use comfy_table::{Attribute, Cell, ContentArrangement, Table, presets};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::bank::manifest::Category;
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
    /// What an answer reveals; may be empty.
    pub reveals: String,
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
            reveals: clean(&challenge.reveals),
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

/// An index in Markdown: by category in the bank's order, within it by level and name, a line for each.
///
/// `docs/bank.md` is this of the project's own bank.
#[must_use]
pub fn markdown(challenges: &[Listed]) -> String {
    let minutes: u32 = challenges.iter().map(|one| one.minutes).sum();
    let count = crate::judge::locate::counted(challenges.len(), "challenge");
    let mut out = format!("# The bank\n\n{count}, {minutes} minutes of a candidate's time together.\n");
    for category in Category::ALL {
        let mut of: Vec<&Listed> =
            challenges.iter().filter(|one| one.category == category.heading()).collect();
        if of.is_empty() {
            continue;
        }
        of.sort_by(|one, other| (one.level, &one.id).cmp(&(other.level, &other.id)));
        out.push_str(&format!("\n## {}\n\n", category.heading()));
        out.push_str("| challenge | level | kind | min | what it reveals |\n|---|---|---|---:|---|\n");
        for one in of {
            let level = format!("{:?}", one.level).to_lowercase();
            let kind = format!("{:?}", one.kind).to_lowercase();
            let reveals = one.reveals.replace('|', "\\|");
            out.push_str(&format!("| `{}` | {level} | {kind} | {} | {reveals} |\n", one.id, one.minutes));
        }
    }
    out
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
    fn the_index() {
        let mut other = challenge();
        other.level = Level::Senior;
        other.category = "Concurrency".to_owned();
        let mut easy = challenge();
        easy.level = Level::Beginner;
        let rows = [Listed::of(&challenge()), Listed::of(&other), Listed::of(&easy)];
        insta::assert_snapshot!(markdown(&rows));
    }

    /// The index in docs/ says what the manifests say.
    #[test]
    fn the_projects_own_index_is_true() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        let bank = crate::bank::Bank::from_dir(&root.join("challenges")).expect("the bank can be opened");
        let all: Vec<Listed> = (bank.ids().iter())
            .map(|id| Listed::of(&bank.get(id.as_str()).unwrap_or_else(|error| panic!("{id}: {error}"))))
            .collect();
        let index = std::fs::read_to_string(root.join("docs/bank.md")).unwrap_or_default();
        let command = "cargo run -- list --bank challenges --format markdown > docs/bank.md";
        assert!(index == markdown(&all), "docs/bank.md is not what the manifests say; run\n  {command}");
    }

    #[test]
    fn the_json() {
        insta::assert_snapshot!(super::super::json::to_json(&[Listed::of(&challenge())]));
    }
}
