//! Golden answers: answers an author wrote, each with a header that says to the letter what it must get.
//!
//! Must not run or grade them.

use super::files::Files;
use super::problem::{Fault, Problem, nearest};
use crate::model::challenge::{Challenge, Golden};
use crate::model::id::EvidenceId;
use crate::model::score::Score;
use crate::source::folder::RawFile;
use crate::source::intake::{self, Handed, MAIN};

const KEYS: [&str; 4] = ["floor", "ceiling", "misses", "misconceptions"];

/// Where the header of a golden project stands: beside its files and not among them.
const PROJECT: &str = "golden.txt";

/// Reads all golden answers of a challenge, in order of name.
pub(super) fn all(challenge: &Challenge, files: &Files) -> Result<Vec<Golden>, Vec<Problem>> {
    let (mut goldens, mut problems) = (Vec::new(), Vec::new());
    for (name, paths) in by_name(files) {
        match one(&name, &paths, challenge, files) {
            Ok(golden) => goldens.push(golden),
            Err(found) => problems.extend(found),
        }
    }
    if problems.is_empty() { Ok(goldens) } else { Err(problems) }
}

/// The paths of each golden answer: `answers/NAME.py`, or all of `answers/NAME/`.
fn by_name(files: &Files) -> Vec<(String, Vec<String>)> {
    let mut all: Vec<(String, Vec<String>)> = Vec::new();
    for path in files.paths() {
        let Some(rest) = path.strip_prefix("answers/") else { continue };
        let name = match rest.split_once('/') {
            Some((folder, _)) => folder,
            None => match rest.strip_suffix(".py") {
                Some(name) => name,
                None => continue,
            },
        };
        match all.iter_mut().find(|(known, _)| known == name) {
            Some((_, paths)) => paths.push(path.to_owned()),
            None => all.push((name.to_owned(), vec![path.to_owned()])),
        }
    }
    all
}

fn one(name: &str, paths: &[String], challenge: &Challenge, files: &Files) -> Result<Golden, Vec<Problem>> {
    let modules: Vec<String> = challenge.modules().into_iter().map(|entry| entry.name).collect();
    let folder = format!("answers/{name}/");
    let alone = format!("answers/{name}.py");
    let header = if modules.is_empty() { MAIN } else { PROJECT };
    let main = if paths.contains(&alone) { alone } else { format!("{folder}{header}") };
    let unreadable = |why: String| vec![files.problem_of(&main, Fault::GoldenUnreadable { why })];
    if paths.len() > 1 && !main.starts_with(&folder) {
        return Err(unreadable(format!("there are both {main} and {folder}")));
    }
    let relative = |path: &str| path.strip_prefix(&folder).unwrap_or(MAIN).to_owned();
    let raw = paths
        .iter()
        .map(|path| RawFile {
            path: relative(path),
            at: String::new(),
            bytes: files.text(path).as_bytes().to_vec(),
        })
        .filter(|file| file.path != PROJECT && intake::is_part_of_answer(&file.path, &modules))
        .collect();
    let answer = match intake::assemble(raw, &files.shown(&main), &modules, Vec::new()) {
        Ok(Handed::Answer(intake)) => intake.answer,
        Ok(Handed::Refused { refusal, .. }) => return Err(unreadable(refusal.to_string())),
        Err(error) => return Err(unreadable(error.to_string())),
    };
    let mut header = Header { files, main: &main, problems: Vec::new() };
    let lines = header.read();
    let concepts: Vec<&EvidenceId> = challenge.concepts.iter().map(|concept| &concept.id).collect();
    let named: Vec<&EvidenceId> = challenge.misconceptions.iter().map(|it| &it.id).collect();
    let misses = header.ids(&lines, "misses", &can_be_missed(challenge), &concepts);
    let misconceptions = header.ids(&lines, "misconceptions", &named, &[]);
    let scores = (header.score(&lines, "floor"), header.score(&lines, "ceiling"));
    header.order(&lines, scores);
    match (scores, header.problems) {
        ((Some(floor), Some(ceiling)), problems) if problems.is_empty() => {
            Ok(Golden { name: name.to_owned(), answer, floor, ceiling, misses, misconceptions })
        }
        (_, problems) => Err(problems),
    }
}

