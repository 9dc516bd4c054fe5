//! Which submissions a folder holds: one for each candidate and challenge, found by a pattern of paths.
//!
//! A learning platform's export, a classroom of checkouts, or a plain folder of files all are a pattern such as
//! `{candidate}/{challenge}.py`. Nothing is opened but folders, and no link is followed. Must not know what a submission holds.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use regex::Regex;

use super::archive::Archive;
use super::folder::is_junk;
use super::shown::one_line;

/// Names of one folder that are looked at, and submissions that are found, at most.
const NAMES_MAX: usize = 1_000_000;

/// Why a pattern of paths cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LayoutError {
    /// It does not say which part is the candidate.
    #[error(
        "the layout `{layout}` has no {{candidate}}; write it where a path names who handed in, as `{{candidate}}/{{challenge}}.py`"
    )]
    NoCandidate {
        /// The pattern.
        layout: String,
    },
    /// Several challenges are graded and it does not say which part names them.
    #[error("the layout `{layout}` has no {{challenge}}, but {challenges} challenges are graded")]
    NoChallenge {
        /// The pattern.
        layout: String,
        /// How many there are.
        challenges: usize,
    },
    /// A placeholder that does not exist, or stands there twice.
    #[error(
        "the layout `{layout}` holds `{part}`; only {{candidate}}, {{challenge}} (each once) and `*` stand for something"
    )]
    Placeholder {
        /// The pattern.
        layout: String,
        /// The part.
        part: String,
    },
    /// It leads out of the folder, or nowhere.
    #[error("the layout `{layout}` must be a relative path without `..`")]
    NotRelative {
        /// The pattern.
        layout: String,
    },
}

/// Why a folder of submissions cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum SubmissionsError {
    /// The system refused.
    #[error("{} cannot be read", path.display())]
    Io {
        /// The folder.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// More names than anybody hands in.
    #[error("{} holds more than {NAMES_MAX} names", path.display())]
    TooMany {
        /// The folder.
        path: PathBuf,
    },
}

/// A pattern of paths.
#[derive(Debug, Clone)]
pub struct Layout {
    text: String,
    /// One expression for each part of the path.
    parts: Vec<Regex>,
    names_challenge: bool,
}

/// One submission that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Submission {
    /// Who handed it in, fit to be shown.
    pub candidate: String,
    /// The challenge that its path names, where the layout says so.
    pub challenge: Option<String>,
    /// Where it lies.
    pub path: PathBuf,
}

/// What a folder holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Submissions {
    /// The submissions, by candidate and challenge; more than one path where several claim to be the same.
    pub found: BTreeMap<(String, Option<String>), Vec<PathBuf>>,
    /// Paths that fit no part of the layout, fit to be shown.
    pub unmatched: Vec<String>,
}

impl Layout {
    /// The layout of a plain folder: a file, folder or archive for each candidate, and below that for each challenge
    /// where there are several.
    ///
    /// # Panics
    /// Never: both patterns are valid.
    #[must_use]
    pub fn plain(challenges: usize) -> Self {
        let text = if challenges > 1 { "{candidate}/{challenge}" } else { "{candidate}" };
        Self::parse(text, challenges).expect("the patterns above are valid")
    }

    /// Reads a pattern. The end of a file's name (`.py`, `.zip`, ...) may be left out of it.
    ///
    /// # Errors
    /// [`LayoutError`] with what is wrong.
    pub fn parse(text: &str, challenges: usize) -> Result<Self, LayoutError> {
        let layout = || text.to_owned();
        let parts: Vec<&str> = text.trim_end_matches('/').split('/').collect();
        if parts.iter().any(|part| matches!(*part, "" | "." | "..")) {
            return Err(LayoutError::NotRelative { layout: layout() });
        }
        if !text.contains("{candidate}") {
            return Err(LayoutError::NoCandidate { layout: layout() });
        }
        let names_challenge = text.contains("{challenge}");
        if challenges > 1 && !names_challenge {
            return Err(LayoutError::NoChallenge { layout: layout(), challenges });
        }
        for name in ["{candidate}", "{challenge}"] {
            if text.matches(name).count() > 1 {
                return Err(LayoutError::Placeholder { layout: layout(), part: format!("{name} twice") });
            }
        }
        let parts = parts.into_iter().map(|part| expression(part, text)).collect::<Result<_, _>>()?;
        Ok(Self { text: layout(), parts, names_challenge })
    }

