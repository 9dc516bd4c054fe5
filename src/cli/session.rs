//! What commands share: settings, the bank in use, the runtime that was asked for, an engine.
//!
//! Must not know what a command does with them.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use miette::{GraphicalReportHandler, GraphicalTheme};
use tokio::signal::unix::{Signal, SignalKind, signal};

use crate::bank::Bank;
use crate::boxes::plan::{JailOptions, WallName};
use crate::engine::Engine;
use crate::model::challenge::Challenge;
use crate::model::grade::RuntimeKind;
use crate::runtime::{Launch, Pool, RuntimeError};

use super::args::{Global, Running, Runtime};
use super::console::Console;
use super::exit::{Exit, Failure};
use super::settings::Settings;

/// What commands share.
#[derive(Debug)]
pub struct Session {
    console: Console,
    settings: Settings,
    bank: Option<PathBuf>,
    without: Option<WallName>,
}

/// How answers are run, settled from flags and settings.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// Warm or cold.
    pub kind: RuntimeKind,
    /// The interpreter of a cold run.
    pub python: Option<PathBuf>,
    /// Whether somebody typed `--allow-weaker`.
    pub allow_weaker: bool,
}

impl Session {
    /// Reads the settings and finds out which bank is in use; the bank itself is opened when it is needed.
    ///
    /// # Errors
    /// A [`Failure`] when a settings file is there and cannot be used.
    pub fn new(console: Console, global: &Global) -> Result<Self, Failure> {
        let here = std::env::current_dir().unwrap_or_else(|_| PathBuf::from("/"));
        let settings = Settings::find(&here).map_err(|error| {
            Failure::new(Exit::Usage, &error).help(
                "the keys of viva.toml are `bank`, `templates` and `runtime`, and `python` in your own ~/.config/viva/viva.toml; \
                 `--python PATH` names one for once",
            )
        })?;
        let from_environment =
            std::env::var_os("VIVA_BANK").filter(|value| !value.is_empty()).map(PathBuf::from);
        let without = global.without_wall.as_deref().map(wall).transpose()?;
        let typed = global.bank.clone().or(from_environment);
        if let (None, Some(bank), Some(file)) = (&typed, &settings.bank, &settings.found_at) {
            console.progress(&format!(
                "using the bank {}, named by {}",
                crate::source::shown::path(bank),
                crate::source::shown::path(file)
            ));
        }
        let bank = typed.or_else(|| settings.bank.clone());
        Ok(Self { console, settings, bank, without })
    }

    /// The streams.
    #[must_use]
    pub fn console(&self) -> &Console {
        &self.console
    }

    /// The folder of the bank in use; [`None`] for the built-in one.
    #[must_use]
    pub fn bank_folder(&self) -> Option<&Path> {
        self.bank.as_deref()
    }

    /// The folder of templates of one's own, where the settings name one.
    #[must_use]
    pub fn templates(&self) -> Option<&Path> {
        self.settings.templates.as_deref()
    }

    /// Opens the bank in use.
    ///
    /// # Errors
    /// A [`Failure`] when its folder cannot be used.
    pub fn bank(&self) -> Result<Bank, Failure> {
        match &self.bank {
            Some(folder) => Bank::from_dir(folder).map_err(|error| self.bank_failure(&error)),
            None => Ok(Bank::embedded()),
        }
    }

    /// Opens the bank in use, or where none was named the one in this folder.
    ///
    /// # Errors
    /// A [`Failure`] when its folder cannot be used.
    pub fn bank_or(&self, folder: Option<&Path>) -> Result<Bank, Failure> {
        match (&self.bank, folder) {
            (None, Some(folder)) => Bank::from_dir(folder).map_err(|error| self.bank_failure(&error)),
            _ => self.bank(),
        }
    }

    /// One challenge of the bank in use.
    ///
    /// # Errors
    /// A [`Failure`] with the nearest names, or with everything that is wrong with it.
    pub fn challenge(&self, bank: &Bank, id: &str) -> Result<Arc<Challenge>, Failure> {
        bank.get(id).map_err(|error| self.bank_failure(&error))
    }

    /// A failure of the bank as a person reads it.
    #[must_use]
    pub fn bank_failure(&self, error: &crate::bank::BankError) -> Failure {
        Failure { exit: Exit::BadChallenge, message: self.drawn(error), help: String::new() }
    }

    /// An error with its places in their files, as it stands after `error:`.
    #[must_use]
    pub fn drawn(&self, error: &dyn miette::Diagnostic) -> String {
        let mut message = String::new();
        // Writing to a text cannot fail; should it, the plain sentence is left.
        if self.diagnostics().render_report(&mut message, error).is_err() {
            message = error.to_string();
        }
        // The caller's own `error:` says what the first mark would.
        message.trim().trim_start_matches('×').trim_start().to_owned()
    }

    /// Carets under the places of a manifest, as wide as the terminal.
    fn diagnostics(&self) -> GraphicalReportHandler {
        let theme = if self.console.colors_errors() {
            GraphicalTheme::unicode()
        } else {
            GraphicalTheme::unicode_nocolor()
        };
        GraphicalReportHandler::new_themed(theme).with_width(self.console.width()).with_links(false)
    }

