//! JUnit XML as pytest's `xunit2` writes it: a suite for each submission, a test for each thing that was looked at.
//!
//! Written suite by suite, so that a batch need not fit into memory. What XML cannot hold is written as an escape.
//! Must not know where it is written.

use std::io::{self, Write};

use super::json::keys::KindOfEvidence;
use super::sheet::{Fate, Mark, Row, Sheet};
use crate::judge::escape::push_escaped;

/// Writes the file suite by suite.
#[derive(Debug)]
pub struct Writer<W> {
    to: W,
    timestamp: String,
}

impl<W: Write> Writer<W> {
    /// Begins the file; `began_ms` is when the run began, in milliseconds since 1970.
    ///
    /// # Errors
    /// What the writer says.
    pub fn new(mut to: W, began_ms: u64) -> io::Result<Self> {
        to.write_all(b"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<testsuites name=\"viva\">\n")?;
        Ok(Self { to, timestamp: timestamp(began_ms) })
    }

    /// Writes one submission.
    ///
    /// # Errors
    /// What the writer says.
    pub fn put(&mut self, sheet: &Sheet) -> io::Result<()> {
        let tests = tests(sheet);
        let count = |wanted: Word| tests.iter().filter(|test| test.word == wanted).count();
        let seconds: f64 = tests.iter().map(|test| test.seconds).sum();
        writeln!(
            self.to,
            "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"{}\" skipped=\"{}\" time=\"{seconds:.3}\" timestamp=\"{}\">",
            escaped(&sheet.name()),
            tests.len(),
            count(Word::Failure),
            count(Word::Error),
            count(Word::Skipped),
            self.timestamp,
        )?;
        for test in &tests {
            test.write(&mut self.to, sheet)?;
        }
        self.to.write_all(b"  </testsuite>\n")
    }

    /// Ends the file.
    ///
    /// # Errors
    /// What the writer says.
    pub fn finish(mut self) -> io::Result<W> {
        self.to.write_all(b"</testsuites>\n")?;
        self.to.flush()?;
        Ok(self.to)
    }
}

/// What stands in a test.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Word {
    Passed,
    Failure,
    Error,
    Skipped,
}

struct Test<'a> {
    name: String,
    /// What the class is called beside challenge and candidate; empty for a case.
    kind: &'static str,
    word: Word,
    of: &'a str,
    message: String,
    body: String,
    seconds: f64,
    stdout: String,
    stderr: String,
}

impl<'a> Test<'a> {
    fn new(name: &str, word: Word, of: &'a str, message: &str) -> Self {
        let (name, message) = (name.to_owned(), message.to_owned());
        let empty = String::new;
        Self {
            name,
            kind: "",
            word,
            of,
            body: message.clone(),
            message,
            seconds: 0.0,
            stdout: empty(),
            stderr: empty(),
        }
    }

    fn of_row(sheet: &Sheet, row: &'a Row, why_not_run: &str) -> Self {
        let (word, of) = match row.mark {
            Mark::Met => (Word::Passed, ""),
            Mark::Missed(outcome) => (Word::Failure, outcome),
            Mark::Open => (Word::Skipped, "not_run"),
        };
        let says = match row.mark {
            Mark::Open if row.kind == KindOfEvidence::Case => why_not_run,
            Mark::Open => "nothing was heard of it",
            Mark::Met | Mark::Missed(_) => row.says(),
        };
        let name = if row.id == row.title { row.title.clone() } else { format!("{}: {}", row.id, row.title) };
        let mut body = vec![says.to_owned()];
        body.extend(row.details.iter().cloned());
        body.extend(sheet.at(row).map(|(file, line)| format!("{file}, line {line}")));
        Self {
            kind: match row.kind {
                KindOfEvidence::Case => "",
                KindOfEvidence::Idiom => "idiom",
                KindOfEvidence::Concept => "concept",
                KindOfEvidence::Prediction => "prediction",
            },
            body: body.join("\n"),
            seconds: row.wall_ms / 1000.0,
            stdout: row.stdout.join("\n"),
            stderr: row.stderr.join("\n"),
            ..Self::new(&name, word, of, says)
        }
    }

    fn write(&self, to: &mut impl Write, sheet: &Sheet) -> io::Result<()> {
        let class: Vec<&str> = [&*sheet.challenge, &*sheet.candidate, self.kind]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect();
        write!(
            to,
            "    <testcase classname=\"{}\" name=\"{}\" time=\"{:.3}\">",
            escaped(&class.join(".")),
            escaped(&self.name),
            self.seconds
        )?;
        let element = match self.word {
            Word::Passed => None,
            Word::Failure => Some("failure"),
            Word::Error => Some("error"),
            Word::Skipped => Some("skipped"),
        };
        if let Some(element) = element {
            let (of, message) = (escaped(self.of), escaped(&self.message));
            let body = if self.word == Word::Skipped { String::new() } else { escaped_text(&self.body) };
            write!(to, "<{element} type=\"{of}\" message=\"{message}\">{body}</{element}>")?;
        }
        for (element, text) in [("system-out", &self.stdout), ("system-err", &self.stderr)] {
            if !text.is_empty() {
                write!(to, "<{element}>{}</{element}>", escaped_text(text))?;
            }
        }
        to.write_all(b"</testcase>\n")
    }
}

