//! A value as the Python source a person would write for it, shortened and harmless.
//!
//! Must not know where it is shown. Whatever is left out is replaced by `...`; no hostile character gets through.

use num_bigint::{BigInt, Sign};

use super::escape::{clean, is_hostile, push_escaped};
use super::steady::steady;
use crate::model::value::{DateTime, ExceptionValue, Mark, PyText, Value};

/// Room that a nested value gets at least, so that `[...]` never becomes `[`.
const ROOM_MIN: usize = 8;

/// The value on one line of about `width` characters at most.
#[must_use]
pub fn repr(value: &Value, width: usize) -> String {
    let room = width.max(ROOM_MIN);
    match value {
        Value::None => "None".to_owned(),
        Value::Bool(true) => "True".to_owned(),
        Value::Bool(false) => "False".to_owned(),
        Value::Int(int) => int_repr(int, room),
        Value::Float(bits) => float_repr(f64::from_bits(*bits)),
        Value::Complex(real, imaginary) => complex_repr(f64::from_bits(*real), f64::from_bits(*imaginary)),
        Value::Str(text) => text_repr(text, room),
        Value::Bytes(bytes) => bytes_repr(bytes, room),
        Value::Range(start, stop, step) if *step == BigInt::from(1) => {
            format!("range({}, {})", int_repr(start, room), int_repr(stop, room))
        }
        Value::Range(start, stop, step) => {
            format!("range({}, {}, {})", int_repr(start, room), int_repr(stop, room), int_repr(step, room))
        }
        Value::Decimal(text) => format!("Decimal('{}')", middle(&clean(text), room)),
        Value::Fraction(above, below) => {
            format!("Fraction({}, {})", int_repr(above, room), int_repr(below, room))
        }
        Value::Date(year, month, day) => format!("datetime.date({year}, {month}, {day})"),
        Value::DateTime(time) => datetime_repr(time),
        Value::TimeDelta(days, seconds, micros) => timedelta_repr(*days, *seconds, *micros),
        Value::Exception(exception) => exception_repr(exception, room),
        Value::Type(name) => format!("<class {}>", middle(&clean(name), room)),
        Value::Opaque(name) => format!("<{} object>", middle(&clean(name), room)),
        Value::Marked(mark) => mark_text(*mark).to_owned(),
        container => {
            let shape = Shape::of(container);
            inline(&shape, room)
        }
    }
}

/// A container in the parts that Python writes: `deque([`, items, `], maxlen=3)`.
pub(super) struct Shape<'a> {
    /// What stands before the first item.
    pub open: String,
    /// The items.
    pub items: Items<'a>,
    /// What stands after the last one.
    pub close: String,
    /// Whether a single item needs a comma, as in a tuple.
    pub lone_comma: bool,
}

