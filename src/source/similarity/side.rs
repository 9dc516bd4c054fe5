//! Two sources side by side: functions that are alike beside each other wherever they stand, lines aligned by what is
//! left without names and literals, and the names that stand for each other.
//!
//! Must not know how it is drawn.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use similar::{Algorithm, DiffTag, capture_diff_slices_deadline};

use super::names::{Named, Names};
use super::winnow::Hash;
use super::{Bounds, Node, Unread, parse};

/// How long lines are aligned; two honest answers take less than a millisecond.
const TIME_MAX: Duration = Duration::from_secs(2);
/// Functions of one source that are matched with the other's; more are taken as they stand.
const PIECES_MAX: usize = 400;
/// Names that are told.
const RENAMES_MAX: usize = 40;

/// What two lines beside each other have to do with each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alike {
    /// The same text but for indentation.
    Same,
    /// The same but for names, literals, types and formatting.
    Renamed,
    /// Nothing, or one of them is missing.
    Different,
    /// Nothing to compare: empty, a comment, documentation.
    Blank,
}

/// A line of a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its number, from 1.
    pub number: u32,
    /// Its text as it was handed in.
    pub text: String,
}

/// A row of the two columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The line of the one.
    pub left: Option<Line>,
    /// The line of the other.
    pub right: Option<Line>,
    /// How alike they are.
    pub alike: Alike,
}

/// Names that stand for each other in lines that are alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rename {
    /// The name in the one.
    pub from: String,
    /// The name in the other.
    pub to: String,
    /// How often.
    pub times: u32,
    /// Whether each stands for the other alone.
    pub always: bool,
}

/// Two sources side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    /// The rows, in the order of the one.
    pub rows: Vec<Row>,
    /// The names that differ, the most frequent first.
    pub renames: Vec<Rename>,
}

/// Lays two sources side by side.
///
/// It recurses as deep as [`super::DEPTH_MAX`] allows: give the thread [`super::STACK_BYTES`].
///
/// # Errors
/// [`Unread`] when one of them passes a bound.
pub fn by_side(one: &str, other: &str) -> Result<Side, Unread> {
    let (left, right) = (Source::read(one)?, Source::read(other)?);
    let deadline = Instant::now() + TIME_MAX;
    let (mut rows, mut pairs) = (Vec::new(), BTreeMap::new());
    for (mine, theirs) in matched(&left, &right) {
        align(&left.lines[mine], &right.lines[theirs], deadline, &mut rows, &mut pairs);
    }
    Ok(Side { rows, renames: renames(&pairs) })
}

/// A line with what it is compared by.
#[derive(Debug, Default)]
struct Read {
    text: String,
    number: u32,
    /// A hash of its tokens without names and literals; nothing where there is nothing to compare.
    key: Option<u64>,
    names: Vec<String>,
}

#[derive(Debug)]
struct Source {
    lines: Vec<Read>,
    /// Runs of lines, one after another: outermost functions, and what stands between them.
    pieces: Vec<std::ops::Range<usize>>,
}

impl Source {
    fn read(text: &str) -> Result<Self, Unread> {
        let tree = parse(text, &mut Bounds::default())?;
        let root = tree.root();
        let lines: Vec<Read> = (1..)
            .zip(text.split('\n'))
            .map(|(number, text)| Read { text: text.to_owned(), number, ..Read::default() })
            .collect();
        let mut reader =
            Reader { names: &Names::of(&root), hashes: vec![None; lines.len()], lines, starts: vec![0] };
        reader.node(&root, false);
        let Reader { mut lines, hashes, mut starts, .. } = reader;
        for (line, hash) in lines.iter_mut().zip(hashes) {
            line.key = hash.map(Hash::finish);
        }
        while lines.last().is_some_and(|line| line.text.is_empty()) {
            lines.pop();
        }
        starts.push(lines.len());
        starts.retain(|start| *start <= lines.len());
        starts.sort_unstable();
        starts.dedup();
        let pieces = starts.windows(2).map(|two| two[0]..two[1]).collect();
        Ok(Self { lines, pieces })
    }
}

struct Reader<'n> {
    names: &'n Names,
    lines: Vec<Read>,
    hashes: Vec<Option<Hash>>,
    starts: Vec<usize>,
}

impl Reader<'_> {
    fn node(&mut self, node: &Node<'_>, in_function: bool) {
        let kind = node.kind();
        let is_function = kind == "function_definition";
        if is_function && !in_function {
            // Decorators belong to what they decorate.
            let whole = node.parent().filter(|parent| parent.kind() == "decorated_definition");
            let range = whole.as_ref().unwrap_or(node);
            self.starts.extend([range.start_pos().line(), range.end_pos().line() + 1]);
        }
        match kind.as_ref() {
            "comment" | "type" | "->" => {}
            "expression_statement" if is_documentation(node) => {}
            "string" | "integer" | "float" => self.word(node, "0"),
            "identifier" => self.name(node),
            _ => {
                let children: Vec<_> = node.children().collect();
                if children.is_empty() && !node.text().trim().is_empty() {
                    self.word(node, &node.text());
                }
                let before_type = |at: usize| children.get(at + 1).is_some_and(|next| next.kind() == "type");
                for (at, child) in children.iter().enumerate() {
                    if !(child.kind() == ":" && before_type(at)) {
                        self.node(child, in_function || is_function);
                    }
                }
            }
        }
    }

    fn word(&mut self, node: &Node<'_>, word: &str) {
        if let Some(hash) = self.hashes.get_mut(node.start_pos().line()) {
            hash.get_or_insert_default().add(Hash::of(word));
        }
    }

    fn name(&mut self, node: &Node<'_>) {
        let text = node.text();
        let is_attribute = node.parent().is_some_and(|parent| {
            parent.kind() == "attribute"
                && parent.field("attribute").is_some_and(|attribute| attribute.range() == node.range())
        });
        let names = self.names;
        let named = if is_attribute { names.attribute(&text) } else { names.plain(&text) };
        match named {
            Named::Chosen => {
                self.word(node, "a chosen name");
                if let Some(line) = self.lines.get_mut(node.start_pos().line()) {
                    line.names.push(text.into_owned());
                }
            }
            Named::Given(given) => self.word(node, given),
        }
    }
}

