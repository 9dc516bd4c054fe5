"""What a cache that holds nothing itself gives, and how often it loads."""

from __future__ import annotations

from inputs import keys, rounds
from viva.oracle import case

THREADS = 6
HASHES = 6
# What cannot be weakly referenced, by type; a text is clear when it names the type or the trouble.
KINDS = ("int", "str", "list", "dict", "None", "Slotted")


@case
def gives_what_is_loaded(seen, expect, rng):
    expect(seen.loads_before, "loads before the first get").equals(0)
    expect(seen.keys, "keys of the objects").equals(keys(rng, 4))


@case
def same_while_held(seen, expect, rng):
    expect(seen.keys, "keys of the objects").equals(keys(rng, 2))
    expect(seen.same, "the held object came back").equals([[True, True]] * rounds(rng))


@case
def loads_once(seen, expect, rng):
    names = keys(rng, 3)
    expect(seen.keys, "keys of the objects").equals(names)
    expect(seen.loads, "keys that were loaded").equals(names)


@case
def forgets_when_dropped(seen, expect, rng):
    expect(seen.alive, "objects alive after each was dropped").equals([4, 3, 2, 1])
    expect(seen.is_mine, "the object still held came back").is_true()


@case
def loads_again(seen, expect, rng):
    name, times = keys(rng, 1)[0], rounds(rng)
    expect(seen.seen, "key, number of the load, same while held").equals(
        [[name, load, True] for load in range(1, times + 1)]
    )
    expect(seen.loads, "loads").equals(times)


@case
def counts_the_living(seen, expect, rng):
    count = len(keys(rng, rounds(rng)))
    expect(seen.lengths, "len() after each get and each drop").equals(
        [*range(count + 1), *range(count - 1, -1, -1)]
    )


@case
def threads_load_once(seen, expect, rng):
    expect(seen.errors, "errors in threads").equals([])
    expect(seen.loads, "loads of each key").equals([1, 1])
    expect(seen.same, "every thread got its key's one object").equals([True] * THREADS)


@case
def dies_in_the_middle(seen, expect, rng):
    expect(seen.found, "what was found").equals(keys(rng, 1) * HASHES)


@case
def error_not_cached(seen, expect, rng):
    name, other = keys(rng, 2)
    failures = rounds(rng)
    for place in range(failures):
        expect(nth(seen.errors, place), f"error {place + 1}").raises(
            "OSError", containing=f"load {place + 1} failed"
        )
    expect(seen.length, "len() after the errors").equals(0)
    expect(seen.seen, "what was loaded afterwards").equals(
        [[name, failures + 1], [other, failures + 2], True]
    )


@case
def refuses_what_cannot_be_weak(seen, expect, rng):
    for place, kind in enumerate(KINDS):
        error = nth(seen.errors, place)
        expect(error, f"error for one of type {kind}").raises("TypeError")
        expect(is_clear(error, kind), f"its text names the trouble or the type {kind}").is_true()
    expect(seen.good, "key of an object that can be weakly referenced").equals(keys(rng, 1)[0])


def nth(items, place):
    """The item at that place; None where there is none."""
    return items[place] if isinstance(items, list) and place < len(items) else None


def is_clear(error, kind):
    """Whether the text of an error says what is wrong."""
    text = getattr(error, "text", None)
    return isinstance(text, str) and any(word in text.lower() for word in ("weak", "reference", kind.lower()))
