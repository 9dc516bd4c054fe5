//! `viva.regrade/1`: which results a changed harness affects, and whose score changed by it.
//!
//! The comparison is made from two stored reports, one pair at a time. Must not know how anything was graded.

use std::collections::BTreeSet;

use comfy_table::{ContentArrangement, Table, presets};
use schemars::JsonSchema;
use serde::Serialize;

use super::batch::results::OutcomeKind;
use super::json::Report;
use super::json::keys::KindOfEvidence;
use super::json::parts::Points;
use crate::judge::escape::clean;
use crate::judge::locate::counted;
use crate::model::batch::{Standing, Submitted};

/// The version of this format, which is the value of `schema`.
pub const SCHEMA: &str = "viva.regrade/1";
/// Names in one cell of the table.
const NAMED_MAX: usize = 4;

/// What grading again came to, or would come to.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Regrade {
    /// `viva.regrade/1`.
    pub schema: String,
    /// Whether nothing was run: what `affected` names then would be.
    pub dry_run: bool,
    /// Results that a changed harness affects, by candidate and challenge; empty once they are graded again.
    pub affected: Vec<Affected>,
    /// Results that were graded again and are compared.
    pub compared: usize,
    /// Those of them whose range, points or cases are others than before.
    pub changed: Vec<Changed>,
    /// Submissions whose files are not the ones that were graded: nothing is run for them here.
    pub handed_in_anew: Vec<Named>,
}

/// One submission by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Named {
    /// Who handed it in.
    pub candidate: String,
    /// The challenge.
    pub challenge: String,
}

/// One result that a changed harness affects.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Affected {
    /// Which.
    #[serde(flatten)]
    pub named: Named,
    /// What changed: `challenge`, `toolbox`, `interpreter`, `limits`, `seed`, `asked`, `viva`, or `ungraded` for what is tried again.
    pub because: Vec<String>,
}

/// One result that is another than before.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Changed {
    /// Which.
    #[serde(flatten)]
    pub named: Named,
    /// What it was.
    pub before: Result,
    /// What it is.
    pub after: Result,
    /// What changed in the harness, as in `affected`; `answer` where the answer itself is another one, too.
    pub because: Vec<String>,
    /// The evidence that came out differently.
    pub evidence: Vec<Turned>,
}

/// One result, without its report.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Result {
    /// What became of it.
    pub outcome: OutcomeKind,
    /// The lowest score; null where there is none.
    pub floor: Option<u8>,
    /// The highest score; null where there is none.
    pub ceiling: Option<u8>,
    /// Points.
    pub points: Points,
}

/// One piece of evidence that came out differently.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Turned {
    /// Its name.
    pub id: String,
    /// Where it comes from.
    pub kind: KindOfEvidence,
    /// What it was, as in reports; null where it did not exist.
    pub before: Option<String>,
    /// What it is; null where it no longer exists.
    pub after: Option<String>,
}

impl Result {
    fn of(submitted: &Submitted) -> Self {
        let range = match &submitted.standing {
            Standing::Graded { floor, ceiling } => Some((floor.number(), ceiling.number())),
            _ => None,
        };
        Self {
            outcome: OutcomeKind::of(&submitted.standing),
            floor: range.map(|(floor, _)| floor),
            ceiling: range.map(|(_, ceiling)| ceiling),
            points: Points { earned: submitted.earned, possible: submitted.possible },
        }
    }

    fn range(&self) -> String {
        match (self.floor, self.ceiling) {
            (Some(floor), Some(ceiling)) if floor == ceiling => floor.to_string(),
            (Some(floor), Some(ceiling)) => format!("{floor} to {ceiling}"),
            _ => format!("{:?}", self.outcome).to_lowercase(),
        }
    }

    fn points(&self) -> String {
        format!("{}/{}", self.points.earned, self.points.possible)
    }
}

impl Changed {
    /// Compares a result with what it was; [`None`] where nothing that anybody reads is another.
    #[must_use]
    pub fn between(
        before: &Submitted,
        report_before: Option<&Report>,
        after: &Submitted,
        report_after: Option<&Report>,
    ) -> Option<Self> {
        let evidence = turned(report_before, report_after);
        let (was, is) = (Result::of(before), Result::of(after));
        if was == is && evidence.is_empty() {
            return None;
        }
        let because = match (report_before, report_after) {
            (Some(before), Some(after)) => what_changed(before, after),
            _ => Vec::new(),
        };
        let named = Named { candidate: clean(&after.candidate), challenge: clean(&after.challenge) };
        Some(Self { named, before: was, after: is, because, evidence })
    }

    /// Whether the range changed, or whether there is one.
    #[must_use]
    pub fn moves_the_range(&self) -> bool {
        let range = |of: &Result| (of.outcome, of.floor, of.ceiling);
        range(&self.before) != range(&self.after)
    }

    /// Whether the range or the points changed, rather than only how a case was missed.
    #[must_use]
    pub fn moves_the_score(&self) -> bool {
        self.before != self.after
    }
}

