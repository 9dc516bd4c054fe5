//! Names of challenges, cases and other evidence, checked once when they are made.
//!
//! Must not know where a name came from.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Why a text cannot be a name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is no valid {what}: use {rule}, 1 to 64 characters")]
pub struct IdError {
    /// What kind of name was wanted.
    pub what: &'static str,
    /// The text that was refused.
    pub text: String,
    /// The characters that are allowed.
    pub rule: &'static str,
}

macro_rules! id {
    ($name:ident, $what:literal, $rule:literal, $separator:literal, $doc:literal) => {
        #[doc = $doc]
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// Takes a text that follows the rule of this kind of name.
            ///
            /// # Errors
            /// [`IdError`] with the rule when the text breaks it.
            pub fn new(text: impl Into<String>) -> Result<Self, IdError> {
                let text = text.into();
                let fits = (1..=64).contains(&text.len())
                    && text.starts_with(|c: char| c.is_ascii_lowercase())
                    && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == $separator);
                if fits { Ok(Self(text)) } else { Err(IdError { what: $what, text, rule: $rule }) }
            }

            /// The name as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl TryFrom<String> for $name {
            type Error = IdError;
            fn try_from(text: String) -> Result<Self, IdError> {
                Self::new(text)
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.0
            }
        }
    };
}

id!(
    ChallengeId,
    "challenge id",
    "lower-case letters, digits and `-`, starting with a letter",
    '-',
    "The name of a challenge, which is also its folder: `retry-decorator`."
);
id!(
    EvidenceId,
    "evidence id",
    "lower-case letters, digits and `_`, starting with a letter",
    '_',
    "The name of one piece of evidence within a challenge; for a case it is also a Python function name: `gives_up`."
);
