//! Whether two reports of one answer say the same: every verdict, measured times aside.
//!
//! Must not grade; it compares what was graded.

use super::json::Report;
use crate::judge::escape::{clean, shorten, without_log_commands};

/// Characters of a name or a verdict that are shown.
const WIDTH: usize = 200;

/// Something that two reports say differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// What it is about: `case gives_up`, `floor`.
    pub what: String,
    /// What the earlier report says.
    pub before: String,
    /// What the later report says.
    pub after: String,
}

/// The verdicts that differ: outcome, range, points, each case, each piece of evidence. Empty when all are the same.
#[must_use]
pub fn verdicts(before: &Report, after: &Report) -> Vec<Difference> {
    let mut found = Differences::default();
    found.note("outcome", key(&before.outcome), key(&after.outcome));
    let range = |report: &Report, end: fn(&super::json::parts::HintPart) -> u8| {
        report.hint.as_ref().map_or_else(|| "none".to_owned(), |hint| end(hint).to_string())
    };
    found.note("floor", range(before, |hint| hint.floor), range(after, |hint| hint.floor));
    found.note("ceiling", range(before, |hint| hint.ceiling), range(after, |hint| hint.ceiling));
    found.note("points earned", before.points.earned.to_string(), after.points.earned.to_string());
    let cases = |report: &Report| -> Vec<(String, String)> {
        report.cases.iter().map(|case| (format!("case {}", case.id), key(&case.outcome))).collect()
    };
    found.note_all(&cases(before), &cases(after));
    let evidence = |report: &Report| -> Vec<(String, String)> {
        let said = report.evidence.iter();
        said.map(|piece| (format!("{} {}", key(&piece.kind), piece.id), key(&piece.state))).collect()
    };
    // A case's evidence only repeats its outcome.
    let words = |pairs: Vec<(String, String)>| -> Vec<(String, String)> {
        pairs.into_iter().filter(|(what, _)| !what.starts_with("case ")).collect()
    };
    found.note_all(&words(evidence(before)), &words(evidence(after)));
    found.0
}

/// The conditions that differ, any of which may be why verdicts do: challenge, answer, toolbox, interpreter, runtime,
/// limits, seed and what was asked for.
#[must_use]
pub fn conditions(before: &Report, after: &Report) -> Vec<Difference> {
    let mut found = Differences::default();
    let pairs = |report: &Report| -> Vec<(String, String)> {
        [
            ("challenge", report.challenge.id.clone()),
            ("challenge revision", report.challenge.revision.clone()),
            ("answer", report.answer.sha256.clone()),
            ("toolbox", report.toolbox.sha256.clone()),
            ("interpreter", report.runtime.sha256.clone()),
            ("Python", report.runtime.python.clone()),
            ("runtime", key(&report.runtime.kind)),
            ("limits", key(&report.limits)),
            ("seed", report.seed.to_string()),
            ("asked", key(&report.asked)),
        ]
        .map(|(what, said)| (what.to_owned(), said))
        .to_vec()
    };
    found.note_all(&pairs(before), &pairs(after));
    found.0
}

/// What a verification found, in words for a person. A report may have been written by anybody, so what it says is
/// cleaned and cut.
#[must_use]
pub fn to_text(verdicts: &[Difference], conditions: &[Difference]) -> String {
    let mut text = if verdicts.is_empty() {
        "same: every verdict of the report holds\n".to_owned()
    } else {
        format!("different: {} of the report's verdicts\n{}", verdicts.len(), lines(verdicts))
    };
    if !conditions.is_empty() {
        text.push_str(&format!("graded under other conditions than the report\n{}", lines(conditions)));
    }
    text
}

fn lines(differences: &[Difference]) -> String {
    let fit = |text: &str| shorten(&clean(text), WIDTH);
    let line = |one: &Difference| {
        let said =
            format!("  {}: {} in the report, {} now", fit(&one.what), fit(&one.before), fit(&one.after));
        without_log_commands(&said, "\\x23") + "\n"
    };
    differences.iter().map(line).collect()
}

#[derive(Default)]
struct Differences(Vec<Difference>);

impl Differences {
    fn note(&mut self, what: impl Into<String>, before: String, after: String) {
        if before != after {
            self.0.push(Difference { what: what.into(), before, after });
        }
    }

    /// Compares pairs by name; what only one has is `absent` in the other.
    fn note_all(&mut self, before: &[(String, String)], after: &[(String, String)]) {
        let said = |pairs: &[(String, String)], name: &str| {
            let found = pairs.iter().find(|(what, _)| what == name);
            found.map_or_else(|| "absent".to_owned(), |(_, said)| said.clone())
        };
        for (what, was) in before {
            self.note(what, was.clone(), said(after, what));
        }
        for (what, is) in after.iter().filter(|(what, _)| !before.iter().any(|(other, _)| other == what)) {
            self.note(what, "absent".to_owned(), is.clone());
        }
    }
}

/// A plain enum or struct the way JSON writes it, without quotes.
fn key<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_value(value).map_or_else(
        |_| "unreadable".to_owned(),
        |value| value.as_str().map_or_else(|| value.to_string(), str::to_owned),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture;

    #[test]
    fn measured_times_are_no_verdict() {
        let before = Report::of(&fixture::partial());
        let mut after = before.clone();
        after.cases[0].measured.wall_ms = 999.0;
        after.cases[0].stdout.text = "otherwise".to_owned();
        assert!(verdicts(&before, &after).is_empty());
        assert!(conditions(&before, &after).is_empty());
    }

    #[test]
    fn a_report_by_a_stranger_cannot_steer_a_terminal() {
        let before = Report::of(&fixture::partial());
        let mut forged = before.clone();
        forged.cases[0].id = "\u{1b}]8;;https://x\u{7}\n::error::##[group]".to_owned();
        forged.runtime.python = "3.11\r\u{202e}".to_owned();
        let text = to_text(&verdicts(&forged, &before), &conditions(&forged, &before));
        assert!(!text.lines().any(|line| line.contains(crate::judge::escape::is_hostile)), "{text}");
        assert!(!text.contains("\n::error") && !text.contains("##["), "{text}");
        assert!(text.contains("3.11\\r\\u202e in the report"), "{text}");
    }

    #[test]
    fn every_other_verdict_is_told_apart() {
        let before = Report::of(&fixture::perfect());
        let after = Report::of(&fixture::partial());
        let said: Vec<String> = verdicts(&before, &after)
            .into_iter()
            .map(|one| format!("{}: {} -> {}", one.what, one.before, one.after))
            .collect();
        assert_eq!(
            said,
            [
                "floor: 5 -> 2",
                "ceiling: 5 -> 2",
                "points earned: 6 -> 3",
                "case raises_it: met -> unmet",
                "case keeps_metadata: met -> unmet",
                "case methods_work: met -> raised",
                "concept back_off: met -> unheard",
                "prediction foretells: met -> unmet",
            ]
        );
        let gone = verdicts(&before, &Report::of(&fixture::ungraded()));
        assert_eq!(gone[0].after, "ungraded");
        assert!(gone.iter().any(|one| one.what == "case gives_up" && one.after == "absent"));
    }

    #[test]
    fn other_conditions_are_named() {
        let before = Report::of(&fixture::perfect());
        let mut after = before.clone();
        after.seed = 1;
        after.limits.cpu_ms_max = 1;
        let named: Vec<String> = conditions(&before, &after).into_iter().map(|one| one.what).collect();
        assert_eq!(named, ["limits", "seed"]);
    }
}
