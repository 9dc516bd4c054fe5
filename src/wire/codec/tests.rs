//! What may cross the wall comes back the same; what may not is refused without a panic.

use num_bigint::BigInt;
use proptest::prelude::*;

use super::{CodecError, DEPTH_MAX, VALUES_MAX, decode, encode};
use crate::model::value::{DateTime, ExceptionValue, Mark, PyText, Value};

/// Any text Python can hold, lone surrogates among its code points.
fn texts() -> BoxedStrategy<PyText> {
    let point = prop_oneof![any::<char>().prop_map(u32::from), 0xd800..=0xdfff_u32];
    proptest::collection::vec(point, 0..8)
        .prop_map(|points| {
            let bytes = points.into_iter().flat_map(|point| match char::from_u32(point) {
                Some(character) => character.to_string().into_bytes(),
                None => vec![0xed, 0x80 | (point >> 6 & 0x3f) as u8, 0x80 | (point & 0x3f) as u8],
            });
            PyText::from_bytes(bytes.collect()).expect("built as surrogatepass writes it")
        })
        .boxed()
}

fn ints() -> BoxedStrategy<BigInt> {
    prop_oneof![
        any::<i64>().prop_map(BigInt::from),
        Just(BigInt::from(-128)),
        Just(BigInt::from(128)),
        Just(BigInt::from(0)),
        proptest::collection::vec(any::<u8>(), 0..300).prop_map(|bytes| BigInt::from_signed_bytes_le(&bytes)),
    ]
    .boxed()
}

fn floats() -> BoxedStrategy<u64> {
    prop_oneof![
        any::<u64>(),
        Just((-0.0_f64).to_bits()),
        Just(0x7ff0_dead_beef_0001),
        Just(f64::NAN.to_bits())
    ]
    .boxed()
}

fn moments() -> impl Strategy<Value = DateTime> {
    let offset = proptest::option::of(-86_399_999_999_i64..=86_399_999_999);
    let time = (0..24_u8, 0..60_u8, 0..60_u8, 0..1_000_000_u32, 0..2_u8);
    ((1..=9999_u16, 1..=12_u8, 1..=28_u8), time, offset).prop_map(
        |((year, month, day), (hour, minute, second, microsecond, fold), offset_us)| DateTime {
            year,
            month,
            day,
            hour,
            minute,
            second,
            microsecond,
            fold,
            offset_us,
        },
    )
}

fn exceptions() -> impl Strategy<Value = Value> {
    (proptest::collection::vec("[a-zA-Z.]{1,12}", 1..5), texts())
        .prop_map(|(types, text)| Value::Exception(ExceptionValue { types, text }))
}

/// Values that hold no others, all of them hashable.
fn leaves() -> BoxedStrategy<Value> {
    let positive = ints().prop_filter("a denominator or step", |int| *int > BigInt::ZERO);
    let plain = prop_oneof![
        Just(Value::None),
        any::<bool>().prop_map(Value::Bool),
        ints().prop_map(Value::Int),
        floats().prop_map(Value::Float),
        (floats(), floats()).prop_map(|(real, imaginary)| Value::Complex(real, imaginary)),
        texts().prop_map(Value::Str),
        proptest::collection::vec(any::<u8>(), 0..20).prop_map(Value::Bytes),
    ];
    let standard = prop_oneof![
        (ints(), ints(), positive.clone()).prop_map(|(start, stop, step)| Value::Range(start, stop, step)),
        "-?(Infinity|s?NaN[0-9]{0,3}|[0-9]{1,9}([.][0-9]{1,9})?(E[+-][0-9]{1,6})?)".prop_map(Value::Decimal),
        (ints(), positive).prop_map(|(numerator, denominator)| Value::Fraction(numerator, denominator)),
        (1..=9999_u16, 1..=12_u8, 1..=28_u8).prop_map(|(year, month, day)| Value::Date(year, month, day)),
        moments().prop_map(Value::DateTime),
        (-999_999_999..=999_999_999_i32, 0..86_400_u32, 0..1_000_000_u32)
            .prop_map(|(days, seconds, us)| Value::TimeDelta(days, seconds, us)),
        exceptions(),
        "[a-z]{0,9}".prop_map(Value::Type),
        "[a-z]{0,9}".prop_map(Value::Opaque),
        proptest::sample::select(vec![
            Mark::Cycle,
            Mark::TooDeep,
            Mark::TooLong,
            Mark::TooManyDigits,
            Mark::Missing
        ])
        .prop_map(Value::Marked),
    ];
    prop_oneof![plain, standard].boxed()
}

