//! One rule file: what is wanted, what does not count, and examples of both.
//!
//! Must not know answers. The documents of the file are ast-grep's own rule documents, Python only.

use ast_grep_config::{GlobalRules, RuleConfig, RuleCore, SerializableRuleConfig};
use ast_grep_core::AstGrep;
use ast_grep_core::tree_sitter::StrDoc;
use ast_grep_language::SupportLang;
use serde::Deserialize;

/// Bytes of a rule file.
const RULE_BYTES_MAX: usize = 64 * 1024;
/// Levels of syntax in a pattern. ast-grep recurses into patterns, and a pack's rules may be a stranger's;
/// the reader of YAML bounds the depth of the rest.
const PATTERN_DEPTH_MAX: usize = 200;

/// Examples of an idiom, whole little programs.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Examples {
    /// Programs in which the idiom is met.
    pub met: Vec<String>,
    /// Programs in which it is not.
    pub unmet: Vec<String>,
}

/// A rule file that was read and compiled.
pub struct RuleFile {
    wanted: Option<RuleCore>,
    unwanted: Option<RuleCore>,
    examples: Examples,
}

/// Why a rule file is wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{fault}")]
pub struct RuleError {
    /// The line on which its document begins, from 1.
    pub line: usize,
    /// What is wrong.
    pub fault: RuleFault,
}

/// What is wrong with a rule file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RuleFault {
    /// Not YAML, or not of ast-grep's form.
    #[error("this document is no ast-grep rule: {why}")]
    Rule {
        /// What ast-grep says.
        why: String,
    },
    /// More text than any rule needs.
    #[error("the file has {bytes} bytes; a rule file may have at most {RULE_BYTES_MAX}")]
    TooLarge {
        /// Its size.
        bytes: usize,
    },
    /// A pattern that nests deeper than any rule needs.
    #[error("a pattern nests deeper than {PATTERN_DEPTH_MAX} levels")]
    TooDeep,
    /// Neither a rule nor examples.
    #[error("this document holds neither `rule` nor `examples`")]
    Neither,
    /// Examples that are not two lists of texts.
    #[error("the examples are wrong: {why}")]
    Examples {
        /// What the reader of YAML says.
        why: String,
    },
    /// A rule whose id is neither the idiom's nor the idiom's with `_not`.
    #[error(
        "a rule has the id `{found}`; expected `{id}` for what is wanted, or `{id}_not` for what does not count"
    )]
    WrongId {
        /// What stands there.
        found: String,
        /// The idiom.
        id: String,
    },
    /// The same document twice.
    #[error("there are two documents for {what}")]
    Twice {
        /// `` `id` `` or examples.
        what: String,
    },
    /// Another language, or none.
    #[error("the rule is for {found}; expected `language: python`")]
    Language {
        /// What stands there.
        found: String,
    },
    /// No rule in the whole file.
    #[error("the file holds no rule `{id}` and none `{id}_not`")]
    Empty {
        /// The idiom.
        id: String,
    },
}

impl RuleFile {
    /// Reads and compiles the rule file of the idiom `id`.
    ///
    /// # Errors
    /// [`RuleError`] with the line of the document that is wrong.
    pub fn parse(id: &str, text: &str) -> Result<Self, RuleError> {
        let mut file = Self { wanted: None, unwanted: None, examples: Examples::default() };
        if text.len() > RULE_BYTES_MAX {
            return Err(RuleError { line: 1, fault: RuleFault::TooLarge { bytes: text.len() } });
        }
        let mut has_examples = false;
        for (line, document) in documents(text) {
            let at = |fault| RuleError { line, fault };
            match read_document(&document).map_err(at)? {
                Document::Blank => {}
                Document::Examples(examples) => {
                    if std::mem::replace(&mut has_examples, true) {
                        return Err(at(RuleFault::Twice { what: "examples".to_owned() }));
                    }
                    file.examples = examples;
                }
                Document::Rule { id: found, matcher } => {
                    let place = if found == id {
                        &mut file.wanted
                    } else if found.strip_suffix("_not") == Some(id) {
                        &mut file.unwanted
                    } else {
                        return Err(at(RuleFault::WrongId { found, id: id.to_owned() }));
                    };
                    if place.replace(*matcher).is_some() {
                        return Err(at(RuleFault::Twice { what: format!("`{found}`") }));
                    }
                }
            }
        }
        if file.wanted.is_none() && file.unwanted.is_none() {
            return Err(RuleError { line: 1, fault: RuleFault::Empty { id: id.to_owned() } });
        }
        Ok(file)
    }

