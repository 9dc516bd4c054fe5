//! Two sources beside each other, for a terminal.
//!
//! Must not align anything itself.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::judge::escape::clean;
use crate::report::terminal::Screen;
use crate::report::terminal::page::{Line, Page, Role};
use crate::source::similarity::side::{self, Alike, Side};

/// Rows that are drawn; the others are counted.
const ROWS_MAX: usize = 2_000;
/// Columns of a line's number.
const NUMBER: usize = 4;

/// The two columns under the two names, then the names that stand for each other.
#[must_use]
pub fn page(names: [&str; 2], side: &Side, screen: &Screen) -> String {
    let mut page = Page::new(screen.width, screen.colour);
    // Two numbers with a space each, and a mark between spaces.
    let column = (screen.width.saturating_sub(2 * (NUMBER + 1) + 3) / 2).max(10);
    let head = |name: &str| fitted(&clean(name), column + NUMBER + 1);
    let titles = format!("{}   {}", head(names[0]), head(names[1]));
    page.put(Line::new().verbatim().push(Role::Title, titles.trim_end()));
    for row in side.rows.iter().take(ROWS_MAX) {
        let (mark, role) = match row.alike {
            Alike::Same => ("=", Role::Strong),
            Alike::Renamed => ("~", Role::Strong),
            Alike::Different => (" ", Role::Plain),
            Alike::Blank => (" ", Role::Faint),
        };
        let text = format!("{} {mark} {}", cell(row.left.as_ref(), column), cell(row.right.as_ref(), column));
        page.put(Line::new().verbatim().push(role, text.trim_end()));
    }
    if side.rows.len() > ROWS_MAX {
        let more = format!("and {} more rows", side.rows.len() - ROWS_MAX);
        page.put(Line::new().push(Role::Faint, &more));
    }
    page.blank();
    let legend = "= the same line, ~ the same but for names, literals, types and formatting. Functions stand beside \
                  the ones most like them, wherever they are; what was cut is marked with an ellipsis.";
    page.put(Line::new().push(Role::Faint, legend));
    renames(&mut page, names, side);
    page.render()
}

fn renames(page: &mut Page, names: [&str; 2], side: &Side) {
    if side.renames.is_empty() {
        return;
    }
    page.blank();
    let title = format!("Names in lines that are alike: {} and {}", clean(names[0]), clean(names[1]));
    page.put(Line::new().push(Role::Title, &title));
    for rename in &side.renames {
        let often = if rename.times == 1 { "once".to_owned() } else { format!("{} times", rename.times) };
        let always = if rename.always { ", each for the other alone" } else { "" };
        let text = format!("{} is {}", clean(&rename.from), clean(&rename.to));
        page.put(
            Line::new().indent(2).push(Role::Plain, &text).push(Role::Faint, &format!("  {often}{always}")),
        );
    }
}

fn cell(line: Option<&side::Line>, column: usize) -> String {
    match line {
        None => " ".repeat(column + NUMBER + 1),
        Some(line) => {
            let text = clean(&line.text.replace('\t', "    "));
            format!("{:>NUMBER$} {}", line.number, fitted(&text, column))
        }
    }
}

/// A text of exactly so many columns.
fn fitted(text: &str, columns: usize) -> String {
    if text.width() <= columns {
        return format!("{text}{}", " ".repeat(columns - text.width()));
    }
    let (mut out, mut used) = (String::new(), 0);
    for c in text.chars() {
        let width = c.width().unwrap_or(0);
        if used + width > columns - 1 {
            break;
        }
        out.push(c);
        used += width;
    }
    format!("{out}…{}", " ".repeat(columns - 1 - used))
}
