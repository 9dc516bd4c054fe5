//! What `viva doctor` prints: each wall, how it was probed, and what to do about a missing one.
//!
//! Must not know how anything was probed.

use serde::Serialize;

use super::terminal::Screen;
use super::terminal::page::{Line, Page, Role};
use crate::boxes::host::Fact;
use crate::boxes::plan::WallName;
use crate::model::isolation::{Isolation, Wall};

/// Everything the doctor found.
#[derive(Debug, Serialize)]
pub struct Findings {
    /// What the host offers.
    pub host: Vec<Fact>,
    /// The interpreter: its version, or why there is none.
    pub python: Result<String, String>,
    /// Every wall, as probes from inside a box saw it.
    pub walls: Vec<Wall>,
}

impl Findings {
    /// Puts together what was found.
    #[must_use]
    pub fn new(host: Vec<Fact>, python: Result<String, String>, isolation: Isolation) -> Self {
        Self { host, python, walls: isolation.walls }
    }

    /// Whether viva can grade here: an interpreter and every required wall.
    #[must_use]
    pub fn all_hold(&self) -> bool {
        self.python.is_ok()
            && !self.walls.is_empty()
            && self.walls.iter().all(|wall| wall.in_force || !wall.required)
    }

    /// As JSON.
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).expect("plain data has a JSON form")
    }

    /// As a page.
    #[must_use]
    pub fn to_text(&self, screen: &Screen) -> String {
        let mut page = Page::new(screen.width, screen.colour);
        page.put(Line::new().push(Role::Title, "This host"));
        for fact in &self.host {
            let (mark, role) = mark(fact.enough, fact.required);
            put(&mut page, (mark, role), fact.name, [&fact.found, fact.needs], fact.remedy);
        }
        match &self.python {
            Ok(version) => put(&mut page, ("✓", Role::Good), "Python", [version, PYTHON], ""),
            Err(reason) => put(&mut page, ("✗", Role::Bad), "Python", [reason, PYTHON], ""),
        }
        if !self.walls.is_empty() {
            page.blank();
            page.put(Line::new().push(Role::Title, "The walls of a box, each tried from inside"));
        }
        for wall in &self.walls {
            let name = if wall.required { wall.name.clone() } else { format!("{} (optional)", wall.name) };
            let since = WallName::from_name(&wall.name).map_or("", WallName::since);
            put(&mut page, mark(wall.in_force, wall.required), &name, [&wall.probed, since], &wall.remedy);
        }
        page.blank();
        page.put(self.conclusion());
        page.render()
    }

    fn conclusion(&self) -> Line {
        if self.all_hold() {
            return Line::new().push(Role::Good, "Every required wall holds: viva grades here.");
        }
        let missing: Vec<&str> = self
            .walls
            .iter()
            .filter(|wall| wall.required && !wall.in_force)
            .map(|wall| wall.name.as_str())
            .collect();
        let what = if missing.is_empty() { "no box could be built".to_owned() } else { missing.join(", ") };
        Line::new().push(Role::Bad, &format!("viva does not grade here: {what}. The remedies stand above."))
    }
}

fn mark(holds: bool, required: bool) -> (&'static str, Role) {
    match (holds, required) {
        (true, _) => ("✓", Role::Good),
        (false, true) => ("✗", Role::Bad),
        (false, false) => ("·", Role::Open),
    }
}

/// What can be embedded, and what runs cold.
const PYTHON: &str = "CPython 3.11 to 3.14 in the worker, 3.9 and later by `--python`";

fn put(page: &mut Page, (mark, role): (&str, Role), name: &str, [found, needs]: [&str; 2], remedy: &str) {
    const NAME_COLUMNS: usize = 18;
    let line = Line::new().indent(2).hang(NAME_COLUMNS + 2).push(role, mark).push(Role::Plain, " ");
    let name = format!("{name:NAME_COLUMNS$}");
    let needs = if needs.is_empty() { String::new() } else { format!(" (needs {needs})") };
    page.put(line.push(Role::Strong, &name).push(Role::Plain, found).push(Role::Faint, &needs));
    if !remedy.is_empty() && role != Role::Good {
        let indent = NAME_COLUMNS + 4;
        page.put(Line::new().indent(indent).hang(2).push(Role::Open, "→ ").push(Role::Plain, remedy));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wall(name: &str, required: bool, in_force: bool) -> Wall {
        Wall {
            name: name.to_owned(),
            required,
            in_force,
            probed: "opening /etc/passwd is refused".to_owned(),
            remedy: "mount a root of its own".to_owned(),
        }
    }

    fn findings(walls: Vec<Wall>) -> Findings {
        Findings::new(Vec::new(), Ok("3.11.7".to_owned()), Isolation { walls, weaker_allowed: false })
    }

    #[test]
    fn a_missing_wall_is_named_with_its_remedy_and_an_optional_one_is_forgiven() {
        let missing = findings(vec![wall("files", true, false), wall("memory", false, false)]);
        assert!(!missing.all_hold());
        insta::assert_snapshot!(missing.to_text(&Screen::default()));
        assert!(findings(vec![wall("files", true, true), wall("memory", false, false)]).all_hold());
    }

    #[test]
    fn nothing_probed_is_nothing_held() {
        assert!(!findings(Vec::new()).all_hold());
    }
}
