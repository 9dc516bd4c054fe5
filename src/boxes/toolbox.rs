//! The Python that viva brings into its boxes, carried inside the program, and its hash.
//!
//! Must not know what is in it.

use std::path::PathBuf;

use include_dir::{Dir, include_dir};
use sha2::{Digest, Sha256};

use super::plan::TOOLBOX_DIR;

static TOOLBOX: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/worker/toolbox");

/// The same as bytecode of the Python that viva was built with, which the build compiled.
static BYTECODE: Dir<'_> = include_dir!("$OUT_DIR/bytecode");

/// Every Python file of the toolbox, and its bytecode: its path inside a box and its bytes, in the order of their paths.
///
/// An interpreter of another minor version looks for bytecode of another name and compiles the sources.
#[must_use]
pub fn files() -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = gathered(&TOOLBOX, "py");
    found.extend(gathered(&BYTECODE, "pyc"));
    found.sort();
    found
}

/// All files of one kind, in the order of their paths.
fn gathered(folder: &Dir<'_>, kind: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    gather(folder, kind, &mut found);
    found.sort();
    found
}

fn gather(folder: &Dir<'_>, kind: &str, found: &mut Vec<(PathBuf, Vec<u8>)>) {
    let files =
        folder.files().filter(|file| file.path().extension().is_some_and(|extension| extension == kind));
    found.extend(files.map(|file| (PathBuf::from(TOOLBOX_DIR).join(file.path()), file.contents().to_vec())));
    for inner in folder.dirs() {
        gather(inner, kind, found);
    }
}

/// SHA-256 in hexadecimal over paths, lengths and bytes of the toolbox's sources.
#[must_use]
pub fn sha256() -> String {
    let mut hash = Sha256::new();
    for (path, bytes) in gathered(&TOOLBOX, "py") {
        hash.update(path.as_os_str().as_encoded_bytes());
        hash.update([0]);
        hash.update((bytes.len() as u64).to_le_bytes());
        hash.update(&bytes);
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}
