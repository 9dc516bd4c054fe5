"""Their sums."""

from inputs import pair
from viva.oracle import case


@case
def drawn(seen, expect, rng):
    expect(seen.sums, "sums").equals([sum(pair(rng)) for _ in range(3)])
