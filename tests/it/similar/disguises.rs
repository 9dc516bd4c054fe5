//! What somebody does to a copied answer so that it does not look like one. The code does the same afterwards.

use std::collections::BTreeSet;
use std::ops::Range;

use ast_grep_core::tree_sitter::{LanguageExt, StrDoc};
use ast_grep_language::SupportLang;

type Node<'r> = ast_grep_core::Node<'r, StrDoc<SupportLang>>;
type Edits = Vec<(Range<usize>, String)>;

/// A way to hide a copy.
pub type Disguise = fn(&str) -> String;

/// Every single disguise by name, then several at once.
pub const ALL: [(&str, Disguise); 10] = [
    ("renamed", renamed),
    ("reordered", reordered),
    ("reformatted", reformatted),
    ("annotated", annotated),
    ("dead lines", dead_lines),
    ("written out", written_out),
    ("flipped", flipped),
    ("swapped", swapped),
    ("idle calls", idle_calls),
    ("all of them", all_of_them),
];

/// All disguises, one after another.
pub fn all_of_them(source: &str) -> String {
    ALL[..9].iter().fold(source.to_owned(), |source, (_, disguise)| disguise(&source))
}

fn edited(source: &str, find: impl Fn(&Node<'_>, &mut Edits)) -> String {
    let tree = SupportLang::Python.ast_grep(source);
    let mut edits = Edits::new();
    for node in tree.root().dfs() {
        find(&node, &mut edits);
    }
    edits.sort_by_key(|(range, _)| (range.start, range.end));
    let (mut out, mut at) = (String::new(), 0);
    for (range, text) in edits {
        // An edit inside another one is left out.
        if range.start >= at {
            out.push_str(&source[at..range.start]);
            out.push_str(&text);
            at = range.end;
        }
    }
    out.push_str(&source[at..]);
    out
}

fn parent_is(node: &Node<'_>, kinds: &[&str]) -> bool {
    node.parent().is_some_and(|parent| kinds.contains(&parent.kind().as_ref()))
}

/// Every name that the source binds has another one, attributes of `self` too.
pub fn renamed(source: &str) -> String {
    let tree = SupportLang::Python.ast_grep(source);
    let is_bound = |node: &Node<'_>| {
        let binds = ["parameters", "lambda_parameters", "pattern_list", "tuple_pattern", "as_pattern_target"];
        let field = |kind: &str, field: &str| {
            node.parent().is_some_and(|parent| {
                parent.kind() == kind && parent.field(field).is_some_and(|it| it.range() == node.range())
            })
        };
        parent_is(node, &binds)
            || parent_is(node, &["typed_parameter", "list_splat_pattern", "dictionary_splat_pattern"])
            || field("assignment", "left")
            || field("default_parameter", "name")
            || field("typed_default_parameter", "name")
            || field("for_statement", "left")
            || field("for_in_clause", "left")
            || field("function_definition", "name")
            || field("class_definition", "name")
            || field("named_expression", "name")
    };
    let names: BTreeSet<String> = tree
        .root()
        .dfs()
        .filter(|node| node.kind() == "identifier" && is_bound(node) && !node.text().starts_with("__"))
        .map(|node| node.text().into_owned())
        .collect();
    let of_self: BTreeSet<String> = tree
        .root()
        .dfs()
        .filter(|node| {
            node.kind() == "attribute" && node.field("object").is_some_and(|it| it.text() == "self")
        })
        .filter(|node| parent_is(node, &["assignment", "pattern_list"]))
        .filter_map(|node| node.field("attribute").map(|name| name.text().into_owned()))
        .chain(methods(&tree.root()))
        .collect();
    edited(source, |node, edits| {
        if node.kind() != "identifier" || parent_is(node, &["dotted_name", "aliased_import"]) {
            return;
        }
        let text = node.text();
        let is_attribute = node.parent().is_some_and(|parent| {
            parent.kind() == "attribute"
                && parent.field("attribute").is_some_and(|it| it.range() == node.range())
        });
        let is_keyword = node.parent().is_some_and(|parent| {
            parent.kind() == "keyword_argument"
                && parent.field("name").is_some_and(|it| it.range() == node.range())
        });
        let is_ours =
            if is_attribute { of_self.contains(&*text) } else { names.contains(&*text) && !is_keyword };
        if is_ours {
            edits.push((node.range(), format!("other_{text}_x")));
        }
    })
}

/// Functions, classes and methods stand the other way round.
pub fn reordered(source: &str) -> String {
    edited(source, |node, edits| {
        let is_scope =
            node.kind() == "module" || (node.kind() == "block" && parent_is(node, &["class_definition"]));
        if !is_scope {
            return;
        }
        let kinds = ["function_definition", "class_definition", "decorated_definition"];
        let of: Vec<Node<'_>> =
            node.children().filter(|child| kinds.contains(&child.kind().as_ref())).collect();
        // A class is left where it is when it is alone, so that its methods can be turned.
        if of.len() > 1 {
            edits.extend(
                of.iter().zip(of.iter().rev()).map(|(one, other)| (one.range(), other.text().into_owned())),
            );
        }
    })
}

/// The names of all methods that are not Python's own.
fn methods(root: &Node<'_>) -> Vec<String> {
    root.dfs()
        .filter(|node| node.kind() == "function_definition")
        .filter_map(|node| node.field("name").map(|name| name.text().into_owned()))
        .filter(|name| !name.starts_with("__"))
        .collect()
}

