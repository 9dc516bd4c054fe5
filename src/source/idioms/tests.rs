//! What rules find, and what hostile source does not do to the host.

use super::*;
use crate::model::answer::SourceFile;
use crate::model::score::Tier;

fn idiom(id: &str, rule: &str) -> IdiomSpec {
    IdiomSpec {
        id: EvidenceId::new(id).expect("a valid id"),
        title: "t".to_owned(),
        earns: Tier::Yes,
        rule: rule.to_owned(),
        say: None,
    }
}

fn answer(files: &[(&str, &str)]) -> Answer {
    Answer {
        files: files
            .iter()
            .map(|(path, text)| SourceFile {
                path: (*path).to_owned(),
                at: String::new(),
                text: (*text).to_owned(),
            })
            .collect(),
        prediction: None,
        explanation: None,
        sha256: String::new(),
    }
}

fn look(rule: &str, source: &str) -> IdiomResult {
    let rules = Rules::compile(&[idiom("it", rule)]).expect("the rule compiles");
    rules.look(&answer(&[("answer.py", source)])).remove(0)
}

const IS_NONE: &str = "id: it\nlanguage: python\nrule: { pattern: $X is None }\n";
const NO_GLOBAL: &str = "id: it_not\nlanguage: python\nrule: { kind: global_statement }\n";

#[test]
fn a_wanted_shape_is_met_with_its_lines() {
    let found = look(IS_NONE, "def f(a, b):\n    if a is None:\n        return b is None\n");
    assert_eq!((found.state, &found.lines[..]), (State::Met, &[2, 3][..]));
    assert_eq!(look(IS_NONE, "x = 1\n").state, State::Unmet);
}

#[test]
fn an_unwanted_shape_is_unmet_with_its_lines() {
    assert_eq!(look(NO_GLOBAL, "x = 1\n").state, State::Met);
    let found = look(NO_GLOBAL, "def f():\n    global x\n    x = 1\n");
    assert_eq!((found.state, &found.lines[..]), (State::Unmet, &[2][..]));
    let both = format!("{IS_NONE}---\n{NO_GLOBAL}");
    assert_eq!(look(&both, "def f(a):\n    global x\n    return a is None\n").lines, [2]);
}

#[test]
fn comments_and_strings_are_no_code() {
    assert_eq!(look(IS_NONE, "# a is None\nb = 'a is None'\n").state, State::Unmet);
}

#[test]
fn other_files_count_and_are_told_apart() {
    let rules = Rules::compile(&[idiom("it", IS_NONE)]).expect("the rule compiles");
    let found = rules.look(&answer(&[("answer.py", "import h\n"), ("h.py", "\na is None\n")])).remove(0);
    assert_eq!(found.state, State::Met);
    assert!(found.lines.is_empty());
    assert_eq!(found.elsewhere, [("h.py".to_owned(), 2)]);
}

#[test]
fn standard_rule_fields_work() {
    let rule = r#"
id: it
language: python
utils:
  guard: { any: [ { kind: try_statement }, { kind: with_statement } ] }
rule:
  all:
    - pattern: $CALL($$$)
    - inside: { matches: guard, stopBy: end }
    - not: { has: { kind: string, stopBy: end } }
constraints:
  CALL: { regex: "^(open|close)$" }
"#;
    assert_eq!(look(rule, "try:\n    x()\n    open(f)\nfinally:\n    close()\n").lines, [3, 5]);
    assert_eq!(look(rule, "with a:\n    open('f')\nopen(f)\n").state, State::Unmet);
}

#[test]
fn examples_are_tried() {
    let rule =
        format!("{IS_NONE}---\nexamples:\n  met: ['a is None', 'a == None']\n  unmet: ['b is None']\n");
    let (examples, mismatches) = check_examples(&idiom("it", &rule)).expect("a right file");
    assert_eq!((examples.met.len(), examples.unmet.len()), (2, 1));
    let told: Vec<_> = mismatches.iter().map(|m| (m.should_be_met, m.number, m.state)).collect();
    assert_eq!(told, [(true, 2, State::Unmet), (false, 1, State::Met)]);
}

