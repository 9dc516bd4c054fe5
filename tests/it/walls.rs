//! No wall is assumed: with any one taken away, `doctor` and `grade` refuse, and `--allow-weaker` stamps the report.

use vivavoce::boxes::plan::WallName;

use crate::common::{needs_boxes, viva_says, viva_with_input};

const RIGHT: &str = include_str!("../../python_fixtures/answers/late_binding_right.py");

/// What is typed for each runtime: to the doctor, and to grade.
const RUNTIMES: [(&[&str], &[&str]); 2] =
    [(&[], &[]), (&["--python", "python3"], &["--runtime", "cold", "--python", "python3"])];

/// Every required wall as `viva doctor` names it.
fn required_walls(doctor: &[&str]) -> Vec<String> {
    let said = viva_says(&[&["doctor", "--format", "json"], doctor].concat());
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
    for (to_doctor, to_grade) in RUNTIMES {
        let walls = required_walls(to_doctor);
        assert_eq!(walls.len(), WallName::ALL.iter().filter(|wall| wall.required()).count(), "{walls:?}");
        for wall in walls {
            nothing_is_graded_without(&wall, to_doctor, to_grade);
        }
    }
}

fn nothing_is_graded_without(wall: &str, to_doctor: &[&str], to_grade: &[&str]) {
    let what = format!("without {wall} {to_grade:?}");
    let doctor = viva_says(&[&["doctor", "--format", "json", "--without-wall", wall], to_doctor].concat());
    assert_eq!(doctor.code, 5, "{what}: {doctor:?}");
    let table: serde_json::Value = serde_json::from_str(&doctor.stdout).expect("JSON");
    let missing = table["walls"]
        .as_array()
        .expect("walls")
        .iter()
        .any(|found| found["name"] == wall && found["in_force"] == false && found["remedy"] != "");
    assert!(missing, "{what} the doctor does not name it: {table}");

    let typed = ["grade", "late-binding-closures", "-", "--format", "json", "--without-wall", wall];
    let grade = viva_with_input(&[&typed[..], to_grade].concat(), RIGHT);
    assert_eq!(grade.code, 5, "{what}: {grade:?}");
    assert!(grade.stderr.contains(wall), "{what}: {grade:?}");
    let report: serde_json::Value = serde_json::from_str(&grade.stdout).expect("JSON");
    assert_eq!(report["outcome"], "ungraded");
    assert!(report["hint"].is_null(), "{report}");
}

#[test]
fn the_one_wall_that_is_not_required_is_told_as_missing() {
    needs_boxes!();
    for (to_doctor, to_grade) in RUNTIMES {
        let doctor =
            viva_says(&[&["doctor", "--format", "json", "--without-wall", "memory"], to_doctor].concat());
        assert_eq!(doctor.code, 0, "{doctor:?}");
        let typed = ["grade", "late-binding-closures", "-", "--format", "json", "--without-wall", "memory"];
        let grade = viva_with_input(&[&typed[..], to_grade].concat(), RIGHT);
        assert_eq!(grade.code, 0, "{grade:?}");
        let (table, report): (serde_json::Value, serde_json::Value) = (
            serde_json::from_str(&doctor.stdout).expect("JSON"),
            serde_json::from_str(&grade.stdout).expect("JSON"),
        );
        for walls in [&table["walls"], &report["isolation"]["walls"]] {
            let of_memory = walls.as_array().expect("walls").iter().find(|wall| wall["name"] == "memory");
            assert_eq!(of_memory.expect("it is named")["in_force"], false, "{walls}");
        }
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
