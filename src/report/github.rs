//! GitHub Actions: annotations for the log, and a job summary in Markdown, both from the candidate's view.
//!
//! What a candidate wrote stands in a command only escaped, and otherwise only between `stop-commands` tokens.
//! Source: docs.github.com, "Workflow commands for GitHub Actions". Must not know where it is written.

use std::io::{self, Write};

use super::batch::feedback::text;
use super::json::keys::KindOfEvidence;
use super::sheet::{Fate, Row, Sheet};
use crate::model::score::Tier;

/// Annotations of one level that GitHub shows of one step.
const OF_LEVEL_MAX: usize = 10;
/// Bytes of a summary after which submissions are only counted; GitHub takes 1 MiB of one step.
const SUMMARY_BYTES_MAX: usize = 900 * 1024;
/// Titles of what was missed that one row or annotation names.
const TITLES_MAX: usize = 6;

/// How loud an annotation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Level {
    Error,
    Warning,
    Notice,
}

/// The annotations of a run: as many of each level as GitHub shows.
#[derive(Debug, Default)]
pub struct Annotations {
    lines: Vec<String>,
    counts: [usize; 3],
    left: usize,
}

impl Annotations {
    /// Annotates everything that one answer misses, what matters most first.
    #[must_use]
    pub fn of_answer(sheet: &Sheet) -> Self {
        let mut all = Self::default();
        if all.put_whole(sheet) {
            return all;
        }
        for row in sheet.missed() {
            let level = match row.earns {
                Tier::Maybe => Level::Error,
                Tier::Yes => Level::Warning,
                Tier::StrongYes => Level::Notice,
            };
            let mut says = vec![row.says()];
            says.extend(row.details.iter().map(String::as_str));
            all.put(level, sheet, sheet.at(row), &row.title, &says.join("\n"));
        }
        all
    }

    /// Annotates one submission of many with one line.
    pub fn put_submission(&mut self, sheet: &Sheet) {
        if self.put_whole(sheet) {
            return;
        }
        let missed: Vec<&Row> = sheet.missed().collect();
        if missed.is_empty() {
            return;
        }
        let at = missed.iter().find_map(|row| sheet.at(row));
        self.put(
            Level::Warning,
            sheet,
            at,
            &sheet.name(),
            &format!("{}; missed: {}", points(sheet), titles(&missed)),
        );
    }

    /// Annotates what is told of a submission as a whole; whether that is all there is to tell.
    fn put_whole(&mut self, sheet: &Sheet) -> bool {
        let name = sheet.name();
        match &sheet.fate {
            Fate::Missing => self.put(Level::Notice, sheet, None, &name, "nothing was handed in"),
            Fate::Waiting => self.put(Level::Notice, sheet, None, &name, "not graded yet"),
            Fate::Refused(because) => {
                self.put(Level::Error, sheet, None, &name, &format!("refused: {because}"))
            }
            Fate::Ungraded(_) => {
                self.put(
                    Level::Error,
                    sheet,
                    None,
                    &name,
                    "could not be graded, which is no fault of the answer",
                );
            }
            Fate::Graded => {
                let Some((message, place)) = &sheet.load_failure else { return false };
                let at = place.as_ref().map(|place| (sheet.path_of(place), place.line));
                self.put(Level::Error, sheet, at, &name, &format!("the answer does not load: {message}"));
            }
        }
        true
    }

    fn put(&mut self, level: Level, sheet: &Sheet, at: Option<(String, u32)>, title: &str, message: &str) {
        let count = &mut self.counts[level as usize];
        *count += 1;
        if *count > OF_LEVEL_MAX {
            self.left += 1;
            return;
        }
        let word = match level {
            Level::Error => "error",
            Level::Warning => "warning",
            Level::Notice => "notice",
        };
        let mut properties = Vec::new();
        let (file, line) = at.unwrap_or_else(|| (sheet.file.clone(), 0));
        if !file.is_empty() {
            properties.push(format!("file={}", property(&file)));
        }
        if !file.is_empty() && line > 0 {
            properties.push(format!("line={line},endLine={line}"));
        }
        properties.push(format!("title={}", property(title)));
        self.lines.push(format!("::{word} {}::{}", properties.join(","), data(message)));
    }

