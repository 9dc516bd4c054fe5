//! Strangers' text as HTML: nothing in it is markup, and what is invisible is shown and marked.
//!
//! Must not know where on a page the text stands.

use std::fmt;

use askama::filters::HtmlSafe;

use crate::judge::diff::Part;
use crate::judge::escape::{clean, is_hostile, push_escaped};

/// Combining marks that may follow each other before the rest is escaped, as in [`crate::judge::escape`].
const MARKS_MAX: usize = 4;

/// Markup that this program made; a template writes it as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Html(String);

impl Html {
    /// Markup without any text of a stranger in it that is not escaped.
    #[must_use]
    pub fn trusted(markup: String) -> Self {
        Self(markup)
    }

    /// The markup.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Html {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl HtmlSafe for Html {}

/// A stranger's text on one line, cleaned; the template escapes it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text(String);

impl Text {
    /// Cleans a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        Self(clean(text))
    }

    /// Whether there is nothing to show.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Writes source code or output: markup escaped, tabs as four spaces, and each hostile character as a marked escape.
pub fn push_code(out: &mut String, text: &str) {
    let mut marks = 0;
    for character in text.chars() {
        use unicode_width::UnicodeWidthChar;
        marks = if character.width() == Some(0) { marks + 1 } else { 0 };
        match character {
            '\t' => out.push_str("    "),
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            hostile if is_hostile(hostile) || marks > MARKS_MAX => {
                out.push_str("<span class=\"esc\">");
                push_escaped(out, hostile);
                out.push_str("</span>");
            }
            plain => out.push(plain),
        }
    }
}

/// Source code or output as HTML.
#[must_use]
pub fn code(text: &str) -> Html {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    push_code(&mut out, text);
    Html(out)
}

/// A sentence of viva's own with code in backquotes: `` `fetch` raises `` becomes text with `<code>` in it.
#[must_use]
pub fn prose(text: &str) -> Html {
    let mut out = String::with_capacity(text.len() + 32);
    let pieces: Vec<&str> = text.split('`').collect();
    for (at, piece) in pieces.iter().enumerate() {
        let is_code = at % 2 == 1 && at + 1 < pieces.len();
        let lone = at % 2 == 1 && !is_code;
        out.push_str(if is_code { "<code>" } else { "" });
        out.push_str(if lone { "`" } else { "" });
        push_code(&mut out, piece);
        out.push_str(if is_code { "</code>" } else { "" });
    }
    Html(out)
}

/// The pieces of a line of a diff, with what differs marked by the element.
#[must_use]
pub fn parts(parts: &[Part], element: &str) -> Html {
    let mut out = String::new();
    for part in parts {
        if part.emphasised {
            out.push_str(&format!("<{element}>"));
            push_code(&mut out, &part.text);
            out.push_str(&format!("</{element}>"));
        } else {
            push_code(&mut out, &part.text);
        }
    }
    Html(out)
}

/// A text as a part of an address: everything but letters, digits, `-`, `_` and `.` as `%XX` (RFC 3986, section 2.3).
#[must_use]
pub fn in_address(text: &str) -> String {
    use std::fmt::Write;
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a text cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_is_never_markup_and_shows_what_is_invisible() {
        assert_eq!(
            code("</pre>\t\u{202e}'x' & \"y\"").as_str(),
            "&lt;/pre&gt;    <span class=\"esc\">\\u202e</span>&#39;x&#39; &amp; &quot;y&quot;"
        );
        assert_eq!(code(&format!("a{}", "\u{301}".repeat(20))).as_str().matches("esc").count(), 16);
    }

    #[test]
    fn backquotes_of_a_sentence_are_code_and_a_lone_one_is_itself() {
        assert_eq!(prose("use `a<b`, not `c`.").as_str(), "use <code>a&lt;b</code>, not <code>c</code>.");
        assert_eq!(prose("a ` b").as_str(), "a ` b");
        assert_eq!(prose("`x` and ` b").as_str(), "<code>x</code> and ` b");
    }

    #[test]
    fn an_address_holds_nothing_that_ends_it() {
        assert_eq!(in_address("Åsa O'B#?/.."), "%C3%85sa%20O%27B%23%3F%2F..");
    }
}