fn indent(node: &Node<'_>, source: &str) -> String {
    let start = node.range().start;
    let line = source[..start].rfind('\n').map_or(0, |at| at + 1);
    source[line..start].chars().map(|c| if c.is_whitespace() { c } else { ' ' }).collect()
}

/// The statements of blocks that begin a line of their own.
fn is_statement(node: &Node<'_>, source: &str) -> bool {
    let start = node.range().start;
    let line = source[..start].rfind('\n').map_or(0, |at| at + 1);
    parent_is(node, &["block"])
        && node.is_named()
        && node.kind() != "comment"
        && source[line..start].chars().all(char::is_whitespace)
}

/// Other comments, other documentation, deeper indentation, empty lines, operators without spaces around them.
pub fn reformatted(source: &str) -> String {
    let commented = edited(source, |node, edits| match node.kind().as_ref() {
        "comment" => edits.push((node.range(), "# something else".to_owned())),
        _ if is_statement(node, source) => {
            let start = node.range().start;
            edits.push((start..start, format!("# now comes this\n\n{}", indent(node, source))));
        }
        _ => {}
    });
    let deeper = |line: &str| {
        let inner = line.trim_start_matches(' ');
        format!("{}{inner}", " ".repeat((line.len() - inner.len()) * 2))
    };
    let lines: Vec<String> = commented.lines().map(deeper).collect();
    lines.join("\n").replace(" == ", "==").replace(" + ", "+") + "\n"
}

/// Types at parameters and results.
pub fn annotated(source: &str) -> String {
    edited(source, |node, edits| {
        if node.kind() == "identifier" && parent_is(node, &["parameters"]) && node.text() != "self" {
            edits.push((node.range(), format!("{}: object", node.text())));
        }
    })
}

/// A statement that does nothing before every third statement.
pub fn dead_lines(source: &str) -> String {
    let count = std::cell::Cell::new(0);
    edited(source, |node, edits| {
        if !is_statement(node, source) {
            return;
        }
        count.set(count.get() + 1);
        let start = node.range().start;
        let text = match count.get() % 9 {
            3 => format!("unused_{} = 17", count.get()),
            6 => "pass".to_owned(),
            0 => "if False:  # never\n    pass".replace("\n", &format!("\n{}", indent(node, source))),
            _ => return,
        };
        edits.push((start..start, format!("{text}\n{}", indent(node, source))));
    })
}

/// A call that changes nothing before every fourth statement; no reader of source can know that it changes nothing.
pub fn idle_calls(source: &str) -> String {
    let count = std::cell::Cell::new(0);
    edited(source, |node, edits| {
        if !is_statement(node, source) {
            return;
        }
        count.set(count.get() + 1);
        let start = node.range().start;
        if count.get() % 4 == 0 {
            edits.push((start..start, format!("isinstance({}, str)\n{}", count.get(), indent(node, source))));
        }
    })
}

/// `x += 1` as `x = x + 1`.
pub fn written_out(source: &str) -> String {
    edited(source, |node, edits| {
        if node.kind() != "augmented_assignment" {
            return;
        }
        let (Some(left), Some(operator), Some(right)) =
            (node.field("left"), node.field("operator"), node.field("right"))
        else {
            return;
        };
        let operator = operator.text().trim_end_matches('=').to_owned();
        edits.push((node.range(), format!("{0} = {0} {operator} ({1})", left.text(), right.text())));
    })
}

/// `if c: a else: b` as `if not (c): b else: a`.
pub fn flipped(source: &str) -> String {
    edited(source, |node, edits| {
        if node.kind() != "if_statement" {
            return;
        }
        let others: Vec<Node<'_>> = node.field_children("alternative").collect();
        let [other] = &others[..] else { return };
        let (Some(condition), Some(body), Some(or_else)) =
            (node.field("condition"), node.field("consequence"), other.field("body"))
        else {
            return;
        };
        edits.push((condition.range(), format!("not ({})", condition.text())));
        edits.push((body.range(), or_else.text().into_owned()));
        edits.push((or_else.range(), body.text().into_owned()));
    })
}

/// Neighbouring assignments that do not touch each other change places.
pub fn swapped(source: &str) -> String {
    edited(source, |node, edits| {
        if !["block", "module"].contains(&node.kind().as_ref()) {
            return;
        }
        let all: Vec<Node<'_>> = node.children().filter(Node::is_named).collect();
        let mut at = 0;
        while at + 1 < all.len() {
            match (assigned(&all[at]), assigned(&all[at + 1])) {
                (Some(one), Some(other))
                    if !all[at].text().contains(&other) && !all[at + 1].text().contains(&one) =>
                {
                    edits.push((all[at].range(), all[at + 1].text().into_owned()));
                    edits.push((all[at + 1].range(), all[at].text().into_owned()));
                    at += 2;
                }
                _ => at += 1,
            }
        }
    })
}

fn assigned(statement: &Node<'_>) -> Option<String> {
    let assignment = statement.children().next().filter(|child| child.kind() == "assignment")?;
    let left = assignment.field("left")?;
    let is_one = ["identifier", "attribute", "subscript"].contains(&left.kind().as_ref());
    is_one.then(|| left.text().into_owned())
}
