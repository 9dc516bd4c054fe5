//! Which program is started as a worker, and with which Python.
//!
//! Must not know what runs in it.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::RuntimeError;
use super::cold::PythonFacts;
use crate::model::grade::RuntimeKind;

/// The name of the program that embeds CPython.
const WORKER: &str = "viva-worker";

/// How workers are started.
#[derive(Debug, Clone)]
pub enum Launch {
    /// `viva-worker`: CPython embedded, one fork per case.
    Warm {
        /// The program.
        worker: PathBuf,
    },
    /// `viva box-init`: a CPython subprocess per case, in the same box.
    Cold {
        /// The `viva` program itself.
        host: PathBuf,
        /// The interpreter.
        python: Box<PythonFacts>,
    },
}

impl Launch {
    /// A warm runtime with the worker that is installed beside `host`.
    ///
    /// # Errors
    /// [`RuntimeError::NoWorker`] when there is none.
    pub fn warm(host: &Path) -> Result<Self, RuntimeError> {
        let worker = host.with_file_name(WORKER);
        if worker.is_file() { Ok(Self::Warm { worker }) } else { Err(RuntimeError::NoWorker { path: worker }) }
    }

    /// A cold runtime with this interpreter.
    ///
    /// # Errors
    /// [`RuntimeError::BadPython`] when it is no CPython of 3.9 or later.
    pub fn cold(host: &Path, python: &Path) -> Result<Self, RuntimeError> {
        Ok(Self::Cold { host: host.to_owned(), python: Box::new(PythonFacts::probe(python)?) })
    }

    /// Warm or cold.
    #[must_use]
    pub fn kind(&self) -> RuntimeKind {
        match self {
            Self::Warm { .. } => RuntimeKind::Warm,
            Self::Cold { .. } => RuntimeKind::Cold,
        }
    }

    /// The program that is started.
    #[must_use]
    pub fn program(&self) -> &Path {
        match self {
            Self::Warm { worker } => worker,
            Self::Cold { host, .. } => host,
        }
    }

    /// The command that starts a worker, without descriptors or environment.
    pub(super) fn command(&self) -> Command {
        let mut command = Command::new(self.program());
        if let Self::Cold { python, .. } = self {
            command.arg("box-init").arg(python.to_json());
        }
        command
    }
}
