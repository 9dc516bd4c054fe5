//! What a candidate handed in: sources and words, read and bounded before anything else sees them.
//!
//! Must not know where it came from or what was asked.

/// Bounds of an answer.
pub mod bounds {
    /// Bytes of one file.
    pub const FILE_BYTES_MAX: u64 = 1024 * 1024;
    /// Bytes of all files.
    pub const TOTAL_BYTES_MAX: u64 = 8 * 1024 * 1024;
    /// Number of files.
    pub const FILES_MAX: usize = 256;
}

/// One Python source of an answer.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
pub struct SourceFile {
    /// Path relative to the answer's folder, with `/`, never absolute and never with `..`.
    pub path: String,
    /// Where it lay in what was handed in, relative to that; empty where it was all that was handed in.
    pub at: String,
    /// Text with `\n` line ends and no byte order mark.
    pub text: String,
}

/// An answer. The first file is the main one: `answer.py`, whatever the candidate's file was called, or where a project begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The sources, the main file first.
    pub files: Vec<SourceFile>,
    /// What the candidate said the snippet prints.
    pub prediction: Option<String>,
    /// What the candidate wrote to explain the answer.
    pub explanation: Option<String>,
    /// SHA-256 in hexadecimal over all of it as it was handed in.
    pub sha256: String,
}

impl Answer {
    /// The text of the main file.
    #[must_use]
    pub fn main(&self) -> &str {
        self.files.first().map_or("", |file| &file.text)
    }

    /// The path of the main file.
    #[must_use]
    pub fn main_path(&self) -> &str {
        self.files.first().map_or("", |file| &file.path)
    }
}
