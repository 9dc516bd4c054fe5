//! What statements come to: which do nothing, which may change places, and conditions without their negation.
//!
//! It only has to make a copy and its disguise alike; it need not keep what the code does. Must not know tokens.

use std::collections::HashSet;

use super::Node;
use super::names::Names;

/// Assignments in a row that are looked at together.
pub(super) const RUN_MAX: usize = 32;

/// A statement that counts.
pub(super) enum Statement<'r> {
    /// An assignment to one name, attribute or item.
    Sets {
        /// All of it.
        node: Node<'r>,
        /// What is set, as it is written.
        target: String,
        /// Names and dotted names on its right side.
        reads: HashSet<String>,
    },
    /// `x = VALUE` and `return x` after it.
    Returns {
        /// The value.
        value: Node<'r>,
    },
    /// Any other.
    Other(Node<'r>),
}

/// What a statement looks like: the hash of its tokens, and where its names stood before.
pub(super) type Look = (u64, Vec<usize>);

/// A comparison of two, with `<`, `==`, `in` or `is`.
pub(super) struct Comparison<'r> {
    pub operator: &'static str,
    pub left: Node<'r>,
    pub right: Node<'r>,
}

/// The statements of a block that do something.
pub(super) fn kept<'r>(all: &[Node<'r>], names: &Names, in_function: bool) -> Vec<Statement<'r>> {
    let alive: Vec<&Node<'r>> = all.iter().filter(|one| !is_dead(one, names, in_function)).collect();
    let mut kept = Vec::with_capacity(alive.len());
    let mut at = 0;
    while at < alive.len() {
        let returned = alive.get(at + 1).and_then(|next| returned_at_once(alive[at], next));
        if let Some(value) = returned.filter(|_| in_function) {
            kept.push(Statement::Returns { value });
            at += 2;
            continue;
        }
        let is_last_return = in_function && at + 1 == alive.len() && at > 0 && is_bare_return(alive[at]);
        if !is_last_return {
            kept.push(classify(alive[at]));
        }
        at += 1;
    }
    kept
}

fn classify<'r>(node: &Node<'r>) -> Statement<'r> {
    let Some((target, right)) = simple_assignment(node) else { return Statement::Other(node.clone()) };
    let mut reads = HashSet::new();
    for part in right.dfs() {
        match part.kind().as_ref() {
            "identifier" | "attribute" | "subscript" => {
                reads.insert(part.text().into_owned());
            }
            "yield" | "await" | "named_expression" => return Statement::Other(node.clone()),
            _ => {}
        }
    }
    Statement::Sets { node: node.clone(), target: target.text().into_owned(), reads }
}

/// The only named child that is no comment.
fn only_part<'r>(node: &Node<'r>) -> Option<Node<'r>> {
    let mut parts = node.children().filter(|child| child.is_named() && child.kind() != "comment");
    let first = parts.next()?;
    parts.next().is_none().then_some(first)
}

/// The target and the value of an assignment to one name, attribute or item.
fn simple_assignment<'r>(statement: &Node<'r>) -> Option<(Node<'r>, Node<'r>)> {
    if statement.kind() != "expression_statement" {
        return None;
    }
    let assignment = only_part(statement).filter(|part| part.kind() == "assignment")?;
    let (left, right) = (assignment.field("left")?, assignment.field("right")?);
    let is_plain = ["identifier", "attribute", "subscript"].contains(&left.kind().as_ref());
    (is_plain && right.kind() != "assignment").then_some((left, right))
}

fn returned_at_once<'r>(statement: &Node<'r>, next: &Node<'r>) -> Option<Node<'r>> {
    if next.kind() != "return_statement" {
        return None;
    }
    let (target, value) = simple_assignment(statement)?;
    let returned = only_part(next).filter(|part| part.kind() == "identifier")?;
    (returned.text() == target.text()).then_some(value)
}

fn is_bare_return(statement: &Node<'_>) -> bool {
    statement.kind() == "return_statement"
        && statement.children().filter(|child| child.is_named()).all(|child| child.kind() == "none")
}

/// Whether a statement does nothing that anybody could see.
fn is_dead(statement: &Node<'_>, names: &Names, in_function: bool) -> bool {
    const SILENT: [&str; 8] = [
        "comment",
        "pass_statement",
        "import_statement",
        "import_from_statement",
        "future_import_statement",
        "global_statement",
        "nonlocal_statement",
        "type_alias_statement",
    ];
    const CONSTANT: [&str; 9] = [
        "string",
        "concatenated_string",
        "integer",
        "float",
        "true",
        "false",
        "none",
        "ellipsis",
        "identifier",
    ];
    match statement.kind().as_ref() {
        kind if SILENT.contains(&kind) => true,
        "assert_statement" => only_part(statement).is_some_and(|part| constant(&part) == Some(true)),
        "while_statement" => {
            statement.field("condition").is_some_and(|condition| constant(&condition) == Some(false))
        }
        "if_statement" => {
            let is_never = statement.field("condition").is_some_and(|it| constant(&it) == Some(false));
            is_never && statement.field("alternative").is_none()
        }
        "expression_statement" => {
            only_part(statement).is_some_and(|part| CONSTANT.contains(&part.kind().as_ref()))
                || is_idle_assignment(statement, names, in_function)
        }
        _ => false,
    }
}

