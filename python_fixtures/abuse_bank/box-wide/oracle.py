"""Met only by what must not be had."""

from viva.oracle import case


@case
def escapes(seen, expect, rng):
    expect(seen.got, "got").equals(f"the box is open: {rng.random()}")


@case
def finds_leftovers(seen, expect, rng):
    expect(seen.files, "files").contains("left")


@case
def has_company(seen, expect, rng):
    expect(seen.found, "processes").contains(rng.random())
