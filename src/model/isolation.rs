//! Which walls stood around a run, as live probes saw them.
//!
//! Must not know how a wall is built or probed.

use serde::{Deserialize, Serialize};

/// One wall of the box.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wall {
    /// Its name: `user`, `processes`, `files`, `network`, `ipc`, `syscalls`, `landlock`, `rlimits`, `memory`, `privileges`, ...
    pub name: String,
    /// Whether viva refuses to grade without it.
    pub required: bool,
    /// Whether the probe saw it hold.
    pub in_force: bool,
    /// What the probe tried and what it saw.
    pub probed: String,
    /// What to do where it is missing; empty where it holds.
    pub remedy: String,
}

/// All walls of one worker.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Isolation {
    /// The walls in the order they are built.
    pub walls: Vec<Wall>,
    /// Whether somebody typed `--allow-weaker`.
    pub weaker_allowed: bool,
}

impl Isolation {
    /// The required walls that do not hold.
    #[must_use]
    pub fn missing(&self) -> Vec<&Wall> {
        self.walls.iter().filter(|wall| wall.required && !wall.in_force).collect()
    }
}
