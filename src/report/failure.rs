//! What a program reads on standard output when a command that was to print JSON failed: JSON as well.
//!
//! Must not know which command failed.

use schemars::JsonSchema;
use serde::Serialize;

use crate::judge::escape::clean_lines;

/// The version of this format.
pub const SCHEMA: &str = "viva.error/1";

/// A failure as JSON.
#[derive(Debug, Serialize, JsonSchema)]
pub struct FailureReport {
    /// [`SCHEMA`].
    pub schema: String,
    /// The exit code of the command, as its help lists them.
    pub exit: u8,
    /// What was wrong and where; may have several lines.
    pub message: String,
    /// What to do; empty where the message says it.
    pub help: String,
}

impl FailureReport {
    /// The report of a failure.
    #[must_use]
    pub fn of(exit: u8, message: &str, help: &str) -> Self {
        // The carets under a manifest's line may come in colour, as they go to a terminal.
        let text = |text: &str| clean_lines(&anstream::adapter::strip_str(text).to_string()).join("\n");
        Self { schema: SCHEMA.to_owned(), exit, message: text(message), help: text(help) }
    }
}

/// The JSON Schema of this format.
#[must_use]
pub fn schema() -> serde_json::Value {
    schemars::schema_for!(FailureReport).to_value()
}
