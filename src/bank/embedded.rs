//! The bank inside the binary, so that every command works from any directory.
//!
//! Nothing is parsed when the program starts; a challenge is read when it is asked for.

use include_dir::{Dir, include_dir};

/// The folder `challenges/` as it was when viva was built.
pub(super) static CHALLENGES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/challenges");
