//! Which submissions share more code than independent answers to the same challenge do.
//!
//! A source becomes normalised tokens, these become winnowed fingerprints (Schleimer, Wilkerson and Aiken 2003, see
//! [`winnow`]), and what the starter, the golden answers and many submissions have in common is taken away before
//! anything is compared. What is found is something for a person to look at, and no verdict. Nothing is run.
//! Must not know challenges, files or reports.

pub mod clusters;
pub mod find;
pub mod ground;
mod index;
pub mod many;
mod names;
pub mod side;
mod statements;
mod tokens;
pub mod winnow;

use ast_grep_core::AstGrep;
use ast_grep_core::tree_sitter::StrDoc;
use ast_grep_language::SupportLang;

use winnow::Hash;

/// A part of the syntax tree.
type Node<'r> = ast_grep_core::Node<'r, StrDoc<SupportLang>>;

/// Bytes of source of one submission that are compared; a long answer has ten thousand.
pub const SOURCE_BYTES_MAX: usize = 256 * 1024;
/// Syntax nodes of one submission.
pub const NODES_MAX: usize = 200_000;
/// How deep syntax may nest; Python itself gives up far earlier.
pub const DEPTH_MAX: usize = 1_000;
/// Fingerprints of one submission that are kept, the least: of two long ones the same part. 70 kB of source have as many.
pub const PRINTS_MAX: usize = 4_096;
/// Stack of a thread that reads: reading recurses as deep as syntax nests.
pub const STACK_BYTES: usize = 64 * 1024 * 1024;

/// One submission as it is compared.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Prints {
    /// Its fingerprints, sorted, each once.
    pub hashes: Vec<u32>,
    /// A hash of all its normalised tokens; equal where nothing but names, order and formatting differ.
    pub stream: u64,
}

/// Why a source cannot be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unread {
    /// Too many bytes.
    #[error("it has more than {} KiB of source", SOURCE_BYTES_MAX / 1024)]
    TooLarge,
    /// Too many syntax nodes.
    #[error("it has more than {NODES_MAX} parts")]
    TooManyNodes,
    /// Nests too deep.
    #[error("it nests deeper than {DEPTH_MAX} levels")]
    TooDeep,
    /// The parser gave up.
    #[error("it could not be parsed")]
    Unparsed,
}

/// Reads the fingerprints of a submission's files.
///
/// It recurses as deep as [`DEPTH_MAX`] allows: give the thread [`STACK_BYTES`]. Source that is no Python has the
/// fingerprints of what could be made out.
///
/// # Errors
/// [`Unread`] when a bound is passed.
pub fn read<'a>(files: impl IntoIterator<Item = &'a str>) -> Result<Prints, Unread> {
    let (mut hashes, mut streams, mut left) = (Vec::new(), Vec::new(), Bounds::default());
    for text in files {
        let tree = parse(text, &mut left)?;
        for piece in tokens::pieces(&tree.root()) {
            hashes.extend(winnow::winnow(&piece));
            streams.push(winnow::hash_stream(&piece));
        }
    }
    hashes.sort_unstable();
    hashes.dedup();
    hashes.truncate(PRINTS_MAX);
    // Ten thousand wait in memory for the others.
    hashes.shrink_to_fit();
    // Pieces come in any order.
    streams.sort_unstable();
    let mut stream = Hash::default();
    streams.into_iter().for_each(|piece| stream.add(piece));
    Ok(Prints { hashes, stream: stream.finish() })
}

/// What is still allowed of one submission.
struct Bounds {
    bytes: usize,
    nodes: usize,
}

impl Default for Bounds {
    fn default() -> Self {
        Self { bytes: SOURCE_BYTES_MAX, nodes: NODES_MAX }
    }
}

/// Parses a file within bounds; the walk that measures it needs no stack.
fn parse(text: &str, left: &mut Bounds) -> Result<AstGrep<StrDoc<SupportLang>>, Unread> {
    left.bytes = left.bytes.checked_sub(text.len()).ok_or(Unread::TooLarge)?;
    let doc = StrDoc::try_new(text, SupportLang::Python).map_err(|_| Unread::Unparsed)?;
    let tree = AstGrep::doc(doc);
    measure(&tree, left)?;
    Ok(tree)
}

fn measure(tree: &AstGrep<StrDoc<SupportLang>>, left: &mut Bounds) -> Result<(), Unread> {
    let root = tree.root().get_inner_node();
    let (mut cursor, mut depth) = (root.walk(), 0);
    loop {
        left.nodes = left.nodes.checked_sub(1).ok_or(Unread::TooManyNodes)?;
        if depth > DEPTH_MAX {
            return Err(Unread::TooDeep);
        }
        if cursor.goto_first_child() {
            depth += 1;
            continue;
        }
        while !cursor.goto_next_sibling() {
            if !cursor.goto_parent() {
                return Ok(());
            }
            depth -= 1;
        }
    }
}

#[cfg(test)]
mod tests;
