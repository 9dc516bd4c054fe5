//! Reading Python and folders of Python without running any of it.
//!
//! What is read here was written by strangers: every read is bounded, no link is followed out of where it
//! stands, and nothing that is read decides what is opened next. Must not know challenges or how code is run.

pub mod archive;
pub mod folder;
pub mod highlight;
pub mod idioms;
pub mod intake;
pub mod literals;
pub mod mutants;
pub mod outline;
pub mod plain;
pub mod shown;
pub mod similarity;
pub mod submissions;
