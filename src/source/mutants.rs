//! Mutants of a right answer: the same source with one small mistake in it, as a person could have made it.
//!
//! A challenge whose cases cannot tell a mutant from the answer it was made of may let the same mistake of a candidate
//! pass. Meant for an author's answers, so nothing is bounded. Must not know challenges, or what became of a mutant.

mod calls;
mod definitions;
mod errors;
mod literals;
mod operators;
mod shape;
mod statements;

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use ast_grep_core::tree_sitter::{LanguageExt, StrDoc};
use ast_grep_language::SupportLang;

/// A part of the syntax tree.
type Node<'r> = ast_grep_core::Node<'r, StrDoc<SupportLang>>;

/// Characters of each side of a change.
const CHANGE_WIDTH: usize = 60;

/// A source with one mistake in it. It parses, and it differs from every other mutant of the same source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mutant {
    /// The line of the mistake, from 1.
    pub line: usize,
    /// What was done: `compare`, `return`, `keyword-dropped`; the documentation for authors lists them.
    pub operator: &'static str,
    /// Which of several that one operator made on one line, from 1.
    pub ordinal: usize,
    /// The first line that differs, before and after: `` `if n < 1:` to `if n <= 1:` ``.
    pub change: String,
    /// The whole source.
    pub source: String,
}

impl Mutant {
    /// Its name within the source: `12:compare`, and `12:compare.2` for the second of its kind on the line.
    #[must_use]
    pub fn name(&self) -> String {
        match self.ordinal {
            1 => format!("{}:{}", self.line, self.operator),
            more => format!("{}:{}.{more}", self.line, self.operator),
        }
    }
}

/// All mutants of a source, in order of line and operator. A source that does not parse has none.
#[must_use]
pub fn mutants(source: &str) -> Vec<Mutant> {
    let tree = SupportLang::Python.ast_grep(source);
    if tree.root().get_inner_node().has_error() {
        return Vec::new();
    }
    let mut sites = Sites::default();
    walk(&tree.root(), &mut sites);
    let mut found = sites.found;
    found.sort_by_key(|site| (site.line, site.operator, site.edits.first().map(|(range, _)| range.start)));
    let mut seen = HashSet::from([source.to_owned()]);
    let mut ordinals: HashMap<(usize, &str), usize> = HashMap::new();
    let mut all = Vec::new();
    for site in found {
        let mutated = site.apply(source);
        if seen.contains(&mutated) || !parses(&mutated) {
            continue;
        }
        let ordinal = ordinals.entry((site.line, site.operator)).or_default();
        *ordinal += 1;
        all.push(Mutant {
            line: site.line,
            operator: site.operator,
            ordinal: *ordinal,
            change: change(source, &mutated),
            source: mutated.clone(),
        });
        seen.insert(mutated);
    }
    all
}

fn parses(source: &str) -> bool {
    !SupportLang::Python.ast_grep(source).root().get_inner_node().has_error()
}

/// The first line that differs, before and after.
fn change(before: &str, after: &str) -> String {
    let ours = before.lines().chain(std::iter::repeat(""));
    let theirs = after.lines().chain(std::iter::repeat(""));
    let count = before.lines().count().max(after.lines().count());
    let (ours, theirs) =
        ours.zip(theirs).take(count).find(|(ours, theirs)| ours != theirs).unwrap_or_default();
    format!("`{}` to `{}`", cut(ours), cut(theirs))
}

fn cut(line: &str) -> String {
    let line = line.trim();
    if line.chars().count() <= CHANGE_WIDTH {
        return line.to_owned();
    }
    line.chars().take(CHANGE_WIDTH - 1).chain(['…']).collect()
}

/// One mistake: texts that take the place of parts of the source.
#[derive(Debug)]
struct Site {
    line: usize,
    operator: &'static str,
    /// In order of place, without overlaps.
    edits: Vec<(Range<usize>, String)>,
}

impl Site {
    fn apply(&self, source: &str) -> String {
        let mut text = String::with_capacity(source.len() + 16);
        let mut done = 0;
        for (range, replacement) in &self.edits {
            text.push_str(&source[done..range.start]);
            text.push_str(replacement);
            done = range.end;
        }
        text.push_str(&source[done..]);
        text
    }
}

/// Collects the mistakes that operators find.
#[derive(Debug, Default)]
struct Sites {
    found: Vec<Site>,
}

impl Sites {
    /// A text in the place of a node.
    fn replace(&mut self, operator: &'static str, node: &Node<'_>, text: impl Into<String>) {
        self.edit(operator, node, vec![(node.range(), text.into())]);
    }

    /// Texts in several places; the mistake is told at `at`.
    fn edit(&mut self, operator: &'static str, at: &Node<'_>, edits: Vec<(Range<usize>, String)>) {
        self.found.push(Site { line: at.start_pos().line() + 1, operator, edits });
    }
}

/// Shows every node to every operator, but for what no case can see: types, imports, comments and documentation.
fn walk(node: &Node<'_>, sites: &mut Sites) {
    const UNSEEN: [&str; 6] = [
        "comment",
        "type",
        "import_statement",
        "import_from_statement",
        "future_import_statement",
        "type_alias_statement",
    ];
    if UNSEEN.contains(&node.kind().as_ref()) || shape::is_unseen(node) {
        return;
    }
    operators::of(node, sites);
    literals::of(node, sites);
    calls::of(node, sites);
    statements::of(node, sites);
    errors::of(node, sites);
    definitions::of(node, sites);
    for child in node.children() {
        walk(&child, sites);
    }
}

#[cfg(test)]
mod tests;
