"""Three words before the end, and nothing read far behind it."""

from viva.oracle import case


@case
def reads_on(seen, expect, rng):
    expect(seen.printed, "printed").equals("3\n")
    expect(seen.taken, "lines read").at_most(4)
