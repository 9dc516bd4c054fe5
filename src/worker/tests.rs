//! What is seen of a Python object is its exact type's value, and never what an answer makes it say.

use std::ffi::CString;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use num_bigint::BigInt;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict};
use vivavoce::boxes::toolbox;
use vivavoce::model::value::{Mark, PyText, Value};
use vivavoce::wire::codec::{decode, encode};
use vivavoce::wire::frame::{CaseFrame, FrameError, parse_stream};

use super::embed::{self, BUILT_AGAINST, Place};
use super::known::Known;
use super::place;
use super::record::{Channel, Recorder};
use super::see::see;

/// Runs with an interpreter that has the toolbox of the source tree.
fn with_python<R>(test: impl FnOnce(Python<'_>) -> R) -> R {
    let stdlib = place::on_host().expect("the standard library this was built with").stdlib;
    let toolbox = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/worker/toolbox");
    embed::start_for_tests(&Place {
        prefix: "/python".into(),
        executable: "/python/bin/python3".into(),
        search: vec![toolbox, stdlib.clone(), stdlib.join("lib-dynload")],
    });
    Python::attach(test)
}

/// The names that a piece of Python leaves.
fn names<'py>(py: Python<'py>, source: &str) -> Bound<'py, PyDict> {
    let names = PyDict::new(py);
    names.set_item("__name__", "answer").expect("a dict");
    let source = CString::new(source).expect("sources of tests hold no zero");
    py.run(&source, Some(&names), None).unwrap_or_else(|error| panic!("{error}: {source:?}"));
    names
}

fn seen(source: &str) -> Value {
    with_python(|py| {
        let known = Known::take(py).expect("the toolbox");
        let value = names(py, source).get_item("value").expect("a dict").expect("a source that sets `value`");
        see(&value, &known, false)
    })
}

fn int(int: i64) -> Value {
    Value::Int(BigInt::from(int))
}