    /// The commands, a line each.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text: String = self.lines.iter().map(|line| format!("{line}\n")).collect();
        if self.left > 0 {
            text.push_str(&format!("{} more are in the job summary\n", self.left));
        }
        text
    }
}

/// A text between tokens that keep the log from obeying it; `token` is one that nobody can foretell.
#[must_use]
pub fn guarded(text: &str, token: &str) -> String {
    format!("::stop-commands::{token}\n{}\n::{token}::\n", text.trim_end_matches('\n'))
}

/// A message of a command. Source: actions/runner, `ActionCommand.cs`, `EscapeData`.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property of a command. Source: actions/runner, `ActionCommand.cs`, `EscapeProperty`.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

fn points(sheet: &Sheet) -> String {
    format!("{} of {} points", sheet.points.earned, sheet.points.possible)
}

fn titles(missed: &[&Row]) -> String {
    let mut titles: Vec<&str> = missed.iter().take(TITLES_MAX).map(|row| row.title.as_str()).collect();
    let more = missed.len().saturating_sub(TITLES_MAX);
    let more = format!("and {more} more");
    if missed.len() > TITLES_MAX {
        titles.push(&more);
    }
    titles.join("; ")
}

/// Writes a job summary, row by row.
#[derive(Debug)]
pub struct Summary<W> {
    to: W,
    bytes: usize,
    left: usize,
}

impl<W: Write> Summary<W> {
    /// Begins the summary of a batch.
    ///
    /// # Errors
    /// What the writer says.
    pub fn new(to: W) -> io::Result<Self> {
        let mut summary = Self { to, bytes: 0, left: 0 };
        summary
            .write("## viva\n\n| candidate | challenge | points | missed |\n| --- | --- | ---: | --- |\n")?;
        Ok(summary)
    }

    /// Writes one submission of the candidate's view.
    ///
    /// # Errors
    /// What the writer says.
    pub fn put(&mut self, sheet: &Sheet) -> io::Result<()> {
        let missed: Vec<&Row> = sheet.missed().collect();
        let of = format!("{} of {}", sheet.points.earned, sheet.points.possible);
        let (got, said) = match (&sheet.fate, &sheet.load_failure) {
            (Fate::Missing, _) => (String::new(), "nothing was handed in".to_owned()),
            (Fate::Waiting, _) => (String::new(), "not graded yet".to_owned()),
            (Fate::Refused(because), _) => (String::new(), format!("refused: {because}")),
            (Fate::Ungraded(_), _) => {
                (String::new(), "could not be graded, which is no fault of the answer".to_owned())
            }
            (Fate::Graded, Some((message, _))) => (of, format!("does not load: {message}")),
            (Fate::Graded, None) => (of, titles(&missed)),
        };
        let row =
            format!("| {} | {} | {got} | {} |\n", text(&sheet.candidate), text(&sheet.title), text(&said));
        if self.bytes + row.len() > SUMMARY_BYTES_MAX {
            self.left += 1;
            return Ok(());
        }
        self.write(&row)
    }

    fn write(&mut self, piece: &str) -> io::Result<()> {
        self.bytes += piece.len();
        self.to.write_all(piece.as_bytes())
    }

    /// Ends the summary.
    ///
    /// # Errors
    /// What the writer says.
    pub fn finish(mut self) -> io::Result<W> {
        if self.left > 0 {
            let left = self.left;
            self.write(&format!("\n{left} more are in results.csv.\n"))?;
        }
        self.to.flush()?;
        Ok(self.to)
    }
}

/// The summary of one answer, as Markdown.
#[must_use]
pub fn summary_of_answer(sheet: &Sheet) -> String {
    let mut page = format!("## {}\n\n", text(&sheet.title));
    let mut say = |line: &str| page.push_str(&format!("{line}\n"));
    match (&sheet.fate, &sheet.load_failure) {
        (Fate::Graded, Some((message, _))) => say(&format!("The answer does not load: {}", text(message))),
        (Fate::Graded, None) => {
            say(&format!("{}.\n\n| | | needed for |\n| --- | --- | --- |", points(sheet)));
            for row in &sheet.rows {
                let mark = if matches!(row.mark, super::sheet::Mark::Met) { "met" } else { "missed" };
                let kind = if row.kind == KindOfEvidence::Case { "" } else { " (shape of the code)" };
                let for_score = row.earns.score().name();
                say(&format!("| {mark} | {}{kind} | {for_score} |", text(&row.title)));
            }
        }
        (Fate::Refused(because), _) => say(&format!("It could not be taken: {}", text(because))),
        (Fate::Missing, _) => say("Nothing was handed in."),
        (Fate::Waiting, _) => say("It is not graded yet."),
        (Fate::Ungraded(_), _) => say("It could not be graded. That is no fault of the answer."),
    }
    page
}

