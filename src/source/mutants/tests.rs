//! Every operator, by what it makes of a line.

use super::*;

/// The mutants of one operator, as their changes.
fn changes(source: &str, operator: &str) -> Vec<String> {
    let made = mutants(source).into_iter().filter(|mutant| mutant.operator == operator);
    made.map(|mutant| mutant.change).collect()
}

/// One line of source, and what an operator makes of it.
#[track_caller]
fn becomes(line: &str, operator: &str, expected: &[&str]) {
    let expected: Vec<String> = expected
        .iter()
        .map(|after| format!("`{}` to `{after}`", line.lines().next().unwrap_or_default()))
        .collect();
    assert_eq!(changes(&format!("{line}\n"), operator), expected, "{operator} of {line}");
}

/// The whole source that the only mutant of an operator has.
#[track_caller]
fn whole(source: &str, operator: &str) -> String {
    let mut made: Vec<_> = mutants(source).into_iter().filter(|mutant| mutant.operator == operator).collect();
    assert_eq!(made.len(), 1, "{made:?}");
    made.remove(0).source
}

#[test]
fn comparisons_move_by_one_or_turn_round() {
    becomes("a = b < c", "compare", &["a = b <= c"]);
    becomes("a = b >= c", "compare", &["a = b > c"]);
    becomes("a = b == c", "compare", &["a = b != c"]);
    becomes("a = 1 < b <= c", "compare", &["a = 1 <= b <= c", "a = 1 < b < c"]);
    becomes("a = b not in c", "compare", &["a = b in c"]);
}

#[test]
fn identity_of_what_was_given_becomes_equality() {
    let given = "def f(x):\n    return x is None\n";
    assert_eq!(changes(given, "identity"), ["`return x is None` to `return x == None`"]);
    let looped = "def f(xs):\n    return [x for x in xs if x is not None]\n";
    assert!(changes(looped, "identity")[0].contains("if x != None"));
    let own = "def f():\n    x = g()\n    return x is None\n";
    assert!(changes(own, "identity").is_empty());
}

#[test]
fn operators_are_exchanged() {
    becomes("a = b + c", "arithmetic", &["a = b - c"]);
    becomes("a = b // c", "arithmetic", &["a = b / c"]);
    becomes("a += 1", "augmented", &["a -= 1", "a = 1"]);
    becomes("a = -b", "unary", &["a = b"]);
    becomes("a = not b", "not", &["a = b"]);
    becomes("a = b and c", "boolean", &["a = b or c"]);
    becomes("a = b and c", "operand", &["a = b", "a = c"]);
}

#[test]
fn adding_in_place_becomes_a_new_object() {
    assert_eq!(changes("def f(a, b):\n    a += b\n", "rebind"), ["`a += b` to `a = a + b`"]);
    assert!(changes("def f(a):\n    n = 0\n    n += a\n", "rebind").is_empty());
}

#[test]
fn conditions_are_turned_round_once() {
    becomes("if a < b:\n    c()", "condition", &["if not (a < b):"]);
    becomes("while a:\n    c()", "condition", &["while not (a):"]);
    becomes("a = b if c else d", "condition", &["a = b if not (c) else d"]);
    becomes("a = [b for b in c if b]", "condition", &["a = [b for b in c if not (b)]"]);
    // These are turned round by another operator.
    becomes("if a == b:\n    c()", "condition", &[]);
    becomes("if not a:\n    c()", "condition", &[]);
}

#[test]
fn constants_are_others() {
    becomes("a = 41", "constant", &["a = 42"]);
    becomes("a = 1", "constant", &["a = 2", "a = 0"]);
    becomes("a = 0.5", "constant", &["a = 1.5"]);
    becomes("a = True", "constant", &["a = False"]);
    becomes("a = 'b'", "constant", &["a = \"\""]);
    becomes("a = ''", "constant", &["a = \"viva\""]);
    becomes("a = b''", "constant", &["a = b\"viva\""]);
    becomes("raise ValueError('text')", "constant", &[]);
    becomes("\"\"\"Documentation.\"\"\"", "constant", &[]);
    becomes("a: 'int' = b", "constant", &[]);
}

