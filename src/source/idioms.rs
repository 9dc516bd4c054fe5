//! Idioms: ast-grep rules about the shape of an answer's source, matched without running it.
//!
//! The host does this itself, on a stranger's bytes. So size, depth and time are bounded before and while
//! anything is matched, and what passes a bound is unheard with a reason, never met.
//! Must not know scores; the little format of a rule file is in docs/authors.md.

mod rule_file;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;
use std::time::Duration;

use ast_grep_core::matcher::MatcherExt;
use ast_grep_core::tree_sitter::StrDoc;
use ast_grep_core::{AstGrep, Matcher};
use ast_grep_language::SupportLang;

pub use rule_file::{Examples, RuleError, RuleFault, RuleFile};

use crate::model::answer::Answer;
use crate::model::challenge::IdiomSpec;
use crate::model::evidence::State;
use crate::model::id::EvidenceId;

/// How deep syntax may nest; Python itself gives up far earlier.
pub const DEPTH_MAX: usize = 2_000;
/// How many bytes of source are looked at in all. Parsing cannot be interrupted and takes up to some ten
/// microseconds for a byte of rubbish, so this is what bounds it.
pub const SOURCE_BYTES_MAX: usize = 256 * 1024;
/// How many syntax nodes all files together may have; a hundred lines have about two thousand.
pub const NODES_MAX: usize = 100_000;
/// How long matching may take. Far above any honest answer's few milliseconds.
pub const TIME_MAX: Duration = Duration::from_secs(10);
const TOO_LONG: &str = "looking at the source took too long";
/// The matcher recurses as deep as patterns and syntax nest.
const STACK_BYTES: usize = 64 * 1024 * 1024;

/// The rules of one challenge, compiled once.
#[derive(Clone)]
pub struct Rules {
    rules: Arc<Vec<(EvidenceId, RuleFile)>>,
}

impl std::fmt::Debug for Rules {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.rules.iter().map(|(id, _)| id.as_str())).finish()
    }
}

/// What was found of one idiom in one answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdiomResult {
    /// The idiom.
    pub id: EvidenceId,
    /// Met, unmet, or unheard when the source could not be read well enough to say.
    pub state: State,
    /// Lines of the main file, from 1: where the wanted shape stands when it is met, where an unwanted one does when it is not.
    pub lines: Vec<u32>,
    /// The same for the answer's other files, by path.
    pub elsewhere: Vec<(String, u32)>,
    /// Why it is unheard; empty otherwise.
    pub because: String,
}

/// An example of a rule file that does not come out as the file says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mismatch {
    /// Whether it stands under `met`.
    pub should_be_met: bool,
    /// Its place in that list, from 1.
    pub number: usize,
    /// What came of it.
    pub state: State,
    /// The lines that were found.
    pub lines: Vec<u32>,
    /// The example, whose shape is to be looked at.
    pub source: String,
}

impl Rules {
    /// Compiles the rules of a challenge's idioms.
    ///
    /// # Errors
    /// The idiom and [`RuleError`] of the first rule file that is wrong; a loaded challenge's are right.
    pub fn compile(idioms: &[IdiomSpec]) -> Result<Self, (EvidenceId, RuleError)> {
        let mut rules = Vec::new();
        for idiom in idioms {
            let rule = RuleFile::parse(idiom.id.as_str(), &idiom.rule).map_err(|e| (idiom.id.clone(), e))?;
            rules.push((idiom.id.clone(), rule));
        }
        Ok(Self { rules: Arc::new(rules) })
    }

    /// Looks for every idiom in an answer, in the challenge's order.
    ///
    /// Takes milliseconds, and at most [`TIME_MAX`]; it blocks, so an async caller wraps it. Whether the
    /// source is Python at all is for Python to say: where the tree has errors, a shape that is found
    /// counts, and one that is not found is unheard.
    #[must_use]
    pub fn look(&self, answer: &Answer) -> Vec<IdiomResult> {
        // Data that a package carries is no source.
        let python = answer.files.iter().filter(|file| file.path.ends_with(".py"));
        let files = python.map(|file| (file.path.clone(), file.text.clone())).collect();
        self.look_within(files, TIME_MAX)
    }

