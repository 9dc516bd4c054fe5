//! The Common Test Report Format (ctrf.io): one list of tests over all submissions.
//!
//! Written test by test. Its objects are closed, so what is viva's own stands in `extra`. Must not know where it is written.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::json::keys::KindOfEvidence;
use super::sheet::{Fate, Mark, Row, Sheet};

/// The version of the format that is written. Source: `ctrf-schema-0.0.json` of the npm package `ctrf` 0.3.0.
const SPEC: &str = "0.0.0";

/// Writes the file test by test.
#[derive(Debug)]
pub struct Writer<W> {
    to: W,
    span_ms: (u64, u64),
    passed: usize,
    failed: usize,
    skipped: usize,
    other: usize,
    suites: usize,
}

impl<W: Write> Writer<W> {
    /// Begins the file; `span_ms` is when the run began and ended, in milliseconds since 1970.
    ///
    /// # Errors
    /// What the writer says.
    pub fn new(mut to: W, span_ms: (u64, u64)) -> io::Result<Self> {
        let tool = json!({ "name": "viva", "version": env!("CARGO_PKG_VERSION") });
        write!(
            to,
            "{{\"reportFormat\":\"CTRF\",\"specVersion\":\"{SPEC}\",\"generatedBy\":\"viva\",\"results\":{{\"tool\":{tool},\"tests\":["
        )?;
        Ok(Self { to, span_ms, passed: 0, failed: 0, skipped: 0, other: 0, suites: 0 })
    }

    /// Writes one submission.
    ///
    /// # Errors
    /// What the writer says.
    pub fn put(&mut self, sheet: &Sheet) -> io::Result<()> {
        self.suites += 1;
        match &sheet.fate {
            Fate::Missing => self.test(sheet, "skipped", "handed in", "nothing was handed in", "missing"),
            Fate::Waiting => self.test(sheet, "skipped", "graded", "not graded yet", "not_graded_yet"),
            Fate::Refused(because) => self.test(sheet, "failed", "handed in", because, "refused"),
            Fate::Ungraded(because) => self.test(sheet, "other", "graded", because, "ungraded"),
            Fate::Graded => {
                if let Some((message, _)) = &sheet.load_failure {
                    self.test(sheet, "failed", "the answer loads", message, "not_loaded")?;
                }
                sheet.rows.iter().try_for_each(|row| self.row(sheet, row))
            }
        }
    }

    fn test(&mut self, sheet: &Sheet, status: &str, name: &str, message: &str, raw: &str) -> io::Result<()> {
        self.write(status, &json!({
            "name": name, "status": status, "duration": 0, "suite": suite(sheet), "message": message, "rawStatus": raw,
        }))
    }

    fn row(&mut self, sheet: &Sheet, row: &Row) -> io::Result<()> {
        let (status, raw) = match row.mark {
            Mark::Met => ("passed", "met"),
            Mark::Missed(outcome) => ("failed", outcome),
            Mark::Open => ("skipped", if row.kind == KindOfEvidence::Case { "not_run" } else { "unheard" }),
        };
        // Whole milliseconds of a bounded run; a part of one counts as one.
        let duration = row.wall_ms.ceil() as u64;
        let mut test = json!({
            "name": row.title, "status": status, "duration": duration, "suite": suite(sheet), "rawStatus": raw,
            "tags": [row.earns], "type": row.kind,
            "extra": { "id": row.id, "points": row.points, "visible": row.visible },
        });
        let mut more = |name: &str, value: Value| test[name] = value;
        if !row.says().is_empty() {
            more("message", row.says().into());
        }
        if !row.details.is_empty() {
            more("trace", row.details.join("\n").into());
        }
        if let Some((file, line)) = sheet.at(row) {
            more("filePath", file.into());
            more("line", line.into());
        }
        for (name, lines) in [("stdout", &row.stdout), ("stderr", &row.stderr)] {
            if !lines.is_empty() {
                more(name, lines.clone().into());
            }
        }
        self.write(status, &test)
    }

    fn write(&mut self, status: &str, test: &Value) -> io::Result<()> {
        let comma = if self.passed + self.failed + self.skipped + self.other == 0 { "" } else { "," };
        match status {
            "passed" => self.passed += 1,
            "failed" => self.failed += 1,
            "skipped" => self.skipped += 1,
            _ => self.other += 1,
        }
        write!(self.to, "{comma}\n{test}")
    }

    /// Ends the file.
    ///
    /// # Errors
    /// What the writer says.
    pub fn finish(mut self) -> io::Result<W> {
        let (start, stop) = self.span_ms;
        let summary = json!({
            "tests": self.passed + self.failed + self.skipped + self.other, "passed": self.passed,
            "failed": self.failed, "skipped": self.skipped, "pending": 0, "other": self.other,
            "suites": self.suites, "start": start, "stop": stop,
        });
        writeln!(self.to, "\n],\"summary\":{summary}}}}}")?;
        self.to.flush()?;
        Ok(self.to)
    }
}

/// Where a test belongs: the challenge, then the candidate.
fn suite(sheet: &Sheet) -> Vec<&str> {
    [&*sheet.challenge, &*sheet.candidate].into_iter().filter(|part| !part.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::sheet::samples;
    use super::*;

    fn written(sheets: &[Sheet]) -> Value {
        let mut writer = Writer::new(Vec::new(), (1_000, 2_000)).expect("begun");
        sheets.iter().for_each(|sheet| writer.put(sheet).expect("written"));
        serde_json::from_slice(&writer.finish().expect("finished")).expect("JSON")
    }

    #[test]
    fn it_follows_the_schema_that_ctrf_publishes() {
        let schema = include_str!("../../tests/schemas/ctrf-schema-0.0.json");
        let schema =
            jsonschema::validator_for(&serde_json::from_str(schema).expect("JSON")).expect("a schema");
        for sheets in [samples::all(false), samples::all(true), Vec::new()] {
            let report = written(&sheets);
            let errors: Vec<String> = schema.iter_errors(&report).map(|error| error.to_string()).collect();
            assert!(errors.is_empty(), "{errors:?}");
        }
    }

    #[test]
    fn the_summary_counts_the_tests() {
        let report = written(&samples::all(false));
        let summary = &report["results"]["summary"];
        let tests = report["results"]["tests"].as_array().expect("a list");
        let count = |status: &str| tests.iter().filter(|test| test["status"] == status).count();
        assert_eq!(summary["tests"], tests.len());
        for status in ["passed", "failed", "skipped", "other"] {
            assert_eq!(summary[status], count(status), "{status}");
        }
        assert!(summary["other"].as_u64() > Some(0), "an ungraded one is neither passed nor failed");
    }
}
