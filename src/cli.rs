//! The `viva` command: parse, dispatch, exit code.
//!
//! Commands join the rooms below and say what came of it. Must not decide anything about an answer.

mod args;
mod bank;
mod batch;
mod batch_files;
mod batch_pages;
mod catalog;
mod check;
mod console;
mod doctor;
mod env;
mod exit;
mod grade;
mod grade_formats;
mod mutants;
mod plan;
mod progress;
mod regrade;
mod session;
mod settings;
mod similar;
mod timings;
mod watch;
mod whole_file;
mod words;

use std::process::ExitCode;

use clap::Parser;

use crate::report::failure::FailureReport;
use crate::report::json::to_json;
use args::{BankCommand, Cli, Command};
use console::Console;
use exit::{Exit, Failure};
use session::Session;

/// Runs the command that was typed.
#[must_use]
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    if let Command::BoxInit(told) = &cli.command {
        return crate::runtime::serve_cold(&told.plan);
    }
    let console = Console::new(&cli.global);
    let done = Session::new(console, &cli.global).and_then(|session| dispatch(&cli.command, &session));
    match done {
        Ok(exit) => exit.into(),
        Err(failure) => {
            console.failure(&failure);
            if cli.command.promises_json() && !failure.is_silent() {
                let report = FailureReport::of(failure.exit as u8, &failure.message, &failure.help);
                // A reader that is gone needs no second failure.
                let _ = console.data(&to_json(&report));
            }
            failure.exit.into()
        }
    }
}

fn dispatch(command: &Command, session: &Session) -> Result<Exit, Failure> {
    match command {
        Command::Grade(told) if told.watch => watch::watch(session, told),
        Command::Grade(told) => grade::grade(session, told),
        Command::Batch(told) => batch::batch(session, told),
        Command::Regrade(told) => regrade::regrade(session, told),
        Command::Similar(told) => similar::similar(session, told),
        Command::Verify(told) => grade::verify(session, told),
        Command::List(told) => catalog::list(session, told),
        Command::Show(told) => catalog::show(session, told),
        Command::Plan(told) => plan::plan(session, told),
        Command::Check(told) => check::check(session, told),
        Command::Bank(BankCommand::Export(told)) => bank::export(session, told),
        Command::Bank(BankCommand::Import(told)) => bank::import(session, told),
        Command::Env(told) => env::env(session, told),
        Command::New(told) => catalog::new(session, told),
        Command::Doctor(told) => doctor::doctor(session, told),
        Command::Schema(told) => catalog::schema(session, told),
        Command::Completions(told) => catalog::completions(session, told),
        Command::BoxInit(_) => unreachable!("handled before anything else is set up"),
    }
}
