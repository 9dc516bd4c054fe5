//! From a manifest and the files beside it to a challenge, with its revision.
//!
//! Must not know where the files came from.

use sha2::{Digest, Sha256};

use super::crosscheck;
use super::files::Files;
use super::manifest::{self, Manifest};
use super::problem::{BankError, Fault, Problem};
use crate::model::challenge::{
    CaseSpec, Challenge, CommandExpectation, CommandLine, ConceptSpec, FollowUp, Harness, How, IdiomSpec,
    Misconception, PredictionSpec, Rubric, TableExpectation,
};
use crate::model::id::{ChallengeId, EvidenceId};

/// Makes a challenge of its files, or tells all that is wrong with them.
///
/// # Errors
/// [`BankError::Faulty`]: the manifest's own faults if it has any, else all of the checks across files.
pub(super) fn challenge(id: &ChallengeId, files: &Files) -> Result<Challenge, BankError> {
    let faulty = |mut problems: Vec<Problem>| {
        problems.sort_by_key(|problem| (problem.file.clone(), problem.span.as_ref().map(|span| span.start)));
        BankError::Faulty { challenge: id.to_string(), problems }
    };
    let Some(text) = files.get(manifest::FILE) else {
        let needed = "a challenge is a folder with a challenge.toml".to_owned();
        let fault = Fault::MissingFile { file: manifest::FILE.to_owned(), needed };
        return Err(faulty(vec![files.problem_of(manifest::FILE, fault)]));
    };
    let manifest = manifest::parse(text, &files.shown(manifest::FILE)).map_err(faulty)?;
    let problems = crosscheck::problems(&manifest, files);
    if !problems.is_empty() {
        return Err(faulty(problems));
    }
    // The walk held every id against the rule, so what follows finds nothing more; it still says so if it did.
    build(id, &manifest, files).map_err(|fault| faulty(vec![files.problem_of(manifest::FILE, fault)]))
}

fn build(id: &ChallengeId, manifest: &Manifest, files: &Files) -> Result<Challenge, Fault> {
    let mut tags = manifest.tags.clone();
    tags.sort();
    tags.dedup();
    Ok(Challenge {
        id: id.clone(),
        revision: revision(files),
        title: manifest.title.clone(),
        level: manifest.level,
        kind: manifest.kind,
        category: manifest.category.heading().to_owned(),
        tags,
        minutes: manifest.minutes,
        reveals: manifest.reveals.as_deref().unwrap_or_default().trim().to_owned(),
        entries: manifest.entry.clone(),
        limits: manifest.limits,
        cases: manifest.case.iter().map(case).collect::<Result<_, _>>()?,
        idioms: idioms(manifest, files)?,
        concepts: concepts(manifest)?,
        prediction: prediction(manifest, files)?,
        rubric: Rubric {
            maybe: manifest.rubric.maybe.trim().to_owned(),
            yes: manifest.rubric.yes.trim().to_owned(),
            strong_yes: manifest.rubric.strong_yes.trim().to_owned(),
        },
        follow_ups: follow_ups(manifest)?,
        misconceptions: misconceptions(manifest)?,
        prompt: files.text("prompt.md").to_owned(),
        starter: files.text("starter.py").to_owned(),
        harness: Harness {
            driver: files.text("driver.py").to_owned(),
            oracle: files.text("oracle.py").to_owned(),
            inputs: files.text("inputs.py").to_owned(),
        },
        requirements: files.text(REQUIREMENTS).to_owned(),
    })
}

fn case(case: &manifest::Case) -> Result<CaseSpec, Fault> {
    let expects = || {
        let equals = case.equals.clone().map(TableExpectation::Equals);
        let raises = || case.raises.clone().map(TableExpectation::Raises);
        let prints = || case.prints.clone().map(TableExpectation::Prints);
        equals.or_else(raises).or_else(prints)
    };
    if let Some(arguments) = &case.command {
        let how = command(case, arguments.clone());
        return spec(case, how);
    }
    let how = match case.call.clone().zip(expects()) {
        Some((call, expects)) => How::Table { setup: case.setup.clone().unwrap_or_default(), call, expects },
        None => How::Driven,
    };
    spec(case, how)
}

fn command(case: &manifest::Case, arguments: Vec<String>) -> How {
    How::Command {
        line: CommandLine {
            arguments,
            stdin: case.stdin.clone().unwrap_or_default(),
            files: case.files.clone().unwrap_or_default(),
        },
        expects: CommandExpectation {
            exit: case.exit.unwrap_or_default(),
            prints: case.prints.clone(),
            stderr: case.stderr.clone(),
            writes: case.writes.clone(),
        },
    }
}

