//! What differs from run to run without meaning anything, left out of a text that is shown: addresses of objects, and the
//! random names of temporary files. Two reports of the same run then say the same.
//!
//! Must not be used on what is compared, only on what is shown.

use std::borrow::Cow;

/// How CPython introduces an address: `<object object at 0x7f2b3c4d5e60>`.
const ADDRESS: &str = " at 0x";
/// Digits from which on it is an address; an answer's own numbers are mostly shorter.
const DIGITS_MIN: usize = 6;
/// What `tempfile` puts before its random characters in a box.
const TEMPORARY: &str = "/tmp/tmp";
/// How many characters it draws (`tempfile._RandomNameSequence`).
const RANDOM_CHARACTERS: usize = 8;

/// The text with `...` in place of each address and of each random part of a temporary file's name.
#[must_use]
pub fn steady(text: &str) -> Cow<'_, str> {
    if !text.contains(ADDRESS) && !text.contains(TEMPORARY) {
        return Cow::Borrowed(text);
    }
    let hex = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    let drawn = |byte: u8| byte.is_ascii_digit() || byte.is_ascii_lowercase() || byte == b'_';
    let without_addresses = replaced(text, ADDRESS, hex, |count| count >= DIGITS_MIN);
    Cow::Owned(replaced(&without_addresses, TEMPORARY, drawn, |count| count == RANDOM_CHARACTERS))
}

/// Puts `...` in place of the run of such characters behind each mark, where there are so many of them.
fn replaced(text: &str, mark: &str, is_part: fn(u8) -> bool, is_enough: fn(usize) -> bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(mark) {
        let (before, behind) = rest.split_at(at + mark.len());
        let count = behind.bytes().take_while(|&byte| is_part(byte)).count();
        out.push_str(before);
        out.push_str(if is_enough(count) { "..." } else { &behind[..count] });
        rest = &behind[count..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_temporary_names_are_left_out() {
        for (text, shown) in [
            ("<A object at 0x7f2b3c4d5e60>", "<A object at 0x...>"),
            ("<cell at 0x7f00aa: int object at 0x7f00bb>", "<cell at 0x...: int object at 0x...>"),
            ("no '/tmp/tmpab_12xyz/a.txt'", "no '/tmp/tmp.../a.txt'"),
            (" at 0x7f2b3c4d5e60", " at 0x..."),
        ] {
            assert_eq!(steady(text), shown);
            assert_eq!(steady(shown), shown);
        }
    }

    #[test]
    fn everything_else_stays() {
        for text in ["", "looks at 0x1f", "0x7f2b3c4d5e60", "/tmp/tmpfile", "/tmp/tmp", "é at 0xé", " at 0x"]
        {
            assert_eq!(steady(text), text);
        }
    }
}
