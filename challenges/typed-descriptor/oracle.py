"""What the attributes should have kept and refused."""

from __future__ import annotations

import inputs
from viva.oracle import case

MISFITS = 10


def parts(seen, count):
    """The recorded items, or as many of nothing where they were not recorded."""
    return seen if isinstance(seen, list) and len(seen) == count else [seen] * count


def numbers(rng, count):
    """The next values that were drawn for an attribute of kind int."""
    return [inputs.value_of(rng, int) for _ in range(count)]


@case
def accepts(seen, expect, rng):
    inputs.names(rng, 1)
    kinds = inputs.kinds(rng)
    values = [inputs.value_of(rng, kind) for kind in kinds for _ in range(2)]
    expect(seen.read, "values read back").equals(values)
    expect(seen.guarded, "the attribute is a data descriptor").equals([True] * len(kinds))


@case
def refuses(seen, expect, rng):
    for error in parts(seen.errors, MISFITS):
        expect(error, "error").raises("TypeError")


@case
def refusal_changes_nothing(seen, expect, rng):
    inputs.names(rng, 1)
    values = [inputs.value_of(rng, kind) for kind, _ in inputs.misfits(rng)]
    expect(seen.refused, "refused").equals([True] * MISFITS)
    expect(seen.read, "values afterwards").equals(values)


@case
def per_instance(seen, expect, rng):
    inputs.names(rng, 1)
    first, _, third, fourth, second = numbers(rng, 5)
    expect(seen.read, "values of four instances").equals([first, second, third, fourth])
    expect(seen.guarded, "the attribute is a data descriptor").is_true()


@case
def names_the_attribute(seen, expect, rng):
    for error, name in zip(parts(seen.errors, 3), inputs.names(rng, 3)):  # noqa: B905
        expect(error, "error").raises("TypeError", containing=name)


@case
def names_the_type(seen, expect, rng):
    inputs.names(rng, 1)
    kinds = [inputs.own_kind(rng), inputs.own_kind(rng), *inputs.kinds(rng)]
    for error, kind in zip(parts(seen.errors, len(kinds)), kinds):  # noqa: B905
        expect(error, "error").raises("TypeError", containing=kind.__name__)


@case
def class_access(seen, expect, rng):
    inputs.names(rng, 2)
    expect(seen.itself, "the class gives the descriptor").equals([True, True])
    expect(seen.read, "value of an instance").equals(*numbers(rng, 1))


@case
def two_attributes(seen, expect, rng):
    inputs.names(rng, 3)
    values = [inputs.value_of(rng, kind) for kind in (int, str, int)]
    expect(seen.refused, "each refuses the other's type").equals([True, True])
    expect(seen.read, "values of three attributes").equals(values)


@case
def unset(seen, expect, rng):
    inputs.names(rng, 1)
    expect(seen.before, "error before it is set").raises("AttributeError")
    expect(seen.read, "value after it is set").equals(*numbers(rng, 1))
    expect(seen.of_another, "error of another instance").raises("AttributeError")


@case
def instance_freed(seen, expect, rng):
    inputs.names(rng, 1)
    expect(seen.read, "value").equals(*numbers(rng, 1))
    expect(seen.freed, "the dropped instance is freed").is_true()


@case
def value_freed(seen, expect, rng):
    expect(seen.kept, "value kept while its instance lives").is_true()
    expect(seen.freed, "value freed with its instance").is_true()


def values_of_equals(seen, expect, rng):
    inputs.names(rng, 1)
    expect(seen.read, "values of three equal instances").equals(numbers(rng, 3))


@case
def equal_instances(seen, expect, rng):
    values_of_equals(seen, expect, rng)


@case
def unhashable_instances(seen, expect, rng):
    values_of_equals(seen, expect, rng)


@case
def empty_slots(seen, expect, rng):
    inputs.names(rng, 1)
    ordinary, *values = numbers(rng, 3)
    expect(seen.ordinary, "value on an ordinary class").equals(ordinary)
    outcomes = zip(parts(seen.refused, 2), parts(seen.errors, 2), parts(seen.read, 2), values)  # noqa: B905
    for refused, error, read, value in outcomes:
        if refused is True:
            expect(refused, "assignment raises TypeError or AttributeError").is_true()
        else:
            expect(error, "error of the assignment").is_none()
            expect(read, "value read back").equals(value)


@case
def deletion(seen, expect, rng):
    inputs.names(rng, 1)
    _, other, again = numbers(rng, 3)
    expect(seen.deleted, "error after deletion").raises("AttributeError")
    expect(seen.other, "value of another instance").equals(other)
    expect(seen.again, "value when set again").equals(again)


@case
def owners_subclasses(seen, expect, rng):
    inputs.names(rng, 2)
    values = [inputs.value_of(rng, kind) for kind in (int, str, int)]
    for error in parts(seen.errors, 2):
        expect(error, "error in a subclass").raises("TypeError")
    expect(seen.read, "values of a subclass and of its parent").equals(values)


@case
def kinds_subclasses(seen, expect, rng):
    expect(seen.found, "instances of subclasses read back").equals([True] * 4)
    expect(seen.of_the_base, "error for an instance of the base").raises("TypeError")


@case
def bool_is_no_int(seen, expect, rng):
    for error in parts(seen.errors, 2):
        expect(error, "error for a bool").raises("TypeError")
    expect(seen.read, "ints read back").equals([0, 1])


@case
def bool_itself(seen, expect, rng):
    expect(seen.read, "bools read back").equals([True, False])
    expect(seen.error, "error for an int").raises("TypeError")
