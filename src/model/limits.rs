//! What one case may use at most. Every limit has a value; there is no way to leave one out.
//!
//! Must not know how a limit is enforced.

use serde::{Deserialize, Serialize};

/// The limits of one case's process. CPU time is the first limit; wall time is a generous multiple, so
/// that a loaded machine fails nobody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Limits {
    /// Wall time of a case in milliseconds, 100 to 120,000.
    #[schemars(range(min = 100, max = 120_000))]
    pub wall_ms_max: u32,
    /// CPU time of a case in milliseconds, 100 to 60,000.
    #[schemars(range(min = 100, max = 60_000))]
    pub cpu_ms_max: u32,
    /// Address space that a case may add to the warm interpreter's, in MiB, 16 to 4,096.
    #[schemars(range(min = 16, max = 4096))]
    pub memory_mib_max: u32,
    /// Bytes kept of standard output and of standard error, each; more ends the case. 1 KiB to 16 MiB.
    #[schemars(range(min = 1024, max = 16_777_216))]
    pub output_bytes_max: u32,
    /// Bytes of recorded observations; more ends the case. 1 KiB to 64 MiB.
    #[schemars(range(min = 1024, max = 67_108_864))]
    pub observation_bytes_max: u32,
    /// Total size of files in `/tmp` in KiB, 4 to 262,144.
    #[schemars(range(min = 4, max = 262_144))]
    pub files_kib_max: u32,
    /// Number of files in `/tmp`, 8 to 65,536.
    #[schemars(range(min = 8, max = 65_536))]
    pub files_max: u32,
    /// Open descriptors, 16 to 1,024.
    #[schemars(range(min = 16, max = 1024))]
    pub descriptors_max: u32,
    /// Child processes, 0 to 64; 0 forbids them altogether.
    #[schemars(range(min = 0, max = 64))]
    pub processes_max: u32,
    /// Threads besides the main one, 0 to 256.
    #[schemars(range(min = 0, max = 256))]
    pub threads_max: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            wall_ms_max: 10_000,
            cpu_ms_max: 2_000,
            memory_mib_max: 256,
            output_bytes_max: 64 * 1024,
            observation_bytes_max: 4 * 1024 * 1024,
            files_kib_max: 16 * 1024,
            files_max: 256,
            descriptors_max: 64,
            processes_max: 0,
            threads_max: 32,
        }
    }
}
