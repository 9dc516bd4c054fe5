//! A template: the agenda of an interview by the minute, and what each part of it draws from the bank.
//!
//! Its shape is told by the types below; a file is held against it as a manifest is. Must not know the bank.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::bank::manifest::{self, Step, locate};
use crate::bank::{Fault, Problem};
use crate::model::challenge::{Kind, Level};

/// Minutes of a whole plan, at most.
pub const MINUTES_MAX: u32 = 480;

/// A template of interviews.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "viva template")]
pub struct Template {
    /// Its title, one line.
    #[schemars(length(min = 1, max = 100))]
    pub title: String,
    /// What it is for, in a sentence or two.
    #[schemars(length(min = 1, max = 500))]
    pub about: Option<String>,
    /// The level it is drawn for where none is asked for.
    pub level: Level,
    /// Its parts in order, at least one `[[slot]]`.
    #[schemars(length(min = 1, max = 30))]
    pub slot: Vec<Slot>,
}

/// One part of an interview.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Slot {
    /// Its title, one line.
    #[schemars(length(min = 1, max = 100))]
    pub title: String,
    /// Minutes it takes, 1 to 240.
    #[schemars(range(min = 1, max = 240))]
    pub minutes: u32,
    /// What to say or do, a sentence each.
    #[serde(default)]
    #[schemars(length(max = 10), inner(length(min = 1, max = 500)))]
    pub say: Vec<String>,
    /// Questions of your own, asked each time.
    #[serde(default)]
    #[schemars(length(max = 20))]
    pub ask: Vec<Ask>,
    /// How many questions to draw.
    #[schemars(range(min = 1, max = 30))]
    pub questions: Option<u32>,
    /// With how many it is content where there are no more; as many as `questions` unless it is told.
    #[schemars(range(min = 1, max = 30))]
    pub questions_min: Option<u32>,
    /// Where they are drawn from; the bank unless it is told.
    pub from: Option<Source>,
    /// The easiest question, from 1 to 5; by the level unless it is told.
    #[schemars(range(min = 1, max = 5))]
    pub easiest: Option<u32>,
    /// The hardest question, from 1 to 5; by the level unless it is told.
    #[schemars(range(min = 1, max = 5))]
    pub hardest: Option<u32>,
    /// Challenges to draw, which fit into the slot's minutes together.
    #[serde(default)]
    #[schemars(length(max = 5))]
    pub code: Vec<Code>,
}

/// Where questions are drawn from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Source {
    /// The short questions of the whole bank that can be asked by themselves.
    Bank,
    /// The questions of the challenges that the plan has drawn so far.
    Code,
}

/// A question of the template's own.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Ask {
    /// As it is said aloud.
    #[schemars(length(min = 1, max = 1_000))]
    pub question: String,
    /// What a good reply holds.
    #[schemars(length(min = 1, max = 4_000))]
    pub listen_for: String,
}

/// One challenge to draw.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Code {
    /// What it is there for, in a few words: `implement`.
    #[schemars(length(min = 1, max = 100))]
    pub title: Option<String>,
    /// The kinds of challenge that will do; any unless it is told.
    #[serde(default)]
    #[schemars(length(max = 3))]
    pub kinds: Vec<Kind>,
    /// Minutes of the challenge, at most; the slot's unless it is told.
    #[schemars(range(min = 1, max = 240))]
    pub minutes_max: Option<u32>,
}

impl Template {
    /// Minutes of all slots.
    #[must_use]
    pub fn minutes(&self) -> u32 {
        self.slot.iter().map(|slot| slot.minutes).sum()
    }
}

/// The JSON Schema of a template.
#[must_use]
pub fn schema() -> serde_json::Value {
    schemars::schema_for!(Template).to_value()
}

/// Reads a template; `file` is its name in problems.
///
/// # Errors
/// Every fault that can be found, each at its place: of shape if there are any, else of parts that do not fit.
pub fn parse(text: &str, file: &str) -> Result<Template, Vec<Problem>> {
    let template: Template = manifest::read(text, file, "the template")?;
    let problems = misfits(&template, text, file);
    if problems.is_empty() { Ok(template) } else { Err(problems) }
}

