//! From bytes to text as Python reads it: UTF-8, no byte order mark, `\n` line ends, no NUL.
//!
//! Must not know what the text means.

use super::Refusal;
use crate::source::folder::RawFile;

/// Text with remarks on what was changed.
pub(super) struct Cleaned {
    pub text: String,
    pub notes: Vec<String>,
}

/// Cleans one file, or says why it can be no part of an answer; `name` is what it is called there.
pub(super) fn clean(file: &RawFile, name: &str) -> Result<Cleaned, Refusal> {
    let name = || name.to_owned();
    let mut notes = Vec::new();
    let bytes = match file.bytes.strip_prefix(b"\xef\xbb\xbf") {
        Some(rest) => {
            notes.push(format!("{} began with a byte order mark, which was removed.", name()));
            rest
        }
        None => &file.bytes[..],
    };
    let offset_at_start = file.bytes.len() - bytes.len();
    let declared = file.path.ends_with(".py").then(|| declared_encoding(bytes)).flatten();
    let text = std::str::from_utf8(bytes).map_err(|error| Refusal::NotUtf8 {
        file: name(),
        offset: offset_at_start + error.valid_up_to(),
        line: line_of(bytes, error.valid_up_to()),
        cookie: declared.as_ref().filter(|(cookie, _)| !is_utf8(cookie)).map(|(cookie, _)| cookie.clone()),
    })?;
    if let Some((cookie, line)) = declared {
        let harmless = is_utf8(&cookie) || (text.is_ascii() && reads_ascii_as_ascii(&cookie));
        if !harmless {
            return Err(Refusal::Encoding { file: name(), cookie, line });
        }
    }
    if let Some(offset) = bytes.iter().position(|byte| *byte == 0) {
        let line = line_of(bytes, offset);
        return Err(Refusal::Nul { file: name(), offset: offset_at_start + offset, line });
    }
    let text = if text.contains('\r') {
        notes.push(format!("{} had line ends other than a line feed; they were changed to it.", name()));
        text.replace("\r\n", "\n").replace('\r', "\n")
    } else {
        text.to_owned()
    };
    Ok(Cleaned { text, notes })
}

/// Whether source text holds anything but white space and comments.
pub(super) fn holds_code(text: &str) -> bool {
    text.lines().map(str::trim).any(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The line of an offset, from 1; `\n`, `\r\n` and a lone `\r` end a line, as Python has it.
fn line_of(bytes: &[u8], offset: usize) -> usize {
    let before = &bytes[..offset];
    let feeds = before.iter().filter(|byte| **byte == b'\n').count();
    let lone = before.windows(2).filter(|pair| pair[0] == b'\r' && pair[1] != b'\n').count();
    1 + feeds + lone
}

/// The encoding that the first two lines declare (PEP 263), cleaned for showing, and its line from 1.
///
/// The rule is `^[ \t\f]*#.*?coding[:=][ \t]*([-_.a-zA-Z0-9]+)`, on line two only below a blank or comment.
fn declared_encoding(bytes: &[u8]) -> Option<(String, usize)> {
    let is_end = |byte: &u8| *byte == b'\n' || *byte == b'\r';
    let mut rest = bytes;
    for line in 1..=2 {
        let end = rest.iter().position(is_end).unwrap_or(rest.len());
        let (text, after) = rest.split_at(end);
        let start = text.iter().position(|byte| !b" \t\x0c".contains(byte)).unwrap_or(text.len());
        let body = &text[start..];
        if let Some(cookie) = body.strip_prefix(b"#").and_then(cookie_of) {
            return Some((cookie, line));
        }
        if !body.is_empty() && !body.starts_with(b"#") {
            return None;
        }
        rest = after.strip_prefix(b"\r\n").or_else(|| after.get(1..)).unwrap_or_default();
    }
    None
}

/// What follows the first `coding:` or `coding=` of a comment that names something.
fn cookie_of(comment: &[u8]) -> Option<String> {
    let word = b"coding";
    (0..comment.len().saturating_sub(word.len())).find_map(|at| {
        let after = comment[at..].strip_prefix(word)?;
        let after = after.strip_prefix(b":").or_else(|| after.strip_prefix(b"="))?;
        let name: String = after
            .iter()
            .skip_while(|byte| b" \t".contains(byte))
            .take_while(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(byte))
            .take(40)
            .map(|byte| char::from(*byte))
            .collect();
        (!name.is_empty()).then_some(name)
    })
}

fn normal(cookie: &str) -> String {
    cookie.to_ascii_lowercase().replace('_', "-")
}

fn is_utf8(cookie: &str) -> bool {
    matches!(normal(cookie).as_str(), "utf-8" | "utf8" | "utf-8-sig" | "utf8-sig" | "u8")
}

/// Encodings in which ASCII bytes are the same text. Others (utf-7, unicode_escape, rot13) would let Python
/// read another program than the one that the idioms and the interviewer see.
fn reads_ascii_as_ascii(cookie: &str) -> bool {
    let name = normal(cookie);
    let families = ["iso-8859-", "latin-", "windows-125", "cp125", "koi8-"];
    matches!(
        name.as_str(),
        "ascii" | "us-ascii" | "latin1" | "iso8859-1" | "l1" | "mac-roman" | "cp437" | "cp850"
    ) || families.iter().any(|family| name.starts_with(family))
}
