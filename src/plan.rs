//! Interviews planned from the bank: templates of an agenda, and the drawing of challenges and questions that fill it.
//!
//! The drawing is pure: the same template, bank and wish give the same plan. Must not know how a plan looks.

pub mod draw;
pub mod find;
pub mod mix;
pub mod template;

mod fill;
mod rng;

pub use draw::{Plan, PlanError, Wish, draw};
pub use find::{FindError, Shelf};
pub use mix::{Mix, Role};
pub use template::Template;
