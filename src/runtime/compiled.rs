//! Harnesses as code, by their sources: each is compiled once for a pool, whose workers all have one interpreter.
//!
//! Must not know what is in them.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use sha2::{Digest, Sha256};

use crate::wire::job::{Action, Compiled, Job};

/// So many are kept; a batch of more challenges compiles some again.
const KEPT_MAX: usize = 256;

/// What was compiled so far.
#[derive(Debug, Default)]
pub struct Kept(Mutex<HashMap<[u8; 32], Vec<u8>>>);

impl Kept {
    /// The harness of this job, or the wish to be told it.
    pub fn of(&self, job: &Job) -> Compiled {
        self.all().get(&key(job)).map_or(Compiled::Wanted, |code| Compiled::Known(code.clone()))
    }

    /// Keeps what a run of this job told.
    pub fn keep(&self, job: &Job, code: Vec<u8>) {
        let mut all = self.all();
        if all.len() >= KEPT_MAX {
            all.clear();
        }
        all.insert(key(job), code);
    }

    fn all(&self) -> MutexGuard<'_, HashMap<[u8; 32], Vec<u8>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The sources, and which of the two boxes they are for.
fn key(job: &Job) -> [u8; 32] {
    let is_oracle = job.steps.iter().any(|step| matches!(step.action, Action::Judge { .. }));
    let mut sha = Sha256::new();
    sha.update([u8::from(is_oracle)]);
    sha.update((job.harness.len() as u64).to_le_bytes());
    sha.update(&job.harness);
    sha.update(&job.inputs);
    sha.finalize().into()
}

#[cfg(test)]
mod tests {
    use super::Kept;
    use crate::model::limits::Limits;
    use crate::wire::job::{Action, Compiled, Job, Step};

    fn job(harness: &str, inputs: &str, action: Action) -> Job {
        Job {
            answer: Vec::new(),
            modules: Vec::new(),
            harness: harness.to_owned(),
            inputs: inputs.to_owned(),
            compiled: Compiled::Unasked,
            seed: 1,
            limits: Limits::default(),
            steps: vec![Step { name: "one".to_owned(), action }],
        }
    }

    #[test]
    fn a_harness_is_known_by_all_of_its_sources_and_its_box() {
        let kept = Kept::default();
        let one = job("a", "bc", Action::Drive);
        assert_eq!(kept.of(&one), Compiled::Wanted);
        kept.keep(&one, vec![1]);
        assert_eq!(kept.of(&one), Compiled::Known(vec![1]));
        assert_eq!(kept.of(&job("ab", "c", Action::Drive)), Compiled::Wanted);
        assert_eq!(kept.of(&job("a", "bc", Action::Judge { questions: Vec::new() })), Compiled::Wanted);
    }
}