/// What no single value shows.
fn misfits(template: &Template, text: &str, file: &str) -> Vec<Problem> {
    let mut found = Vec::new();
    let mut add = |path: &[Step<'_>], wrong: String, remedy: &str| {
        let fault = Fault::Template { wrong, remedy: remedy.to_owned() };
        found.push(Problem::at(fault, file, text, locate(text, path)));
    };
    let all = template.minutes();
    if all > MINUTES_MAX {
        add(
            &[Step::Key("slot")],
            format!("the slots come to {all} minutes, and {MINUTES_MAX} is the most"),
            "make some of them shorter",
        );
    }
    let mut code_before = false;
    for (index, slot) in template.slot.iter().enumerate() {
        let at = |key| [Step::Key("slot"), Step::Item(index), Step::Key(key)];
        let name = &slot.title;
        if slot.from == Some(Source::Code) && !code_before {
            add(
                &at("from"),
                format!("`{name}` asks about code, and no slot before it draws a challenge"),
                "add `[[slot.code]]` to an earlier slot, or take `from` out",
            );
        }
        code_before |= !slot.code.is_empty();
        if slot.questions.is_none() {
            let told = [
                ("from", slot.from.is_some()),
                ("questions_min", slot.questions_min.is_some()),
                ("easiest", slot.easiest.is_some()),
                ("hardest", slot.hardest.is_some()),
            ];
            for (key, _) in told.into_iter().filter(|(_, told)| *told) {
                let wrong = format!("`{name}` has `{key}` but draws no questions");
                add(&at(key), wrong, "say how many with `questions`");
            }
        }
        if let (Some(least), Some(most)) = (slot.questions_min, slot.questions)
            && least > most
        {
            let wrong = format!("`{name}` wants at least {least} of {most} questions");
            add(&at("questions_min"), wrong, "`questions_min` is at most `questions`");
        }
        if let (Some(easiest), Some(hardest)) = (slot.easiest, slot.hardest)
            && easiest > hardest
        {
            let wrong =
                format!("the easiest question of `{name}` is {easiest}, above the hardest, {hardest}");
            add(&at("easiest"), wrong, "1 is the easiest there is, 5 the hardest");
        }
        for (number, code) in slot.code.iter().enumerate() {
            if let Some(minutes) = code.minutes_max.filter(|minutes| *minutes > slot.minutes) {
                let mut path = at("code").to_vec();
                path.extend([Step::Item(number), Step::Key("minutes_max")]);
                let wrong =
                    format!("a challenge of {minutes} minutes does not fit into `{name}`, {}", slot.minutes);
                add(&path, wrong, "give it at most the slot's minutes");
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const RIGHT: &str = include_str!("../../templates/technical-60.toml");

    fn told(text: &str) -> Vec<String> {
        let problems = parse(text, "mine.toml").err().unwrap_or_default();
        let told = problems.iter().map(|problem| {
            let (line, column) = problem.line_column().expect("each has a place");
            let remedy = problem.fault.remedy().unwrap_or_default();
            format!("{}:{line}:{column} {problem} / {remedy}", problem.file)
        });
        told.collect()
    }

    #[test]
    fn the_built_in_template_is_right_and_follows_its_own_schema() {
        assert_eq!(told(RIGHT), Vec::<String>::new());
        let value = toml::from_str::<serde_json::Value>(RIGHT).expect("it is TOML");
        assert!(jsonschema::draft202012::is_valid(&schema(), &value));
    }

    #[test]
    fn faults_are_told_with_line_column_and_the_nearest_key() {
        let text = RIGHT.replacen("level =", "levl =", 1).replacen("minutes = 15", "minutes = \"15\"", 1);
        insta::assert_snapshot!(told(&text).join("\n"));
    }

    #[test]
    fn parts_that_do_not_fit_each_other_are_told_all_at_once() {
        let text = "title = \"Mine\"\nlevel = \"senior\"\n\n[[slot]]\ntitle = \"Talk\"\nminutes = 10\nquestions = 2\n\
            questions_min = 3\nfrom = \"code\"\neasiest = 4\nhardest = 2\n\n[[slot]]\ntitle = \"Code\"\nminutes = 10\n\
            hardest = 3\n\n[[slot.code]]\nminutes_max = 12\n\n[[slot]]\ntitle = \"Long\"\nminutes = 240\n\n\
            [[slot]]\ntitle = \"Longer\"\nminutes = 240\n";
        insta::assert_snapshot!(told(text).join("\n"));
    }

    proptest::proptest! {
        #[test]
        fn arbitrary_text_never_panics(text: String) {
            let _ = parse(&text, "mine.toml");
        }
    }
}
