//! The functions a Python file defines at its top level, with their decorators, by its syntax alone.
//!
//! Meant for an author's files; a stranger's go through [`super::idioms`], which bounds them first.

use ast_grep_core::tree_sitter::LanguageExt;
use ast_grep_language::SupportLang;

/// One function of the top level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Function {
    /// Its name.
    pub name: String,
    /// Where the name stands, as bytes of the file.
    pub span: std::ops::Range<usize>,
    /// Its decorators as they are written, without the `@`.
    pub decorators: Vec<String>,
}

/// The functions of a file's top level, in order.
#[must_use]
pub fn functions(source: &str) -> Vec<Function> {
    let tree = SupportLang::Python.ast_grep(source);
    let mut found = Vec::new();
    for node in tree.root().children() {
        let (definition, decorators) = if node.kind() == "decorated_definition" {
            let decorators = node
                .children()
                .filter(|child| child.kind() == "decorator")
                .map(|child| child.text().trim_start_matches('@').trim().to_owned())
                .collect();
            (node.field("definition"), decorators)
        } else {
            (Some(node), Vec::new())
        };
        let name = definition
            .filter(|node| node.kind() == "function_definition")
            .and_then(|node| node.field("name"));
        if let Some(name) = name {
            found.push(Function { name: name.text().into_owned(), span: name.range(), decorators });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decorated_and_plain_functions_of_the_top_level_are_found() {
        let source = "from x import case\n\n@case\ndef a(s):\n    def inner(): ...\n\n@x.y(1)\n@case\nasync def b(): ...\n\ndef c(): ...\n\nclass K:\n    def d(self): ...\n";
        let found = functions(source);
        let names: Vec<_> = found.iter().map(|f| (f.name.as_str(), f.decorators.len())).collect();
        assert_eq!(names, [("a", 1), ("b", 2), ("c", 0)]);
        assert_eq!(&source[found[0].span.clone()], "a");
        assert_eq!(found[1].decorators, ["x.y(1)", "case"]);
    }
}
