"""Extends lists and records what came back, and what became of the lists that were given."""

from inputs import numbers
from viva.driver import case


@case
def extended_adds(answer, see, rng):
    base, extra = numbers(rng), numbers(rng)
    see.result = answer.extended(base, extra)


@case
def extended_leaves_base(answer, see, rng):
    base, extra = numbers(rng), numbers(rng)
    result = answer.extended(base, extra)
    see.result, see.base, see.extra = result, base, extra


@case
def extends_in_place(answer, see, rng):
    base, extra = numbers(rng), numbers(rng)
    answer.extend_in_place(base, extra)
    see.base = base


@case
def every_alias_sees_it(answer, see, rng):
    base, first, second = numbers(rng), numbers(rng), numbers(rng)
    alias = base
    holder = {"list": base}
    answer.extend_in_place(base, first)
    see.alias_after_first = alias
    answer.extend_in_place(alias, second)
    see.base, see.held = base, holder["list"]


@case
def extended_any_iterable(answer, see, rng):
    base, extra = numbers(rng), numbers(rng)
    see.from_tuple = answer.extended(list(base), tuple(extra))
    see.from_generator = answer.extended(list(base), (number for number in extra))
    see.from_text = answer.extended(list(base), "".join(map(str, extra)))


@case
def in_place_any_iterable(answer, see, rng):
    base, extra = numbers(rng), numbers(rng)
    from_tuple, from_generator, from_text = list(base), list(base), list(base)
    answer.extend_in_place(from_tuple, tuple(extra))
    answer.extend_in_place(from_generator, (number for number in extra))
    answer.extend_in_place(from_text, "".join(map(str, extra)))
    see.from_tuple, see.from_generator, see.from_text = from_tuple, from_generator, from_text


@case
def new_list_for_empty_extra(answer, see, rng):
    base = numbers(rng)
    result = answer.extended(base, [])
    see.result, see.is_base = result, result is base


@case
def tuple_base(answer, see, rng):
    base, extra = tuple(numbers(rng)), numbers(rng)
    see.with_items = answer.extended(base, extra)
    see.with_nothing = answer.extended(base, [])


@case
def extends_by_itself(answer, see, rng):
    base = numbers(rng)
    answer.extend_in_place(base, base)
    see.base = base


@case
def returns_none(answer, see, rng):
    base, extra = numbers(rng), numbers(rng)
    see.returned = answer.extend_in_place(base, extra)
    see.base = base
