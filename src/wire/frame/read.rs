//! Bytes of a step to the frames they are, as far as they can be believed.
//!
//! Must not know what a frame is good for.

use super::{CaseFrame, FrameError, FrameKind, NameKind, Phase, Stream, TOKEN_BYTES, Token};
use crate::model::check::Expectation;
use crate::model::observation::{Place, Raised};
use crate::model::value::Value;
use crate::wire::codec::{Budget, decode_within};

/// Reads everything that a step wrote to its channel. Never panics; what follows the first fault is not read.
#[must_use]
pub fn parse_stream(bytes: &[u8], token: &Token) -> Stream {
    parse_stream_within(bytes, token, &mut Budget::default())
}

/// As [`parse_stream`], with a bound shared with other streams: a value takes one byte on its way and dozens here.
#[must_use]
pub fn parse_stream_within(bytes: &[u8], token: &Token, budget: &mut Budget) -> Stream {
    let mut stream = Stream { frames: Vec::new(), complete: false, fault: None };
    let mut at = 0;
    while at < bytes.len() {
        if stream.complete {
            stream.complete = false;
            stream.fault = Some(FrameError::AfterEnd { at });
            break;
        }
        match read_frame(bytes, at, token, budget) {
            Ok((CaseFrame::End, next)) => (stream.complete, at) = (true, next),
            Ok((frame, next)) => {
                stream.frames.push(frame);
                at = next;
            }
            Err(fault) => {
                stream.fault = Some(fault);
                break;
            }
        }
    }
    stream
}

/// The frame at an offset, and the offset behind it.
fn read_frame(
    bytes: &[u8],
    at: usize,
    token: &Token,
    budget: &mut Budget,
) -> Result<(CaseFrame, usize), FrameError> {
    let torn = FrameError::Torn { at };
    let (length, rest) = bytes[at..].split_first_chunk().ok_or_else(|| torn.clone())?;
    let length = u32::from_le_bytes(*length) as usize;
    let frame = rest.get(..length).ok_or_else(|| torn.clone())?;
    let (written, frame) = frame.split_first_chunk::<TOKEN_BYTES>().ok_or_else(|| torn.clone())?;
    if written != token {
        return Err(FrameError::WrongToken { at });
    }
    let (&kind, value) = frame.split_first().ok_or(torn)?;
    let kind = FrameKind::from_byte(kind).ok_or(FrameError::UnknownKind { at, kind })?;
    let value = decode_within(value, budget).map_err(|source| FrameError::Value { at, source })?;
    let frame =
        shape(kind, value).map_err(|wanted| FrameError::Shape { at, kind: kind.byte().into(), wanted })?;
    Ok((frame, at + size_of::<u32>() + length))
}

/// What a value lacks that its frame wants.
type Lacks = &'static str;

fn shape(kind: FrameKind, value: Value) -> Result<CaseFrame, Lacks> {
    match kind {
        FrameKind::Recorded => {
            let [name, value] = tuple(value, "a name and a value")?;
            Ok(CaseFrame::Recorded { name: utf8(name, "a name")?, value })
        }
        FrameKind::Loaded => {
            let Value::List(names) = value else { return Err("a list of names") };
            Ok(CaseFrame::Loaded { names: names.into_iter().map(name_pair).collect::<Result<_, _>>()? })
        }
        FrameKind::Raised => raised(value),
        FrameKind::Turned => Ok(CaseFrame::Turned { case: utf8(value, "a case")? }),
        FrameKind::Expected => expected(value),
        FrameKind::End if value == Value::None => Ok(CaseFrame::End),
        FrameKind::End => Err("None"),
    }
}

fn tuple<const N: usize>(value: Value, wanted: Lacks) -> Result<[Value; N], Lacks> {
    let Value::Tuple(parts) = value else { return Err(wanted) };
    parts.try_into().map_err(|_| wanted)
}

fn utf8(value: Value, wanted: Lacks) -> Result<String, Lacks> {
    let Value::Str(text) = value else { return Err(wanted) };
    std::str::from_utf8(text.as_bytes()).map(str::to_owned).map_err(|_| wanted)
}

/// A text of the candidate's, in which surrogates may stand.
fn shown(value: Value, wanted: Lacks) -> Result<String, Lacks> {
    if let Value::Str(text) = value { Ok(text.to_display()) } else { Err(wanted) }
}

fn number(value: Value, wanted: Lacks) -> Result<u32, Lacks> {
    let Value::Int(int) = value else { return Err(wanted) };
    u32::try_from(int).map_err(|_| wanted)
}

fn name_pair(value: Value) -> Result<(String, NameKind), Lacks> {
    let [name, kind] = tuple(value, "a name and its kind")?;
    let kind = match utf8(kind, "a kind of name")?.as_str() {
        "function" => NameKind::Function,
        "class" => NameKind::Class,
        "value" => NameKind::Value,
        _ => return Err("a kind of name"),
    };
    Ok((utf8(name, "a name")?, kind))
}

fn raised(value: Value) -> Result<CaseFrame, Lacks> {
    let [exception, file, line, column, text, phase] = tuple(value, "an exception and its place")?;
    let Value::Exception(exception) = exception else { return Err("an exception") };
    let phase = match utf8(phase, "a phase")?.as_str() {
        "harness" => Phase::Harness,
        "load" => Phase::Load,
        "run" => Phase::Run,
        _ => return Err("a phase"),
    };
    let (line, column) = (number(line, "a line")?, number(column, "a column")?);
    let text = shown(text, "the line's text")?;
    let place = match file {
        Value::None => None,
        file => Some(Place { file: shown(file, "a file")?, line, column, text }),
    };
    Ok(CaseFrame::Raised { raised: Raised { exception, place }, phase })
}

fn expected(value: Value) -> Result<CaseFrame, Lacks> {
    let [label, operation, seen, argument, extra] = tuple(value, "an expectation's five parts")?;
    let (label, operation) = (shown(label, "a label")?, utf8(operation, "an operation")?);
    let is_plain = extra == Value::None;
    let expectation = match operation.as_str() {
        "equals" if is_plain => Expectation::Equals(argument),
        "at_most" if is_plain => Expectation::AtMost(argument),
        "at_least" if is_plain => Expectation::AtLeast(argument),
        "contains" if is_plain => Expectation::Contains(argument),
        "same_items" if is_plain => Expectation::SameItems(argument),
        "one_of" if is_plain => match argument {
            Value::List(values) => Expectation::OneOf(values),
            _ => return Err("a list to be one of"),
        },
        "is_close" => Expectation::IsClose { expected: argument, within: distance(&extra)? },
        "raises" => {
            let kind = utf8(argument, "the name of an exception")?;
            let containing = if is_plain { None } else { Some(shown(extra, "a part of a text")?) };
            Expectation::Raises { kind, containing }
        }
        _ => return Err("an operation and what belongs to it"),
    };
    Ok(CaseFrame::Expected { label, seen, expectation })
}

/// How far two numbers may be apart: finite and not negative.
fn distance(value: &Value) -> Result<f64, Lacks> {
    let Value::Float(bits) = value else { return Err("a distance") };
    let within = f64::from_bits(*bits);
    if within.is_finite() && within >= 0.0 { Ok(within) } else { Err("a distance") }
}
