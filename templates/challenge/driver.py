"""Records what the answer does. What it should have done is known only to the oracle."""

from inputs import numbers_with_a_repeat
from viva.driver import case, watched


@case
def reads_no_further(answer, see, rng):
    """How much of an iterable is read, and what comes of it."""
    numbers = watched(numbers_with_a_repeat(rng))
    see.result = answer.first_repeat(numbers)
    see.taken = numbers.taken
