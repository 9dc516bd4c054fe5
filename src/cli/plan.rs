//! `viva plan`: an interview drawn from the bank in use.
//!
//! Must not decide what is drawn; [`crate::plan`] does.

use std::sync::Arc;

use crate::bank::manifest::Category;
use crate::bank::problem::nearest;
use crate::model::challenge::{Challenge, Level};
use crate::plan::{FindError, Mix, Plan, PlanError, Shelf, Wish, draw};
use crate::report::json;
use crate::report::plan::{Origin, PlanReport, markdown, terminal};

use super::args::{self, PageFormat};
use super::exit::{Exit, Failure};
use super::session::{Session, random_seed};
use super::words::quoted;

/// The longest plan that the shorter of the two templates suits, in minutes.
const SCREEN_MAX: u32 = 45;

/// Draws a plan, or lists what it can be drawn from.
///
/// # Errors
/// A [`Failure`] when there is no such template, role or category, or the bank cannot fill a slot.
pub fn plan(session: &Session, told: &args::Plan) -> Result<Exit, Failure> {
    let shelf = Shelf::open(session.templates()).map_err(|error| find_failure(session, &error))?;
    if told.list {
        return list(session, &shelf);
    }
    let short = told.minutes.is_none_or(|minutes| minutes <= SCREEN_MAX);
    let usual = if short { "screen-30" } else { "technical-60" };
    let name = told.template.as_deref().unwrap_or(usual);
    let template = shelf.template(name).map_err(|error| find_failure(session, &error))?;
    let role = told.role.as_deref().map(|role| shelf.role(role)).transpose();
    let role = role.map_err(|error| find_failure(session, &error))?;
    let mix = match (told.category.is_empty(), &role) {
        (true, Some(role)) => Mix::of_role(role),
        (true, None) => Mix::default(),
        (false, _) => categories(&told.category)?,
    };
    let seed = told.seed.map_or_else(random_seed, Ok)?;
    let wish = Wish { level: told.level.map(level), mix: mix.clone(), minutes: told.minutes, seed };
    let plan = draw(&template, &challenges(session)?, &wish).map_err(|error| plan_failure(&error))?;
    let origin = Origin {
        template: name.to_owned(),
        role: role.map(|role| role.title).unwrap_or_default(),
        mix,
        again: again(session, told, name, seed),
    };
    show(session, told, &plan, &origin)?;
    if told.seed.is_none() {
        session.console().detail(&format!("drawn with seed {seed}"));
    }
    Ok(Exit::Done)
}

fn show(session: &Session, told: &args::Plan, plan: &Plan, origin: &Origin) -> Result<(), Failure> {
    let report = PlanReport::of(plan, origin);
    session.console().data(&match told.format {
        PageFormat::Text => terminal::page(&report, &session.console().screen()),
        PageFormat::Markdown => markdown::page(&report),
        PageFormat::Json => json::to_json(&report),
    })
}

fn list(session: &Session, shelf: &Shelf) -> Result<Exit, Failure> {
    let failure = |error: FindError| find_failure(session, &error);
    let mut text = String::from("Templates\n");
    for name in shelf.names() {
        let template = shelf.template(&name).map_err(failure)?;
        text.push_str(&format!("  {name:<16} {} min  {}\n", template.minutes(), template.title));
    }
    text.push_str("\nRoles\n");
    for role in shelf.roles().map_err(failure)? {
        text.push_str(&format!("  {:<16} {}\n", role.name, role.title));
    }
    session.console().data(&text)?;
    Ok(Exit::Done)
}

/// All challenges of the bank in use.
fn challenges(session: &Session) -> Result<Vec<Arc<Challenge>>, Failure> {
    let bank = session.bank()?;
    bank.ids().iter().map(|id| session.challenge(&bank, id.as_str())).collect()
}

fn level(level: args::Level) -> Level {
    match level {
        args::Level::Beginner => Level::Beginner,
        args::Level::Intermediate => Level::Intermediate,
        args::Level::Senior => Level::Senior,
    }
}

/// `TEXT` or `TEXT=WEIGHT`, where the text is part of one category's name or of several.
fn categories(told: &[String]) -> Result<Mix, Failure> {
    let mut named: Vec<(String, u32)> = Vec::new();
    for one in told {
        let (text, weight) = match one.rsplit_once('=') {
            None => (one.as_str(), 1),
            Some((text, weight)) => match weight.trim().parse::<u32>() {
                Ok(weight) if (1..=9).contains(&weight) => (text.trim(), weight),
                _ => {
                    return Err(usage(
                        &format!("the weight of `{text}` is `{weight}`, expected 1 to 9"),
                        "as in `--category concurrency=3`",
                    ));
                }
            },
        };
        let part = text.to_lowercase();
        let fits: Vec<&str> = Category::ALL
            .into_iter()
            .map(Category::heading)
            .filter(|heading| heading.to_lowercase().contains(&part))
            .collect();
        if fits.is_empty() || part.is_empty() {
            let headings = Category::ALL.map(Category::heading);
            let near = nearest(text, headings).map(|near| format!("did you mean `{near}`? "));
            let help = format!("{}there are {}", near.unwrap_or_default(), headings.join("; "));
            return Err(usage(&format!("no category holds `{text}`"), &help));
        }
        named.retain(|(name, _)| !fits.contains(&name.as_str()));
        named.extend(fits.into_iter().map(|heading| (heading.to_owned(), weight)));
    }
    Ok(Mix::only(named))
}

/// The command that draws the same plan.
fn again(session: &Session, told: &args::Plan, template: &str, seed: u64) -> String {
    let mut command = format!("viva plan --template {}", quoted(template));
    let mut add = |option: &str, value: Option<String>| {
        if let Some(value) = value {
            command.push_str(&format!(" --{option} {}", quoted(&value)));
        }
    };
    add("role", told.role.clone());
    add("level", told.level.map(|level| format!("{level:?}").to_lowercase()));
    told.category.iter().for_each(|category| add("category", Some(category.clone())));
    add("minutes", told.minutes.map(|minutes| minutes.to_string()));
    add("seed", Some(seed.to_string()));
    add("bank", session.bank_folder().map(|folder| folder.display().to_string()));
    command
}

fn usage(message: &str, help: &str) -> Failure {
    Failure { exit: Exit::Usage, message: message.to_owned(), help: help.to_owned() }
}

fn find_failure(session: &Session, error: &FindError) -> Failure {
    Failure { exit: Exit::Usage, message: session.drawn(error), help: String::new() }
}

fn plan_failure(error: &PlanError) -> Failure {
    let help = match error {
        PlanError::TooShort { .. } => "give it more `--minutes`, or a template with fewer slots",
        PlanError::NoChallenge { .. } => "widen `--level` or `--category`, or give the slot more minutes",
        PlanError::FewQuestions { .. } => {
            "widen `--category`, or mark more questions of the bank with `alone = true`"
        }
    };
    Failure::new(Exit::BadChallenge, error).help(help)
}
