//! Frames that a step's process writes: made beside a stranger's code, so every byte is checked.
//!
//! A frame is a u32 length of the rest, the 16 bytes of the step's token, one byte of kind, and one value of
//! [`super::codec`]:
//!
//! | kind | says | value |
//! |---|---|---|
//! | `R` | a driver recorded a value | tuple (name, value) |
//! | `L` | the answer loaded | list of tuples (name, kind: `function`, `class`, `value`) of its top-level names, in order |
//! | `X` | an exception left the step | tuple (exception, file or None, line, column, text of the line, phase: `harness`, `load` or `run`) |
//! | `C` | a process of several cases, or an oracle, turns to a case: what follows is about it | the case's id |
//! | `K` | an oracle's expectation | tuple (label, operation, seen, argument, extra) |
//! | `E` | the step ran to its end | None |
//!
//! A stream is complete when it is well formed throughout and `E` is its last frame. A frame with a wrong
//! token, a torn frame, or anything after `E` makes it incomplete, whatever came before.
//!
//! Operations of a `K` frame are `equals`, `at_most`, `at_least`, `contains`, `same_items`, `one_of` (argument: what
//! is expected, for `one_of` a list), `is_close` (extra: the float it may differ by) and `raises` (argument: the type's
//! name; extra: a part of the text, or None).

mod read;
#[cfg(test)]
mod tests;

use num_bigint::BigInt;

use super::codec::{self, CodecError};
use crate::model::check::Expectation;
use crate::model::observation::Raised;
use crate::model::value::Value;

pub use read::{parse_stream, parse_stream_within};

/// Bytes of the secret that genuine frames of one step carry.
pub const TOKEN_BYTES: usize = 16;

/// The secret of one step.
pub type Token = [u8; TOKEN_BYTES];

/// What kind of thing a name of an answer is bound to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameKind {
    /// A function.
    Function,
    /// A class.
    Class,
    /// Anything else.
    Value,
}

/// What a step was doing when an exception left it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Before any of the answer's code ran, or in the oracle's box: the challenge itself is at fault. In the
    /// first box it is to be believed only while nothing was loaded.
    Harness,
    /// Compiling or importing the answer.
    Load,
    /// Everything after that.
    Run,
}

/// One thing that a step said.
#[derive(Debug, Clone, PartialEq)]
pub enum CaseFrame {
    /// A driver recorded a value.
    Recorded {
        /// The name it gave.
        name: String,
        /// The value.
        value: Value,
    },
    /// The answer loaded.
    Loaded {
        /// Its top-level names in order.
        names: Vec<(String, NameKind)>,
    },
    /// An exception left the step.
    Raised {
        /// The exception and the innermost line of the answer it passed.
        raised: Raised,
        /// What the step was doing.
        phase: Phase,
    },
    /// A process of several cases, or an oracle, turns to a case.
    Turned {
        /// The case's id.
        case: String,
    },
    /// An oracle's expectation.
    Expected {
        /// What is checked, in the author's words.
        label: String,
        /// What was seen.
        seen: Value,
        /// What was expected.
        expectation: Expectation,
    },
    /// The step ran to its end.
    End,
}

/// The byte that tells the kinds of frames apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FrameKind {
    /// `R`
    Recorded,
    /// `L`
    Loaded,
    /// `X`
    Raised,
    /// `C`
    Turned,
    /// `K`
    Expected,
    /// `E`
    End,
}

impl FrameKind {
    /// The byte.
    #[must_use]
    pub fn byte(self) -> u8 {
        match self {
            Self::Recorded => b'R',
            Self::Loaded => b'L',
            Self::Raised => b'X',
            Self::Turned => b'C',
            Self::Expected => b'K',
            Self::End => b'E',
        }
    }

    fn from_byte(byte: u8) -> Option<Self> {
        [Self::Recorded, Self::Loaded, Self::Raised, Self::Turned, Self::Expected, Self::End]
            .into_iter()
            .find(|kind| kind.byte() == byte)
    }
}

