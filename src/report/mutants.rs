//! What became of mutants, as a page and as JSON: the kill matrix, the survivors with a diff, the shares caught.
//!
//! Must not run anything, nor choose what is mutated.

use std::fmt::Write;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use similar::TextDiff;

use crate::judge::escape::clean;
use crate::judge::locate::counted;

/// The version of the JSON.
pub const SCHEMA: &str = "viva.mutants/1";
/// The share of its mutants that every challenge must catch.
pub const CHALLENGE_MIN: f64 = 0.90;
/// The share that a whole bank must catch.
pub const BANK_MIN: f64 = 0.97;

/// The mutants of some challenges.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct MutantsReport {
    /// [`SCHEMA`].
    pub schema: String,
    /// The seed of all hidden inputs.
    pub seed: u64,
    /// Whether these are all challenges of the bank, so that its own share counts.
    pub whole_bank: bool,
    /// How many of how many were caught.
    pub share: Share,
    /// Whether every share is high enough and no note is wrong.
    pub holds: bool,
    /// The challenges, in order.
    pub challenges: Vec<ChallengeMutants>,
}

/// How many mutants were caught.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Share {
    /// Mutants that count: neither equivalent nor refused by the compiler.
    pub counted: usize,
    /// Those of them that a case caught.
    pub caught: usize,
    /// Mutants that are stored as equivalent and were not caught.
    pub equivalent: usize,
}

/// The mutants of one challenge.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ChallengeMutants {
    /// The challenge.
    pub id: String,
    /// The golden answers that were mutated.
    pub answers: Vec<String>,
    /// How many were caught.
    pub share: Share,
    /// Ids of its cases, in order: the columns of the matrix.
    pub cases: Vec<String>,
    /// Its mutants, in order of answer, line and operator: the rows.
    pub mutants: Vec<MutantRow>,
    /// What is wrong with `mutants.toml`, with an answer, or with viva.
    pub findings: Vec<String>,
}

/// What became of a mutant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// It misses a case that its answer meets.
    Caught,
    /// It meets every case.
    Survived,
    /// It meets every case, and is stored as no mistake.
    Equivalent,
    /// The compiler refuses it.
    Refused,
    /// viva could not run it.
    NotTried,
}

/// One mutant.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct MutantRow {
    /// `answer:line:operator`, the name that `mutants.toml` stores.
    pub id: String,
    /// The first line that differs, before and after.
    pub change: String,
    /// What became of it.
    pub fate: Fate,
    /// A letter for each case: `x` missed, `.` met, `-` not run, `?` not met by its answer either.
    pub matrix: String,
    /// Idioms that it misses and its answer does not; they catch nothing.
    pub idioms: Vec<String>,
    /// Why it is no mistake, where that is stored.
    pub reason: Option<String>,
    /// A unified diff, for a survivor.
    pub diff: Option<String>,
}

impl Share {
    /// Adds another share to this one.
    pub fn add(&mut self, other: Self) {
        self.counted += other.counted;
        self.caught += other.caught;
        self.equivalent += other.equivalent;
    }

    /// The part that was caught, from 0 to 1; 1 where there was nothing to catch.
    #[must_use]
    #[allow(clippy::cast_precision_loss)]
    pub fn part(self) -> f64 {
        if self.counted == 0 { 1.0 } else { self.caught as f64 / self.counted as f64 }
    }

    fn text(self) -> String {
        let equivalent =
            if self.equivalent == 0 { String::new() } else { format!(", {} equivalent", self.equivalent) };
        format!("{} of {} caught ({:.1}%){equivalent}", self.caught, self.counted, 100.0 * self.part())
    }
}

impl ChallengeMutants {
    /// Puts the rows of a challenge together.
    #[must_use]
    pub fn new(
        id: &str,
        answers: Vec<String>,
        cases: Vec<String>,
        mutants: Vec<MutantRow>,
        findings: Vec<String>,
    ) -> Self {
        let of = |fate: Fate| mutants.iter().filter(|mutant| mutant.fate == fate).count();
        let share = Share {
            counted: of(Fate::Caught) + of(Fate::Survived),
            caught: of(Fate::Caught),
            equivalent: of(Fate::Equivalent),
        };
        Self { id: id.to_owned(), answers, share, cases, mutants, findings }
    }

