"""What the decorated functions return."""

from __future__ import annotations

import inputs
from viva.oracle import case

USUAL = "p"


def tagged(text: str, *names: str) -> str:
    """The text in tags, the first name outermost."""
    for name in reversed(names):
        text = f"<{name}>{text}</{name}>"
    return text


@case
def bare_form(seen, expect, rng):
    first, second = inputs.words(rng, 2)
    expect(seen.texts, "texts").equals([tagged(text, USUAL) for text in (first, second, "")])


@case
def named_form(seen, expect, rng):
    drawn = zip(inputs.tags(rng, 3), inputs.words(rng, 3))
    expect(seen.texts, "texts, two calls for each name").equals(
        [[tagged(text, name)] * 2 for name, text in drawn]
    )


def arguments(name: str, rng) -> list:
    a, b, c, d = inputs.words(rng, 4)
    texts = [f"{a} -", f"{a} {b} {c} -", f"{a} -", f"{a} {b}", f"{a} {b} {c} func {d}"]
    return [tagged(text, name) for text in texts]


@case
def arguments_bare(seen, expect, rng):
    expect(seen.texts, "texts").equals(arguments(USUAL, rng))


@case
def arguments_named(seen, expect, rng):
    expect(seen.texts, "texts").equals(arguments(inputs.tags(rng, 1)[0], rng))


def metadata(seen, expect, name: str, rng):
    text, own_name, doc = inputs.words(rng, 3)
    expect(seen.text, "text").equals(tagged(text, name))
    expect(seen.name, "__name__").equals(own_name)
    expect(seen.doc, "__doc__").equals(doc)


@case
def metadata_bare(seen, expect, rng):
    metadata(seen, expect, USUAL, rng)


@case
def metadata_named(seen, expect, rng):
    metadata(seen, expect, inputs.tags(rng, 1)[0], rng)


@case
def empty_parentheses(seen, expect, rng):
    (text,) = inputs.words(rng, 1)
    expect(seen.texts, "texts").equals([tagged(text + "!", USUAL), tagged(text + "?", USUAL)])


def methods(name: str, rng) -> list:
    a, b = inputs.words(rng, 2)
    return [tagged(text, name) for text in (a + "!", b + "?", a + "--", b + "+")]


@case
def methods_bare(seen, expect, rng):
    expect(seen.texts, "texts").equals(methods(USUAL, rng))


@case
def methods_named(seen, expect, rng):
    expect(seen.texts, "texts").equals(methods(inputs.tags(rng, 1)[0], rng))


@case
def refuses_positional(seen, expect, rng):
    (name,) = inputs.tags(rng, 1)
    expect(seen.of_a_function, "a built-in function can be decorated").is_true()
    expect(seen.of_a_class, "a class called through the decorator").equals(tagged(name, USUAL))
    expect(seen.one_letter, "one letter by position").raises("TypeError")
    expect(seen.word, "a name by position").raises("TypeError")


@case
def stacking(seen, expect, rng):
    outer, middle = inputs.tags(rng, 2)
    (text,) = inputs.words(rng, 1)
    expected = [tagged(text + "!", outer, middle, USUAL), tagged(text, USUAL, middle)]
    expect(seen.texts, "texts").equals(expected)
