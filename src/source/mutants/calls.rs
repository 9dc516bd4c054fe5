//! Mistakes with calls: arguments swapped or left out, a copy not made, the neighbour in the documentation called.

use super::shape::{as_operand, called_name, holds_comment, parts};
use super::{Node, Sites};

/// Calls whose first two arguments can change places, or where that is no mistake anybody makes.
const EITHER_WAY: [&str; 10] =
    ["min", "max", "hypot", "gcd", "isclose", "isinstance", "issubclass", "range", "getattr", "hasattr"];
/// Calls of one argument that make something of it which often looks the same.
const MAKES_ANEW: [&str; 14] = [
    "list",
    "tuple",
    "dict",
    "set",
    "frozenset",
    "sorted",
    "reversed",
    "iter",
    "abs",
    "str",
    "int",
    "bool",
    "copy",
    "deepcopy",
];
/// Methods without arguments that give back something like the object itself.
const METHODS_ANEW: [&str; 8] = ["copy", "strip", "lstrip", "rstrip", "lower", "upper", "casefold", "title"];
/// Calls that take a fallback as their last argument.
const WITH_FALLBACK: [&str; 4] = ["get", "pop", "getattr", "next"];
/// Neighbours that are taken for each other.
const NEIGHBOURS: [(&str, &str); 16] = [
    ("min", "max"),
    ("max", "min"),
    ("any", "all"),
    ("all", "any"),
    ("append", "appendleft"),
    ("appendleft", "append"),
    ("popleft", "pop"),
    ("casefold", "lower"),
    ("startswith", "endswith"),
    ("endswith", "startswith"),
    ("strip", "lstrip"),
    ("partition", "rpartition"),
    ("bisect_left", "bisect_right"),
    ("bisect_right", "bisect_left"),
    ("notify_all", "notify"),
    ("setdefault", "get"),
];

/// Finds the mistakes that can be made with a node.
pub fn of(node: &Node<'_>, sites: &mut Sites) {
    match node.kind().as_ref() {
        "argument_list" => arguments(node, sites),
        "call" => {
            neighbour(node, sites);
            anew(node, sites);
            weak(node, sites);
            if called_name(node) == "isinstance" {
                exact_type(node, sites);
            }
            if called_name(node) == "range" {
                range(node, sites);
            }
        }
        _ => {}
    }
}

/// An argument list without one of its arguments, or with two of them in each other's place.
fn arguments(list: &Node<'_>, sites: &mut Sites) {
    if holds_comment(list) {
        return;
    }
    let all = parts(list);
    for (index, argument) in all.iter().enumerate() {
        let operator = match argument.kind().as_ref() {
            "keyword_argument" => "keyword-dropped",
            "list_splat" | "dictionary_splat" => "forwarding",
            _ => continue,
        };
        let others = all.iter().enumerate().filter(|(other, _)| *other != index).map(|(_, part)| part);
        sites.edit(operator, argument, vec![(list.range(), joined(others))]);
    }
    let Some(call) = list.parent().filter(|around| around.kind() == "call") else { return };
    let name = called_name(&call);
    let positional: Vec<_> = all.iter().take_while(|part| is_positional(part)).collect();
    if let [first, second, ..] = &positional[..]
        && first.text() != second.text()
        && !EITHER_WAY.contains(&name.as_str())
    {
        let others = [*second, *first].into_iter().chain(&all[2..]);
        sites.edit("swapped", first, vec![(list.range(), joined(others))]);
    }
    let fallback = if name == "getattr" { 3 } else { 2 };
    if WITH_FALLBACK.contains(&name.as_str()) && all.len() == fallback && positional.len() == fallback {
        sites.edit(
            "fallback-dropped",
            &all[fallback - 1],
            vec![(list.range(), joined(&all[..fallback - 1]))],
        );
    }
}

fn is_positional(argument: &Node<'_>) -> bool {
    !["keyword_argument", "list_splat", "dictionary_splat"].contains(&argument.kind().as_ref())
}

