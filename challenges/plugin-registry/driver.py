"""Defines plugins, asks for their names, makes them, and records what came."""

from __future__ import annotations

from types import new_class

from inputs import class_names, plugin_names
from viva.driver import attempt, case, raised


def define(bases, class_name, own_name=None, **keywords):
    """Runs a class statement: this name, these bases, and a `name` in the body when there is one."""
    bases = bases if isinstance(bases, tuple) else (bases,)

    def body(namespace):
        namespace["__module__"] = "plugins"
        if own_name is not None:
            namespace["name"] = own_name

    return new_class(class_name, bases, keywords, body)


def is_made_of(answer, name, kind):
    """Whether create makes an instance of exactly this class."""
    return type(answer.Plugin.create(name)) is kind


@case
def names_listed(answer, see, rng):
    see.at_first = answer.Plugin.names()
    kept = [define(answer.Plugin, name) for name in sorted(class_names(rng, 4))]
    see.names, see.kept = answer.Plugin.names(), len(kept)


@case
def names_sorted(answer, see, rng):
    drawn, lists, kept = class_names(rng, 5), [], []
    for name in sorted(drawn, reverse=True):
        kept.append(define(answer.Plugin, name))
        lists.append(list(answer.Plugin.names()))
    see.lists, see.is_list, see.kept = lists, isinstance(answer.Plugin.names(), list), len(kept)


@case
def creates_instance(answer, see, rng):
    kinds = {name.lower(): define(answer.Plugin, name) for name in class_names(rng, 4)}
    see.right = [is_made_of(answer, name, kind) for name, kind in kinds.items()]
    name = next(iter(kinds))
    see.same_twice = answer.Plugin.create(name) is answer.Plugin.create(name)


@case
def explicit_name(answer, see, rng):
    class_name, name = class_names(rng, 1)[0], plugin_names(rng, 1)[0]
    kind = define(answer.Plugin, class_name, name)
    see.names = answer.Plugin.names()
    see.right = is_made_of(answer, name, kind)


@case
def parents_name(answer, see, rng):
    (first, second), (name,) = class_names(rng, 2), plugin_names(rng, 1)
    parent = define(answer.Plugin, first, name)
    child = define(parent, second)
    see.names = answer.Plugin.names()
    see.right = [is_made_of(answer, name, parent), is_made_of(answer, second.lower(), child)]


@case
def mixins_name(answer, see, rng):
    (first, second), (name,) = class_names(rng, 2), plugin_names(rng, 1)
    mixin = type("Mixin", (), {"name": name})
    one, other = define((mixin, answer.Plugin), first), define((answer.Plugin, mixin), second)
    see.names = answer.Plugin.names()
    see.right = [is_made_of(answer, first.lower(), one), is_made_of(answer, second.lower(), other)]


def duplicates(answer, rng):
    """Defines two plugins and then others by their names; the first ones, and what the others raised."""
    (first, second, third), (name,) = class_names(rng, 3), plugin_names(rng, 1)
    kept = {first.lower(): define(answer.Plugin, first), name: define(answer.Plugin, second, name)}
    outcomes = [
        attempt(define, answer.Plugin, third, name),
        attempt(define, answer.Plugin, third, first.lower()),
        attempt(define, answer.Plugin, first),
    ]
    return kept, outcomes


@case
def duplicate_refused(answer, see, rng):
    kept, outcomes = duplicates(answer, rng)
    see.errors = [outcome.error for outcome in outcomes]
    see.names = answer.Plugin.names()


@case
def first_stays(answer, see, rng):
    kept, outcomes = duplicates(answer, rng)
    see.refused = [not outcome.returned for outcome in outcomes]
    see.right = [is_made_of(answer, name, kind) for name, kind in kept.items()]
    see.names = answer.Plugin.names()


@case
def unknown_name(answer, see, rng):
    (first, second), (name,) = class_names(rng, 2), plugin_names(rng, 1)
    kind = define(answer.Plugin, first)
    see.errors = [raised(answer.Plugin.create, unknown) for unknown in (name, second.lower())]
    see.right = is_made_of(answer, first.lower(), kind)


@case
def options_reach(answer, see, rng):
    (class_name,), (host, port) = class_names(rng, 1), plugin_names(rng, 2)

    def remember(self, host, *, port=None):
        self.options = [host, port]

    kind = define(answer.Plugin, class_name)
    kind.__init__ = remember
    see.both = answer.Plugin.create(class_name.lower(), host=host, port=port).options
    see.one = answer.Plugin.create(class_name.lower(), host=port).options


def of_subclass(answer, see, rng, own_name):
    (first, second, third), (name,) = class_names(rng, 3), plugin_names(rng, 1)
    parent = define(answer.Plugin, first, name if own_name else None)
    child = define(parent, second)
    grandchild = define(child, third)
    see.names = answer.Plugin.names()
    see.right = [is_made_of(answer, second.lower(), child), is_made_of(answer, third.lower(), grandchild)]


@case
def subclass_of_named(answer, see, rng):
    of_subclass(answer, see, rng, True)


@case
def subclass_of_unnamed(answer, see, rng):
    of_subclass(answer, see, rng, False)


@case
def abstract_class(answer, see, rng):
    (first, second, third), (name,) = class_names(rng, 3), plugin_names(rng, 1)
    kept = [define(answer.Plugin, first, abstract=True), define(answer.Plugin, second, name, abstract=True)]
    kind = define(answer.Plugin, third)
    see.names, see.kept = answer.Plugin.names(), len(kept)
    see.errors = [raised(answer.Plugin.create, unknown) for unknown in (first.lower(), name)]
    see.right = is_made_of(answer, third.lower(), kind)


@case
def abstract_is_not_inherited(answer, see, rng):
    (first, second, third), (name,) = class_names(rng, 3), plugin_names(rng, 1)
    middle = define(answer.Plugin, first, abstract=True)
    one, other = define(middle, second), define(middle, third, name)
    see.names = [name for name in answer.Plugin.names() if name != first.lower()]
    see.right = [is_made_of(answer, second.lower(), one), is_made_of(answer, name, other)]


@case
def names_are_a_copy(answer, see, rng):
    drawn = class_names(rng, 3)
    kinds = {name.lower(): define(answer.Plugin, name) for name in drawn}
    handed = answer.Plugin.names()
    for change in (
        lambda: handed.append("other"),
        lambda: handed.remove(drawn[0].lower()),
        lambda: handed.clear(),
    ):
        raised(change)
    see.names = answer.Plugin.names()
    see.right = [is_made_of(answer, name, kind) for name, kind in kinds.items()]
