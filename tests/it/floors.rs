//! The layout of ARCHITECTURE.md holds: imports point down only, files are short and say what they are for.

use std::fs;
use std::path::{Path, PathBuf};

/// The rooms from the ground up. A room may use the rooms of lower floors and itself.
const FLOORS: &[(u32, &[&str])] = &[
    (0, &["model"]),
    (1, &["wire", "judge", "source"]),
    (2, &["bank", "boxes"]),
    (3, &["runtime", "worker", "plan"]),
    (4, &["engine"]),
    (5, &["report", "store"]),
    (6, &["interview"]),
    (7, &["server", "cli"]),
];

/// Lines a file may have before it does more than one thing.
const LINES_MAX: usize = 600;

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the folder can be read") {
        let path = entry.expect("the entry can be read").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs" || extension == "py") {
            found.push(path);
        }
    }
    found.sort();
}

fn all_sources() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    for folder in ["src", "tests", "challenges"] {
        sources(&root.join(folder), &mut found);
    }
    found
        .into_iter()
        .map(|path| {
            let text = fs::read_to_string(&path).expect("sources are UTF-8");
            (path.strip_prefix(root).expect("it lies under the root").to_owned(), text)
        })
        .collect()
}

fn floor_of(room: &str) -> Option<u32> {
    FLOORS.iter().find(|(_, rooms)| rooms.contains(&room)).map(|(floor, _)| *floor)
}

/// The room of a source: `src/judge/hint.rs` and `src/judge.rs` are both `judge`.
fn room_of(path: &Path) -> Option<String> {
    let mut parts = path.components().skip(1);
    let first = parts.next()?.as_os_str().to_str()?;
    Some(first.trim_end_matches(".rs").to_owned())
}

/// Every `crate::room` and `vivavoce::room` that a source names outside its comments.
fn rooms_named(text: &str) -> Vec<(usize, String)> {
    let mut named = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let code = line.split("//").next().unwrap_or("");
        for prefix in ["crate::", "vivavoce::"] {
            for (at, _) in code.match_indices(prefix) {
                let room: String = code[at + prefix.len()..]
                    .chars()
                    .take_while(|c| c.is_ascii_alphanumeric() || *c == '_')
                    .collect();
                named.push((number + 1, room));
            }
        }
    }
    named
}

#[test]
fn imports_point_down_only() {
    let mut wrong = Vec::new();
    for (path, text) in all_sources() {
        if !path.starts_with("src") || path.extension().is_some_and(|extension| extension != "rs") {
            continue;
        }
        let Some(room) = room_of(&path) else { continue };
        let Some(floor) = floor_of(&room) else { continue };
        for (line, target) in rooms_named(&text) {
            if target != room && floor_of(&target).is_some_and(|other| other >= floor) {
                wrong.push(format!("{}:{line} (F{floor} {room}) uses {target}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "imports that do not point down:\n{}", wrong.join("\n"));
}

#[test]
fn every_room_has_a_floor() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for entry in fs::read_dir(root).expect("src can be read") {
        let name = entry.expect("the entry can be read").file_name().into_string().expect("UTF-8");
        let room = name.trim_end_matches(".rs");
        let known = ["lib", "main", "bin"].contains(&room) || floor_of(room).is_some();
        assert!(known, "src/{name} is on no floor: give it one in ARCHITECTURE.md and here");
    }
}

#[test]
fn only_the_worker_knows_pyo3() {
    for (path, text) in all_sources() {
        let inside = path.starts_with("src/worker") || path == Path::new("src/worker.rs");
        let named = text.lines().any(|line| line.split("//").next().unwrap_or("").contains("pyo3::"));
        if path.starts_with("src") && !inside && path != Path::new("src/bin/viva-worker.rs") {
            assert!(!named, "{} uses pyo3: the host must start where there is no Python", path.display());
        }
    }
}

#[test]
fn every_source_says_what_it_is_for() {
    for (path, text) in all_sources() {
        let rust = path.extension().is_some_and(|extension| extension == "rs");
        let golden = path.components().any(|part| part.as_os_str() == "answers");
        if rust {
            assert!(text.starts_with("//!"), "{} does not open with //!", path.display());
        } else if path.starts_with("src") || (path.starts_with("challenges") && path.ends_with("driver.py")) {
            assert!(
                golden || text.starts_with("\"\"\""),
                "{} does not open with a docstring",
                path.display()
            );
        }
    }
}

#[test]
fn no_file_is_too_long() {
    for (path, text) in all_sources() {
        let lines = text.lines().count();
        assert!(lines <= LINES_MAX, "{} has {lines} lines, more than {LINES_MAX}: split it", path.display());
    }
}

#[test]
fn unsafe_code_stands_in_named_files_only() {
    let named = ["src/boxes/syscalls.rs", "src/boxes/syscalls/attempts.rs", "src/worker/embed.rs"];
    for (path, text) in all_sources() {
        if path.starts_with("src") && text.contains("unsafe {") {
            let known = named.iter().any(|name| path == Path::new(name));
            assert!(known, "{} has unsafe code; the files for it are {named:?}", path.display());
            let blocks = text.matches("unsafe {").count();
            let reasons = text.matches("SAFETY:").count();
            assert!(
                reasons >= blocks,
                "{}: {blocks} unsafe blocks but {reasons} SAFETY comments",
                path.display()
            );
        }
    }
}