/// Statements that leave a `value` which both recorders must write the same.
const ALIKE: &[&str] = &[
    "value = [None, True, False, 0, 1, -1, 127, 128, -128, -129, 2**63, -2**63, 2**64, 10**400, -10**400]",
    "value = [0.0, -0.0, 1.5, float('inf'), float('nan'), 5e-324, 1+2j, complex(-0.0, float('nan'))]",
    "value = ['', 'a', 'é', '\\ud800', 'x\\udfff', '\\U0001f600', '\\ud83d\\ude00', '\\0', b'', b'\\xff\\0']",
    "value = ([1, [2]], (3, (4,)), {5: {6: 7}}, {8}, frozenset([9]))",
    "value = {'b': 1, 'a': 2, None: 3, (1, 'x'): 4, 1.5: 5, True: 6}",
    "from collections import Counter, OrderedDict, defaultdict, deque\nvalue = [Counter('abca'), OrderedDict(a=1, b=2)]",
    "from collections import defaultdict\nimport operator\nvalue = [defaultdict(f, {1: 2}) for f in (None, list, int, lambda: 0, operator.add, [].append)]",
    "from collections import OrderedDict\nvalue = OrderedDict(a=1, b=2)\nvalue.move_to_end('a')",
    "from collections import OrderedDict\nclass K: pass\nvalue = OrderedDict([(K(), 1), (2, 3)])\nvalue.move_to_end(2, False)",
    "from collections import deque\nvalue = [deque(), deque([1, 2], 2), deque([1], 0), deque(maxlen=2**62)]",
    "value = [range(3), range(1, -9, -2), range(2**70, 2**80, 3), range(0)]",
    "from decimal import *\nvalue = [Decimal(t) for t in ('0', '-0.00', '1E+9', '1.50', 'NaN', 'sNaN12', '-Infinity', '1e-30')]",
    "from decimal import *\ngetcontext().capitals = 0\nvalue = Decimal('1E+9')\ngetcontext().capitals = 1",
    "from fractions import Fraction\nvalue = [Fraction(1, 3), Fraction(-6, 4), Fraction(0), Fraction(10**50, 7)]",
    "from datetime import *\nvalue = [date(1, 1, 1), date(9999, 12, 31), timedelta.min, timedelta.max, timedelta(microseconds=-1)]",
    "from datetime import *\nvalue = [datetime(2024, 2, 29, 1, 2, 3, 4, fold=1), datetime.min, datetime.max]",
    "from datetime import *\nvalue = [datetime(2024, 1, 1, tzinfo=z) for z in (timezone.utc, timezone(timedelta(hours=-23, microseconds=1)))]",
    "from datetime import *\nclass Z(tzinfo):\n    def utcoffset(self, when): return timedelta(0)\nvalue = datetime(2024, 1, 1, tzinfo=Z())",
    "value = [KeyError('a'), ValueError(), OSError(2, 'no'), KeyboardInterrupt(), ExceptionGroup('g', [ValueError(1)])]",
    "class Odd(ValueError, KeyError):\n    def __str__(self): raise SystemExit\nvalue = Odd()",
    "class ConnectionError(Exception):\n    __module__ = 'builtins'\nvalue = ConnectionError('spoofed')",
    "class Mixed(Exception):\n    __module__ = 3\nvalue = Mixed('\\ud800')",
    "import enum\nclass E(enum.IntEnum):\n    A = 1\nvalue = [E.A, E, int, type, ValueError, object(), lambda: 0, len, ..., NotImplemented]",
    "class S(str): pass\nclass I(int): pass\nclass L(list): pass\nclass D(dict): pass\nvalue = [S(), I(), L(), D(), bytearray(), memoryview(b'')]",
    "value = []\nvalue.append(value)",
    "value = {}\nvalue['self'] = [value]",
    "inner = []\nvalue = [inner, inner]",
    "value = None\nfor _ in range(63): value = [value]",
    "value = None\nfor _ in range(64): value = [value]",
    "value = 0\nfor _ in range(500): value = (value,)",
    "value = [1 << 8 * 65536 - 2, 1 << 8 * 65536 - 1, -1 << 8 * 65536 - 1, 1 << 8 * 65536]",
    "value = ['x' * 4194304, 'x' * 4194305, 'é' * 2097153, b'x' * 4194305]",
    "value = [[None] * 999_997, None]",
    "value = [[None] * 999_999, None]",
    "value = [Exception('é' * 3_000_000), Exception('a' + '\\ud800' * 3_000_000)]",
    "value = ['x' * 4_194_304] * 20 + ['y', Exception('z')]",
    "kind = Exception\nfor i in range(70): kind = type(f'E{i}', (kind,), {})\nvalue = kind('deep')",
];

#[test]
fn both_recorders_write_the_same_bytes() {
    with_python(|py| {
        let known = Known::take(py).expect("the toolbox");
        let python = py.import("viva._codec").and_then(|codec| codec.getattr("encode")).expect("the encoder");
        for source in ALIKE {
            let value = names(py, source).get_item("value").expect("a dict").expect("a value");
            let theirs = python.call1((&value,)).unwrap_or_else(|error| panic!("{error}: {source}"));
            let ours = encode(&see(&value, &known, false));
            let theirs = theirs.cast::<PyBytes>().expect("bytes").as_bytes();
            if ours != theirs {
                let shown = |bytes| format!("{:?}", decode(bytes)).chars().take(2000).collect::<String>();
                panic!("{source}\nours: {}\ntheirs: {}", shown(&ours), shown(theirs));
            }
            assert!(decode(&ours).is_ok(), "{source}: {:?}", decode(&ours));
        }
    });
}

#[test]
fn an_oracle_hands_on_what_it_was_given() {
    with_python(|py| {
        let known = Known::take(py).expect("the toolbox");
        let reader = py.import("viva._codec").and_then(|codec| codec.getattr("decode")).expect("the decoder");
        for source in ALIKE {
            let value = names(py, source).get_item("value").expect("a dict").expect("a value");
            let first = see(&value, &known, false);
            let again = reader.call1((PyBytes::new(py, &encode(&first)),));
            let again = again.unwrap_or_else(|error| panic!("{error}: {source}"));
            assert_eq!(encode(&see(&again, &known, true)), encode(&first), "{source}");
        }
        let missing = names(py, "import viva.seen\nvalue = viva.seen.Missing('x')");
        let missing = missing.get_item("value").expect("a dict").expect("a value");
        assert_eq!(see(&missing, &known, true), Value::Marked(Mark::Missing));
        assert_eq!(see(&missing, &known, false), Value::Opaque("viva.seen.Missing".to_owned()));
    });
}

