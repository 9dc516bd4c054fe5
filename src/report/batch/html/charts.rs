//! Pictures of distributions as inline SVG. The numbers always stand beside them as text.
//!
//! Sizes are attributes and colours are classes, as the pages' policy allows no styles in elements. Must not know
//! where the numbers come from.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::text::Html;

/// Bars of a histogram at most.
const BARS_MAX: u32 = 24;
/// The histogram's size in its own units.
const WIDE: f64 = 420.0;
const HIGH: f64 = 150.0;
/// Room below the bars for the axis, and above them for the counts.
const BELOW: f64 = 22.0;
const ABOVE: f64 = 16.0;

/// A bar lying in its row: parts of a whole, each with its class.
#[must_use]
pub fn bar(parts: &[(&str, u32)], whole: u32) -> Html {
    let mut out = String::from(
        "<svg class=\"bar\" viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\" aria-hidden=\"true\" focusable=\"false\"><rect class=\"track\" width=\"100\" height=\"8\"/>",
    );
    let mut x = 0.0;
    for (class, count) in parts.iter().filter(|(_, count)| *count > 0) {
        let wide = 100.0 * f64::from(*count) / f64::from(whole.max(1));
        // Writing to a text cannot fail.
        let _ = write!(out, "<rect class=\"{class}\" x=\"{x:.2}\" width=\"{wide:.2}\" height=\"8\"/>");
        x += wide;
    }
    out.push_str("</svg>");
    Html::trusted(out)
}

/// One bar of a histogram: from and to, both included, and how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bin {
    /// The least.
    pub from: u32,
    /// The most.
    pub to: u32,
    /// How many.
    pub count: u32,
}

impl Bin {
    /// `3`, or `3–5`.
    #[must_use]
    pub fn label(&self) -> String {
        if self.from == self.to { self.from.to_string() } else { format!("{}–{}", self.from, self.to) }
    }
}

/// Counts by number from 0 to `most`, in at most `BARS_MAX` bars of one width.
#[must_use]
pub fn bins(counts: &BTreeMap<u32, u32>, most: u32) -> Vec<Bin> {
    let step = (most + 1).div_ceil(BARS_MAX);
    (0..=most / step)
        .map(|at| {
            let (from, to) = (at * step, ((at + 1) * step - 1).min(most));
            Bin { from, to, count: counts.range(from..=to).map(|(_, count)| count).sum() }
        })
        .collect()
}

/// A histogram. `label` says in a sentence what it shows; it is not a stranger's text.
#[must_use]
pub fn histogram(bins: &[Bin], label: &str) -> Html {
    let most = f64::from(bins.iter().map(|bin| bin.count).max().unwrap_or(0).max(1));
    let slot = WIDE / f64::from(u32::try_from(bins.len()).unwrap_or(u32::MAX).max(1));
    let mut out = format!(
        "<svg class=\"histogram\" viewBox=\"0 0 {WIDE} {HIGH}\" role=\"img\" aria-label=\"{}\">",
        super::text::code(label)
    );
    let floor = HIGH - BELOW;
    let every = if slot < 22.0 { 4 } else { 1 };
    for (at, bin) in (0u32..).zip(bins) {
        let x = slot * f64::from(at);
        let high = (floor - ABOVE) * f64::from(bin.count) / most;
        let middle = x + slot / 2.0;
        if bin.count > 0 {
            let (wide, y) = (slot * 0.8, floor - high);
            let _ = write!(
                out,
                "<rect class=\"pt\" x=\"{:.1}\" y=\"{y:.1}\" width=\"{wide:.1}\" height=\"{high:.1}\" rx=\"2\"/><text class=\"count\" x=\"{middle:.1}\" y=\"{:.1}\">{}</text>",
                x + slot * 0.1,
                y - 4.0,
                bin.count
            );
        }
        let is_last = at as usize + 1 == bins.len();
        let near_last = bins.len() - 1 - (at as usize) < 2 && every > 1;
        if is_last || (at % every == 0 && !near_last) {
            // The last one ends where the picture does: centred, a wide label would be cut.
            let (class, x) =
                if is_last && bin.from < bin.to { ("tick last", WIDE) } else { ("tick", middle) };
            let (y, label) = (HIGH - 6.0, bin.label());
            let _ = write!(out, "<text class=\"{class}\" x=\"{x:.1}\" y=\"{y:.1}\">{label}</text>");
        }
    }
    let _ = write!(out, "<line class=\"axis\" x1=\"0\" y1=\"{floor}\" x2=\"{WIDE}\" y2=\"{floor}\"/></svg>");
    Html::trusted(out)
}

/// The pictures of all ranges on the scale, to be used by name: `m34` is 3 to 4.
#[must_use]
pub fn scale_symbols() -> Html {
    let mut out = String::from("<svg class=\"symbols\" aria-hidden=\"true\" focusable=\"false\"><defs>");
    for floor in 1..=5 {
        for ceiling in floor..=5 {
            let _ = write!(out, "<symbol id=\"m{floor}{ceiling}\" viewBox=\"0 0 58 10\">");
            for score in 1..=5 {
                let class = match score {
                    _ if score <= floor => format!("s{floor}"),
                    _ if score <= ceiling => format!("s{floor} open"),
                    _ => "track".to_owned(),
                };
                let _ = write!(
                    out,
                    "<rect class=\"{class}\" x=\"{}\" width=\"10\" height=\"10\" rx=\"2\"/>",
                    (score - 1) * 12
                );
            }
            out.push_str("</symbol>");
        }
    }
    out.push_str("</defs></svg>");
    Html::trusted(out)
}

/// The use of a picture of a range.
#[must_use]
pub fn scale(range: (u8, u8)) -> Html {
    let (floor, ceiling) = range;
    Html::trusted(format!(
        "<svg class=\"mini\" aria-hidden=\"true\" focusable=\"false\"><use href=\"#m{floor}{ceiling}\"/></svg>"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_falls_into_one_bar() {
        for most in [0, 1, 22, 23, 24, 100, 1_000] {
            let counts: BTreeMap<u32, u32> = (0..=most).map(|number| (number, 1)).collect();
            let bins = bins(&counts, most);
            assert!(bins.len() <= BARS_MAX as usize, "{most}: {}", bins.len());
            assert_eq!(bins.iter().map(|bin| bin.count).sum::<u32>(), most + 1);
            assert_eq!(bins.last().map(|bin| bin.to), Some(most));
        }
    }

    #[test]
    fn nothing_to_show_is_no_failure() {
        assert!(histogram(&bins(&BTreeMap::new(), 0), "nothing").as_str().contains("role=\"img\""));
        assert!(bar(&[("s1", 0)], 0).as_str().contains("track"));
    }
}