    /// Whether it catches enough and nothing else is wrong.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.share.part() >= CHALLENGE_MIN && self.findings.is_empty()
    }
}

impl MutantsReport {
    /// The report of some challenges.
    #[must_use]
    pub fn new(seed: u64, whole_bank: bool, challenges: Vec<ChallengeMutants>) -> Self {
        let mut share = Share::default();
        challenges.iter().for_each(|challenge| share.add(challenge.share));
        let holds =
            challenges.iter().all(ChallengeMutants::holds) && (!whole_bank || share.part() >= BANK_MIN);
        Self { schema: SCHEMA.to_owned(), seed, whole_bank, share, holds, challenges }
    }
}

/// The difference between an answer and its mutant, with a line of context.
#[must_use]
pub fn diff(before: &str, after: &str) -> String {
    TextDiff::from_lines(before, after).unified_diff().context_radius(1).to_string()
}

/// The page: a line for each challenge, its survivors, and the matrix where `matrix` asks for it.
#[must_use]
pub fn page(report: &MutantsReport, matrix: bool) -> String {
    let mut text = String::new();
    for challenge in &report.challenges {
        push_challenge(&mut text, challenge, matrix);
    }
    let whole = if report.whole_bank { "the bank" } else { "all of these" };
    let _ = writeln!(text, "{whole}: {}", report.share.text());
    if report.whole_bank && report.share.part() < BANK_MIN {
        let _ = writeln!(text, "  - a bank must catch at least {:.0}%", 100.0 * BANK_MIN);
    }
    text
}

fn push_challenge(text: &mut String, challenge: &ChallengeMutants, matrix: bool) {
    let mark = if challenge.holds() { "ok   " } else { "WRONG" };
    let (id, share) = (&challenge.id, challenge.share.text());
    let _ = writeln!(text, "{mark} {id}  {share}; mutated: {}", challenge.answers.join(", "));
    if challenge.share.part() < CHALLENGE_MIN {
        let _ = writeln!(text, "  - every challenge must catch at least {:.0}%", 100.0 * CHALLENGE_MIN);
    }
    for finding in &challenge.findings {
        let _ = writeln!(text, "  - {}", finding.replace('\n', "\n    "));
    }
    let refused = challenge.mutants.iter().filter(|mutant| mutant.fate == Fate::Refused).count();
    if refused > 0 {
        let _ = writeln!(text, "  {} refused by the compiler and not counted", counted(refused, "mutant"));
    }
    if matrix {
        push_matrix(text, challenge);
    }
    for mutant in challenge.mutants.iter().filter(|mutant| mutant.fate == Fate::Survived) {
        push_survivor(text, id, mutant, matrix);
    }
}

fn push_matrix(text: &mut String, challenge: &ChallengeMutants) {
    text.push_str("\n  x missed, . met, - not run once it was caught, ? not met by its answer either\n\n");
    for (number, case) in challenge.cases.iter().enumerate() {
        let catches = |row: &&MutantRow| row.matrix.chars().nth(number) == Some('x');
        let count = challenge.mutants.iter().filter(catches).count();
        let _ = writeln!(text, "  {:>3} {case}  {count}", number + 1);
    }
    let width = challenge.mutants.iter().map(|row| row.id.chars().count()).max().unwrap_or_default();
    let tens: String = (1..=challenge.cases.len()).map(|number| digit(number / 10)).collect();
    let ones: String = (1..=challenge.cases.len()).map(|number| digit(number % 10)).collect();
    if challenge.cases.len() > 9 {
        let _ = write!(text, "\n  {:width$}  {}", "", tens.replacen('0', " ", 9));
    }
    let _ = writeln!(text, "\n  {:width$}  {ones}", "");
    for row in &challenge.mutants {
        let note = match row.fate {
            Fate::Caught => "",
            Fate::Survived => "  survives",
            Fate::Equivalent => "  equivalent",
            Fate::Refused => "  refused",
            Fate::NotTried => "  not tried",
        };
        let _ = writeln!(text, "  {:width$}  {}{note}", row.id, row.matrix);
    }
    text.push('\n');
}

