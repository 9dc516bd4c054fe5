//! Values as bytes: one tag, then the payload. The Rust worker and the cold Python recorder both write it.
//!
//! All integers of the format are little-endian; `text` is a u32 length and UTF-8 with `surrogatepass`.
//! Names (of types, factories and classes) are texts without surrogates.
//!
//! | tag | value | payload |
//! |---|---|---|
//! | `N` `T` `F` | None, True, False | |
//! | `i` | int | u32 length, two's complement bytes, shortest; zero has none |
//! | `f` | float | 8 bytes of bits |
//! | `j` | complex | 16 bytes: real, imaginary |
//! | `s` | str | text |
//! | `b` | bytes | u32 length, bytes |
//! | `l` `t` `S` `Z` | list, tuple, set, frozenset | u32 count, values |
//! | `d` `C` `O` | dict, Counter, OrderedDict | u32 count, key and value in turn |
//! | `D` | defaultdict | `N` or `s` (the factory's name), then as dict |
//! | `q` | deque | `N` or `i` (the bound), then as list |
//! | `r` | range | three `i` values |
//! | `m` | Decimal | text of `str()` |
//! | `Q` | Fraction | two `i` values |
//! | `a` | date | u16 year, u8 month, u8 day |
//! | `A` | datetime | u16 year, u8 month, day, hour, minute, second, u32 microsecond, u8 fold, `N` or `i` (offset in microseconds) |
//! | `x` | timedelta | i32 days, u32 seconds, u32 microseconds |
//! | `e` | exception | u32 count of type names (text each), text of `str()` |
//! | `y` | a class | text of its name |
//! | `o` | anything else | text of its type's name |
//! | `!` | a part left out | u8: 0 cycle, 1 too deep, 2 too long, 3 too many digits, 4 missing |
//!
//! A decoder meets bytes that a stranger may have written. It takes only what an honest recorder writes:
//! each field in its range, each integer in its shortest form, what stands in a set or as a key hashable.

mod decode;
#[cfg(test)]
pub(super) mod tests;

use num_bigint::{BigInt, Sign};

use crate::model::value::{DateTime, ExceptionValue, Mark, Value};

pub use decode::{Budget, decode, decode_within};

/// Levels of nesting a decoder follows: those of one recorded value, and a few of wrapping around it.
pub const DEPTH_MAX: usize = crate::model::value::bounds::DEPTH_MAX + 8;

/// Values that one decoding makes at most. It bounds memory: an empty value takes one byte on the wire.
pub const VALUES_MAX: usize = 4 * crate::model::value::bounds::VALUES_MAX;

/// Type names of one exception: its own first, the rest left out.
pub const TYPES_MAX: usize = 64;

/// Why bytes are not one value.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CodecError {
    /// The bytes end before the value does.
    #[error("torn value: {wanted} bytes were announced at byte {at} and {left} are left")]
    Torn {
        /// Offset of what is torn.
        at: usize,
        /// Bytes it needs.
        wanted: usize,
        /// Bytes there are.
        left: usize,
    },
    /// No value begins with this byte.
    #[error("unknown tag {tag:#04x} at byte {at}")]
    UnknownTag {
        /// Offset of the tag.
        at: usize,
        /// The byte.
        tag: u8,
    },
    /// A field no honest recorder would write.
    #[error("{what} before byte {at}")]
    Invalid {
        /// Offset behind the field.
        at: usize,
        /// What is wrong with it.
        what: &'static str,
    },
    /// Nested deeper than [`DEPTH_MAX`].
    #[error("nested deeper than {DEPTH_MAX} levels at byte {at}")]
    TooDeep {
        /// Offset of the container.
        at: usize,
    },
    /// More values than [`VALUES_MAX`].
    #[error("more than {VALUES_MAX} values at byte {at}")]
    TooMany {
        /// Offset of the container.
        at: usize,
    },
    /// Bytes follow the value.
    #[error("{rest} bytes follow the value, which ends at byte {at}")]
    Trailing {
        /// Offset where the value ends.
        at: usize,
        /// Bytes behind it.
        rest: usize,
    },
}

/// The bytes of a value.
///
/// # Panics
/// On a text or container of 4 GiB and more; recorded values are bounded far below that.
#[must_use]
pub fn encode(value: &Value) -> Vec<u8> {
    let mut bytes = Vec::new();
    put(&mut bytes, value);
    bytes
}

