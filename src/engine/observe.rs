//! From what a box sent back to observations and checks: frames are parsed here, and nowhere else in the host.
//!
//! Must not know what is right.

use crate::model::check::Expectation;
use crate::model::id::EvidenceId;
use crate::model::observation::{Captured, Ending, Measured, Observation, Place, Raised};
use crate::model::value::Value;
use crate::wire::frame::{CaseFrame, Phase, parse_stream};
use crate::wire::job::CaseRun;

/// An answer's top-level names, as `load` saw them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Defined {
    /// The name.
    pub name: String,
    /// `function`, `class` or `value`.
    pub kind: String,
}

/// Everything a step's process said, and what the kernel said of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Heard {
    /// The observation.
    pub observation: Observation,
    /// Names the answer defines; only `load` says them.
    pub defined: Option<Vec<Defined>>,
    /// Expectations of an oracle.
    pub expected: Vec<(String, Value, Expectation)>,
    /// Whether an exception came while the answer was being loaded rather than run.
    pub raised_in_load: bool,
}

/// Reads one step's run.
pub fn hear(case: &EvidenceId, run: CaseRun) -> Heard {
    let stream = parse_stream(&run.frames, &run.token);
    let mut heard = Heard {
        observation: Observation {
            case: case.clone(),
            complete: stream.complete && run.ending == Ending::Exited(0),
            ending: run.ending,
            records: Vec::new(),
            raised: None,
            stdout: Captured { bytes: run.stdout, total: run.stdout_total },
            stderr: Captured { bytes: run.stderr, total: run.stderr_total },
            measured: run.measured,
        },
        defined: None,
        expected: Vec::new(),
        raised_in_load: false,
    };
    for frame in stream.frames {
        heard.take(frame);
    }
    heard
}

impl Heard {
    fn take(&mut self, frame: CaseFrame) {
        match frame {
            CaseFrame::Recorded { name, value } => self.observation.records.push((name, value)),
            CaseFrame::Loaded { names } => {
                self.defined = Some(names.into_iter().map(|(name, kind)| Defined { name, kind }).collect());
            }
            CaseFrame::Raised { exception, place, phase } => {
                self.raised_in_load = phase == Phase::Load;
                self.observation.raised = Some(Raised { exception, place });
            }
            CaseFrame::Expected { label, seen, expectation } => self.expected.push((label, seen, expectation)),
            CaseFrame::End => {}
        }
    }
}

/// The observation of a case whose process was never started.
pub fn not_run(case: &EvidenceId) -> Observation {
    Observation {
        case: case.clone(),
        ending: Ending::NotRun,
        complete: false,
        records: Vec::new(),
        raised: None,
        stdout: Captured::default(),
        stderr: Captured::default(),
        measured: Measured::default(),
    }
}

/// Where an exception came from, in words: `answer.py line 3`.
pub fn at(place: Option<&Place>) -> String {
    place.map_or_else(String::new, |place| format!(" at {} line {}", place.file, place.line))
}
