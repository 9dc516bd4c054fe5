//! The literals of a Python file, by its syntax alone: what its author typed in as a value, and where.
//!
//! Docstrings are no values. Meant for an author's files; a stranger's go through [`super::idioms`], which bounds them first.

use std::collections::BTreeSet;

use ast_grep_core::tree_sitter::LanguageExt;
use ast_grep_core::{Doc, Node};
use ast_grep_language::SupportLang;

/// One statement of a file's top level: a function, a class, an assignment, or anything else.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Part {
    /// The names that it defines; none for a statement that defines nothing, such as a call.
    pub defines: BTreeSet<String>,
    /// Every name in it, also behind a dot: what it may use of other parts.
    pub uses: BTreeSet<String>,
    /// Texts and numbers as they are written, texts without their quotes.
    pub literals: BTreeSet<String>,
    /// Texts that only say in words what is looked at: the second argument of `expect`.
    pub labels: BTreeSet<String>,
}

/// The parts of a file in their order. What is no Python gives no literal.
#[must_use]
pub fn parts(source: &str) -> Vec<Part> {
    SupportLang::Python.ast_grep(source).root().children().map(|top| part(&top)).collect()
}

fn part<D: Doc>(top: &Node<'_, D>) -> Part {
    let mut part = Part { defines: defined(top), ..Part::default() };
    for node in top.dfs() {
        match &*node.kind() {
            "identifier" => _ = part.uses.insert(node.text().into_owned()),
            "integer" | "float" => _ = part.literals.insert(node.text().into_owned()),
            "string_content" if is_docstring(&node) => {}
            "string_content" if is_label(&node) => _ = part.labels.insert(node.text().into_owned()),
            "string_content" => _ = part.literals.insert(node.text().into_owned()),
            _ => {}
        }
    }
    part
}

/// The names that a statement of the top level binds.
fn defined<D: Doc>(top: &Node<'_, D>) -> BTreeSet<String> {
    let definition = top.field("definition").unwrap_or_else(|| top.clone());
    let names: Vec<_> = match &*definition.kind() {
        "function_definition" | "class_definition" => definition.field("name").into_iter().collect(),
        "expression_statement" => {
            let assignments = definition.children().filter(|inner| inner.kind() == "assignment");
            assignments.filter_map(|assignment| assignment.field("left")).collect()
        }
        _ => vec![],
    };
    let each = names.iter().flat_map(Node::dfs).filter(|node| node.kind() == "identifier");
    each.map(|node| node.text().into_owned()).collect()
}

/// Whether the text that this is the content of stands as a statement of its own.
fn is_docstring<D: Doc>(content: &Node<'_, D>) -> bool {
    let statement = content.parent().and_then(|string| string.parent());
    statement.is_some_and(|statement| statement.kind() == "expression_statement")
}

/// Whether the text that this is the content of is what a check is called: `expect(seen.calls, "calls")`.
fn is_label<D: Doc>(content: &Node<'_, D>) -> bool {
    let label = || {
        let string = content.parent()?;
        let arguments = string.parent().filter(|node| node.kind() == "argument_list")?;
        let called = arguments.parent()?.field("function")?;
        let given = arguments.children().filter(|node| node.is_named() && node.kind() != "comment");
        let at = given.into_iter().position(|node| node.range() == string.range())?;
        Some(called.text() == "expect" && at == 1)
    };
    label().unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "\"\"\"What it is for.\"\"\"\nLIMIT, MORE = 250, 3.5\n\n@case\ndef shown(seen, expect):\n    \"\"\"Doc.\"\"\"\n    seen('open')\n    expect(seen.calls, f'calls {LIMIT}').equals('wanted')\n\ndef hidden(seen):\n    return [f'{inputs.more} secret', b'raw', 1.5]\n";

    fn of(name: &str) -> Part {
        let mut all = parts(SOURCE).into_iter();
        all.find(|part| part.defines.contains(name)).unwrap_or_else(|| panic!("no part defines {name}"))
    }

    fn words(of: &BTreeSet<String>) -> Vec<&str> {
        of.iter().map(String::as_str).collect()
    }

    #[test]
    fn values_are_found_where_they_stand_and_docstrings_are_none() {
        assert_eq!(words(&of("LIMIT").literals), ["250", "3.5"]);
        assert_eq!(words(&of("MORE").defines), ["LIMIT", "MORE"]);
        assert_eq!(words(&of("shown").literals), ["open", "wanted"]);
        assert_eq!(words(&of("hidden").literals), [" secret", "1.5", "raw"]);
        assert!(parts(SOURCE)[0].literals.is_empty());
    }

    #[test]
    fn what_a_check_is_called_is_told_apart_from_what_it_expects() {
        assert_eq!(words(&of("shown").labels), ["calls "]);
        assert!(of("hidden").labels.is_empty());
        let others = "expect('first', kind('inner'))\nexpected(1, 'other')\nexpect(1, 2, 'third')\n";
        assert!(parts(others).iter().all(|part| part.labels.is_empty()));
    }

    #[test]
    fn what_a_part_uses_is_known_by_name() {
        assert!(of("hidden").uses.contains("more") && of("hidden").uses.contains("inputs"));
        assert!(of("shown").uses.contains("LIMIT") && !of("shown").uses.contains("inputs"));
    }
}
