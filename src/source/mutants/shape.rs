//! Questions about a node that several operators ask.
//!
//! Must not make mutants.

use super::Node;

/// Names whose assignment in a class or module says something to tools and not to callers.
const SILENT_NAMES: [&str; 3] = ["__slots__", "__all__", "__match_args__"];

/// The kind of a node's parent, empty at the top.
pub fn parent_kind(node: &Node<'_>) -> String {
    node.parent().map(|parent| parent.kind().into_owned()).unwrap_or_default()
}

/// The named children without comments.
pub fn parts<'r>(node: &Node<'r>) -> Vec<Node<'r>> {
    node.children().filter(|child| child.is_named() && child.kind() != "comment").collect()
}

/// Whether a comment stands directly in a node; what is put together anew would lose it.
pub fn holds_comment(node: &Node<'_>) -> bool {
    node.children().any(|child| child.kind() == "comment")
}

/// The innermost function or lambda around a node, at the node's own body.
pub fn function_around<'r>(node: &Node<'r>) -> Option<Node<'r>> {
    node.ancestors().find(|around| around.kind() == "function_definition" || around.kind() == "lambda")
}

/// Whether a node stands in a class body and not in a function of it.
pub fn is_in_class_body(node: &Node<'_>) -> bool {
    let around = node.ancestors().find(|around| {
        ["function_definition", "lambda", "class_definition"].contains(&around.kind().as_ref())
    });
    around.is_some_and(|around| around.kind() == "class_definition")
}

/// Whether a name is a parameter of a function around it, or is bound by a loop or a comprehension.
pub fn comes_from_outside(name: &Node<'_>) -> bool {
    let text = name.text();
    let among = |node: Option<Node<'_>>| {
        node.is_some_and(|node| node.dfs().any(|part| part.kind() == "identifier" && part.text() == text))
    };
    name.ancestors().any(|around| match around.kind().as_ref() {
        "function_definition" | "lambda" => among(around.field("parameters")),
        "for_statement" => among(around.field("left")),
        "list_comprehension" | "set_comprehension" | "dictionary_comprehension" | "generator_expression" => {
            around.children().any(|clause| clause.kind() == "for_in_clause" && among(clause.field("left")))
        }
        _ => false,
    })
}

/// Whether a node is what is told with a common error: its words are anybody's choice.
fn is_error_text(arguments: &Node<'_>) -> bool {
    let Some(call) = arguments.parent().filter(|call| call.kind() == "call") else { return false };
    let is_error = call.field("function").is_some_and(|kind| kind.text().ends_with("Error"));
    is_error && parent_kind(&call) == "raise_statement"
}

/// Whether a node says nothing that a case could see: documentation, the main block, a silent name, the words of an error.
pub fn is_unseen(node: &Node<'_>) -> bool {
    match node.kind().as_ref() {
        "expression_statement" => is_text(node) || is_silent_assignment(node),
        "argument_list" => is_error_text(node),
        "if_statement" => {
            node.field("condition").is_some_and(|condition| condition.text().contains("__name__"))
        }
        _ => false,
    }
}

/// A statement that is nothing but a text or `...`.
fn is_text(statement: &Node<'_>) -> bool {
    let parts = parts(statement);
    matches!(&parts[..], [only] if ["string", "concatenated_string", "ellipsis"].contains(&only.kind().as_ref()))
}

fn is_silent_assignment(statement: &Node<'_>) -> bool {
    let assignment = parts(statement).into_iter().next().filter(|part| part.kind() == "assignment");
    let target = assignment.as_ref().and_then(|assignment| assignment.field("left"));
    let silent = target.is_some_and(|target| SILENT_NAMES.contains(&target.text().as_ref()));
    silent || assignment.is_some_and(|assignment| assignment.field("right").is_none())
}

/// The name of what is called: `copy` of `x.copy()` and of `copy.copy(x)`.
pub fn called_name(call: &Node<'_>) -> String {
    let Some(function) = call.field("function") else { return String::new() };
    let name = if function.kind() == "attribute" { function.field("attribute") } else { Some(function) };
    name.filter(|name| name.kind() == "identifier").map(|name| name.text().into_owned()).unwrap_or_default()
}

/// A text as one operand: in parentheses unless it holds together by itself.
pub fn as_operand(node: &Node<'_>) -> String {
    const WHOLE: [&str; 14] = [
        "identifier",
        "attribute",
        "call",
        "subscript",
        "parenthesized_expression",
        "integer",
        "float",
        "string",
        "list",
        "tuple",
        "generator_expression",
        "list_comprehension",
        "true",
        "false",
    ];
    if WHOLE.contains(&node.kind().as_ref()) {
        node.text().into_owned()
    } else {
        format!("({})", node.text())
    }
}
