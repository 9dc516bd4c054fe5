//! `viva check`: the author's gate over challenges.
//!
//! Must not know what makes a challenge right; `bank::lint` and `engine::check` do.

use std::fmt::Write;
use std::sync::Arc;

use crate::bank::{self, Bank};
use crate::engine::Engine;
use crate::engine::check::{GoldenResult, golden_answers};
use crate::model::answer::Answer;
use crate::model::challenge::{Challenge, Golden};
use crate::model::grade::{Fault, Verdict};
use crate::report::leaks;
use crate::source::shown::one_line;

use super::args;
use super::env::with_packages;
use super::exit::{Exit, Failure};
use super::grade::runtime_failure;
use super::session::{Session, Wanted, random_seed, until_interrupted};

/// What was found about one challenge.
struct Checked {
    id: String,
    findings: Vec<String>,
    goldens: usize,
}

/// Checks challenges; all of the bank when none is named.
///
/// # Errors
/// A [`Failure`] when the bank cannot be opened or no engine can be had. Findings are printed and end with 3.
pub fn check(session: &Session, told: &args::Check) -> Result<Exit, Failure> {
    let bank = session.bank()?;
    let ids: Vec<String> = if told.challenges.is_empty() {
        bank.ids().iter().map(|id| id.to_string()).collect()
    } else {
        told.challenges.clone()
    };
    if ids.is_empty() {
        return Err(Failure {
            exit: Exit::BadChallenge,
            message: "the bank holds no challenge".to_owned(),
            help: "`viva new my-challenge` writes a first one".to_owned(),
        });
    }
    let seed = told.running.seed.map_or_else(random_seed, Ok)?;
    if told.mutants {
        return super::mutants::check(session, told, &bank, &ids, seed);
    }
    until_interrupted(async {
        let workers = std::thread::available_parallelism().map_or(1, usize::from);
        let shared = start(session, session.wanted(&told.running)?, workers).await?;
        let mut wrong = 0;
        for id in &ids {
            let checked = match engine_for(session, told, &bank, id, &shared, workers).await {
                Ok(engine) => one(session, &engine, &bank, id, seed).await,
                Err(failure) => {
                    let findings = vec![format!("{}; {}", failure.message, failure.help)];
                    Checked { id: id.clone(), findings, goldens: 0 }
                }
            };
            wrong += usize::from(!checked.findings.is_empty());
            if !(session.console().quiet() && checked.findings.is_empty()) {
                session.console().data(&text(&checked))?;
            }
        }
        conclude(session, ids.len(), wrong, seed)
    })
}

async fn start(session: &Session, wanted: Wanted, workers: usize) -> Result<Arc<Engine>, Failure> {
    let engine = session.engine(&wanted, workers).await;
    Ok(Arc::new(engine.map_err(|error| runtime_failure(&error))?))
}

/// The engine that all share, or one of its own for a challenge with packages.
async fn engine_for(
    session: &Session,
    told: &args::Check,
    bank: &Bank,
    id: &str,
    shared: &Arc<Engine>,
    workers: usize,
) -> Result<Arc<Engine>, Failure> {
    match bank.get(id) {
        Ok(challenge) if !challenge.requirements.is_empty() => {
            let wanted = with_packages(session, session.wanted(&told.running)?, &challenge)?;
            start(session, wanted, workers).await
        }
        // A challenge that is wrong is told as that when it is checked.
        _ => Ok(Arc::clone(shared)),
    }
}

fn conclude(session: &Session, all: usize, wrong: usize, seed: u64) -> Result<Exit, Failure> {
    if wrong == 0 {
        session.console().progress(&format!("{all} checked, all hold (seed {seed})"));
        return Ok(Exit::Done);
    }
    session.console().progress(&format!("{all} checked, {wrong} with findings; again with `--seed {seed}`"));
    Ok(Exit::BadChallenge)
}

