"""What the lists should hold."""

from inputs import numbers
from viva.oracle import case


@case
def extended_adds(seen, expect, rng):
    base, extra = numbers(rng), numbers(rng)
    expect(seen.result, "result").equals(base + extra)


@case
def extended_leaves_base(seen, expect, rng):
    base, extra = numbers(rng), numbers(rng)
    expect(seen.result, "result").equals(base + extra)
    expect(seen.base, "base afterwards").equals(base)
    expect(seen.extra, "extra afterwards").equals(extra)


@case
def extends_in_place(seen, expect, rng):
    base, extra = numbers(rng), numbers(rng)
    expect(seen.base, "base afterwards").equals(base + extra)


@case
def every_alias_sees_it(seen, expect, rng):
    base, first, second = numbers(rng), numbers(rng), numbers(rng)
    expect(seen.alias_after_first, "another name, after the first call").equals(base + first)
    expect(seen.base, "base, after a call by the other name").equals(base + first + second)
    expect(seen.held, "the list held by a dict").equals(base + first + second)


def each_iterable(seen, expect, rng):
    """Checks the three kinds of extra."""
    base, extra = numbers(rng), numbers(rng)
    expect(seen.from_tuple, "from a tuple").equals(base + extra)
    expect(seen.from_generator, "from a generator").equals(base + extra)
    expect(seen.from_text, "from a text").equals(base + list("".join(map(str, extra))))


@case
def extended_any_iterable(seen, expect, rng):
    each_iterable(seen, expect, rng)


@case
def in_place_any_iterable(seen, expect, rng):
    each_iterable(seen, expect, rng)


@case
def new_list_for_empty_extra(seen, expect, rng):
    expect(seen.result, "result").equals(numbers(rng))
    expect(seen.is_base, "base itself came back").is_false()


@case
def tuple_base(seen, expect, rng):
    base, extra = numbers(rng), numbers(rng)
    expect(seen.with_items, "a tuple and a list").equals(base + extra)
    expect(seen.with_nothing, "a tuple and an empty list").equals(base)


@case
def extends_by_itself(seen, expect, rng):
    base = numbers(rng)
    expect(seen.base, "the list afterwards").equals(base + base)


@case
def returns_none(seen, expect, rng):
    base, extra = numbers(rng), numbers(rng)
    expect(seen.returned, "what was returned").is_none()
    expect(seen.base, "base afterwards").equals(base + extra)
