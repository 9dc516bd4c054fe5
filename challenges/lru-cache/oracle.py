"""What a right `LRUCache` holds and returns."""

from __future__ import annotations

from collections import OrderedDict

from inputs import capacity, history, keys, values
from viva.oracle import case


def replay(size, calls):
    """What the gets of these calls return, and the number of entries after each call."""
    entries, results, lengths = OrderedDict(), [], []
    for name, key, *value in calls:
        if name == "put":
            entries[key] = value[0]
        else:
            results.append(entries.get(key))
        if key in entries:
            entries.move_to_end(key)
        if len(entries) > size:
            entries.popitem(last=False)
        lengths.append(len(entries))
    return results, lengths


@case
def stores_and_returns(seen, expect, rng):
    size = capacity(rng)
    keys(rng, size)
    expect(seen.values, "values").equals(values(rng, size))


@case
def default_for_missing(seen, expect, rng):
    capacity(rng), keys(rng, 2)
    stored, fallback = values(rng, 1)[0], values(rng, 1)[0]
    expect(seen.without, "missing, no default").is_none()
    expect(seen.by_position, "missing, default by position").equals(fallback)
    expect(seen.by_keyword, "missing, default by keyword").equals(fallback)
    expect(seen.present, "present, with a default").equals(stored)


@case
def counts_entries(seen, expect, rng):
    expect(seen.lengths, "len() after each put").equals(list(range(capacity(rng) + 1)))


@case
def knows_its_keys(seen, expect, rng):
    expect(seen.known, "membership").equals([True] * capacity(rng) + [False] * 2)


@case
def evicts_oldest(seen, expect, rng):
    size = capacity(rng)
    keys(rng, size + 2)
    expect(seen.left, "values left").equals([None, None] + values(rng, size + 2)[2:])


@case
def get_refreshes(seen, expect, rng):
    size = capacity(rng)
    keys(rng, size + 2)
    stored = values(rng, size + 2)
    expect(seen.read, "the value read").equals(stored[0])
    expect(seen.left, "values left").equals([stored[0], None, None] + stored[3:])


@case
def put_updates(seen, expect, rng):
    size = capacity(rng)
    keys(rng, size - 1)
    stored = values(rng, size)
    expect(seen.left, "values left").equals([stored[-1]] + stored[1:-1])


@case
def put_refreshes(seen, expect, rng):
    size = capacity(rng)
    expect(seen.left, "which keys are left").equals([True, False] + [True] * (size - 1))


@case
def update_evicts_nothing(seen, expect, rng):
    size = capacity(rng)
    keys(rng, size)
    stored = values(rng, size)
    stored[1] = stored[-1] = stored[0]
    expect(seen.left, "values left").equals(stored)


@case
def long_history(seen, expect, rng):
    size = capacity(rng)
    results, _ = replay(size, history(rng, keys(rng, size * 2), 600))
    expect(seen.results, "results of every get").equals(results)


@case
def stored_none(seen, expect, rng):
    capacity(rng), keys(rng, 3)
    expect(seen.stored, "stored None, asked with a default").equals([None, None])
    expect(seen.missing, "missing, asked with a default").equals(values(rng, 1)[0])


@case
def in_does_not_refresh(seen, expect, rng):
    size = capacity(rng)
    keys(rng, size + 1)
    expect(seen.known, "membership").equals([True, False, True])
    expect(seen.left, "values left").equals([None] + values(rng, size + 1)[1:])


@case
def capacity_one(seen, expect, rng):
    keys(rng, 2)
    a, b, c = values(rng, 3)
    expect(seen.left, "values left after each put").equals([[a, None], [b, None], [None, c], [a, None]])


@case
def never_above_capacity(seen, expect, rng):
    size = capacity(rng)
    _, lengths = replay(size, history(rng, keys(rng, size * 3), 200))
    expect(seen.lengths, "len() after each call").equals(lengths)


@case
def refuses_capacity(seen, expect, rng):
    rng.randint(1, 99), keys(rng, 1)
    expect(seen.zero, "capacity zero").raises("ValueError")
    expect(seen.negative, "negative capacity").raises("ValueError")
    expect(seen.one, "value in a cache of one").equals(values(rng, 1)[0])


@case
def constant_work(seen, expect, rng):
    expect(seen.phases, "phases that came to their end").equals(4)
    expect(seen.first_and_last, "the first and the last key").equals([None, 10_999])
    expect(seen.lookups, "lookups per operation").at_least(0.5)
    expect(seen.growth, "growth of lookups per operation").at_most(2)


@case
def constant_time(seen, expect, rng):
    expect(seen.found, "reads that found their key, and what is left of an evicted one").equals(
        [[1000, None]] * 2
    )
    # How much it grew differs from run to run; whether it did does not.
    expect(seen.growth <= 12, "an operation takes less than 12 times as long in a large cache").equals(True)


@case
def eviction_frees_value(seen, expect, rng):
    size = capacity(rng)
    total = size * 3
    expect(seen.alive, "values alive after each put").equals([min(n, size) for n in range(1, total + 1)])
    expect(seen.left, "values left").equals(list(range(total - size, total)))
