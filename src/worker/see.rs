//! A Python object to a [`Value`], by its exact type, at the moment it is recorded.
//!
//! Runs none of the answer's code but one: `str()` of an exception, whose failure leaves the text empty. Every
//! container is copied before its items are looked at, since that one call may change it. Its twin in Python is
//! `toolbox/viva/_codec.py`; both must write the same bytes. Must not know what a value is recorded for.

use num_bigint::BigInt;
use pyo3::exceptions::PyBaseException;
use pyo3::prelude::*;
use pyo3::types::{
    PyBool, PyBytes, PyComplex, PyDate, PyDateAccess, PyDateTime, PyDelta, PyDeltaAccess, PyDict, PyFloat,
    PyFrozenSet, PyInt, PyList, PyRange, PySet, PyString, PyTimeAccess, PyTuple, PyType, PyTzInfoAccess,
};
use vivavoce::model::value::{DateTime, ExceptionValue, Mark, PyText, Value, bounds};
use vivavoce::wire::codec::TYPES_MAX;

use super::known::Known;

/// Bytes of texts within one value: the largest limit that a step's observations can have. One text may stand
/// in a list many times, so the bounds of texts and of counts alone would not bound the memory taken.
const PAYLOAD_BYTES_MAX: usize = 64 * 1024 * 1024;

/// The value of an object. With `seen`, instances of the classes of `viva.seen` become what they stand for.
pub fn see(object: &Bound<'_, PyAny>, known: &Known, seen: bool) -> Value {
    let mut seer = Seer { known, seen, room: bounds::VALUES_MAX - 1, payload: 0, around: Vec::new() };
    seer.see(object, 0)
}

/// The characters of a text, of a subclass's too; [`None`] where memory is out.
pub fn text_of(text: &Bound<'_, PyString>) -> Option<PyText> {
    if let Ok(text) = text.to_str() {
        return Some(PyText::from(text));
    }
    let encode = text.py().get_type::<PyString>().getattr("encode").ok()?;
    let bytes = encode.call1((text, "utf-8", "surrogatepass")).ok()?;
    PyText::from_bytes(bytes.cast::<PyBytes>().ok()?.as_bytes().to_vec())
}

/// One value on its way: what it may still take, and the containers that it is inside of.
struct Seer<'k> {
    known: &'k Known,
    seen: bool,
    room: usize,
    payload: usize,
    around: Vec<*mut pyo3::ffi::PyObject>,
}

