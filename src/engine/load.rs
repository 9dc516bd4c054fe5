//! Whether an answer could be loaded, what it defines, and in what words that is told.
//!
//! Must not know cases.

use crate::judge::{outcome, show};
use crate::model::challenge::Challenge;
use crate::model::grade::{LoadFailure, Outcome, Undefined};
use crate::model::limits::Limits;

use super::observe::Heard;

/// Characters of an exception's text.
const EXCEPTION_WIDTH: usize = 200;
/// How alike two names are, from 0 to 1, when one may be meant by the other.
const NEAR: f64 = 0.85;
/// Names that are listed of an answer that defines others than those asked for.
const NAMES_LISTED: usize = 8;
/// Names that are compared, of an answer that defines very many.
const NAMES_COMPARED: usize = 500;

/// Why the answer did not load; [`None`] when it did.
pub fn failure(load: &Heard, limits: &Limits) -> Option<LoadFailure> {
    if load.defined.is_some() {
        return None;
    }
    let observation = &load.observation;
    if let Some((outcome, said)) = outcome::of_ending(&observation.ending, &observation.measured, limits) {
        return Some(LoadFailure {
            message: format!("while it was being imported it {said}"),
            place: None,
            outcome,
        });
    }
    let Some(raised) = &observation.raised else {
        let message = "its process ended while it was being imported".to_owned();
        return Some(LoadFailure { message, place: None, outcome: Outcome::Incomplete });
    };
    let (outcome, _) = outcome::of_exception(raised);
    let message = show::exception_line(&raised.exception, EXCEPTION_WIDTH);
    Some(LoadFailure { message, place: raised.place.clone(), outcome })
}

/// Every name that was asked for and is not there, with what is near.
pub fn undefined(challenge: &Challenge, load: &Heard) -> Vec<Undefined> {
    let Some(defined) = &load.defined else { return Vec::new() };
    challenge
        .entries
        .iter()
        .filter(|entry| !defined.contains(&entry.name))
        .map(|entry| Undefined { name: entry.name.clone(), remark: remark(&entry.name, defined) })
        .collect()
}

fn remark(wanted: &str, defined: &[String]) -> String {
    let likeness = |name: &String| strsim::jaro_winkler(&wanted.to_lowercase(), &name.to_lowercase());
    let near = defined
        .iter()
        .take(NAMES_COMPARED)
        .map(|name| (likeness(name), name))
        .filter(|(likeness, _)| *likeness >= NEAR)
        .max_by(|one, two| one.0.total_cmp(&two.0));
    let missing = format!("The answer defines no `{wanted}`");
    match near {
        Some((_, name)) => format!("{missing}; did it mean `{}`?", shown(name)),
        None if defined.is_empty() => format!("{missing}; it defines nothing"),
        None => {
            let found: Vec<String> =
                defined.iter().take(NAMES_LISTED).map(|name| format!("`{}`", shown(name))).collect();
            let more = if defined.len() > NAMES_LISTED { ", ..." } else { "" };
            format!("{missing}; it defines {}{more}", found.join(", "))
        }
    }
}

/// A name of the answer, fit to be shown: names are text that a stranger chose.
fn shown(name: &str) -> String {
    crate::judge::escape::shorten(&crate::judge::escape::clean(name), 60)
}

#[cfg(test)]
mod tests {
    use super::remark;

    #[test]
    fn a_near_name_is_offered_and_others_are_listed() {
        let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        let near = remark("create_multipliers", &names(&["x", "create_multiplier"]));
        assert_eq!(near, "The answer defines no `create_multipliers`; did it mean `create_multiplier`?");
        let other = remark("retry", &names(&["x", "y"]));
        assert_eq!(other, "The answer defines no `retry`; it defines `x`, `y`");
        assert_eq!(remark("retry", &[]), "The answer defines no `retry`; it defines nothing");
    }
}