    fn look_within(&self, files: Vec<(String, String)>, time_max: Duration) -> Vec<IdiomResult> {
        if self.rules.is_empty() {
            return Vec::new();
        }
        let (rules, stop) = (Arc::clone(&self.rules), Arc::new(AtomicBool::new(false)));
        let stopped = Arc::clone(&stop);
        let (send, receive) = mpsc::sync_channel(1);
        let work = move || {
            // Nobody listens any more when the time is over, and that is no failure.
            let _ = send.send(find_all(&rules, &files, &stopped));
        };
        let thread =
            std::thread::Builder::new().name("idioms".to_owned()).stack_size(STACK_BYTES).spawn(work);
        let found = match thread {
            Ok(_) => receive.recv_timeout(time_max).unwrap_or_else(|_| Err(TOO_LONG.to_owned())),
            Err(_) => Err("no thread could be started to look at the source".to_owned()),
        };
        stop.store(true, Ordering::Relaxed);
        found.unwrap_or_else(|because| {
            let unheard = |(id, _): &(EvidenceId, RuleFile)| IdiomResult {
                id: id.clone(),
                state: State::Unheard,
                lines: Vec::new(),
                elsewhere: Vec::new(),
                because: because.clone(),
            };
            self.rules.iter().map(unheard).collect()
        })
    }
}

/// Tries the examples of one rule file, and says which come out otherwise.
///
/// # Errors
/// [`RuleError`] when the file itself is wrong.
pub fn check_examples(idiom: &IdiomSpec) -> Result<(Examples, Vec<Mismatch>), RuleError> {
    let rule = RuleFile::parse(idiom.id.as_str(), &idiom.rule)?;
    let examples = rule.examples().clone();
    let rules = Rules { rules: Arc::new(vec![(idiom.id.clone(), rule)]) };
    let mut mismatches = Vec::new();
    for (should_be_met, sources) in [(true, &examples.met), (false, &examples.unmet)] {
        for (index, source) in sources.iter().enumerate() {
            let found = rules.look_within(vec![("answer.py".to_owned(), source.clone())], TIME_MAX);
            let wanted = if should_be_met { State::Met } else { State::Unmet };
            for result in found.into_iter().filter(|result| result.state != wanted) {
                mismatches.push(Mismatch {
                    should_be_met,
                    number: index + 1,
                    state: result.state,
                    lines: result.lines,
                    source: source.clone(),
                });
            }
        }
    }
    Ok((examples, mismatches))
}

type Tree = AstGrep<StrDoc<SupportLang>>;

/// Parses every file, bounds it, and matches every rule; an error is a reason why nothing can be said.
fn find_all(
    rules: &[(EvidenceId, RuleFile)],
    files: &[(String, String)],
    stop: &AtomicBool,
) -> Result<Vec<IdiomResult>, String> {
    if files.iter().map(|(_, text)| text.len()).sum::<usize>() > SOURCE_BYTES_MAX {
        return Err(format!("the source has more than {} KiB", SOURCE_BYTES_MAX / 1024));
    }
    let (mut trees, mut nodes, mut broken) = (Vec::new(), 0, false);
    for (path, text) in files {
        let doc = StrDoc::try_new(text, SupportLang::Python)
            .map_err(|_| "the source could not be parsed to look at its shape".to_owned())?;
        let tree = AstGrep::doc(doc);
        bound(&tree, &mut nodes, stop)?;
        broken |= tree.root().get_inner_node().has_error();
        trees.push((path.as_str(), tree));
    }
    rules.iter().map(|(id, rule)| find(id, rule, &trees, broken, stop)).collect()
}

