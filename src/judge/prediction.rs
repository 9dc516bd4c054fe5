//! Whether what was foretold is what the snippet printed, whatever way it was written down.
//!
//! Both texts are read as tokens: numbers with sign and fraction (`-1`, `2.5`), words, and single signs. Then:
//!
//! - White space, line breaks, commas and semicolons only separate: `8, 8, 8`, `8 8 8` and one `8` a line are the
//!   same, `888` is not; `[1,2,3]` is `[1, 2, 3]`.
//! - Quotes of any style are the same (`'a'`, `"a"`, `“a”`); a quote that is not there is a difference. Minus
//!   signs of any style are the same.
//! - Markdown fences and back-ticks, the arrows `->`, `=>`, `→`, the prompt `>>>`, colons, and full stops at the end
//!   are no part of the prediction, unless the snippet printed such signs; at the start they never are. Nor are the
//!   words of [`FILLERS`]: `It prints: 8 8 8` says `8 8 8`.
//! - One pair of brackets around everything is forgiven where the snippet printed no bracket at all.
//! - Everything else counts, the case of letters too. Words that explain or hedge (`8 8 8 or 0 2 4`) make it wrong.
//!
//! Must not know the snippet or what the prediction earns.

use std::collections::HashSet;

/// Words around a prediction that say nothing about it, where the snippet printed none of them. In any case.
pub const FILLERS: [&str; 22] = [
    "a",
    "and",
    "be",
    "following",
    "i",
    "is",
    "it",
    "line",
    "lines",
    "output",
    "outputs",
    "predict",
    "prediction",
    "print",
    "printed",
    "prints",
    "shows",
    "the",
    "then",
    "think",
    "this",
    "will",
];

/// Whether the prediction is right.
#[must_use]
pub fn is_right(foretold: &str, printed: &str) -> bool {
    let wanted = tokens(printed);
    let known: HashSet<&str> = wanted.iter().map(String::as_str).collect();
    let mut said = tokens(foretold);
    said.retain(|token| !is_noise(token) || known.contains(token.as_str()));
    let introduces = |token: &&String| is_noise(token) && Some(*token) != wanted.first();
    let opening = said.iter().take_while(introduces).count();
    said.drain(..opening.min(said.len().saturating_sub(wanted.len())));
    if !has_bracket(&wanted) {
        unwrap_brackets(&mut said);
    }
    while said.len() > wanted.len() && said.last().is_some_and(|last| last == ".") {
        said.pop();
    }
    wanted == said
}

fn is_noise(token: &str) -> bool {
    matches!(token, "`" | "→" | "->" | "=>" | ">>>" | ":") || FILLERS.contains(&token.to_lowercase().as_str())
}

fn has_bracket(tokens: &[String]) -> bool {
    tokens.iter().any(|token| matches!(token.as_str(), "[" | "(" | "{"))
}

fn unwrap_brackets(said: &mut Vec<String>) {
    let pair = (said.first().map(String::as_str), said.last().map(String::as_str));
    let closed = matches!(pair, (Some("["), Some("]")) | (Some("("), Some(")")) | (Some("{"), Some("}")));
    if closed && said.len() > 2 && !has_bracket(&said[1..]) {
        said.pop();
        said.remove(0);
    }
}

/// The tokens of a text.
fn tokens(text: &str) -> Vec<String> {
    let unfenced: Vec<&str> = text.lines().filter(|line| !line.trim_start().starts_with("```")).collect();
    let characters: Vec<char> = unfenced.join("\n").chars().map(plain).collect();
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(&first) = characters.get(at) {
        let length = token_length(&characters[at..], at.checked_sub(1).map(|before| characters[before]));
        if !(first.is_whitespace() || matches!(first, ',' | ';')) {
            out.push(characters[at..at + length].iter().collect());
        }
        at += length;
    }
    out
}

