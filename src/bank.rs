//! Challenges on disk or inside the binary: reading them, and telling an author everything that is wrong.
//!
//! A pack of challenges may come from a stranger too: it is only data here, bounded when it is read; its Python runs in boxes.
//! Must not know how a challenge is run or graded.

pub mod embedded;
pub mod golden;
pub mod lint;
pub mod load;
pub mod manifest;
pub mod mutants;
pub mod pack;
pub mod problem;
pub mod scaffold;

mod assemble;
mod crosscheck;
mod files;
mod requirements;

pub use lint::{Finding, lint};
pub use load::Bank;
pub use problem::{BankError, Fault, Problem};
