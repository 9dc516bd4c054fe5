//! Which program is started as a worker, and with which Python.
//!
//! Must not know what runs in it.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde::{Deserialize, Serialize};

use super::RuntimeError;
use super::cold::PythonFacts;
use crate::boxes::cgroup::Seat;
use crate::boxes::plan::JailOptions;
use crate::model::grade::RuntimeKind;

/// The name of the program that embeds CPython.
const WORKER: &str = "viva-worker";

/// How workers are started.
#[derive(Debug, Clone)]
pub struct Launch {
    program: PathBuf,
    python: Option<Box<PythonFacts>>,
    options: JailOptions,
}

impl Launch {
    /// `viva-worker`, which is installed beside `host`: CPython embedded, one fork per case.
    ///
    /// # Errors
    /// [`RuntimeError::NoWorker`] when there is none.
    pub fn warm(host: &Path, options: JailOptions) -> Result<Self, RuntimeError> {
        let program = host.with_file_name(WORKER);
        if program.is_file() {
            Ok(Self { program, python: None, options })
        } else {
            Err(RuntimeError::NoWorker { path: program })
        }
    }

    /// `viva box-init`, which is `host` itself: a subprocess of this interpreter per case, in the same box.
    ///
    /// # Errors
    /// [`RuntimeError::BadPython`] when it is no CPython of 3.9 or later.
    pub fn cold(host: &Path, python: &Path, options: JailOptions) -> Result<Self, RuntimeError> {
        let python = Some(Box::new(PythonFacts::probe(python)?));
        Ok(Self { program: host.to_owned(), python, options })
    }

    /// Warm or cold.
    #[must_use]
    pub fn kind(&self) -> RuntimeKind {
        if self.python.is_some() { RuntimeKind::Cold } else { RuntimeKind::Warm }
    }

    /// The program that is started.
    #[must_use]
    pub fn program(&self) -> &Path {
        &self.program
    }

    /// Whether somebody typed `--allow-weaker`.
    #[must_use]
    pub fn weaker_allowed(&self) -> bool {
        self.options.weaker_allowed
    }

    /// Whether nothing is shared or forked ahead.
    #[must_use]
    pub fn is_one_by_one(&self) -> bool {
        self.options.one_by_one
    }

    /// The command that starts a worker in a cgroup, if there is one; without descriptors or environment.
    pub(super) fn command(&self, cgroup: Option<Seat>) -> Command {
        let options = JailOptions { cgroup, ..self.options.clone() };
        let mut command = Command::new(&self.program);
        match &self.python {
            None => command.arg(json(&options)),
            Some(python) => {
                command.arg("box-init").arg(json(&ColdWorker { python: (**python).clone(), options }))
            }
        };
        command
    }
}

/// What `viva box-init` is told, as its one argument.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColdWorker {
    /// The interpreter.
    pub python: PythonFacts,
    /// What is asked of the jail.
    pub options: JailOptions,
}

fn json(told: &impl Serialize) -> String {
    serde_json::to_string(told).expect("these are plain data, and their paths came from JSON or are UTF-8")
}
