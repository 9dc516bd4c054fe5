//! What no single file shows: ids that clash or lead nowhere, cases without functions, files without use.
//!
//! Needs nothing to be run. All faults are told in one go. Must not know how a challenge was found.

use std::collections::BTreeMap;
use std::ops::Range;

use super::assemble::{REQUIREMENTS, rule_path};
use super::files::Files;
use super::manifest::{self, Case, Manifest, Step, locate};
use super::problem::{Fault, Problem, line_column, nearest};
use crate::judge::concept::Phrase;
use crate::model::challenge::Kind;
use crate::model::score::Tier;
use crate::source::idioms::RuleFile;
use crate::source::outline::{Function, functions};

/// Cases of core that every challenge needs, so that a 2 can be told from a 1 and from a 3.
const CORE_CASES_MIN: usize = 3;

/// Every fault across the files of a challenge.
pub(super) fn problems(manifest: &Manifest, files: &Files) -> Vec<Problem> {
    let mut check = Check { manifest, files, problems: Vec::new() };
    check.ids();
    check.references();
    check.entries();
    check.phrases();
    check.cases();
    check.commands();
    check.requirements();
    check.tiers();
    check.texts();
    check.functions("driver.py");
    check.functions("oracle.py");
    check.rules();
    check.strays();
    check.problems
}

/// What kind of evidence an id names.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Named {
    CanBeUnmet,
    Concept,
    Misconception,
}

struct Check<'a> {
    manifest: &'a Manifest,
    files: &'a Files,
    problems: Vec<Problem>,
}

