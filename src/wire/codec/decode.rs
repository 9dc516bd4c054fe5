//! Bytes to a value, trusting none of them.
//!
//! Never panics, never allocates by an announced count alone, never follows more than [`DEPTH_MAX`] levels.

use num_bigint::BigInt;

use super::{CodecError, DEPTH_MAX, TYPES_MAX, VALUES_MAX};
use crate::model::value::{DateTime, ExceptionValue, Mark, PyText, Value, bounds};

/// How many values may still be made. One budget can stand for a whole stream of values.
#[derive(Debug)]
pub struct Budget(usize);

impl Budget {
    /// Room for so many values.
    #[must_use]
    pub fn of(values: usize) -> Self {
        Self(values)
    }
}

impl Default for Budget {
    fn default() -> Self {
        Self(VALUES_MAX)
    }
}

/// The value that these bytes are, all of them.
///
/// # Errors
/// [`CodecError`] when they are not exactly one value that an honest recorder could have written.
pub fn decode(bytes: &[u8]) -> Result<Value, CodecError> {
    decode_within(bytes, &mut Budget::default())
}

/// As [`decode`], with a bound shared with other values.
///
/// # Errors
/// [`CodecError`] as [`decode`], and when the budget is used up.
pub fn decode_within(bytes: &[u8], budget: &mut Budget) -> Result<Value, CodecError> {
    let mut reader = Reader { bytes, at: 0, budget };
    reader.spend(1)?;
    let value = reader.value(0)?;
    let rest = bytes.len() - reader.at;
    if rest > 0 { Err(CodecError::Trailing { at: reader.at, rest }) } else { Ok(value) }
}

/// Reads forward. `at` never passes the end.
struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
    budget: &'a mut Budget,
}

impl<'a> Reader<'a> {
    fn value(&mut self, depth: usize) -> Result<Value, CodecError> {
        let at = self.at;
        if depth > DEPTH_MAX {
            return Err(CodecError::TooDeep { at });
        }
        let tag = self.u8()?;
        Ok(match tag {
            b'N' => Value::None,
            b'T' => Value::Bool(true),
            b'F' => Value::Bool(false),
            b'i' => Value::Int(self.int()?),
            b'f' => Value::Float(self.u64()?),
            b'j' => Value::Complex(self.u64()?, self.u64()?),
            b's' => Value::Str(self.text()?),
            b'b' => Value::Bytes(self.counted_bytes(bounds::TEXT_BYTES_MAX)?.to_vec()),
            b'l' => Value::List(self.items(depth)?),
            b't' => Value::Tuple(self.items(depth)?),
            b'S' => Value::Set(self.members(depth)?),
            b'Z' => Value::FrozenSet(self.members(depth)?),
            b'd' => Value::Dict(self.pairs(depth)?),
            b'C' => Value::Counter(self.pairs(depth)?),
            b'O' => Value::OrderedDict(self.pairs(depth)?),
            b'D' => Value::DefaultDict(self.factory()?, self.pairs(depth)?),
            b'q' => self.deque(depth)?,
            b'r' => self.range()?,
            b'm' => self.decimal()?,
            b'Q' => self.fraction()?,
            b'a' => self.date().map(|(year, month, day)| Value::Date(year, month, day))?,
            b'A' => Value::DateTime(self.moment()?),
            b'x' => self.time_delta()?,
            b'e' => Value::Exception(self.exception()?),
            b'y' => Value::Type(self.name()?),
            b'o' => Value::Opaque(self.name()?),
            b'!' => Value::Marked(self.mark()?),
            tag => return Err(CodecError::UnknownTag { at, tag }),
        })
    }

    /// Takes `count` values from the budget before any room is made for them.
    fn spend(&mut self, count: usize) -> Result<(), CodecError> {
        match self.budget.0.checked_sub(count) {
            Some(left) => {
                self.budget.0 = left;
                Ok(())
            }
            None => Err(CodecError::TooMany { at: self.at }),
        }
    }

