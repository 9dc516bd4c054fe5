"""The error that is wanted."""

from viva.oracle import case


@case
def fails(seen, expect, rng):
    expect(seen.error, "error").raises("ValueError", containing=f"name-{rng.randrange(10**6)}")


@case
def sleeps(seen, expect, rng):
    expect(seen.sleeps, "sleeps").equals([float(rng.randrange(1, 9))])


@case
def says(seen, expect, rng):
    expect(seen.said.strip(), "said").equals(f"name-{rng.randrange(10**6)}")
