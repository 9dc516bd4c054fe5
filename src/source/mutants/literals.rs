//! Mistakes with constants and defaults: one more, another text, a list that all calls share.

use super::shape::parent_kind;
use super::{Node, Sites};

/// Functions whose texts only name things for tools.
const NAMING: [&str; 6] = ["TypeVar", "ParamSpec", "NewType", "namedtuple", "NamedTuple", "getLogger"];

/// Finds the mistakes that can be made with a node.
pub fn of(node: &Node<'_>, sites: &mut Sites) {
    match node.kind().as_ref() {
        "integer" => integer(node, sites),
        "float" => {
            if let Ok(number) = node.text().replace('_', "").parse::<f64>() {
                sites.replace("constant", node, format!("{:?}", number + 1.0));
            }
        }
        "true" => sites.replace("constant", node, "False"),
        "false" => sites.replace("constant", node, "True"),
        "string" if parent_kind(node) != "concatenated_string" => text(node, sites),
        "concatenated_string" => text(node, sites),
        "default_parameter" | "typed_default_parameter" => default(node, sites),
        _ => {}
    }
}

fn integer(node: &Node<'_>, sites: &mut Sites) {
    let text = node.text().replace('_', "").to_lowercase();
    let number = text.strip_prefix("0x").map_or_else(|| text.parse(), |hex| i128::from_str_radix(hex, 16));
    let Ok(number) = number else { return };
    sites.replace("constant", node, (number + 1).to_string());
    if number == 1 {
        sites.replace("constant", node, "0");
    }
}

/// Another text, unless it is told with an error or only names something: such words are anybody's choice.
fn text(node: &Node<'_>, sites: &mut Sites) {
    let around = |kind: &str| node.ancestors().any(|around| around.kind() == kind);
    let names = node.ancestors().any(|around| {
        around.kind() == "call" && NAMING.contains(&super::shape::called_name(&around).as_str())
    });
    if names || around("raise_statement") || around("assert_statement") || around("interpolation") {
        return;
    }
    let text = node.text();
    let bytes = text.starts_with(['b', 'B']);
    let empty =
        text.trim_start_matches(|c: char| c.is_ascii_alphabetic()).chars().all(|c| c == '"' || c == '\'');
    match (bytes, empty) {
        (false, false) => sites.replace("constant", node, "\"\""),
        (false, true) => sites.replace("constant", node, "\"viva\""),
        (true, false) => sites.replace("constant", node, "b\"\""),
        (true, true) => sites.replace("constant", node, "b\"viva\""),
    }
}

/// A default that is made once and shared by all calls, and None where a private mark said that nothing was given.
fn default(node: &Node<'_>, sites: &mut Sites) {
    let Some(value) = node.field("value") else { return };
    match value.kind().as_ref() {
        "none" => sites.replace("default", &value, "[]"),
        "identifier" | "attribute" => sites.replace("default", &value, "None"),
        _ => {}
    }
}