/// Why a stream of frames is not to be believed past some point.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FrameError {
    /// The stream ends within a frame.
    #[error("torn frame at byte {at}")]
    Torn {
        /// Offset of the frame.
        at: usize,
    },
    /// The frame was not written by viva.
    #[error("frame without the step's token at byte {at}")]
    WrongToken {
        /// Offset of the frame.
        at: usize,
    },
    /// No frame has this kind.
    #[error("unknown kind of frame {kind:#04x} at byte {at}")]
    UnknownKind {
        /// Offset of the frame.
        at: usize,
        /// Its byte of kind.
        kind: u8,
    },
    /// The frame's value is malformed.
    #[error("malformed value in the frame at byte {at}")]
    Value {
        /// Offset of the frame.
        at: usize,
        /// What is wrong with it.
        #[source]
        source: CodecError,
    },
    /// The frame's value is not what its kind wants.
    #[error("frame `{kind}` at byte {at} lacks {wanted}")]
    Shape {
        /// Offset of the frame.
        at: usize,
        /// Its kind.
        kind: char,
        /// What was looked for.
        wanted: &'static str,
    },
    /// Bytes follow the end frame.
    #[error("bytes after the end frame, from byte {at}")]
    AfterEnd {
        /// Offset of the first of them.
        at: usize,
    },
}

/// What a step said, as far as it can be read.
#[derive(Debug, Clone, PartialEq)]
pub struct Stream {
    /// The frames before the first fault, without the end frame.
    pub frames: Vec<CaseFrame>,
    /// Whether everything is well formed and the end frame is last.
    pub complete: bool,
    /// The first fault; none where the stream is complete, or ends between two frames without the end frame.
    pub fault: Option<FrameError>,
}

/// The bytes of one frame.
///
/// # Panics
/// On a value of 4 GiB and more; recorded values are bounded far below that.
#[must_use]
pub fn frame_bytes(token: &Token, kind: FrameKind, value: &Value) -> Vec<u8> {
    let value = codec::encode(value);
    let length =
        u32::try_from(TOKEN_BYTES + 1 + value.len()).expect("recorded values are bounded far below 4 GiB");
    [&length.to_le_bytes(), token.as_slice(), &[kind.byte()], &value].concat()
}

impl CaseFrame {
    /// Which kind of frame says this.
    #[must_use]
    pub fn kind(&self) -> FrameKind {
        match self {
            Self::Recorded { .. } => FrameKind::Recorded,
            Self::Loaded { .. } => FrameKind::Loaded,
            Self::Raised { .. } => FrameKind::Raised,
            Self::Turned { .. } => FrameKind::Turned,
            Self::Expected { .. } => FrameKind::Expected,
            Self::End => FrameKind::End,
        }
    }

    /// The bytes of this frame.
    #[must_use]
    pub fn encode(self, token: &Token) -> Vec<u8> {
        frame_bytes(token, self.kind(), &self.into_value())
    }

    fn into_value(self) -> Value {
        match self {
            Self::Recorded { name, value } => Value::Tuple(vec![text(&name), value]),
            Self::Loaded { names } => Value::List(names.into_iter().map(name_pair).collect()),
            Self::Raised { raised, phase } => raised_value(raised, phase),
            Self::Turned { case } => text(&case),
            Self::Expected { label, seen, expectation } => {
                let (operation, argument, extra) = expectation_parts(expectation);
                Value::Tuple(vec![text(&label), text(operation), seen, argument, extra])
            }
            Self::End => Value::None,
        }
    }
}

fn text(text: &str) -> Value {
    Value::Str(text.into())
}

fn name_pair((name, kind): (String, NameKind)) -> Value {
    let kind = match kind {
        NameKind::Function => "function",
        NameKind::Class => "class",
        NameKind::Value => "value",
    };
    Value::Tuple(vec![text(&name), text(kind)])
}

fn raised_value(raised: Raised, phase: Phase) -> Value {
    let phase = text(match phase {
        Phase::Harness => "harness",
        Phase::Load => "load",
        Phase::Run => "run",
    });
    let exception = Value::Exception(raised.exception);
    let int = |number: u32| Value::Int(BigInt::from(number));
    Value::Tuple(match raised.place {
        Some(place) => {
            let (line, column) = (int(place.line), int(place.column));
            vec![exception, text(&place.file), line, column, text(&place.text), phase]
        }
        None => vec![exception, Value::None, int(0), int(0), text(""), phase],
    })
}

/// The operation's name, argument and extra.
fn expectation_parts(expectation: Expectation) -> (&'static str, Value, Value) {
    match expectation {
        Expectation::Equals(value) => ("equals", value, Value::None),
        Expectation::IsClose { expected, within } => ("is_close", expected, Value::Float(within.to_bits())),
        Expectation::Raises { kind, containing } => {
            ("raises", text(&kind), containing.map_or(Value::None, |part| text(&part)))
        }
        Expectation::AtMost(value) => ("at_most", value, Value::None),
        Expectation::AtLeast(value) => ("at_least", value, Value::None),
        Expectation::Contains(value) => ("contains", value, Value::None),
        Expectation::SameItems(value) => ("same_items", value, Value::None),
        Expectation::OneOf(values) => ("one_of", Value::List(values), Value::None),
    }
}
