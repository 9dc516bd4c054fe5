"""How the items should have been cut."""

from __future__ import annotations

import inputs
from viva.oracle import case


def chunks(items, size):
    """The items in lists of `size`."""
    return [list(items[start : start + size]) for start in range(0, len(items), size)]


def raises(expect, errors, kind):
    """Each of the recorded errors is of that type."""
    for error in errors if isinstance(errors, list) else [errors]:
        expect(error, "error of the call").raises(kind)


@case
def full_chunks(seen, expect, rng):
    expect(seen.four, "four items by two").equals([[1, 2], [3, 4]])
    expect(seen.chunks, "chunks").equals(chunks(*inputs.full(rng)))


@case
def short_last(seen, expect, rng):
    expect(seen.five, "five items by two").equals([[1, 2], [3, 4], [5]])
    expect(seen.chunks, "chunks").equals(chunks(*inputs.ragged(rng)))


@case
def only_a_short_one(seen, expect, rng):
    expect(seen.chunks, "three items by more").equals([[inputs.numbers(rng, 3)]] * 2)


@case
def any_iterable(seen, expect, rng):
    items, size = inputs.full(rng)
    word = chunks(inputs.word(rng, 3 * size), size)
    expect(seen.chunks, "chunks of four iterables").equals([chunks(items, size)] * 3 + [word])


@case
def iterators(seen, expect, rng):
    expect(seen.chunks, "chunks of three iterators").equals([chunks(*inputs.full(rng))] * 3)


@case
def chunks_are_lists(seen, expect, rng):
    count = len(chunks(*inputs.full(rng))) + 3
    expect(seen.lists, "each chunk is a list").equals([True] * count)


@case
def keeps_falsy_items(seen, expect, rng):
    expect(seen.chunks, "chunks").equals(chunks(*inputs.falsy(rng)))


def counted(rng, count):
    """The first chunks of an endless source."""
    size, start = inputs.size(rng), inputs.start(rng)
    return size, chunks(range(start, start + count * size), size)


@case
def endless_source(seen, expect, rng):
    expect(seen.chunks, "the first five chunks").equals(counted(rng, 5)[1])


@case
def size_below_one(seen, expect, rng):
    items, _ = inputs.full(rng)
    raises(expect, seen.errors, "ValueError")
    expect(seen.ones, "chunks of one").equals(chunks(items, 1))


@case
def empty(seen, expect, rng):
    expect(seen.nothing, "chunks of nothing").equals([[], [], [], []])
    expect(seen.something, "chunks of something").equals(chunks(*inputs.full(rng)))


@case
def reads_one_chunk_ahead_at_most(seen, expect, rng):
    size, right = counted(rng, 6)
    expect(seen.given, "the first six chunks").equals(right)
    taken = seen.taken if isinstance(seen.taken, list) else [seen.taken]
    for count, read in enumerate(taken):
        expect(read, f"items read after {count} chunks").at_most((count + 1) * size)


@case
def each_its_own_list(seen, expect, rng):
    right = chunks(*inputs.full(rng))
    expect(seen.kept, "chunks that were kept").equals(right)
    expect(seen.different, "different lists").equals(len(right))
    expect(seen.changed, "chunks when each is changed on arrival").equals(right)


@case
def refuses_float_size(seen, expect, rng):
    raises(expect, seen.errors, "TypeError")
    expect(seen.fine, "chunks of a size that can be").equals(chunks(*inputs.full(rng)))


@case
def refuses_text_size(seen, expect, rng):
    raises(expect, seen.errors, "TypeError")
    expect(seen.fine, "chunks of a size that can be").equals(chunks(*inputs.full(rng)))
