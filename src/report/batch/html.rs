//! `report.html`: a batch as pages that a person reads in a browser or on paper.
//!
//! Each page is whole in itself: styles and pictures are in it, nothing is loaded, and everything can be read without a
//! script; the one script filters and searches. A small batch is one page; a large one is an overview with the first
//! of the ranking, and a folder with the rest of the ranking and a page for each candidate, so that no page grows with
//! the batch. These are an interviewer's pages. Must not open files, and must not put a stranger's text anywhere but
//! through [`text`].

pub mod candidate;
pub mod charts;
pub mod diff;
pub mod files;
pub mod overview;
pub mod ranking;
pub mod shell;
pub mod site;
pub mod source;
pub mod submission;
pub mod tally;
pub mod text;

#[cfg(test)]
mod tests;
