"""Loads objects that can be watched, holds and drops them, and records loads, identities and what lives."""

from __future__ import annotations

from inputs import keys, rounds
from viva.driver import case, forced_switches, in_threads, lifetimes, overlap, raised, without_gc

THREADS = 6
# How long a load lasts, in seconds, unless a second one comes in and so ends the wait.
LOAD_LASTS = 0.15
# An object is dropped at each of the first so many times that a `get` hashes its key.
HASHES = 6


class Loaded:
    """What is loaded: it knows its key and which load made it."""

    def __init__(self, key, load):
        self.key = key
        self.load = load


class Loader:
    """A function for the cache; `keys` are those it was called with, and `census` knows what lives."""

    def __init__(self):
        self.keys = []
        self.census = lifetimes()

    def __call__(self, key):
        self.keys.append(key)
        return self.census.watch(Loaded(key, len(self.keys)))


@case
def gives_what_is_loaded(answer, see, rng):
    load = Loader()
    cache = answer.ObjectCache(load)
    see.loads_before = len(load.keys)
    see.keys = [cache.get(key).key for key in keys(rng, 4)]


@case
def same_while_held(answer, see, rng):
    one, other = keys(rng, 2)
    load = Loader()
    cache = answer.ObjectCache(load)
    first, second = cache.get(one), cache.get(other)
    see.keys = [first.key, second.key]
    see.same = [[cache.get(one) is first, cache.get(other) is second] for _ in range(rounds(rng))]


@case
def loads_once(answer, see, rng):
    names, times = keys(rng, 3), rounds(rng)
    load = Loader()
    cache = answer.ObjectCache(load)
    held = [cache.get(name) for _ in range(times) for name in names]
    see.keys = [loaded.key for loaded in held[: len(names)]]
    see.loads = load.keys


@case
def forgets_when_dropped(answer, see, rng):
    kept, *names = keys(rng, 4)
    load = Loader()
    with without_gc():
        cache = answer.ObjectCache(load)
        mine = cache.get(kept)
        held = [cache.get(name) for name in names]
        alive = [load.census.alive]
        while held:
            held.pop()
            alive.append(load.census.alive)
        see.alive, see.is_mine = alive, cache.get(kept) is mine


@case
def loads_again(answer, see, rng):
    name, times = keys(rng, 1)[0], rounds(rng)
    load = Loader()
    seen = []
    with without_gc():
        cache = answer.ObjectCache(load)
        for _ in range(times):
            loaded = cache.get(name)
            seen.append([loaded.key, loaded.load, cache.get(name) is loaded])
            del loaded
    see.seen, see.loads = seen, len(load.keys)


@case
def counts_the_living(answer, see, rng):
    names = keys(rng, rounds(rng))
    with without_gc():
        cache = answer.ObjectCache(Loader())
        lengths, held = [len(cache)], []
        for name in names:
            held.append(cache.get(name))
            cache.get(name)
            lengths.append(len(cache))
        while held:
            held.pop(0)
            lengths.append(len(cache))
        see.lengths = lengths


@case
def threads_load_once(answer, see, rng):
    names = keys(rng, 2)
    meters = {name: overlap(wanted=2, patience=LOAD_LASTS) for name in names}

    def load(key):
        with meters[key]:
            return Loaded(key, meters[key].total)

    cache = answer.ObjectCache(load)
    with forced_switches():
        held = in_threads(THREADS, lambda index: cache.get(names[index % 2]))
    see.errors = [loaded for loaded in held if isinstance(loaded, BaseException)]
    see.loads = [meters[name].total for name in names]
    see.same = [loaded is held[index % 2] for index, loaded in enumerate(held)]


class Key:
    """A key that calls `hashed` whenever it is hashed."""

    def __init__(self, name, hashed=None):
        self.name = name
        self._hashed = hashed

    def __hash__(self):
        if self._hashed is not None:
            self._hashed()
        return hash(self.name)

    def __eq__(self, other):
        return isinstance(other, Key) and self.name == other.name


@case
def dies_in_the_middle(answer, see, rng):
    """The last holder lets go while a get looks its key up, for the first time, the second and so on.

    So it goes when another thread drops the object between two steps of the get.
    """
    name = keys(rng, 1)[0]
    cache = answer.ObjectCache(Loader())
    see.found = [dropped_at(cache, name, hashes) for hashes in range(1, HASHES + 1)]


def dropped_at(cache, name, hashes):
    """The name of the object that a get gives although its last holder lets go at that hashing of the key."""
    held = [cache.get(Key(name))]
    times = 0

    def hashed():
        nonlocal times
        times += 1
        if times == hashes:
            held.clear()

    return cache.get(Key(name, hashed)).key.name


@case
def error_not_cached(answer, see, rng):
    name, other = keys(rng, 2)
    failures = rounds(rng)
    calls = []

    def load(key):
        calls.append(key)
        if len(calls) <= failures:
            raise OSError(f"load {len(calls)} failed")
        return Loaded(key, len(calls))

    cache = answer.ObjectCache(load)
    see.errors = [raised(cache.get, name) for _ in range(failures)]
    see.length = len(cache)
    first, second = cache.get(name), cache.get(other)
    see.seen = [[first.key, first.load], [second.key, second.load], cache.get(name) is first]


class Slotted:
    """An object of a class that left no room for weak references."""

    __slots__ = ("name",)


@case
def refuses_what_cannot_be_weak(answer, see, rng):
    name = keys(rng, 1)[0]
    things = [rng.randint(10**6, 10**9), f"text {rng.random()}", [1, 2], {}, None, Slotted()]
    see.errors = [raised(answer.ObjectCache(lambda _, thing=thing: thing).get, name) for thing in things]
    see.good = answer.ObjectCache(Loader()).get(name).key
