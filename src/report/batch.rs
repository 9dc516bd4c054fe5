//! Reports over a whole batch: every submission of every candidate, in one file of each format.
//!
//! Made from stored results, one at a time, so that ten thousand need no more memory than ten. Must not know how they
//! were graded or where they are kept.

pub mod feedback;
pub mod html;
pub mod names;
pub mod ranking;
pub mod results;
pub mod table;
pub mod unfinished;
