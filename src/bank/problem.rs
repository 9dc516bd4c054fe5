//! What can be wrong with a challenge: typed, with its file and place, and rendered by miette with a caret.
//!
//! Texts of a challenge are made fit to be shown here, since a pack may be a stranger's.

use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

use miette::{Diagnostic, LabeledSpan, NamedSource, SourceCode};

use crate::judge::concept::PhraseError;
use crate::model::id::IdError;
use crate::model::score::Tier;
use crate::source::folder::FolderError;
use crate::source::idioms::RuleFault;
use crate::source::shown::{one_line, same_offsets};

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The file is no TOML.
    #[error("this is no valid TOML: {message}")]
    Syntax {
        /// What the parser says.
        message: String,
    },
    /// The file is not UTF-8.
    #[error("the file is not UTF-8 from byte {offset} on")]
    NotText {
        /// Offset of the first bad byte.
        offset: usize,
    },
    /// A key that no part of a manifest has here.
    #[error("`{key}` is no key of {table}")]
    UnknownKey {
        /// The key.
        key: String,
        /// The table it stands in.
        table: String,
        /// The nearest valid key.
        nearest: Option<String>,
        /// All valid keys.
        valid: Vec<String>,
    },
    /// A key that must be there.
    #[error("{table} lacks `{key}`")]
    MissingKey {
        /// The key.
        key: String,
        /// The table.
        table: String,
        /// What the key means.
        meaning: String,
    },
    /// A value of another type.
    #[error("`{key}` is {found}, expected {expected}")]
    WrongType {
        /// The key.
        key: String,
        /// The type that is there.
        found: String,
        /// The type that was expected.
        expected: String,
    },
    /// A text that is none of the choices.
    #[error("`{key}` cannot be \"{found}\"")]
    NotAChoice {
        /// The key.
        key: String,
        /// The text that is there.
        found: String,
        /// The nearest choice.
        nearest: Option<String>,
        /// All choices.
        choices: Vec<String>,
    },
    /// A number out of its range.
    #[error("`{key}` is {found}, expected {low} to {high}")]
    OutOfRange {
        /// The key.
        key: String,
        /// The number that is there.
        found: String,
        /// The smallest allowed.
        low: i64,
        /// The largest allowed.
        high: i64,
    },
    /// A text or list that is too short or too long.
    #[error("`{key}` has {found} {unit}, expected {low} to {high}")]
    BadLength {
        /// The key.
        key: String,
        /// Its length.
        found: usize,
        /// `characters` or `items`.
        unit: &'static str,
        /// The least allowed.
        low: u64,
        /// The most allowed.
        high: u64,
    },
    /// A text that cannot be a name.
    #[error(transparent)]
    BadId(#[from] IdError),
    /// A text that cannot be a Python name.
    #[error("`{name}` is no Python name")]
    BadName {
        /// The text.
        name: String,
    },
    /// The same name twice.
    #[error("the id `{id}` is used twice")]
    DuplicateId {
        /// The name.
        id: String,
        /// The line of its first use, where it stands in the same file.
        first_line: Option<usize>,
    },
    /// A reference to evidence or a misconception that the challenge does not have.
    #[error("there is no {what} `{id}`")]
    NoSuchId {
        /// What was looked for.
        what: &'static str,
        /// The name.
        id: String,
        /// The nearest name there is.
        nearest: Option<String>,
    },
    /// A concept where something is needed that can be unmet.
    #[error("the concept `{id}` is met or unheard, never unmet")]
    NeverUnmet {
        /// The concept.
        id: String,
    },
    /// A case that is half a table case, or expects two things.
    #[error("the case `{id}` {wrong}")]
    TableCase {
        /// The case.
        id: String,
        /// What is wrong, as a predicate.
        wrong: &'static str,
        /// What to do.
        remedy: &'static str,
    },
    /// Something that only a project can have.
    #[error("{what} is for a project")]
    OnlyProject {
        /// What it is.
        what: &'static str,
    },
    /// A path that does not lie in a command's folder.
    #[error("`{name}` is no path within a command's folder")]
    BadPath {
        /// What stands there.
        name: String,
    },
    /// A line of `requirements.txt` that is not fixed.
    #[error("{what}")]
    Requirement {
        /// What is wrong, as a sentence.
        what: &'static str,
    },
    /// Too few cases of core.
    #[error("core has {found} of the at least {least} cases it needs")]
    FewCoreCases {
        /// How many there are.
        found: usize,
        /// How many are needed.
        least: usize,
    },
    /// A tier that nothing is needed for.
    #[error("nothing is needed for a {} but what a {} needs already", tier.score().number(), tier.score().number() - 1)]
    EmptyTier {
        /// The tier.
        tier: Tier,
    },
    /// A file that is needed.
    #[error("{file} is missing or empty")]
    MissingFile {
        /// The file.
        file: String,
        /// What it is needed for.
        needed: String,
    },
    /// A file that belongs to nothing.
    #[error("nothing uses this file: {why}")]
    StrayFile {
        /// Why.
        why: String,
        /// What to do.
        remedy: String,
    },
    /// A link or a special file.
    #[error("this is {kind}, and a challenge holds only regular files and folders")]
    OddFile {
        /// `a symbolic link`, `a fifo, socket or device` or `a name that is not plain text`.
        kind: &'static str,
    },
    /// A driven case without its function.
    #[error("the case `{id}` has no function in {file}")]
    NoFunction {
        /// The case.
        id: String,
        /// The file.
        file: String,
        /// The nearest decorated function there is.
        nearest: Option<String>,
    },
    /// A function of a case's name that the decorator does not mark.
    #[error("`{name}` is not marked with @case")]
    NotMarked {
        /// The function.
        name: String,
    },
    /// A marked function that no driven case has the name of.
    #[error("no driven case is called `{name}`")]
    NoCase {
        /// The function.
        name: String,
        /// The nearest driven case.
        nearest: Option<String>,
    },
    /// A function twice in one file: the later hides the earlier.
    #[error("the function `{name}` is defined twice")]
    DefinedTwice {
        /// The function.
        name: String,
    },
    /// A text that is no phrase.
    #[error(transparent)]
    Phrase(#[from] PhraseError),
    /// A wrong rule file.
    #[error(transparent)]
    Rule(#[from] RuleFault),
    /// A line of a golden answer's header that is needed.
    #[error("the header lacks `# {key}: ...`")]
    HeaderLacks {
        /// The key.
        key: &'static str,
    },
    /// A line of a golden answer's header that is there twice.
    #[error("the header says `{key}` twice")]
    HeaderTwice {
        /// The key.
        key: String,
    },
    /// A key of a golden answer's header that is nearly one.
    #[error("`{key}` is no key of a golden answer's header")]
    HeaderKey {
        /// What stands there.
        key: String,
        /// The nearest key.
        nearest: String,
    },
    /// A score that is none.
    #[error("`{key}` is \"{found}\", expected a score from 1 to 5")]
    HeaderScore {
        /// The key.
        key: String,
        /// What stands there.
        found: String,
    },
    /// A ceiling under the floor.
    #[error("the ceiling {ceiling} is below the floor {floor}")]
    CeilingBelowFloor {
        /// The floor.
        floor: u8,
        /// The ceiling.
        ceiling: u8,
    },
    /// A template of plans whose parts do not fit each other.
    #[error("{wrong}")]
    Template {
        /// What is wrong, as a sentence.
        wrong: String,
        /// What to do.
        remedy: String,
    },
    /// A golden answer that cannot be read as an answer.
    #[error("this golden answer cannot be read: {why}")]
    GoldenUnreadable {
        /// Why.
        why: String,
    },
}

impl Fault {
    /// What to do about it, where that is more than the message says.
    #[must_use]
    pub fn remedy(&self) -> Option<String> {
        let near = |nearest: &Option<String>| nearest.as_ref().map(|name| format!("did you mean `{name}`?"));
        let or_list = |nearest: &Option<String>, names: &[String], lead: &str| {
            let list = format!("{lead}: {}", names.join(", "));
            Some(near(nearest).map_or(list.clone(), |near| format!("{near} {list}")))
        };
        match self {
            Self::NotText { .. } => Some("save it as UTF-8".to_owned()),
            Self::UnknownKey { nearest, valid, .. } => or_list(nearest, valid, "valid keys"),
            Self::NotAChoice { nearest, choices, .. } => or_list(nearest, choices, "choices"),
            Self::MissingKey { key, meaning, .. } if !meaning.is_empty() => Some(format!("`{key}`: {meaning}")),
            Self::FewCoreCases { .. } => {
                Some("add cases with earns = \"maybe\", one of them the easiest instance".to_owned())
            }
            Self::EmptyTier { tier } => Some(format!("add evidence with earns = \"{}\"", tier.key())),
            Self::DuplicateId { first_line, .. } => Some(first_line.map_or_else(
                || "ids are unique among cases, idioms, concepts, the prediction and misconceptions".to_owned(),
                |line| format!("it was first used on line {line}; ids are unique among cases, idioms, concepts, the prediction and misconceptions"),
            )),
            Self::NoSuchId { nearest, .. } | Self::NoCase { nearest, .. } => near(nearest),
            Self::NeverUnmet { .. } => Some("name a case, an idiom or the prediction instead".to_owned()),
            Self::TableCase { remedy, .. } => Some((*remedy).to_owned()),
            Self::MissingFile { needed, .. } => Some(needed.clone()),
            Self::StrayFile { remedy, .. } | Self::Template { remedy, .. } => Some(remedy.clone()),
            Self::NoFunction { id, nearest, .. } => {
                let write = format!("a driven case needs `@case` above `def {id}(...)`; a table case needs `call`");
                Some(near(nearest).map_or(write.clone(), |near| format!("{near} {write}")))
            }
            Self::OnlyProject { .. } => Some("say kind = \"project\", or leave it out".to_owned()),
            Self::BadPath { .. } => Some("name it as `out.txt` or `folder/out.txt`".to_owned()),
            Self::HeaderKey { nearest, .. } => Some(format!("did you mean `{nearest}`?")),
            Self::HeaderLacks { .. } => Some("a golden answer opens with `# floor: N` and `# ceiling: N`".to_owned()),
            _ => None,
        }
    }
}

/// One thing that is wrong, and where.
#[derive(Debug, Clone, thiserror::Error)]
#[error("{}", one_line(&fault.to_string()))]
pub struct Problem {
    /// What is wrong.
    pub fault: Fault,
    /// The file, relative to the bank: `retry-decorator/challenge.toml`.
    pub file: String,
    /// Where in the file, as bytes.
    pub span: Option<Range<usize>>,
    source_text: Option<NamedSource<Arc<str>>>,
}

impl Problem {
    /// A problem at a place of a text.
    #[must_use]
    pub fn at(fault: Fault, file: &str, text: &str, span: Range<usize>) -> Self {
        let end = span.end.min(text.len());
        let span = span.start.min(end)..end;
        let shown: Arc<str> = same_offsets(text).into();
        Self {
            fault,
            file: file.to_owned(),
            span: Some(span),
            source_text: Some(NamedSource::new(file, shown)),
        }
    }

    /// A problem with a file as a whole.
    #[must_use]
    pub fn of_file(fault: Fault, file: &str) -> Self {
        Self { fault, file: file.to_owned(), span: None, source_text: None }
    }

    /// Line and column, in characters from 1, where there is a place.
    #[must_use]
    pub fn line_column(&self) -> Option<(usize, usize)> {
        let (span, source) = (self.span.as_ref()?, self.source_text.as_ref()?);
        Some(line_column(source.inner(), span.start))
    }
}

/// Line and column of a byte offset, in characters from 1.
#[must_use]
pub fn line_column(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..offset).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (line, column)
}

impl Diagnostic for Problem {
    fn help<'a>(&'a self) -> Option<Box<dyn std::fmt::Display + 'a>> {
        self.fault.remedy().map(|remedy| Box::new(remedy) as _)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.source_text.as_ref().map(|source| source as _)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let span = self.span.clone()?;
        Some(Box::new(std::iter::once(LabeledSpan::new_primary_with_span(None, span))))
    }
}