/// Walks a tree with a cursor, which needs no stack, and refuses one that is too deep or too large.
fn bound(tree: &Tree, nodes: &mut usize, stop: &AtomicBool) -> Result<(), String> {
    let deep = nests_deeper(tree, DEPTH_MAX, &mut || {
        *nodes += 1;
        *nodes > NODES_MAX || stop.load(Ordering::Relaxed)
    });
    match deep {
        Some(true) => Err(format!("the source nests deeper than {DEPTH_MAX} levels")),
        Some(false) => Ok(()),
        None if stop.load(Ordering::Relaxed) => Err(TOO_LONG.to_owned()),
        None => Err(format!("the source has more than {NODES_MAX} syntax nodes")),
    }
}

/// Whether a tree nests deeper than a bound; nothing when `enough`, which is asked at every node, ends the walk.
fn nests_deeper(tree: &Tree, depth_max: usize, enough: &mut dyn FnMut() -> bool) -> Option<bool> {
    let root = tree.root().get_inner_node();
    let (mut cursor, mut depth) = (root.walk(), 0);
    loop {
        if enough() {
            return None;
        }
        if depth > depth_max {
            return Some(true);
        }
        if cursor.goto_first_child() {
            depth += 1;
            continue;
        }
        while !cursor.goto_next_sibling() {
            if !cursor.goto_parent() {
                return Some(false);
            }
            depth -= 1;
        }
    }
}

/// Looks for one idiom in all files.
fn find(
    id: &EvidenceId,
    rule: &RuleFile,
    trees: &[(&str, Tree)],
    broken: bool,
    stop: &AtomicBool,
) -> Result<IdiomResult, String> {
    let mut result = IdiomResult {
        id: id.clone(),
        state: State::Met,
        lines: Vec::new(),
        elsewhere: Vec::new(),
        because: String::new(),
    };
    let unwanted = rule.unwanted().map_or(Ok(Vec::new()), |matcher| places(matcher, trees, stop))?;
    let wanted = rule.wanted().map(|matcher| places(matcher, trees, stop)).transpose()?;
    let found = if unwanted.is_empty() { wanted.clone().unwrap_or_default() } else { unwanted.clone() };
    for (path, line) in found {
        if path == trees[0].0 { result.lines.push(line) } else { result.elsewhere.push((path, line)) }
    }
    let wanted_is_missing = wanted.is_some_and(|places| places.is_empty());
    // A shape that was found is there; in a broken tree one that was not found may be there all the same.
    let rests_on_absence = unwanted.is_empty() && (wanted_is_missing || rule.unwanted().is_some());
    if broken && rests_on_absence {
        result.state = State::Unheard;
        result.because = "the source could not be parsed in full to look at its shape".to_owned();
    } else if wanted_is_missing || !unwanted.is_empty() {
        result.state = State::Unmet;
    }
    Ok(result)
}

/// Every line on which something that matches begins, in order, each once.
fn places(
    matcher: &ast_grep_config::RuleCore,
    trees: &[(&str, Tree)],
    stop: &AtomicBool,
) -> Result<Vec<(String, u32)>, String> {
    let kinds = matcher.potential_kinds();
    let mut places = Vec::new();
    for (path, tree) in trees {
        let before = places.len();
        for node in tree.root().dfs() {
            if kinds.as_ref().is_some_and(|kinds| !kinds.contains(node.kind_id().into())) {
                continue;
            }
            if stop.load(Ordering::Relaxed) {
                return Err(TOO_LONG.to_owned());
            }
            if matcher.match_node(node.clone()).is_some() {
                let line = u32::try_from(node.start_pos().line()).unwrap_or(u32::MAX - 1) + 1;
                places.push(((*path).to_owned(), line));
            }
        }
        places[before..].sort();
        places.dedup();
    }
    Ok(places)
}

#[cfg(test)]
mod tests;