fn is_documentation(node: &Node<'_>) -> bool {
    node.children().all(|child| ["string", "concatenated_string", "comment"].contains(&child.kind().as_ref()))
}

/// Which run of lines of the one belongs to which of the other; what has no counterpart stands beside nothing.
fn matched(left: &Source, right: &Source) -> Vec<(std::ops::Range<usize>, std::ops::Range<usize>)> {
    if left.pieces.len().max(right.pieces.len()) > PIECES_MAX {
        return vec![(0..left.lines.len(), 0..right.lines.len())];
    }
    let keys = |source: &Source, piece: &std::ops::Range<usize>| -> Vec<u64> {
        let mut keys: Vec<u64> = source.lines[piece.clone()].iter().filter_map(|line| line.key).collect();
        keys.sort_unstable();
        keys
    };
    let ours: Vec<Vec<u64>> = left.pieces.iter().map(|piece| keys(left, piece)).collect();
    let theirs: Vec<Vec<u64>> = right.pieces.iter().map(|piece| keys(right, piece)).collect();
    let mut scored: Vec<(usize, usize, usize, usize)> = Vec::new();
    for (at, mine) in ours.iter().enumerate() {
        for (to, others) in theirs.iter().enumerate() {
            let shared = in_both(mine, others);
            let apart = mine.len() + others.len() - 2 * shared;
            if shared > 0 {
                scored.push((usize::MAX - shared, apart, at, to));
            }
        }
    }
    scored.sort_unstable();
    let (mut of_left, mut is_taken) = (vec![None; ours.len()], vec![false; theirs.len()]);
    for (_, _, at, to) in scored {
        if of_left[at].is_none() && !is_taken[to] {
            of_left[at] = Some(to);
            is_taken[to] = true;
        }
    }
    // What is left over stands beside each other as it comes.
    let mut over = (0..theirs.len()).filter(|to| !is_taken[*to]).collect::<Vec<_>>().into_iter();
    for to in of_left.iter_mut().filter(|to| to.is_none()) {
        *to = over.next().inspect(|to| is_taken[*to] = true);
    }
    let mut matched: Vec<_> = left
        .pieces
        .iter()
        .zip(of_left)
        .map(|(piece, to)| (piece.clone(), to.map_or(0..0, |to| right.pieces[to].clone())))
        .collect();
    let alone = right.pieces.iter().zip(is_taken).filter(|(_, is_taken)| !is_taken);
    matched.extend(alone.map(|(piece, _)| (0..0, piece.clone())));
    matched
}

fn in_both(one: &[u64], other: &[u64]) -> usize {
    let (mut at, mut both) = (0, 0);
    for key in one {
        while other.get(at).is_some_and(|other| other < key) {
            at += 1;
        }
        if other.get(at) == Some(key) {
            both += 1;
            at += 1;
        }
    }
    both
}

type Renames = BTreeMap<(String, String), u32>;

fn align(left: &[Read], right: &[Read], deadline: Instant, rows: &mut Vec<Row>, pairs: &mut Renames) {
    let keys = |lines: &[Read]| -> Vec<Option<u64>> { lines.iter().map(|line| line.key).collect() };
    let (ours, theirs) = (keys(left), keys(right));
    let changes = capture_diff_slices_deadline(Algorithm::Myers, &ours, &theirs, Some(deadline));
    for change in changes {
        let (tag, old, new) = change.as_tag_tuple();
        for at in 0..old.len().max(new.len()) {
            let one = left[old.clone()].get(at);
            let other = right[new.clone()].get(at);
            let is_blank = [one, other].iter().flatten().all(|line| line.key.is_none());
            let alike = match (one, other) {
                _ if is_blank => Alike::Blank,
                (Some(one), Some(other)) if tag == DiffTag::Equal => {
                    for (from, to) in one.names.iter().zip(&other.names) {
                        *pairs.entry((from.clone(), to.clone())).or_default() += 1;
                    }
                    if one.text.trim() == other.text.trim() { Alike::Same } else { Alike::Renamed }
                }
                _ => Alike::Different,
            };
            let line = |read: &Read| Line { number: read.number, text: read.text.clone() };
            rows.push(Row { left: one.map(line), right: other.map(line), alike });
        }
    }
}

fn renames(pairs: &Renames) -> Vec<Rename> {
    let mut renames: Vec<Rename> = pairs
        .iter()
        .filter(|((from, to), _)| from != to)
        .map(|((from, to), times)| Rename {
            from: from.clone(),
            to: to.clone(),
            times: *times,
            always: pairs.keys().filter(|(one, other)| one == from || other == to).count() == 1,
        })
        .collect();
    renames.sort_by(|one, other| other.times.cmp(&one.times).then(one.from.cmp(&other.from)));
    renames.truncate(RENAMES_MAX);
    renames
}