/// What is another in the harness of two reports of the same submission.
#[must_use]
pub fn what_changed(before: &Report, after: &Report) -> Vec<String> {
    let parts = [
        ("answer", before.answer != after.answer),
        ("challenge", before.challenge.revision != after.challenge.revision),
        ("toolbox", before.toolbox != after.toolbox),
        ("interpreter", before.runtime != after.runtime),
        ("limits", before.limits != after.limits),
        ("seed", before.seed != after.seed),
        ("asked", before.asked != after.asked),
        ("viva", before.viva != after.viva),
    ];
    parts.into_iter().filter(|(_, changed)| *changed).map(|(name, _)| name.to_owned()).collect()
}

/// How each piece of evidence came out, by name.
fn outcomes(report: Option<&Report>) -> Vec<(String, KindOfEvidence, String)> {
    let Some(report) = report else { return Vec::new() };
    let cases = report.cases.iter().map(|case| (case.id.clone(), KindOfEvidence::Case, word(&case.outcome)));
    let others = report.evidence.iter().filter(|piece| piece.kind != KindOfEvidence::Case);
    cases.chain(others.map(|piece| (piece.id.clone(), piece.kind, word(&piece.state)))).collect()
}

/// The word of a format for one of its values.
fn word(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}

fn turned(before: Option<&Report>, after: Option<&Report>) -> Vec<Turned> {
    if before.is_none() && after.is_none() {
        return Vec::new();
    }
    let (was, is) = (outcomes(before), outcomes(after));
    let of = |all: &[(String, KindOfEvidence, String)], id: &str, kind: KindOfEvidence| {
        all.iter().find(|(other, its, _)| other == id && *its == kind).map(|(_, _, word)| word.clone())
    };
    let mut seen = BTreeSet::new();
    let mut turned = Vec::new();
    for (id, kind, _) in is.iter().chain(&was) {
        if !seen.insert((id.clone(), *kind as u8)) {
            continue;
        }
        let (before, after) = (of(&was, id, *kind), of(&is, id, *kind));
        if before != after {
            turned.push(Turned { id: clean(id), kind: *kind, before, after });
        }
    }
    turned
}

impl Regrade {
    /// The comparison as a person reads it, in so many columns.
    #[must_use]
    pub fn text(&self, columns: usize) -> String {
        let mut said = Vec::new();
        if self.dry_run {
            said.push(self.would_run());
        }
        let moved: Vec<&Changed> = self.changed.iter().filter(|one| one.moves_the_score()).collect();
        if !moved.is_empty() {
            said.push(table(&moved, columns));
        }
        if self.compared > 0 {
            said.push(self.counts());
        } else if !self.dry_run {
            said.push("nothing changed since these results were made: nothing was run".to_owned());
        }
        if !self.handed_in_anew.is_empty() {
            said.push(format!(
                "{} changed or gone since {} graded, and left as {} ({}): `viva batch` takes what is there now",
                counted(self.handed_in_anew.len(), "submission"),
                if self.handed_in_anew.len() == 1 { "it was" } else { "they were" },
                if self.handed_in_anew.len() == 1 { "it was" } else { "they were" },
                named(&self.handed_in_anew),
            ));
        }
        said.join("\n")
    }

    fn would_run(&self) -> String {
        if self.affected.is_empty() {
            return "nothing would be run: every result is of the harness as it is".to_owned();
        }
        let mut reasons: Vec<(String, usize)> = Vec::new();
        for one in &self.affected {
            let because = format!("{}: {}", one.named.challenge, one.because.join(", "));
            match reasons.iter_mut().find(|(known, _)| *known == because) {
                Some((_, count)) => *count += 1,
                None => reasons.push((because, 1)),
            }
        }
        let mut said = vec![format!("{} would be graded again", counted(self.affected.len(), "submission"))];
        said.extend(reasons.iter().map(|(because, count)| format!("  {count} of {because}")));
        said.join("\n")
    }

    fn counts(&self) -> String {
        let range = |of: &Result| (of.floor, of.ceiling);
        let count = |wanted: fn(&Changed) -> bool| self.changed.iter().filter(|one| wanted(one)).count();
        let moved = self.changed.iter().filter(|one| one.moves_the_range());
        let up = moved.clone().filter(|one| range(&one.after) > range(&one.before)).count();
        let counts = [
            (self.compared - self.changed.len(), "the same"),
            (up, "with a higher range"),
            (moved.count() - up, "with a lower range, or none"),
            (count(|one| one.moves_the_score() && !one.moves_the_range()), "with other points only"),
            (count(|one| !one.moves_the_score()), "with the same score by other evidence"),
        ];
        let said: Vec<String> = counts
            .iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, what)| format!("{count} {what}"))
            .collect();
        format!("{} graded again: {}", counted(self.compared, "submission"), said.join(", "))
    }
}

