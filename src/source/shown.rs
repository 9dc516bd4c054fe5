//! Text of strangers made fit to be shown: no control character, no change of direction, nothing invisible.
//!
//! Must not know terminals, HTML or any other format; those escape on top of it.

use std::path::Path;

use crate::model::hostile::is_hostile;

/// One line of text with every unfit character written as an escape: `\u{1b}`.
///
/// At most 200 characters are kept; a longer text ends in `...`.
#[must_use]
pub fn one_line(text: &str) -> String {
    const CHARACTERS_MAX: usize = 200;
    let mut shown = String::new();
    for (count, c) in text.chars().enumerate() {
        if count == CHARACTERS_MAX {
            shown.push_str("...");
            break;
        }
        if is_hostile(c) { shown.extend(c.escape_default()) } else { shown.push(c) }
    }
    shown
}

/// A path for a message, whole, with every unfit character written as an escape: whoever handed in a folder named what is in it.
#[must_use]
pub fn path(path: &Path) -> String {
    let mut shown = String::new();
    for c in path.to_string_lossy().chars() {
        if is_hostile(c) { shown.extend(c.escape_default()) } else { shown.push(c) }
    }
    shown
}

/// The same text with every unfit character but line feed and tab replaced by as many bytes, so that a
/// span into the original is the same span into the result.
#[must_use]
pub fn same_offsets(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        if c != '\n' && c != '\t' && is_hostile(c) {
            shown.extend(std::iter::repeat_n('?', c.len_utf8()));
        } else {
            shown.push(c);
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escape_sequences_and_bidi_marks_become_visible() {
        assert_eq!(one_line("a\u{1b}]52;c;x\u{7}"), "a\\u{1b}]52;c;x\\u{7}");
        assert_eq!(one_line("gpj.\u{202e}exe"), "gpj.\\u{202e}exe");
        assert_eq!(one_line("naïve 例"), "naïve 例");
    }

    #[test]
    fn paths_are_whole_and_harmless() {
        let long = "a/".repeat(300);
        assert_eq!(path(Path::new(&long)), long);
        assert_eq!(path(Path::new("x\u{1b}[2J/\u{202e}\n::error")), "x\\u{1b}[2J/\\u{202e}\\n::error");
    }

    #[test]
    fn long_text_is_cut() {
        assert_eq!(one_line(&"x".repeat(500)).len(), 203);
    }

    #[test]
    fn offsets_stay_where_they_were() {
        let text = "a\u{1b}b\u{9b}c\u{202e}d\n\te";
        let shown = same_offsets(text);
        assert_eq!(shown, "a?b??c???d\n\te");
        assert_eq!(shown.len(), text.len());
    }
}