/// Why a bank or a challenge cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum BankError {
    /// No challenge of that name.
    #[error("there is no challenge `{}` in {bank}", one_line(name))]
    NoSuchChallenge {
        /// The name.
        name: String,
        /// The bank, for people.
        bank: String,
        /// The nearest names, nearest first.
        nearest: Vec<String>,
        /// How many challenges there are.
        count: usize,
    },
    /// A challenge that is wrong; all that could be found in one go.
    #[error("{} {} wrong with the challenge `{challenge}`", problems.len(), if problems.len() == 1 { "thing is" } else { "things are" })]
    Faulty {
        /// The challenge.
        challenge: String,
        /// What is wrong with it, in order of file and place.
        problems: Vec<Problem>,
    },
    /// The bank's folder, or a challenge in it, cannot be read.
    #[error("the challenges cannot be read")]
    Unreadable(#[source] FolderError),
    /// The bank's path is no folder.
    #[error("{} is no folder of challenges", crate::source::shown::path(path))]
    NotABank {
        /// The path.
        path: PathBuf,
        /// What to do.
        remedy: String,
    },
}

impl Diagnostic for BankError {
    fn help<'a>(&'a self) -> Option<Box<dyn std::fmt::Display + 'a>> {
        match self {
            Self::NoSuchChallenge { nearest, count, .. } => Some(Box::new(match &nearest[..] {
                [] => format!("`viva list` shows the {count} there are"),
                names => format!("did you mean {}?", names.join(" or ")),
            })),
            Self::NotABank { remedy, .. } => Some(Box::new(remedy.clone())),
            Self::Faulty { .. } | Self::Unreadable(_) => None,
        }
    }

    fn related<'a>(&'a self) -> Option<Box<dyn Iterator<Item = &'a dyn Diagnostic> + 'a>> {
        match self {
            Self::Faulty { problems, .. } => {
                Some(Box::new(problems.iter().map(|problem| problem as &dyn Diagnostic)))
            }
            _ => None,
        }
    }
}

/// The name among `names` that is so near to `name` that it was probably meant.
pub(crate) fn nearest<'a>(name: &str, names: impl IntoIterator<Item = &'a str>) -> Option<String> {
    nearest_few(name, names, 1).into_iter().next()
}

/// The names that were probably meant, nearest first, at most `count`.
pub(crate) fn nearest_few<'a>(
    name: &str,
    names: impl IntoIterator<Item = &'a str>,
    count: usize,
) -> Vec<String> {
    const ALIKE_MIN: f64 = 0.8;
    // Longer texts are no slip of the keyboard, and the comparison is quadratic.
    if name.chars().count() > 128 {
        return Vec::new();
    }
    let name = name.to_lowercase().replace(['-', ' '], "_");
    let mut alike: Vec<(f64, &str)> = names
        .into_iter()
        .map(|other| {
            let plain = other.to_lowercase().replace(['-', ' '], "_");
            let part = name.len() >= 3 && plain.contains(&name);
            (if part { 0.9 } else { strsim::jaro_winkler(&name, &plain) }, other)
        })
        .filter(|(alike, _)| *alike >= ALIKE_MIN)
        .collect();
    alike.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    alike.into_iter().take(count).map(|(_, other)| other.to_owned()).collect()
}