    /// Settles how answers are run: flags win over settings, and an interpreter means a cold run.
    ///
    /// # Errors
    /// A [`Failure`] when an interpreter was typed for a warm run, whose Python is the one viva was built with.
    pub fn wanted(&self, running: &Running) -> Result<Wanted, Failure> {
        if running.runtime == Some(Runtime::Warm) && running.python.is_some() {
            return Err(Failure {
                exit: Exit::Usage,
                message: "`--python` cannot be had with `--runtime warm`, whose Python is the one viva was built with"
                    .to_owned(),
                help: "leave one of the two out".to_owned(),
            });
        }
        let asked = running.runtime.map(|kind| match kind {
            Runtime::Warm => RuntimeKind::Warm,
            Runtime::Cold => RuntimeKind::Cold,
        });
        let cold = |python: &Option<PathBuf>| python.as_ref().map(|_| RuntimeKind::Cold);
        let kind = asked
            .or_else(|| cold(&running.python))
            .or(self.settings.runtime)
            .or_else(|| cold(&self.settings.python))
            .unwrap_or_default();
        let python = running.python.clone().or_else(|| self.settings.python.clone());
        Ok(Wanted { kind, python, allow_weaker: running.allow_weaker })
    }

    /// The interpreter that packages are installed for: named, or of the settings, or `python3`.
    #[must_use]
    pub fn python(&self, named: Option<&Path>) -> PathBuf {
        let named = named.map(Path::to_owned).or_else(|| self.settings.python.clone());
        named.unwrap_or_else(|| PathBuf::from("python3"))
    }

    /// Starts an engine with as many workers as are wanted at most.
    ///
    /// # Errors
    /// [`RuntimeError`] when no worker can be had, or a required wall is missing.
    pub async fn engine(&self, wanted: &Wanted, workers: usize) -> Result<Engine, RuntimeError> {
        let pool = Pool::start(self.launch(wanted)?, workers).await?;
        Ok(Engine::new(pool, toolbox_sha256()))
    }

    fn launch(&self, wanted: &Wanted) -> Result<Launch, RuntimeError> {
        let host = std::env::current_exe()
            .map_err(|source| RuntimeError::Start { program: "viva".into(), source })?;
        let options = JailOptions {
            weaker_allowed: wanted.allow_weaker,
            without: self.without,
            ..JailOptions::default()
        };
        match wanted.kind {
            RuntimeKind::Warm => Launch::warm(&host, options),
            RuntimeKind::Cold => {
                let python = wanted.python.clone().unwrap_or_else(|| PathBuf::from("python3"));
                Launch::cold(&host, &python, options)
            }
        }
    }
}

/// A wall by its name.
fn wall(name: &str) -> Result<WallName, Failure> {
    serde_json::from_value(serde_json::Value::from(name)).map_err(|_| Failure {
        exit: Exit::Usage,
        message: format!("there is no wall `{name}`"),
        help: "`viva doctor` names them".to_owned(),
    })
}

/// The hash of the toolbox that this build carries.
#[must_use]
pub fn toolbox_sha256() -> String {
    crate::boxes::toolbox::sha256()
}

/// A seed that nobody can foretell.
///
/// # Errors
/// A [`Failure`] when the kernel gives no random bytes.
pub fn random_seed() -> Result<u64, Failure> {
    // Within what a JSON number holds exactly everywhere.
    getrandom::u64().map(|seed| seed >> 11).map_err(|error| Failure {
        exit: Exit::Unexpected,
        message: format!("the kernel gave no random bytes: {error}"),
        help: "give a seed with `--seed N`".to_owned(),
    })
}

/// Hears when somebody wants a command to end: Ctrl-C, or `kill`.
#[derive(Debug)]
pub struct Stop {
    interrupt: Signal,
    terminate: Signal,
}

impl Stop {
    /// Listens from now on; to be called before anything is started that would be left behind.
    ///
    /// # Errors
    /// A [`Failure`] when signals cannot be heard.
    pub fn listen() -> Result<Self, Failure> {
        Ok(Self { interrupt: signal(SignalKind::interrupt())?, terminate: signal(SignalKind::terminate())? })
    }

    /// Waits until somebody wants it to end.
    pub async fn heard(&mut self) {
        tokio::select! {
            _ = self.interrupt.recv() => {}
            _ = self.terminate.recv() => {}
        }
    }

    /// Runs until the end or until somebody ends it.
    ///
    /// # Errors
    /// What the future says, or [`Failure::interrupted`].
    pub async fn or<T>(&mut self, future: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
        tokio::select! {
            done = future => done,
            () = self.heard() => Err(Failure::interrupted()),
        }
    }
}

/// Runs until the end or until somebody ends it by Ctrl-C or `kill`; its workers and their cgroups are then put away.
///
/// # Errors
/// What the future says, or [`Failure::interrupted`].
pub fn until_interrupted<T>(future: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
    tokio()?.block_on(async { Stop::listen()?.or(future).await })
}

/// A runtime for the engine's tasks.
///
/// # Errors
/// A [`Failure`] when no threads can be had.
pub fn tokio() -> Result<tokio::runtime::Runtime, Failure> {
    Ok(tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?)
}
