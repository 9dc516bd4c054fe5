//! Frames that a step's process writes: made beside a stranger's code, so every byte is checked.
//!
//! A frame is a u32 length of the rest, the 16 bytes of the step's token, one byte of kind, and one value of
//! [`super::codec`]:
//!
//! | kind | says | value |
//! |---|---|---|
//! | `R` | a driver recorded a value | tuple (name, value) |
//! | `L` | the answer loaded | list of tuples (name, kind: `function`, `class`, `value`) of its top-level names, in order |
//! | `X` | an exception left the step | tuple (exception, file or None, line, column, text of the line, phase: `load` or `run`) |
//! | `K` | an oracle's expectation | tuple (label, operation, seen, argument, extra) |
//! | `E` | the step ran to its end | None |
//!
//! A stream is complete when it is well formed throughout and `E` is its last frame. A frame with a wrong
//! token, a torn frame, or anything after `E` makes it incomplete, whatever came before.
