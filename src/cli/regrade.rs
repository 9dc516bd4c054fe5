//! `viva regrade`: what a changed harness affects is graded again, and whose score changes by it is shown.
//!
//! What was before stays in the store until it is accepted, so a regrade may be killed and go on. Must not decide what a
//! result is worth.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use futures_util::StreamExt;

use crate::engine::Engine;
use crate::engine::batch::{Terms, Unit, depends};
use crate::engine::engines::Engines;
use crate::model::batch::Standing;
use crate::model::challenge::Challenge;
use crate::model::evidence::Asked;
use crate::report::json::{Report, to_json};
use crate::report::regrade::{Affected, Changed, Named, Regrade, SCHEMA, what_changed};
use crate::store::Store;

use super::args::{self, Format};
use super::batch::kept::Kept;
use super::batch::lock::Lock;
use super::batch::run::{self, Ended, Sink, at_once};
use super::batch::work::{Known, Work};
use super::batch::{STORE, finish, seed, stored};
use super::env::engines;
use super::exit::{Exit, Failure};
use super::session::{Session, Stop, Wanted, tokio};

/// Grades again what a changed harness affects.
///
/// # Errors
/// A [`Failure`] when there are no results, or they cannot be used; what was stored stays.
pub fn regrade(session: &Session, told: &args::Regrade) -> Result<Exit, Failure> {
    if !told.out.join(STORE).is_file() {
        return Err(Failure {
            exit: Exit::Usage,
            message: format!("{} holds no results", crate::source::shown::path(&told.out)),
            help: "name the folder that `viva batch --out` wrote".to_owned(),
        });
    }
    tokio()?.block_on(run_all(session, told))
}

async fn run_all(session: &Session, told: &args::Regrade) -> Result<Exit, Failure> {
    let mut stop = Stop::listen()?;
    let _lock = Lock::take(&told.out)?;
    let store = Store::open(&told.out.join(STORE)).await.map_err(|error| stored(&error))?;
    if told.accept {
        let count = store.accept().await.map_err(|error| stored(&error))?;
        store.close().await;
        session.console().progress(&format!("{count} earlier results are forgotten; the new ones stand"));
        return Ok(Exit::Done);
    }
    let mut kept = kept(&store, told).await?;
    let wanted = wanted(session, told, &kept)?;
    (kept.runtime, kept.python) = (wanted.kind, wanted.python.clone());
    let seed = match told.running.seed {
        Some(typed) if told.dry_run => typed,
        typed => seed(&store, typed).await?,
    };
    let terms = Terms { seed, asked: Asked::from(kept.asked), at_once: at_once() };
    let bank = session.bank_or(kept.bank.as_deref())?;
    let challenges: Vec<Arc<Challenge>> =
        kept.challenges.iter().map(|id| session.challenge(&bank, id)).collect::<Result<_, _>>()?;
    let work = Work::find(&challenges, &kept.submissions, kept.layout.as_deref())?;
    let engines = stop.or(engines(session, &wanted, work.challenges(), at_once())).await?;
    let chosen = stop.or(choose(&store, &engines, &work, terms)).await?;

    let mut report = Regrade {
        schema: SCHEMA.to_owned(),
        dry_run: told.dry_run,
        affected: chosen.affected,
        compared: 0,
        changed: Vec::new(),
        handed_in_anew: chosen.handed_in_anew,
    };
    let mut ended = Ended { stopped: false, left: 0, stored: 0 };
    if !told.dry_run && !chosen.units.is_empty() {
        report.affected.clear();
        let sink = Sink { store: &store, submissions: &kept.submissions.clone(), compares: true };
        ended = run::run(session, &sink, engines, chosen.units, terms, &mut stop).await?;
        run::note_end(&store, &mut kept, ended).await?;
    }
    compare(&store, &mut report).await?;
    show(session, told, &report)?;
    if told.dry_run {
        store.close().await;
        return Ok(Exit::Done);
    }
    finish(session, store, &told.out, &kept, ended, &mut stop, told.format == Format::Text).await
}

/// What the batch was asked to do, with what was typed now in its place.
async fn kept(store: &Store, told: &args::Regrade) -> Result<Kept, Failure> {
    let kept = Kept::read(store).await?.ok_or_else(|| Failure {
        exit: Exit::Usage,
        message: format!(
            "{} was written by a viva that did not note where the submissions lie",
            crate::source::shown::path(&told.out)
        ),
        help: "run the same `viva batch` command once more: it grades nothing that is known and notes it"
            .to_owned(),
    })?;
    let submissions = told.submissions.clone().unwrap_or_else(|| kept.submissions.clone());
    if !submissions.is_dir() {
        return Err(Failure {
            exit: Exit::Usage,
            message: format!("the submissions are no longer in {}", crate::source::shown::path(&submissions)),
            help: "say where they are now with `--submissions FOLDER`".to_owned(),
        });
    }
    let submissions = std::fs::canonicalize(&submissions)?;
    Ok(Kept { submissions, layout: told.layout.clone().or_else(|| kept.layout.clone()), ..kept })
}