/// Every kind of value, nested.
pub(in crate::wire) fn values() -> impl Strategy<Value = Value> {
    leaves().prop_recursive(4, 64, 6, |inner| {
        let items = proptest::collection::vec(inner.clone(), 0..6).boxed();
        let members = proptest::collection::vec(leaves(), 0..6).boxed();
        let pairs = proptest::collection::vec((leaves(), inner), 0..4).boxed();
        prop_oneof![
            items.clone().prop_map(Value::List),
            items.clone().prop_map(Value::Tuple),
            members.clone().prop_map(Value::Set),
            members.prop_map(Value::FrozenSet),
            pairs.clone().prop_map(Value::Dict),
            pairs.clone().prop_map(Value::Counter),
            pairs.clone().prop_map(Value::OrderedDict),
            (proptest::option::of("[a-z]{1,6}"), pairs)
                .prop_map(|(factory, pairs)| Value::DefaultDict(factory, pairs)),
            (proptest::option::of(6..u64::MAX), items).prop_map(|(bound, items)| Value::Deque(bound, items)),
        ]
    })
}

/// Bytes that look like values further than noise does: real tags, small counts, pieces of honest values.
fn nearly_values() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        proptest::sample::select(b"NTFifjsbltSZdCODqrmQaAxeyo!".to_vec()).prop_map(|tag| vec![tag]),
        (0..4_u32).prop_map(|count| count.to_le_bytes().to_vec()),
        proptest::sample::select(vec![u32::MAX, 1 << 31, 1 << 16])
            .prop_map(|count| count.to_le_bytes().to_vec()),
        leaves().prop_map(|leaf| encode(&leaf)),
        proptest::collection::vec(any::<u8>(), 0..9),
    ];
    proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn what_looks_like_a_value_never_panics_and_is_taken_in_one_spelling(bytes in nearly_values()) {
        if let Ok(value) = decode(&bytes) {
            prop_assert_eq!(encode(&value), bytes);
        }
    }

    #[test]
    fn two_values_have_the_same_bytes_only_when_they_are_the_same(one in values(), two in values()) {
        prop_assert_eq!(encode(&one) == encode(&two), one == two);
    }

    #[test]
    fn pairs_and_items_keep_their_order(pairs in proptest::collection::vec((leaves(), leaves()), 2..6)) {
        let mut turned = pairs.clone();
        turned.reverse();
        for of in [Value::Dict, Value::Counter, Value::OrderedDict] {
            let (one, two) = (of(pairs.clone()), of(turned.clone()));
            prop_assert_eq!(encode(&one) == encode(&two), pairs == turned);
            prop_assert_eq!(decode(&encode(&two)), Ok(two));
        }
    }

    #[test]
    fn a_huge_int_comes_back_the_same(bytes in proptest::collection::vec(any::<u8>(), 60_000..65_536)) {
        let int = Value::Int(BigInt::from_signed_bytes_le(&bytes));
        prop_assert_eq!(decode(&encode(&int)), Ok(int));
    }

    #[test]
    fn every_depth_up_to_the_bound_comes_back(depth in 0..=DEPTH_MAX, leaf in leaves()) {
        let deep = (0..depth).fold(leaf, |inner, level| match level % 3 {
            0 => Value::List(vec![inner]),
            1 => Value::Tuple(vec![Value::None, inner]),
            _ => Value::Dict(vec![(Value::Bool(true), inner)]),
        });
        prop_assert_eq!(decode(&encode(&deep)), Ok(deep));
    }

    #[test]
    fn every_value_comes_back_the_same(value in values()) {
        prop_assert_eq!(decode(&encode(&value)), Ok(value));
    }

    #[test]
    fn whatever_is_taken_is_written_the_same_way(bytes in proptest::collection::vec(any::<u8>(), 0..64)) {
        if let Ok(value) = decode(&bytes) {
            prop_assert_eq!(encode(&value), bytes);
        }
    }

    #[test]
    fn a_changed_byte_never_panics_and_stays_canonical(value in values(), at in any::<usize>(), byte in any::<u8>()) {
        let mut bytes = encode(&value);
        let at = at % bytes.len();
        bytes[at] = byte;
        if let Ok(value) = decode(&bytes) {
            prop_assert_eq!(encode(&value), bytes);
        }
    }

    #[test]
    fn a_torn_value_is_refused(value in values(), at in any::<usize>()) {
        let bytes = encode(&value);
        prop_assert!(decode(&bytes[..at % bytes.len()]).is_err());
    }

    #[test]
    fn a_value_with_a_tail_is_refused(value in values(), tail in any::<u8>()) {
        let mut bytes = encode(&value);
        let at = bytes.len();
        bytes.push(tail);
        prop_assert_eq!(decode(&bytes), Err(CodecError::Trailing { at, rest: 1 }));
    }
}

