"""Puts the descriptor on classes of its own, assigns, deletes, drops, and records what is read back."""

from __future__ import annotations

import gc
from inspect import isdatadescriptor

import inputs
from viva.driver import attempt, case, freed, lifetimes, raised

collect = gc.collect


def owner_of(answer, bases=(), extra=(), **attributes):
    """A new class with an attribute for each name, of the kind given."""
    declared = {name: answer.Typed(kind) for name, kind in attributes.items()}
    return type("Owner", bases, {**dict(extra), **declared})


def in_the_way(owner, *names):
    """Whether what stands in the class has a say when an instance's attribute is assigned."""
    return all(isdatadescriptor(vars(owner)[name]) for name in names)


@case
def accepts(answer, see, rng):
    (name,) = inputs.names(rng, 1)
    read, guarded = [], []
    for kind in inputs.kinds(rng):
        owner = owner_of(answer, **{name: kind})
        instance = owner()
        for _ in range(2):
            setattr(instance, name, inputs.value_of(rng, kind))
            read.append(getattr(instance, name))
        guarded.append(in_the_way(owner, name))
    see.read, see.guarded = read, guarded


@case
def refuses(answer, see, rng):
    (name,) = inputs.names(rng, 1)
    see.errors = [
        raised(setattr, owner_of(answer, **{name: kind})(), name, value)
        for kind, value in inputs.misfits(rng)
    ]


@case
def refusal_changes_nothing(answer, see, rng):
    (name,) = inputs.names(rng, 1)
    refused, read = [], []
    for kind, value in inputs.misfits(rng):
        instance = owner_of(answer, **{name: kind})()
        setattr(instance, name, inputs.value_of(rng, kind))
        refused.append(raised(setattr, instance, name, value) is not None)
        read.append(getattr(instance, name))
    see.refused, see.read = refused, read


@case
def per_instance(answer, see, rng):
    (name,) = inputs.names(rng, 1)
    owner = owner_of(answer, **{name: int})
    instances = [owner() for _ in range(4)]
    for instance in instances:
        setattr(instance, name, inputs.value_of(rng, int))
    setattr(instances[1], name, inputs.value_of(rng, int))
    see.read = [getattr(instance, name) for instance in instances]
    see.guarded = in_the_way(owner, name)


@case
def names_the_attribute(answer, see, rng):
    errors = []
    for name in inputs.names(rng, 3):
        instance = owner_of(answer, **{name: int})()
        errors.append(raised(setattr, instance, name, inputs.Unlike()))
    see.errors = errors


@case
def names_the_type(answer, see, rng):
    (name,) = inputs.names(rng, 1)
    errors = []
    for kind in (inputs.own_kind(rng), inputs.own_kind(rng), *inputs.kinds(rng)):
        instance = owner_of(answer, **{name: kind})()
        errors.append(raised(setattr, instance, name, inputs.Unlike()))
    see.errors = errors


@case
def class_access(answer, see, rng):
    first, second = inputs.names(rng, 2)
    owner = owner_of(answer, **{first: int, second: str})
    instance = owner()
    setattr(instance, first, inputs.value_of(rng, int))
    see.itself = [getattr(owner, name) is vars(owner)[name] for name in (first, second)]
    see.read = getattr(instance, first)


@case
def two_attributes(answer, see, rng):
    first, second, third = inputs.names(rng, 3)
    instance = owner_of(answer, **{first: int, second: str, third: int})()
    setattr(instance, first, inputs.value_of(rng, int))
    setattr(instance, second, inputs.value_of(rng, str))
    setattr(instance, third, inputs.value_of(rng, int))
    see.refused = [
        raised(setattr, instance, first, "text") is not None,
        raised(setattr, instance, second, 7) is not None,
    ]
    see.read = [getattr(instance, name) for name in (first, second, third)]


@case
def unset(answer, see, rng):
    (name,) = inputs.names(rng, 1)
    owner = owner_of(answer, **{name: int})
    instance, other = owner(), owner()
    see.before = raised(getattr, instance, name)
    setattr(instance, name, inputs.value_of(rng, int))
    see.read = getattr(instance, name)
    see.of_another = raised(getattr, other, name)


@case
def instance_freed(answer, see, rng):
    (name,) = inputs.names(rng, 1)
    owner, census = owner_of(answer, **{name: int}), lifetimes()
    instance = census.watch(owner())
    setattr(instance, name, inputs.value_of(rng, int))
    see.read = getattr(instance, name)
    del instance
    collect()
    see.freed = freed(census)