impl Seer<'_> {
    fn see(&mut self, object: &Bound<'_, PyAny>, depth: usize) -> Value {
        if depth >= bounds::DEPTH_MAX {
            return Value::Marked(Mark::TooDeep);
        }
        self.scalar(object)
            .or_else(|| self.container(object, depth))
            .or_else(|| self.standard(object))
            .or_else(|| self.stand_in(object))
            .unwrap_or_else(|| self.other(object))
    }

    /// Built-in values that hold no others.
    fn scalar(&mut self, object: &Bound<'_, PyAny>) -> Option<Value> {
        Some(if object.is_none() {
            Value::None
        } else if let Ok(flag) = object.cast_exact::<PyBool>() {
            Value::Bool(flag.is_true())
        } else if let Ok(int) = object.cast_exact::<PyInt>() {
            int_of(int).map_or(Value::Marked(Mark::TooManyDigits), Value::Int)
        } else if let Ok(float) = object.cast_exact::<PyFloat>() {
            Value::Float(float.value().to_bits())
        } else if let Ok(text) = object.cast_exact::<PyString>() {
            self.string(text)
        } else if let Ok(bytes) = object.cast_exact::<PyBytes>() {
            let bytes = bytes.as_bytes();
            if self.fits(bytes.len()) { Value::Bytes(bytes.to_vec()) } else { Value::Marked(Mark::TooLong) }
        } else if let Ok(complex) = object.cast_exact::<PyComplex>() {
            Value::Complex(complex.real().to_bits(), complex.imag().to_bits())
        } else if let Ok(range) = object.cast_exact::<PyRange>() {
            range_of(range)
        } else {
            return None;
        })
    }

    /// Whether a text of so many bytes may be kept; it is counted when it is. Once the bound of all texts is
    /// passed no other is kept, so that none needs to be looked at.
    fn fits(&mut self, length: usize) -> bool {
        let fits = length <= bounds::TEXT_BYTES_MAX;
        self.payload += if fits { length } else { 0 };
        fits && self.payload <= PAYLOAD_BYTES_MAX
    }

    fn string(&mut self, text: &Bound<'_, PyString>) -> Value {
        // The count of characters comes first: it costs nothing.
        let may_fit = |length: &usize| *length <= bounds::TEXT_BYTES_MAX && self.payload <= PAYLOAD_BYTES_MAX;
        let text = text.len().ok().filter(may_fit).and_then(|_| text_of(text));
        match text {
            Some(text) if self.fits(text.as_bytes().len()) => Value::Str(text),
            _ => Value::Marked(Mark::TooLong),
        }
    }

    /// Containers of exact type; both built-in ones and those of `collections`.
    fn container(&mut self, object: &Bound<'_, PyAny>, depth: usize) -> Option<Value> {
        let is = |class: &Py<PyType>| object.get_type().is(class);
        let known = self.known;
        Some(if let Ok(list) = object.cast_exact::<PyList>() {
            self.items(object, list.iter().collect(), depth, Value::List)
        } else if let Ok(tuple) = object.cast_exact::<PyTuple>() {
            self.items(object, tuple.iter().collect(), depth, Value::Tuple)
        } else if let Ok(dict) = object.cast_exact::<PyDict>() {
            self.pairs(object, dict.iter().collect(), depth, Value::Dict)
        } else if let Ok(set) = object.cast_exact::<PySet>() {
            self.items(object, set.iter().collect(), depth, Value::Set)
        } else if let Ok(set) = object.cast_exact::<PyFrozenSet>() {
            self.items(object, set.iter().collect(), depth, Value::FrozenSet)
        } else if is(&known.deque) {
            let items = object.try_iter().and_then(Iterator::collect).ok()?;
            let bound = object.getattr("maxlen").ok()?.extract().ok()?;
            self.items(object, items, depth, |items| Value::Deque(bound, items))
        } else if is(&known.counter) {
            self.pairs(object, object.cast::<PyDict>().ok()?.iter().collect(), depth, Value::Counter)
        } else if is(&known.defaultdict) {
            let factory = self.factory(object)?;
            let pairs = object.cast::<PyDict>().ok()?.iter().collect();
            self.pairs(object, pairs, depth, |pairs| Value::DefaultDict(factory, pairs))
        } else if is(&known.ordered_dict) {
            self.pairs(object, ordered_pairs(object)?, depth, Value::OrderedDict)
        } else {
            return None;
        })
    }

    fn items<'py>(
        &mut self,
        object: &Bound<'py, PyAny>,
        items: Vec<Bound<'py, PyAny>>,
        depth: usize,
        made: impl FnOnce(Vec<Value>) -> Value,
    ) -> Value {
        if let Err(mark) = self.enter(object, items.len()) {
            return Value::Marked(mark);
        }
        let items = items.iter().map(|item| self.see(item, depth + 1)).collect();
        self.around.pop();
        made(items)
    }

    fn pairs<'py>(
        &mut self,
        object: &Bound<'py, PyAny>,
        pairs: Vec<(Bound<'py, PyAny>, Bound<'py, PyAny>)>,
        depth: usize,
        made: impl FnOnce(Vec<(Value, Value)>) -> Value,
    ) -> Value {
        if let Err(mark) = self.enter(object, pairs.len() * 2) {
            return Value::Marked(mark);
        }
        let pairs = pairs.iter().map(|(key, value)| (self.see(key, depth + 1), self.see(value, depth + 1)));
        let pairs = pairs.collect();
        self.around.pop();
        made(pairs)
    }

    /// Steps into a container of so many values, which are paid for at once.
    fn enter(&mut self, object: &Bound<'_, PyAny>, count: usize) -> Result<(), Mark> {
        if self.around.contains(&object.as_ptr()) {
            return Err(Mark::Cycle);
        }
        self.room = self.room.checked_sub(count).ok_or(Mark::TooLong)?;
        self.around.push(object.as_ptr());
        Ok(())
    }

    /// The name of a defaultdict's factory; the outer [`None`] where it cannot be had.
    fn factory(&self, object: &Bound<'_, PyAny>) -> Option<Option<String>> {
        let factory = object.getattr("default_factory").ok()?;
        if factory.is_none() {
            return Some(None);
        }
        let class = factory.get_type();
        if let Ok(factory) = factory.cast::<PyType>() {
            return Some(Some(self.known.type_name(factory)));
        }
        if class.is(&self.known.function) || class.is(&self.known.builtin_function) {
            let name = text_of(factory.getattr("__name__").ok()?.cast::<PyString>().ok()?)?;
            return Some(Some(name.to_display()));
        }
        Some(Some(self.known.type_name(&class)))
    }

    /// Values of the standard library that hold no others.
    fn standard(&mut self, object: &Bound<'_, PyAny>) -> Option<Value> {
        let is = |class: &Py<PyType>| object.get_type().is(class);
        if is(&self.known.decimal) {
            self.decimal(object)
        } else if is(&self.known.fraction) {
            self.fraction(object)
        } else if is(&self.known.date) {
            let date = object.cast::<PyDate>().ok()?;
            Some(Value::Date(date.get_year().try_into().ok()?, date.get_month(), date.get_day()))
        } else if is(&self.known.datetime) {
            self.moment(object.cast::<PyDateTime>().ok()?)
        } else if is(&self.known.timedelta) {
            let delta = object.cast::<PyDelta>().ok()?;
            let (seconds, microseconds) = (delta.get_seconds(), delta.get_microseconds());
            Some(Value::TimeDelta(delta.get_days(), seconds.try_into().ok()?, microseconds.try_into().ok()?))
        } else {
            None
        }
    }

    fn decimal(&mut self, object: &Bound<'_, PyAny>) -> Option<Value> {
        let text = object.str().ok()?;
        // A context may ask for a small "e"; the value does not depend on it.
        let text = text.to_str().ok()?.replace('e', "E");
        let fits = text.len() <= bounds::INT_BYTES_MAX && self.fits(text.len());
        Some(if fits { Value::Decimal(text) } else { Value::Marked(Mark::TooManyDigits) })
    }

    fn fraction(&self, object: &Bound<'_, PyAny>) -> Option<Value> {
        let part = |slot: &Py<PyAny>| slot.bind(object.py()).call_method1("__get__", (object,)).ok();
        let (numerator, denominator) = (part(&self.known.numerator)?, part(&self.known.denominator)?);
        let numerator = int_of(numerator.cast_exact::<PyInt>().ok()?);
        let denominator = int_of(denominator.cast_exact::<PyInt>().ok()?);
        let (Some(numerator), Some(denominator)) = (numerator, denominator) else {
            return Some(Value::Marked(Mark::TooManyDigits));
        };
        // An answer can write to the slots; what is no fraction is left to be opaque.
        (denominator > BigInt::ZERO).then_some(Value::Fraction(numerator, denominator))
    }

    fn moment(&self, moment: &Bound<'_, PyDateTime>) -> Option<Value> {
        let offset_us = match moment.get_tzinfo() {
            None => None,
            Some(zone) if zone.get_type().is(&self.known.timezone) => {
                let offset = zone.call_method1("utcoffset", (moment.py().None(),)).ok()?;
                let offset = offset.cast_into::<PyDelta>().ok()?;
                let seconds = i64::from(offset.get_days()) * 86_400 + i64::from(offset.get_seconds());
                Some(seconds * 1_000_000 + i64::from(offset.get_microseconds()))
            }
            Some(_) => return Some(Value::Opaque("datetime.datetime".to_owned())),
        };
        Some(Value::DateTime(DateTime {
            year: moment.get_year().try_into().ok()?,
            month: moment.get_month(),
            day: moment.get_day(),
            hour: moment.get_hour(),
            minute: moment.get_minute(),
            second: moment.get_second(),
            microsecond: moment.get_microsecond(),
            fold: moment.get_fold().into(),
            offset_us,
        }))
    }

    /// What an oracle hands on of the values that it was given.
    fn stand_in(&self, object: &Bound<'_, PyAny>) -> Option<Value> {
        if !self.seen {
            return None;
        }
        let (seen, is) = (&self.known.seen, |class: &Py<PyType>| object.get_type().is(class));
        let text = |name: &str| text_of(object.getattr(name).ok()?.cast::<PyString>().ok()?);
        if is(&seen.opaque) {
            text("type_name").map(|name| Value::Opaque(name.to_display()))
        } else if is(&seen.class) {
            text("name").map(|name| Value::Type(name.to_display()))
        } else if is(&seen.marked) || is(&seen.missing) {
            mark_of(object.getattr("mark").ok()?.extract().ok()?).map(Value::Marked)
        } else if is(&seen.exception) {
            let types = object.getattr("types").ok()?.extract().ok()?;
            Some(Value::Exception(ExceptionValue { types, text: text("text")? }))
        } else {
            None
        }
    }

    /// Classes, exceptions, and everything that is only known by the name of its type.
    fn other(&mut self, object: &Bound<'_, PyAny>) -> Value {
        if let Ok(class) = object.cast::<PyType>() {
            Value::Type(self.known.type_name(class))
        } else if let Ok(exception) = object.cast::<PyBaseException>() {
            Value::Exception(self.exception(exception))
        } else {
            Value::Opaque(self.known.type_name(&object.get_type()))
        }
    }

    fn exception(&mut self, exception: &Bound<'_, PyBaseException>) -> ExceptionValue {
        let lineage = exception.get_type().mro();
        let classes = lineage.iter().filter_map(|class| class.cast_into::<PyType>().ok());
        let errors = classes.filter(|class| class.is_subclass_of::<PyBaseException>().unwrap_or(false));
        let types = errors.map(|class| self.known.type_name(&class)).take(TYPES_MAX).collect();
        let text = exception.str().ok().and_then(|text| self.beginning(&text));
        ExceptionValue { types, text: text.unwrap_or_else(|| PyText::from("")) }
    }

    /// A text, or as much of it as one text may have.
    fn beginning(&mut self, text: &Bound<'_, PyString>) -> Option<PyText> {
        let text = text_of(text)?;
        let bytes = text.as_bytes();
        let is_inside = |at: &usize| bytes.get(*at).is_some_and(|byte| byte & 0xc0 == 0x80);
        let end = (0..=bytes.len().min(bounds::TEXT_BYTES_MAX)).rev().find(|at| !is_inside(at))?;
        let kept = PyText::from_bytes(bytes[..end].to_vec())?;
        self.fits(end).then_some(kept)
    }
}

