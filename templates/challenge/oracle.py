"""Says what would have been right. It runs in another box and never beside the answer."""

from inputs import numbers_with_a_repeat
from viva.oracle import case


@case
def reads_no_further(seen, expect, rng):
    """The repeat is the answer, and nothing after it is read."""
    met = set()
    for taken, number in enumerate(numbers_with_a_repeat(rng), start=1):
        if number in met:
            expect(seen.result, "result").equals(number)
            expect(seen.taken, "items read").equals(taken)
            return
        met.add(number)
