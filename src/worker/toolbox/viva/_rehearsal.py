"""A step of nothing, which a process that waits for its job runs first.

A forked interpreter shares its memory until it writes to it, if only to count a reference, and the kernel
then copies the page. What every step writes to is this process's own by the time that its job comes.
"""

from __future__ import annotations

from viva._kept import BUILTINS

__builtins__ = BUILTINS

CASE = "case"

DRIVER = """\
from __future__ import annotations

import inputs
from viva.driver import case, raised


@case
def case(answer, see, rng):
    things = answer.Things(inputs.numbers(rng))
    see.listed = [each for each in things]
    see.error = raised(things.pop)
"""

INPUTS = """\
from __future__ import annotations


def numbers(rng):
    return [rng.randint(1, 9) for _ in range(4)]
"""

ANSWER = b"""\
from collections import OrderedDict


class Things:
    def __init__(self, numbers):
        self._things = OrderedDict((number, str(number)) for number in numbers)

    def __iter__(self):
        yield from self._things.values()

    def pop(self):
        raise KeyError("nothing")
"""