/// The payload of an int with these bytes.
fn int_of(bytes: &[u8]) -> Vec<u8> {
    [b"i".as_slice(), &(bytes.len() as u32).to_le_bytes(), bytes].concat()
}

/// A tag with a text.
fn text_of(tag: u8, text: &str) -> Vec<u8> {
    [&[tag], (text.len() as u32).to_le_bytes().as_slice(), text.as_bytes()].concat()
}

/// What Python's `==` takes for the same, and what only a closer look tells apart.
#[test]
fn exact_types_and_bits_stay_apart() {
    let int = |number: i32| Value::Int(BigInt::from(number));
    let float = |float: f64| Value::Float(float.to_bits());
    let quiet = 0x7ff8_0000_0000_0001;
    let pairs = || vec![(int(1), int(1))];
    let apart = [
        int(1),
        Value::Bool(true),
        float(1.0),
        Value::Complex(1.0_f64.to_bits(), 0),
        Value::Decimal("1".to_owned()),
        Value::Decimal("1.0".to_owned()),
        Value::Fraction(BigInt::from(1), BigInt::from(1)),
        float(0.0),
        float(-0.0),
        Value::Float(quiet),
        Value::Float(quiet | 1 << 63),
        Value::Float(0x7ff0_0000_0000_0001),
        Value::Str("1".into()),
        Value::Bytes(b"1".to_vec()),
        Value::List(vec![int(1)]),
        Value::Tuple(vec![int(1)]),
        Value::Set(vec![int(1)]),
        Value::FrozenSet(vec![int(1)]),
        Value::Deque(None, vec![int(1)]),
        Value::Deque(Some(1), vec![int(1)]),
        Value::Dict(pairs()),
        Value::OrderedDict(pairs()),
        Value::Counter(pairs()),
        Value::DefaultDict(None, pairs()),
        Value::DefaultDict(Some("int".to_owned()), pairs()),
        Value::Type("int".to_owned()),
        Value::Opaque("int".to_owned()),
        Value::Marked(Mark::Cycle),
        Value::None,
    ];
    for (at, one) in apart.iter().enumerate() {
        assert_eq!(decode(&encode(one)).as_ref(), Ok(one));
        for two in &apart[at + 1..] {
            assert_ne!(encode(one), encode(two), "{one:?} and {two:?}");
        }
    }
}

#[test]
fn ints_are_in_their_shortest_form() {
    for (int, bytes) in
        [(0, vec![]), (127, vec![0x7f]), (128, vec![0x80, 0]), (-128, vec![0x80]), (-129, vec![0x7f, 0xff])]
    {
        assert_eq!(encode(&Value::Int(BigInt::from(int))), int_of(&bytes));
        assert_eq!(decode(&int_of(&bytes)), Ok(Value::Int(BigInt::from(int))));
    }
    for longer in [&[0x00][..], &[0x7f, 0x00], &[0x80, 0xff], &[0xff, 0xff]] {
        assert!(matches!(decode(&int_of(longer)), Err(CodecError::Invalid { .. })), "{longer:?}");
    }
    assert!(decode(&int_of(&[1; 64 * 1024])).is_ok());
    assert!(decode(&int_of(&[1; 64 * 1024 + 1])).is_err());
}

#[test]
fn decimals_are_what_python_writes() {
    for fine in ["0", "-0", "1.50", "1E+3", "-1.2E-10", "0E-10", "Infinity", "-Infinity", "NaN", "-sNaN12"] {
        assert_eq!(decode(&text_of(b'm', fine)), Ok(Value::Decimal(fine.to_owned())));
    }
    for wrong in [
        "",
        "-",
        "+1",
        "1.",
        ".5",
        "1e5",
        "1E5",
        "1E+",
        "inf",
        "NaN1.5",
        "1 ",
        "٣",
        "1E+99999999999999999999",
    ] {
        assert!(decode(&text_of(b'm', wrong)).is_err(), "{wrong}");
    }
}

