//! The normalised tokens of a source: what is left when names, literals, comments, documentation, types, formatting,
//! imports and the cheapest disguises are taken away.
//!
//! Each function is a piece of its own, so the order of functions does not matter. Operators stand before what they
//! work on, so parentheses do not matter. Must not know fingerprints. It recurses as deep as the tree nests, which the
//! caller has bounded.

use std::collections::HashMap;

use super::Node;
use super::names::{Named, Names};
use super::statements::{self, Statement};
use super::winnow::{Hash, Token};

/// Tokens of a piece in which parameters are looked for.
const HEAD: usize = 32;

/// The pieces of one file: each function that stands in no other, each class and the module without them.
pub(super) fn pieces(root: &Node<'_>) -> Vec<Vec<Token>> {
    let names = Names::of(root);
    let mut emitter =
        Emitter { names: &names, numbers: HashMap::new(), here: Vec::new(), done: Vec::new(), depth: 0 };
    emitter.block(root);
    let Emitter { here, mut done, .. } = emitter;
    done.push(here);
    done.retain(|piece| !piece.is_empty());
    done
}

/// Writes tokens, one node after another.
struct Emitter<'n> {
    names: &'n Names,
    /// Numbers of chosen names.
    numbers: HashMap<String, u32>,
    /// The piece at hand.
    here: Vec<Token>,
    done: Vec<Vec<Token>>,
    /// How many functions are around.
    depth: usize,
}

