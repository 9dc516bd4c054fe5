//! What can be typed to prepare packages for projects.
//!
//! Must not know what a command does.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueHint};

const BUILD_EXAMPLES: &str = "\
Examples:
  viva env build my-project                      once, before its answers are graded
  viva env build my-project --wheels downloads/  with no network: wheels from this folder alone

Only what the challenge's requirements.txt names is installed, each package by its hash and as a wheel. What candidates ask for is not.";

/// `viva env`.
#[derive(Debug, Subcommand)]
pub enum EnvCommand {
    /// Install the packages that a project's answers may import
    #[command(after_help = BUILD_EXAMPLES)]
    Build(EnvBuild),
    /// List the environments that were made
    List,
}

/// `viva env build`.
#[derive(Debug, Args)]
pub struct EnvBuild {
    /// The challenge, as `viva list` names it
    #[arg(value_name = "CHALLENGE")]
    pub challenge: String,
    /// Its interpreter; the same must be named when answers are graded [default: python3, or `python` of the settings]
    #[arg(long, value_name = "PATH", value_hint = ValueHint::ExecutablePath)]
    pub python: Option<PathBuf>,
    /// Take wheels from this folder and from nowhere else
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub wheels: Option<PathBuf>,
}