/// The mark of `viva.seen.Marked`, by its number on the wire.
fn mark_of(number: u8) -> Option<Mark> {
    [Mark::Cycle, Mark::TooDeep, Mark::TooLong, Mark::TooManyDigits, Mark::Missing]
        .get(usize::from(number))
        .copied()
}

/// An int of exact type; [`None`] where it has too many digits.
fn int_of(int: &Bound<'_, PyInt>) -> Option<BigInt> {
    if let Ok(small) = int.extract::<i64>() {
        return Some(BigInt::from(small));
    }
    let bits: usize = int.call_method0("bit_length").ok()?.extract().ok()?;
    if bits > bounds::INT_BYTES_MAX * 8 {
        return None;
    }
    let int: BigInt = int.extract().ok()?;
    (int.to_signed_bytes_le().len() <= bounds::INT_BYTES_MAX).then_some(int)
}

fn range_of(range: &Bound<'_, PyRange>) -> Value {
    let part = |name| int_of(range.getattr(name).ok()?.cast_exact::<PyInt>().ok()?);
    match (part("start"), part("stop"), part("step")) {
        (Some(start), Some(stop), Some(step)) => Value::Range(start, stop, step),
        _ => Value::Marked(Mark::TooManyDigits),
    }
}

/// A key and its value.
type Pair<'py> = (Bound<'py, PyAny>, Bound<'py, PyAny>);

