//! The library behind the `viva` command: everything but the embedding of CPython.
//!
//! Each module is a floor of ARCHITECTURE.md and imports only from the floors under it.
//! Nothing here may depend on pyo3: the host program must start where there is no Python.

pub mod bank;
pub mod boxes;
pub mod cli;
pub mod engine;
pub mod judge;
pub mod model;
pub mod plan;
pub mod report;
pub mod runtime;
pub mod source;
pub mod store;
pub mod wire;
