"""What a loop does."""

from viva.oracle import case


@case
def calls(seen, expect, rng):
    expect(seen.calls, "calls").equals(rng.randint(5, 50))


@case
def order(seen, expect, rng):
    expect(seen.results, "results").equals([rng.randrange(10**6) for _ in range(4)])


@case
def arguments(seen, expect, rng):
    times = rng.randint(5, 50)
    expect(seen.given, "given").equals(list(range(times)))
    expect(len(seen.read), "read").at_least(times)
