"""Decorates functions that count their computations, and records results and counts."""

from __future__ import annotations

from inputs import depth, numbers, secret, words
from viva.driver import attempt, case, in_thread, raised

COMPUTATIONS_MAX = 20_000


class Runaway(BaseException):
    """Ends a recursion that nobody remembers anything of."""


class Plain:
    """An object with a value and an identity, printed like every other one."""

    def __init__(self, value):
        self.value = value

    def __repr__(self):
        return "<Plain>"


class Unhashable(Plain):
    """The same without a hash."""

    def __eq__(self, other):
        return isinstance(other, Unhashable) and self.value == other.value

    __hash__ = None


@case
def one_argument(answer, see, rng):
    term, arguments = secret(rng), numbers(rng, 4)
    function = answer.memoize(lambda n: n * term)
    see.results = [function(n) for n in arguments + arguments[::-1]]


@case
def two_arguments(answer, see, rng):
    term, (a, b, c) = secret(rng), numbers(rng, 3)
    function = answer.memoize(lambda x, y: x * term + y)
    pairs = [(a, b), (b, a), (a, c), (c, b)]
    see.results = [function(x, y) for x, y in pairs + pairs]


@case
def computes_once(answer, see, rng):
    term, arguments = secret(rng), numbers(rng, 5)
    computed = []

    def function(n):
        computed.append(n)
        return n + term

    function = answer.memoize(function)
    see.results = [function(n) for _ in range(3) for n in arguments]
    see.computed = computed


@case
def computes_once_per_pair(answer, see, rng):
    term, number, (a, b, c) = secret(rng), secret(rng), words(rng, 3)
    computed = []

    def function(text, n):
        computed.append([text, n])
        return f"{text}/{n + term}"

    function = answer.memoize(function)
    results = []
    for _ in range(3):
        for text in (a, b, c):
            # Equal arguments, but never the same objects.
            results.append(function("".join(list(text)), int(str(number))))
    see.results, see.computed = results, computed


@case
def functions_do_not_share(answer, see, rng):
    term, arguments = secret(rng), numbers(rng, 3)
    computed = {"first": [], "second": []}

    def make(name, factor):
        def function(n):
            computed[name].append(n)
            return n * factor + term

        return answer.memoize(function)

    first, second = make("first", 2), make("second", -3)
    see.results = [[first(n), second(n), first(n), second(n)] for n in arguments]
    see.computed = computed


@case
def keywords_apart(answer, see, rng):
    term, (a, b) = secret(rng), numbers(rng, 2)
    computed = []

    def function(x=0, y=1, *, z=2):
        computed.append([x, y, z])
        return [x, y, z, term]

    function = answer.memoize(function)
    calls = [
        lambda: function(x=a),
        lambda: function(x=b),
        lambda: function(y=a),
        lambda: function(z=a),
        lambda: function(x=a, y=b),
        lambda: function(x=b, y=a),
        lambda: function(a),
        lambda: function(a, z=a),
        lambda: function(a, z=b),
    ]
    see.results = [call() for call in calls]
    before = len(computed)
    see.again = [call() for call in calls]
    see.computed_again = len(computed) - before


def results_remembered(answer, results):
    """How often each of these results is computed when asked for three times, and what came back."""
    computed = []

    def function(index):
        computed.append(index)
        return results[index]

    function = answer.memoize(function)
    came_back = [[function(index) for _ in range(3)] for index in range(len(results))]
    return came_back, computed


@case
def falsy_results(answer, see, rng):
    see.results, see.computed = results_remembered(answer, [0, "", [], False, 0.0, secret(rng)])


@case
def none_result(answer, see, rng):
    see.results, see.computed = results_remembered(answer, [None, secret(rng)])


@case
def keeps_metadata(answer, see, rng):
    term, number = secret(rng), secret(rng)
    computed = []

    def function(n):
        computed.append(n)
        return n + term

    function.__name__, function.__doc__ = f"function_{term}", f"Adds {term}."
    decorated = answer.memoize(function)
    see.results = [decorated(number), decorated(number)]
    see.computed = len(computed)
    see.name, see.doc = decorated.__name__, decorated.__doc__


