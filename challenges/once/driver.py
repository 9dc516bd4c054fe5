"""Decorates functions that count their runs, calls them, and records results and runs."""

from __future__ import annotations

from itertools import count

from inputs import secret, words
from viva.driver import case, forced_switches, in_threads, overlap, raised

CALLS = 5
THREADS = 6
# How long a run lasts, in seconds, unless a second one comes in and so ends the wait.
RUN_LASTS = 0.15


def counting(answer, number):
    """A decorated function that says which run this is and what it was given, and the list of its runs."""
    runs = []

    def function(*args, **kwargs):
        runs.append(1)
        return [number, len(runs), list(args), kwargs]

    return answer.once(function), runs


@case
def runs_once(answer, see, rng):
    function, runs = counting(answer, secret(rng))
    see.results = [function() for _ in range(CALLS)]
    see.runs = len(runs)


@case
def same_arguments(answer, see, rng):
    function, runs = counting(answer, secret(rng))
    one, two = words(rng, 2)
    see.results = [function(one, two) for _ in range(CALLS)]
    see.runs = len(runs)


@case
def keywords_reach(answer, see, rng):
    function, runs = counting(answer, secret(rng))
    one, two = words(rng, 2)
    see.results = [function(one, option=two) for _ in range(CALLS)]
    see.runs = len(runs)


@case
def waits_for_first_call(answer, see, rng):
    function, runs = counting(answer, secret(rng))
    see.before = len(runs)
    see.result = function()


@case
def other_arguments(answer, see, rng):
    function, runs = counting(answer, secret(rng))
    one, two, three = words(rng, 3)
    see.results = [
        function(one),
        function(two),
        function(two, three),
        function(),
        function([one]),
        function(one),
    ]
    see.runs = len(runs)


def remembered(answer, results):
    """For each result what five calls of a function of its own gave, and how often it ran."""
    came, ran = [], []
    for result in results:
        runs = []

        def function(result=result, runs=runs):
            runs.append(1)
            return result

        function = answer.once(function)
        came.append([function() for _ in range(CALLS)])
        ran.append(len(runs))
    return came, ran


@case
def falsy_results(answer, see, rng):
    see.results, see.runs = remembered(answer, [0, "", [], False, 0.0, secret(rng)])


@case
def none_result(answer, see, rng):
    see.results, see.runs = remembered(answer, [None, secret(rng)])


@case
def keeps_metadata(answer, see, rng):
    number = secret(rng)

    def function():
        return number

    function.__name__, function.__doc__ = f"function_{number}", f"Gives {number}."
    decorated = answer.once(function)
    see.results = [decorated(), decorated()]
    see.name, see.doc = decorated.__name__, decorated.__doc__


@case
def independent(answer, see, rng):
    (first, first_runs), (second, second_runs) = counting(answer, secret(rng)), counting(answer, secret(rng))
    see.results = [first(), second(), first(), second()]
    see.runs = [len(first_runs), len(second_runs)]


def called_by_threads(answer, see, rng):
    """Threads that start together call one function, which lasts a moment and says which run this is."""
    number, numbers, meter = secret(rng), count(1), overlap(wanted=2, patience=RUN_LASTS)

    def function():
        run = next(numbers)
        with meter:
            return [number, run]

    function = answer.once(function)
    with forced_switches():
        see.results = in_threads(THREADS, lambda _: function())
    see.afterwards = function()
    see.runs = meter.total


@case
def threads_one_call(answer, see, rng):
    called_by_threads(answer, see, rng)


@case
def threads_all_see(answer, see, rng):
    called_by_threads(answer, see, rng)


def failing(answer, number):
    """A decorated function whose first two runs fail."""
    runs = []

    def function():
        runs.append(1)
        if len(runs) < 3:
            raise LookupError(f"{number} run {len(runs)}")
        return [number, len(runs)]

    return answer.once(function), runs


@case
def error_is_raised(answer, see, rng):
    number = secret(rng)
    function, _ = failing(answer, number)
    see.error = raised(function)
    succeeding, _ = counting(answer, number)
    see.result = succeeding()


@case
def error_not_remembered(answer, see, rng):
    function, runs = failing(answer, secret(rng))
    see.first, see.second = raised(function), raised(function)
    see.results = [function() for _ in range(CALLS)]
    see.runs = len(runs)
