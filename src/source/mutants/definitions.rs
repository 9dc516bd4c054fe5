//! Mistakes with functions and classes: a decorator forgotten, a method missing, a mark in the parameters left out.

use super::shape::{holds_comment, is_in_class_body, parts};
use super::{Node, Sites};

/// Finds the mistakes that can be made with a node.
pub fn of(node: &Node<'_>, sites: &mut Sites) {
    match node.kind().as_ref() {
        "decorator" => decorator(node, sites),
        "decorated_definition" | "function_definition" => method(node, sites),
        "parameters" | "lambda_parameters" => marks(node, sites),
        _ => {}
    }
}

fn decorator(node: &Node<'_>, sites: &mut Sites) {
    // Nobody makes an object of what is abstract.
    if node.text().ends_with("abstractmethod") {
        return;
    }
    let Some(next) = node.next_all().find(|next| next.kind() != "comment") else { return };
    sites.edit("decorator", node, vec![(node.range().start..next.range().start, String::new())]);
}

/// A method that was not written; the constructor's absence shows at once, so it is left alone.
fn method(node: &Node<'_>, sites: &mut Sites) {
    let around = node.parent();
    let decorated = around.as_ref().is_some_and(|around| around.kind() == "decorated_definition");
    let function =
        if node.kind() == "decorated_definition" { node.field("definition") } else { Some(node.clone()) };
    let Some(function) = function.filter(|function| function.kind() == "function_definition") else { return };
    let name = function.field("name").map(|name| name.text().into_owned()).unwrap_or_default();
    let abstract_only =
        node.children().any(|part| part.kind() == "decorator" && part.text().ends_with("abstractmethod"));
    if !decorated && !abstract_only && is_in_class_body(node) && name != "__init__" {
        sites.replace("method", node, "pass");
    }
}

/// `/` and a bare `*`.
fn marks(node: &Node<'_>, sites: &mut Sites) {
    if holds_comment(node) {
        return;
    }
    let all = parts(node);
    for (index, mark) in all.iter().enumerate() {
        if !["keyword_separator", "positional_separator"].contains(&mark.kind().as_ref()) {
            continue;
        }
        let others = all.iter().enumerate().filter(|(other, _)| *other != index);
        let others: Vec<_> = others.map(|(_, part)| part.text().into_owned()).collect();
        let text = others.join(", ");
        let text = if node.kind() == "parameters" { format!("({text})") } else { text };
        sites.edit("marker", mark, vec![(node.range(), text)]);
    }
}