@case
def unhashable_arguments(answer, see, rng):
    term, (a, b) = secret(rng), numbers(rng, 2)
    computed = []

    def function(*args, **kwargs):
        computed.append(1)
        return [term, len(args), sorted(kwargs)]

    function = answer.memoize(function)
    calls = [
        lambda: function([a, b]),
        lambda: function({"a": a}),
        lambda: function({a, b}, b),
        lambda: function(a, (b, [a])),
        lambda: function(option=[a]),
        lambda: function(bytearray(b"abc"), b, a, b),
    ]
    see.results = [[call(), call()] for call in calls]
    before = len(computed)
    see.hashable = [function(a), function(a)]
    see.computed_for_hashable = len(computed) - before


@case
def fresh_after_mutation(answer, see, rng):
    term, (a, b, c) = secret(rng), numbers(rng, 3)
    computed = []

    def function(value, extra=None):
        computed.append(1)
        return sum(map(sum, value)) + term + sum(extra or ())

    function = answer.memoize(function)
    nested, option = [[a], [b]], [a]
    results = [function(nested)]
    nested[0].append(c)
    results.append(function(nested))
    nested.append([a, a])
    results.append(function(nested))
    results.append(function((), extra=option))
    option.append(b)
    results.append(function((), extra=option))
    see.results = results
    before = len(computed)
    see.hashable = [function(()), function(())]
    see.computed_for_hashable = len(computed) - before


@case
def errors_not_cached(answer, see, rng):
    term, number = secret(rng), secret(rng)
    computed = []

    def function(n):
        computed.append(n)
        if len(computed) < 3:
            raise LookupError(f"{term} {len(computed)}")
        return n + term

    function = answer.memoize(function)
    see.first, see.second = raised(function, number), raised(function, number)
    see.results = [function(number), function(number)]
    see.computed = len(computed)


def counted(answer):
    """A memoized function that describes its arguments, and the list of its computations."""
    computed = []

    def function(*args, **kwargs):
        computed.append(1)
        return [len(args), [describe(arg) for arg in args], sorted(kwargs.items())]

    return answer.memoize(function), computed


def told_apart(answer, see, calls):
    """Results and counts of calls that must not get each other's result, in both orders."""
    for label, order in (("forwards", 1), ("backwards", -1)):
        function, computed = counted(answer)
        setattr(see, f"results_{label}", [call(function) for call in calls[::order] * 2])
        setattr(see, f"computed_{label}", len(computed))


def describe(value):
    """A value as plain data."""
    return value.value if isinstance(value, Plain) else value


@case
def tuple_or_arguments(answer, see, rng):
    a, b = numbers(rng, 2)
    told_apart(
        answer, see, [lambda f: f(a, b), lambda f: f((a, b)), lambda f: f((a,), b), lambda f: f(((a, b),))]
    )


@case
def pair_or_keyword(answer, see, rng):
    a, b = numbers(rng, 2)
    told_apart(
        answer,
        see,
        [
            lambda f: f(("a", a)),
            lambda f: f(a=a),
            lambda f: f("a", a),
            lambda f: f(b, ("a", a)),
            lambda f: f(b, a=a),
            lambda f: f((("a", a),)),
        ],
    )


@case
def equal_repr_apart(answer, see, rng):
    values = numbers(rng, 4)
    hashable = [Plain(value) for value in values]
    told_apart(answer, see, [lambda f, thing=thing: f(thing) for thing in hashable])
    unhashable = [Unhashable(value) for value in values]
    function = answer.memoize(describe)
    outcomes = [attempt(function, thing) for thing in unhashable]
    returned = [outcome.value for outcome in outcomes if outcome.returned]
    see.none_mixed_up = len(set(returned)) == len(returned)


@case
def recursion(answer, see, rng):
    n = depth(rng)
    computed = []

    def fib(k):
        computed.append(k)
        if len(computed) > COMPUTATIONS_MAX:
            raise Runaway
        return k if k < 2 else fib(k - 1) + fib(k - 2)

    fib = answer.memoize(fib)
    see.result = in_thread(fib, n)
    see.computed = len(computed)