    fn take(&mut self, wanted: usize) -> Result<&'a [u8], CodecError> {
        let left = self.bytes.len() - self.at;
        if wanted > left {
            return Err(CodecError::Torn { at: self.at, wanted, left });
        }
        let taken = &self.bytes[self.at..self.at + wanted];
        self.at += wanted;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], CodecError> {
        let mut array = [0; N];
        array.copy_from_slice(self.take(N)?);
        Ok(array)
    }

    fn u8(&mut self) -> Result<u8, CodecError> {
        self.array::<1>().map(|[byte]| byte)
    }

    fn u32(&mut self) -> Result<u32, CodecError> {
        self.array().map(u32::from_le_bytes)
    }

    fn u64(&mut self) -> Result<u64, CodecError> {
        self.array().map(u64::from_le_bytes)
    }

    /// A count of things that take at least `each` bytes, so no more of them than the bytes can hold.
    fn count(&mut self, each: usize) -> Result<usize, CodecError> {
        let count = self.u32()? as usize;
        let (wanted, left) = (count.saturating_mul(each), self.bytes.len() - self.at);
        if wanted > left { Err(CodecError::Torn { at: self.at, wanted, left }) } else { Ok(count) }
    }

    fn counted_bytes(&mut self, length_max: usize) -> Result<&'a [u8], CodecError> {
        let length = self.count(1)?;
        self.require(length <= length_max, "a text, bytes or int longer than recorders write")?;
        self.take(length)
    }

    fn require(&self, holds: bool, what: &'static str) -> Result<(), CodecError> {
        if holds { Ok(()) } else { Err(CodecError::Invalid { at: self.at, what }) }
    }

    fn text(&mut self) -> Result<PyText, CodecError> {
        let bytes = self.counted_bytes(bounds::TEXT_BYTES_MAX)?.to_vec();
        PyText::from_bytes(bytes).ok_or(CodecError::Invalid { at: self.at, what: "malformed text" })
    }

    fn name(&mut self) -> Result<String, CodecError> {
        let bytes = self.counted_bytes(bounds::TEXT_BYTES_MAX)?.to_vec();
        String::from_utf8(bytes).map_err(|_| CodecError::Invalid { at: self.at, what: "malformed name" })
    }

    /// The payload of an `i`.
    fn int(&mut self) -> Result<BigInt, CodecError> {
        let bytes = self.counted_bytes(bounds::INT_BYTES_MAX)?;
        // The last byte of the shortest form is no mere repetition of the sign.
        let padded = match bytes {
            [.., before, 0x00] => before & 0x80 == 0,
            [.., before, 0xff] => before & 0x80 != 0,
            [0x00] => true,
            _ => false,
        };
        self.require(!padded, "an int that is not in its shortest form")?;
        Ok(BigInt::from_signed_bytes_le(bytes))
    }

    /// A whole `i` value inside another.
    fn tagged_int(&mut self) -> Result<BigInt, CodecError> {
        let tag = self.u8()?;
        self.require(tag == b'i', "no int where one belongs")?;
        self.int()
    }

    /// `N`, or an `i` value.
    fn optional_int(&mut self) -> Result<Option<BigInt>, CodecError> {
        match self.u8()? {
            b'N' => Ok(None),
            b'i' => self.int().map(Some),
            _ => Err(CodecError::Invalid { at: self.at, what: "neither None nor an int" }),
        }
    }

    fn items(&mut self, depth: usize) -> Result<Vec<Value>, CodecError> {
        let count = self.count(1)?;
        self.spend(count)?;
        let mut items = Vec::with_capacity(count);
        for _ in 0..count {
            items.push(self.value(depth + 1)?);
        }
        Ok(items)
    }

    fn members(&mut self, depth: usize) -> Result<Vec<Value>, CodecError> {
        let members = self.items(depth)?;
        self.require(members.iter().all(is_hashable), "a member of a set that cannot be hashed")?;
        Ok(members)
    }

    fn pairs(&mut self, depth: usize) -> Result<Vec<(Value, Value)>, CodecError> {
        let count = self.count(2)?;
        self.spend(count.saturating_mul(2))?;
        let mut pairs = Vec::with_capacity(count);
        for _ in 0..count {
            let key = self.value(depth + 1)?;
            self.require(is_hashable(&key), "a key that cannot be hashed")?;
            pairs.push((key, self.value(depth + 1)?));
        }
        Ok(pairs)
    }

    fn factory(&mut self) -> Result<Option<String>, CodecError> {
        match self.u8()? {
            b'N' => Ok(None),
            b's' => self.name().map(Some),
            _ => Err(CodecError::Invalid { at: self.at, what: "neither None nor a factory's name" }),
        }
    }

    fn deque(&mut self, depth: usize) -> Result<Value, CodecError> {
        let bound = self.optional_int()?.map(u64::try_from).transpose();
        let bound = bound.map_err(|_| CodecError::Invalid { at: self.at, what: "no bound of a deque" })?;
        let items = self.items(depth)?;
        let fits = bound.is_none_or(|bound| items.len() as u64 <= bound);
        self.require(fits, "a deque longer than its bound")?;
        Ok(Value::Deque(bound, items))
    }

    fn range(&mut self) -> Result<Value, CodecError> {
        let (start, stop, step) = (self.tagged_int()?, self.tagged_int()?, self.tagged_int()?);
        self.require(step != BigInt::ZERO, "a range with a step of zero")?;
        Ok(Value::Range(start, stop, step))
    }

    fn decimal(&mut self) -> Result<Value, CodecError> {
        let bytes = self.counted_bytes(bounds::INT_BYTES_MAX)?;
        let text = std::str::from_utf8(bytes).ok().filter(|text| is_decimal(text));
        text.map(|text| Value::Decimal(text.to_owned()))
            .ok_or(CodecError::Invalid { at: self.at, what: "no decimal number" })
    }

    fn fraction(&mut self) -> Result<Value, CodecError> {
        let (numerator, denominator) = (self.tagged_int()?, self.tagged_int()?);
        self.require(denominator > BigInt::ZERO, "a fraction whose denominator is not positive")?;
        Ok(Value::Fraction(numerator, denominator))
    }

    fn date(&mut self) -> Result<(u16, u8, u8), CodecError> {
        let (year, month, day) = (self.array().map(u16::from_le_bytes)?, self.u8()?, self.u8()?);
        let exists = (1..=9999).contains(&year) && (1..=days_in(year, month)).contains(&day);
        self.require(exists, "a date that does not exist")?;
        Ok((year, month, day))
    }

    fn moment(&mut self) -> Result<DateTime, CodecError> {
        let (year, month, day) = self.date()?;
        let [hour, minute, second] = self.array()?;
        let (microsecond, fold) = (self.u32()?, self.u8()?);
        let exists = hour < 24 && minute < 60 && second < 60 && microsecond < 1_000_000 && fold < 2;
        self.require(exists, "a time of day that does not exist")?;
        let offset_us = self.optional_int()?.map(i64::try_from).transpose();
        let offset_us = offset_us.ok().filter(|offset| offset.is_none_or(|us| us.abs() < DAY_US));
        let offset_us = offset_us.ok_or(CodecError::Invalid { at: self.at, what: "no offset from UTC" })?;
        Ok(DateTime { year, month, day, hour, minute, second, microsecond, fold, offset_us })
    }

    fn time_delta(&mut self) -> Result<Value, CodecError> {
        let (days, seconds, microseconds) = (self.array().map(i32::from_le_bytes)?, self.u32()?, self.u32()?);
        let normal = days.unsigned_abs() < 1_000_000_000 && seconds < 86_400 && microseconds < 1_000_000;
        self.require(normal, "a timedelta that is not normalised")?;
        Ok(Value::TimeDelta(days, seconds, microseconds))
    }

    fn exception(&mut self) -> Result<ExceptionValue, CodecError> {
        let count = self.count(4)?;
        self.require((1..=TYPES_MAX).contains(&count), "an exception with no or too many types")?;
        let types = (0..count).map(|_| self.name()).collect::<Result<_, _>>()?;
        Ok(ExceptionValue { types, text: self.text()? })
    }

    fn mark(&mut self) -> Result<Mark, CodecError> {
        Ok(match self.u8()? {
            0 => Mark::Cycle,
            1 => Mark::TooDeep,
            2 => Mark::TooLong,
            3 => Mark::TooManyDigits,
            4 => Mark::Missing,
            _ => return Err(CodecError::Invalid { at: self.at, what: "an unknown mark" }),
        })
    }
}

