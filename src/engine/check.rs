//! The author's gate: every golden answer gets exactly its score and misses exactly its cases.
//!
//! Must not know how findings are shown. What needs no running is `bank::lint`'s.

use std::sync::Arc;

use crate::model::challenge::{Challenge, Golden};
use crate::model::evidence::{Asked, EvidenceKind, State};
use crate::model::grade::{Grade, Verdict};
use crate::model::id::EvidenceId;
use crate::source::intake::{Handed, Intake};

use super::{Engine, Request};

/// What a golden answer got, beside what it must get.
#[derive(Debug, Clone, PartialEq)]
pub struct GoldenResult {
    /// The golden answer's name.
    pub name: String,
    /// Every way in which it differs from its header, in sentences; empty when it is right.
    pub faults: Vec<String>,
    /// The whole grade, to show why.
    pub grade: Grade,
}

/// Grades every golden answer of a challenge, as many at once as the pool has workers.
pub async fn golden_answers(
    engine: &Arc<Engine>,
    challenge: &Arc<Challenge>,
    goldens: Vec<Golden>,
    seed: u64,
) -> Vec<GoldenResult> {
    let tasks: Vec<_> = goldens
        .into_iter()
        .map(|golden| {
            let engine = Arc::clone(engine);
            let challenge = Arc::clone(challenge);
            tokio::spawn(async move {
                let handed = Handed::Answer(Intake { answer: golden.answer.clone(), notes: Vec::new() });
                let request = Request { challenge, handed, seed, asked: Asked::All };
                let grade = engine.grade(request).await;
                GoldenResult { name: golden.name.clone(), faults: faults(&golden, &grade), grade }
            })
        })
        .collect();
    let mut results = Vec::with_capacity(tasks.len());
    for task in tasks {
        match task.await {
            Ok(result) => results.push(result),
            Err(panic) => std::panic::resume_unwind(panic.into_panic()),
        }
    }
    results
}

/// How a grade differs from what the header says.
fn faults(golden: &Golden, grade: &Grade) -> Vec<String> {
    let hint = match &grade.verdict {
        Verdict::Graded(hint) => hint,
        Verdict::Ungraded { because, .. } => return vec![format!("was not graded: {because}")],
    };
    let mut faults = Vec::new();
    for (what, wanted, got) in
        [("floor", golden.floor, hint.floor), ("ceiling", golden.ceiling, hint.ceiling)]
    {
        if wanted != got {
            faults.push(format!("{what} is {got}, its header says {wanted}"));
        }
    }
    let missed: Vec<&EvidenceId> = grade
        .evidence
        .iter()
        .filter(|evidence| evidence.state == State::Unmet && evidence.kind != EvidenceKind::Concept)
        .map(|evidence| &evidence.id)
        .collect();
    faults.extend(difference("misses", &golden.misses.iter().collect::<Vec<_>>(), &missed));
    let named: Vec<&EvidenceId> = hint.misconceptions.iter().map(|named| &named.id).collect();
    if !golden.misconceptions.is_empty() {
        faults.extend(difference("is told of", &golden.misconceptions.iter().collect::<Vec<_>>(), &named));
    }
    faults
}

fn difference(verb: &str, wanted: &[&EvidenceId], got: &[&EvidenceId]) -> Vec<String> {
    let extra = got
        .iter()
        .filter(|id| !wanted.contains(id))
        .map(|id| format!("{verb} `{id}`, which its header does not say"));
    let lacking = wanted
        .iter()
        .filter(|id| !got.contains(id))
        .map(|id| format!("its header says it {verb} `{id}`, but it does not"));
    extra.chain(lacking).collect()
}