    /// The rule for what is wanted.
    #[must_use]
    pub fn wanted(&self) -> Option<&RuleCore> {
        self.wanted.as_ref()
    }

    /// The rule for what does not count.
    #[must_use]
    pub fn unwanted(&self) -> Option<&RuleCore> {
        self.unwanted.as_ref()
    }

    /// The examples; empty where the file has none.
    #[must_use]
    pub fn examples(&self) -> &Examples {
        &self.examples
    }
}

/// One document of a rule file.
enum Document {
    Blank,
    Examples(Examples),
    Rule { id: String, matcher: Box<RuleCore> },
}

/// Splits a file into its documents with the line on which each begins to say something. A line that begins with `---` ends
/// a document wherever it stands: YAML allows it in no text block.
fn documents(text: &str) -> Vec<(usize, String)> {
    let mut documents = vec![(1, String::new())];
    for (index, line) in text.lines().enumerate() {
        if line == "---" || line.starts_with("--- ") {
            documents.push((index + 2, String::new()));
        } else if let Some((start, document)) = documents.last_mut() {
            if document.is_empty() && is_remark(line) {
                *start = index + 2;
                continue;
            }
            document.push_str(line);
            document.push('\n');
        }
    }
    documents
}

fn is_remark(line: &str) -> bool {
    line.trim().is_empty() || line.trim_start().starts_with('#')
}

fn read_document(text: &str) -> Result<Document, RuleFault> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct ExamplesDocument {
        examples: Examples,
    }
    let wrong = |error: &dyn std::error::Error| RuleFault::Rule { why: chain(error) };
    if text.lines().all(is_remark) {
        return Ok(Document::Blank);
    }
    let value: serde_json::Value = ast_grep_config::from_str(text).map_err(|error| wrong(&error))?;
    if value.get("rule").is_none() {
        if value.get("examples").is_none() {
            return Err(RuleFault::Neither);
        }
        let read: Result<ExamplesDocument, _> = ast_grep_config::from_str(text);
        return read
            .map(|document| Document::Examples(document.examples))
            .map_err(|error| RuleFault::Examples { why: chain(&error) });
    }
    // Asked before ast-grep is: it knows the names of languages whose grammars are not built in.
    let language = value.get("language").and_then(serde_json::Value::as_str);
    if !language.is_some_and(|name| ["python", "py"].iter().any(|py| name.eq_ignore_ascii_case(py))) {
        let found = language.map_or_else(|| "no language".to_owned(), |name| format!("`{name}`"));
        return Err(RuleFault::Language { found });
    }
    if has_deep_text(&value) {
        return Err(RuleFault::TooDeep);
    }
    let rule: SerializableRuleConfig<SupportLang> =
        ast_grep_config::from_str(text).map_err(|error| wrong(&error))?;
    let id = rule.id.clone();
    let compiled = RuleConfig::try_from(rule, &GlobalRules::default()).map_err(|error| wrong(&error))?;
    Ok(Document::Rule { id, matcher: Box::new(compiled.matcher) })
}

/// Whether any text of a rule, taken as Python, nests too deep. YAML's own depth was bounded when it was read.
fn has_deep_text(value: &serde_json::Value) -> bool {
    match value {
        serde_json::Value::String(text) => StrDoc::try_new(text, SupportLang::Python).map_or(true, |doc| {
            super::nests_deeper(&AstGrep::doc(doc), PATTERN_DEPTH_MAX, &mut || false) != Some(false)
        }),
        serde_json::Value::Array(items) => items.iter().any(has_deep_text),
        serde_json::Value::Object(keys) => keys.values().any(has_deep_text),
        _ => false,
    }
}

/// An error with its causes in one line, without the picture that the reader of YAML adds.
fn chain(error: &dyn std::error::Error) -> String {
    let plain = |error: &dyn std::error::Error| {
        let text = error.to_string();
        text.split(" -->").next().unwrap_or_default().trim_start_matches("error: ").trim().to_owned()
    };
    let mut text = plain(error);
    let mut cause = error.source();
    while let Some(error) = cause {
        let next = plain(error);
        if !text.contains(&next) {
            text = format!("{}: {next}", text.trim_end_matches(['.', ' ']));
        }
        cause = error.source();
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
