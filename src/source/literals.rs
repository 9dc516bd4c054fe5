//! The literals of a Python file, by its syntax alone: what its author typed in as a value.
//!
//! Docstrings are no values. Meant for an author's files; a stranger's go through [`super::idioms`], which bounds them first.

use std::collections::BTreeSet;

use ast_grep_core::tree_sitter::LanguageExt;
use ast_grep_core::{Doc, Node};
use ast_grep_language::SupportLang;

/// Texts and numbers as they are written, texts without their quotes, of the parts of a file that are wanted: `wanted` is
/// asked with the name of each function of the top level, and with none for everything between them.
#[must_use]
pub fn literals(source: &str, wanted: &dyn Fn(Option<&str>) -> bool) -> BTreeSet<String> {
    let tree = SupportLang::Python.ast_grep(source);
    let mut found = BTreeSet::new();
    for top in tree.root().children() {
        let definition = top.field("definition").unwrap_or_else(|| top.clone());
        let is_function = definition.kind() == "function_definition";
        let name = definition.field("name").filter(|_| is_function);
        if wanted(name.as_ref().map(|name| name.text()).as_deref()) {
            found.extend(top.dfs().filter_map(|node| literal(&node)));
        }
    }
    found
}

fn literal<D: Doc>(node: &Node<'_, D>) -> Option<String> {
    let is_value = match &*node.kind() {
        "integer" | "float" => true,
        "string_content" => !is_docstring(node),
        _ => false,
    };
    is_value.then(|| node.text().into_owned())
}

/// Whether the text that this is the content of stands as a statement of its own.
fn is_docstring<D: Doc>(content: &Node<'_, D>) -> bool {
    let statement = content.parent().and_then(|string| string.parent());
    statement.is_some_and(|statement| statement.kind() == "expression_statement")
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "\"\"\"What it is for.\"\"\"\nLIMIT = 250\n\n@case\ndef shown(seen):\n    \"\"\"Doc.\"\"\"\n    seen('open')\n\ndef hidden(seen):\n    return [f'{LIMIT} secret', b'raw', 1.5]\n";

    #[test]
    fn values_are_found_and_docstrings_are_none() {
        let all: Vec<String> = literals(SOURCE, &|_| true).into_iter().collect();
        assert_eq!(all, [" secret", "1.5", "250", "open", "raw"]);
    }

    #[test]
    fn functions_can_be_chosen_by_name() {
        let hidden: Vec<String> = literals(SOURCE, &|name| name == Some("hidden")).into_iter().collect();
        assert_eq!(hidden, [" secret", "1.5", "raw"]);
        let between: Vec<String> = literals(SOURCE, &|name| name.is_none()).into_iter().collect();
        assert_eq!(between, ["250"]);
    }
}
