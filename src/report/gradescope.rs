//! Gradescope's `results.json`: one candidate's points, in the candidate's view alone.
//!
//! Source: gradescope-autograders.readthedocs.io, "Autograder Specifications". Must not see an interviewer's report.

use serde_json::{Value, json};

use super::json::keys::KindOfEvidence;
use super::sheet::{Fate, Mark, Row, Sheet};

/// The file of one candidate over all challenges, from sheets of the candidate's view. [`None`] where something could
/// not be graded, or is not graded yet: such a file has a score in it, and there is none.
#[must_use]
pub fn results(sheets: &[Sheet]) -> Option<Value> {
    if sheets.iter().any(|sheet| matches!(sheet.fate, Fate::Ungraded(_) | Fate::Waiting)) {
        return None;
    }
    let several = sheets.len() > 1;
    let score: u32 = sheets.iter().map(|sheet| sheet.points.earned).sum();
    let said: Vec<String> = sheets.iter().flat_map(|sheet| said(sheet, several)).collect();
    let tests: Vec<Value> = sheets
        .iter()
        .enumerate()
        .flat_map(|(nth, sheet)| {
            // What nobody asked or heard is no test that failed.
            let heard = |row: &&Row| row.mark != Mark::Open || row.kind == KindOfEvidence::Case;
            let rows = sheet.rows.iter().filter(heard).enumerate();
            rows.map(move |(at, row)| {
                test(row, &number(nth + 1, at + 1, several), several.then_some(&*sheet.title))
            })
        })
        .collect();
    Some(json!({
        "score": score, "output": said.join("\n"), "output_format": "text", "test_output_format": "text",
        "test_name_format": "text", "visibility": "visible", "stdout_visibility": "hidden", "tests": tests,
    }))
}

fn number(nth: usize, at: usize, several: bool) -> String {
    if several { format!("{nth}.{at}") } else { at.to_string() }
}

/// What stands above the tests.
fn said(sheet: &Sheet, several: bool) -> Vec<String> {
    let of = if several { format!("{}: ", sheet.title) } else { String::new() };
    let mut said = vec![match &sheet.fate {
        Fate::Missing => format!("{of}Nothing was handed in."),
        Fate::Refused(because) => format!("{of}The submission could not be taken: {because}."),
        Fate::Graded | Fate::Ungraded(_) | Fate::Waiting => {
            format!("{of}{} of {} points.", sheet.points.earned, sheet.points.possible)
        }
    }];
    if let Some((message, place)) = &sheet.load_failure {
        let place = place.as_ref().map(|place| format!(" (line {})", place.line)).unwrap_or_default();
        said.push(format!("{of}The answer does not load{place}: {message}"));
    }
    said.extend(sheet.notes.iter().map(|note| format!("{of}{note}")));
    said
}

/// One test. A hidden case is told of once grades are published, and then by its title only.
fn test(row: &Row, number: &str, challenge: Option<&str>) -> Value {
    let name = challenge.map_or_else(|| row.title.clone(), |challenge| format!("{challenge}: {}", row.title));
    let mut test = json!({
        "name": name, "number": number, "tags": [row.kind, row.earns],
        "status": if row.mark == Mark::Met { "passed" } else { "failed" },
        "visibility": if row.visible { "visible" } else { "after_published" },
    });
    if row.kind == KindOfEvidence::Case {
        test["score"] = json!(if row.mark == Mark::Met { row.points } else { 0 });
        test["max_score"] = json!(row.points);
    }
    let mut output: Vec<&str> = Vec::new();
    if row.visible && !row.message.is_empty() {
        output.push(&row.message);
    }
    output.extend(row.details.iter().map(String::as_str));
    if !output.is_empty() {
        test["output"] = output.join("\n").into();
    }
    test
}

#[cfg(test)]
mod tests {
    use super::super::sheet::samples;
    use super::*;

    #[test]
    fn it_follows_the_documented_format() {
        let schema = include_str!("../../tests/schemas/gradescope-results.json");
        let schema =
            jsonschema::validator_for(&serde_json::from_str(schema).expect("JSON")).expect("a schema");
        let sheets = samples::all(true);
        let mut seen = 0;
        for one in sheets.iter().map(std::slice::from_ref).chain([&sheets[..4]]) {
            let Some(results) = results(one) else { continue };
            let errors: Vec<String> = schema.iter_errors(&results).map(|error| error.to_string()).collect();
            assert!(errors.is_empty(), "{errors:?}\n{results}");
            seen += 1;
        }
        assert!(seen > 5);
    }

    #[test]
    fn nothing_hidden_is_in_it_and_the_points_add_up() {
        for sheet in samples::all(true) {
            let Some(results) = results(std::slice::from_ref(&sheet)) else {
                assert!(
                    matches!(sheet.fate, Fate::Ungraded(_) | Fate::Waiting),
                    "what is not graded has no score"
                );
                continue;
            };
            let text = results.to_string();
            for secret in ["HIDDEN", "20261", "wall_ms", "swallowed", "seed"] {
                assert!(!text.contains(secret), "{secret} in {text}");
            }
            let tests = results["tests"].as_array().expect("a list");
            let sum: u64 = tests.iter().filter_map(|test| test["score"].as_u64()).sum();
            assert_eq!(results["score"], sum);
            for test in tests.iter().filter(|test| test["visibility"] == "after_published") {
                assert!(test.get("output").is_none(), "{test}");
            }
        }
    }

    #[test]
    fn several_challenges_are_one_file() {
        let sheets = samples::all(true);
        let results = results(&sheets[..3]).expect("graded");
        assert!(results["output"].as_str().expect("text").contains("Nothing was handed in."));
        assert!(results["tests"][0]["number"].as_str().expect("a number").starts_with("3."));
    }
}
