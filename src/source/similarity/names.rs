//! Which names of a source its author chose, and which came with Python, a library or the question.
//!
//! A chosen name can be another one tomorrow, so it must not matter; `popitem` or `wraps` cannot. Must not know tokens.

use std::collections::{HashMap, HashSet};

use super::Node;

/// The names of one file.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// Variables, parameters, functions and classes that the file binds.
    bound: HashSet<String>,
    /// Attributes that the file sets or defines as methods.
    attributes: HashSet<String>,
    /// Names that imports bring, by what they are called at home: `ft` is `functools`.
    imported: HashMap<String, String>,
    /// How often each name stands anywhere, to tell what is set and never read.
    mentions: HashMap<String, u32>,
}

/// What becomes of a name.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Named<'a> {
    /// The author chose it.
    Chosen,
    /// It is called this by everybody.
    Given(&'a str),
}

impl Names {
    /// Looks at a whole tree. It recurses as deep as the tree nests, which the caller has bounded.
    pub fn of(root: &Node<'_>) -> Self {
        let mut names = Self::default();
        names.walk(root, false);
        names.imported.retain(|name, _| !names.bound.contains(name));
        names
    }

    /// A name that stands by itself.
    pub fn plain<'a>(&'a self, name: &'a str) -> Named<'a> {
        match self.imported.get(name) {
            Some(home) => Named::Given(home),
            None if self.bound.contains(name) && !is_special(name) => Named::Chosen,
            None => Named::Given(name),
        }
    }

    /// A name after a dot.
    pub fn attribute<'a>(&self, name: &'a str) -> Named<'a> {
        if self.attributes.contains(name) && !is_special(name) { Named::Chosen } else { Named::Given(name) }
    }

    /// Whether a name is an imported one, so that what stands after its dot says it all.
    pub fn is_imported(&self, name: &str) -> bool {
        self.imported.contains_key(name)
    }

    /// Whether a name stands nowhere but once.
    pub fn is_mentioned_once(&self, name: &str) -> bool {
        self.mentions.get(name) == Some(&1)
    }

    fn walk(&mut self, node: &Node<'_>, binds: bool) {
        match node.kind().as_ref() {
            "identifier" => {
                let text = node.text();
                *self.mentions.entry(text.to_string()).or_default() += 1;
                if binds {
                    self.bound.insert(text.into_owned());
                }
            }
            "attribute" => {
                if let Some(object) = node.field("object") {
                    self.walk(&object, false);
                }
                if let Some(attribute) = node.field("attribute").filter(|_| binds) {
                    self.attributes.insert(attribute.text().into_owned());
                }
            }
            "import_statement" | "import_from_statement" => self.import(node),
            "function_definition" | "class_definition" => self.definition(node),
            "subscript" | "type" => self.children(node, false),
            "keyword_argument" => self.fields(node, &[("value", false)]),
            "assignment" => self.fields(node, &[("left", true), ("right", false), ("type", false)]),
            "augmented_assignment" => self.fields(node, &[("left", true), ("right", false)]),
            "for_statement" => {
                let parts = [("left", true), ("right", false), ("body", false), ("alternative", false)];
                self.fields(node, &parts);
            }
            "for_in_clause" => self.fields(node, &[("left", true), ("right", false)]),
            "named_expression" => self.fields(node, &[("name", true), ("value", false)]),
            "default_parameter" | "typed_default_parameter" => {
                self.fields(node, &[("name", true), ("value", false), ("type", false)]);
            }
            "parameters" | "lambda_parameters" | "as_pattern_target" | "typed_parameter" => {
                self.children(node, true);
            }
            "except_clause" => {
                for child in node.children() {
                    let is_alias = node.field("alias").is_some_and(|alias| alias.range() == child.range());
                    self.walk(&child, is_alias);
                }
            }
            _ => {
                let passes_on = binds && is_pattern(node.kind().as_ref());
                self.children(node, passes_on);
            }
        }
    }

    fn children(&mut self, node: &Node<'_>, binds: bool) {
        for child in node.children() {
            let is_type = child.kind() == "type";
            self.walk(&child, binds && !is_type);
        }
    }

    fn fields(&mut self, node: &Node<'_>, parts: &[(&str, bool)]) {
        for (field, binds) in parts {
            let children: Vec<_> = node.field_children(field).collect();
            children.iter().for_each(|child| self.walk(child, *binds));
        }
    }

    fn definition(&mut self, node: &Node<'_>) {
        if let Some(name) = node.field("name") {
            self.bound.insert(name.text().into_owned());
            self.attributes.insert(name.text().into_owned());
        }
        self.fields(node, &[("parameters", true), ("return_type", false), ("superclasses", false)]);
        self.fields(node, &[("body", false)]);
    }

    fn import(&mut self, node: &Node<'_>) {
        let children: Vec<_> = node.field_children("name").collect();
        for child in children {
            let (home, called) = match child.kind().as_ref() {
                "aliased_import" => (child.field("name"), child.field("alias")),
                _ => (Some(child.clone()), None),
            };
            let Some(home) = home.map(|home| home.text().into_owned()) else { continue };
            // `import a.b` binds `a`.
            let first = home.split('.').next().unwrap_or(&home).to_owned();
            let called = called.map_or(first, |called| called.text().into_owned());
            self.imported.insert(called, home);
        }
    }
}

/// Names that mean something to Python itself.
fn is_special(name: &str) -> bool {
    name.starts_with("__") && name.ends_with("__")
}

fn is_pattern(kind: &str) -> bool {
    const PATTERNS: [&str; 7] = [
        "pattern_list",
        "tuple_pattern",
        "list_pattern",
        "list_splat_pattern",
        "dictionary_splat_pattern",
        "parenthesized_expression",
        "expression_list",
    ];
    PATTERNS.contains(&kind)
}
