//! The plain data that every floor speaks: no files, no processes, no rendering.
//!
//! Types here make wrong states hard to write: ids are newtypes, limits are never optional, and
//! no enum of outcomes has a passing default. They do not know any public format; reports have
//! their own types with a version.

pub mod answer;
pub mod batch;
pub mod challenge;
pub mod check;
pub mod evidence;
pub mod grade;
pub mod hostile;
pub mod id;
pub mod isolation;
pub mod limits;
pub mod observation;
pub mod score;
pub mod value;