/// How many characters the first token has; at least one.
fn token_length(rest: &[char], before: Option<char>) -> usize {
    let is_digit = |at: usize| rest.get(at).is_some_and(char::is_ascii_digit);
    let is_word = |at: usize| rest.get(at).is_some_and(|c| c.is_alphanumeric() || *c == '_');
    let starts_number =
        is_digit(0) || (rest[0] == '-' && is_digit(1) && !before.is_some_and(char::is_alphanumeric));
    for arrow in ["->", "=>", ">>>"] {
        if !starts_number && arrow.chars().eq(rest.iter().take(arrow.len()).copied()) {
            return arrow.len();
        }
    }
    if !starts_number && !is_word(0) {
        return 1;
    }
    let mut length = 1;
    while is_word(length) || (starts_number && rest.get(length) == Some(&'.') && is_digit(length + 1)) {
        length += 1;
    }
    length
}

/// One character for all styles of a quote or a minus.
fn plain(character: char) -> char {
    match character {
        '"' | '\u{2018}'..='\u{201f}' | '\u{ab}' | '\u{bb}' => '\'',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        _ => character,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_way_it_is_written_does_not_matter() {
        for foretold in [
            "8 8 8 8 8",
            "8, 8, 8, 8, 8",
            "8\n8\r\n8\n8\n8\n",
            "8; 8; 8; 8; 8",
            "[8, 8, 8, 8, 8]",
            "`8 8 8 8 8`",
            "```text\n8 8 8 8 8\n```",
            "It prints: 8 8 8 8 8.",
            "Output -> 8 8 8 8 8",
            "I think it will print\n8 8 8 8 and 8",
        ] {
            assert!(is_right(foretold, "8 8 8 8 8\n"), "{foretold}");
        }
    }

    #[test]
    fn what_it_says_does() {
        for foretold in [
            "88888",
            "8 8 8 8",
            "8 8 8 8 8 8",
            "0 2 4 6 8",
            "8 8 8 8 8 or 0 2 4 6 8",
            "",
            "8.0 8 8 8 8",
            "-8 8 8 8 8",
        ] {
            assert!(!is_right(foretold, "8 8 8 8 8\n"), "{foretold}");
        }
    }

    #[test]
    fn brackets_that_were_printed_count() {
        let printed = "[1, 2, 3]\n[1, 2, 3, 4, 5]\n";
        assert!(is_right("[1,2,3] [1,2,3,4,5]", printed));
        assert!(is_right("`[1, 2, 3]` and `[1, 2, 3, 4, 5]`", printed));
        assert!(!is_right("1 2 3 1 2 3 4 5", printed));
        assert!(!is_right("(1, 2, 3)\n(1, 2, 3, 4, 5)", printed));
        assert!(!is_right("[1, 2, 3, 4, 5]\n[1, 2, 3]", printed));
    }

    #[test]
    fn quotes_and_minus_signs_have_many_styles() {
        assert!(is_right("[\u{201c}a\u{201d}, \u{2212}1.5]", "['a', -1.5]"));
        assert!(!is_right("[a, -1.5]", "['a', -1.5]"));
        assert!(is_right("True False", "True\nFalse\n"));
        assert!(!is_right("true", "True"));
    }

    #[test]
    fn a_word_the_snippet_prints_is_no_filler() {
        assert!(is_right("the end", "the end\n"));
        assert!(!is_right("end", "the end\n"));
        assert!(is_right("{'a': 1}", "{'a': 1}"));
        assert!(is_right("It prints: {'a': 1}", "{'a': 1}"));
        assert!(!is_right("{'a' 1}", "{'a': 1}"));
    }

    proptest! {
        #[test]
        fn the_output_itself_is_always_right(printed in "[ -~\n“”−]{0,60}") {
            prop_assert!(is_right(&printed, &printed));
        }

        #[test]
        fn white_space_never_matters(words in proptest::collection::vec("[0-9]{1,3}", 0..6)) {
            prop_assert!(is_right(&words.join("\n \t"), &words.join(" ")));
        }
    }
}
