//! A value over several lines, one item a line, for diffs of what is too long for one line.
//!
//! Must not know what it is compared with.

use super::escape::clean;
use super::show::{Shape, repr};
use super::steady::steady;
use crate::model::value::{PyText, Value};

/// The lines of a value, at most `lines_max`, each about `width` characters at most. What is beyond is left out.
#[must_use]
pub fn pretty(value: &Value, width: usize, lines_max: usize) -> Vec<String> {
    let mut page = Page { lines: Vec::new(), width, lines_max };
    page.put(value, 0, "", "");
    page.lines
}

struct Page {
    lines: Vec<String>,
    width: usize,
    lines_max: usize,
}

impl Page {
    fn is_full(&self) -> bool {
        self.lines.len() >= self.lines_max
    }

    fn line(&mut self, indent: usize, text: &str) {
        if !self.is_full() {
            self.lines.push(format!("{:indent$}{text}", ""));
        }
    }

    /// Writes a value with what stands before and after it.
    fn put(&mut self, value: &Value, indent: usize, before: &str, after: &str) {
        if self.is_full() {
            return;
        }
        let room = self.width.saturating_sub(indent + before.chars().count() + after.len()).max(16);
        let shape = Shape::of(value);
        let whole = repr(value, room * 2);
        if whole.chars().count() <= room || (shape.len() == 0 && !is_long_text(value)) {
            let short = repr(value, room);
            self.line(indent, &format!("{before}{short}{after}"));
        } else if let Value::Str(text) = value {
            self.text(text, indent, before, after);
        } else {
            self.line(indent, &format!("{before}{}", shape.open));
            self.items(value, indent + 4);
            self.line(indent, &format!("{}{after}", shape.close));
        }
    }

    fn items(&mut self, value: &Value, indent: usize) {
        match value {
            Value::List(items)
            | Value::Tuple(items)
            | Value::Set(items)
            | Value::FrozenSet(items)
            | Value::Deque(_, items) => {
                for item in items.iter().take(self.lines_max) {
                    self.put(item, indent, "", ",");
                }
            }
            Value::Dict(pairs)
            | Value::Counter(pairs)
            | Value::OrderedDict(pairs)
            | Value::DefaultDict(_, pairs) => {
                for (key, item) in pairs.iter().take(self.lines_max) {
                    let key = repr(key, self.width / 2);
                    self.put(item, indent, &format!("{key}: "), ",");
                }
            }
            _ => {}
        }
    }

    /// A text of several lines as literals that stand below each other, as Python joins them.
    fn text(&mut self, text: &PyText, indent: usize, before: &str, after: &str) {
        if !before.is_empty() {
            self.line(indent, before.trim_end());
        }
        let shown = text.to_display();
        let shown = steady(&shown);
        let mut lines = shown.split_inclusive('\n').take(self.lines_max).peekable();
        while let Some(line) = lines.next() {
            let end = if lines.peek().is_none() { after } else { "" };
            let literal = repr(&Value::Str(PyText::from(line)), self.width.saturating_sub(indent + 2));
            self.line(indent, &clean(&format!("{literal}{end}")));
        }
    }
}

/// Whether a value is a text of more than one line.
pub(super) fn is_long_text(value: &Value) -> bool {
    let Value::Str(text) = value else { return false };
    let bytes = text.as_bytes();
    bytes.strip_suffix(b"\n").unwrap_or(bytes).contains(&b'\n')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::judge::escape::is_hostile;
    use crate::judge::samples::{any_value, int, list, text};

    #[test]
    fn long_containers_get_a_line_an_item() {
        let value = Value::Dict(vec![
            (text("first"), list(vec![int(1), int(2)])),
            (text("second"), list((100..110).map(int).collect())),
        ]);
        let wanted = [
            "{",
            "    'first': [1, 2],",
            "    'second': [100, 101, 102, 103, 104, 105, 106, 107, 108, 109],",
            "}",
        ];
        assert_eq!(pretty(&value, 65, 100), wanted);
        assert_eq!(pretty(&value, 40, 100).len(), 15);
        assert_eq!(pretty(&value, 40, 5).len(), 5);
        assert_eq!(pretty(&int(1), 40, 5), ["1"]);
    }

    #[test]
    fn texts_of_several_lines_stand_below_each_other() {
        let value = text("one two three four\nfive six seven\n");
        assert_eq!(pretty(&value, 30, 9), ["'one two three four\\n'", "'five six seven\\n'"]);
    }

    proptest! {
        #[test]
        fn every_line_is_harmless(value in any_value(), width in 0_usize..60) {
            let lines = pretty(&value, width, 30);
            prop_assert!(lines.len() <= 30 && !lines.is_empty());
            prop_assert!(!lines.iter().any(|line| line.chars().any(is_hostile)));
        }
    }
}
