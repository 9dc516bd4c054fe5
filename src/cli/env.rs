//! `viva env`: packages for projects, prepared once; and finding them when answers are graded.
//!
//! Must not know how packages are installed.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::engine::engines::Engines;
use crate::model::challenge::Challenge;
use crate::model::grade::RuntimeKind;
use crate::runtime::cold::PythonFacts;
use crate::runtime::env::{self, EnvError, EnvFacts};

use super::args::{EnvBuild, EnvCommand};
use super::exit::{Exit, Failure};
use super::grade::runtime_failure;
use super::session::{Session, Wanted};

/// Makes or lists environments.
///
/// # Errors
/// A [`Failure`] when the challenge has no packages, or they cannot be installed.
pub fn env(session: &Session, told: &EnvCommand) -> Result<Exit, Failure> {
    match told {
        EnvCommand::Build(told) => build(session, told),
        EnvCommand::List => list(session),
    }
}

fn build(session: &Session, told: &EnvBuild) -> Result<Exit, Failure> {
    let bank = session.bank()?;
    let challenge = session.challenge(&bank, &told.challenge)?;
    if challenge.requirements.is_empty() {
        let message = format!("`{}` needs no packages: its answers have the standard library", challenge.id);
        return Err(Failure { exit: Exit::Usage, message, help: String::new() });
    }
    let python = probe(&session.python(told.python.as_deref()))?;
    let facts = EnvFacts {
        challenge: challenge.id.to_string(),
        requirements: challenge.requirements.clone(),
        python: python.version.clone(),
    };
    session.console().progress(&format!("installing for Python {} ...", python.version));
    let (folder, made) =
        env::build(&facts, &python, told.wheels.as_deref()).map_err(|error| failed(&error))?;
    let what = if made { "made" } else { "was there already" };
    session.console().data(&format!("{} {what}: {}", challenge.id, crate::source::shown::path(&folder)))?;
    Ok(Exit::Done)
}

fn failed(error: &EnvError) -> Failure {
    let help = match error {
        EnvError::Failed { .. } => {
            "nothing was kept; `--wheels DIR` takes wheels from a folder instead of a registry"
        }
        EnvError::NoHome => "set XDG_CACHE_HOME",
        EnvError::Io { .. } => "",
    };
    Failure::new(Exit::Unexpected, error).help(help)
}

fn list(session: &Session) -> Result<Exit, Failure> {
    let all = env::all().map_err(|error| failed(&error))?;
    if all.is_empty() {
        session.console().progress("no environment was made yet; `viva env build CHALLENGE` makes one");
    }
    for (folder, facts) in all {
        let packages: Vec<&str> = facts
            .requirements
            .lines()
            .filter_map(|line| line.split_whitespace().next().filter(|word| word.contains("==")))
            .collect();
        let line = format!(
            "{}  Python {}  {}  {}",
            facts.challenge,
            facts.python,
            packages.join(" "),
            crate::source::shown::path(&folder)
        );
        session.console().data(&line)?;
    }
    Ok(Exit::Done)
}

fn probe(python: &Path) -> Result<PythonFacts, Failure> {
    PythonFacts::probe(python).map_err(|error| {
        Failure::new(Exit::Usage, &error).help("name another interpreter with `--python PATH`")
    })
}

/// How the answers to a challenge are run: as wanted, or, where it has packages, cold with those.
///
/// # Errors
/// A [`Failure`] that names the command to make the environment, when it was not made yet.
pub fn with_packages(session: &Session, wanted: Wanted, challenge: &Challenge) -> Result<Wanted, Failure> {
    if challenge.requirements.is_empty() {
        return Ok(wanted);
    }
    let base: PathBuf = session.python(wanted.python.as_deref());
    let folder = env::folder(&challenge.requirements, &probe(&base)?).map_err(|error| failed(&error))?;
    let Some(python) = env::interpreter(&folder) else {
        let named = wanted.python.as_deref().map(|path| format!(" --python {}", path.display()));
        return Err(Failure {
            exit: Exit::Usage,
            message: format!("`{}` needs packages that were not installed yet", challenge.id),
            help: format!(
                "`viva env build {}{}` installs them, once",
                challenge.id,
                named.unwrap_or_default()
            ),
        });
    };
    session.console().detail(&format!("packages from {}", folder.display()));
    Ok(Wanted { kind: RuntimeKind::Cold, python: Some(python), ..wanted })
}

/// The engines for answers to these challenges: one for all that have the standard library alone, and one for each list
/// of packages.
///
/// # Errors
/// A [`Failure`] as in [`with_packages`], or when no worker can be had.
pub async fn engines<'a>(
    session: &Session,
    wanted: &Wanted,
    challenges: impl Iterator<Item = &'a Challenge>,
    workers: usize,
) -> Result<Engines, Failure> {
    let lists: BTreeMap<&str, &Challenge> =
        challenges.map(|challenge| (challenge.requirements.as_str(), challenge)).collect();
    let mut engines: Option<Engines> = None;
    for (list, challenge) in lists {
        let wanted = with_packages(session, wanted.clone(), challenge)?;
        let engine = session.engine(&wanted, workers).await.map_err(|error| runtime_failure(&error))?;
        match &mut engines {
            Some(engines) => engines.add(list, engine),
            None => engines = Some(Engines::of(engine)),
        }
    }
    engines.ok_or_else(|| Failure {
        exit: Exit::NothingToGrade,
        message: "there is no challenge to grade for".to_owned(),
        help: String::new(),
    })
}
