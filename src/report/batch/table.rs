//! `results.csv`: one row for each submission, best candidate first, for spreadsheets.
//!
//! Text that strangers chose is kept from being taken for a formula. Must not decide the order.

use std::io::Write;

use super::ranking::Ranked;
use crate::judge::escape::{clean, without_log_commands};
use crate::model::batch::Standing;

const HEADER: [&str; 10] = [
    "rank",
    "candidate",
    "challenge",
    "outcome",
    "floor",
    "ceiling",
    "points",
    "points_possible",
    "floor_sum",
    "because",
];

/// Writes the table.
///
/// # Errors
/// What the writer says.
pub fn write(to: impl Write, ranked: &[Ranked]) -> Result<(), csv::Error> {
    let mut csv = csv::Writer::from_writer(to);
    csv.write_record(HEADER)?;
    for candidate in ranked {
        for one in &candidate.submissions {
            let (outcome, range, because) = match &one.standing {
                Standing::Graded { floor, ceiling } => ("graded", Some((floor, ceiling)), ""),
                Standing::Ungraded { because, .. } => ("ungraded", None, because.as_str()),
                Standing::Refused { because } => ("refused", None, because.as_str()),
                Standing::Missing => ("missing", None, ""),
                Standing::Waiting => ("not_graded_yet", None, "the batch has not come to it yet"),
            };
            let number = |number: Option<u8>| number.map(|number| number.to_string()).unwrap_or_default();
            csv.write_record([
                candidate.rank.map(|rank| rank.to_string()).unwrap_or_default(),
                cell(&candidate.candidate),
                cell(&one.challenge),
                outcome.to_owned(),
                number(range.map(|(floor, _)| floor.number())),
                number(range.map(|(_, ceiling)| ceiling.number())),
                one.earned.to_string(),
                one.possible.to_string(),
                candidate.floor.to_string(),
                cell(because),
            ])?;
        }
    }
    csv.flush()?;
    Ok(())
}

/// A text that no spreadsheet takes for a formula: those begin with one of a few signs, also behind white space, and also behind a
/// semicolon, which parts cells where a comma is the decimal sign. A text that begins with the mark itself gets another, so that no two
/// texts look alike.
///
/// Source: OWASP, CSV Injection.
fn cell(text: &str) -> String {
    const SIGNS: [char; 9] = ['=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}', '\''];
    let guarded = |part: &str| {
        let mark = if part.trim_start().starts_with(SIGNS) { "'" } else { "" };
        format!("{mark}{part}")
    };
    let text = clean(text).split(';').map(guarded).collect::<Vec<_>>().join(";");
    // A job may print the table.
    without_log_commands(&text, "\\x23")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::batch::Submitted;
    use crate::model::score::Score;
    use crate::report::batch::ranking::rank;

    fn written(submitted: Vec<Submitted>) -> String {
        let mut bytes = Vec::new();
        write(&mut bytes, &rank(submitted)).expect("written");
        String::from_utf8(bytes).expect("UTF-8")
    }

    fn one(candidate: &str, standing: Standing) -> Submitted {
        Submitted { candidate: candidate.into(), challenge: "once".into(), standing, earned: 2, possible: 4 }
    }

    #[test]
    fn every_submission_is_a_row() {
        let text = written(vec![
            one("ada", Standing::Graded { floor: Score::Maybe, ceiling: Score::Yes }),
            one("bob, the \"other\"", Standing::Missing),
        ]);
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[0], HEADER.join(","));
        assert_eq!(lines[1], "1,ada,once,graded,3,4,2,4,3,");
        assert_eq!(lines[2], "2,\"bob, the \"\"other\"\"\",once,missing,,,2,4,0,");
    }

    #[test]
    fn a_name_is_never_a_formula() {
        for name in ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\u{ff1d}1"] {
            let text = written(vec![one(name, Standing::Missing)]);
            let row = text.lines().nth(1).expect("a row");
            assert!(row.starts_with("1,'") || row.starts_with("1,\"'"), "{row}");
        }
    }
}