/// Who has another range first, then who has other points; each by name.
fn table(moved: &[&Changed], columns: usize) -> String {
    let several = moved.iter().any(|one| one.named.challenge != moved[0].named.challenge);
    let mut header = vec!["candidate", "challenge", "before", "after", "points", "what turned"];
    let mut table = Table::new();
    table.load_preset(presets::NOTHING).set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(u16::try_from(columns).unwrap_or(u16::MAX));
    if !several {
        header.remove(1);
    }
    table.set_header(header);
    let (first, then): (Vec<&&Changed>, Vec<_>) = moved.iter().partition(|one| one.moves_the_range());
    for one in first.into_iter().chain(then) {
        let mut row = vec![
            one.named.candidate.clone(),
            one.named.challenge.clone(),
            one.before.range(),
            one.after.range(),
            format!("{} > {}", one.before.points(), one.after.points()),
            what_turned(&one.evidence),
        ];
        if !several {
            row.remove(1);
        }
        table.add_row(row);
    }
    let lines: Vec<String> = table.lines().map(|line| line.trim_end().to_owned()).collect();
    lines.join("\n")
}

fn what_turned(evidence: &[Turned]) -> String {
    let word = |word: &Option<String>| word.clone().unwrap_or_else(|| "none".to_owned());
    let mut said: Vec<String> = evidence
        .iter()
        .take(NAMED_MAX)
        .map(|one| format!("{}: {} > {}", one.id, word(&one.before), word(&one.after)))
        .collect();
    if evidence.len() > NAMED_MAX {
        said.push(format!("and {} more", evidence.len() - NAMED_MAX));
    }
    said.join("; ")
}

fn named(all: &[Named]) -> String {
    let mut said: Vec<&str> = all.iter().take(NAMED_MAX).map(|one| one.candidate.as_str()).collect();
    if all.len() > NAMED_MAX {
        said.push("...");
    }
    said.join(", ")
}

/// The JSON Schema of [`Regrade`].
#[must_use]
pub fn schema() -> serde_json::Value {
    schemars::schema_for!(Regrade).to_value()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::grade::Grade;
    use crate::report::fixture;
    use crate::report::json::to_json;

    fn submitted(grade: &Grade, candidate: &str) -> Submitted {
        let (earned, possible) = grade.points();
        let (candidate, challenge) = (candidate.to_owned(), grade.challenge.id.to_string());
        Submitted { candidate, challenge, standing: Standing::of(grade), earned, possible }
    }

    fn change(before: &Grade, after: &Grade, candidate: &str) -> Option<Changed> {
        let (was, is) = (Report::of(before), Report::of(after));
        Changed::between(&submitted(before, candidate), Some(&was), &submitted(after, candidate), Some(&is))
    }

    fn regrade() -> Regrade {
        let changed = [
            change(&fixture::partial(), &fixture::perfect(), "ada"),
            change(&fixture::perfect(), &fixture::partial(), "bob\u{1b}[31m"),
            change(&fixture::partial(), &fixture::ungraded(), "cyd"),
        ];
        let named = |name: &str| Named { candidate: name.to_owned(), challenge: "once".to_owned() };
        Regrade {
            schema: SCHEMA.to_owned(),
            dry_run: false,
            affected: Vec::new(),
            compared: 9,
            changed: changed.into_iter().flatten().collect(),
            handed_in_anew: vec![named("dee")],
        }
    }

    #[test]
    fn the_same_result_is_no_change() {
        assert_eq!(change(&fixture::partial(), &fixture::partial(), "ada"), None);
    }

    #[test]
    fn a_change_names_the_cases_that_turned() {
        let changed = change(&fixture::partial(), &fixture::perfect(), "ada").expect("another result");
        assert!(changed.moves_the_score());
        let case = changed.evidence.iter().find(|one| one.id == "raises_it").expect("it turned");
        assert_eq!((case.before.as_deref(), case.after.as_deref()), (Some("unmet"), Some("met")));
    }

    #[test]
    fn the_page() {
        let page = regrade().text(100);
        let header = page.lines().next().expect("a header");
        assert!(header.contains("candidate") && !header.contains("challenge"), "there is but one: {page}");
        assert!(page.contains("raises_it: unmet > met") && !page.contains('\u{1b}'), "{page}");
        let counts =
            "9 submissions graded again: 6 the same, 1 with a higher range, 2 with a lower range, or none";
        assert!(page.contains(counts), "{page}");
        assert!(page.contains("1 submission changed or gone since it was graded"), "{page}");
        assert!(
            page.lines()
                .take_while(|line| !line.contains("graded again"))
                .all(|line| line.chars().count() <= 100),
            "{page}"
        );
    }

    #[test]
    fn the_page_before_anything_is_run() {
        let affected = ["ada", "bob", "cyd"].map(|name| Affected {
            named: Named { candidate: name.to_owned(), challenge: "once".to_owned() },
            because: vec!["challenge".to_owned()],
        });
        let dry =
            Regrade { dry_run: true, affected: affected.into(), compared: 0, changed: vec![], ..regrade() };
        insta::assert_snapshot!(dry.text(80));
    }

    #[test]
    fn it_follows_its_own_schema() {
        let schema = jsonschema::validator_for(&schema()).expect("a valid schema");
        let value = serde_json::from_str(&to_json(&regrade())).expect("JSON");
        let errors: Vec<String> = schema.iter_errors(&value).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{errors:?}");
    }
}
