//! Whether an answer is plain: nothing that its source says can reach past its own modules.
//!
//! Cases of a plain answer may share a process at first (`engine/together.rs`), since what one of them does cannot meet the
//! next. This is for speed and no wall: whatever is in doubt is not plain, and costs time only. Must not know who asks.

use std::sync::LazyLock;

/// Modules that an answer may import and be plain. None of them gives a way to other modules, files, processes, threads or
/// frames, and none keeps what a program could tell from one call to a later one.
const MODULES: &[&str] = &[
    "__future__",
    "abc",
    "bisect",
    "collections",
    "collections.abc",
    "contextlib",
    "copy",
    "dataclasses",
    "datetime",
    "decimal",
    "enum",
    "fractions",
    "functools",
    "heapq",
    "itertools",
    "math",
    "numbers",
    "operator",
    "re",
    "string",
    "textwrap",
    "time",
    "typing",
];

/// What a driver and its inputs may import besides. The tools that need a process of their own ask for one.
const MODULES_OF_HARNESS: &[&str] = &["inputs", "viva.driver"];

/// Tools of a driver that leave a shared process (`toolbox/viva/_alone.py`): a case that names one need not begin in it.
const TOOLS_ALONE: &[&str] = &[
    "forced_switches",
    "freed",
    "in_thread",
    "in_threads",
    "lifetimes",
    "overlap",
    "peak_memory",
    "run_async",
    "without_gc",
];

/// Words that lead to names that the source does not say, or change what others see.
const WORDS: &[&str] = &[
    "Formatter",
    "async",
    "attrgetter",
    "await",
    "breakpoint",
    "compile",
    "delattr",
    "eval",
    "exec",
    "exit",
    "f_back",
    "f_builtins",
    "f_globals",
    "f_locals",
    "get_field",
    "get_type_hints",
    "getattr",
    "getcontext",
    "gi_frame",
    "globals",
    "help",
    "id",
    "input",
    "localcontext",
    "locals",
    "methodcaller",
    "open",
    "quit",
    "register",
    "setattr",
    "setcontext",
    "tb_frame",
    "vars",
];

/// Names with two underscores at each end that only say how an answer's own objects behave.
const SPECIAL_NAMES: &[&str] = &[
    "__abs__",
    "__add__",
    "__all__",
    "__and__",
    "__bool__",
    "__call__",
    "__ceil__",
    "__class_getitem__",
    "__contains__",
    "__delete__",
    "__delitem__",
    "__divmod__",
    "__doc__",
    "__enter__",
    "__eq__",
    "__exit__",
    "__float__",
    "__floor__",
    "__floordiv__",
    "__format__",
    "__future__",
    "__ge__",
    "__get__",
    "__getitem__",
    "__gt__",
    "__hash__",
    "__iadd__",
    "__iand__",
    "__index__",
    "__init__",
    "__init_subclass__",
    "__int__",
    "__invert__",
    "__ior__",
    "__isub__",
    "__iter__",
    "__le__",
    "__len__",
    "__length_hint__",
    "__lt__",
    "__main__",
    "__match_args__",
    "__matmul__",
    "__missing__",
    "__mod__",
    "__mul__",
    "__name__",
    "__ne__",
    "__neg__",
    "__new__",
    "__next__",
    "__or__",
    "__pos__",
    "__post_init__",
    "__pow__",
    "__qualname__",
    "__radd__",
    "__repr__",
    "__reversed__",
    "__rmul__",
    "__round__",
    "__rsub__",
    "__rtruediv__",
    "__set__",
    "__set_name__",
    "__setitem__",
    "__slots__",
    "__str__",
    "__sub__",
    "__truediv__",
    "__trunc__",
    "__wrapped__",
    "__xor__",
];

/// Modules of the standard library by name.
static STANDARD: LazyLock<Vec<&str>> = LazyLock::new(|| super::intake::STANDARD_MODULES.lines().collect());

/// Whether an answer of this one file is plain.
#[must_use]
pub fn is_plain(source: &str) -> bool {
    let Some(tokens) = tokens(source) else { return false };
    tokens.iter().enumerate().all(|(at, token)| match token {
        Token::Word(word) => is_plain_word(word, at.checked_sub(1).map(|before| &tokens[before])),
        Token::Mark(_) => true,
    }) && imports(&tokens).is_some_and(|names| names.iter().all(|name| MODULES.contains(&name.as_str())))
}

/// Whether a driver and its inputs import nothing that could last from one case to the next.
#[must_use]
pub fn is_plain_harness(source: &str) -> bool {
    let known = |name: &String| [MODULES, MODULES_OF_HARNESS].concat().contains(&name.as_str());
    tokens(source).and_then(|tokens| imports(&tokens)).is_some_and(|names| names.iter().all(known))
}

