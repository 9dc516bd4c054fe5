"""The order in which people should stand."""

from __future__ import annotations

import inputs
from viva.oracle import case


def ranked(people) -> list[dict]:
    """By name first, then by score; the sort is stable."""
    named = sorted(people, key=lambda person: person["name"].casefold())
    scored = [person for person in named if person.get("score") is not None]
    unscored = [person for person in named if person.get("score") is None]
    return sorted(scored, key=lambda person: person["score"], reverse=True) + unscored


def order(people, *keys) -> list:
    """What stands under these keys, person by person."""
    return [[person.get(key) for key in keys] for person in ranked(people)]


@case
def by_score(seen, expect, rng):
    people = inputs.with_different_scores(rng)
    expect(seen.order, "scores and names").equals(order(people, "score", "name"))


@case
def ties_by_name(seen, expect, rng):
    expect(seen.order, "scores and names").equals(order(inputs.with_ties(rng), "score", "name"))


@case
def ignores_case(seen, expect, rng):
    expect(seen.order, "scores and names").equals(order(inputs.with_capitals(rng), "score", "name"))


@case
def list_of_dicts(seen, expect, rng):
    people = [{**person, "city": person["name"][::-1]} for person in inputs.with_different_scores(rng)]
    expect(seen.people, "people").equals(ranked(people))


@case
def stable(seen, expect, rng):
    people = inputs.with_full_ties(rng)
    expect(seen.order, "scores, names and ids").equals(order(people, "score", "name", "id"))


@case
def input_untouched(seen, expect, rng):
    people = inputs.with_different_scores(rng)
    expect(seen.order, "scores and names").equals(order(people, "score", "name"))
    expect(seen.people, "the given list afterwards").equals(people)
    expect(seen.changed, "what was changed").equals([])


@case
def none_last(seen, expect, rng):
    people = inputs.without_score(rng, {"score": None})
    expect(seen.order, "scores and names").equals(order(people, "score", "name"))


@case
def absent_last(seen, expect, rng):
    people = inputs.without_score(rng, {})
    expect(seen.order, "scores and names").equals(order(people, "score", "name"))


@case
def missing_by_name(seen, expect, rng):
    expect(seen.order, "names").equals(order(inputs.several_without_score(rng), "name"))


@case
def case_folded(seen, expect, rng):
    people = inputs.with_sharp_s(rng)
    expect(seen.order, "scores, names and ids").equals(order(people, "score", "name", "id"))
