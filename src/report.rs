//! What people and programs read: terminal pages and versioned JSON, for interviewers and for candidates.
//!
//! Nothing here decides anything: verdicts come from [`crate::judge`] by way of the model. A candidate's view is
//! made of types that cannot hold what is hidden. Strangers' text is cleaned before it is kept.

pub mod batch;
pub mod candidate;
pub mod ctrf;
pub mod doctor;
pub mod failure;
pub mod github;
pub mod gradescope;
pub mod json;
pub mod junit;
pub mod leaks;
pub mod list;
pub mod mutants;
pub mod plan;
pub mod regrade;
pub mod sarif;
pub mod sheet;
pub mod show_challenge;
pub mod similar;
pub mod terminal;
pub mod verify;

#[cfg(test)]
pub(crate) mod fixture;