@case
def value_freed(answer, see, rng):
    (name,) = inputs.names(rng, 1)
    owner, census = owner_of(answer, **{name: inputs.Unlike}), lifetimes()
    instance = owner()
    setattr(instance, name, census.watch(inputs.Unlike()))
    see.kept = getattr(instance, name) is not None and not freed(census)
    del instance
    collect()
    see.freed = freed(census)


def values_of_equals(answer, see, rng, extra):
    """What instances that are equal to each other keep."""
    (name,) = inputs.names(rng, 1)
    owner = owner_of(answer, extra=extra, **{name: int})
    instances = [owner() for _ in range(3)]
    for instance in instances:
        setattr(instance, name, inputs.value_of(rng, int))
    see.read = [getattr(instance, name) for instance in instances]


@case
def equal_instances(answer, see, rng):
    extra = {"__eq__": lambda self, other: type(self) is type(other), "__hash__": lambda self: 7}
    values_of_equals(answer, see, rng, extra)


@case
def unhashable_instances(answer, see, rng):
    values_of_equals(answer, see, rng, {"__eq__": lambda self, other: type(self) is type(other)})


@case
def empty_slots(answer, see, rng):
    (name,) = inputs.names(rng, 1)
    ordinary = owner_of(answer, **{name: int})()
    setattr(ordinary, name, inputs.value_of(rng, int))
    see.ordinary = getattr(ordinary, name)
    owner = owner_of(answer, extra={"__slots__": ()}, **{name: int})
    instances = [owner(), owner()]
    errors = [raised(setattr, instance, name, inputs.value_of(rng, int)) for instance in instances]
    see.errors = errors
    see.refused = [isinstance(error, (TypeError, AttributeError)) for error in errors]
    see.read = [attempt(getattr, instance, name).value for instance in instances]


@case
def deletion(answer, see, rng):
    (name,) = inputs.names(rng, 1)
    owner = owner_of(answer, **{name: int})
    instance, other = owner(), owner()
    setattr(instance, name, inputs.value_of(rng, int))
    setattr(other, name, inputs.value_of(rng, int))
    delattr(instance, name)
    see.deleted = raised(getattr, instance, name)
    see.other = getattr(other, name)
    setattr(instance, name, inputs.value_of(rng, int))
    see.again = getattr(instance, name)


@case
def owners_subclasses(answer, see, rng):
    first, second = inputs.names(rng, 2)
    owner = owner_of(answer, **{first: int})
    instance = owner_of(answer, bases=(owner,), **{second: str})()
    see.errors = [raised(setattr, instance, first, "text"), raised(setattr, instance, second, 7)]
    setattr(instance, first, inputs.value_of(rng, int))
    setattr(instance, second, inputs.value_of(rng, str))
    parent = owner()
    setattr(parent, first, inputs.value_of(rng, int))
    see.read = [getattr(instance, first), getattr(instance, second), getattr(parent, first)]


@case
def kinds_subclasses(answer, see, rng):
    (name,) = inputs.names(rng, 1)
    kind = inputs.own_kind(rng)
    below = type("Below", (kind,), {})
    further_below = type("FurtherBelow", (below,), {})
    pairs = [(kind, below()), (kind, further_below()), (int, inputs.Level.HIGH), (below, further_below())]
    found = []
    for wanted, value in pairs:
        instance = owner_of(answer, **{name: wanted})()
        setattr(instance, name, value)
        found.append(getattr(instance, name) is value)
    see.found = found
    see.of_the_base = raised(setattr, owner_of(answer, **{name: below})(), name, kind())


@case
def bool_is_no_int(answer, see, rng):
    (name,) = inputs.names(rng, 1)
    instance = owner_of(answer, **{name: int})()
    see.errors = [raised(setattr, instance, name, value) for value in (True, False)]
    read = []
    for value in (0, 1):
        setattr(instance, name, value)
        read.append(getattr(instance, name))
    see.read = read


@case
def bool_itself(answer, see, rng):
    (name,) = inputs.names(rng, 1)
    instance = owner_of(answer, **{name: bool})()
    read = []
    for value in (True, False):
        setattr(instance, name, value)
        read.append(getattr(instance, name))
    see.read = read
    see.error = raised(setattr, instance, name, 1)
