//! One expectation of an oracle and whether it held.
//!
//! The oracle names what was seen and what would be right; the comparison itself is `judge`'s, in Rust.
//! Must not know how a check is shown.

use super::value::Value;

/// What an oracle expects of one seen value.
#[derive(Debug, Clone, PartialEq)]
pub enum Expectation {
    /// The same value by exact type.
    Equals(Value),
    /// A number within a distance of another.
    IsClose {
        /// The number wanted.
        expected: Value,
        /// The largest allowed difference.
        within: f64,
    },
    /// An exception of this type or a subclass, whose text holds `containing` (ignoring case) where given.
    Raises {
        /// The type's name as [`super::value::ExceptionValue::types`] has it.
        kind: String,
        /// A part of the text.
        containing: Option<String>,
    },
    /// At most this number.
    AtMost(Value),
    /// At least this number.
    AtLeast(Value),
    /// A container or text that holds this value.
    Contains(Value),
    /// A list, tuple or set with the same values, in any order, each as often.
    SameItems(Value),
    /// One of these values.
    OneOf(Vec<Value>),
}

/// An expectation, what was seen, and the verdict of the comparison.
#[derive(Debug, Clone, PartialEq)]
pub struct Check {
    /// What is being checked, in the author's words; empty when there is only one thing.
    pub label: String,
    /// What was seen.
    pub seen: Value,
    /// What was expected.
    pub expectation: Expectation,
    /// Whether it held.
    pub holds: bool,
}