/// The pairs of an OrderedDict, in the order of its own links unless walking those would hash a key of the
/// answer's: each step of that walk looks its key up again.
fn ordered_pairs<'py>(object: &Bound<'py, PyAny>) -> Option<Vec<Pair<'py>>> {
    let pairs: Vec<Pair<'py>> = object.cast::<PyDict>().ok()?.iter().collect();
    if !pairs.iter().all(|(key, _)| is_plain_key(key)) {
        return Some(pairs);
    }
    let dict = object.cast::<PyDict>().ok()?;
    let keys: Vec<Bound<'py, PyAny>> = object.try_iter().and_then(Iterator::collect).ok()?;
    keys.into_iter().map(|key| dict.get_item(&key).ok().flatten().map(|value| (key, value))).collect()
}

/// Whether hashing and comparing this key runs the interpreter's own code only.
fn is_plain_key(key: &Bound<'_, PyAny>) -> bool {
    key.is_none()
        || key.is_exact_instance_of::<PyBool>()
        || key.is_exact_instance_of::<PyInt>()
        || key.is_exact_instance_of::<PyFloat>()
        || key.is_exact_instance_of::<PyComplex>()
        || key.is_exact_instance_of::<PyString>()
        || key.is_exact_instance_of::<PyBytes>()
        || key.cast_exact::<PyTuple>().is_ok_and(|parts| parts.iter().all(|part| is_plain_key(&part)))
}