/// Appends a value. It calls itself as deep as the value is nested, which recorder and decoder bound.
fn put(out: &mut Vec<u8>, value: &Value) {
    match value {
        Value::None => out.push(b'N'),
        Value::Bool(true) => out.push(b'T'),
        Value::Bool(false) => out.push(b'F'),
        Value::Int(int) => put_int(out, int),
        Value::Float(bits) => put_fixed(out, b'f', &[&bits.to_le_bytes()]),
        Value::Complex(real, imaginary) => {
            put_fixed(out, b'j', &[&real.to_le_bytes(), &imaginary.to_le_bytes()]);
        }
        Value::Str(text) => put_text(out, b's', text.as_bytes()),
        Value::Bytes(bytes) => put_text(out, b'b', bytes),
        Value::List(items) => put_items(out, Some(b'l'), items),
        Value::Tuple(items) => put_items(out, Some(b't'), items),
        Value::Set(items) => put_items(out, Some(b'S'), items),
        Value::FrozenSet(items) => put_items(out, Some(b'Z'), items),
        Value::Dict(pairs) => put_pairs(out, Some(b'd'), pairs),
        Value::Counter(pairs) => put_pairs(out, Some(b'C'), pairs),
        Value::OrderedDict(pairs) => put_pairs(out, Some(b'O'), pairs),
        Value::DefaultDict(factory, pairs) => put_default_dict(out, factory.as_deref(), pairs),
        Value::Deque(bound, items) => put_deque(out, *bound, items),
        Value::Range(start, stop, step) => put_ints(out, b'r', &[start, stop, step]),
        Value::Decimal(text) => put_text(out, b'm', text.as_bytes()),
        Value::Fraction(numerator, denominator) => put_ints(out, b'Q', &[numerator, denominator]),
        Value::Date(year, month, day) => put_fixed(out, b'a', &[&year.to_le_bytes(), &[*month, *day]]),
        Value::DateTime(moment) => put_moment(out, moment),
        Value::TimeDelta(days, seconds, microseconds) => {
            put_fixed(out, b'x', &[&days.to_le_bytes(), &seconds.to_le_bytes(), &microseconds.to_le_bytes()]);
        }
        Value::Exception(exception) => put_exception(out, exception),
        Value::Type(name) => put_text(out, b'y', name.as_bytes()),
        Value::Opaque(name) => put_text(out, b'o', name.as_bytes()),
        Value::Marked(mark) => out.extend([b'!', mark_code(*mark)]),
    }
}

fn put_fixed(out: &mut Vec<u8>, tag: u8, fields: &[&[u8]]) {
    out.push(tag);
    fields.iter().for_each(|field| out.extend_from_slice(field));
}

fn put_default_dict(out: &mut Vec<u8>, factory: Option<&str>, pairs: &[(Value, Value)]) {
    out.push(b'D');
    match factory {
        Some(name) => put_text(out, b's', name.as_bytes()),
        None => out.push(b'N'),
    }
    put_pairs(out, None, pairs);
}

fn put_deque(out: &mut Vec<u8>, bound: Option<u64>, items: &[Value]) {
    out.push(b'q');
    match bound {
        Some(bound) => put_int(out, &BigInt::from(bound)),
        None => out.push(b'N'),
    }
    put_items(out, None, items);
}

fn put_exception(out: &mut Vec<u8>, exception: &ExceptionValue) {
    out.push(b'e');
    put_length(out, exception.types.len());
    exception.types.iter().for_each(|name| put_bytes(out, name.as_bytes()));
    put_bytes(out, exception.text.as_bytes());
}

fn put_ints(out: &mut Vec<u8>, tag: u8, ints: &[&BigInt]) {
    out.push(tag);
    ints.iter().for_each(|int| put_int(out, int));
}

fn put_moment(out: &mut Vec<u8>, moment: &DateTime) {
    out.push(b'A');
    out.extend(moment.year.to_le_bytes());
    out.extend([moment.month, moment.day, moment.hour, moment.minute, moment.second]);
    out.extend(moment.microsecond.to_le_bytes());
    out.push(moment.fold);
    match moment.offset_us {
        Some(offset) => put_int(out, &BigInt::from(offset)),
        None => out.push(b'N'),
    }
}

fn put_int(out: &mut Vec<u8>, int: &BigInt) {
    out.push(b'i');
    if int.sign() == Sign::NoSign { put_length(out, 0) } else { put_bytes(out, &int.to_signed_bytes_le()) }
}

fn put_text(out: &mut Vec<u8>, tag: u8, bytes: &[u8]) {
    out.push(tag);
    put_bytes(out, bytes);
}

fn put_bytes(out: &mut Vec<u8>, bytes: &[u8]) {
    put_length(out, bytes.len());
    out.extend_from_slice(bytes);
}

fn put_items(out: &mut Vec<u8>, tag: Option<u8>, items: &[Value]) {
    out.extend(tag);
    put_length(out, items.len());
    items.iter().for_each(|item| put(out, item));
}

fn put_pairs(out: &mut Vec<u8>, tag: Option<u8>, pairs: &[(Value, Value)]) {
    out.extend(tag);
    put_length(out, pairs.len());
    pairs.iter().for_each(|(key, value)| {
        put(out, key);
        put(out, value);
    });
}

fn put_length(out: &mut Vec<u8>, length: usize) {
    let length = u32::try_from(length).expect("recorded values are bounded far below 4 GiB");
    out.extend(length.to_le_bytes());
}

/// The byte of a mark.
fn mark_code(mark: Mark) -> u8 {
    match mark {
        Mark::Cycle => 0,
        Mark::TooDeep => 1,
        Mark::TooLong => 2,
        Mark::TooManyDigits => 3,
        Mark::Missing => 4,
    }
}