#[test]
fn defaults_are_shared_or_none() {
    becomes("def f(a=None): return a", "default", &["def f(a=[]): return a"]);
    becomes("def f(a=_MISSING): return a", "default", &["def f(a=None): return a"]);
    becomes("def f(a=3): return a", "constant", &["def f(a=4): return a"]);
}

#[test]
fn exceptions_are_caught_too_widely_or_not_at_all() {
    let source = "try:\n    a()\nexcept KeyError as e:\n    b()\n";
    assert_eq!(changes(source, "except-wider"), ["`except KeyError as e:` to `except Exception as e:`"]);
    assert_eq!(changes(source, "except-dropped"), ["`except KeyError as e:` to `except () as e:`"]);
    let wide = "try:\n    a()\nexcept Exception:\n    b()\n";
    assert_eq!(changes(wide, "except-wider"), ["`except Exception:` to `except BaseException:`"]);
    let two = "try:\n    a()\nexcept (KeyError, IndexError):\n    b()\n";
    assert_eq!(changes(two, "except-wider"), ["`except (KeyError, IndexError):` to `except Exception:`"]);
}

#[test]
fn finally_is_left_out_or_passed_by_an_error() {
    let source = "try:\n    a()\nfinally:\n    b()\n";
    assert_eq!(whole(source, "finally-dropped"), "try:\n    a()\nfinally:\n    pass\n");
    assert_eq!(whole(source, "finally-on-success"), "if True:\n    a()\nif True:\n    b()\n");
    let caught = "try:\n    a()\nexcept E:\n    c()\nfinally:\n    b()\n";
    assert_eq!(whole(caught, "finally-on-success"), "try:\n    a()\nexcept E:\n    c()\nelse:\n    b()\n");
}

#[test]
fn raised_kinds_are_wider() {
    becomes("raise ValueError(a)", "raise-wider", &["raise Exception(a)"]);
    becomes("raise", "raise-wider", &[]);
    // The words of a common error are free, those of an exception of one's own may say something.
    becomes("raise ValueError(a + 1)", "constant", &[]);
    becomes("raise Unbalanced(a + 1)", "constant", &["raise Unbalanced(a + 2)", "raise Unbalanced(a + 0)"]);
}

#[test]
fn arguments_are_swapped_or_left_out() {
    becomes("f(a, b, c)", "swapped", &["f(b, a, c)"]);
    becomes("min(a, b)", "swapped", &[]);
    becomes("a.sort(key=b, reverse=True)", "keyword-dropped", &["a.sort(reverse=True)", "a.sort(key=b)"]);
    becomes("f(*a, **b)", "forwarding", &["f(**b)", "f(*a)"]);
    becomes("a.pop(b, None)", "fallback-dropped", &["a.pop(b)"]);
    becomes("getattr(a, 'b', None)", "fallback-dropped", &["getattr(a, 'b')"]);
}

#[test]
fn neighbours_are_called() {
    becomes("min(a)", "neighbour", &["max(a)"]);
    becomes("a.popleft()", "neighbour", &["a.pop()"]);
}

#[test]
fn copies_are_not_made() {
    becomes("a = list(b)", "copy-dropped", &["a = b"]);
    becomes("a = list(b for b in c)", "copy-dropped", &["a = (b for b in c)"]);
    becomes("a = b.copy()", "copy-dropped", &["a = b"]);
    becomes("a = copy.deepcopy(b)", "copy-dropped", &["a = b"]);
    becomes("a = copy.deepcopy(b)", "copy-shallow", &["a = copy.copy(b)"]);
    becomes("a = b[:]", "copy-dropped", &["a = b"]);
    becomes("a[:] = b", "slice-rebind", &["a = b"]);
    becomes("a = b.strip()", "copy-dropped", &["a = b"]);
}

#[test]
fn kinds_are_exact_and_references_strong() {
    becomes("isinstance(a, B)", "exact-type", &["(type(a) is B)"]);
    becomes("isinstance(a, (B, C))", "exact-type", &["(type(a) in (B, C))"]);
    becomes("a = weakref.ref(b)", "weak-dropped", &["a = (lambda strong=b: strong)"]);
    becomes("a = WeakValueDictionary()", "weak-dropped", &["a = dict()"]);
}

