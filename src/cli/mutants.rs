//! `viva check --mutants`: whether each challenge's cases tell its right answers from nearly right ones.
//!
//! Must not know how mutants are made, run or shown; `source::mutants`, `engine::mutants` and `report::mutants` do.

use std::collections::HashMap;
use std::sync::Arc;

use crate::bank::{self, Bank};
use crate::engine::mutants::{Mark, Subject, Trial, Tried, try_all};
use crate::judge::locate::counted;
use crate::model::challenge::Challenge;
use crate::report::json::to_json;
use crate::report::mutants::{ChallengeMutants, Fate, MutantRow, MutantsReport, diff, page};
use crate::source::mutants::Mutant;

use super::args;
use super::env::engines;
use super::exit::{Exit, Failure};
use super::progress::Progress;
use super::session::{Session, until_interrupted};

/// One challenge with the answers that are mutated.
struct Planned {
    challenge: Arc<Challenge>,
    references: Vec<bank::mutants::Reference>,
    stored: bank::mutants::Stored,
}

/// Runs the mutants of challenges and prints what became of them.
///
/// # Errors
/// A [`Failure`] when a challenge cannot be read or no engine can be had. Survivors above the bounds end with 3.
pub fn check(
    session: &Session,
    told: &args::Check,
    bank: &Bank,
    ids: &[String],
    seed: u64,
) -> Result<Exit, Failure> {
    let planned = ids.iter().map(|id| plan(session, bank, id)).collect::<Result<Vec<_>, _>>()?;
    let subjects: Vec<Subject> = planned.iter().flat_map(subjects).collect();
    let count = subjects.iter().map(|subject| subject.mutants.len()).sum();
    let progress = Arc::new(Progress::new(session.console(), count, "mutants"));
    let tried = until_interrupted(async {
        let workers = std::thread::available_parallelism().map_or(1, usize::from);
        let wanted = session.wanted(&told.running)?;
        let challenges = planned.iter().map(|planned| &*planned.challenge);
        let engines = engines(session, &wanted, challenges, workers).await?;
        let advance = Arc::clone(&progress);
        let advance = Arc::new(move || advance.advance());
        Ok(try_all(&engines, subjects, seed, told.every_case, workers, advance).await)
    })?;
    progress.finish();
    let mut tried = tried.into_iter();
    let challenges = planned.iter().map(|planned| report(planned, &mut tried)).collect();
    let report = MutantsReport::new(seed, told.challenges.is_empty(), challenges);
    match told.format {
        args::Format::Json => session.console().data(&to_json(&report))?,
        args::Format::Text => session.console().data(&page(&report, !report.whole_bank))?,
    }
    let took =
        format!("{} in {:.0} s (seed {seed})", counted(count, "mutant"), progress.elapsed().as_secs_f64());
    session.console().progress(&took);
    Ok(if report.holds { Exit::Done } else { Exit::BadChallenge })
}

fn plan(session: &Session, bank: &Bank, id: &str) -> Result<Planned, Failure> {
    let failure = |error| session.bank_failure(&error);
    let challenge = bank.get(id).map_err(failure)?;
    let goldens = bank.goldens(id).map_err(failure)?;
    let stored = bank.stored_mutants(id).map_err(failure)?;
    Ok(Planned { challenge, references: bank::mutants::references(&goldens, &stored), stored })
}

fn subjects(planned: &Planned) -> Vec<Subject> {
    let subject = |reference: &bank::mutants::Reference| Subject {
        challenge: Arc::clone(&planned.challenge),
        answer: reference.golden.answer.clone(),
        mutants: reference.mutants.iter().map(|mutant| mutant.source.clone()).collect(),
    };
    planned.references.iter().map(subject).collect()
}

/// Takes what became of a challenge's mutants, answer by answer.
fn report(planned: &Planned, tried: &mut impl Iterator<Item = Tried>) -> ChallengeMutants {
    let stored: HashMap<&str, &str> =
        planned.stored.equivalent.iter().map(|note| (note.id.as_str(), note.reason.as_str())).collect();
    let faults = bank::mutants::faults(&planned.references, &planned.stored);
    let mut findings: Vec<String> = faults.iter().map(ToString::to_string).collect();
    let (mut rows, mut answers) = (Vec::new(), Vec::new());
    for (reference, tried) in planned.references.iter().zip(tried) {
        let answer = &reference.golden.name;
        answers.push(answer.clone());
        findings.extend(tried.misses.iter().map(|case| format!("answers/{answer} itself misses `{case}`")));
        for (mutant, trial) in reference.mutants.iter().zip(&tried.trials) {
            let id = bank::mutants::name(answer, mutant);
            let reason = stored.get(id.as_str()).map(|reason| (*reason).to_owned());
            match trial {
                Err(because) => findings.push(format!("{id} was not run: {because}")),
                Ok(trial) if trial.is_caught() && reason.is_some() => {
                    findings.push(format!("mutants.toml stores `{id}` as equivalent, but a case catches it"));
                }
                Ok(_) => {}
            }
            rows.push(row(planned, reference.golden.answer.main(), mutant, id, trial.as_ref().ok(), reason));
        }
    }
    let cases = planned.challenge.cases.iter().map(|case| case.id.to_string()).collect();
    ChallengeMutants::new(planned.challenge.id.as_str(), answers, cases, rows, findings)
}

fn row(
    planned: &Planned,
    source: &str,
    mutant: &Mutant,
    id: String,
    trial: Option<&Trial>,
    reason: Option<String>,
) -> MutantRow {
    let fate = match trial {
        None => Fate::NotTried,
        Some(trial) if trial.refused => Fate::Refused,
        Some(trial) if trial.is_caught() => Fate::Caught,
        Some(_) if reason.is_some() => Fate::Equivalent,
        Some(_) => Fate::Survived,
    };
    let matrix = trial.map_or_else(
        || "-".repeat(planned.challenge.cases.len()),
        |trial| trial.marks.iter().map(|mark| letter(*mark)).collect(),
    );
    MutantRow {
        id,
        change: mutant.change.clone(),
        fate,
        matrix,
        idioms: trial.map(|trial| trial.idioms.iter().map(ToString::to_string).collect()).unwrap_or_default(),
        reason,
        diff: (fate == Fate::Survived).then(|| diff(source, &mutant.source)),
    }
}

fn letter(mark: Mark) -> char {
    match mark {
        Mark::NotRun => '-',
        Mark::Met => '.',
        Mark::Missed => 'x',
        Mark::NoWitness => '?',
    }
}
