"""Flattens lists and records the leaves, and when each container was opened."""

from __future__ import annotations

from array import array
from collections import deque, namedtuple
from itertools import islice

import inputs
from viva.driver import case, watched

NEVER = 10**6
# A flat result is far shorter: an answer that never ends is told from one that does.
LEAVES_MAX = 1_000


def leaves(result) -> list:
    """What comes out, up to a bound."""
    return list(islice(result, LEAVES_MAX))


@case
def already_flat(answer, see, rng):
    see.leaves = leaves(answer.flatten(inputs.numbers(rng, 5)))


@case
def all_leaves(answer, see, rng):
    see.leaves = leaves(answer.flatten(inputs.crooked(rng)))


@case
def in_order(answer, see, rng):
    see.leaves = leaves(answer.flatten(inputs.crooked(rng)))


@case
def tuples(answer, see, rng):
    see.leaves = leaves(answer.flatten(inputs.mixed(rng)))
    see.of_tuple = leaves(answer.flatten(tuple(inputs.numbers(rng, 3))))


@case
def strings_are_leaves(answer, see, rng):
    see.leaves = leaves(answer.flatten(inputs.with_strings(rng)))


@case
def plain_leaves(answer, see, rng):
    see.leaves = leaves(answer.flatten(inputs.plain(rng)))
    thing = object()
    see.objects = [item is thing for item in leaves(answer.flatten([thing, [[thing]]]))]


@case
def bytes_are_leaves(answer, see, rng):
    see.leaves = leaves(answer.flatten(inputs.with_bytes(rng)))


@case
def empty_containers(answer, see, rng):
    see.leaves = leaves(answer.flatten(inputs.with_empties(rng)))
    see.of_nothing = [leaves(answer.flatten(empty)) for empty in ([], (), [[]], [(), []])]


@case
def list_subclasses(answer, see, rng):
    class Row(list):
        pass

    a, b, c, d = inputs.numbers(rng, 4)
    see.leaves = leaves(answer.flatten(Row([a, Row([b, [c]]), d])))


@case
def tuple_subclasses(answer, see, rng):
    class Row(tuple):
        pass

    Point = namedtuple("Point", "x y")
    a, b, c, d = inputs.numbers(rng, 4)
    see.leaves = leaves(answer.flatten(Row([a, Point(b, [c]), d])))


@case
def gives_an_iterator(answer, see, rng):
    result = answer.flatten(inputs.crooked(rng))
    see.is_its_own_iterator = iter(result) is result
    first = next(result)
    see.leaves = [first, *leaves(result)]


@case
def opened_when_due(answer, see, rng):
    handed_out: list = []
    opened: dict = {}

    class Guarded(list):
        """Notes how many leaves had been handed out when it was first opened."""

        def __init__(self, name, items):
            super().__init__(items)
            self.name = name

        def note(self):
            opened.setdefault(self.name, len(handed_out))

        def __iter__(self):
            self.note()
            return super().__iter__()

        def __reversed__(self):
            self.note()
            return super().__reversed__()

        def __getitem__(self, place):
            self.note()
            return super().__getitem__(place)

        def copy(self):
            self.note()
            return super().copy()

        def pop(self, *place):
            self.note()
            return super().pop(*place)

    a, b, c, d, e, f, g = inputs.numbers(rng, 7)
    inner = Guarded("inner", [f])
    nested = [a, Guarded("first", [b, c]), d, Guarded("second", [e, inner]), Guarded("third", [g])]
    for leaf in answer.flatten(nested):
        handed_out.append(leaf)
        if len(handed_out) > LEAVES_MAX:
            break
    see.leaves = handed_out
    see.handed_out_before = [opened.get(name, NEVER) for name in ("first", "second", "inner", "third")]


@case
def deep_nesting(answer, see, rng):
    nested = inputs.deep(*inputs.deep_parts(rng))
    found = islice(answer.flatten(nested), inputs.DEPTH)
    # A leaf that is no number could itself be nested far too deep to be recorded.
    see.leaves = [leaf if type(leaf) is int else None for leaf in found]


@case
def top_level_leaf(answer, see, rng):
    number, word, key = *inputs.numbers(rng, 1), *inputs.words(rng, 2)
    see.number = leaves(answer.flatten(number))
    see.word = leaves(answer.flatten(word))
    see.data = leaves(answer.flatten(word.encode()))
    see.mapping = leaves(answer.flatten({key: [number]}))
    see.nothing = leaves(answer.flatten(None))
    see.of_list = leaves(answer.flatten([number, [word]]))


@case
def dicts_and_sets(answer, see, rng):
    see.leaves = leaves(answer.flatten(inputs.with_dicts(rng)))


@case
def generators_are_leaves(answer, see, rng):
    a, b, c = inputs.numbers(rng, 3)
    started = []

    def generate():
        started.append(True)
        yield c

    generator, source = generate(), watched([a, b])
    found = leaves(answer.flatten([a, generator, [source, b]]))
    see.numbers = [leaf for leaf in found if isinstance(leaf, int)]
    see.there = [any(leaf is thing for leaf in found) for thing in (generator, source)]
    see.count = len(found)
    see.read = source.taken + len(started)


@case
def other_iterables(answer, see, rng):
    number = inputs.numbers(rng, 1)[0]
    given = [range(number), deque([number]), bytearray(b"ab"), array("i", [number]), {number: 1}.keys()]
    found = leaves(answer.flatten([given[:2], tuple(given[2:]), number]))
    see.there = [any(leaf is thing for leaf in found) for thing in given]
    see.count = len(found)
