//! Mistakes with statements: one is missing, a loop is left too early, a lock is not taken.

use super::shape::{as_operand, function_around, is_in_class_body, is_unseen, parent_kind, parts};
use super::{Node, Sites};

/// Finds the mistakes that can be made with a node.
pub fn of(node: &Node<'_>, sites: &mut Sites) {
    match node.kind().as_ref() {
        "expression_statement" => expression(node, sites),
        "raise_statement" | "delete_statement" | "assert_statement" | "nonlocal_statement"
        | "global_statement" => {
            sites.replace("statement", node, "pass");
        }
        "break_statement" => sites.replace("loop", node, "continue"),
        "continue_statement" => {
            sites.replace("loop", node, "break");
            sites.replace("statement", node, "pass");
        }
        "if_statement" => guard(node, sites),
        "return_statement" => returned(node, sites),
        "with_statement" => with(node, sites),
        "yield" => {
            if let Some(word) = node.children().find(|part| part.kind() == "from") {
                sites.edit(
                    "yield-from",
                    node,
                    vec![(word.range().start - 1..word.range().end, String::new())],
                );
            }
        }
        "await" => {
            if let Some(awaited) = parts(node).first() {
                sites.replace("await", node, awaited.text());
            }
        }
        "if_clause" => {
            let before = node.prev().map_or(node.range().start, |before| before.range().end);
            sites.edit("filter", node, vec![(before..node.range().end, String::new())]);
        }
        "generator_expression" if !["call", "list_splat"].contains(&parent_kind(node).as_str()) => {
            let text = node.text();
            sites.replace("eager", node, format!("[{}]", &text[1..text.len() - 1]));
        }
        "tuple" | "expression_list" => order(node, sites),
        "slice" => slice(node, sites),
        "subscript" => whole_slice(node, sites),
        _ => {}
    }
}

/// A call, or an assignment that changes something which was there before.
fn expression(node: &Node<'_>, sites: &mut Sites) {
    let Some(inner) = parts(node).into_iter().next() else { return };
    let changes = match inner.kind().as_ref() {
        "assignment" => reassigns(node, &inner),
        _ => !is_unseen(node),
    };
    if changes {
        sites.replace("statement", node, "pass");
    }
}

/// Whether an assignment goes to a part of something, to a name that was in use before, or gives a class another name for
/// one of its methods.
fn reassigns(statement: &Node<'_>, assignment: &Node<'_>) -> bool {
    let Some(target) = assignment.field("left") else { return false };
    let parts_of =
        |node: &Node<'_>| node.dfs().any(|part| ["attribute", "subscript"].contains(&part.kind().as_ref()));
    if parts_of(&target) {
        return true;
    }
    if is_in_class_body(statement) {
        return target.text().starts_with("__");
    }
    let Some(function) = function_around(statement) else { return false };
    function.dfs().any(|part| {
        part.kind() == "identifier"
            && part.text() == target.text()
            && part.range().end <= statement.range().start
    })
}

/// A guard of several statements; one of a single statement goes with that statement.
fn guard(node: &Node<'_>, sites: &mut Sites) {
    let long = node.field("consequence").is_some_and(|block| parts(&block).len() > 1);
    if long && node.field("alternative").is_none() {
        sites.replace("statement", node, "pass");
    }
}

/// The last `return` of a function gives nothing, an earlier one does not leave.
fn returned(node: &Node<'_>, sites: &mut Sites) {
    let Some(value) = parts(node).into_iter().next() else {
        sites.replace("return", node, "pass");
        return;
    };
    if value.text() == "NotImplemented" {
        sites.replace("not-implemented", node, "raise TypeError");
        return;
    }
    let block = node.parent();
    let is_body =
        block.as_ref().and_then(Node::parent).is_some_and(|around| around.kind() == "function_definition");
    let is_last = node.next_all().all(|next| !next.is_named() || next.kind() == "comment");
    if is_body && is_last {
        if value.kind() != "none" {
            sites.replace("return", node, "return None");
        }
    } else {
        sites.replace("return", node, if value.kind() == "none" { "pass".into() } else { value.text() });
    }
}

/// The body runs without what the `with` would have opened, taken or closed.
fn with(node: &Node<'_>, sites: &mut Sites) {
    let Some(clause) = node.children().find(|part| part.kind() == "with_clause") else { return };
    let items: Vec<_> = parts(&clause).into_iter().filter_map(|item| item.field("value")).collect();
    let header = node.range().start..clause.range().end;
    let is_async = node.children().any(|part| part.kind() == "async");
    match &items[..] {
        // The object itself is there under its name, but is neither entered nor left.
        [item] if item.kind() == "as_pattern" && !is_async => {
            let named = parts(item);
            if let [value, name] = &named[..] {
                let header_text = format!("for {} in ({},)", name.text(), value.text());
                sites.edit("with-dropped", node, vec![(header, header_text)]);
            }
        }
        items if items.iter().all(|item| item.kind() != "as_pattern") => {
            sites.edit("with-dropped", node, vec![(header, "if True".to_owned())]);
        }
        _ => {}
    }
}

/// The first two of several values change places.
fn order(node: &Node<'_>, sites: &mut Sites) {
    let all = parts(node);
    // What is looked for in a tuple, or assigned by one, does not ask for its order.
    let assigned = ["assignment", "for_statement", "for_in_clause", "comparison_operator"]
        .contains(&parent_kind(node).as_str());
    let kinds = node.ancestors().any(|around| around.kind() == "except_clause")
        || all.iter().all(|part| part.kind() == "identifier" && part.text().starts_with(char::is_uppercase));
    let is_type_test = node
        .parent()
        .and_then(|list| list.parent())
        .is_some_and(|call| call.kind() == "call" && super::shape::called_name(&call) == "isinstance");
    if let [first, second, ..] = &all[..]
        && first.text() != second.text()
        && !(assigned || kinds || is_type_test)
    {
        let edits =
            vec![(first.range(), second.text().into_owned()), (second.range(), first.text().into_owned())];
        sites.edit("order", first, edits);
    }
}

/// A slice without one of its bounds.
fn slice(node: &Node<'_>, sites: &mut Sites) {
    for bound in parts(node) {
        sites.edit("slice", &bound, vec![(bound.range(), String::new())]);
    }
}

/// `x[:]` is `x` itself.
fn whole_slice(node: &Node<'_>, sites: &mut Sites) {
    let written = node.parent().is_some_and(|around| {
        around.kind() == "delete_statement"
            || around.field("left").is_some_and(|left| left.range() == node.range())
    });
    let (Some(value), Some(index)) = (node.field("value"), node.field("subscript")) else { return };
    if index.kind() == "slice" && index.text() == ":" {
        if written {
            sites.replace("slice-rebind", node, value.text());
        } else {
            sites.replace("copy-dropped", node, as_operand(&value));
        }
    }
}
