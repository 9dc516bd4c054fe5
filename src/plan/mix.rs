//! How much each category of the bank counts in a plan, and the roles that are named mixes.
//!
//! Must not know what is drawn by it.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::bank::Problem;
use crate::bank::manifest::{self, Category};

/// The file of roles: in the binary, and in a folder of templates of one's own.
pub const FILE: &str = "roles.toml";

/// Named mixes of categories, `roles.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "viva roles")]
pub struct Roles {
    /// The roles, at least one `[[role]]`.
    #[schemars(length(min = 1, max = 100))]
    pub role: Vec<Role>,
}

/// What somebody is hired for, as a mix of categories.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// The word for `--role`: `backend`.
    #[schemars(length(min = 1, max = 40))]
    pub name: String,
    /// The name a person reads: `Backend developer`.
    #[schemars(length(min = 1, max = 100))]
    pub title: String,
    /// The categories that count otherwise than once.
    #[serde(default)]
    #[schemars(length(max = 8))]
    pub mix: Vec<Share>,
}

/// How much one category counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Share {
    /// The category.
    pub category: Category,
    /// How much it counts: 1 is usual, 0 leaves it out.
    #[schemars(range(min = 0, max = 9))]
    pub weight: u32,
}

/// Reads a file of roles; `file` is its name in problems.
///
/// # Errors
/// Every fault that can be found, each at its place.
pub fn parse(text: &str, file: &str) -> Result<Roles, Vec<Problem>> {
    manifest::read(text, file, "the file of roles")
}

/// How much each category counts in a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mix {
    named: Vec<(String, u32)>,
    others: u32,
}

impl Default for Mix {
    /// All alike.
    fn default() -> Self {
        Self { named: Vec::new(), others: 1 }
    }
}

impl Mix {
    /// A role's mix: what it does not name counts once.
    #[must_use]
    pub fn of_role(role: &Role) -> Self {
        let named = role.mix.iter().map(|share| (share.category.heading().to_owned(), share.weight));
        Self { named: named.collect(), others: 1 }
    }

    /// Only these categories, each with its weight.
    #[must_use]
    pub fn only(named: Vec<(String, u32)>) -> Self {
        Self { named, others: 0 }
    }

    /// How much a category counts; 0 leaves it out.
    #[must_use]
    pub fn weight(&self, category: &str) -> u32 {
        self.named.iter().find(|(name, _)| name == category).map_or(self.others, |(_, weight)| *weight)
    }

    /// The categories with their weights, in the bank's order, but those that are left out, as projects are by themselves.
    #[must_use]
    pub fn shares(&self) -> Vec<(&'static str, u32)> {
        let drawn = Category::ALL.into_iter().filter(|category| *category != Category::Projects);
        let all = drawn.map(|category| (category.heading(), self.weight(category.heading())));
        all.filter(|(_, weight)| *weight > 0).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_counts_what_it_names_and_leaves_the_rest() {
        let text = "[[role]]\nname = \"x\"\ntitle = \"X\"\nmix = [{ category = \"Concurrency\", weight = 3 }, { category = \"Pitfalls\", weight = 0 }]\n";
        let roles = parse(text, FILE).expect("it is right");
        let mix = Mix::of_role(&roles.role[0]);
        assert_eq!(["Concurrency", "Pitfalls", "Fundamentals"].map(|name| mix.weight(name)), [3, 0, 1]);
        assert_eq!(mix.shares().len(), 7);
    }

    #[test]
    fn a_category_that_is_none_is_told_with_its_place() {
        let text =
            "[[role]]\nname = \"x\"\ntitle = \"X\"\nmix = [{ category = \"Concurency\", weight = 3 }]\n";
        let problems = parse(text, FILE).expect_err("it is wrong");
        assert_eq!(problems[0].line_column(), Some((4, 21)));
        assert!(problems[0].fault.remedy().is_some_and(|remedy| remedy.contains("`Concurrency`")));
    }
}