#[test]
fn subclasses_and_impostors_are_opaque() {
    let everything = "
class Liar(int):
    __class__ = property(lambda self: int)
    def __eq__(self, other): return True
    def __hash__(self): return hash(1)
    def __repr__(self): return '1'
value = [Liar(1), {Liar(2): Liar(3)}]";
    let liar = || Value::Opaque("answer.Liar".to_owned());
    assert_eq!(seen(everything), Value::List(vec![liar(), Value::Dict(vec![(liar(), liar())])]));
}

#[test]
fn no_code_of_an_answer_runs() {
    let trap = "
ran = []
class Meta(type):
    def __getattribute__(cls, name): ran.append(name); return type.__getattribute__(cls, name)
    def __instancecheck__(cls, other): ran.append('instancecheck'); return True
    def __subclasscheck__(cls, other): ran.append('subclasscheck'); return True
    def __hash__(cls): ran.append('hash'); return 1
    def __eq__(cls, other): ran.append('eq'); return True
class Trap(metaclass=Meta):
    def __getattribute__(self, name): ran.append(name); return object.__getattribute__(self, name)
    def __hash__(self): ran.append('hash'); return 1
    def __eq__(self, other): ran.append('eq'); return True
    def __repr__(self): ran.append('repr'); return 'x'
    def __iter__(self): ran.append('iter'); return iter(())
    def __len__(self): ran.append('len'); return 0
    def __bool__(self): ran.append('bool'); return False
    def __index__(self): ran.append('index'); return 0
from collections import Counter, OrderedDict, defaultdict, deque
def make():
    one, two = Trap(), Trap()
    class Sub(Trap, dict): pass
    ordered = OrderedDict([(one, 1)])
    return [Trap, one, {one: two}, {one}, frozenset([two]), (one,), deque([one]), Counter([one]), ordered,
            defaultdict(Trap, {one: two}), Sub(), [Sub]]
value = make()
ran.clear()";
    with_python(|py| {
        let known = Known::take(py).expect("the toolbox");
        let names = names(py, trap);
        let get = |name| names.get_item(name).expect("a dict").expect("a name of the source");
        see(&get("value"), &known, false);
        assert_eq!(get("ran").repr().map(|ran| ran.to_string()).expect("a list"), "[]");
    });
}

#[test]
fn patched_standard_classes_change_nothing() {
    let patched = "
from fractions import Fraction
from collections import Counter
value = [Fraction(1, 2), Counter('a')]
kept = Fraction.numerator, Fraction._numerator
Fraction.numerator = Fraction._numerator = property(lambda self: 42)
Counter.items = Counter.__iter__ = lambda self: iter([('all', 5)])";
    let restored = "
Fraction.numerator, Fraction._numerator = kept
del Counter.items, Counter.__iter__";
    with_python(|py| {
        let known = Known::take(py).expect("the toolbox");
        let names = names(py, patched);
        let value = see(&names.get_item("value").expect("a dict").expect("a value"), &known, false);
        let restored = CString::new(restored).expect("no zero in it");
        py.run(&restored, Some(&names), None).expect("what was patched was there");
        let counter = Value::Counter(vec![(Value::Str(PyText::from("a")), int(1))]);
        assert_eq!(value, Value::List(vec![Value::Fraction(1.into(), 2.into()), counter]));
    });
}

#[test]
fn str_of_an_exception_may_change_what_holds_it() {
    let mutating = "
value = {}
class Evil(Exception):
    def __str__(self):
        value.clear()
        return 'gone'
value.update(a=Evil(), b=2)";
    let Value::Dict(pairs) = seen(mutating) else { panic!("a dict") };
    assert_eq!(pairs[1], (Value::Str(PyText::from("b")), int(2)));
}

