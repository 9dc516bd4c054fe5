"""What a box holds."""

from viva.oracle import case


@case
def remembers(seen, expect, rng):
    expect(sorted(seen.all), "all").equals(sorted(rng.randrange(10**6) for _ in range(5)))


@case
def separate(seen, expect, rng):
    expect(seen.one[0], "one").is_close(rng.random())
    expect(seen.other, "other").equals([])


@case
def untouched(seen, expect, rng):
    expect(seen.all, "all").equals([[rng.random(), [rng.random()]]])
    expect(seen.changed, "changed").equals([])
