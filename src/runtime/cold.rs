//! Any CPython from 3.9 on, or that of a virtual environment, as the interpreter of a box.
//!
//! The host asks the interpreter once about itself, outside any box: it is the user's own program. Inside, every step
//! executes it afresh; `cold_body.rs` hands it one request. Must not know what a step is for.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use serde::{Deserialize, Serialize};
use wait_timeout::ChildExt;

use super::RuntimeError;
use crate::boxes::plan::PythonPlace;

/// The oldest minor version of CPython 3 that the toolbox runs on.
const MINOR_MIN: u32 = 9;
/// How long an interpreter may take to speak of itself; a first start from a cold disk is slow.
const PROBE_WITHIN: Duration = Duration::from_secs(30);
/// Bytes it may say.
const PROBE_BYTES_MAX: u64 = 64 * 1024;

/// What the interpreter prints of itself.
const PROBE: &str = "\
import json, os, platform, sys, sysconfig
paths = sysconfig.get_paths()
print(json.dumps({
    'binary': os.path.realpath(getattr(sys, '_base_executable', None) or sys.executable),
    'version': platform.python_version(),
    'build': sys.version + ' ' + sys.implementation.name,
    'implementation': sys.implementation.name,
    'minor': sys.version_info[1] if sys.version_info[0] == 3 else 0,
    'stdlib': paths['stdlib'],
    'platstdlib': paths['platstdlib'],
    'packages': sorted({paths['purelib'], paths['platlib']}) if sys.prefix != sys.base_prefix else [],
}))
";

/// What is known of an interpreter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PythonFacts {
    /// The program itself, every link resolved.
    pub binary: PathBuf,
    /// Full version: `3.12.1`.
    pub version: String,
    /// `sys.version` and the implementation's name.
    pub build: String,
    /// `cpython`.
    pub implementation: String,
    /// Minor version of Python 3, or 0.
    pub minor: u32,
    /// The standard library in Python.
    pub stdlib: PathBuf,
    /// The standard library's compiled part.
    pub platstdlib: PathBuf,
    /// `site-packages` of a virtual environment; empty otherwise.
    pub packages: Vec<PathBuf>,
}

impl PythonFacts {
    /// Where the interpreter lies on the host, for the plan of a jail.
    #[must_use]
    pub fn place(&self) -> PythonPlace {
        PythonPlace {
            executable: Some(self.binary.clone()),
            stdlib: self.stdlib.clone(),
            platform_stdlib: Some(self.platstdlib.clone()).filter(|folder| *folder != self.stdlib),
            packages: self.packages.clone(),
        }
    }

    /// Asks an interpreter about itself.
    ///
    /// # Errors
    /// [`RuntimeError::BadPython`] when it does not start, does not answer in time, or is no CPython of 3.9 or later.
    pub fn probe(python: &Path) -> Result<Self, RuntimeError> {
        let bad = |reason: String| RuntimeError::BadPython { path: python.to_owned(), reason };
        let said = ask(python).map_err(bad)?;
        let facts: Self = serde_json::from_slice(&said)
            .map_err(|_| bad("it did not answer as a Python does".to_owned()))?;
        if facts.implementation != "cpython" {
            return Err(bad(format!(
                "it is {}, and only CPython is known to behave alike",
                facts.implementation
            )));
        }
        if facts.minor < MINOR_MIN {
            return Err(bad(format!(
                "it is Python {}, and 3.{MINOR_MIN} is the oldest that is served",
                facts.version
            )));
        }
        Ok(facts)
    }
}

/// Runs the probe and returns what it printed. The pipe is drained on a thread, so that a chatty interpreter
/// does not block for ever and read as a timeout.
fn ask(python: &Path) -> Result<Vec<u8>, String> {
    let mut child = Command::new(python)
        .args(["-I", "-c", PROBE])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| format!("it does not start: {error}"))?;
    let stdout = child.stdout.take();
    let reader = std::thread::spawn(move || {
        let mut said = Vec::new();
        let read = stdout.map(|pipe| pipe.take(PROBE_BYTES_MAX).read_to_end(&mut said));
        read.map_or(Ok(0), |result| result).map(|_| said)
    });
    let status = child.wait_timeout(PROBE_WITHIN).map_err(|error| error.to_string())?;
    let Some(status) = status else {
        let _ = child.kill();
        let _ = child.wait();
        return Err(format!("it did not answer within {PROBE_WITHIN:?}"));
    };
    if !status.success() {
        return Err(format!("asked for its version it ended with {status}"));
    }
    match reader.join() {
        Ok(Ok(said)) => Ok(said),
        _ => Err("its answer could not be read".to_owned()),
    }
}
