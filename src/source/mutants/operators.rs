//! Mistakes with operators and conditions: the bound off by one, `and` for `or`, `==` for `is`.

use super::shape::{as_operand, comes_from_outside, function_around, parts};
use super::{Node, Sites};

/// Finds the mistakes that can be made with a node.
pub fn of(node: &Node<'_>, sites: &mut Sites) {
    match node.kind().as_ref() {
        "comparison_operator" => comparison(node, sites),
        "binary_operator" => arithmetic(node, sites),
        "augmented_assignment" => augmented(node, sites),
        "boolean_operator" => boolean(node, sites),
        "not_operator" => {
            if let Some(argument) = node.field("argument") {
                sites.replace("not", node, argument.text());
            }
        }
        "unary_operator" => unary(node, sites),
        "if_statement" | "elif_clause" | "while_statement" => {
            if let Some(condition) = node.field("condition") {
                negated(&condition, sites);
            }
        }
        "conditional_expression" => {
            if let Some(condition) = parts(node).get(1) {
                negated(condition, sites);
            }
        }
        "if_clause" => {
            if let Some(condition) = parts(node).first() {
                negated(condition, sites);
            }
        }
        _ => {}
    }
}

fn comparison(node: &Node<'_>, sites: &mut Sites) {
    for operator in node.field_children("operators") {
        let other = match operator.text().as_ref() {
            "<" => "<=",
            "<=" => "<",
            ">" => ">=",
            ">=" => ">",
            "==" => "!=",
            "!=" => "==",
            "in" => "not in",
            "not in" => "in",
            "is" | "is not" => {
                identity(node, &operator, sites);
                continue;
            }
            _ => continue,
        };
        sites.replace("compare", &operator, other);
    }
}

/// `is` compares by `==` instead where the values come from somebody else, who may have made `==` say anything; the other
/// way round is told as a wrong condition.
fn identity(comparison: &Node<'_>, operator: &Node<'_>, sites: &mut Sites) {
    let negative = operator.text() == "is not";
    let strange = |part: &Node<'_>| part.kind() == "identifier" && comes_from_outside(part);
    if function_around(comparison).is_some() && parts(comparison).iter().any(strange) {
        sites.replace("identity", operator, if negative { "!=" } else { "==" });
    }
}

fn arithmetic(node: &Node<'_>, sites: &mut Sites) {
    let Some(operator) = node.field("operator") else { return };
    let formats = node.field("left").is_some_and(|left| left.kind() == "string");
    let other = match operator.text().as_ref() {
        "+" => "-",
        "-" => "+",
        "*" => "/",
        "/" => "*",
        "//" => "/",
        "%" if !formats => "//",
        "**" => "*",
        "&" => "|",
        "|" => "&",
        "^" => "&",
        "<<" => ">>",
        ">>" => "<<",
        _ => return,
    };
    sites.replace("arithmetic", &operator, other);
}

fn augmented(node: &Node<'_>, sites: &mut Sites) {
    let (Some(left), Some(operator), Some(right)) =
        (node.field("left"), node.field("operator"), node.field("right"))
    else {
        return;
    };
    let other = if operator.text() == "+=" { "-=" } else { "+=" };
    sites.replace("augmented", &operator, other);
    sites.replace("augmented", &operator, "=");
    // `a += b` changes a list that others hold, `a = a + b` does not; to numbers it makes no difference.
    let list = ["list", "list_comprehension", "tuple"].contains(&right.kind().as_ref());
    if operator.text() == "+=" && (list || (left.kind() == "identifier" && comes_from_outside(&left))) {
        sites.replace("rebind", node, format!("{0} = {0} + {1}", left.text(), as_operand(&right)));
    }
}

fn boolean(node: &Node<'_>, sites: &mut Sites) {
    let (Some(left), Some(operator), Some(right)) =
        (node.field("left"), node.field("operator"), node.field("right"))
    else {
        return;
    };
    sites.replace("boolean", &operator, if operator.text() == "and" { "or" } else { "and" });
    sites.replace("operand", node, left.text());
    sites.replace("operand", node, right.text());
}

fn unary(node: &Node<'_>, sites: &mut Sites) {
    let (Some(operator), Some(argument)) = (node.field("operator"), node.field("argument")) else { return };
    if operator.text() != "+" {
        sites.replace("unary", node, argument.text());
    }
}

/// The opposite of a condition, where no other operator makes it already.
fn negated(condition: &Node<'_>, sites: &mut Sites) {
    let made_already = match condition.kind().as_ref() {
        "not_operator" | "true" | "false" | "integer" => true,
        "comparison_operator" => {
            let operators: Vec<_> = condition.field_children("operators").collect();
            operators.len() == 1 && ["==", "!=", "in", "not in"].contains(&operators[0].text().as_ref())
        }
        _ => false,
    };
    if !made_already {
        sites.replace("condition", condition, format!("not ({})", condition.text()));
    }
}