fn tests(sheet: &Sheet) -> Vec<Test<'_>> {
    match &sheet.fate {
        Fate::Missing => vec![Test::new("handed in", Word::Skipped, "missing", "nothing was handed in")],
        Fate::Waiting => vec![Test::new("graded", Word::Skipped, "not_graded_yet", "not graded yet")],
        Fate::Refused(because) => vec![Test::new("handed in", Word::Error, "refused", because)],
        Fate::Ungraded(because) => vec![Test::new("graded", Word::Error, "ungraded", because)],
        Fate::Graded => {
            let mut tests = Vec::new();
            let mut why_not_run = "not run";
            if let Some((message, place)) = &sheet.load_failure {
                why_not_run = "not run, for the answer does not load";
                let mut test = Test::new("the answer loads", Word::Failure, "not_loaded", message);
                if let Some(place) = place {
                    test.body.push_str(&format!("\n{}, line {}", sheet.path_of(place), place.line));
                }
                tests.push(test);
            }
            tests.extend(sheet.rows.iter().map(|row| Test::of_row(sheet, row, why_not_run)));
            tests
        }
    }
}

/// A text as XML holds it in an attribute.
fn escaped(text: &str) -> String {
    escaped_text(text).replace('\n', "&#10;")
}

/// A text as XML 1.0 holds it; characters that no XML may hold become escapes like `\x1b`.
///
/// Source: Extensible Markup Language 1.0, section 2.2, production Char.
fn escaped_text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push('\n'),
            '\0'..='\x1f' | '\u{fffe}' | '\u{ffff}' => push_escaped(&mut out, character),
            other => out.push(other),
        }
    }
    out
}

/// A moment as ISO 8601 in UTC, without fractions.
///
/// The days are counted in years that begin in March. Source: Howard Hinnant, "chrono-Compatible Low-Level Date
/// Algorithms", `civil_from_days`.
fn timestamp(ms: u64) -> String {
    let seconds = ms / 1000;
    let days = seconds / 86_400 + 719_468;
    let (era, day_of_era) = (days / 146_097, days % 146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    let year = year_of_era + era * 400 + u64::from(month <= 2);
    let (hour, minute, second) = (seconds / 3600 % 24, seconds / 60 % 60, seconds % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}+00:00")
}

#[cfg(test)]
mod tests {
    use super::super::sheet::samples;
    use super::*;

    fn written(sheets: &[Sheet]) -> String {
        let mut writer = Writer::new(Vec::new(), 1_700_000_000_000).expect("begun");
        sheets.iter().for_each(|sheet| writer.put(sheet).expect("written"));
        String::from_utf8(writer.finish().expect("finished")).expect("UTF-8")
    }

    #[test]
    fn moments_are_dates() {
        assert_eq!(timestamp(0), "1970-01-01T00:00:00+00:00");
        assert_eq!(timestamp(951_827_696_789), "2000-02-29T12:34:56+00:00");
        assert_eq!(timestamp(1_700_000_000_000), "2023-11-14T22:13:20+00:00");
    }

    #[test]
    fn a_reader_of_junit_reads_every_suite_back() {
        let sheets = [samples::all(false), samples::all(true)].concat();
        let report = quick_junit::Report::deserialize_from_str(&written(&sheets)).expect("JUnit XML");
        assert_eq!(report.test_suites.len(), sheets.len());
        for (suite, sheet) in report.test_suites.iter().zip(&sheets) {
            assert_eq!(suite.tests, suite.test_cases.len());
            assert!(suite.name.as_str().ends_with("/retry-decorator"), "{:?}", suite.name);
            let missed = sheet.missed().count() + usize::from(sheet.load_failure.is_some());
            if sheet.fate == Fate::Graded {
                assert_eq!((suite.failures, suite.errors), (missed, 0), "{sheet:?}");
            }
        }
    }

    #[test]
    fn nothing_that_xml_forbids_is_written() {
        let text = written(&samples::all(false));
        assert!(!text.contains(['\u{fffe}', '\u{1b}', '\0']), "{text}");
        assert!(text.contains("\\ufffe") && text.contains("&lt;b&gt;&amp;&quot;ada&quot;]]&gt;"), "{text}");
        assert!(!text.lines().any(|line| line.trim_start().starts_with("::")), "{text}");
    }
}
