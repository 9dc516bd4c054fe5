"""The sums."""

from viva.oracle import case


@case
def drawn(seen, expect, rng):
    expect(seen.printed, "printed").equals(f"sum {sum(rng.randrange(10**6) for _ in range(5))}\n")
    expect(seen.exit, "code").equals(0)


@case
def twice(seen, expect, rng):
    one, two = rng.randrange(10**6), rng.randrange(10**6)
    expect(seen.first, "first").equals({"one.txt": f"sum {one}\n"})
    expect(seen.second, "second").equals(f"sum {two}\n")
    expect(seen.exits, "codes").equals([0, 0])


@case
def one_by_one(seen, expect, rng):
    expect(seen.printed, "printed").equals(f"sum {sum(rng.randrange(10**6) for _ in range(9))}\n")
    expect(seen.taken, "taken").equals(9)
