//! Text of strangers made fit to be shown: no control character, no change of direction, nothing invisible.
//!
//! Must not know terminals, HTML or any other format; those escape on top of it.

/// Whether a character could move a cursor, start an escape sequence, hide or turn other text round.
fn is_unfit(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

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
        if is_unfit(c) { shown.extend(c.escape_default()) } else { shown.push(c) }
    }
    shown
}

/// The same text with every unfit character but line feed and tab replaced by as many bytes, so that a
/// span into the original is the same span into the result.
#[must_use]
pub fn same_offsets(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        if c != '\n' && c != '\t' && is_unfit(c) {
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