/// Whether the function of a case in this driver names a tool that cannot share a process. A helper that names one is not
/// looked into: such a case is left to a process of its own once it asks for that.
#[must_use]
pub fn names_tool_alone(driver: &str, case: &str) -> bool {
    let Some(at) = driver.find(&format!("\ndef {case}(")) else { return false };
    let function = &driver[at + 1..];
    let end = function.match_indices('\n').map(|(at, _)| at + 1).find(|at| {
        function[*at..]
            .chars()
            .next()
            .is_some_and(|first| !first.is_whitespace() && first != '#' && first != ')')
    });
    let tokens = tokens(&function[..end.unwrap_or(function.len())]);
    tokens.is_none_or(|tokens| {
        tokens.iter().any(|token| matches!(token, Token::Word(word) if TOOLS_ALONE.contains(word)))
    })
}

/// A word, or any other character that is no space.
enum Token<'a> {
    Word(&'a str),
    Mark(char),
}

/// The tokens of a source but for its comments and texts. [`None`] where there are letters beyond ASCII, of which Python takes
/// some for others, or where a text has no end that can be told.
fn tokens(source: &str) -> Option<Vec<Token<'_>>> {
    let mut tokens = Vec::new();
    let mut rest = source;
    while let Some(first) = rest.chars().next() {
        let is_word = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
        let length = rest.find(|letter| !is_word(letter)).unwrap_or(rest.len());
        if length > 0 {
            tokens.push(Token::Word(&rest[..length]));
            rest = &rest[length..];
        } else if first == '#' {
            rest = &rest[rest.find('\n').unwrap_or(rest.len())..];
        } else if first == '"' || first == '\'' {
            let inside = text(rest)?;
            // The prefix of a text stands right before it. What an f-string holds is code, too.
            if let Some(Token::Word(prefix)) = tokens.last()
                && prefix.len() <= 2
                && prefix.contains(['f', 'F', 't', 'T'])
            {
                tokens.extend(code_within(inside)?);
            }
            rest = &rest[inside.len()..];
        } else if first.is_alphanumeric() {
            return None;
        } else {
            if !first.is_whitespace() || first == '\n' {
                tokens.push(Token::Mark(first));
            }
            rest = &rest[first.len_utf8()..];
        }
    }
    Some(tokens)
}

/// The text at the start, with its quotes.
fn text(source: &str) -> Option<&str> {
    let quote = &source[..1];
    let triple = quote.repeat(3);
    let quotes = if source.starts_with(&triple) { triple.as_str() } else { quote };
    let mut at = quotes.len();
    loop {
        let rest = source.get(at..)?;
        match rest.chars().next()? {
            '\\' => at += 1 + rest.chars().nth(1)?.len_utf8(),
            _ if rest.starts_with(quotes) => return Some(&source[..at + quotes.len()]),
            '\n' if quotes.len() == 1 => return None,
            letter => at += letter.len_utf8(),
        }
    }
}

/// The tokens of an f-string, its plain text among them. [`None`] where it holds texts itself, whose ends differ between
/// versions of Python.
fn code_within(text: &str) -> Option<Vec<Token<'_>>> {
    let inside = text.trim_matches(['"', '\'']);
    if inside.contains(['"', '\'', '#']) { None } else { tokens(inside) }
}

fn is_plain_word(word: &str, before: Option<&Token<'_>>) -> bool {
    if word.starts_with("__") && word.ends_with("__") && word.len() > 4 {
        return SPECIAL_NAMES.contains(&word);
    }
    // A module can be another one's attribute, mostly with an underscore before its name.
    let name = word.trim_start_matches('_');
    let is_module = || STANDARD.binary_search(&name).is_ok() && !MODULES.contains(&name);
    let is_attribute = matches!(before, Some(Token::Mark('.')));
    !(WORDS.contains(&word) || is_attribute && is_module())
}

/// The modules that are imported. [`None`] where one is named relative to the answer, or cannot be read.
fn imports(tokens: &[Token<'_>]) -> Option<Vec<String>> {
    let mut names = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        match token {
            Token::Word("import") if !is_after_from(&tokens[..at]) => {
                imported(&tokens[at + 1..], &mut names)?
            }
            Token::Word("from") => match &tokens[at + 1..] {
                [Token::Mark('.'), ..] => return None,
                rest => {
                    let (name, after) = dotted(rest);
                    if matches!(after.first(), Some(Token::Word("import"))) {
                        names.push(name?);
                    }
                }
            },
            _ => {}
        }
    }
    Some(names)
}

