//! No wall is assumed: with any one taken away, `doctor` and `grade` refuse, and `--allow-weaker` stamps the report.

use crate::common::{needs_boxes, viva_says, viva_with_input};

const RIGHT: &str = include_str!("../../python_fixtures/answers/late_binding_right.py");

/// Every required wall as `viva doctor` names it.
fn required_walls() -> Vec<String> {
    let said = viva_says(&["doctor", "--format", "json"]);
    let table: serde_json::Value = serde_json::from_str(&said.stdout).expect("JSON");
    let walls = table["walls"].as_array().expect("walls").iter();
    walls
        .filter(|wall| wall["required"] == true)
        .map(|wall| wall["name"].as_str().expect("a name").to_owned())
        .collect()
}

#[test]
fn without_any_one_wall_the_doctor_says_so_and_nothing_is_graded() {
    needs_boxes!();
    let walls = required_walls();
    assert!(walls.len() >= 12, "{walls:?}");
    for wall in walls {
        let doctor = viva_says(&["doctor", "--format", "json", "--without-wall", &wall]);
        assert_eq!(doctor.code, 5, "without {wall}: {doctor:?}");
        let table: serde_json::Value = serde_json::from_str(&doctor.stdout).expect("JSON");
        let missing = table["walls"].as_array().expect("walls").iter().any(|found| {
            found["name"] == wall.as_str() && found["in_force"] == false && found["remedy"] != ""
        });
        assert!(missing, "without {wall} the doctor does not name it: {table}");

        let grade = viva_with_input(
            &["grade", "late-binding-closures", "-", "--format", "json", "--without-wall", &wall],
            RIGHT,
        );
        assert_eq!(grade.code, 5, "without {wall}: {grade:?}");
        assert!(grade.stderr.contains(&wall), "without {wall}: {grade:?}");
        let report: serde_json::Value = serde_json::from_str(&grade.stdout).expect("JSON");
        assert_eq!(report["outcome"], "ungraded");
        assert!(report["hint"].is_null(), "{report}");
    }
}

#[test]
fn weaker_isolation_has_to_be_typed_and_stamps_the_report() {
    needs_boxes!();
    let said = viva_with_input(
        &[
            "grade",
            "late-binding-closures",
            "-",
            "--without-wall",
            "landlock",
            "--allow-weaker",
            "--format",
            "json",
        ],
        RIGHT,
    );
    assert_eq!(said.code, 0, "{said:?}");
    let report: serde_json::Value = serde_json::from_str(&said.stdout).expect("JSON");
    assert_eq!(report["outcome"], "graded");
    assert_eq!(report["isolation"]["weaker_allowed"], true);
    assert_eq!(report["isolation"]["holds"], false);
}
