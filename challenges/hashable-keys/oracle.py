"""How often rows come, and how points should compare."""

from __future__ import annotations

import inputs
from viva.oracle import case


def frozen(item):
    """The item, lists as tuples all the way down."""
    return tuple(map(frozen, item)) if isinstance(item, list) else item


def counted(rows) -> dict:
    """How often each row comes, by its tuple."""
    counts: dict = {}
    for row in rows:
        key = frozen(row)
        counts[key] = counts.get(key, 0) + 1
    return counts


@case
def counts_rows(seen, expect, rng):
    expect(seen.counts, "counts, smallest first").equals(sorted(counted(inputs.plain_rows(rng)).values()))


@case
def rows_told_apart(seen, expect, rng):
    rows = inputs.confusable_rows(rng)
    expect(seen.counts, "counts, smallest first").equals(sorted(counted(rows).values()))


@case
def keys_are_tuples(seen, expect, rng):
    expect(seen.counts, "counts").equals(counted(inputs.plain_rows(rng)))
    expect(seen.is_dict, "it is a dict").is_true()


@case
def nested_rows(seen, expect, rng):
    expect(seen.counts, "counts").equals(counted(inputs.nested_rows(rng)))


@case
def coordinates_readable(seen, expect, rng):
    x, y = inputs.coordinates(rng)
    expect(seen.x, "x").equals(x)
    expect(seen.y, "y").equals(y)


@case
def equal_points(seen, expect, rng):
    expect(seen.same, "`==` and `!=` of two points alike").equals([True, False])
    expect(seen.others, "`==` with points of other coordinates").equals([False] * 4)


@case
def one_key(seen, expect, rng):
    _, y, other = inputs.coordinates(rng, 3)
    expect(seen.count, "keys of two different points, one of them set twice").equals(2)
    expect(seen.found, "what stands under the two points").equals([other, y])
    expect(seen.missing, "what stands under a third point").is_none()


@case
def no_tuple(seen, expect, rng):
    expect(seen.point, "`==` of two points alike").is_true()
    expect(seen.equal, "point == tuple, tuple == point").equals([False, False])
    expect(seen.unequal, "point != tuple, tuple != point").equals([True, True])


@case
def immutable(seen, expect, rng):
    x, y, _ = inputs.coordinates(rng, 3)
    expect(seen.x_error, "assigning x").raises("AttributeError")
    expect(seen.y_error, "assigning y").raises("AttributeError")
    expect(seen.x, "x afterwards").equals(x)
    expect(seen.y, "y afterwards").equals(y)


@case
def number_types(seen, expect, rng):
    _, y = inputs.coordinates(rng)
    expect(seen.equal, "whole == real, real == whole").equals([True, True])
    expect(seen.same_hash, "their hashes agree").is_true()
    expect(seen.found, "found under the other").equals(y)
    expect(seen.other, "`==` with another real coordinate").is_false()


@case
def gives_way(seen, expect, rng):
    expect(seen.same, "`==` of two points alike").is_true()
    expect(seen.strangers, "`==` with None, a number, a text, a list, an object").equals([False] * 5)
    expect(seen.unequal, "`!=` with the same").equals([True] * 5)
    expect(seen.agreeable, "`==` with an object that claims equality, from either side").equals([True, True])
