//! Which submissions a batch is about: what was found, what is missing, what is claimed twice.
//!
//! Must not know how anything is graded or stored.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::cli::exit::{Exit, Failure};
use crate::cli::session::Session;
use crate::engine::batch::Unit;
use crate::model::batch::Standing;
use crate::model::challenge::Challenge;
use crate::source::shown::one_line;
use crate::source::submissions::{Layout, Submissions};

/// Results that are known, by candidate and challenge: their key and what became of them.
pub type Known = HashMap<(String, String), (String, Standing)>;

/// Every submission that is expected, with the paths that claim to be it.
#[derive(Debug)]
pub struct Work {
    submissions: BTreeMap<(String, String), (Arc<Challenge>, Vec<PathBuf>)>,
    /// Paths that are no submission.
    odd: Vec<String>,
}

impl Work {
    /// Finds the submissions of a folder.
    ///
    /// # Errors
    /// A [`Failure`] when the layout is wrong, the folder cannot be read, or it holds nothing that fits.
    pub fn find(challenges: &[Arc<Challenge>], folder: &Path, layout: Option<&str>) -> Result<Self, Failure> {
        let layout = match layout {
            Some(text) => {
                Layout::parse(text, challenges.len()).map_err(|error| Failure::new(Exit::Usage, &error))?
            }
            None => Layout::plain(challenges.len()),
        };
        let found = layout.find(folder).map_err(|error| Failure::new(Exit::Usage, &error))?;
        let work = Self::of(challenges, found);
        if work.submissions.is_empty() {
            return Err(nothing_found(folder, &layout));
        }
        Ok(work)
    }

    fn of(challenges: &[Arc<Challenge>], found: Submissions) -> Self {
        let mut work = Self { submissions: BTreeMap::new(), odd: found.unmatched };
        for ((candidate, named), paths) in found.found {
            let answered = match &named {
                None => challenges.first(),
                Some(named) => challenges.iter().find(|challenge| challenge.id.as_str() == named),
            };
            let Some(answered) = answered else {
                work.odd.extend(paths.iter().map(|path| one_line(&path.display().to_string())));
                continue;
            };
            for challenge in challenges {
                let key = (candidate.clone(), challenge.id.to_string());
                let entry =
                    work.submissions.entry(key).or_insert_with(|| (Arc::clone(challenge), Vec::new()));
                if challenge.id == answered.id {
                    entry.1.extend(paths.clone());
                }
            }
        }
        work
    }

    /// The challenges that are answered, once for each submission.
    pub fn challenges(&self) -> impl Iterator<Item = &Challenge> {
        self.submissions.values().map(|(challenge, _)| &**challenge)
    }

    /// Whether somebody's submission to a challenge is expected.
    #[must_use]
    pub fn holds(&self, candidate: &str, challenge: &str) -> bool {
        self.submissions.contains_key(&(candidate.to_owned(), challenge.to_owned()))
    }

    /// What can be read, with the key of the result that is known of it.
    #[must_use]
    pub fn units(&self, known: &Known) -> Vec<Unit> {
        self.submissions
            .iter()
            .filter_map(|(key, (challenge, paths))| {
                let [path] = &paths[..] else { return None };
                let known = known.get(key).filter(|(_, standing)| standing.is_final());
                Some(Unit {
                    candidate: key.0.clone(),
                    challenge: Arc::clone(challenge),
                    path: path.clone(),
                    known: known.map(|(key, _)| key.clone()),
                })
            })
            .collect()
    }

    /// What is to be said of submissions before anything is run, where it is not known: missing, claimed by several
    /// paths, or waiting for its turn. A result stands until another takes its place.
    pub fn standings<'a>(
        &'a self,
        known: &'a Known,
    ) -> impl Iterator<Item = (&'a str, &'a Arc<Challenge>, Standing)> {
        self.submissions.iter().filter_map(|(key, (challenge, paths))| {
            let known = known.get(key).map(|(_, standing)| standing);
            let standing = match (&paths[..], known) {
                ([], _) => Standing::Missing,
                ([_], None | Some(Standing::Missing)) => Standing::Waiting,
                ([_], Some(_)) => return None,
                (several, _) => Standing::Refused { because: claimed_twice(several) },
            };
            (known != Some(&standing)).then_some((key.0.as_str(), challenge, standing))
        })
    }

    /// Tells of the paths that are no submission.
    pub fn warn(&self, session: &Session) {
        for path in self.odd.iter().take(5) {
            session.console().progress(&format!("warning: {path} fits no submission and is left out"));
        }
        if self.odd.len() > 5 {
            session.console().progress(&format!("warning: and {} more", self.odd.len() - 5));
        }
    }
}

fn claimed_twice(paths: &[PathBuf]) -> String {
    let names: Vec<String> = paths
        .iter()
        .filter_map(|path| path.file_name())
        .map(|name| one_line(&name.to_string_lossy()))
        .collect();
    format!("{} all claim to be this submission", names.join(", "))
}

/// A folder without a submission, and how to say where they are.
pub fn nothing_found(folder: &Path, layout: &Layout) -> Failure {
    Failure {
        exit: Exit::NothingToGrade,
        message: format!("{} holds nothing that fits the layout `{}`", folder.display(), layout.text()),
        help: "say where a path names who handed in what, as `--layout '{candidate}/{challenge}.py'`"
            .to_owned(),
    }
}