fn digit(number: usize) -> char {
    char::from_digit(u32::try_from(number % 10).unwrap_or_default(), 10).unwrap_or('?')
}

/// A survivor with its diff and, where challenges are looked at closely, the note to store if it is no mistake.
fn push_survivor(text: &mut String, challenge: &str, mutant: &MutantRow, with_note: bool) {
    let _ = writeln!(text, "  survives {challenge}/{}", mutant.id);
    if !mutant.idioms.is_empty() {
        let _ = writeln!(
            text,
            "    only the idiom {} is missed, which catches nothing",
            mutant.idioms.join(", ")
        );
    }
    for line in mutant.diff.as_deref().unwrap_or_default().lines() {
        let _ = writeln!(text, "    {}", clean(line));
    }
    if !with_note {
        return;
    }
    let quoted = |value: &str| toml::Value::from(value).to_string();
    let _ = writeln!(text, "    if it is no mistake, in {challenge}/mutants.toml:");
    let _ = writeln!(text, "      [[equivalent]]\n      id = {}", quoted(&mutant.id));
    let _ = writeln!(text, "      change = {}\n      reason = \"\"", quoted(&mutant.change));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(id: &str, fate: Fate, matrix: &str) -> MutantRow {
        MutantRow {
            id: id.to_owned(),
            change: "`return a < b` to `return a <= b`".to_owned(),
            fate,
            matrix: matrix.to_owned(),
            idioms: Vec::new(),
            reason: None,
            diff: (fate == Fate::Survived).then(|| diff("a\nreturn a < b\nc\n", "a\nreturn a <= b\nc\n")),
        }
    }

    fn report(whole_bank: bool) -> MutantsReport {
        let mutants = vec![
            row("short:2:compare", Fate::Survived, "..."),
            row("short:2:return", Fate::Caught, ".x-"),
            row("short:3:constant", Fate::Equivalent, "..."),
            row("short:4:await", Fate::Refused, "---"),
        ];
        let cases = ["one", "two", "three"].map(str::to_owned).to_vec();
        let answers = vec!["short".to_owned()];
        let findings = vec!["mutants.toml is wrong".to_owned()];
        let weak = ChallengeMutants::new("word-ladder", answers.clone(), cases.clone(), mutants, findings);
        let caught = vec![row("short:2:return", Fate::Caught, "x--")];
        let strong = ChallengeMutants::new("two-sum", answers, cases, caught, Vec::new());
        MutantsReport::new(7, whole_bank, vec![weak, strong])
    }

    #[test]
    fn the_page_with_the_matrix() {
        insta::assert_snapshot!(page(&report(false), true));
    }

    #[test]
    fn the_page_of_a_whole_bank() {
        insta::assert_snapshot!(page(&report(true), false));
    }

    #[test]
    fn the_json() {
        insta::assert_snapshot!(super::super::json::to_json(&report(true)));
    }

    #[test]
    fn shares_are_held_against_their_bounds() {
        let of = |caught| Share { counted: 100, caught, equivalent: 0 };
        let challenge = |caught| ChallengeMutants { share: of(caught), ..report(true).challenges[1].clone() };
        assert!(MutantsReport::new(1, false, vec![challenge(90)]).holds);
        assert!(!MutantsReport::new(1, false, vec![challenge(89)]).holds);
        assert!(!MutantsReport::new(1, true, vec![challenge(96)]).holds);
        assert!(MutantsReport::new(1, true, vec![challenge(97)]).holds);
        assert!((Share::default().part() - 1.0).abs() < f64::EPSILON);
    }
}
