//! Inside `viva-worker`: CPython as the body of its boxes, and the encoding of what a step records.
//!
//! Compiled into that program only, the only one with pyo3 in it. Must not know how a jail is built, what a
//! value means, or what a case is worth. (A file that is named by `#[path]` looks for its modules beside itself,
//! so each of them is named too.)

#[path = "worker/body.rs"]
pub mod body;
#[path = "worker/embed.rs"]
pub mod embed;
#[path = "worker/known.rs"]
mod known;
#[path = "worker/left.rs"]
mod left;
#[path = "worker/place.rs"]
pub mod place;
#[path = "worker/record.rs"]
mod record;
#[path = "worker/see.rs"]
mod see;
#[cfg(test)]
#[path = "worker/tests.rs"]
mod tests;
