//! Which parts of a Python source are keywords, strings, comments and so on, for whoever shows it in colours.
//!
//! Read without running, on a stranger's bytes: what is too long is left plain. Must not know how colours are written.

use std::ops::Range;

use ast_grep_core::tree_sitter::{LanguageExt, StrDoc};
use ast_grep_core::{AstGrep, Node};
use ast_grep_language::SupportLang;

/// Bytes of source that are looked at. Parsing takes up to some ten microseconds for a byte of rubbish.
pub const BYTES_MAX: usize = 64 * 1024;
/// Syntax nodes that are looked at; what comes after them is left plain.
const NODES_MAX: usize = 100_000;

/// What a part of a source is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// Nothing special: names, operators, white space.
    Plain,
    /// `def`, `return`, `and`.
    Keyword,
    /// A string, or the fixed parts of an f-string.
    Text,
    /// A comment.
    Comment,
    /// A number, `True`, `False`, `None`.
    Constant,
    /// The name of a function or class where it is defined.
    Definition,
    /// A decorator without its arguments.
    Decorator,
}

/// The parts of a source in order, none empty, covering all of it; one plain part where it is too long to look at.
#[must_use]
pub fn parts(source: &str) -> Vec<(Range<usize>, Class)> {
    if source.len() > BYTES_MAX {
        return vec![(0..source.len(), Class::Plain)];
    }
    let mut classes = vec![Class::Plain; source.len()];
    let tree: AstGrep<StrDoc<SupportLang>> = SupportLang::Python.ast_grep(source);
    // A node comes before what is inside it, so that the inner one's class is what stays.
    for node in tree.root().dfs().take(NODES_MAX) {
        for (range, class) in of_node(&node) {
            if let Some(painted) = classes.get_mut(range) {
                painted.fill(class);
            }
        }
    }
    runs(source, &classes)
}

fn of_node(node: &Node<'_, StrDoc<SupportLang>>) -> Vec<(Range<usize>, Class)> {
    let kind = node.kind();
    let class = match &*kind {
        "comment" => Class::Comment,
        "string" => Class::Text,
        "interpolation" | "argument_list" => Class::Plain,
        "integer" | "float" | "true" | "false" | "none" => Class::Constant,
        "decorator" => Class::Decorator,
        "function_definition" | "class_definition" => {
            return node.field("name").map(|name| (name.range(), Class::Definition)).into_iter().collect();
        }
        _ if !node.is_named() && kind.starts_with(|first: char| first.is_ascii_lowercase()) => Class::Keyword,
        _ => return Vec::new(),
    };
    vec![(node.range(), class)]
}

/// Bytes of one class in a row, never ending within a character.
fn runs(source: &str, classes: &[Class]) -> Vec<(Range<usize>, Class)> {
    let mut runs: Vec<(Range<usize>, Class)> = Vec::new();
    for (at, character) in source.char_indices() {
        let (class, end) = (classes[at], at + character.len_utf8());
        match runs.last_mut() {
            Some((range, last)) if *last == class => range.end = end,
            _ => runs.push((at..end, class)),
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(source: &str, wanted: Class) -> Vec<&str> {
        parts(source)
            .into_iter()
            .filter(|(_, class)| *class == wanted)
            .map(|(range, _)| &source[range])
            .collect()
    }

    #[test]
    fn the_parts_of_a_function_are_told_apart() {
        let source = "@cache(maxsize=2)\ndef f(x: int = 3):\n    \"\"\"Döc.\"\"\"\n    return f'a{x}b' if x else None  # why\n";
        assert_eq!(shown(source, Class::Keyword), ["def", "return", "if", "else"]);
        assert_eq!(shown(source, Class::Definition), ["f"]);
        assert_eq!(shown(source, Class::Text), ["\"\"\"Döc.\"\"\"", "f'a", "b'"]);
        assert_eq!(shown(source, Class::Constant), ["2", "3", "None"]);
        assert_eq!(shown(source, Class::Comment), ["# why"]);
        assert_eq!(shown(source, Class::Decorator), ["@cache"]);
    }

    #[test]
    fn what_is_no_python_or_too_long_is_whole_too() {
        for source in ["def (((\n  '", "", "\u{202e}é\0", &"x = 1\n".repeat(20_000)] {
            let whole: String = parts(source).into_iter().map(|(range, _)| &source[range]).collect();
            assert_eq!(whole, source);
        }
    }
}
