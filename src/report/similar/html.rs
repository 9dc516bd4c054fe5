//! The section of a report over a batch, and the same as a page of its own. No script, no network.
//!
//! Must not know more than [`super::Similar`] says.

use super::svg::{escaped, picture};
use super::{EVIDENCE, PairPart, Similar};

/// Pairs of a section; the others are counted.
const PAIRS_MAX: usize = 100;
/// Members of a cluster that are named.
const MEMBERS_MAX: usize = 200;

const STYLE: &str = "
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem; }
section + section { margin-top: 3rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent); overflow-wrap: break-word; }
th { white-space: nowrap; }
td.num, th.num { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
figure { margin: 1rem 0; overflow-x: auto; }
svg { max-width: 100%; height: auto; }
@media print { section { break-inside: avoid; } }
";

/// Where a page tells of a candidate: nothing where it does not.
pub type Address<'a> = &'a dyn Fn(&str) -> Option<String>;

/// The section of one challenge, for a page that has styles of its own; safe to put into HTML as it is.
#[must_use]
pub fn section(similar: &Similar, address: Address<'_>) -> String {
    let id = escaped(&similar.challenge);
    let mut out = format!(
        "<section class=\"block similar\" id=\"similar-{id}\" aria-labelledby=\"similar-{id}-title\">\n\
         <h2 id=\"similar-{id}-title\">Similarity: {id}</h2>\n<p>{}. <strong>{}</strong></p>\n",
        escaped(&similar.counts()),
        escaped(&similar.verdictless())
    );
    for sentence in similar.background() {
        out.push_str(&format!("<p>{}</p>\n", escaped(&sentence)));
    }
    out.push_str(&format!("<p><em>{}</em></p>\n", escaped(EVIDENCE)));
    if let Some(picture) = picture(similar, false) {
        out.push_str(&format!("<figure>{picture}</figure>\n"));
    }
    if !similar.pairs.is_empty() {
        out.push_str(&table(similar, address));
    }
    for (number, cluster) in similar.clusters.iter().enumerate().filter(|(_, it)| it.members.len() > 2) {
        let mut names: Vec<String> =
            cluster.members.iter().take(MEMBERS_MAX).map(|name| linked(name, address)).collect();
        if cluster.members.len() > MEMBERS_MAX {
            names.push(format!("and {} more", cluster.members.len() - MEMBERS_MAX));
        }
        out.push_str(&format!(
            "<details><summary>Cluster {}: {} submissions</summary><p>{}</p></details>\n",
            number + 1,
            cluster.members.len(),
            names.join(", ")
        ));
    }
    out.push_str("</section>\n");
    out
}

/// A page of its own over some challenges.
#[must_use]
pub fn page(challenges: &[Similar]) -> String {
    let sections: String = challenges.iter().map(|similar| section(similar, &|_| None)).collect();
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" \
         content=\"width=device-width\">\n<title>Similarity</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n\
         {sections}</main>\n</body>\n</html>\n"
    )
}

/// A name that leads to what the page tells of its candidate.
fn linked(name: &str, address: Address<'_>) -> String {
    match address(name) {
        Some(href) => format!("<a href=\"{}\">{}</a>", escaped(&href), escaped(name)),
        None => escaped(name),
    }
}

fn table(similar: &Similar, address: Address<'_>) -> String {
    let rows: String = similar.pairs.iter().take(PAIRS_MAX).map(|pair| row(pair, address)).collect();
    let more = similar.pairs.len().saturating_sub(PAIRS_MAX) as u64 + similar.pairs_untold;
    let more = if more > 0 {
        format!("<p>and {more} more {}</p>\n", if more == 1 { "pair" } else { "pairs" })
    } else {
        String::new()
    };
    format!(
        "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Pairs that stand out\">\n<table>\n\
         <caption>Pairs that stand out</caption>\n<thead><tr><th scope=\"col\" class=\"num\">share</th><th \
         scope=\"col\">one</th><th scope=\"col\">other</th><th scope=\"col\">of what</th></tr></thead>\n\
         <tbody>\n{rows}</tbody>\n</table></div>\n{more}"
    )
}

fn row(pair: &PairPart, address: Address<'_>) -> String {
    format!(
        "<tr><td class=\"num\">{} %</td><td>{}</td><td>{}</td><td>{}</td></tr>\n",
        pair.percent,
        linked(&pair.one, address),
        linked(&pair.other, address),
        escaped(&pair.told())
    )
}
