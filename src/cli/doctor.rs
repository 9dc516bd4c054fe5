//! `viva doctor`: which walls stand here, how each was probed, and what to do about a missing one.
//!
//! Must not know how a wall is built.

use crate::model::grade::RuntimeKind;
use crate::model::isolation::Isolation;
use crate::report::doctor::Findings;
use crate::runtime::RuntimeError;

use super::args::{self, Format};
use super::exit::{Exit, Failure};
use super::session::{Session, Wanted, tokio};

/// Builds one box, looks at every wall, and tells.
///
/// # Errors
/// A [`Failure`] when the interpreter that was named cannot be used.
pub fn doctor(session: &Session, told: &args::Doctor) -> Result<Exit, Failure> {
    let kind = if told.python.is_some() { RuntimeKind::Cold } else { RuntimeKind::Warm };
    let wanted = Wanted { kind, python: told.python.clone(), allow_weaker: false };
    let host = crate::boxes::host::survey();
    let (isolation, python) = tokio()?.block_on(async {
        match session.engine(&wanted, 1).await {
            Ok(engine) => Ok((engine.isolation().clone(), Ok(engine.pool().interpreter().python.clone()))),
            Err(RuntimeError::IsolationNotMet { isolation }) => {
                Ok((*isolation, Err("not started, since a required wall is missing".to_owned())))
            }
            Err(error @ RuntimeError::BadPython { .. }) => Err(Failure::new(Exit::Usage, &error)),
            Err(error) => {
                let none = Isolation { walls: Vec::new(), weaker_allowed: false };
                Ok((none, Err(error.to_string())))
            }
        }
    })?;
    let findings = Findings::new(host, python, isolation);
    session.console().data(&match told.format {
        Format::Json => findings.to_json(),
        Format::Text => findings.to_text(&session.console().screen()),
    })?;
    Ok(if findings.all_hold() { Exit::Done } else { Exit::IsolationNotMet })
}
