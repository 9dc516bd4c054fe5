"""Fills caches, asks them, and records what is left, what it cost, and what still lives."""

from __future__ import annotations

from time import thread_time

from inputs import capacity, history, keys, values
from viva.driver import Counts, case, counting_key, lifetimes, raised, without_gc

SMALL, LARGE = 100, 10_000
# Lookups after which it is given up: far above what constant work needs.
LOOKUPS_MAX = 2_000_000
ROUNDS, OPERATIONS = 5, 200


def filled(answer, size, pairs):
    """A cache with these pairs put in, in order."""
    cache = answer.LRUCache(size)
    for key, value in pairs:
        cache.put(key, value)
    return cache


def left(cache, names):
    """The value of each key, None where it is gone. Reading evicts nothing."""
    return [cache.get(name) for name in names]


@case
def stores_and_returns(answer, see, rng):
    size = capacity(rng)
    names, stored = keys(rng, size), values(rng, size)
    cache = filled(answer, size, zip(names, stored))
    see.values = left(cache, names)


@case
def default_for_missing(answer, see, rng):
    size = capacity(rng)
    names, stored, fallback = keys(rng, 2), values(rng, 1), values(rng, 1)[0]
    cache = filled(answer, size, zip(names, stored))
    see.without = cache.get(names[1])
    see.by_position = cache.get(names[1], fallback)
    see.by_keyword = cache.get(names[1], default=fallback)
    see.present = cache.get(names[0], fallback)


@case
def counts_entries(answer, see, rng):
    size = capacity(rng)
    names, stored = keys(rng, size), values(rng, size)
    cache = answer.LRUCache(size)
    lengths = [len(cache)]
    for name, value in zip(names, stored):
        cache.put(name, value)
        lengths.append(len(cache))
    see.lengths = lengths


@case
def knows_its_keys(answer, see, rng):
    size = capacity(rng)
    names, stored = keys(rng, size + 2), values(rng, size)
    cache = filled(answer, size, zip(names, stored))
    see.known = [name in cache for name in names]


@case
def evicts_oldest(answer, see, rng):
    size = capacity(rng)
    names, stored = keys(rng, size + 2), values(rng, size + 2)
    see.left = left(filled(answer, size, zip(names, stored)), names)


@case
def get_refreshes(answer, see, rng):
    size = capacity(rng)
    names, stored = keys(rng, size + 2), values(rng, size + 2)
    pairs = list(zip(names, stored))
    cache = filled(answer, size, pairs[:size])
    see.read = cache.get(names[0])
    for name, value in pairs[size:]:
        cache.put(name, value)
    see.left = left(cache, names)


@case
def put_updates(answer, see, rng):
    size = capacity(rng)
    names, stored = keys(rng, size - 1), values(rng, size)
    cache = filled(answer, size, zip(names, stored))
    cache.put(names[0], stored[-1])
    see.left = left(cache, names)


@case
def put_refreshes(answer, see, rng):
    size = capacity(rng)
    names, stored = keys(rng, size + 1), values(rng, size + 2)
    cache = filled(answer, size, zip(names[:size], stored))
    cache.put(names[0], stored[-1])
    cache.put(names[size], stored[size])
    see.left = [value is not None for value in left(cache, names)]


@case
def update_evicts_nothing(answer, see, rng):
    size = capacity(rng)
    names, stored = keys(rng, size), values(rng, size)
    cache = filled(answer, size, zip(names, stored))
    for name in (names[-1], names[1], names[1]):
        cache.put(name, stored[0])
    see.left = left(cache, names)


@case
def long_history(answer, see, rng):
    size = capacity(rng)
    cache = answer.LRUCache(size)
    results = []
    for name, *call in history(rng, keys(rng, size * 2), 600):
        if name == "put":
            cache.put(*call)
        else:
            results.append(cache.get(*call))
    see.results = results


@case
def stored_none(answer, see, rng):
    size = capacity(rng)
    names, fallback = keys(rng, 3), values(rng, 1)[0]
    cache = filled(answer, size, [(names[0], None), (names[1], fallback)])
    cache.put(names[1], None)
    see.stored = [cache.get(names[0], fallback), cache.get(names[1], fallback)]
    see.missing = cache.get(names[2], fallback)


