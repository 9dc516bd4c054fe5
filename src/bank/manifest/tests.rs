//! Reading a manifest: what is right is taken, and every fault is told at its place.

use super::*;

const RIGHT: &str = include_str!("../../../templates/challenge/challenge.toml");

fn faults(text: &str) -> Vec<String> {
    let problems = parse(text, FILE).err().unwrap_or_default();
    problems
        .iter()
        .map(|problem| {
            let (line, column) = problem.line_column().expect("a manifest's faults have places");
            format!("{line}:{column} {problem}")
        })
        .collect()
}

fn changed(from: &str, to: &str) -> Vec<String> {
    assert!(RIGHT.contains(from), "{from}");
    faults(&RIGHT.replacen(from, to, 1))
}

#[test]
fn the_template_is_right() {
    let manifest = parse(RIGHT, FILE).expect("the template is right");
    assert_eq!(manifest.minutes, 6);
    assert_eq!(manifest.case.len(), 5);
    assert_eq!(manifest.case[0].points, 1);
    assert_eq!(manifest.limits, Limits::default());
}

#[test]
fn limits_that_are_left_out_keep_their_defaults() {
    let text = RIGHT.replacen("[rubric]", "[limits]\ncpu_ms_max = 500\n\n[rubric]", 1);
    let manifest = parse(&text, FILE).expect("it is right");
    assert_eq!(manifest.limits, Limits { cpu_ms_max: 500, ..Limits::default() });
}

#[test]
fn each_kind_of_fault_is_told() {
    assert_eq!(changed("minutes = 6", "minutess = 6").len(), 2, "an unknown key and a missing one");
    assert_eq!(
        changed("minutes = 6", "minutes = 6\nminuts = 5"),
        ["11:1 `minuts` is no key of the manifest"]
    );
    assert_eq!(
        changed("minutes = 6", "minutes = \"6\""),
        ["10:11 `minutes` is a text, expected a whole number from 1 to 240"]
    );
    assert_eq!(changed("minutes = 6", "minutes = 999"), ["10:11 `minutes` is 999, expected 1 to 240"]);
    assert_eq!(
        changed("minutes = 6", "minutes = 99999999999999999999"),
        ["10:11 `minutes` is 99999999999999999999, expected 1 to 240"]
    );
    assert_eq!(changed("points = 2", "points = 0"), ["29:10 `points` is 0, expected 1 to 100"]);
    assert_eq!(changed("\"beginner\"", "\"begginer\""), ["6:9 `level` cannot be \"begginer\""]);
    assert_eq!(changed("\"Data structures and algorithms\"", "\"Data\"").len(), 1);
    assert_eq!(changed("id = \"finds_the_repeat\"", "id = \"Finds\"").len(), 1);
    assert_eq!(
        changed("tags = [\"sets\", \"iteration\"]", "tags = [\"sets\", 1]"),
        ["9:17 `tags` is a whole number, expected a text"]
    );
    assert_eq!(changed("[rubric]", "[limits]\nwall_ms_max = 5\n[rubric]").len(), 1);
    assert_eq!(
        changed("title = \"{{title}}\"", "title = \"  \""),
        ["5:9 `title` has 0 characters, expected 1 to 100"]
    );
    assert_eq!(changed("[rubric]", "[[rubric]]"), ["67:1 `rubric` is a list, expected a table"]);
}

#[test]
fn all_faults_are_told_in_one_go_in_order_of_place() {
    let text = RIGHT
        .replacen("level = \"beginner\"", "level = \"easy\"", 1)
        .replacen("minutes = 6", "minutes = 0", 1)
        .replacen("earns = \"strong_yes\"", "earn = \"strong_yes\"", 1)
        .replacen("[rubric]\nmaybe", "[rubric]\nmayb", 1);
    let found = faults(&text);
    assert_eq!(found.len(), 6, "{found:#?}");
    let lines: Vec<usize> = found
        .iter()
        .map(|one| one.split(':').next().and_then(|line| line.parse().ok()).expect("a line"))
        .collect();
    assert!(lines.is_sorted(), "{found:#?}");
}

#[test]
fn every_error_of_syntax_is_told() {
    let found = faults("title = \nlevel = \"beginner\nminutes = 5\n");
    assert!(found.len() >= 2, "{found:#?}");
    assert!(found[0].starts_with("1:"), "{found:#?}");
}

