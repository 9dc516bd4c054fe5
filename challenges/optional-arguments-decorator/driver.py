"""Decorates functions in each form and records what they return."""

from __future__ import annotations

import inputs
from viva.driver import case, raised


@case
def bare_form(answer, see, rng):
    first, second = inputs.words(rng, 2)
    texts = iter([first, second, ""])
    decorated = answer.tag(lambda: next(texts))
    see.texts = [decorated() for _ in range(3)]


@case
def named_form(answer, see, rng):
    texts = []
    for name, text in zip(inputs.tags(rng, 3), inputs.words(rng, 3)):
        decorated = answer.tag(name=name)(lambda text=text: text)
        texts.append([decorated(), decorated()])
    see.texts = texts


def arguments(decorate, rng) -> list:
    """What a decorated function with many parameters returns."""
    a, b, c, d = inputs.words(rng, 4)

    @decorate
    def join(first, *more, name="-", **others):
        return " ".join([first, *more, name, *others, *others.values()])

    return [join(a), join(a, b, c), join(first=a), join(a, name=b), join(a, b, name=c, func=d)]


@case
def arguments_bare(answer, see, rng):
    see.texts = arguments(answer.tag, rng)


@case
def arguments_named(answer, see, rng):
    see.texts = arguments(answer.tag(name=inputs.tags(rng, 1)[0]), rng)


def metadata(see, decorate, rng):
    """Records the name and the docstring of a decorated function, and what it returns."""

    def function():
        return text

    text, function.__name__, function.__doc__ = inputs.words(rng, 3)
    decorated = decorate(function)
    see.text, see.name, see.doc = decorated(), decorated.__name__, decorated.__doc__


@case
def metadata_bare(answer, see, rng):
    metadata(see, answer.tag, rng)


@case
def metadata_named(answer, see, rng):
    metadata(see, answer.tag(name=inputs.tags(rng, 1)[0]), rng)


@case
def empty_parentheses(answer, see, rng):
    (text,) = inputs.words(rng, 1)

    @answer.tag()
    def function(more):
        return text + more

    see.texts = [function("!"), function(more="?")]


def methods(decorate, rng) -> list:
    """What a decorated method returns, for two instances and by way of the class."""

    class Page:
        def __init__(self, title):
            self.title = title

        @decorate
        def head(self, sign, *, times=1):
            return self.title + sign * times

    a, b = inputs.words(rng, 2)
    first, second = Page(a), Page(b)
    return [first.head("!"), second.head(sign="?"), first.head("-", times=2), Page.head(second, "+")]


@case
def methods_bare(answer, see, rng):
    see.texts = methods(answer.tag, rng)


@case
def methods_named(answer, see, rng):
    see.texts = methods(answer.tag(name=inputs.tags(rng, 1)[0]), rng)


@case
def refuses_positional(answer, see, rng):
    (name,) = inputs.tags(rng, 1)
    see.of_a_function = callable(answer.tag(print))
    see.of_a_class = answer.tag(str)(name)
    see.one_letter = raised(answer.tag, "b")
    see.word = raised(answer.tag, name)


@case
def stacking(answer, see, rng):
    outer, middle = inputs.tags(rng, 2)
    (text,) = inputs.words(rng, 1)

    @answer.tag(name=outer)
    @answer.tag(name=middle)
    @answer.tag
    def named(more):
        return text + more

    @answer.tag
    @answer.tag(name=middle)
    def bare():
        return text

    see.texts = [named("!"), bare()]
