//! The program that embeds CPython: started by `viva`, it builds a jail, warms up in it and serves runs.
//!
//! Must not know challenges or grades. It never reads a job itself.

use std::env;
use std::os::fd::RawFd;
use std::os::unix::process::CommandExt;
use std::process::{Command, ExitCode};

use vivavoce::boxes;
use vivavoce::boxes::plan::{JailOptions, JailPlan};
use vivavoce::boxes::toolbox;

#[path = "../worker.rs"]
mod worker;

use worker::{body, embed, place};

/// The socket to the host, which the worker is started with.
const CONTROL: RawFd = 3;
/// A second argument, which says that this program has started itself again and need not do so once more.
const STARTED_AGAIN: &str = "again";

fn main() -> ExitCode {
    let argument = env::args().nth(1);
    let served = match argument.as_deref() {
        Some("--version") => version(),
        Some(options) => serve(options),
        None => Err("viva starts this program; by hand it only knows --version".to_owned()),
    };
    served.unwrap_or_else(|problem| {
        eprintln!("viva-worker: {problem}");
        ExitCode::FAILURE
    })
}

/// Says what this program is, without a jail and without starting Python.
fn version() -> Result<ExitCode, String> {
    let (own, python) = (env!("CARGO_PKG_VERSION"), embed::loaded_version());
    println!("viva-worker {own} (Python {python}, built against {})", embed::BUILT_WITH);
    embed::check_version().map_err(|error| error.to_string())?;
    Ok(ExitCode::SUCCESS)
}

/// Builds the jail around this process and serves runs until the host hangs up.
fn serve(argument: &str) -> Result<ExitCode, String> {
    let options: JailOptions = serde_json::from_str(argument)
        .map_err(|error| format!("the jail's options do not parse: {error}"))?;
    // Where a container forbids it, only answers that depend on addresses differ from run to run.
    if env::args().nth(2).is_none() && boxes::lay_out_alike().unwrap_or(false) {
        // By its own path rather than /proc/self/exe, so that it keeps its name in lists of processes.
        let own = env::current_exe().map_err(|error| format!("it does not know its own path: {error}"))?;
        let error = Command::new(own).arg(argument).arg(STARTED_AGAIN).exec();
        return Err(format!("it could not start itself again: {error}"));
    }
    embed::check_version().map_err(|error| error.to_string())?;
    let python = place::on_host().map_err(|error| error.to_string())?;
    let plan = JailPlan::new(python, toolbox::files(), options);
    let mut body = body::Python::new(place::inside(&plan));
    Ok(boxes::serve(embed::own_descriptor(CONTROL), &plan, &mut body))
}
