//! Each piece of evidence from what was found: a case's result, an idiom's lines, words that were said.
//!
//! Must not add evidence up; that is [`super::hint`].

use super::{concept, prediction};
use crate::model::challenge::{CaseSpec, ConceptSpec, IdiomSpec, PredictionSpec};
use crate::model::evidence::{Evidence, EvidenceKind, State};
use crate::model::grade::{CaseResult, Outcome, Prediction};

/// The evidence of a case: met when it came out so, unmet in every other way. `files` are the paths of the answer's files,
/// the main one first.
#[must_use]
pub fn of_case(spec: &CaseSpec, result: &CaseResult, files: &[&str]) -> Evidence {
    let met = result.outcome == Outcome::Met;
    let (mut lines, mut elsewhere) = (Vec::new(), Vec::new());
    if let Some(place) = result.place.as_ref().filter(|place| place.line > 0) {
        match files.iter().position(|file| *file == place.file) {
            Some(0) => lines.push(place.line),
            Some(_) => elsewhere.push((place.file.clone(), place.line)),
            None => {}
        }
    }
    Evidence {
        id: spec.id.clone(),
        kind: EvidenceKind::Case,
        title: spec.title.clone(),
        earns: spec.earns,
        state: if met { State::Met } else { State::Unmet },
        lines,
        elsewhere,
        quote: (!met && !result.message.is_empty()).then(|| result.message.clone()),
    }
}

/// The evidence of an idiom: whether it was found as wanted, and the lines that show it or speak against it.
#[must_use]
pub fn of_idiom(spec: &IdiomSpec, met: bool, lines: Vec<u32>, elsewhere: Vec<(String, u32)>) -> Evidence {
    Evidence {
        id: spec.id.clone(),
        kind: EvidenceKind::Idiom,
        title: spec.title.clone(),
        earns: spec.earns,
        state: if met { State::Met } else { State::Unmet },
        lines,
        elsewhere,
        quote: None,
    }
}

/// The evidence of a concept: met with the sentence that says it, or unheard. It is never unmet, since silence
/// is not ignorance.
#[must_use]
pub fn of_concept(spec: &ConceptSpec, explanation: Option<&str>) -> Evidence {
    let quote = explanation.and_then(|explanation| concept::heard(&spec.phrases, explanation));
    Evidence {
        id: spec.id.clone(),
        kind: EvidenceKind::Concept,
        title: spec.title.clone(),
        earns: spec.earns,
        state: if quote.is_some() { State::Met } else { State::Unheard },
        lines: Vec::new(),
        elsewhere: Vec::new(),
        quote,
    }
}

/// The evidence of a prediction: met or unmet against what the snippet printed, unheard where none was made.
/// A prediction of white space alone is none.
#[must_use]
pub fn of_prediction(spec: &PredictionSpec, made: &Prediction) -> Evidence {
    let foretold = made.foretold.as_deref().filter(|foretold| !foretold.trim().is_empty());
    let state = match foretold {
        None => State::Unheard,
        Some(foretold) if prediction::is_right(foretold, &made.printed) => State::Met,
        Some(_) => State::Unmet,
    };
    let message = || {
        let line = |text: &str| {
            let words: Vec<&str> = text.split_whitespace().collect();
            super::escape::shorten(&super::escape::clean(&words.join(" ")), 80)
        };
        format!("foretold `{}`, the snippet prints `{}`", line(foretold.unwrap_or("")), line(&made.printed))
    };
    Evidence {
        id: spec.id.clone(),
        kind: EvidenceKind::Prediction,
        title: spec.title.clone(),
        earns: spec.earns,
        state,
        lines: Vec::new(),
        elsewhere: Vec::new(),
        quote: (state == State::Unmet).then(message),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::id::EvidenceId;
    use crate::model::score::Tier;

    fn prediction(foretold: Option<&str>) -> Evidence {
        let spec = PredictionSpec {
            id: EvidenceId::new("foretells").expect("a valid id"),
            title: "Foretells".to_owned(),
            earns: Tier::Maybe,
            snippet: String::new(),
            say: None,
        };
        let made = Prediction { printed: "8 8\n".to_owned(), foretold: foretold.map(str::to_owned) };
        of_prediction(&spec, &made)
    }

    #[test]
    fn a_prediction_is_right_wrong_or_not_made() {
        assert_eq!(prediction(Some("8,8")).state, State::Met);
        assert_eq!(prediction(None).state, State::Unheard);
        assert_eq!(prediction(Some(" \n")).state, State::Unheard);
        let wrong = prediction(Some("0 2"));
        assert_eq!(wrong.state, State::Unmet);
        assert_eq!(wrong.quote.as_deref(), Some("foretold `0 2`, the snippet prints `8 8`"));
    }

    #[test]
    fn a_concept_is_heard_or_unheard_and_never_unmet() {
        let spec = ConceptSpec {
            id: EvidenceId::new("jitter").expect("a valid id"),
            title: "Jitter".to_owned(),
            earns: Tier::StrongYes,
            phrases: vec!["jitter".to_owned()],
            say: None,
        };
        assert_eq!(of_concept(&spec, None).state, State::Unheard);
        assert_eq!(of_concept(&spec, Some("Nothing.")).state, State::Unheard);
        let heard = of_concept(&spec, Some("Add jitter."));
        assert_eq!((heard.state, heard.quote.as_deref()), (State::Met, Some("Add jitter.")));
    }
}
