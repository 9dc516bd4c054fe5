//! `viva list`, `show`, `new`, `schema` and `completions`: what there is, without running any of it.
//!
//! Must not know how a table looks.

use std::path::PathBuf;

use clap::CommandFactory;

use crate::bank::{manifest, pack, scaffold};
use crate::model::challenge::Challenge;
use crate::plan::template;
use crate::report::batch::results;
use crate::report::list::{self as listing, Listed};
use crate::report::{candidate, failure, json, plan, regrade, show_challenge, similar};

use super::args::{self, Cli, PageFormat, SchemaOf};
use super::exit::{Exit, Failure};
use super::session::Session;

/// Lists the challenges of the bank in use.
///
/// # Errors
/// A [`Failure`] when a challenge cannot be loaded.
pub fn list(session: &Session, told: &args::List) -> Result<Exit, Failure> {
    let bank = session.bank()?;
    let mut shown = Vec::new();
    for id in bank.ids() {
        let challenge = session.challenge(&bank, id.as_str())?;
        if fits(&told.filter, &challenge) {
            shown.push(Listed::of(&challenge));
        }
    }
    let console = session.console();
    console.data(&match told.format {
        PageFormat::Json => json::to_json(&shown),
        PageFormat::Markdown => listing::markdown(&shown),
        PageFormat::Text => {
            listing::table(&shown, u16::try_from(console.width()).unwrap_or(u16::MAX), console.colors())
        }
    })?;
    Ok(Exit::Done)
}

/// Whether a challenge is one of those that are wanted.
pub fn fits(wanted: &args::Filter, challenge: &Challenge) -> bool {
    let level = format!("{:?}", challenge.level).to_lowercase();
    let category = challenge.category.to_lowercase();
    wanted.level.as_ref().is_none_or(|wanted| *wanted == level)
        && wanted.category.as_ref().is_none_or(|text| category.contains(&text.to_lowercase()))
        && wanted.tag.iter().all(|tag| challenge.tags.contains(tag))
}

/// Shows one challenge.
///
/// # Errors
/// A [`Failure`] when it does not exist or cannot be loaded.
pub fn show(session: &Session, told: &args::Show) -> Result<Exit, Failure> {
    let bank = session.bank()?;
    let challenge = session.challenge(&bank, &told.challenge)?;
    let screen = session.console().screen();
    session.console().data(&if told.hidden {
        show_challenge::everything(&challenge, &screen)
    } else {
        show_challenge::prompt(&challenge, &screen)
    })?;
    Ok(Exit::Done)
}

/// Writes the scaffold of a new challenge.
///
/// # Errors
/// A [`Failure`] when the name is wrong or taken, or the folder cannot be written.
pub fn new(session: &Session, told: &args::New) -> Result<Exit, Failure> {
    let here = || session.bank_folder().map_or_else(|| PathBuf::from("."), PathBuf::from);
    let folder = told.folder.clone().unwrap_or_else(here);
    let written =
        scaffold::write(&folder, &told.challenge).map_err(|error| Failure::new(Exit::Usage, &error))?;
    session.console().data(&written.display().to_string())?;
    session.console().progress(&format!(
        "next: edit it, then `viva check --bank {} {}`",
        crate::source::shown::path(&folder),
        told.challenge
    ));
    Ok(Exit::Done)
}

/// Prints a JSON Schema.
///
/// # Errors
/// A [`Failure`] when standard output cannot be written.
pub fn schema(session: &Session, told: &args::Schema) -> Result<Exit, Failure> {
    let schema = match told.of {
        SchemaOf::Report => json::schema(),
        SchemaOf::Results => results::schema(),
        SchemaOf::Candidate => candidate::schema(),
        SchemaOf::Regrade => regrade::schema(),
        SchemaOf::Error => failure::schema(),
        SchemaOf::Challenge => manifest::schema(),
        SchemaOf::Bank => pack::schema(),
        SchemaOf::Similar => similar::schema(),
        SchemaOf::Plan => plan::schema(),
        SchemaOf::Template => template::schema(),
    };
    let text = serde_json::to_string_pretty(&schema).expect("a schema is plain JSON");
    session.console().data(&text)?;
    Ok(Exit::Done)
}

/// Prints completions for a shell.
///
/// # Errors
/// A [`Failure`] when standard output cannot be written.
pub fn completions(session: &Session, told: &args::Completions) -> Result<Exit, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(told.shell, &mut Cli::command(), "viva", &mut script);
    session.console().data(&String::from_utf8_lossy(&script))?;
    Ok(Exit::Done)
}