/// The names of `import one, two.three as four`.
fn imported(mut rest: &[Token<'_>], names: &mut Vec<String>) -> Option<()> {
    loop {
        let (name, after) = dotted(rest);
        names.push(name?);
        rest = match after {
            [Token::Word("as"), Token::Word(_), after @ ..] => after,
            after => after,
        };
        match rest {
            [Token::Mark(','), after @ ..] => rest = after,
            _ => return Some(()),
        }
    }
}

/// A dotted name at the start, if one is there, and what follows it.
fn dotted<'t, 's>(mut rest: &'t [Token<'s>]) -> (Option<String>, &'t [Token<'s>]) {
    let mut name = String::new();
    while let [Token::Word(word), after @ ..] = rest {
        name.push_str(word);
        match after {
            [Token::Mark('.'), Token::Word(_), ..] => {
                name.push('.');
                rest = &after[1..];
            }
            _ => return (Some(name), after),
        }
    }
    (None, rest)
}

/// Whether these tokens end in `from NAME`, so that the `import` behind them was looked at.
fn is_after_from(before: &[Token<'_>]) -> bool {
    let is_of_name = |token: &&Token<'_>| match token {
        Token::Word(word) => *word != "from",
        Token::Mark(mark) => *mark == '.',
    };
    let length = before.iter().rev().take_while(is_of_name).count();
    matches!(before.iter().rev().nth(length), Some(Token::Word("from")))
}

#[cfg(test)]
mod tests {
    use super::{MODULES, STANDARD, is_plain, is_plain_harness, names_tool_alone};

    #[test]
    fn ordinary_answers_are_plain() {
        for source in [
            "",
            "def add(a, b):\n    return a + b\n",
            "from collections import OrderedDict, deque\nimport functools, re as rx\nimport collections.abc\n",
            "from __future__ import annotations\nfrom typing import Any\n\nclass Cache:\n    __slots__ = ('_data',)\n    def __init__(self): self._data = {}.copy()\n",
            "def walk(tree):\n    yield from tree\n\ndef fail():\n    raise ValueError from None\n",
            "import time\nstart = time.monotonic()  # no open input, os.exit or \u{e9}\n",
            "def f(x):\n    \"\"\"Opens 'it', exec \u{e9}.\"\"\"\n    return f\"{x} at {f(x)!r}\" + 'eval'\n",
        ] {
            assert!(is_plain(source), "{source}");
        }
    }

    #[test]
    fn what_reaches_past_its_own_modules_is_not() {
        for source in [
            "import os\n",
            "import re, os\n",
            "import collections.abc as abc, threading\n",
            "if True: import sys\n",
            "from concurrent.futures import ThreadPoolExecutor\n",
            "from . import other\n",
            "from .other import name\n",
            "from\\\n os import path\n",
            "import time; time.sys.modules\n",
            "import collections\ncollections._sys.modules\n",
            "x = ().__class__.__mro__\n",
            "class A:\n    def __del__(self): pass\n",
            "getattr(x, 'na' + 'me')\n",
            "exec('1')\n",
            "f = open('left')\n",
            "async def f(): pass\n",
            "from decimal import getcontext\n",
            "\u{ff4f}pen('left')\n",
            "def f(gen): gen.gi_frame.f_globals\n",
            "import\n",
            "f'{open(1)}'\n",
            "F\"\"\"{a['b']}\"\"\"\n",
            "x = 'no end\nimport os\n",
        ] {
            assert!(!is_plain(source), "{source}");
        }
    }

    #[test]
    fn a_harness_may_use_its_tools_and_its_inputs() {
        assert!(is_plain_harness("import inputs\nfrom viva.driver import case\nx = getattr(inputs, 'x')\n"));
        assert!(!is_plain_harness("import gc\nfrom viva.driver import case\n"));
        assert!(!is_plain("import inputs\n") && !is_plain("from viva.driver import case\n"));
    }

    #[test]
    fn a_case_that_names_a_tool_of_its_own_process_is_told_by_its_function() {
        let driver = "@case\ndef one(answer, see, rng):\n    see.x = 1\n\n@case\ndef two(\n    answer, see, rng\n):\n    see.x = peak_memory(answer.f)\n";
        assert!(!names_tool_alone(driver, "one") && names_tool_alone(driver, "two"));
        assert!(!names_tool_alone(driver, "three"));
    }

    #[test]
    fn names_of_modules_are_sorted_and_known() {
        assert!(STANDARD.is_sorted());
        let roots = MODULES.iter().filter(|name| !name.contains('.') && **name != "__future__");
        roots.for_each(|name| assert!(STANDARD.contains(name), "{name}"));
    }
}
