//! Who hangs together, as a picture: clusters as rings, pairs as a line between two, the same picture each time.
//!
//! Colours are those of the text around it, so it is right on light and on dark pages; alone, it brings its own.
//! Must not know more than [`super::Similar`] says.

use std::f64::consts::TAU;
use std::fmt::Write;

use super::{ClusterPart, PairPart, Similar};
use crate::judge::escape::{clean, shorten};

/// Units of the width; heights follow.
const WIDTH: f64 = 720.0;
/// Clusters that are drawn, the largest; the others are counted.
const CLUSTERS_MAX: usize = 24;
/// Members of a cluster that are drawn.
const MEMBERS_MAX: usize = 16;
/// Characters of a name.
const NAME_MAX: usize = 30;
/// Units of a pair's row and of a line of text.
const ROW: f64 = 34.0;
const STYLE: &str = "<style>.viva-similar{color:#1f2328;background:#fff}\
                     @media(prefers-color-scheme:dark){.viva-similar{color:#e6edf3;background:#0d1117}}</style>";

/// The picture of one challenge; nothing where nobody hangs together. `alone` is for a file of its own.
#[must_use]
pub fn picture(similar: &Similar, alone: bool) -> Option<String> {
    let label = format!("{}: {}", similar.challenge, similar.verdictless());
    Some(drawing(similar)?.finish(&label, alone))
}

fn drawing(similar: &Similar) -> Option<Drawing> {
    if similar.clusters.is_empty() {
        return None;
    }
    let mut drawing = Drawing::default();
    for cluster in similar.clusters.iter().take(CLUSTERS_MAX) {
        if cluster.members.len() == 2 { drawing.two(cluster) } else { drawing.ring(cluster) }
    }
    if similar.clusters.len() > CLUSTERS_MAX {
        drawing.note(&format!("and {} more clusters", similar.clusters.len() - CLUSTERS_MAX));
    }
    Some(drawing)
}

/// The pictures of some challenges as one, each under its name; nothing where nobody hangs together.
#[must_use]
pub fn pictures(challenges: &[Similar]) -> Option<String> {
    let drawn: Vec<(&Similar, Drawing)> =
        challenges.iter().filter_map(|similar| Some((similar, drawing(similar)?))).collect();
    if let [(similar, _)] = &drawn[..] {
        return picture(similar, true);
    }
    let mut all = Drawing::default();
    for (similar, drawing) in &drawn {
        all.note(&similar.challenge);
        let _ = write!(all.out, "<g transform=\"translate(0 {:.1})\">{}</g>", all.top, drawing.out);
        all.top += drawing.top + ROW;
    }
    (!drawn.is_empty()).then(|| all.finish("Who hangs together, by challenge", true))
}

#[derive(Debug, Default)]
struct Drawing {
    out: String,
    /// Where the next cluster begins.
    top: f64,
}

impl Drawing {
    fn two(&mut self, cluster: &ClusterPart) {
        let middle = self.top + ROW / 2.0;
        let (left, right) = (WIDTH / 2.0 - 60.0, WIDTH / 2.0 + 60.0);
        if let Some(link) = cluster.links.first() {
            self.line((left, middle), (right, middle), link);
            let text = format!("{} %", link.percent);
            self.text((WIDTH / 2.0, middle - 6.0), "middle", &text);
        }
        self.node((left, middle), &cluster.members[0], ((left - 12.0, middle + 4.0), "end"));
        self.node((right, middle), &cluster.members[1], ((right + 12.0, middle + 4.0), "start"));
        self.top += ROW;
    }

    fn ring(&mut self, cluster: &ClusterPart) {
        let drawn = &cluster.members[..cluster.members.len().min(MEMBERS_MAX)];
        let radius = 24.0 + 7.0 * drawn.len() as f64;
        let (centre, middle) = (WIDTH / 2.0, self.top + ROW + radius);
        // The first two stand left and right of the top, so that no two names are on one line.
        let angle = |place: usize| TAU * (place as f64 + 0.5) / drawn.len() as f64;
        let at = |place: usize| (centre + radius * angle(place).sin(), middle - radius * angle(place).cos());
        for link in cluster.links.iter().rev() {
            let place = |name: &String| drawn.iter().position(|member| member == name);
            if let (Some(one), Some(other)) = (place(&link.one), place(&link.other)) {
                self.line(at(one), at(other), link);
            }
        }
        for (place, member) in drawn.iter().enumerate() {
            let (x, y) = at(place);
            let side = angle(place).sin();
            let label = if side.abs() < 0.1 {
                ((x, if y > middle { y + 20.0 } else { y - 12.0 }), "middle")
            } else {
                ((x + 12.0 * side.signum(), y + 4.0), if side > 0.0 { "start" } else { "end" })
            };
            self.node((x, y), member, label);
        }
        self.top = middle + radius + ROW;
        if cluster.members.len() > drawn.len() {
            self.note(&format!("and {} more of this cluster", cluster.members.len() - drawn.len()));
        }
    }

    fn line(&mut self, from: (f64, f64), to: (f64, f64), link: &PairPart) {
        // From a thin line at the least share that stands out to a strong one for all.
        let strength = f64::from(link.percent.clamp(50, 100) - 50) / 50.0;
        let title = format!("{} and {}: {} %, {}", link.one, link.other, link.percent, link.told());
        let _ = write!(
            self.out,
            "<line x1=\"{:.1}\" y1=\"{:.1}\" x2=\"{:.1}\" y2=\"{:.1}\" stroke=\"currentColor\" stroke-width=\"{:.1}\" \
             stroke-opacity=\"{:.2}\"><title>{}</title></line>",
            from.0,
            from.1,
            to.0,
            to.1,
            0.5 + 3.5 * strength * strength,
            0.25 + 0.5 * strength,
            escaped(&title)
        );
    }

    fn node(&mut self, at: (f64, f64), name: &str, label: ((f64, f64), &str)) {
        let _ = write!(
            self.out,
            "<circle cx=\"{:.1}\" cy=\"{:.1}\" r=\"6\" fill=\"#c2571a\"><title>{}</title></circle>",
            at.0,
            at.1,
            escaped(&clean(name))
        );
        self.text(label.0, label.1, &shorten(&clean(name), NAME_MAX));
    }

    fn text(&mut self, at: (f64, f64), anchor: &str, text: &str) {
        let _ = write!(
            self.out,
            "<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"{anchor}\">{}</text>",
            at.0,
            at.1,
            escaped(text)
        );
    }

    fn note(&mut self, text: &str) {
        self.text((WIDTH / 2.0, self.top + 14.0), "middle", text);
        self.top += ROW;
    }

    fn finish(self, label: &str, alone: bool) -> String {
        let height = self.top + 8.0;
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"viva-similar\" viewBox=\"0 0 {WIDTH} {height:.0}\" \
             width=\"{WIDTH}\" height=\"{height:.0}\" role=\"img\" aria-label=\"{}\" fill=\"currentColor\" \
             font-family=\"system-ui, sans-serif\" font-size=\"13\">{}{}</svg>\n",
            escaped(label),
            if alone { STYLE } else { "" },
            self.out
        )
    }
}

/// Text for HTML and XML, in elements and in quoted attributes.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}
