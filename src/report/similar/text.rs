//! The page for a terminal.
//!
//! Must not know more than [`super::Similar`] says.

use super::{ClusterPart, EVIDENCE, PairPart, Similar};
use crate::judge::escape::shorten;
use crate::report::terminal::Screen;
use crate::report::terminal::page::{Line, Page, Role};

/// Pairs and clusters of a page; the others are counted.
const PAIRS_MAX: usize = 30;
const CLUSTERS_MAX: usize = 10;
/// Members of a cluster that are named.
const MEMBERS_MAX: usize = 12;
/// Characters of a name.
const NAME_MAX: usize = 28;

/// The page over some challenges; `again` is what to write before `--pair A B`.
#[must_use]
pub fn page(challenges: &[Similar], again: &str, screen: &Screen) -> String {
    let mut page = Page::new(screen.width, screen.colour);
    for similar in challenges {
        challenge(&mut page, similar);
        page.blank();
    }
    page.put(Line::new().push(Role::Faint, EVIDENCE));
    if challenges.iter().any(|similar| !similar.pairs.is_empty()) {
        page.put(Line::new().push(Role::Faint, &format!("Side by side: {again} --pair NAME NAME")));
    }
    page.render()
}

fn challenge(page: &mut Page, similar: &Similar) {
    page.put(Line::new().push(Role::Title, &similar.challenge).right(Role::Faint, &similar.counts()));
    page.blank();
    page.put(Line::new().push(Role::Strong, &similar.verdictless()));
    for sentence in similar.background() {
        page.put(Line::new().push(Role::Plain, &sentence));
    }
    for unread in similar.unread_because.iter().take(3) {
        let text = format!("{} was not read: {}", shorten(&unread.candidate, NAME_MAX), unread.because);
        page.put(Line::new().push(Role::Open, &text));
    }
    if !similar.pairs.is_empty() {
        page.blank();
        page.put(Line::new().push(Role::Title, "Pairs that stand out"));
        similar.pairs.iter().take(PAIRS_MAX).for_each(|one| pair(page, one));
        let more = similar.pairs.len().saturating_sub(PAIRS_MAX) as u64 + similar.pairs_untold;
        if more > 0 {
            page.put(Line::new().indent(2).push(Role::Faint, &format!("and {more} more")));
        }
    }
    let clusters: Vec<&ClusterPart> =
        similar.clusters.iter().filter(|cluster| cluster.members.len() > 2).collect();
    if !clusters.is_empty() {
        page.blank();
        page.put(Line::new().push(Role::Title, "Who hangs together"));
        clusters.iter().take(CLUSTERS_MAX).for_each(|one| cluster(page, one));
        if clusters.len() > CLUSTERS_MAX {
            let more = format!("and {} more clusters", clusters.len() - CLUSTERS_MAX);
            page.put(Line::new().indent(2).push(Role::Faint, &more));
        }
    }
}

fn pair(page: &mut Page, pair: &PairPart) {
    let share = format!("{:>3} %  ", pair.percent);
    let names = format!("{} and {}", shorten(&pair.one, NAME_MAX), shorten(&pair.other, NAME_MAX));
    let line = Line::new().indent(2).hang(7).push(Role::Strong, &share).push(Role::Plain, &names);
    page.put(line);
    page.put(Line::new().indent(9).push(Role::Faint, &pair.told()));
}

fn cluster(page: &mut Page, cluster: &ClusterPart) {
    let mut names: Vec<String> =
        cluster.members.iter().take(MEMBERS_MAX).map(|name| shorten(name, NAME_MAX)).collect();
    if cluster.members.len() > MEMBERS_MAX {
        names.push(format!("and {} more", cluster.members.len() - MEMBERS_MAX));
    }
    let count = format!("{:>5}  ", cluster.members.len());
    let line = Line::new().indent(2).hang(7).push(Role::Strong, &count).push(Role::Plain, &names.join(", "));
    page.put(line);
}
