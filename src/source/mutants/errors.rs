//! Mistakes with exceptions: too much is caught, the wrong one is raised, `finally` is forgotten.

use super::shape::parts;
use super::{Node, Sites};

/// Finds the mistakes that can be made with a node.
pub fn of(node: &Node<'_>, sites: &mut Sites) {
    match node.kind().as_ref() {
        "except_clause" => except(node, sites),
        "try_statement" => finally(node, sites),
        "raise_statement" => raise(node, sites),
        _ => {}
    }
}

fn except(node: &Node<'_>, sites: &mut Sites) {
    let values: Vec<_> = node.field_children("value").collect();
    let [value] = &values[..] else { return };
    let caught =
        if value.kind() == "as_pattern" { parts(value).into_iter().next() } else { Some(value.clone()) };
    let Some(caught) = caught else { return };
    let other = if caught.text() == "Exception" { "BaseException" } else { "Exception" };
    sites.replace("except-wider", &caught, other);
    // An empty tuple of kinds catches nothing.
    sites.replace("except-dropped", &caught, "()");
}

fn finally(node: &Node<'_>, sites: &mut Sites) {
    let kinds: Vec<_> = node.children().collect();
    let Some(clause) = kinds.iter().find(|part| part.kind() == "finally_clause") else { return };
    let Some(block) = parts(clause).into_iter().find(|part| part.kind() == "block") else { return };
    sites.edit("finally-dropped", clause, vec![(block.range(), "pass".to_owned())]);
    let (Some(word), Some(opening)) = (
        clause.children().find(|part| part.kind() == "finally"),
        kinds.iter().find(|part| part.kind() == "try"),
    ) else {
        return;
    };
    let is_there = |kind: &str| kinds.iter().any(|part| part.kind() == kind);
    // What `finally` does is still done, but only where no error passes.
    if !is_there("except_clause") {
        let edits = vec![(opening.range(), "if True".to_owned()), (word.range(), "if True".to_owned())];
        sites.edit("finally-on-success", clause, edits);
    } else if !is_there("else_clause") {
        sites.edit("finally-on-success", clause, vec![(word.range(), "else".to_owned())]);
    }
}

/// A wider kind of exception than the one that was asked for.
fn raise(node: &Node<'_>, sites: &mut Sites) {
    let Some(raised) = parts(node).into_iter().next() else { return };
    let kind = if raised.kind() == "call" { raised.field("function") } else { Some(raised) };
    let Some(kind) = kind.filter(|kind| kind.kind() == "identifier") else { return };
    let text = kind.text();
    if text.ends_with("Error") || text.ends_with("Exit") || text.ends_with("Interrupt") {
        sites.replace("raise-wider", &kind, "Exception");
    }
}