impl Emitter<'_> {
    fn word(&mut self, word: &str) {
        self.here.push(Token::Fixed(Hash::of(word)));
    }

    fn chosen(&mut self, name: &str) {
        let next = u32::try_from(self.numbers.len()).unwrap_or(u32::MAX);
        let number = match self.numbers.get(name) {
            Some(number) => *number,
            None => *self.numbers.entry(name.to_owned()).or_insert(next),
        };
        self.here.push(Token::Name(number));
    }

    fn name(&mut self, node: &Node<'_>) {
        let names = self.names;
        let text = node.text();
        match names.plain(&text) {
            Named::Chosen => self.chosen(&text),
            Named::Given(given) => self.word(given),
        }
    }

    fn field(&mut self, node: &Node<'_>, field: &str) {
        if let Some(child) = node.field(field) {
            self.node(&child);
        }
    }

    fn children(&mut self, node: &Node<'_>) {
        for child in node.children().filter(Node::is_named) {
            self.node(&child);
        }
    }

    fn node(&mut self, node: &Node<'_>) {
        let kind = node.kind();
        match kind.as_ref() {
            "identifier" => self.name(node),
            "comment" | "type" => {}
            "block" | "module" => self.block(node),
            "expression_statement" | "parenthesized_expression" | "as_pattern_target" => self.children(node),
            "integer" | "float" => self.word("0"),
            "string" | "concatenated_string" => self.string(node),
            "attribute" => self.attribute(node),
            "call" => self.call(node),
            "keyword_argument" => self.keyword(node),
            "assignment" => self.assignment(node),
            "augmented_assignment" => self.augmented(node),
            "binary_operator" | "boolean_operator" => self.operator(node),
            "unary_operator" => self.unary(node),
            "not_operator" | "comparison_operator" => self.truth(node),
            "conditional_expression" => self.choice(node),
            "if_statement" => self.branches(node),
            "function_definition" => self.function(node, &[]),
            "class_definition" => self.class(node, &[]),
            "decorated_definition" => self.decorated(node),
            "parameters" | "lambda_parameters" => self.children(node),
            "typed_parameter" => self.children(node),
            "default_parameter" | "typed_default_parameter" => {
                self.word("=");
                self.field(node, "name");
                self.field(node, "value");
            }
            "keyword_separator" | "positional_separator" => {}
            "return_statement" => self.give_back(node),
            _ => self.other(node, &kind),
        }
    }

    /// What needs no rule of its own: its kind, then its parts.
    fn other(&mut self, node: &Node<'_>, kind: &str) {
        let word = match kind {
            "pattern_list" | "tuple_pattern" | "expression_list" => "tuple",
            "list_pattern" => "list",
            "list_splat_pattern" | "list_splat" => "*",
            "dictionary_splat_pattern" | "dictionary_splat" => "**",
            kind => kind,
        };
        self.word(word);
        for child in node.children() {
            let child_kind = child.kind();
            if child.is_named() {
                self.node(&child);
            } else if ["async", "from"].contains(&child_kind.as_ref()) && kind != "raise_statement" {
                self.word(&child_kind);
            }
        }
    }

    fn string(&mut self, node: &Node<'_>) {
        self.word("\"\"");
        let inner: Vec<_> = if node.kind() == "string" {
            vec![node.clone()]
        } else {
            node.children().filter(|child| child.kind() == "string").collect()
        };
        for string in inner {
            for part in string.children().filter(|part| part.kind() == "interpolation") {
                self.field(&part, "expression");
            }
        }
    }

    /// `self.items` is one name, `functools.wraps` is `wraps`, `items.append` is what is done to `items`.
    fn attribute(&mut self, node: &Node<'_>) {
        let (Some(object), Some(attribute)) = (node.field("object"), node.field("attribute")) else { return };
        let names = self.names;
        let (text, is_plain) = (attribute.text(), object.kind() == "identifier");
        match names.attribute(&text) {
            Named::Chosen if is_plain && matches!(names.plain(&object.text()), Named::Chosen) => {
                self.chosen(&format!("{}.{text}", object.text()));
            }
            Named::Chosen => {
                self.word(".");
                self.node(&object);
                self.chosen(&format!(".{text}"));
            }
            Named::Given(given) if is_plain && names.is_imported(&object.text()) => self.word(given),
            Named::Given(given) => {
                self.word(".");
                self.word(given);
                self.node(&object);
            }
        }
    }

    fn call(&mut self, node: &Node<'_>) {
        self.word("()");
        self.field(node, "function");
        let Some(arguments) = node.field("arguments") else { return };
        match arguments.kind().as_ref() {
            "argument_list" => self.children(&arguments),
            _ => self.node(&arguments),
        }
    }

    /// Only the value: the name may be one's own parameter or a library's, and a source alone does not say which.
    fn keyword(&mut self, node: &Node<'_>) {
        self.word("=");
        self.field(node, "value");
    }

    fn assignment(&mut self, node: &Node<'_>) {
        let Some(right) = node.field("right") else {
            return self.field(node, "left");
        };
        self.word("=");
        self.field(node, "left");
        self.node(&right);
    }

    /// `n += 1` is `n = n + 1`.
    fn augmented(&mut self, node: &Node<'_>) {
        self.word("=");
        self.field(node, "left");
        let operator =
            node.field("operator").map(|operator| operator.text().into_owned()).unwrap_or_default();
        self.word(operator.trim_end_matches('='));
        self.field(node, "left");
        self.field(node, "right");
    }

    fn operator(&mut self, node: &Node<'_>) {
        let operator =
            node.field("operator").map(|operator| operator.kind().into_owned()).unwrap_or_default();
        self.word(&operator);
        self.field(node, "left");
        self.field(node, "right");
    }

    fn unary(&mut self, node: &Node<'_>) {
        let Some(argument) = node.field("argument") else { return };
        if !["integer", "float"].contains(&argument.kind().as_ref()) {
            let operator = node.field("operator").map(|operator| operator.kind().into_owned());
            self.word(&operator.unwrap_or_default());
        }
        self.node(&argument);
    }

    fn truth(&mut self, node: &Node<'_>) {
        let (core, is_negated) = statements::positive(node);
        if is_negated {
            self.word("not");
        }
        self.core(&core);
    }

    /// A condition that [`statements::positive`] gave, without its negation.
    fn core(&mut self, node: &Node<'_>) {
        match statements::comparison(node) {
            Some(two) => {
                self.word(two.operator);
                self.node(&two.left);
                self.node(&two.right);
            }
            None if node.kind() == "comparison_operator" => {
                for operator in node.field_children("operators").collect::<Vec<_>>() {
                    self.word(&operator.kind());
                }
                self.children(node);
            }
            None => self.node(node),
        }
    }

    /// `a if not c else b` is `b if c else a`.
    fn choice(&mut self, node: &Node<'_>) {
        let parts: Vec<_> =
            node.children().filter(|part| part.is_named() && part.kind() != "comment").collect();
        let [then, condition, or_else] = &parts[..] else { return self.children(node) };
        self.word("?");
        let (core, is_negated) = statements::positive(condition);
        self.core(&core);
        let order = if is_negated { [or_else, then] } else { [then, or_else] };
        order.into_iter().for_each(|part| self.node(part));
    }

    fn branches(&mut self, node: &Node<'_>) {
        let others: Vec<_> = node.field_children("alternative").collect();
        self.chain(node, &others);
    }

    /// `if not c: a else: b` is `if c: b else: a`, and `elif` is an `if` in an `else`.
    fn chain(&mut self, node: &Node<'_>, others: &[Node<'_>]) {
        let (Some(condition), Some(body)) = (node.field("condition"), node.field("consequence")) else {
            return;
        };
        match statements::constant(&condition) {
            Some(true) => return self.block(&body),
            Some(false) => return self.or_else(others),
            None => {}
        }
        self.word("if");
        let (core, is_negated) = statements::positive(&condition);
        if others.is_empty() && is_negated {
            self.word("not");
        }
        self.core(&core);
        if !others.is_empty() && is_negated {
            self.or_else(others);
            self.word("else");
            self.block(&body);
        } else {
            self.block(&body);
            if !others.is_empty() {
                self.word("else");
                self.or_else(others);
            }
        }
    }

    fn or_else(&mut self, others: &[Node<'_>]) {
        let Some((first, rest)) = others.split_first() else { return };
        if first.kind() == "elif_clause" {
            self.chain(first, rest);
        } else {
            self.field(first, "body");
        }
    }

    fn give_back(&mut self, node: &Node<'_>) {
        self.word("return");
        for child in node.children().filter(|child| child.is_named() && child.kind() != "none") {
            self.node(&child);
        }
    }

    fn decorated(&mut self, node: &Node<'_>) {
        let decorators: Vec<_> = node.children().filter(|child| child.kind() == "decorator").collect();
        match node.field("definition") {
            Some(definition) if definition.kind() == "class_definition" => {
                self.class(&definition, &decorators)
            }
            Some(definition) => self.function(&definition, &decorators),
            None => {}
        }
    }

    fn function(&mut self, node: &Node<'_>, decorators: &[Node<'_>]) {
        let around = (self.depth == 0).then(|| std::mem::take(&mut self.here));
        decorators.iter().for_each(|decorator| self.node(decorator));
        let is_async = node.children().any(|child| child.kind() == "async");
        self.word(if is_async { "async def" } else { "def" });
        self.field(node, "name");
        self.field(node, "parameters");
        self.depth += 1;
        self.field(node, "body");
        self.depth -= 1;
        if let Some(around) = around {
            self.done.push(std::mem::replace(&mut self.here, around));
        }
    }

    fn class(&mut self, node: &Node<'_>, decorators: &[Node<'_>]) {
        let around = (self.depth == 0).then(|| std::mem::take(&mut self.here));
        decorators.iter().for_each(|decorator| self.node(decorator));
        self.word("class");
        self.field(node, "name");
        if let Some(bases) = node.field("superclasses") {
            self.children(&bases);
        }
        self.field(node, "body");
        if let Some(around) = around {
            self.done.push(std::mem::replace(&mut self.here, around));
        }
    }

    /// The statements of a block without those that do nothing, independent neighbours in an order of their own.
    fn block(&mut self, node: &Node<'_>) {
        let all: Vec<_> = node.children().filter(Node::is_named).collect();
        let kept = statements::kept(&all, self.names, self.depth > 0);
        let mut at = 0;
        while at < kept.len() {
            let run = kept[at..].iter().take_while(|one| matches!(one, Statement::Sets { .. })).count();
            if run < 2 {
                self.statement(&kept[at]);
                at += 1;
            } else {
                let run = run.min(statements::RUN_MAX);
                self.run(&kept[at..at + run]);
                at += run;
            }
        }
    }

    fn statement(&mut self, statement: &Statement<'_>) {
        match statement {
            Statement::Sets { node, .. } | Statement::Other(node) => self.node(node),
            Statement::Returns { value } => {
                self.word("return");
                self.node(value);
            }
        }
    }

    /// Assignments that follow each other, those that do not touch each other sorted by what they look like.
    fn run(&mut self, run: &[Statement<'_>]) {
        let keys: Vec<statements::Look> = run
            .iter()
            .map(|statement| {
                let start = self.here.len();
                self.statement(statement);
                let written = self.here.split_off(start);
                (super::winnow::hash_stream(&written), self.seen_at(&written))
            })
            .collect();
        for place in statements::sorted(run, &keys) {
            self.statement(&run[place]);
        }
    }

    /// Where the names of some tokens stand in the head of this piece: of `self.a = a` and `self.b = b`, which look
    /// alike, the one with the earlier parameter goes first.
    fn seen_at(&self, written: &[Token]) -> Vec<usize> {
        let head = &self.here[..self.here.len().min(HEAD)];
        let names = written.iter().filter(|one| matches!(one, Token::Name(_)));
        names.map(|one| head.iter().position(|seen| seen == one).unwrap_or(HEAD)).collect()
    }
}