/// How answers are run: as was typed now, else as the batch was.
fn wanted(session: &Session, told: &args::Regrade, kept: &Kept) -> Result<Wanted, Failure> {
    let typed = session.wanted(&told.running)?;
    let is_typed = told.running.runtime.is_some() || told.running.python.is_some();
    if is_typed {
        return Ok(typed);
    }
    Ok(Wanted { kind: kept.runtime, python: kept.python.clone(), allow_weaker: typed.allow_weaker })
}

/// What is to be graded again.
struct Chosen {
    units: Vec<Unit>,
    affected: Vec<Affected>,
    handed_in_anew: Vec<Named>,
}

/// Finds the results whose key is another now although the answer is the same.
async fn choose(store: &Store, engines: &Engines, work: &Work, terms: Terms) -> Result<Chosen, Failure> {
    let known: Known = store.known().await.map_err(|error| stored(&error))?;
    let mut units: HashMap<(String, String), Unit> = work
        .units(&Known::new())
        .into_iter()
        .map(|unit| ((unit.candidate.clone(), unit.challenge.id.to_string()), unit))
        .collect();
    let mut chosen = Chosen { units: Vec::new(), affected: Vec::new(), handed_in_anew: Vec::new() };
    let mut names: Vec<&(String, String)> = known.keys().collect();
    names.sort();
    for name in names {
        let (key, standing) = &known[name];
        let named = Named { candidate: name.0.clone(), challenge: name.1.clone() };
        if !matches!(standing, Standing::Graded { .. } | Standing::Ungraded { .. }) {
            continue;
        }
        let Some(unit) = units.remove(name) else {
            chosen.handed_in_anew.push(named);
            continue;
        };
        let engine = engines.engine(&unit.challenge);
        let now = depends(engine, &unit, terms).await;
        if now.as_ref().is_some_and(|now| now.key == *key) && standing.is_final() {
            continue;
        }
        let report = store.report(&name.0, &name.1).await.map_err(|error| stored(&error))?;
        let report = Report::from_json(&report).ok();
        let same = now.is_some_and(|now| {
            report.as_ref().is_none_or(|report| report.answer.sha256 == now.answer_sha256)
        });
        if !same {
            chosen.handed_in_anew.push(named);
            continue;
        }
        let because = because(engine, &unit, terms, report.as_ref(), standing);
        chosen.affected.push(Affected { named, because });
        chosen.units.push(unit);
    }
    Ok(chosen)
}

/// What is another now than when a report was made.
fn because(
    engine: &Engine,
    unit: &Unit,
    terms: Terms,
    report: Option<&Report>,
    standing: &Standing,
) -> Vec<String> {
    let mut because = Vec::new();
    if let Some(before) = report {
        because = what_changed(before, &as_now(engine, unit, terms, before));
    }
    if !standing.is_final() {
        because.push("ungraded".to_owned());
    }
    because
}

/// A report with everything that its harness is now.
fn as_now(engine: &Engine, unit: &Unit, terms: Terms, before: &Report) -> Report {
    let mut now = before.clone();
    now.challenge.revision.clone_from(&unit.challenge.revision);
    engine.toolbox_sha256().clone_into(&mut now.toolbox.sha256);
    now.runtime = crate::report::json::parts::RuntimePart::of(engine.pool().interpreter());
    now.limits = unit.challenge.limits;
    now.seed = terms.seed;
    now.asked = terms.asked.into();
    now.viva = crate::report::json::parts::Tool::this();
    now
}

/// Compares every result that was graded again with what it was, a pair at a time.
async fn compare(store: &Store, report: &mut Regrade) -> Result<(), Failure> {
    let mut pairs = store.compared();
    while let Some(pair) = pairs.next().await {
        let pair = pair.map_err(|error| stored(&error))?;
        report.compared += 1;
        let read = |text: &str| Report::from_json(text).ok();
        report.changed.extend(Changed::between(
            &pair.before,
            read(&pair.report_before).as_ref(),
            &pair.after,
            read(&pair.report_after).as_ref(),
        ));
    }
    Ok(())
}

fn show(session: &Session, told: &args::Regrade, report: &Regrade) -> Result<(), Failure> {
    let console = session.console();
    match told.format {
        Format::Json => console.data(&to_json(report)),
        Format::Text => {
            console.data(&report.text(console.width()))?;
            if report.changed.iter().any(Changed::moves_the_score) {
                console.progress(&format!(
                    "`viva regrade {} --accept` lets the new results stand",
                    shown(&told.out)
                ));
            }
            Ok(())
        }
    }
}

fn shown(path: &Path) -> String {
    crate::source::shown::path(path)
}