/// Microseconds of a day; offsets from UTC are strictly smaller.
const DAY_US: i64 = 86_400 * 1_000_000;

/// Days of a month of the Gregorian calendar; 0 for a month that does not exist.
fn days_in(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u8::from(leap),
        _ => 0,
    }
}

/// Whether a value of this kind can stand in a set. Members of a frozenset were asked already.
fn is_hashable(value: &Value) -> bool {
    match value {
        Value::List(_) | Value::Set(_) | Value::Deque(..) => false,
        Value::Dict(_) | Value::Counter(_) | Value::OrderedDict(_) | Value::DefaultDict(..) => false,
        Value::Tuple(items) => items.iter().all(is_hashable),
        _ => true,
    }
}

/// Whether this is what `str()` of a `decimal.Decimal` writes: a numeric string of the General Decimal
/// Arithmetic specification, or `Infinity`, `NaN` and `sNaN` with an optional payload.
fn is_decimal(text: &str) -> bool {
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    if let Some(payload) = unsigned.strip_prefix("sNaN").or_else(|| unsigned.strip_prefix("NaN")) {
        return digits(payload);
    }
    let (coefficient, exponent) = unsigned.split_once('E').unwrap_or((unsigned, "+0"));
    let (whole, fraction) = coefficient.split_once('.').unwrap_or((coefficient, "0"));
    let Some(exponent) = exponent.strip_prefix(['+', '-']) else { return false };
    let number = [whole, fraction, exponent].iter().all(|part| !part.is_empty() && digits(part));
    unsigned == "Infinity" || number && exponent.len() <= 19
}