async fn one(session: &Session, engine: &Arc<Engine>, bank: &Bank, id: &str, seed: u64) -> Checked {
    let broken = |error: &bank::BankError| Checked {
        id: id.to_owned(),
        findings: vec![session.bank_failure(error).message],
        goldens: 0,
    };
    let challenge = match bank.get(id) {
        Ok(challenge) => challenge,
        Err(error) => return broken(&error),
    };
    let goldens = match bank.goldens(id) {
        Ok(goldens) => goldens,
        Err(error) => return broken(&error),
    };
    let mut findings: Vec<String> =
        bank::lint(&challenge, &goldens).iter().map(ToString::to_string).collect();
    match bank.stored_mutants(id) {
        Ok(stored) => findings.extend(stale(&goldens, &stored)),
        Err(error) => return broken(&error),
    }
    let answers: Vec<Answer> = goldens.iter().map(|golden| golden.answer.clone()).collect();
    let results = golden_answers(engine, &challenge, goldens, seed).await;
    findings.extend(faults_of_challenge(&results));
    let judged = results.iter().filter(|result| fault_of_challenge(result).is_none());
    findings.extend(judged.flat_map(|result| golden_findings(&challenge, result)));
    findings.extend(leaked(&results, &answers));
    Checked { id: id.to_owned(), findings, goldens: answers.len() }
}

/// Why a golden answer could not be graded, where the challenge is to blame.
fn fault_of_challenge(result: &GoldenResult) -> Option<&str> {
    match &result.grade.verdict {
        Verdict::Ungraded { because, fault: Fault::Challenge } => Some(because),
        _ => None,
    }
}

/// What the hidden Python of the challenge is to blame for, each told once for all the answers it was told of.
fn faults_of_challenge(results: &[GoldenResult]) -> Vec<String> {
    let mut told: Vec<(&str, usize)> = Vec::new();
    for fault in results.iter().filter_map(fault_of_challenge) {
        match told.iter_mut().find(|(known, _)| *known == fault) {
            Some((_, answers)) => *answers += 1,
            None => told.push((fault, 1)),
        }
    }
    told.iter().map(|(fault, answers)| format!("{answers} golden answers were not graded: {fault}")).collect()
}

/// Notes on mutants that no longer fit; nothing is mutated where there are none.
fn stale(goldens: &[Golden], stored: &bank::mutants::Stored) -> Vec<String> {
    if *stored == bank::mutants::Stored::default() {
        return Vec::new();
    }
    let references = bank::mutants::references(goldens, stored);
    bank::mutants::faults(&references, stored).iter().map(ToString::to_string).collect()
}

/// The faults of a golden answer, with what its cases said, so that an author sees why.
fn golden_findings(challenge: &Challenge, result: &GoldenResult) -> Vec<String> {
    if result.faults.is_empty() {
        return Vec::new();
    }
    let mut text = format!("answers/{}: {}", result.name, result.faults.join("; "));
    for case in result.grade.cases.iter().filter(|case| !case.message.is_empty()) {
        let title = challenge.cases.iter().find(|spec| spec.id == case.id).map_or("", |spec| &spec.title);
        let _ = write!(text, "\n    {} ({title}): {}", case.id, case.message);
    }
    vec![text]
}

/// What candidates of golden answers would read of hidden files, each literal told once.
fn leaked(results: &[GoldenResult], answers: &[Answer]) -> Vec<String> {
    let mut told: Vec<(String, &str, &str)> = Vec::new();
    for (result, answer) in results.iter().zip(answers) {
        for (literal, file) in leaks::leaks(&result.grade, answer) {
            if !told.iter().any(|(known, of, _)| (known, *of) == (&literal, file)) {
                told.push((literal, file, &result.name));
            }
        }
    }
    let sentence = |(literal, file, name): &(String, &str, &str)| {
        format!(
            "the candidate of answers/{name} would read `{}`, which is hidden in {file}",
            one_line(literal)
        )
    };
    told.iter().map(sentence).collect()
}

fn text(checked: &Checked) -> String {
    if checked.findings.is_empty() {
        return format!("ok    {}  {} golden answers", checked.id, checked.goldens);
    }
    let mut text = format!("WRONG {}", checked.id);
    for finding in &checked.findings {
        let _ = write!(text, "\n  - {}", finding.replace('\n', "\n    "));
    }
    text
}