/// What a container holds.
pub(super) enum Items<'a> {
    /// Values.
    Single(&'a [Value]),
    /// Keys with values.
    Pairs(&'a [(Value, Value)]),
}

impl<'a> Shape<'a> {
    /// The shape of a container; a value that is none has no items.
    pub(super) fn of(value: &'a Value) -> Self {
        let (open, items, close) = match value {
            Value::List(items) => ("[".into(), Items::Single(items), "]".into()),
            Value::Tuple(items) => ("(".into(), Items::Single(items), ")".into()),
            Value::Set(items) if items.is_empty() => ("set(".into(), Items::Single(items), ")".into()),
            Value::Set(items) => ("{".into(), Items::Single(items), "}".into()),
            Value::FrozenSet(items) if items.is_empty() => {
                ("frozenset(".into(), Items::Single(items), ")".into())
            }
            Value::FrozenSet(items) => ("frozenset({".into(), Items::Single(items), "})".into()),
            Value::Dict(pairs) => ("{".into(), Items::Pairs(pairs), "}".into()),
            Value::Counter(pairs) => ("Counter({".into(), Items::Pairs(pairs), "})".into()),
            Value::OrderedDict(pairs) => ("OrderedDict({".into(), Items::Pairs(pairs), "})".into()),
            Value::DefaultDict(factory, pairs) => {
                let factory = factory.as_deref().map_or_else(|| "None".to_owned(), clean);
                (format!("defaultdict({factory}, {{"), Items::Pairs(pairs), "})".into())
            }
            Value::Deque(bound, items) => {
                let bound = bound.map_or_else(String::new, |bound| format!(", maxlen={bound}"));
                ("deque([".into(), Items::Single(items), format!("]{bound})"))
            }
            _ => (String::new(), Items::Single(&[]), String::new()),
        };
        Self { open, items, close, lone_comma: matches!(value, Value::Tuple(_)) }
    }

    /// How many items there are.
    pub(super) fn len(&self) -> usize {
        match self.items {
            Items::Single(items) => items.len(),
            Items::Pairs(pairs) => pairs.len(),
        }
    }

    /// One item as text.
    pub(super) fn item(&self, index: usize, room: usize) -> String {
        match self.items {
            Items::Single(items) => repr(&items[index], room),
            Items::Pairs(pairs) => {
                let key = repr(&pairs[index].0, room / 2);
                let left = room.saturating_sub(key.chars().count() + 2);
                format!("{key}: {}", repr(&pairs[index].1, left))
            }
        }
    }
}

fn inline(shape: &Shape<'_>, room: usize) -> String {
    let mut out = shape.open.clone();
    let mut used = out.chars().count() + shape.close.chars().count();
    for index in 0..shape.len() {
        let left = room.saturating_sub(used);
        let last = index + 1 == shape.len();
        // Nothing more would fit; to look at the item all the same would cost time for nothing.
        if index > 0 && left < 3 {
            out.push_str(", ...");
            break;
        }
        // Room for `, ...` is kept until the last item.
        let item = shape.item(index, left.saturating_sub(if last { 0 } else { 5 }));
        let length = item.chars().count() + if index == 0 { 0 } else { 2 };
        if index > 0 {
            if length + if last { 0 } else { 5 } > left {
                out.push_str(", ...");
                break;
            }
            out.push_str(", ");
        }
        out.push_str(&item);
        used += length;
    }
    if shape.lone_comma && shape.len() == 1 {
        out.push(',');
    }
    out.push_str(&shape.close);
    out
}

/// The middle of a text replaced by `...` where it is longer than `width` characters.
#[must_use]
pub(super) fn middle(text: &str, width: usize) -> String {
    let length = text.chars().count();
    if length <= width {
        return text.to_owned();
    }
    let kept = width.saturating_sub(3).max(2);
    let tail = kept / 3;
    let head: String = text.chars().take(kept - tail).collect();
    let end: String = text.chars().skip(length - tail).collect();
    format!("{head}...{end}")
}

fn int_repr(int: &BigInt, width: usize) -> String {
    // 3 bits are less than a digit: what is surely short is written out.
    if int.bits() / 3 <= width as u64 {
        return middle(&int.to_string(), width);
    }
    let digits = int.magnitude().to_string();
    let sign = if int.sign() == Sign::Minus { "-" } else { "" };
    if digits.len() <= width {
        return format!("{sign}{digits}");
    }
    format!("{sign}{}", middle(&digits, width))
}

/// A float as Python's `repr` writes it: the shortest digits that read back as the same float.
fn float_repr(float: f64) -> String {
    if float.is_nan() {
        return "nan".to_owned();
    }
    if float.is_infinite() {
        return if float > 0.0 { "inf" } else { "-inf" }.to_owned();
    }
    let scientific = format!("{float:e}");
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    // Python writes an exponent below 1e-4 and from 1e16 on (`format_float_short` in CPython's pystrtod.c).
    if (-4..16).contains(&exponent) {
        let plain = format!("{float}");
        if plain.contains('.') { plain } else { format!("{plain}.0") }
    } else {
        let sign = if exponent < 0 { '-' } else { '+' };
        format!("{mantissa}e{sign}{:02}", exponent.abs())
    }
}

fn complex_repr(real: f64, imaginary: f64) -> String {
    let part = |float: f64| {
        let text = float_repr(float);
        text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
    };
    if real == 0.0 && real.is_sign_positive() {
        return format!("{}j", part(imaginary));
    }
    let plus = if imaginary.is_sign_negative() && !imaginary.is_nan() { "" } else { "+" };
    format!("({}{plus}{}j)", part(real), part(imaginary))
}

/// A text as Python's `repr` writes it, cut in the middle where it is too long.
fn text_repr(text: &PyText, width: usize) -> String {
    let shown = text.to_display();
    let shown = steady(&shown);
    let quote = if shown.contains('\'') && !shown.contains('"') { '"' } else { '\'' };
    let inner = width.saturating_sub(2);
    let length = shown.chars().count();
    if length <= inner {
        let escaped = escaped_text(&shown, text, quote);
        return format!("{quote}{}{quote}", middle(&escaped, inner));
    }
    let kept = inner.saturating_sub(3).max(2);
    let tail = kept / 3;
    let head: String = shown.chars().take(kept - tail).collect();
    let end: String = shown.chars().skip(length - tail).collect();
    let joined = format!("{}...{}", escaped_text(&head, text, quote), escaped_text(&end, text, quote));
    format!("{quote}{}{quote}", middle(&joined, inner))
}

/// The inside of a literal. A lone surrogate came as `\udXXX` and stays so; another backslash is doubled.
fn escaped_text(part: &str, whole: &PyText, quote: char) -> String {
    let has_surrogates = whole.as_bytes().windows(2).any(|two| two[0] == 0xed && two[1] >= 0xa0);
    let mut out = String::with_capacity(part.len());
    for character in part.chars() {
        match character {
            '\\' if !has_surrogates => out.push_str("\\\\"),
            _ if character == quote => {
                out.push('\\');
                out.push(character);
            }
            _ if is_hostile(character) => push_escaped(&mut out, character),
            _ => out.push(character),
        }
    }
    clean(&out)
}

fn bytes_repr(bytes: &[u8], width: usize) -> String {
    let quote = if bytes.contains(&b'\'') && !bytes.contains(&b'"') { '"' } else { '\'' };
    let inner = width.saturating_sub(3);
    // No byte is shorter than a character, so a look at both ends is enough.
    let (head, end) = if bytes.len() <= 2 * inner {
        (bytes, &[][..])
    } else {
        (&bytes[..inner], &bytes[bytes.len() - inner..])
    };
    let escape = |bytes: &[u8]| {
        let mut out = String::new();
        for &byte in bytes {
            match byte {
                b'\\' => out.push_str("\\\\"),
                b' '..=b'~' if char::from(byte) != quote => out.push(char::from(byte)),
                b' '..=b'~' => {
                    out.push('\\');
                    out.push(quote);
                }
                _ => push_escaped(&mut out, char::from(byte)),
            }
        }
        out
    };
    format!("b{quote}{}{quote}", middle(&(escape(head) + &escape(end)), inner))
}

fn datetime_repr(time: &DateTime) -> String {
    let mut parts = vec![
        time.year.to_string(),
        time.month.to_string(),
        time.day.to_string(),
        time.hour.to_string(),
        time.minute.to_string(),
    ];
    if time.second > 0 || time.microsecond > 0 {
        parts.push(time.second.to_string());
    }
    if time.microsecond > 0 {
        parts.push(time.microsecond.to_string());
    }
    if time.fold > 0 {
        parts.push(format!("fold={}", time.fold));
    }
    match time.offset_us {
        None => {}
        Some(0) => parts.push("tzinfo=datetime.timezone.utc".to_owned()),
        Some(micros) => {
            let delta = format!("datetime.timedelta(seconds={})", micros / 1_000_000);
            parts.push(format!("tzinfo=datetime.timezone({delta})"));
        }
    }
    format!("datetime.datetime({})", parts.join(", "))
}

fn timedelta_repr(days: i32, seconds: u32, micros: u32) -> String {
    let parts: Vec<String> =
        [("days", i64::from(days)), ("seconds", i64::from(seconds)), ("microseconds", i64::from(micros))]
            .into_iter()
            .filter(|(_, count)| *count != 0)
            .map(|(name, count)| format!("{name}={count}"))
            .collect();
    let inside = if parts.is_empty() { "0".to_owned() } else { parts.join(", ") };
    format!("datetime.timedelta({inside})")
}

fn exception_repr(exception: &ExceptionValue, width: usize) -> String {
    let name = type_name(exception);
    if exception.text.as_bytes().is_empty() {
        return format!("{name}()");
    }
    let room = width.saturating_sub(name.chars().count() + 2).max(ROOM_MIN);
    format!("{name}({})", text_repr(&exception.text, room))
}

/// The exception's own type, cleaned and of bounded length.
#[must_use]
pub fn type_name(exception: &ExceptionValue) -> String {
    middle(&clean(exception.types.first().map_or("an exception", |name| name)), 60)
}

/// `KeyError: 'x'`, as the last line of a traceback has it.
#[must_use]
pub fn exception_line(exception: &ExceptionValue, width: usize) -> String {
    let name = type_name(exception);
    let text = exception.text.to_display();
    let text = text.trim();
    if text.is_empty() {
        return name;
    }
    let room = width.saturating_sub(name.chars().count() + 2).max(ROOM_MIN);
    format!("{name}: {}", middle(&clean(text), room))
}

/// What stands for a part that was left out.
fn mark_text(mark: Mark) -> &'static str {
    match mark {
        Mark::Cycle => "<a container that holds itself>",
        Mark::TooDeep => "<nested too deeply>",
        Mark::TooLong => "<too long to record>",
        Mark::TooManyDigits => "<an int of too many digits>",
        Mark::Missing => "<never observed>",
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::judge::samples::{any_value, exception, float, int, list, text};

    fn shown(value: &Value) -> String {
        repr(value, 60)
    }

    #[test]
    fn values_look_like_python() {
        assert_eq!(shown(&list(vec![int(1), text("it's"), Value::None])), "[1, \"it's\", None]");
        assert_eq!(shown(&Value::Tuple(vec![int(1)])), "(1,)");
        assert_eq!(shown(&Value::Tuple(vec![])), "()");
        assert_eq!(shown(&Value::Set(vec![])), "set()");
        assert_eq!(shown(&Value::FrozenSet(vec![int(1)])), "frozenset({1})");
        assert_eq!(shown(&Value::Dict(vec![(text("a"), float(1.0))])), "{'a': 1.0}");
        assert_eq!(shown(&Value::Counter(vec![])), "Counter({})");
        assert_eq!(shown(&Value::DefaultDict(Some("list".into()), vec![])), "defaultdict(list, {})");
        assert_eq!(shown(&Value::Deque(Some(3), vec![int(1)])), "deque([1], maxlen=3)");
        assert_eq!(shown(&Value::Range(0.into(), 3.into(), 1.into())), "range(0, 3)");
        assert_eq!(shown(&Value::Bytes(b"a'\x00\xff".to_vec())), "b\"a'\\x00\\xff\"");
        assert_eq!(shown(&exception(&["KeyError"], "'x'")), "KeyError(\"'x'\")");
        assert_eq!(shown(&Value::TimeDelta(-1, 5, 0)), "datetime.timedelta(days=-1, seconds=5)");
        assert_eq!(shown(&Value::Opaque("answer.Node".into())), "<answer.Node object>");
    }

    #[test]
    fn floats_are_written_as_python_writes_them() {
        for (number, wanted) in [
            (1.0, "1.0"),
            (0.1, "0.1"),
            (-0.0, "-0.0"),
            (1e16, "1e+16"),
            (1.5e-5, "1.5e-05"),
            (0.0001, "0.0001"),
            (123_456_789_012_345.0, "123456789012345.0"),
            (1e300, "1e+300"),
            (f64::NAN, "nan"),
            (f64::NEG_INFINITY, "-inf"),
        ] {
            assert_eq!(shown(&float(number)), wanted);
        }
        assert_eq!(shown(&Value::Complex(0, 1.0_f64.to_bits())), "1j");
        assert_eq!(shown(&Value::Complex(1.0_f64.to_bits(), (-2.5_f64).to_bits())), "(1-2.5j)");
    }

    #[test]
    fn long_values_are_shortened() {
        let many = list((0..1000).map(int).collect());
        assert_eq!(repr(&many, 20), "[0, 1, 2, 3, 4, ...]");
        assert_eq!(repr(&text(&"ab".repeat(50)), 20), "'abababababab...babab'".replacen("ab", "", 1));
        let big = int(num_bigint::BigInt::from(10).pow(100_000));
        assert_eq!(repr(&big, 20), "100000000000...00000");
    }

    #[test]
    fn what_is_hostile_is_escaped() {
        assert_eq!(shown(&text("\x1b[31m\u{202e}\n\\")), "'\\x1b[31m\\u202e\\n\\\\'");
        let surrogate = PyText::from_bytes(vec![b'a', 0xed, 0xb2, 0x80]).expect("a lone surrogate");
        assert_eq!(shown(&Value::Str(surrogate)), "'a\\udc80'");
        assert_eq!(shown(&Value::Opaque("\x1b]0;x\x07".into())), "<\\x1b]0;x\\x07 object>");
    }

    proptest! {
        #[test]
        fn every_value_is_harmless_and_short(value in any_value(), width in 0_usize..80) {
            let shown = repr(&value, width);
            prop_assert!(!shown.chars().any(is_hostile), "{shown:?}");
            prop_assert!(shown.chars().count() <= 2 * width + 200, "{shown}");
        }
    }
}
