//! Makes a stranger's text harmless: what could steer a terminal or hide its meaning is written as an escape.
//!
//! Must not know where the text is shown. Backslashes stay as they are, so that cleaning twice changes nothing.

use unicode_width::UnicodeWidthChar;

use super::steady::steady;

pub use crate::model::hostile::is_hostile;

/// How many combining marks may follow each other before the rest is escaped.
const MARKS_MAX: usize = 4;

/// Writes one character the way Python's `repr` escapes it: `\n`, `\x1b`, `\u202e`, `\U000e0001`.
pub fn push_escaped(out: &mut String, character: char) {
    use std::fmt::Write as _;
    let point = u32::from(character);
    let written = match character {
        '\n' => out.write_str("\\n"),
        '\r' => out.write_str("\\r"),
        '\t' => out.write_str("\\t"),
        _ if point <= 0xff => write!(out, "\\x{point:02x}"),
        _ if point <= 0xffff => write!(out, "\\u{point:04x}"),
        _ => write!(out, "\\U{point:08x}"),
    };
    debug_assert!(written.is_ok(), "writing to a String does not fail");
}

/// The text on one line, with every hostile character escaped.
#[must_use]
pub fn clean(text: &str) -> String {
    let text = steady(text);
    let mut out = String::with_capacity(text.len());
    let mut marks = 0;
    for character in text.chars() {
        marks = if character.width() == Some(0) { marks + 1 } else { 0 };
        if is_hostile(character) || marks > MARKS_MAX {
            push_escaped(&mut out, character);
        } else {
            out.push(character);
        }
    }
    out
}

/// The lines of a text, each cleaned; `\r\n` ends a line like `\n`, and a tab becomes four spaces.
#[must_use]
pub fn clean_lines(text: &str) -> Vec<String> {
    text.lines().map(|line| clean(&line.replace('\t', "    "))).collect()
}

/// Bytes as text: what is not UTF-8 becomes `\xNN`, and the rest is cleaned but for line ends and tabs.
#[must_use]
pub fn bytes_as_text(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    let mut out = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        for line in chunk.valid().split_inclusive('\n') {
            let (body, end) = line.strip_suffix('\n').map_or((line, ""), |body| (body, "\n"));
            let pieces: Vec<String> = body.split('\t').map(clean).collect();
            out.push_str(&pieces.join("\t"));
            out.push_str(end);
        }
        for byte in chunk.invalid() {
            let written = write!(out, "\\x{byte:02x}");
            debug_assert!(written.is_ok(), "writing to a String does not fail");
        }
    }
    out
}

/// A line without the white space and viva's own colours that it begins with: who strips colours sees the rest first.
fn behind_colours(line: &str) -> &str {
    let mut rest = line.trim_start();
    while let Some((codes, behind)) = rest.strip_prefix("\x1b[").and_then(|after| after.split_once('m')) {
        if !codes.chars().all(|c| c.is_ascii_digit() || c == ';') {
            break;
        }
        rest = behind.trim_start();
    }
    rest
}

/// Takes their meaning from what the log of a CI would obey: lines that begin with `::word` (GitHub), and `##word[`
/// anywhere in a line (Azure, TeamCity, older GitHub). `hash` is what is written for the second `#`.
#[must_use]
pub fn without_log_commands(line: &str, hash: &str) -> String {
    let begins = |text: &str| text.starts_with(|first: char| first.is_ascii_alphabetic());
    let mut out = String::with_capacity(line.len());
    let trimmed = behind_colours(line);
    let mut rest = line;
    if let Some(word) = trimmed.strip_prefix("::").filter(|word| begins(word)) {
        out.push_str(&line[..line.len() - trimmed.len()]);
        out.push_str("\\x3a:");
        rest = word;
    }
    while let Some(at) = rest.find("##") {
        let behind = &rest[at + 2..];
        let is_command = behind.trim_start_matches(|each: char| each.is_ascii_alphabetic()).starts_with('[');
        out.push_str(&rest[..=at]);
        out.push_str(if is_command { hash } else { "" });
        rest = if is_command { behind } else { &rest[at + 1..] };
    }
    out.push_str(rest);
    out
}

/// At most `width` characters of a text, the end replaced by `...` where it is longer.
#[must_use]
pub fn shorten(text: &str, width: usize) -> String {
    if text.chars().count() <= width {
        return text.to_owned();
    }
    let mut out: String = text.chars().take(width.saturating_sub(3)).collect();
    out.push_str("...");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_to_a_log_lose_their_meaning() {
        let said = |line| without_log_commands(line, "\\x23");
        assert_eq!(said("  ::error file=x::y"), "  \\x3a:error file=x::y");
        assert_eq!(
            said("saw ##vso[task.complete result=x;] ###[group]"),
            "saw #\\x23vso[task.complete result=x;] ##\\x23[group]"
        );
        assert_eq!(said("\x1b[2m  ::error::x\x1b[0m"), "\x1b[2m  \\x3a:error::x\x1b[0m");
        for harmless in ["x[::2]", ":: 1", "## heading [x]", "###", "a ## b", ""] {
            assert_eq!(said(harmless), harmless);
        }
    }

    #[test]
    fn what_steers_a_terminal_is_escaped() {
        assert_eq!(clean("\x1b]52;c;aGk=\x07"), "\\x1b]52;c;aGk=\\x07");
        assert_eq!(clean("a\u{9b}31mb"), "a\\x9b31mb");
        assert_eq!(clean("x\u{202e}y\u{2066}"), "x\\u202ey\\u2066");
        assert_eq!(clean("\u{e0041}\u{feff}"), "\\U000e0041\\ufeff");
        assert_eq!(clean("one\r\ntwo"), "one\\r\\ntwo");
    }

    #[test]
    fn what_people_write_stays() {
        assert_eq!(clean("naïve Straße 日本 e\u{301} C:\\x"), "naïve Straße 日本 e\u{301} C:\\x");
    }

    #[test]
    fn stacked_marks_are_bounded() {
        let stacked = format!("a{}", "\u{301}".repeat(50));
        assert_eq!(clean(&stacked).matches("\\u0301").count(), 46);
    }

    #[test]
    fn bytes_keep_their_lines_and_show_what_is_no_text() {
        assert_eq!(bytes_as_text(b"a\tb\nc\xff\x1b[0m\n"), "a\tb\nc\\xff\\x1b[0m\n");
    }

    proptest::proptest! {
        #[test]
        fn nothing_hostile_is_left_and_twice_is_once(text in proptest::prelude::any::<String>()) {
            let once = clean(&text);
            proptest::prop_assert!(!once.chars().any(is_hostile));
            proptest::prop_assert_eq!(clean(&once), once);
        }
    }
}
