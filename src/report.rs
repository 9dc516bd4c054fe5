//! What people and programs read: every format of every thing viva tells.
//!
//! Renderings only read. They show nothing of a candidate's bytes raw, and a candidate's view is made of types that
//! cannot hold anything hidden. Must not know where a text goes.

pub mod list;
pub mod page;
pub mod show_challenge;