#[test]
fn wrong_rule_files_are_told_with_their_line() {
    let error = |text: &str| RuleFile::parse("it", text).err().expect("it is wrong");
    for (text, line, part) in [
        ("", 1, "holds no rule `it`"),
        ("id: other\nlanguage: python\nrule: { kind: call }", 1, "the id `other`"),
        ("id: it\nlanguage: rust\nrule: { kind: call }", 1, "`rust`; expected `language: python`"),
        ("id: it\nrule: { kind: call }", 1, "no language"),
        ("id: it\nlanguage: python\nrule: { kind: no_such_kind }", 1, "no_such_kind"),
        ("id: it\nlanguage: python\nrulez: 1\nrule: { kind: call }", 1, "rulez"),
        ("id: it\nlanguage: python\nrule: { kind: call }\n---\nexamples: { mett: [] }", 5, "mett"),
        ("id: it\nlanguage: python\nrule: { kind: call }\n---\nnote: x", 5, "neither"),
        (
            "id: it\nlanguage: python\nrule: { kind: call }\n---\nid: it\nlanguage: python\nrule: { kind: call }",
            5,
            "two documents for `it`",
        ),
        ("{ not yaml", 1, "no ast-grep rule"),
    ] {
        let told = error(text);
        assert_eq!(told.line, line, "{text}: {told}");
        assert!(told.to_string().contains(part), "{text}: {told}");
    }
}

/// A pack may be a stranger's: its rules cannot exhaust the stack of whoever reads them.
#[test]
fn rules_that_nest_too_deep_are_refused() {
    let flow = format!(
        "id: it\nlanguage: python\nrule: {}kind: call{}\n",
        "{ not: ".repeat(9_000),
        "}".repeat(9_000)
    );
    let block: String = (0..300).map(|depth| format!("{}not:\n", " ".repeat(depth + 1))).collect();
    let block = format!("id: it\nlanguage: python\nrule:\n{block}");
    let pattern = |text: String| format!("id: it\nlanguage: python\nrule: {{ pattern: \"{text}\" }}\n");
    for rule in [
        flow,
        block,
        pattern(format!("{}x{}", "(".repeat(20_000), ")".repeat(20_000))),
        pattern(format!("{}x", "-".repeat(40_000))),
        pattern(format!("x{}", ".x".repeat(20_000))),
        pattern("x".repeat(70_000)),
    ] {
        let told = RuleFile::parse("it", &rule).err().expect("it is refused").to_string();
        assert!(
            ["budget breached: Depth", "nests deeper than 200", "at most 65536"]
                .iter()
                .any(|part| told.contains(part)),
            "{told}"
        );
        assert!(told.len() < 200, "{told}");
    }
}

#[test]
fn deep_source_is_unheard_with_a_reason() {
    let deep = format!("x = {}1{}\n", "(".repeat(100_000), ")".repeat(100_000));
    let found = look(IS_NONE, &deep);
    assert_eq!(found.state, State::Unheard);
    assert!(found.because.contains("nests deeper than 2000"), "{}", found.because);
    let unclosed = format!("x = {}\n", "[".repeat(200_000));
    assert_eq!(look(IS_NONE, &unclosed).state, State::Unheard);
}

#[test]
fn large_source_is_unheard_with_a_reason() {
    let found = look(IS_NONE, &"a=1\n".repeat(40_000));
    assert_eq!(found.state, State::Unheard);
    assert!(found.because.contains("syntax nodes"), "{}", found.because);
    assert_eq!(look(IS_NONE, &"#\n".repeat(200_000)).because, "the source has more than 256 KiB");
}

#[test]
fn in_a_broken_tree_only_what_is_found_counts() {
    assert_eq!(look(IS_NONE, "x = a is None\ndef (:\n").state, State::Met);
    assert_eq!(look(IS_NONE, "def (:\n").state, State::Unheard);
    assert_eq!(look(NO_GLOBAL, "def (:\n").state, State::Unheard);
}

#[test]
fn the_time_bound_holds() {
    let rules = Rules::compile(&[idiom("it", IS_NONE)]).expect("the rule compiles");
    let found = rules.look_within(vec![("answer.py".to_owned(), "x = 1\n".repeat(10_000))], Duration::ZERO);
    assert_eq!(found[0].state, State::Unheard);
    assert_eq!(found[0].because, "looking at the source took too long");
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(32))]
    #[test]
    fn arbitrary_source_and_rules_never_panic(source: String, rule: String) {
        let _ = look(IS_NONE, &source);
        let _ = RuleFile::parse("it", &rule);
    }
}

/// The rule files that the authors' guide shows are right, and do what it says.
#[test]
fn the_examples_of_the_authors_guide_hold() {
    let guide = include_str!("../../../docs/authors.md");
    let blocks: Vec<&str> =
        guide.split("```yaml\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    assert!(blocks.len() >= 3);
    for block in blocks {
        let id = block.lines().next().and_then(|line| line.strip_prefix("id: ")).expect("an id comes first");
        let (examples, mismatches) = check_examples(&idiom(id.trim_end_matches("_not"), block))
            .unwrap_or_else(|error| panic!("{id}, line {}: {error}", error.line));
        assert!(!examples.met.is_empty() && !examples.unmet.is_empty(), "{id}");
        assert_eq!(mismatches, [], "{id}");
    }
}
