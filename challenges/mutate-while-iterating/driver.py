"""Has negatives and expired sessions removed, and records what is left and what it cost."""

from __future__ import annotations

import inputs
from viva.driver import case, raised

SIZE = inputs.VERY_MANY
# Work for each number after which it is given up; a few are needed, a quadratic answer needs thousands.
WORK_MAX = 20


def left(answer, numbers):
    """What is left in a list of these numbers."""
    numbers = list(numbers)
    answer.remove_negatives(numbers)
    return numbers


def living(answer, sessions, now):
    """What is left of these sessions."""
    sessions = dict(sessions)
    answer.drop_expired(sessions, now)
    return sessions


@case
def one_negative(answer, see, rng):
    see.left = left(answer, [1, -1, 2])
    see.others = left(answer, [*inputs.kept(rng, 2), *inputs.negatives(rng, 1), *inputs.kept(rng, 2)])


@case
def neighbours(answer, see, rng):
    see.left = [left(answer, numbers) for numbers in inputs.neighbours(rng)]


@case
def one_expired(answer, see, rng):
    now = rng.randint(1000, 2000)
    see.left = [living(answer, inputs.sessions(rng, now, 4, 1), now) for _ in range(5)]


@case
def returns_nothing(answer, see, rng):
    now = rng.randint(1000, 2000)
    numbers = [*inputs.kept(rng, 2), *inputs.negatives(rng, 1), *inputs.kept(rng, 1)]
    sessions = inputs.sessions(rng, now, 3, 1)
    see.returned = [answer.remove_negatives(numbers), answer.drop_expired(sessions, now)]
    see.numbers, see.sessions = numbers, sessions


@case
def every_alias_sees_it(answer, see, rng):
    numbers = inputs.apart(rng)
    alias, held = numbers, {"list": numbers}
    answer.remove_negatives(numbers)
    see.alias, see.held, see.same = alias, held["list"], numbers is held["list"]


@case
def long_runs(answer, see, rng):
    see.left = [left(answer, numbers) for numbers in inputs.runs(rng)]


@case
def all_none_empty(answer, see, rng):
    see.left = [left(answer, numbers) for numbers in inputs.plain(rng)]


@case
def several_expired(answer, see, rng):
    now = rng.randint(1000, 2000)
    see.left = [
        living(answer, inputs.sessions(rng, now, alive, expired), now)
        for alive, expired in ((4, 3), (2, 6), (0, 5), (5, 0), (0, 0))
    ]


@case
def expires_now(answer, see, rng):
    now = rng.randint(1000, 2000)
    sessions = {**inputs.sessions(rng, now, 3, 0), "ends": now, "soon": now + 1}
    see.left = living(answer, sessions, now)


class TooMuchWork(BaseException):
    """Ends an answer whose work is far beyond linear."""


class Work:
    """Items that were moved or compared, counted up to a bound."""

    def __init__(self):
        self.done = 0

    def add(self, items):
        self.done += items
        if self.done > WORK_MAX * SIZE:
            raise TooMuchWork("the work grows faster than the list")


class Number(int):
    """An integer that counts comparisons for equality, of which a search makes many."""

    work = Work()
    __hash__ = int.__hash__

    def __eq__(self, other):
        self.work.add(1)
        return int.__eq__(self, other)

    def __ne__(self, other):
        self.work.add(1)
        return int.__ne__(self, other)


class Numbers(list):
    """A list that counts how many items a removal or an insertion moves."""

    def _behind(self, index):
        """How many items stand from this index on; a slice begins at its lower end."""
        if isinstance(index, slice):
            places = range(*index.indices(len(self)))
            index = min(places, default=len(self))
        elif index < 0:
            index += len(self)
        return max(1, len(self) - index)

    def __delitem__(self, index):
        Number.work.add(self._behind(index))
        super().__delitem__(index)

    def __setitem__(self, index, value):
        if isinstance(index, slice):
            Number.work.add(self._behind(index))
        super().__setitem__(index, value)

    def pop(self, index=-1):
        Number.work.add(self._behind(index))
        return super().pop(index)

    def insert(self, index, value):
        Number.work.add(self._behind(index))
        super().insert(index, value)

    def remove(self, value):
        Number.work.add(len(self))
        super().remove(value)


@case
def linear(answer, see, rng):
    numbers = Numbers(map(Number, inputs.very_many(rng)))
    see.error = raised(answer.remove_negatives, numbers)
    see.count, see.total, see.lowest = len(numbers), sum(map(int, numbers)), min(map(int, numbers))


class Odd:
    """Cannot be compared with anything, nor reckoned with."""

    def _refuse(self, *_):
        raise ArithmeticError("this is no number")

    __lt__ = __le__ = __gt__ = __ge__ = __eq__ = __ne__ = __neg__ = __abs__ = __int__ = __float__ = _refuse
    __index__ = __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __bool__ = __str__ = _refuse
    __hash__ = object.__hash__


@case
def error_changes_nothing(answer, see, rng):
    numbers = inputs.mixed(rng)
    places = (0, 6, 12)
    same = []
    for place in places:
        items = [*numbers[:place], Odd(), *numbers[place:]]
        given = list(items)
        raised(answer.remove_negatives, given)
        same.append(len(given) == len(items) and all(one is other for one, other in zip(given, items)))
    see.same, see.left = same, left(answer, numbers)
