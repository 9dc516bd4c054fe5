//! From what a box sent back to observations and checks: frames are parsed here, and nowhere else in the host.
//!
//! Must not know what is right.

use std::collections::HashMap;

use crate::model::check::Expectation;
use crate::model::id::EvidenceId;
use crate::model::observation::{Captured, Ending, Measured, Observation};
use crate::model::value::Value;
use crate::wire::codec::{Budget, CodecError};
use crate::wire::frame::{CaseFrame, FrameError, Phase, parse_stream_within};
use crate::wire::job::CaseRun;

/// Everything a step's process said, and what the kernel said of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Heard {
    /// The observation.
    pub observation: Observation,
    /// Names the answer defines; only `load` says them.
    pub defined: Option<Vec<String>>,
    /// Expectations of an oracle.
    pub expected: Vec<(String, Value, Expectation)>,
    /// What the step was doing when an exception left it.
    pub phase: Option<Phase>,
}

/// Reads one step's run. More values than are left of the budget are too much output.
pub fn hear(case: &EvidenceId, run: CaseRun, budget: &mut Budget) -> Heard {
    let stream = parse_stream_within(&run.frames, &run.token, budget);
    let too_many = matches!(stream.fault, Some(FrameError::Value { source: CodecError::TooMany { .. }, .. }));
    let exited = matches!(run.ending, Ending::Exited(_));
    let ending = if too_many && exited { Ending::TooMuchOutput } else { run.ending };
    let mut heard = blank(Observation {
        case: case.clone(),
        complete: stream.complete && ending == Ending::Exited(0),
        ending,
        records: Vec::new(),
        raised: None,
        stdout: Captured { bytes: run.stdout, total: run.stdout_total },
        stderr: Captured { bytes: run.stderr, total: run.stderr_total },
        measured: run.measured,
    });
    for frame in stream.frames {
        heard.take(frame);
    }
    heard
}

/// Reads the run of one process that turned to several cases, by case; [`None`] unless it ran to its end and said nothing
/// but what it should. An exception that left a case is told with it.
pub fn hear_together(run: CaseRun, budget: &mut Budget) -> Option<HashMap<String, Heard>> {
    let stream = parse_stream_within(&run.frames, &run.token, budget);
    if !stream.complete || run.ending != Ending::Exited(0) {
        return None;
    }
    let mut said: HashMap<String, Heard> = HashMap::new();
    let mut current = None;
    let measured = Measured { shared: true, ..run.measured };
    for frame in stream.frames {
        match frame {
            CaseFrame::Turned { case } => {
                let heard = not_run(&EvidenceId::new(&case).ok()?);
                let ran =
                    Observation { ending: Ending::Exited(0), complete: true, measured, ..heard.observation };
                said.insert(case.clone(), Heard { observation: ran, ..heard });
                current = Some(case);
            }
            frame => said.get_mut(current.as_ref()?)?.take(frame),
        }
    }
    let count = said.len().max(1) as u64;
    for heard in said.values_mut() {
        let measured = &mut heard.observation.measured;
        (measured.wall_us, measured.cpu_us) = (measured.wall_us / count, measured.cpu_us / count);
    }
    Some(said)
}

/// A case whose process was never started.
pub fn not_run(case: &EvidenceId) -> Heard {
    blank(Observation {
        case: case.clone(),
        ending: Ending::NotRun,
        complete: false,
        records: Vec::new(),
        raised: None,
        stdout: Captured::default(),
        stderr: Captured::default(),
        measured: Measured::default(),
    })
}

fn blank(observation: Observation) -> Heard {
    Heard { observation, defined: None, expected: Vec::new(), phase: None }
}

impl Heard {
    fn take(&mut self, frame: CaseFrame) {
        match frame {
            CaseFrame::Recorded { name, value } => self.observation.records.push((name, value)),
            CaseFrame::Loaded { names } => {
                self.defined = Some(names.into_iter().map(|(name, _)| name).collect());
            }
            CaseFrame::Raised { raised, phase } => {
                self.phase = Some(phase);
                self.observation.raised = Some(raised);
            }
            CaseFrame::Expected { label, seen, expectation } => {
                self.expected.push((label, seen, expectation))
            }
            CaseFrame::Turned { .. } | CaseFrame::End => {}
        }
    }
}