impl<'a> Check<'a> {
    /// Adds a fault at a place of the manifest.
    fn add(&mut self, path: &[Step<'_>], fault: Fault) {
        let span = locate(self.files.text(manifest::FILE), path);
        self.problems.push(self.files.problem_at(manifest::FILE, span, fault));
    }

    fn of_file(&mut self, path: &str, fault: Fault) {
        self.problems.push(self.files.problem_of(path, fault));
    }

    /// Every id with its place and kind, in the manifest's order.
    fn named(&self) -> Vec<(&'a str, Vec<Step<'static>>, Named)> {
        let manifest = self.manifest;
        let at = |table, index| vec![Step::Key(table), Step::Item(index), Step::Key("id")];
        let mut all = Vec::new();
        for (index, case) in manifest.case.iter().enumerate() {
            all.push((case.id.as_str(), at("case", index), Named::CanBeUnmet));
        }
        for (index, idiom) in manifest.idiom.iter().enumerate() {
            all.push((idiom.id.as_str(), at("idiom", index), Named::CanBeUnmet));
        }
        for (index, concept) in manifest.concept.iter().enumerate() {
            all.push((concept.id.as_str(), at("concept", index), Named::Concept));
        }
        if let Some(prediction) = &manifest.prediction {
            let path = vec![Step::Key("prediction"), Step::Key("id")];
            all.push((prediction.id.as_str(), path, Named::CanBeUnmet));
        }
        for (index, misconception) in manifest.misconception.iter().enumerate() {
            all.push((misconception.id.as_str(), at("misconception", index), Named::Misconception));
        }
        all
    }

    fn ids(&mut self) {
        let text = self.files.text(manifest::FILE);
        let mut placed: Vec<(&str, Range<usize>)> =
            self.named().iter().map(|(id, path, _)| (*id, locate(text, path))).collect();
        placed.sort_by_key(|(_, span)| span.start);
        let mut first: BTreeMap<&str, usize> = BTreeMap::new();
        for (id, span) in placed {
            let line = line_column(text, span.start).0;
            if let Some(first) = first.get(id) {
                let fault = Fault::DuplicateId { id: id.to_owned(), first_line: Some(*first) };
                self.problems.push(self.files.problem_at(manifest::FILE, span, fault));
            } else {
                first.insert(id, line);
            }
        }
    }

    fn references(&mut self) {
        let manifest = self.manifest;
        for (index, follow_up) in manifest.follow_up.iter().enumerate() {
            self.known(&follow_up.closes, &["follow_up", "closes"], index, false);
        }
        for (index, misconception) in manifest.misconception.iter().enumerate() {
            self.known(&misconception.unmet, &["misconception", "unmet"], index, true);
            self.known(&misconception.met, &["misconception", "met"], index, false);
        }
    }

    /// Holds a list of ids against the evidence there is.
    fn known(&mut self, ids: &[String], place: &[&'static str; 2], index: usize, must_be_unmet: bool) {
        let evidence: Vec<(&str, Named)> = self
            .named()
            .into_iter()
            .filter(|(_, _, kind)| *kind != Named::Misconception)
            .map(|(id, _, kind)| (id, kind))
            .collect();
        for (item, id) in ids.iter().enumerate() {
            let path = [Step::Key(place[0]), Step::Item(index), Step::Key(place[1]), Step::Item(item)];
            match evidence.iter().find(|(known, _)| known == id) {
                None => {
                    let nearest = nearest(id, evidence.iter().map(|(known, _)| *known));
                    self.add(&path, Fault::NoSuchId { what: "evidence", id: id.clone(), nearest });
                }
                Some((_, Named::Concept)) if must_be_unmet => {
                    self.add(&path, Fault::NeverUnmet { id: id.clone() });
                }
                Some(_) => {}
            }
        }
    }

    fn entries(&mut self) {
        for (index, entry) in self.manifest.entry.iter().enumerate() {
            let place = |key| [Step::Key("entry"), Step::Item(index), Step::Key(key)];
            let starts_well = entry.name.starts_with(|c: char| c.is_alphabetic() || c == '_');
            if !starts_well || !entry.name.chars().all(|c| c.is_alphanumeric() || c == '_') {
                self.add(&place("name"), Fault::BadName { name: entry.name.clone() });
            }
            if entry.signature.trim().is_empty() {
                let key = "signature".to_owned();
                self.add(
                    &place("signature"),
                    Fault::BadLength { key, found: 0, unit: "characters", low: 1, high: 200 },
                );
            }
        }
    }

    fn phrases(&mut self) {
        for (index, concept) in self.manifest.concept.iter().enumerate() {
            for (item, phrase) in concept.phrases.iter().enumerate() {
                if let Err(error) = Phrase::parse(phrase) {
                    let path =
                        [Step::Key("concept"), Step::Item(index), Step::Key("phrases"), Step::Item(item)];
                    self.add(&path, Fault::Phrase(error));
                }
            }
        }
    }

    /// A case is driven, or a line with a call and exactly one expectation.
    fn cases(&mut self) {
        for (index, case) in self.manifest.case.iter().enumerate().filter(|(_, case)| case.command.is_none())
        {
            let expectations = [case.equals.is_some(), case.raises.is_some(), case.prints.is_some()]
                .map(usize::from)
                .iter()
                .sum();
            let call =
                "call = \"...\" makes it a table case; without setup, equals, raises and prints it is driven";
            let one = "give one of equals, raises and prints";
            let wrong = match (case.call.is_some(), expectations) {
                (true, 0) => Some(("has a call and expects nothing of it", one)),
                (true, 2..) => Some(("expects more than one thing of its call", one)),
                (false, 1..) => Some(("expects something and has no call", call)),
                (false, 0) if case.setup.is_some() => Some(("has a setup and no call", call)),
                _ => None,
            };
            if let Some((wrong, remedy)) = wrong {
                let fault = Fault::TableCase { id: case.id.clone(), wrong, remedy };
                self.add(&[Step::Key("case"), Step::Item(index), Step::Key("id")], fault);
            }
        }
    }

    fn tiers(&mut self) {
        let manifest = self.manifest;
        let core = manifest.case.iter().filter(|case| case.earns == Tier::Maybe).count();
        if core < CORE_CASES_MIN {
            self.add(&[Step::Key("case")], Fault::FewCoreCases { found: core, least: CORE_CASES_MIN });
        }
        let prediction = manifest.prediction.iter().map(|prediction| prediction.earns);
        let earned: Vec<Tier> = (manifest.case.iter().map(|case| case.earns))
            .chain(manifest.idiom.iter().map(|idiom| idiom.earns))
            .chain(manifest.concept.iter().map(|concept| concept.earns))
            .chain(prediction)
            .collect();
        for tier in Tier::ALL.into_iter().filter(|tier| *tier != Tier::Maybe) {
            if !earned.contains(&tier) {
                self.add(&[Step::Key("case")], Fault::EmptyTier { tier });
            }
        }
    }

    /// A command is a line of its own, in a project, and starts one of its modules.
    fn commands(&mut self) {
        let project = self.manifest.kind == Kind::Project;
        for (index, case) in self.manifest.case.iter().enumerate() {
            let belongs_to_command = [
                case.stdin.is_some(),
                case.files.is_some(),
                case.exit.is_some(),
                case.stderr.is_some(),
                case.writes.is_some(),
            ];
            let wrong = match &case.command {
                None if belongs_to_command.contains(&true) => Some((
                    "has what only a command can have",
                    "stdin, files, exit, stderr and writes stand beside command = [\"-m\", \"NAME\"]",
                )),
                None => None,
                Some(_) if !project => {
                    Some(("starts a program", "command is for kind = \"project\"; elsewhere use call"))
                }
                Some(_) if case.call.is_some() || case.setup.is_some() => {
                    Some(("has both a command and a call", "a case is one of the two"))
                }
                Some(_) if case.equals.is_some() || case.raises.is_some() => Some((
                    "expects a value of a command",
                    "a command is held to prints, stderr, exit and writes",
                )),
                Some(line) if !self.starts_a_module(line) => Some((
                    "starts what is no module of the project",
                    "a command opens with \"-m\" and the name of an [[entry]]",
                )),
                Some(_) => None,
            };
            if let Some((wrong, remedy)) = wrong {
                let fault = Fault::TableCase { id: case.id.clone(), wrong, remedy };
                self.add(&[Step::Key("case"), Step::Item(index), Step::Key("id")], fault);
            }
            self.paths(index, case);
        }
        let marked = self.manifest.entry.iter().position(|entry| entry.command);
        if let (Some(index), false) = (marked, project) {
            let fault = Fault::OnlyProject { what: "`command = true`" };
            self.add(&[Step::Key("entry"), Step::Item(index), Step::Key("command")], fault);
        }
    }

    fn starts_a_module(&self, line: &[String]) -> bool {
        matches!(line, [flag, module, ..] if flag == "-m" && self.manifest.entry.iter().any(|it| it.name == *module))
    }

    /// Files of a command lie in its own folder.
    fn paths(&mut self, index: usize, case: &Case) {
        for (key, files) in [("files", &case.files), ("writes", &case.writes)] {
            for name in files.iter().flatten().map(|(name, _)| name) {
                let plain = |part: &str| !part.is_empty() && part != "." && part != "..";
                if !name.split('/').all(plain) || name.contains('\0') {
                    let fault = Fault::BadPath { name: name.clone() };
                    self.add(&[Step::Key("case"), Step::Item(index), Step::Key(key), Step::Key(name)], fault);
                }
            }
        }
    }

    /// Packages are for projects, and each is fixed by its hash.
    fn requirements(&mut self) {
        let Some(text) = self.files.get(REQUIREMENTS) else { return };
        if self.manifest.kind != Kind::Project {
            self.of_file(REQUIREMENTS, Fault::OnlyProject { what: "requirements.txt" });
            return;
        }
        for (line, what) in super::requirements::faults(text) {
            let span = line_span(text, line);
            self.problems.push(self.files.problem_at(REQUIREMENTS, span, Fault::Requirement { what }));
        }
    }

    /// The files that a challenge needs besides its manifest.
    fn texts(&mut self) {
        let needs = [
            ("prompt.md", "it is what the candidate reads"),
            ("starter.py", "it is what the candidate starts from"),
        ];
        for (file, needed) in needs {
            self.needs(file, needed);
        }
        if self.manifest.prediction.is_some() {
            self.needs("snippet.py", "[prediction] asks what it prints");
        } else if self.files.get("snippet.py").is_some() {
            let why = "the manifest has no [prediction]".to_owned();
            self.of_file(
                "snippet.py",
                Fault::StrayFile { why, remedy: "add [prediction], or remove the file".to_owned() },
            );
        }
    }

    fn needs(&mut self, file: &str, needed: &str) {
        if self.files.text(file).trim().is_empty() {
            let fault = Fault::MissingFile { file: file.to_owned(), needed: needed.to_owned() };
            self.of_file(file, fault);
        }
    }

    /// The driven cases and the marked functions of a file are the same.
    fn functions(&mut self, file: &str) {
        let driven: Vec<(usize, &Case)> =
            self.manifest.case.iter().enumerate().filter(|(_, case)| is_driven(case)).collect();
        let all = functions(self.files.text(file));
        let (marked, plain): (Vec<&Function>, Vec<&Function>) =
            all.iter().partition(|function| is_marked(function));
        if !driven.is_empty() && self.files.text(file).trim().is_empty() {
            let needed = format!("the driven case `{}` needs a function in it", driven[0].1.id);
            self.of_file(file, Fault::MissingFile { file: file.to_owned(), needed });
            return;
        }
        for (index, case) in &driven {
            if marked.iter().any(|function| function.name == case.id) {
                continue;
            }
            if let Some(function) = plain.iter().find(|function| function.name == case.id) {
                let fault = Fault::NotMarked { name: function.name.clone() };
                self.problems.push(self.files.problem_at(file, function.span.clone(), fault));
                continue;
            }
            let unused = marked.iter().map(|function| function.name.as_str());
            let unused = unused.filter(|name| driven.iter().all(|(_, case)| case.id != *name));
            let nearest = nearest(&case.id, unused);
            let fault = Fault::NoFunction { id: case.id.clone(), file: file.to_owned(), nearest };
            self.add(&[Step::Key("case"), Step::Item(*index), Step::Key("id")], fault);
        }
        for (position, function) in marked.iter().enumerate() {
            let name = function.name.clone();
            let fault = if marked[..position].iter().any(|earlier| earlier.name == name) {
                Fault::DefinedTwice { name }
            } else if driven.iter().all(|(_, case)| case.id != name) {
                let nearest = nearest(&name, driven.iter().map(|(_, case)| case.id.as_str()));
                Fault::NoCase { name, nearest }
            } else {
                continue;
            };
            self.problems.push(self.files.problem_at(file, function.span.clone(), fault));
        }
    }

    fn rules(&mut self) {
        for idiom in &self.manifest.idiom {
            let path = rule_path(&idiom.id);
            self.needs(&path, "it is the rule of an [[idiom]]");
            let text = self.files.text(&path);
            if text.trim().is_empty() {
                continue;
            }
            if let Err(error) = RuleFile::parse(&idiom.id, text) {
                let span = line_span(text, error.line);
                self.problems.push(self.files.problem_at(&path, span, Fault::Rule(error.fault)));
            }
        }
    }

    /// Files that were probably meant to be something.
    fn strays(&mut self) {
        const KNOWN: [&str; 7] =
            [manifest::FILE, "prompt.md", "starter.py", "driver.py", "oracle.py", "inputs.py", "snippet.py"];
        for path in self.files.paths().map(str::to_owned).collect::<Vec<_>>() {
            let (why, remedy) = if let Some(rule) = path.strip_prefix("idioms/") {
                let id = rule.strip_suffix(".yml").unwrap_or(rule);
                if self.manifest.idiom.iter().any(|idiom| idiom.id == id) && rule.ends_with(".yml") {
                    continue;
                }
                let ids = self.manifest.idiom.iter().map(|idiom| idiom.id.as_str());
                let near = nearest(id.trim_end_matches(".yaml"), ids);
                let remedy = near.map_or("add the [[idiom]], or remove the file".to_owned(), |near| {
                    format!("did you mean idioms/{near}.yml?")
                });
                ("no [[idiom]] has this file's name".to_owned(), remedy)
            } else if !path.contains('/') && path.ends_with(".py") && !KNOWN.contains(&path.as_str()) {
                let remedy = nearest(&path, KNOWN).map_or_else(
                    || "a driver and an oracle can import `inputs` and nothing else of the folder".to_owned(),
                    |near| format!("did you mean {near}?"),
                );
                ("it is none of a challenge's files".to_owned(), remedy)
            } else {
                continue;
            };
            self.of_file(&path, Fault::StrayFile { why, remedy });
        }
    }
}

fn is_driven(case: &Case) -> bool {
    case.command.is_none()
        && case.call.is_none()
        && case.equals.is_none()
        && case.raises.is_none()
        && case.prints.is_none()
}

/// Whether a function carries the toolbox's decorator, by whatever path it was imported.
fn is_marked(function: &Function) -> bool {
    function.decorators.iter().any(|decorator| decorator == "case" || decorator.ends_with(".case"))
}

/// The place of a line, from 1.
fn line_span(text: &str, line: usize) -> Range<usize> {
    let start = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let length = text.get(start..).and_then(|rest| rest.lines().next()).map_or(0, str::len);
    start..start + length
}