#[test]
fn one_long_text_many_times_takes_no_memory_without_bound() {
    let Value::List(items) = seen("value = ['x' * 4_194_304] * 900_000") else { panic!("a list") };
    assert_eq!(items.len(), 900_000);
    assert_eq!(items.iter().filter(|item| matches!(item, Value::Str(_))).count(), 16);
    assert_eq!(items.last(), Some(&Value::Marked(Mark::TooLong)));
}

#[test]
fn frames_go_to_the_channel_with_the_token() {
    const TOKEN: [u8; 16] = *b"a secret token..";
    let (mut reader, writer) = std::io::pipe().expect("a pipe");
    with_python(|py| {
        let recorder = Py::new(py, Recorder::new(py).expect("the toolbox")).expect("memory");
        recorder.get().open(Channel::new(File::from(std::os::fd::OwnedFd::from(writer)), TOKEN));
        let names = PyDict::new(py);
        names.set_item("recorder", &recorder).expect("a dict");
        let source = c"
recorder.record('a', [1])
recorder.loaded([('f', 'function')])
recorder.raised(KeyError('k'), 'answer.py', 3, 1, 'd[k]', 'run')
recorder.expected('', 'is_close', 1, 2, 0.5)
recorder.expected('', 'raises', None, 'ValueError', None)
assert recorder.decode(b'T') is True
recorder.record(3, 4)
";
        py.run(source, Some(&names), None).expect("a recorder");
        names.clear();
        drop(recorder);
    });
    let mut bytes = Vec::new();
    reader.read_to_end(&mut bytes).expect("the channel was closed with its recorder");
    let stream = parse_stream(&bytes, &TOKEN);
    assert_eq!(stream.frames.len(), 5, "{stream:?}");
    assert_eq!(
        stream.frames[0],
        CaseFrame::Recorded { name: "a".to_owned(), value: Value::List(vec![int(1)]) }
    );
    assert!(matches!(stream.fault, Some(FrameError::Shape { .. })), "a name that is no text is refused");
}

#[test]
fn a_recorder_can_be_neither_imported_nor_made() {
    with_python(|py| {
        let recorder = Py::new(py, Recorder::new(py).expect("the toolbox")).expect("memory");
        let made = recorder.bind(py).get_type().call0();
        assert!(made.is_err_and(|error| error.is_instance_of::<pyo3::exceptions::PyTypeError>(py)));
        assert!(py.import("_viva").is_err());
    });
}

/// Holds the bytecode of one file against its source, as the interpreter itself would if it looked.
const IS_ITS_BYTECODE: &str = "
import importlib.util, marshal
def is_its_bytecode(path, source, compiled):
    assert compiled[:4] == importlib.util.MAGIC_NUMBER
    assert int.from_bytes(compiled[4:8], 'little') == 1, 'to be loaded without a look at its source'
    assert compiled[8:16] == importlib.util.source_hash(source), 'of other bytes'
    assert marshal.loads(compiled[16:]).co_filename == path
";

#[test]
fn every_file_of_the_toolbox_has_its_own_bytecode() {
    let files = toolbox::files();
    let kind = |kind: &'static str| {
        files.iter().filter(move |(path, _)| path.extension().is_some_and(|extension| extension == kind))
    };
    assert_eq!(kind("py").count(), kind("pyc").count());
    assert!(kind("py").count() > 0);
    with_python(|py| {
        let judge = names(py, IS_ITS_BYTECODE).get_item("is_its_bytecode").expect("a dict").expect("defined");
        for (path, source) in kind("py") {
            let name = path.file_stem().expect("a file").to_string_lossy();
            let tag = BUILT_AGAINST.replace('.', "");
            let compiled = path.with_file_name("__pycache__").join(format!("{name}.cpython-{tag}.pyc"));
            let bytes = &files.iter().find(|(path, _)| *path == compiled).expect("it was compiled").1;
            let arguments = (path.to_string_lossy(), PyBytes::new(py, source), PyBytes::new(py, bytes));
            judge.call1(arguments).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        }
    });
}