#[test]
fn bounds_are_left_out() {
    becomes("a = b[1:c]", "slice", &["a = b[:c]", "a = b[1:]"]);
    becomes("for a in range(b): c()", "range", &["for a in range(b - 1): c()"]);
    becomes("a = [b for b in c if d]", "filter", &["a = [b for b in c]"]);
    becomes("a = (b for b in c)", "eager", &["a = [b for b in c]"]);
    becomes("a = lambda b: (c, d)", "order", &["a = lambda b: (d, c)"]);
}

#[test]
fn statements_are_left_out() {
    becomes("a.append(b)", "statement", &["pass"]);
    becomes("a.b = c", "statement", &["pass"]);
    becomes("a = b", "statement", &[]);
    let again = "def f(a):\n    a = g(a)\n    return a\n";
    assert_eq!(changes(again, "statement"), ["`a = g(a)` to `pass`"]);
    let inner = "def f():\n    n = 0\n    def g():\n        nonlocal n\n        n += 1\n    return g\n";
    assert_eq!(changes(inner, "statement"), ["`nonlocal n` to `pass`", "`n += 1` to `pass`"]);
    let guard = "if a:\n    b()\n    c()\n";
    assert!(mutants(guard).iter().any(|mutant| mutant.source == "pass\n"));
    becomes("raise ValueError", "statement", &["pass"]);
}

#[test]
fn returns_give_nothing_or_do_not_leave() {
    let source = "def f(a):\n    if a:\n        return b\n    return c\n";
    assert_eq!(changes(source, "return"), ["`return b` to `b`", "`return c` to `return None`"]);
    becomes("def f(): return NotImplemented", "not-implemented", &["def f(): raise TypeError"]);
}

#[test]
fn loops_and_generators() {
    let source = "for a in b:\n    if a:\n        break\n    continue\n";
    assert_eq!(changes(source, "loop"), ["`break` to `continue`", "`continue` to `break`"]);
    assert_eq!(changes("def f(a):\n    yield from a\n", "yield-from"), ["`yield from a` to `yield a`"]);
    assert_eq!(changes("async def f(a):\n    await a\n", "await"), ["`await a` to `a`"]);
}

#[test]
fn with_blocks_are_neither_entered_nor_left() {
    becomes("with lock:\n    a()", "with-dropped", &["if True:"]);
    becomes("with open(a) as b:\n    c()", "with-dropped", &["for b in (open(a),):"]);
    let source = "async def f():\n    async with a:\n        b()\n";
    assert_eq!(whole(source, "with-dropped"), "async def f():\n    if True:\n        b()\n");
}

#[test]
fn definitions_lose_parts() {
    let source = "def d(f):\n    @wraps(f)\n    def w(): ...\n    return w\n";
    assert_eq!(whole(source, "decorator"), "def d(f):\n    def w(): ...\n    return w\n");
    becomes(
        "def f(a, /, *, b): return a",
        "marker",
        &["def f(a, *, b): return a", "def f(a, /, b): return a"],
    );
    let class = "class A:\n    def __init__(self): ...\n    @property\n    def b(self): return 1\n    __radd__ = __add__\n";
    assert_eq!(changes(class, "method"), ["`@property` to `pass`"]);
    assert_eq!(changes(class, "statement"), ["`__radd__ = __add__` to `pass`"]);
}

#[test]
fn what_no_case_can_see_is_left_alone() {
    for silent in [
        "import a\n",
        "a: int\n",
        "__slots__ = (\"a\", \"b\")\n",
        "\"\"\"Words.\"\"\"\n",
        "if __name__ == \"__main__\":\n    f(1, 2)\n",
        "def f(a: Tuple[1, 2]) -> X[3]: ...\n",
        "class A:\n    @abstractmethod\n    def b(self): ...\n",
    ] {
        assert_eq!(mutants(silent), [], "{silent}");
    }
}

#[test]
fn names_are_stable_and_tell_several_on_a_line_apart() {
    let names: Vec<String> = mutants("a = 1\nb = c + d + e\n").iter().map(Mutant::name).collect();
    assert_eq!(names, ["1:constant", "1:constant.2", "2:arithmetic", "2:arithmetic.2"]);
}

#[test]
fn a_source_that_does_not_parse_has_none() {
    assert_eq!(mutants("def f(:\n"), []);
}
