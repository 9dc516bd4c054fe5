//! A Python value that left a box as data, by its exact type.
//!
//! Must not know how values are carried (that is `wire`) or compared (that is `judge`).

use num_bigint::BigInt;

/// A text as Python holds it: UTF-8 in which lone surrogates may stand (`surrogatepass`).
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PyText(Vec<u8>);

impl PyText {
    /// Takes bytes that Python made with `surrogatepass`; [`None`] where they are not that.
    #[must_use]
    pub fn from_bytes(bytes: Vec<u8>) -> Option<Self> {
        let text = Self(bytes);
        text.code_points().is_some().then_some(text)
    }

    /// The bytes, UTF-8 but for surrogates.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// The text with each lone surrogate shown as `\udXXX`.
    #[must_use]
    pub fn to_display(&self) -> String {
        let mut shown = String::with_capacity(self.0.len());
        for point in self.code_points().unwrap_or_default() {
            match char::from_u32(point) {
                Some(character) => shown.push(character),
                None => shown.push_str(&format!("\\u{point:04x}")),
            }
        }
        shown
    }

    /// Every code point, surrogates among them; [`None`] when the bytes are malformed.
    fn code_points(&self) -> Option<Vec<u32>> {
        let mut points = Vec::with_capacity(self.0.len());
        let mut rest = self.0.as_slice();
        while let Some((&first, _)) = rest.split_first() {
            let (length, mut point, least) = match first {
                0x00..=0x7f => (1, u32::from(first), 0),
                0xc2..=0xdf => (2, u32::from(first & 0x1f), 0x80),
                0xe0..=0xef => (3, u32::from(first & 0x0f), 0x800),
                0xf0..=0xf4 => (4, u32::from(first & 0x07), 0x1_0000),
                _ => return None,
            };
            for &byte in rest.get(1..length)? {
                if byte & 0xc0 != 0x80 {
                    return None;
                }
                point = point << 6 | u32::from(byte & 0x3f);
            }
            if point < least || point > 0x10_ffff {
                return None;
            }
            points.push(point);
            rest = &rest[length..];
        }
        Some(points)
    }
}

impl From<&str> for PyText {
    fn from(text: &str) -> Self {
        Self(text.as_bytes().to_vec())
    }
}

impl std::fmt::Debug for PyText {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}", self.to_display())
    }
}

/// Why a part of a value was left out when it was recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mark {
    /// The container holds itself.
    Cycle,
    /// Nested deeper than [`bounds::DEPTH_MAX`].
    TooDeep,
    /// A text, bytes or container longer than the bounds.
    TooLong,
    /// An integer of more than [`bounds::INT_BYTES_MAX`] bytes.
    TooManyDigits,
    /// The driver never recorded a value of this name (only seen in a check).
    Missing,
}

/// Bounds of one recorded value. What is over a bound becomes a [`Mark`].
pub mod bounds {
    /// Levels of nesting.
    pub const DEPTH_MAX: usize = 64;
    /// Bytes of a two's complement integer.
    pub const INT_BYTES_MAX: usize = 64 * 1024;
    /// Bytes of a text or a bytes value.
    pub const TEXT_BYTES_MAX: usize = 4 * 1024 * 1024;
    /// Values within one recorded value, itself and all nested ones counted.
    pub const VALUES_MAX: usize = 1_000_000;
}

/// A recorded value. Anything of another type, a subclass of these included, is [`Value::Opaque`].
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// `None`.
    None,
    /// `bool`.
    Bool(bool),
    /// `int`.
    Int(BigInt),
    /// `float`, by its bits.
    Float(u64),
    /// `complex`, by the bits of its parts.
    Complex(u64, u64),
    /// `str`.
    Str(PyText),
    /// `bytes`.
    Bytes(Vec<u8>),
    /// `list`.
    List(Vec<Value>),
    /// `tuple`.
    Tuple(Vec<Value>),
    /// `set`, in the order Python gave.
    Set(Vec<Value>),
    /// `frozenset`, in the order Python gave.
    FrozenSet(Vec<Value>),
    /// `dict`, in insertion order.
    Dict(Vec<(Value, Value)>),
    /// `collections.Counter`.
    Counter(Vec<(Value, Value)>),
    /// `collections.OrderedDict`.
    OrderedDict(Vec<(Value, Value)>),
    /// `collections.defaultdict`, with the name of its factory.
    DefaultDict(Option<String>, Vec<(Value, Value)>),
    /// `collections.deque`, with its bound.
    Deque(Option<u64>, Vec<Value>),
    /// `range`: start, stop, step.
    Range(BigInt, BigInt, BigInt),
    /// `decimal.Decimal`, as `str()` writes it (exact).
    Decimal(String),
    /// `fractions.Fraction`: numerator, denominator.
    Fraction(BigInt, BigInt),
    /// `datetime.date`: year, month, day.
    Date(u16, u8, u8),
    /// `datetime.datetime`.
    DateTime(DateTime),
    /// `datetime.timedelta`: days, seconds, microseconds, as Python normalises them.
    TimeDelta(i32, u32, u32),
    /// An exception: its types from its own up to `BaseException`, and its text.
    Exception(ExceptionValue),
    /// A class, by name.
    Type(String),
    /// Anything else, by the name of its type. It equals nothing, itself included.
    Opaque(String),
    /// A part that was left out.
    Marked(Mark),
}

/// A `datetime.datetime` whose time zone is none or a fixed `datetime.timezone`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateTime {
    /// Year, 1 to 9999.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day, 1 to 31.
    pub day: u8,
    /// Hour, 0 to 23.
    pub hour: u8,
    /// Minute, 0 to 59.
    pub minute: u8,
    /// Second, 0 to 59.
    pub second: u8,
    /// Microsecond, 0 to 999,999.
    pub microsecond: u32,
    /// 1 for the second of two equal local times.
    pub fold: u8,
    /// Offset from UTC in microseconds; [`None`] for a naive one.
    pub offset_us: Option<i64>,
}

/// What is known of an exception once it left the box.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExceptionValue {
    /// Type names, most derived first. Built-in ones stand alone (`ValueError`), others carry their module (`answer.ValueError`).
    pub types: Vec<String>,
    /// `str()` of it, or what could be had of it.
    pub text: PyText,
}