fn spec(case: &manifest::Case, how: How) -> Result<CaseSpec, Fault> {
    Ok(CaseSpec {
        id: EvidenceId::new(&case.id)?,
        title: case.title.clone(),
        earns: case.earns,
        points: case.points,
        visible: case.visible,
        how,
        say: spoken(&case.say),
    })
}

fn idioms(manifest: &Manifest, files: &Files) -> Result<Vec<IdiomSpec>, Fault> {
    let idiom = |idiom: &manifest::Idiom| {
        Ok(IdiomSpec {
            id: EvidenceId::new(&idiom.id)?,
            title: idiom.title.clone(),
            earns: idiom.earns,
            rule: files.text(&rule_path(&idiom.id)).to_owned(),
            say: spoken(&idiom.say),
        })
    };
    manifest.idiom.iter().map(idiom).collect()
}

/// A sentence in one line.
fn spoken(say: &Option<String>) -> Option<String> {
    say.as_ref().map(|say| say.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The packages that answers of a project may import, with their hashes.
pub(super) const REQUIREMENTS: &str = "requirements.txt";

/// Where an idiom's rule stands.
pub(super) fn rule_path(id: &str) -> String {
    format!("idioms/{id}.yml")
}

fn concepts(manifest: &Manifest) -> Result<Vec<ConceptSpec>, Fault> {
    let concept = |concept: &manifest::Concept| {
        Ok(ConceptSpec {
            id: EvidenceId::new(&concept.id)?,
            title: concept.title.clone(),
            earns: concept.earns,
            phrases: concept.phrases.clone(),
            say: spoken(&concept.say),
        })
    };
    manifest.concept.iter().map(concept).collect()
}

fn prediction(manifest: &Manifest, files: &Files) -> Result<Option<PredictionSpec>, Fault> {
    let prediction = |prediction: &manifest::Prediction| {
        Ok(PredictionSpec {
            id: EvidenceId::new(&prediction.id)?,
            title: prediction.title.clone(),
            earns: prediction.earns,
            snippet: files.text("snippet.py").to_owned(),
            say: spoken(&prediction.say),
        })
    };
    manifest.prediction.as_ref().map(prediction).transpose()
}

fn follow_ups(manifest: &Manifest) -> Result<Vec<FollowUp>, Fault> {
    let follow_up = |follow_up: &manifest::FollowUp| {
        Ok(FollowUp {
            question: follow_up.question.trim().to_owned(),
            listen_for: follow_up.listen_for.trim().to_owned(),
            closes: ids(&follow_up.closes)?,
            alone: follow_up.alone,
        })
    };
    manifest.follow_up.iter().map(follow_up).collect()
}

fn misconceptions(manifest: &Manifest) -> Result<Vec<Misconception>, Fault> {
    let misconception = |misconception: &manifest::Misconception| {
        Ok(Misconception {
            id: EvidenceId::new(&misconception.id)?,
            title: misconception.title.clone(),
            text: misconception.text.trim().to_owned(),
            unmet: ids(&misconception.unmet)?,
            met: ids(&misconception.met)?,
            say: spoken(&misconception.say),
        })
    };
    manifest.misconception.iter().map(misconception).collect()
}

fn ids(names: &[String]) -> Result<Vec<EvidenceId>, Fault> {
    names.iter().map(|name| EvidenceId::new(name).map_err(Fault::from)).collect()
}

/// SHA-256 in hexadecimal over everything that a candidate is given or a hint depends on, and not over the golden answers.
///
/// Each file adds its name and its text, each behind its length as eight bytes, the least first; in order of name.
fn revision(files: &Files) -> String {
    const NAMED: [&str; 8] = [
        manifest::FILE,
        "prompt.md",
        "starter.py",
        "driver.py",
        "oracle.py",
        "inputs.py",
        "snippet.py",
        REQUIREMENTS,
    ];
    let mut sha = Sha256::new();
    for path in files.paths().filter(|path| NAMED.contains(path) || path.starts_with("idioms/")) {
        for part in [path, files.text(path)] {
            sha.update((part.len() as u64).to_le_bytes());
            sha.update(part.as_bytes());
        }
    }
    format!("{:x}", sha.finalize())
}