fn joined<'a, 'r: 'a>(arguments: impl IntoIterator<Item = &'a Node<'r>>) -> String {
    let texts: Vec<_> = arguments.into_iter().map(|argument| argument.text().into_owned()).collect();
    format!("({})", texts.join(", "))
}

/// The only argument of a call, unless it is unpacked or named.
fn only_argument<'r>(call: &Node<'r>) -> Option<Node<'r>> {
    let arguments = call.field("arguments")?;
    if arguments.kind() == "generator_expression" {
        return Some(arguments);
    }
    let all = parts(&arguments);
    all.into_iter().next().filter(|only| is_positional(only) && parts(&arguments).len() == 1)
}

fn neighbour(call: &Node<'_>, sites: &mut Sites) {
    let Some(function) = call.field("function") else { return };
    let name = if function.kind() == "attribute" { function.field("attribute") } else { Some(function) };
    let Some(name) = name.filter(|name| name.kind() == "identifier") else { return };
    for (_, other) in NEIGHBOURS.iter().filter(|(known, _)| *known == name.text()) {
        sites.replace("neighbour", &name, *other);
    }
}

/// `list(x)`, `x.copy()` and the like are `x` itself.
fn anew(call: &Node<'_>, sites: &mut Sites) {
    let (name, function) = (called_name(call), call.field("function"));
    if let Some(argument) = only_argument(call) {
        let of_copy =
            function.as_ref().is_some_and(|it| it.kind() == "identifier" || it.text().starts_with("copy."));
        if MAKES_ANEW.contains(&name.as_str()) && of_copy {
            sites.replace("copy-dropped", call, as_operand(&argument));
            if name == "deepcopy"
                && let Some(function) = function
            {
                sites.replace("copy-shallow", &function, function.text().replace("deepcopy", "copy"));
            }
        }
        return;
    }
    let object = function.filter(|it| it.kind() == "attribute").and_then(|it| it.field("object"));
    let empty = call.field("arguments").is_some_and(|arguments| parts(&arguments).is_empty());
    if let Some(object) = object.filter(|_| empty && METHODS_ANEW.contains(&name.as_str())) {
        sites.replace("copy-dropped", call, object.text());
    }
}

/// What is held weakly is held.
fn weak(call: &Node<'_>, sites: &mut Sites) {
    let Some(function) = call.field("function") else { return };
    match called_name(call).as_str() {
        "WeakValueDictionary" | "WeakKeyDictionary" => sites.replace("weak-dropped", &function, "dict"),
        "WeakSet" => sites.replace("weak-dropped", &function, "set"),
        "ref" | "proxy" => {
            let Some(arguments) = call.field("arguments") else { return };
            let Some(first) = parts(&arguments).into_iter().next() else { return };
            let strong = if called_name(call) == "ref" {
                format!("(lambda strong={0}: strong)", first.text())
            } else {
                first.text().into_owned()
            };
            sites.replace("weak-dropped", call, strong);
        }
        _ => {}
    }
}

/// Subclasses are left out.
fn exact_type(call: &Node<'_>, sites: &mut Sites) {
    let arguments = call.field("arguments").map(|arguments| parts(&arguments)).unwrap_or_default();
    let [object, kind] = &arguments[..] else { return };
    let comparison = match kind.kind().as_ref() {
        "tuple" => "in",
        "identifier" | "attribute" => "is",
        _ => return,
    };
    sites.replace("exact-type", call, format!("(type({}) {comparison} {})", object.text(), kind.text()));
}

/// The last of a range is left out.
fn range(call: &Node<'_>, sites: &mut Sites) {
    let arguments = call.field("arguments").map(|arguments| parts(&arguments)).unwrap_or_default();
    let stop = match &arguments[..] {
        [stop] => stop,
        [_, stop, ..] => stop,
        [] => return,
    };
    if is_positional(stop) && !["integer", "unary_operator"].contains(&stop.kind().as_ref()) {
        sites.replace("range", stop, format!("{} - 1", as_operand(stop)));
    }
}