@case
def in_does_not_refresh(answer, see, rng):
    size = capacity(rng)
    names, stored = keys(rng, size + 1), values(rng, size + 1)
    cache = filled(answer, size, zip(names[:size], stored))
    see.known = [names[0] in cache, names[-1] in cache, names[0] in cache]
    cache.put(names[-1], stored[-1])
    see.left = left(cache, names)


@case
def capacity_one(answer, see, rng):
    names, stored = keys(rng, 2), values(rng, 3)
    cache = answer.LRUCache(1)
    seen = []
    for name, value in (
        (names[0], stored[0]),
        (names[0], stored[1]),
        (names[1], stored[2]),
        (names[0], stored[0]),
    ):
        cache.put(name, value)
        seen.append(left(cache, names))
    see.left = seen


@case
def never_above_capacity(answer, see, rng):
    size = capacity(rng)
    cache = answer.LRUCache(size)
    lengths = []
    for name, *call in history(rng, keys(rng, size * 3), 200):
        if name == "put":
            cache.put(*call)
        else:
            cache.get(*call)
        lengths.append(len(cache))
    see.lengths = lengths


@case
def refuses_capacity(answer, see, rng):
    negative = -rng.randint(1, 99)
    name, value = keys(rng, 1)[0], values(rng, 1)[0]
    see.zero, see.negative = raised(answer.LRUCache, 0), raised(answer.LRUCache, negative)
    see.one = filled(answer, 1, [(name, value)]).get(name)


def lookups(answer, size):
    """Hashes and comparisons of keys for one operation, over phases that grow with the size.

    And how many phases came to their end, and what is left of the first and the last key.
    """
    counts = Counts()
    cache = answer.LRUCache(size)
    half, more = size // 2, size // 10
    phases = (
        (range(size), cache.put),
        (range(half, size), lambda key, _: cache.get(key)),
        (range(size, size + more), cache.put),
        (range(half, size), cache.put),
    )
    done = 0
    for ended, (numbers, operate) in enumerate(phases):
        for number in numbers:
            # A new object each time, so that identity never saves a comparison.
            operate(counting_key(number, counts), number)
            done += 1
            if counts.total > LOOKUPS_MAX:
                return counts.total / done, ended, None
    first_and_last = left(cache, [counting_key(0, counts), counting_key(size + more - 1, counts)])
    return counts.total / done, len(phases), first_and_last


@case
def constant_work(answer, see, rng):
    few, _, _ = lookups(answer, SMALL)
    many, see.phases, see.first_and_last = lookups(answer, LARGE)
    see.lookups = few
    # One more on both sides, so that next to no work does not make noise look like growth.
    see.growth = (many + 1) / (few + 1)


def fastest_round(answer, size):
    """Seconds of CPU of the fastest of several rounds of reads and evictions in a full cache.

    And how many reads found their key, and what is left of the first one.
    """
    cache = filled(answer, size, ((number, number) for number in range(size)))
    number = size
    rounds, hits = [], 0
    for _ in range(ROUNDS):
        before = thread_time()
        for _ in range(OPERATIONS):
            hits += cache.get(number - size // 2) is not None
            cache.put(number, number)
            number += 1
        rounds.append(thread_time() - before)
    return min(rounds), hits, cache.get(0)


@case
def constant_time(answer, see, rng):
    few, *found_few = fastest_round(answer, SMALL)
    many, *found_many = fastest_round(answer, LARGE)
    see.growth = many / few
    see.found = [found_few, found_many]


class Value:
    """A value whose end can be seen."""

    def __init__(self, number):
        self.number = number


@case
def eviction_frees_value(answer, see, rng):
    size = capacity(rng)
    names = keys(rng, size * 3)
    census = lifetimes()
    with without_gc():
        cache = answer.LRUCache(size)
        alive = []
        for number, name in enumerate(names):
            cache.put(name, census.watch(Value(number)))
            alive.append(census.alive)
        see.alive = alive
        see.left = [cache.get(name).number for name in names[-size:]]