#[cfg(test)]
mod tests {
    use super::super::sheet::samples;
    use super::*;

    /// A command: its word, its properties and its message.
    type Command = (String, Vec<(String, String)>, String);

    /// A command as the runner reads it; [`None`] for a plain line.
    ///
    /// Source: actions/runner, `ActionCommand.cs`, `TryParseV2`.
    fn command(line: &str) -> Option<Command> {
        let rest = line.trim_start().strip_prefix("::")?;
        let (head, message) = rest.split_once("::")?;
        let (word, properties) = head.split_once(' ').unwrap_or((head, ""));
        let unescape = |text: &str| {
            let escapes = [("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")];
            escapes.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
        };
        let properties = properties.split(',').filter(|pair| !pair.is_empty()).map(|pair| {
            let (name, value) = pair.split_once('=').expect("a property has a value");
            (name.to_owned(), unescape(value))
        });
        Some((word.to_owned(), properties.collect(), unescape(message)))
    }

    fn commands(text: &str) -> Vec<Command> {
        text.lines().filter_map(command).collect()
    }

    #[test]
    fn the_runner_reads_annotations_and_nothing_else() {
        let mut all = Annotations::default();
        samples::all(true).iter().for_each(|sheet| all.put_submission(sheet));
        let one: String =
            samples::all(true).iter().map(|sheet| Annotations::of_answer(sheet).text()).collect();
        for text in [all.text(), one] {
            for line in text.lines().filter(|line| !line.ends_with("in the job summary")) {
                let (word, properties, _) = command(line).unwrap_or_else(|| panic!("no command: {line}"));
                assert!(["error", "warning", "notice"].contains(&word.as_str()), "{line}");
                let names: Vec<&str> = properties.iter().map(|(name, _)| name.as_str()).collect();
                assert!(
                    names.contains(&"title")
                        && names.iter().all(|name| ["file", "line", "endLine", "title"].contains(name)),
                    "{line}"
                );
                let file = &properties.iter().find(|(name, _)| name == "file").expect("a file").1;
                assert_eq!(file, "class of 26/::ada%.py", "what was escaped is read back");
            }
        }
    }

    #[test]
    fn github_shows_ten_of_a_kind_and_the_rest_is_counted() {
        let mut all = Annotations::default();
        let missing = &samples::all(true)[0];
        (0..25).for_each(|_| all.put_submission(missing));
        assert_eq!(commands(&all.text()).len(), 10);
        assert!(all.text().contains("15 more"));
    }

    #[test]
    fn what_is_guarded_cannot_speak() {
        let text = guarded("fine\n::set-output name=x::y\n", "T0KEN");
        assert_eq!(text, "::stop-commands::T0KEN\nfine\n::set-output name=x::y\n::T0KEN::\n");
    }

    #[test]
    fn nothing_in_a_summary_is_alive() {
        let mut summary = Summary::new(Vec::new()).expect("begun");
        for sheet in samples::all(true) {
            summary.put(&sheet).expect("written");
            let page = summary_of_answer(&sheet);
            assert!(!page.contains("<b>") && !page.contains("HIDDEN"), "{page}");
        }
        let page = String::from_utf8(summary.finish().expect("finished")).expect("UTF-8");
        assert!(!page.contains("<b>") && !page.contains("HIDDEN") && !page.contains('\u{1b}'), "{page}");
        // A stranger's bar would be a column of its own.
        for row in page.lines().skip(2) {
            let bars = row.replace("\\|", "").matches('|').count();
            assert_eq!(bars, 5, "{row}");
        }
    }

    #[test]
    fn a_summary_stays_below_what_github_takes() {
        let mut summary = Summary::new(Vec::new()).expect("begun");
        let missing = &samples::all(true)[0];
        (0..20_000).for_each(|_| summary.put(missing).expect("written"));
        let page = summary.finish().expect("finished");
        assert!(page.len() < 1 << 20 && String::from_utf8_lossy(&page).contains("more are in results.csv"));
    }
}