/// `x = x`, and in a function an assignment to a name that stands nowhere else, of a value that calls nothing.
fn is_idle_assignment(statement: &Node<'_>, names: &Names, in_function: bool) -> bool {
    let Some((target, value)) = simple_assignment(statement) else { return false };
    if target.kind() != "identifier" {
        return false;
    }
    let calls =
        |value: &Node<'_>| value.dfs().any(|part| ["call", "await", "yield"].contains(&part.kind().as_ref()));
    target.text() == value.text()
        || (in_function && names.is_mentioned_once(&target.text()) && !calls(&value))
}

/// Whether a condition is written as a constant.
pub(super) fn constant(condition: &Node<'_>) -> Option<bool> {
    let (core, is_negated) = positive(condition);
    let truth = match core.kind().as_ref() {
        "true" => true,
        "false" | "none" => false,
        "integer" => core.text() != "0",
        _ => return None,
    };
    Some(truth != is_negated)
}

/// A condition without parentheses and negations around it, and whether it was negated.
pub(super) fn positive<'r>(condition: &Node<'r>) -> (Node<'r>, bool) {
    let (mut core, mut is_negated) = (condition.clone(), false);
    loop {
        let inner = match core.kind().as_ref() {
            "parenthesized_expression" => only_part(&core),
            "not_operator" => core.field("argument").inspect(|_| is_negated = !is_negated),
            _ => None,
        };
        match inner {
            Some(inner) => core = inner,
            None => break,
        }
    }
    let is_negative = single_operator(&core).is_some_and(|operator| {
        ["!=", "<>", "not in", "is not", ">=", "<="].contains(&operator.kind().as_ref())
    });
    (core, is_negated != is_negative)
}

fn single_operator<'r>(node: &Node<'r>) -> Option<Node<'r>> {
    if node.kind() != "comparison_operator" {
        return None;
    }
    let mut operators = node.field_children("operators");
    let first = operators.next()?;
    operators.next().is_none().then_some(first)
}

/// A comparison of two, its operator without a negation: `a > b` and `a <= b` both are `b < a`.
pub(super) fn comparison<'r>(node: &Node<'r>) -> Option<Comparison<'r>> {
    let operator = single_operator(node)?;
    let operands: Vec<Node<'r>> =
        node.children().filter(|child| child.is_named() && child.kind() != "comment").collect();
    // An operator of two words is a named node in some versions of the grammar.
    let operands: Vec<Node<'r>> =
        operands.into_iter().filter(|child| child.range() != operator.range()).collect();
    let [left, right] = <[Node<'r>; 2]>::try_from(operands).ok()?;
    let (operator, is_turned) = match operator.kind().as_ref() {
        "<" | ">=" => ("<", false),
        ">" | "<=" => ("<", true),
        "in" | "not in" => ("in", false),
        "is" | "is not" => ("is", false),
        "==" | "!=" | "<>" => ("==", is_literal(&left) && !is_literal(&right)),
        _ => return None,
    };
    let (left, right) = if is_turned { (right, left) } else { (left, right) };
    Some(Comparison { operator, left, right })
}

fn is_literal(node: &Node<'_>) -> bool {
    ["integer", "float", "string", "true", "false", "none"].contains(&node.kind().as_ref())
}

/// The places of a run in an order that depends on what its statements look like and not on how they stood, as far
/// as one does not set what another reads or sets.
pub(super) fn sorted(run: &[Statement<'_>], keys: &[Look]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..run.len()).collect();
    for end in (1..order.len()).rev() {
        for at in 0..end {
            let (one, other) = (order[at], order[at + 1]);
            if keys[one] > keys[other] && are_apart(&run[one], &run[other]) {
                order.swap(at, at + 1);
            }
        }
    }
    order
}

fn are_apart(one: &Statement<'_>, other: &Statement<'_>) -> bool {
    match (one, other) {
        (
            Statement::Sets { target: first, reads: read_first, .. },
            Statement::Sets { target: second, reads: read_second, .. },
        ) => first != second && !read_first.contains(second) && !read_second.contains(first),
        _ => false,
    }
}