#[test]
fn dates_exist() {
    let date =
        |year: u16, month, day| decode(&[b'a', year.to_le_bytes()[0], year.to_le_bytes()[1], month, day]);
    assert!(date(2000, 2, 29).is_ok() && date(2024, 2, 29).is_ok() && date(9999, 12, 31).is_ok());
    for (year, month, day) in
        [(1900, 2, 29), (0, 1, 1), (10_000, 1, 1), (1, 13, 1), (1, 0, 1), (1, 4, 31), (1, 1, 0)]
    {
        assert!(date(year, month, day).is_err(), "{year}-{month}-{day}");
    }
}

#[test]
fn sets_and_keys_hold_what_python_can_hash() {
    let list = Value::List(vec![]);
    let hidden = Value::Tuple(vec![Value::Tuple(vec![list.clone()])]);
    for unhashable in [list, hidden, Value::Set(vec![]), Value::Deque(None, vec![])] {
        assert!(decode(&encode(&Value::Set(vec![unhashable.clone()]))).is_err());
        assert!(decode(&encode(&Value::Dict(vec![(unhashable, Value::None)]))).is_err());
    }
    let nested = Value::Set(vec![Value::FrozenSet(vec![Value::Tuple(vec![])])]);
    assert_eq!(decode(&encode(&nested)), Ok(nested));
}

#[test]
fn depth_is_bounded() {
    let nested = |levels| (0..levels).fold(Value::None, |inner, _| Value::List(vec![inner]));
    assert!(decode(&encode(&nested(DEPTH_MAX))).is_ok());
    assert!(matches!(decode(&encode(&nested(DEPTH_MAX + 1))), Err(CodecError::TooDeep { .. })));
    let endless = [b'l', 1, 0, 0, 0].repeat(1_000_000);
    assert!(matches!(decode(&endless), Err(CodecError::TooDeep { .. })));
}

#[test]
fn an_announced_count_takes_no_memory() {
    assert!(matches!(decode(b"l\xff\xff\xff\xff"), Err(CodecError::Torn { .. })));
    assert!(matches!(decode(b"d\x02\0\0\0NNN"), Err(CodecError::Torn { .. })));
    let mut many = vec![b'N'; VALUES_MAX + 5];
    many[0] = b'l';
    many[1..5].copy_from_slice(&(VALUES_MAX as u32).to_le_bytes());
    assert!(matches!(decode(&many), Err(CodecError::TooMany { .. })));
}

#[test]
fn odd_fields_are_refused() {
    let none = b"N".as_slice();
    for (name, bytes) in [
        ("nothing at all", vec![]),
        ("an unknown tag", b"?".to_vec()),
        ("an unknown mark", b"!\x05".to_vec()),
        ("a step of zero", [b"r".as_slice(), &int_of(&[1]), &int_of(&[2]), &int_of(&[])].concat()),
        ("a denominator of zero", [b"Q".as_slice(), &int_of(&[1]), &int_of(&[])].concat()),
        ("a negative denominator", [b"Q".as_slice(), &int_of(&[1]), &int_of(&[0xff])].concat()),
        ("a range of None", [b"r".as_slice(), none, none, none].concat()),
        ("a factory that is an int", [b"D".as_slice(), &int_of(&[]), &[0; 4]].concat()),
        ("a deque over its bound", [b"q".as_slice(), &int_of(&[]), &[1, 0, 0, 0], none].concat()),
        ("a negative bound", [b"q".as_slice(), &int_of(&[0xff]), &[0; 4]].concat()),
        ("an exception of no type", b"e\0\0\0\0\0\0\0\0".to_vec()),
        ("a name with a surrogate", b"o\x03\0\0\0\xed\xa0\x80".to_vec()),
        ("an overlong text", b"s\x02\0\0\0\xc0\x80".to_vec()),
        ("a day of 86,400 seconds", [b"x\0\0\0\0".as_slice(), &86_400_u32.to_le_bytes(), &[0; 4]].concat()),
    ] {
        assert!(decode(&bytes).is_err(), "{name}");
    }
}
