//! What a step says comes back as it was; what anybody else says makes the stream incomplete.

use num_bigint::BigInt;
use proptest::prelude::*;

use super::{CaseFrame, FrameError, FrameKind, NameKind, Phase, Token, frame_bytes, parse_stream};
use crate::model::check::Expectation;
use crate::model::observation::{Place, Raised};
use crate::model::value::{ExceptionValue, PyText, Value};
use crate::wire::codec::tests::values;

const TOKEN: Token = *b"0123456789abcdef";

fn frames() -> impl Strategy<Value = CaseFrame> {
    let kinds = proptest::sample::select(vec![NameKind::Function, NameKind::Class, NameKind::Value]);
    let phases = proptest::sample::select(vec![Phase::Harness, Phase::Load, Phase::Run]);
    let place = ("[a-z]{1,5}.py", any::<u32>(), any::<u32>(), any::<String>())
        .prop_map(|(file, line, column, text)| Place { file, line, column, text });
    let expectation = prop_oneof![
        values().prop_map(Expectation::Equals),
        values().prop_map(Expectation::AtMost),
        values().prop_map(Expectation::AtLeast),
        values().prop_map(Expectation::Contains),
        values().prop_map(Expectation::SameItems),
        proptest::collection::vec(values(), 0..4).prop_map(Expectation::OneOf),
        (values(), 0.0..1e9).prop_map(|(expected, within)| Expectation::IsClose { expected, within }),
        (any::<String>(), any::<Option<String>>())
            .prop_map(|(kind, containing)| Expectation::Raises { kind, containing }),
    ];
    prop_oneof![
        (any::<String>(), values()).prop_map(|(name, value)| CaseFrame::Recorded { name, value }),
        proptest::collection::vec((any::<String>(), kinds), 0..4)
            .prop_map(|names| CaseFrame::Loaded { names }),
        (proptest::option::of(place), phases).prop_map(|(place, phase)| CaseFrame::Raised {
            raised: Raised { exception: error(), place },
            phase,
        }),
        any::<String>().prop_map(|case| CaseFrame::Turned { case }),
        (any::<String>(), values(), expectation).prop_map(|(label, seen, expectation)| CaseFrame::Expected {
            label,
            seen,
            expectation
        }),
    ]
}

fn error() -> ExceptionValue {
    let types = ["KeyError", "LookupError", "Exception", "BaseException"].map(str::to_owned).to_vec();
    ExceptionValue { types, text: PyText::from("'a'") }
}

fn recorded(name: &str) -> CaseFrame {
    CaseFrame::Recorded { name: name.to_owned(), value: Value::Bool(true) }
}

proptest! {
    #[test]
    fn every_frame_comes_back_the_same(said in proptest::collection::vec(frames(), 0..5)) {
        let mut bytes: Vec<u8> = said.iter().flat_map(|frame| frame.clone().encode(&TOKEN)).collect();
        let unfinished = parse_stream(&bytes, &TOKEN);
        prop_assert_eq!((unfinished.complete, unfinished.fault), (false, None));
        bytes.extend(CaseFrame::End.encode(&TOKEN));
        let stream = parse_stream(&bytes, &TOKEN);
        prop_assert_eq!((stream.frames, stream.complete, stream.fault), (said, true, None));
    }

    #[test]
    fn noise_is_never_complete(bytes in proptest::collection::vec(any::<u8>(), 1..200)) {
        prop_assert!(!parse_stream(&bytes, &TOKEN).complete);
    }

    #[test]
    fn noise_behind_the_token_never_panics(kind in "[RLXKE]", noise in proptest::collection::vec(any::<u8>(), 0..99)) {
        let frame = [&TOKEN, kind.as_bytes(), &noise].concat();
        let bytes = [(frame.len() as u32).to_le_bytes().as_slice(), &frame].concat();
        let stream = parse_stream(&bytes, &TOKEN);
        prop_assert!(!stream.complete || noise == b"N");
    }

    #[test]
    fn a_torn_stream_is_never_complete(frame in frames(), cut in any::<usize>()) {
        let bytes = [frame.encode(&TOKEN), CaseFrame::End.encode(&TOKEN)].concat();
        prop_assert!(!parse_stream(&bytes[..cut % bytes.len()], &TOKEN).complete);
    }
}

#[test]
fn a_forged_end_completes_nothing_and_hides_nothing() {
    let forged = CaseFrame::End.encode(&[0; 16]);
    let stream = parse_stream(&[recorded("a").encode(&TOKEN), forged].concat(), &TOKEN);
    assert_eq!(stream.frames, [recorded("a")]);
    assert!(!stream.complete);
    assert!(matches!(stream.fault, Some(FrameError::WrongToken { .. })));
}

#[test]
fn nothing_may_follow_the_end() {
    let ended = CaseFrame::End.encode(&TOKEN);
    for tail in [b"x".to_vec(), ended.clone(), recorded("late").encode(&TOKEN)] {
        let stream = parse_stream(&[ended.clone(), tail].concat(), &TOKEN);
        assert_eq!((stream.frames, stream.complete), (vec![], false));
        assert_eq!(stream.fault, Some(FrameError::AfterEnd { at: ended.len() }));
    }
}

#[test]
fn silence_is_incomplete() {
    let stream = parse_stream(&[], &TOKEN);
    assert_eq!((stream.complete, stream.fault), (false, None));
}

#[test]
fn the_layout_is_the_documented_one() {
    let bytes = frame_bytes(&TOKEN, FrameKind::End, &Value::None);
    assert_eq!(bytes, [b"\x12\0\0\0".as_slice(), &TOKEN, b"EN"].concat());
}

#[test]
fn values_of_another_shape_are_refused() {
    let text = |text: &str| Value::Str(text.into());
    let one = Value::Int(BigInt::from(1));
    let check = |operation, argument, extra| {
        Value::Tuple(vec![text("label"), text(operation), Value::None, argument, extra])
    };
    for (kind, value) in [
        (FrameKind::End, Value::Bool(true)),
        (FrameKind::Recorded, Value::None),
        (FrameKind::Recorded, Value::Tuple(vec![one.clone(), Value::None])),
        (FrameKind::Loaded, Value::Tuple(vec![])),
        (FrameKind::Loaded, Value::List(vec![Value::Tuple(vec![text("f"), text("module")])])),
        (FrameKind::Raised, Value::Tuple(vec![Value::None; 6])),
        (FrameKind::Expected, check("passes", Value::None, Value::None)),
        (FrameKind::Expected, check("equals", Value::None, Value::Bool(true))),
        (FrameKind::Expected, check("one_of", one.clone(), Value::None)),
        (FrameKind::Expected, check("raises", one.clone(), Value::None)),
        (FrameKind::Expected, check("is_close", one.clone(), Value::None)),
        (FrameKind::Expected, check("is_close", one.clone(), Value::Float(f64::NAN.to_bits()))),
        (FrameKind::Expected, check("is_close", one, Value::Float((-1.0_f64).to_bits()))),
    ] {
        let bytes = [frame_bytes(&TOKEN, kind, &value), CaseFrame::End.encode(&TOKEN)].concat();
        let stream = parse_stream(&bytes, &TOKEN);
        assert!(matches!(stream.fault, Some(FrameError::Shape { .. })), "{value:?}");
        assert!(!stream.complete);
    }
}
