"""Which names should have been listed, and what should have been made or refused."""

from __future__ import annotations

from inputs import class_names, plugin_names
from viva.oracle import case


def lowered(names):
    return sorted(name.lower() for name in names)


@case
def names_listed(seen, expect, rng):
    expect(seen.at_first, "names at first").equals([])
    expect(seen.names, "names").same_items(lowered(class_names(rng, 4)))


@case
def names_sorted(seen, expect, rng):
    drawn = sorted(class_names(rng, 5), reverse=True)
    expect(seen.lists, "names after each class").equals([lowered(drawn[: n + 1]) for n in range(5)])
    expect(seen.is_list, "it is a list").is_true()


@case
def creates_instance(seen, expect, rng):
    expect(seen.right, "made of the right class").equals([True] * 4)
    expect(seen.same_twice, "the same instance twice").is_false()


@case
def explicit_name(seen, expect, rng):
    class_names(rng, 1)
    expect(seen.names, "names").equals(plugin_names(rng, 1))
    expect(seen.right, "made of the right class").is_true()


@case
def parents_name(seen, expect, rng):
    (_, second), (name,) = class_names(rng, 2), plugin_names(rng, 1)
    expect(seen.names, "names").same_items([second.lower(), name])
    expect(seen.right, "made of the right class").equals([True, True])


@case
def mixins_name(seen, expect, rng):
    expect(seen.names, "names").same_items(lowered(class_names(rng, 2)))
    expect(seen.right, "made of the right class").equals([True, True])


def kept(rng):
    (first, _, _), (name,) = class_names(rng, 3), plugin_names(rng, 1)
    return [first.lower(), name]


@case
def duplicate_refused(seen, expect, rng):
    for error in seen.errors or [None]:
        expect(error, "error of the class statement").raises("ValueError")
    for name in kept(rng):
        expect(seen.names, "names").contains(name)


@case
def first_stays(seen, expect, rng):
    expect(seen.refused, "the others were refused").equals([True] * 3)
    expect(seen.right, "made of the first class").equals([True, True])
    expect(seen.names, "names").same_items(kept(rng))


@case
def unknown_name(seen, expect, rng):
    (_, second), (name,) = class_names(rng, 2), plugin_names(rng, 1)
    errors = seen.errors if isinstance(seen.errors, list) else [seen.errors] * 2
    expect(errors[0], "error for an unknown name").raises("KeyError", containing=name)
    expect(errors[1], "error for another unknown name").raises("KeyError", containing=second.lower())
    expect(seen.right, "a known one is made").is_true()


@case
def options_reach(seen, expect, rng):
    class_names(rng, 1)
    host, port = plugin_names(rng, 2)
    expect(seen.both, "two options").equals([host, port])
    expect(seen.one, "one option").equals([port, None])


def of_subclass(seen, expect, rng, own_name):
    (first, second, third), (name,) = class_names(rng, 3), plugin_names(rng, 1)
    expect(seen.names, "names").same_items(
        [name if own_name else first.lower(), second.lower(), third.lower()]
    )
    expect(seen.right, "made of the right class").equals([True, True])


@case
def subclass_of_named(seen, expect, rng):
    of_subclass(seen, expect, rng, True)


@case
def subclass_of_unnamed(seen, expect, rng):
    of_subclass(seen, expect, rng, False)


@case
def abstract_class(seen, expect, rng):
    _, _, third = class_names(rng, 3)
    expect(seen.names, "names").equals([third.lower()])
    for error in seen.errors or [None]:
        expect(error, "error of making an abstract one").raises("KeyError")
    expect(seen.right, "the concrete one is made").is_true()


@case
def abstract_is_not_inherited(seen, expect, rng):
    (_, second, _), (name,) = class_names(rng, 3), plugin_names(rng, 1)
    expect(seen.names, "names but the abstract one's").same_items([second.lower(), name])
    expect(seen.right, "made of the right class").equals([True, True])


@case
def names_are_a_copy(seen, expect, rng):
    expect(seen.names, "names afterwards").same_items(lowered(class_names(rng, 3)))
    expect(seen.right, "made of the right class").equals([True] * 3)
