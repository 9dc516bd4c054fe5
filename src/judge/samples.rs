//! Values made by hand and at random for the tests of this room.
//!
//! Must not be used outside tests.

use proptest::prelude::*;

use crate::model::value::{ExceptionValue, Mark, PyText, Value};

/// An `int`.
pub fn int(number: impl Into<num_bigint::BigInt>) -> Value {
    Value::Int(number.into())
}

/// A `float`.
pub fn float(number: f64) -> Value {
    Value::Float(number.to_bits())
}

/// A `str`.
pub fn text(text: &str) -> Value {
    Value::Str(PyText::from(text))
}

/// A `list`.
pub fn list(items: Vec<Value>) -> Value {
    Value::List(items)
}

/// An exception.
pub fn exception(types: &[&str], text: &str) -> Value {
    Value::Exception(ExceptionValue {
        types: types.iter().map(|&name| name.to_owned()).collect(),
        text: PyText::from(text),
    })
}

/// Small values of every kind.
pub fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::None),
        any::<bool>().prop_map(Value::Bool),
        (-3_i64..3).prop_map(int),
        any::<u64>().prop_map(Value::Float),
        Just(Value::Float((-0.0_f64).to_bits())),
        (0_i64..2).prop_map(|part| Value::Complex(0, (part as f64).to_bits())),
        "[a-b\u{202e}\n]{0,3}".prop_map(|letters| text(&letters)),
        proptest::collection::vec(any::<u8>(), 0..3).prop_map(Value::Bytes),
        (-2_i64..3, -2_i64..3, 1_i64..3).prop_map(|(a, b, c)| Value::Range(a.into(), b.into(), c.into())),
        prop_oneof![Just("1.0"), Just("1"), Just("-0"), Just("NaN")]
            .prop_map(|digits| Value::Decimal(digits.to_owned())),
        (0_i64..2, 1_i64..3).prop_map(|(a, b)| Value::Fraction(a.into(), b.into())),
        Just(Value::Date(2024, 2, 29)),
        Just(Value::TimeDelta(-1, 2, 3)),
        Just(exception(&["ValueError", "Exception"], "no")),
        Just(Value::Type("int".to_owned())),
        Just(Value::Opaque("Node".to_owned())),
        Just(Value::Marked(Mark::TooLong)),
    ];
    leaf.prop_recursive(4, 32, 4, |inner| {
        let items = proptest::collection::vec(inner.clone(), 0..4);
        let pairs = proptest::collection::vec((inner.clone(), inner), 0..4);
        prop_oneof![
            items.clone().prop_map(Value::List),
            items.clone().prop_map(Value::Tuple),
            items.clone().prop_map(Value::Set),
            items.clone().prop_map(Value::FrozenSet),
            items.prop_map(|items| Value::Deque(Some(9), items)),
            pairs.clone().prop_map(Value::Dict),
            pairs.clone().prop_map(Value::Counter),
            pairs.clone().prop_map(Value::OrderedDict),
            pairs.prop_map(|pairs| Value::DefaultDict(Some("list".to_owned()), pairs)),
        ]
    })
}
