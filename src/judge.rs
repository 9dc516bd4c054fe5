//! Judging, pure: what was seen against what would be right, and what the evidence adds up to.
//!
//! Nothing here runs code, reads a file or knows a clock: the same input gives the same verdict. Values come
//! from strangers, so every function is bounded by the size of its input, and no default passes.

pub mod align;
pub mod compare;
pub mod concept;
pub mod diff;
pub mod equal;
pub mod escape;
pub mod evidence;
pub mod hint;
pub mod locate;
pub mod message;
pub mod number;
pub mod outcome;
pub mod prediction;
pub mod pretty;
pub mod show;
pub mod steady;

#[cfg(test)]
pub(crate) mod fixture;
#[cfg(test)]
pub(crate) mod samples;
