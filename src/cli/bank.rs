//! `viva bank export` and `import`: challenges in one file.
//!
//! Must not know what makes such a file sound; [`crate::bank::pack`] does.

use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use crate::bank::pack::place::{self, PlaceError};
use crate::bank::pack::{self, Pack, PackError};
use crate::judge::locate::counted;
use crate::report::json;
use crate::source::folder::{self, Place};

use super::args;
use super::catalog::fits;
use super::exit::{Exit, Failure};
use super::session::Session;

/// Writes challenges of the bank in use into one file.
///
/// # Errors
/// A [`Failure`] when a challenge does not exist or cannot be loaded, nothing fits, or the file cannot be written.
pub fn export(session: &Session, told: &args::Export) -> Result<Exit, Failure> {
    let bank = session.bank()?;
    let named: Vec<String> = if told.challenges.is_empty() {
        bank.ids().iter().map(ToString::to_string).collect()
    } else {
        told.challenges.clone()
    };
    let mut names = Vec::new();
    for name in named {
        if fits(&told.filter, &*session.challenge(&bank, &name)?) {
            names.push(name);
        }
    }
    if names.is_empty() {
        return Err(usage("no challenge fits", "`viva list` shows what there is"));
    }
    let pack = Pack::of(&bank, &names, told.hidden).map_err(|error| session.bank_failure(&error))?;
    let text = json::to_json(&pack);
    let Some(path) = &told.output else {
        session.console().data(&text)?;
        return Ok(Exit::Done);
    };
    // Never over a file that is there: an export may be the only copy of a bank.
    let written = fs::File::create_new(path).and_then(|mut file| file.write_all(text.as_bytes()));
    written.map_err(|error| {
        let failure = Failure::new(Exit::Usage, &error);
        let message = format!("{} cannot be written: {}", path.display(), failure.message);
        let help = if error.kind() == std::io::ErrorKind::AlreadyExists {
            "choose another name, or remove it first"
        } else {
            ""
        };
        usage(&message, help)
    })?;
    let parts = if told.hidden { "with" } else { "without" };
    session.console().progress(&format!(
        "{} written to {}, {parts} hidden parts",
        counted(pack.challenges.len(), "challenge"),
        path.display()
    ));
    Ok(Exit::Done)
}

/// Writes the challenges of a file into a folder, all or none.
///
/// # Errors
/// A [`Failure`] when the file is not sound, challenges are there and may not be replaced, or nothing can be written.
pub fn import(session: &Session, told: &args::Import) -> Result<Exit, Failure> {
    let text = read(&told.file)?;
    let sound = pack::read(&text, &told.challenges).map_err(|error| pack_failure(session, told, &error))?;
    let here = || session.bank_folder().map_or_else(|| PathBuf::from("."), PathBuf::from);
    let target = told.folder.clone().unwrap_or_else(here);
    place::write(&target, &sound, told.replace).map_err(|error| place_failure(&error))?;
    let names: Vec<&str> = sound.iter().map(|one| one.id.as_str()).collect();
    session.console().data(&names.join("\n"))?;
    session.console().progress(&format!(
        "{} written to {}; next: `viva check --bank {}`",
        counted(names.len(), "challenge"),
        target.display(),
        target.display()
    ));
    Ok(Exit::Done)
}

/// The text of a file or of standard input, bounded.
fn read(path: &Path) -> Result<String, Failure> {
    let bytes = if path == Path::new("-") {
        let mut bytes = Vec::new();
        std::io::stdin().lock().take(pack::BYTES_MAX + 1).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > pack::BYTES_MAX {
            let message = format!("standard input has more than {} bytes", pack::BYTES_MAX);
            return Err(usage(&message, "export fewer challenges at a time"));
        }
        bytes
    } else {
        let place = folder::place(path).map_err(|error| Failure::new(Exit::Usage, &error))?;
        let Place::File(file) = place else {
            return Err(usage(&format!("{} is a folder", path.display()), "name a file of challenges"));
        };
        folder::read_file(&file, pack::BYTES_MAX).map_err(|error| Failure::new(Exit::Usage, &error))?
    };
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        usage(&format!("{} is not UTF-8 from byte {at} on", path.display()), "")
    })
}

fn pack_failure(session: &Session, told: &args::Import, error: &PackError) -> Failure {
    if let PackError::Bank(error) = error {
        return session.bank_failure(error);
    }
    let file = told.file.display();
    Failure {
        exit: Exit::BadChallenge,
        message: format!("{file} cannot be imported: {error}; nothing was written"),
        help: error.remedy(),
    }
}

fn place_failure(error: &PlaceError) -> Failure {
    let failure = Failure::new(Exit::Usage, error);
    match error {
        PlaceError::Exists { .. } => {
            failure.help("`--replace` puts the new ones in their place; or name the challenges you want")
        }
        PlaceError::Io { .. } => failure,
    }
}

fn usage(message: &str, help: &str) -> Failure {
    Failure { exit: Exit::Usage, message: message.to_owned(), help: help.to_owned() }
}
