//! The toolbox's own tests, in Python: `tests/toolbox/test_*.py`, standard library alone.
//!
//! To run them by hand, with any interpreter from 3.9 on: `python3 -m unittest discover -s tests/toolbox`.

use std::path::Path;
use std::process::Command;

#[test]
fn the_toolbox_does_what_authors_are_told() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/toolbox");
    let output = Command::new("python3")
        .args(["-B", "-m", "unittest", "discover", "-s"])
        .arg(&tests)
        .output()
        .expect("these tests need a `python3` on the path, version 3.9 or later");
    // unittest says everything on standard error, how many tests it ran among it.
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    assert!(!said.contains("Ran 0 tests"), "no test was found in {}:\n{said}", tests.display());
}
