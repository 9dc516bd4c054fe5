//! What was expected beside what was seen, as HTML.
//!
//! Must not decide what differs.

use super::text::{Html, parts, push_code};
use crate::judge::diff::{Diff, DiffLine, Side, of_texts};

/// Characters of a line before a diff is told line by line.
const WIDTH: usize = 120;

/// The diff of two texts, under the names of both sides.
#[must_use]
pub fn of(expected: &str, seen: &str, names: [&str; 2]) -> Html {
    drawn(&of_texts(expected, seen, WIDTH), names)
}

fn drawn(diff: &Diff, [wanted, found]: [&str; 2]) -> Html {
    let mut out = String::from("<div class=\"diff\">");
    match diff {
        Diff::Short { expected, seen } => {
            labelled(&mut out, "exp", wanted, parts(expected, "del").as_str());
            labelled(&mut out, "saw", found, parts(seen, "ins").as_str());
        }
        Diff::Long(lines) => {
            out.push_str("<div class=\"legend\"><span class=\"exp\">- ");
            push_code(&mut out, wanted);
            out.push_str("</span> <span class=\"saw\">+ ");
            push_code(&mut out, found);
            out.push_str("</span></div>");
            for line in lines {
                one(&mut out, line);
            }
        }
    }
    out.push_str("</div>");
    Html::trusted(out)
}

fn labelled(out: &mut String, class: &str, label: &str, body: &str) {
    out.push_str(&format!("<div class=\"{class}\"><span class=\"side\">"));
    push_code(out, label);
    out.push_str(&format!("</span><code>{body}</code></div>"));
}

fn one(out: &mut String, line: &DiffLine) {
    let (class, sign, body) = match line.side {
        Side::Both => ("same", "  ", parts(&line.parts, "span").to_string()),
        Side::Expected => ("exp", "- ", parts(&line.parts, "del").to_string()),
        Side::Seen => ("saw", "+ ", parts(&line.parts, "ins").to_string()),
        Side::Skipped(1) => ("same", "  ", "(1 line like it)".to_owned()),
        Side::Skipped(count) => ("same", "  ", format!("({count} lines left out)")),
    };
    out.push_str(&format!("<div class=\"{class}\"><code>{sign}{body}</code></div>"));
}
