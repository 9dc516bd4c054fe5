"""Has iterables of many kinds cut into chunks, and records the chunks and how far the source was read."""

from __future__ import annotations

import itertools

import inputs
from viva.driver import case, raised, watched

# Chunks without end are cut here.
CHUNKS_MAX = 500


class OnlyIterable:
    """Can be iterated and nothing else."""

    def __init__(self, items):
        self._items = items

    def __iter__(self):
        return iter(self._items)


def cut(chunks):
    """Copies of the chunks, each made when it comes."""
    return [list(chunk) for chunk in itertools.islice(chunks, CHUNKS_MAX)]


@case
def full_chunks(answer, see, rng):
    see.four = cut(answer.chunked([1, 2, 3, 4], 2))
    see.chunks = cut(answer.chunked(*inputs.full(rng)))


@case
def short_last(answer, see, rng):
    see.five = cut(answer.chunked([1, 2, 3, 4, 5], 2))
    see.chunks = cut(answer.chunked(*inputs.ragged(rng)))


@case
def only_a_short_one(answer, see, rng):
    items = inputs.numbers(rng, 3)
    see.chunks = [cut(answer.chunked(items, size)) for size in (4, 100)]


@case
def any_iterable(answer, see, rng):
    items, size = inputs.full(rng)
    word = inputs.word(rng, 3 * size)
    see.chunks = [
        cut(answer.chunked(tuple(items), size)),
        cut(answer.chunked(OnlyIterable(items), size)),
        cut(answer.chunked(dict.fromkeys(items).keys(), size)),
        cut(answer.chunked(word, size)),
    ]


@case
def iterators(answer, see, rng):
    items, size = inputs.full(rng)
    see.chunks = [
        cut(answer.chunked(iter(items), size)),
        cut(answer.chunked((item for item in items), size)),
        cut(answer.chunked(map(abs, items), size)),
    ]


@case
def chunks_are_lists(answer, see, rng):
    items, size = inputs.full(rng)
    chunks = [
        *itertools.islice(answer.chunked(items, size), CHUNKS_MAX),
        *itertools.islice(answer.chunked(inputs.word(rng, 3 * size), size), CHUNKS_MAX),
    ]
    see.lists = [type(chunk) is list for chunk in chunks]


@case
def keeps_falsy_items(answer, see, rng):
    see.chunks = cut(answer.chunked(*inputs.falsy(rng)))


@case
def endless_source(answer, see, rng):
    size, start = inputs.size(rng), inputs.start(rng)
    chunks = iter(answer.chunked(watched(itertools.count(start), limit=2000), size))
    see.chunks = [list(next(chunks)) for _ in range(5)]


@case
def size_below_one(answer, see, rng):
    items, size = inputs.full(rng)
    see.errors = [raised(answer.chunked, items, wrong) for wrong in (0, -1, -size)]
    see.ones = cut(answer.chunked(items, 1))


@case
def empty(answer, see, rng):
    items, size = inputs.full(rng)
    see.nothing = [cut(answer.chunked(source, size)) for source in ([], "", iter(()), OnlyIterable({}))]
    see.something = cut(answer.chunked(items, size))


@case
def reads_one_chunk_ahead_at_most(answer, see, rng):
    size, start = inputs.size(rng), inputs.start(rng)
    source = watched(itertools.count(start), limit=2000)
    result = answer.chunked(source, size)
    chunks, given, taken = iter(result), [], [source.taken]
    for _ in range(6):
        given.append(list(next(chunks)))
        taken.append(source.taken)
    see.given, see.taken = given, taken


@case
def each_its_own_list(answer, see, rng):
    items, size = inputs.full(rng)
    kept = list(itertools.islice(answer.chunked(items, size), CHUNKS_MAX))
    see.kept = [list(chunk) for chunk in kept]
    see.different = len({id(chunk) for chunk in kept})
    changed = []
    for chunk in itertools.islice(answer.chunked(items, size), CHUNKS_MAX):
        changed.append(list(chunk))
        chunk.append("mine")
        chunk.reverse()
        chunk.append("mine too")
    see.changed = changed


@case
def refuses_float_size(answer, see, rng):
    items, size = inputs.full(rng)
    see.errors = [raised(answer.chunked, items, wrong) for wrong in (2.0, float(size), size + 0.5)]
    see.fine = cut(answer.chunked(items, size))


@case
def refuses_text_size(answer, see, rng):
    items, size = inputs.full(rng)
    see.errors = [raised(answer.chunked, items, wrong) for wrong in ("2", str(size))]
    see.fine = cut(answer.chunked(items, size))