    /// The pattern as it was typed.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether paths say which challenge they answer.
    #[must_use]
    pub fn names_challenge(&self) -> bool {
        self.names_challenge
    }

    /// Finds every submission in a folder.
    ///
    /// # Errors
    /// [`SubmissionsError`] when the folder itself cannot be read; what cannot be read below it is unmatched.
    pub fn find(&self, folder: &Path) -> Result<Submissions, SubmissionsError> {
        let mut found = Submissions::default();
        let names = names(folder)?;
        self.walk(folder, &names, 0, (None, None), &mut found);
        found.unmatched.sort();
        Ok(found)
    }

    fn walk(&self, folder: &Path, names: &[Name], depth: usize, known: Known<'_>, found: &mut Submissions) {
        for name in names.iter().filter(|name| !is_junk(&name.shown)) {
            let path = folder.join(&name.raw);
            let is_last = depth + 1 == self.parts.len();
            // A name that is not fit to be shown is matched as it is shown: it has a row like any other.
            let text = name.shown.as_str();
            let text = if is_last { stem(text, name.is_folder) } else { text };
            let matched = self.parts[depth].captures(text);
            let Some(matched) = matched.filter(|_| is_last || name.is_folder) else {
                found.unmatched.push(one_line(&path.display().to_string()));
                continue;
            };
            let candidate = matched.name("candidate").map(|text| text.as_str()).or(known.0);
            let challenge = matched.name("challenge").map(|text| text.as_str()).or(known.1);
            if is_last {
                // Whole: two candidates whose names begin alike are two. A name that fits a layout has no more than 200 characters.
                let candidate = candidate.unwrap_or(&name.shown).to_owned();
                let key = (candidate, challenge.map(str::to_owned));
                found.found.entry(key).or_default().push(path);
            } else {
                match self::names(&path) {
                    Ok(inner) => self.walk(&path, &inner, depth + 1, (candidate, challenge), found),
                    Err(_) => found.unmatched.push(one_line(&path.display().to_string())),
                }
            }
        }
    }
}

/// The candidate and the challenge that a path has named so far.
type Known<'a> = (Option<&'a str>, Option<&'a str>);

/// One name of a folder.
struct Name {
    raw: std::ffi::OsString,
    /// Its text, made fit to be shown.
    shown: String,
    is_folder: bool,
}

fn names(folder: &Path) -> Result<Vec<Name>, SubmissionsError> {
    let io = |source| SubmissionsError::Io { path: folder.to_owned(), source };
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(io)? {
        let entry = entry.map_err(io)?;
        let raw = entry.file_name();
        let shown = one_line(&raw.to_string_lossy());
        // The kind of the name itself: a link is no folder, whatever it leads to.
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        names.push(Name { raw, shown, is_folder });
        if names.len() > NAMES_MAX {
            return Err(SubmissionsError::TooMany { path: folder.to_owned() });
        }
    }
    names.sort_by(|a, b| a.raw.cmp(&b.raw));
    Ok(names)
}

/// A file's name without its end; a folder's as it is.
fn stem(name: &str, is_folder: bool) -> &str {
    if is_folder {
        return name;
    }
    if Archive::of_name(name).is_some() {
        Archive::stem(name)
    } else {
        name.strip_suffix(".py").unwrap_or(name)
    }
}

