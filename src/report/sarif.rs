//! SARIF 2.1.0: the idioms that an answer misses, at their lines, for code scanning.
//!
//! Written result by result; the rules come last, when they are known. Must not know where it is written.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::json::keys::KindOfEvidence;
use super::sheet::{Fate, Mark, Row, Sheet};
use crate::model::score::Tier;

/// The schema that a reader may check against. Source: SARIF 2.1.0, section 3.13.3.
const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// Writes the file result by result.
#[derive(Debug)]
pub struct Writer<W> {
    to: W,
    written: usize,
    /// Titles and weights of the rules, by identifier.
    rules: BTreeMap<String, (String, Tier)>,
}

impl<W: Write> Writer<W> {
    /// Begins the file.
    ///
    /// # Errors
    /// What the writer says.
    pub fn new(mut to: W) -> io::Result<Self> {
        write!(
            to,
            "{{\"$schema\":\"{SCHEMA}\",\"version\":\"2.1.0\",\"runs\":[{{\"columnKind\":\"unicodeCodePoints\",\"results\":["
        )?;
        Ok(Self { to, written: 0, rules: BTreeMap::new() })
    }

    /// Writes the idioms of one submission.
    ///
    /// # Errors
    /// What the writer says.
    pub fn put(&mut self, sheet: &Sheet) -> io::Result<()> {
        if sheet.fate != Fate::Graded {
            return Ok(());
        }
        for row in sheet.rows.iter().filter(|row| row.kind == KindOfEvidence::Idiom) {
            let rule = format!("{}/{}", sheet.challenge, row.id);
            self.rules.entry(rule.clone()).or_insert_with(|| (row.title.clone(), row.earns));
            if matches!(row.mark, Mark::Missed(_)) {
                let comma = if self.written == 0 { "" } else { "," };
                write!(self.to, "{comma}\n{}", result(&rule, sheet, row))?;
                self.written += 1;
            }
        }
        Ok(())
    }

    /// Ends the file.
    ///
    /// # Errors
    /// What the writer says.
    pub fn finish(mut self) -> io::Result<W> {
        let rules: Vec<Value> = self
            .rules
            .iter()
            .map(|(id, (title, earns))| {
                json!({
                    "id": id, "shortDescription": { "text": title }, "fullDescription": { "text": title },
                    "help": { "text": format!("`viva show {} --hidden` shows what it is for.", id.split('/').next().unwrap_or_default()) },
                    "defaultConfiguration": { "level": level(*earns) },
                    "properties": { "tags": ["idiom", earns] },
                })
            })
            .collect();
        let driver = json!({
            "name": "viva", "semanticVersion": env!("CARGO_PKG_VERSION"), "rules": rules,
        });
        writeln!(self.to, "\n],\"tool\":{{\"driver\":{driver}}}}}]}}")?;
        self.to.flush()?;
        Ok(self.to)
    }
}

fn level(earns: Tier) -> &'static str {
    match earns {
        Tier::Maybe | Tier::Yes => "warning",
        Tier::StrongYes => "note",
    }
}

fn result(rule: &str, sheet: &Sheet, row: &Row) -> Value {
    let at = row.lines.first();
    let file = at.map_or(&sheet.file, |spot| &spot.file);
    let mut place = json!({ "artifactLocation": { "uri": uri(file), "uriBaseId": "%SRCROOT%" } });
    // Where nothing in it shows the idiom, the answer as a whole misses it, which its first line stands for.
    place["region"] = json!({ "startLine": at.map_or(1, |spot| spot.line.max(1)) });
    let message = if sheet.candidate.is_empty() {
        format!("Missed: {}", row.title)
    } else {
        format!("{}: missed: {}", sheet.candidate, row.title)
    };
    json!({
        "ruleId": rule, "level": level(row.earns), "message": { "text": message },
        "locations": [{ "physicalLocation": place }],
        "partialFingerprints": { "primaryLocationLineHash": fingerprint(rule, file, at.map_or("", |spot| &spot.text)) },
    })
}

/// What stays the same as long as the line does, wherever it moves.
fn fingerprint(rule: &str, file: &str, line: &str) -> String {
    let text = [rule, file, line.trim()].join("\n");
    let hash = format!("{:x}", Sha256::digest(text.as_bytes()));
    format!("{}:1", &hash[..16])
}

/// A relative path as a URI reference. Source: RFC 3986, sections 2.3 and 4.2.
fn uri(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    if out.is_empty() { "answer.py".to_owned() } else { out }
}

#[cfg(test)]
mod tests {
    use super::super::sheet::samples;
    use super::*;

    fn written(sheets: &[Sheet]) -> Value {
        let mut writer = Writer::new(Vec::new()).expect("begun");
        sheets.iter().for_each(|sheet| writer.put(sheet).expect("written"));
        serde_json::from_slice(&writer.finish().expect("finished")).expect("JSON")
    }

    #[test]
    fn it_follows_the_schema_of_oasis() {
        let schema = include_str!("../../tests/schemas/sarif-schema-2.1.0.json");
        let schema =
            jsonschema::validator_for(&serde_json::from_str(schema).expect("JSON")).expect("a schema");
        for sheets in [samples::all(false), samples::all(true), Vec::new()] {
            let report = written(&sheets);
            let errors: Vec<String> = schema.iter_errors(&report).map(|error| error.to_string()).collect();
            assert!(errors.is_empty(), "{errors:?}");
        }
    }

    #[test]
    fn every_result_has_a_rule_a_line_and_a_path_that_is_one() {
        let report = written(&samples::all(false));
        let run = &report["runs"][0];
        let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
        let results = run["results"].as_array().expect("results");
        assert!(!results.is_empty() && !rules.is_empty());
        for result in results {
            assert!(rules.iter().any(|rule| rule["id"] == result["ruleId"]));
            let place = &result["locations"][0]["physicalLocation"];
            assert!(place["region"]["startLine"].as_u64() >= Some(1));
            let uri = place["artifactLocation"]["uri"].as_str().expect("a path");
            assert!(!uri.contains([' ', ':']) && uri.contains("%25.py"), "{uri}");
        }
    }
}