fn can_be_missed(challenge: &Challenge) -> Vec<&EvidenceId> {
    (challenge.cases.iter().map(|case| &case.id))
        .chain(challenge.idioms.iter().map(|idiom| &idiom.id))
        .chain(challenge.prediction.iter().map(|prediction| &prediction.id))
        .collect()
}

/// One line of a header; offsets are bytes of the file.
struct Line {
    key: String,
    value: String,
    at: usize,
}

struct Header<'a> {
    files: &'a Files,
    main: &'a str,
    problems: Vec<Problem>,
}

impl Header<'_> {
    fn add(&mut self, span: std::ops::Range<usize>, fault: Fault) {
        self.problems.push(self.files.problem_at(self.main, span, fault));
    }

    /// The `# key: value` lines among the comments that open the file. A value that ends in a comma goes on in
    /// the next comment; other comments are left alone, unless their key is nearly one of ours.
    fn read(&mut self) -> Vec<Line> {
        let text = self.files.text(self.main).to_owned();
        let (mut lines, mut at) = (Vec::<Line>::new(), 0);
        for line in text.split_inclusive('\n') {
            let Some(comment) = line.strip_prefix('#') else { break };
            let open = lines.last_mut().filter(|last| last.value.ends_with(','));
            if let Some(last) = open {
                last.value.push_str(remark_cut(comment));
            } else if let Some((key, value)) = comment.split_once(':') {
                let key = key.trim();
                let span = at + 1..at + line.trim_end().len();
                if KEYS.contains(&key) {
                    if lines.iter().any(|line| line.key == key) {
                        self.add(span, Fault::HeaderTwice { key: key.to_owned() });
                    }
                    let start = at + 1 + comment.len() - value.trim_start().len();
                    lines.push(Line { key: key.to_owned(), value: remark_cut(value).to_owned(), at: start });
                } else if let Some(nearest) = (!key.contains(' ')).then(|| nearest(key, KEYS)).flatten() {
                    self.add(span, Fault::HeaderKey { key: key.to_owned(), nearest });
                }
            }
            at += line.len();
        }
        lines
    }

    fn score(&mut self, lines: &[Line], key: &'static str) -> Option<Score> {
        let Some(line) = lines.iter().find(|line| line.key == key) else {
            self.add(0..0, Fault::HeaderLacks { key });
            return None;
        };
        let score = line.value.parse().ok().and_then(Score::from_number);
        if score.is_none() {
            let span = line.at..line.at + line.value.len().max(1);
            self.add(span, Fault::HeaderScore { key: key.to_owned(), found: line.value.clone() });
        }
        score
    }

    fn order(&mut self, lines: &[Line], scores: (Option<Score>, Option<Score>)) {
        if let (Some(floor), Some(ceiling)) = scores
            && ceiling < floor
        {
            let at = lines.iter().find(|line| line.key == "ceiling").map_or(0, |line| line.at);
            self.add(
                at..at + 1,
                Fault::CeilingBelowFloor { floor: floor.number(), ceiling: ceiling.number() },
            );
        }
    }

    /// The ids of a list that are `known`; one of the `concepts` cannot be missed, and others are not there.
    fn ids(
        &mut self,
        lines: &[Line],
        key: &str,
        known: &[&EvidenceId],
        concepts: &[&EvidenceId],
    ) -> Vec<EvidenceId> {
        let Some(line) = lines.iter().find(|line| line.key == key) else { return Vec::new() };
        let mut kept = Vec::new();
        for name in line.value.split(',').map(str::trim).filter(|name| !name.is_empty()) {
            if let Some(id) = known.iter().find(|id| id.as_str() == name) {
                kept.push((*id).clone());
                continue;
            }
            let id = name.to_owned();
            let fault = if concepts.iter().any(|concept| concept.as_str() == name) {
                Fault::NeverUnmet { id }
            } else {
                let what = if key == "misses" { "case, idiom or prediction" } else { "misconception" };
                Fault::NoSuchId { what, nearest: nearest(name, known.iter().map(|id| id.as_str())), id }
            };
            let text = self.files.text(self.main);
            let start = text[line.at..].find(name).map_or(line.at, |offset| line.at + offset);
            self.add(start..start + name.len(), fault);
        }
        kept
    }
}

/// A value without white space around it and without a remark in brackets at its end.
fn remark_cut(value: &str) -> &str {
    let value = value.trim();
    match value.find('(') {
        Some(start) if value.ends_with(')') => value[..start].trim_end(),
        _ => value,
    }
}