/// One part of a pattern as an expression over one name of a path.
fn expression(part: &str, layout: &str) -> Result<Regex, LayoutError> {
    let bad = |part: &str| LayoutError::Placeholder { layout: layout.to_owned(), part: part.to_owned() };
    // An end that names are read without is no part of the pattern.
    let part = stem(part, false);
    let mut expression = String::from("^");
    let mut rest = part;
    while let Some(c) = rest.chars().next() {
        let (pattern, length) = match c {
            '{' if rest.starts_with("{candidate}") => ("(?P<candidate>.+?)".to_owned(), "{candidate}".len()),
            '{' if rest.starts_with("{challenge}") => ("(?P<challenge>.+?)".to_owned(), "{challenge}".len()),
            '{' | '}' => return Err(bad(rest)),
            '*' => (".*".to_owned(), 1),
            c => (regex::escape(c.encode_utf8(&mut [0; 4])), c.len_utf8()),
        };
        expression.push_str(&pattern);
        rest = &rest[length..];
    }
    expression.push('$');
    Regex::new(&expression).map_err(|_| bad(part))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn found(layout: &str, challenges: usize, files: &[&str]) -> Submissions {
        let folder = tempfile::tempdir().expect("a scratch folder");
        for file in files {
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().expect("a parent")).expect("the folder can be made");
            fs::write(path, "x = 1\n").expect("the file can be written");
        }
        let layout = Layout::parse(layout, challenges).expect("a valid layout");
        let mut found = layout.find(folder.path()).expect("the folder can be read");
        let below = |path: &Path| path.strip_prefix(folder.path()).expect("below").to_owned();
        found.found.values_mut().flatten().for_each(|path| *path = below(path));
        found
    }

    fn who(found: &Submissions) -> Vec<(&str, Option<&str>)> {
        found.found.keys().map(|(candidate, challenge)| (candidate.as_str(), challenge.as_deref())).collect()
    }

    #[test]
    fn a_plain_folder_has_a_name_for_each_candidate() {
        let found = found("{candidate}", 1, &["ada.py", "bob/answer.py", "cyd.zip", "dee.tar.gz", ".git/x"]);
        assert_eq!(who(&found), [("ada", None), ("bob", None), ("cyd", None), ("dee", None)]);
        assert!(found.unmatched.is_empty());
    }

    #[test]
    fn a_pattern_finds_candidates_and_challenges_anywhere() {
        let files =
            ["week1/submission_ada_lru-cache.py", "week1/notes.txt", "week2/submission_bob_chunked.zip"];
        let found = found("*/submission_{candidate}_{challenge}.py", 2, &files);
        assert_eq!(who(&found), [("ada", Some("lru-cache")), ("bob", Some("chunked"))]);
        assert_eq!(found.unmatched.len(), 1);
    }

    #[test]
    fn two_paths_may_claim_to_be_the_same_submission() {
        let found =
            found("{candidate}/{challenge}", 2, &["ada/once.py", "ada/once.zip", "ada/chunked/answer.py"]);
        let claims: Vec<usize> = found.found.values().map(Vec::len).collect();
        assert_eq!((who(&found).len(), claims), (2, vec![1, 2]));
    }

    #[test]
    fn a_wrong_pattern_says_what_is_wrong() {
        let error = |text: &str, challenges| Layout::parse(text, challenges).expect_err("it is wrong");
        assert!(matches!(error("x/{challenge}.py", 1), LayoutError::NoCandidate { .. }));
        assert!(matches!(error("{candidate}.py", 2), LayoutError::NoChallenge { challenges: 2, .. }));
        assert!(matches!(error("{candidate}/{name}", 1), LayoutError::Placeholder { .. }));
        assert!(matches!(error("{candidate}/{candidate}", 1), LayoutError::Placeholder { .. }));
        assert!(matches!(error("../{candidate}", 1), LayoutError::NotRelative { .. }));
    }

    #[test]
    fn two_names_that_begin_alike_are_two_candidates() {
        let long = "a".repeat(150);
        let found = found("{candidate}", 1, &[&format!("{long}b.py"), &format!("{long}c.py")]);
        assert_eq!(found.found.values().map(Vec::len).collect::<Vec<_>>(), [1, 1]);
    }

    #[test]
    fn no_link_is_entered() {
        let folder = tempfile::tempdir().expect("a scratch folder");
        fs::create_dir(folder.path().join("real")).expect("a folder");
        fs::write(folder.path().join("real/once.py"), "").expect("a file");
        std::os::unix::fs::symlink("real", folder.path().join("link")).expect("a link");
        let found =
            Layout::parse("{candidate}/{challenge}", 2).expect("valid").find(folder.path()).expect("read");
        assert_eq!(who(&found), [("real", Some("once"))]);
        assert_eq!(found.unmatched.len(), 1);
    }
}