#[test]
fn no_key_may_stand_twice() {
    assert_eq!(changed("minutes = 6", "minutes = 6\nminutes = 7").len(), 1);
}

#[test]
fn places_are_found() {
    let at = |path: &[Step<'_>]| &RIGHT[locate(RIGHT, path)];
    assert_eq!(at(&[Step::Key("case"), Step::Item(1), Step::Key("id")]), "\"first_of_several\"");
    assert_eq!(
        at(&[Step::Key("follow_up"), Step::Item(0), Step::Key("closes"), Step::Item(1)]),
        "\"remembers_in_a_set\""
    );
}

/// The walk understands only some words of JSON Schema; another one would go unchecked.
#[test]
fn the_schema_has_no_words_that_the_walk_does_not_know() {
    const KNOWN: [&str; 22] = [
        "$defs",
        "$ref",
        "$schema",
        "additionalProperties",
        "anyOf",
        "const",
        "default",
        "description",
        "enum",
        "format",
        "items",
        "maxItems",
        "maxLength",
        "maximum",
        "minItems",
        "minLength",
        "minimum",
        "oneOf",
        "pattern",
        "required",
        "title",
        "type",
    ];
    fn look(schema: &serde_json::Value) {
        let Some(words) = schema.as_object() else { return };
        for (word, inner) in words {
            match (word.as_str(), inner) {
                ("properties" | "$defs", serde_json::Value::Object(named)) => named.values().for_each(look),
                ("anyOf" | "oneOf", serde_json::Value::Array(all)) => all.iter().for_each(look),
                ("items", inner) => look(inner),
                ("format", format) => {
                    assert!(["evidence-id", "uint32"].iter().any(|known| format == known), "{format}");
                }
                (word, _) => assert!(KNOWN.contains(&word), "`{word}` is not understood"),
            }
        }
    }
    let schema = schema();
    look(&schema);
    assert_eq!(schema["additionalProperties"], false);
    assert!(jsonschema::draft202012::is_valid(
        &schema,
        &toml::from_str::<serde_json::Value>(RIGHT).expect("it is TOML")
    ));
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(128))]

    #[test]
    fn arbitrary_text_never_panics(text: String) {
        let _ = parse(&text, FILE).map_err(|problems| problems.iter().map(Problem::line_column).max());
    }

    /// What the walk lets pass, serde takes too: one value of the template replaced by any other.
    #[test]
    fn walk_and_serde_agree(line in 0usize..110, value in "[0-9]{1,4}|\"[a-z]{0,9}\"|true|\\[\\]|\\[1\\]|\\{\\}|1\\.5|1979-05-27|\\{ a = 1 \\}") {
        let changed: Vec<String> = RIGHT.lines().enumerate().map(|(index, text)| match text.split_once(" = ") {
            Some((key, _)) if index == line => format!("{key} = {value}"),
            _ => text.to_owned(),
        }).collect();
        let text = changed.join("\n");
        let by_walk = DeTable::parse(&text).is_ok_and(|document| walk::faults(&document, &schema(), "the manifest").is_empty());
        let by_serde = toml::from_str::<Manifest>(&text).is_ok();
        // The walk also knows ranges and lengths, so it refuses more; never less.
        proptest::prop_assert!(by_serde || !by_walk, "{text}");
    }
}

/// The manifest that the authors' guide shows is right, and the ranges it tells are the ranges that hold.
#[test]
fn the_authors_guide_is_right() {
    let guide = include_str!("../../../docs/authors.md");
    let example =
        guide.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next()).expect("an example");
    assert_eq!(faults(example), Vec::<String>::new());
    let told: String = guide.split_whitespace().collect::<Vec<_>>().join(" ").replace(',', "");
    let defaults = serde_json::to_value(Limits::default()).expect("limits are plain numbers");
    let limits = schema()["$defs"]["Limits"]["properties"].as_object().cloned().expect("limits have keys");
    for (key, range) in limits {
        let line = format!("`{key}` {} to {} ({})", range["minimum"], range["maximum"], defaults[&key]);
        assert!(told.contains(&line), "{line}");
    }
}
