//! The bytes that cross a box's wall: jobs in, frames out.
//!
//! One floor of its own, since both the host's runtime and the worker speak it. Jobs and run frames pass
//! between viva's own programs (postcard); case frames and values are made in a candidate's process, so
//! their decoders trust nothing and never panic on any bytes. Must not know what a value means.

pub mod codec;
pub mod frame;
pub mod job;
pub mod wiped;
