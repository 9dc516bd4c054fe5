//! A small challenge and evidence for it, for the tests of judging and of reports.
//!
//! Must not be used outside tests.

use crate::model::challenge::{
    CaseSpec, Challenge, ConceptSpec, Entry, FollowUp, Harness, How, IdiomSpec, Kind, Level, Misconception,
    PredictionSpec, Rubric, TableExpectation,
};
use crate::model::evidence::{Evidence, EvidenceKind, State};
use crate::model::id::{ChallengeId, EvidenceId};
use crate::model::limits::Limits;
use crate::model::score::Tier;

/// All evidence of [`challenge`], in its order.
pub const IDS: [&str; 9] = [
    "first_success",
    "gives_up",
    "raises_it",
    "keeps_metadata",
    "passes_arguments",
    "methods_work",
    "uses_wraps",
    "back_off",
    "foretells",
];

/// A name that is known to be valid.
pub fn id(name: &str) -> EvidenceId {
    EvidenceId::new(name).expect("the tests use valid ids")
}

fn case(name: &str, title: &str, earns: Tier, visible: bool) -> CaseSpec {
    CaseSpec { id: id(name), title: title.to_owned(), earns, points: 1, visible, how: How::Driven, say: None }
}

/// A retry decorator with a bit of everything.
pub fn challenge() -> Challenge {
    let mut first = case("first_success", "Returns the first success", Tier::Maybe, true);
    first.how = How::Table {
        setup: "tries = []".to_owned(),
        call: "retry(3)(lambda: 7)()".to_owned(),
        expects: TableExpectation::Equals("7".to_owned()),
    };
    Challenge {
        requirements: String::new(),
        id: ChallengeId::new("retry-decorator").expect("a valid id"),
        revision: "a1".repeat(32),
        title: "Retry decorator".to_owned(),
        level: Level::Intermediate,
        kind: Kind::Write,
        category: "Functions and decorators".to_owned(),
        tags: vec!["decorators".to_owned(), "exceptions".to_owned()],
        minutes: 12,
        reveals: "Whether failure is thought through".to_owned(),
        entries: vec![Entry {
            name: "retry".to_owned(),
            signature: "retry(max_attempts=3, delay=1)".to_owned(),
            command: false,
        }],
        limits: Limits::default(),
        cases: vec![
            first,
            case("gives_up", "Makes exactly max_attempts calls", Tier::Maybe, false),
            case("raises_it", "Raises the last error itself", Tier::Maybe, false),
            case("keeps_metadata", "Keeps name and docstring", Tier::Yes, false),
            case("passes_arguments", "Passes arguments and keywords", Tier::Yes, false),
            case("methods_work", "Works on methods", Tier::StrongYes, false),
        ],
        idioms: vec![IdiomSpec {
            id: id("uses_wraps"),
            title: "Keeps metadata with functools.wraps".to_owned(),
            earns: Tier::Yes,
            rule: String::new(),
            say: None,
        }],
        concepts: vec![ConceptSpec {
            id: id("back_off"),
            title: "Says when longer waits, with jitter, matter".to_owned(),
            earns: Tier::StrongYes,
            phrases: vec!["jitter".to_owned()],
            say: None,
        }],
        prediction: Some(PredictionSpec {
            id: id("foretells"),
            title: "Foretells what the snippet prints".to_owned(),
            earns: Tier::Maybe,
            snippet: "print(8, 8)".to_owned(),
            say: None,
        }),
        rubric: Rubric {
            maybe: "Retries and raises.".to_owned(),
            yes: "Keeps what it wraps intact.".to_owned(),
            strong_yes: "Knows the edges.".to_owned(),
        },
        follow_ups: follow_ups(),
        misconceptions: misconceptions(),
        prompt: "# Retry decorator\n\nWrite `retry`.\n".to_owned(),
        starter: "def retry(max_attempts=3, delay=1):\n    ...\n".to_owned(),
        harness: Harness { driver: String::new(), oracle: String::new(), inputs: String::new() },
    }
}

fn follow_ups() -> Vec<FollowUp> {
    let ask = |question: &str, listen_for: &str, closes: &[&str]| FollowUp {
        question: question.to_owned(),
        listen_for: listen_for.to_owned(),
        closes: closes.iter().map(|name| id(name)).collect(),
        alone: closes.is_empty(),
    };
    vec![
        ask("When is retrying wrong?", "When the call is not idempotent.", &[]),
        ask("What does `fetch.__name__` print?", "`wrapper` without functools.wraps.", &["keeps_metadata"]),
        ask("How long would you wait?", "Longer each time, with jitter.", &["back_off"]),
    ]
}

fn misconceptions() -> Vec<Misconception> {
    let named = |name: &str, title: &str, text: &str, met: &[&str]| Misconception {
        id: id(name),
        title: title.to_owned(),
        text: text.to_owned(),
        unmet: vec![id("raises_it")],
        met: met.iter().map(|name| id(name)).collect(),
        say: None,
    };
    vec![
        named("error_is_lost", "The error is lost", "The caller never sees what went wrong.", &[]),
        named(
            "swallows_the_error",
            "The last error is swallowed",
            "Returns None after the last attempt. The caller then takes a failure for a result.",
            &["first_success"],
        ),
    ]
}

/// Evidence for a challenge in which everything is met but what is named.
pub fn evidence(challenge: &Challenge, states: &[(&str, State)]) -> Vec<Evidence> {
    let piece = |id: &EvidenceId, kind, title: &str, earns| {
        let named = states.iter().find(|(name, _)| *name == id.as_str());
        let state = named.map_or(State::Met, |(_, state)| *state);
        let quote = match (id.as_str(), state) {
            ("back_off", State::Met) => Some("Waits should grow, with jitter."),
            ("keeps_metadata", State::Unmet) => Some("name: expected 'f', saw 'wrapper'"),
            _ => None,
        };
        let lines = if id.as_str() == "uses_wraps" && state == State::Met { vec![6] } else { Vec::new() };
        let title = title.to_owned();
        Evidence {
            id: id.clone(),
            kind,
            title,
            earns,
            state,
            lines,
            elsewhere: Vec::new(),
            quote: quote.map(str::to_owned),
        }
    };
    let cases = challenge.cases.iter().map(|one| piece(&one.id, EvidenceKind::Case, &one.title, one.earns));
    let idioms =
        challenge.idioms.iter().map(|one| piece(&one.id, EvidenceKind::Idiom, &one.title, one.earns));
    let said =
        challenge.concepts.iter().map(|one| piece(&one.id, EvidenceKind::Concept, &one.title, one.earns));
    let foretold = challenge
        .prediction
        .iter()
        .map(|one| piece(&one.id, EvidenceKind::Prediction, &one.title, one.earns));
    cases.chain(idioms).chain(said).chain(foretold).collect()
}
