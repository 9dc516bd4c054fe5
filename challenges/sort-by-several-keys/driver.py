"""Ranks people and records their order, with content, type and order told apart."""

from __future__ import annotations

import inputs
from viva.driver import aliases, case


def order(people, *keys) -> list:
    """What stands under these keys, person by person."""
    return [[person.get(key) for key in keys] for person in people]


@case
def by_score(answer, see, rng):
    see.order = order(answer.rank(inputs.with_different_scores(rng)), "score", "name")


@case
def ties_by_name(answer, see, rng):
    see.order = order(answer.rank(inputs.with_ties(rng)), "score", "name")


@case
def ignores_case(answer, see, rng):
    see.order = order(answer.rank(inputs.with_capitals(rng)), "score", "name")


@case
def list_of_dicts(answer, see, rng):
    people = [{**person, "city": person["name"][::-1]} for person in inputs.with_different_scores(rng)]
    see.people = answer.rank(people)


@case
def stable(answer, see, rng):
    see.order = order(answer.rank(inputs.with_full_ties(rng)), "score", "name", "id")


@case
def input_untouched(answer, see, rng):
    people = inputs.with_different_scores(rng)
    with aliases(people=people) as watch:
        see.order = order(answer.rank(people), "score", "name")
    see.changed, see.people = watch.changed, people


@case
def none_last(answer, see, rng):
    see.order = order(answer.rank(inputs.without_score(rng, {"score": None})), "score", "name")


@case
def absent_last(answer, see, rng):
    see.order = order(answer.rank(inputs.without_score(rng, {})), "score", "name")


@case
def missing_by_name(answer, see, rng):
    see.order = order(answer.rank(inputs.several_without_score(rng)), "name")


@case
def case_folded(answer, see, rng):
    see.order = order(answer.rank(inputs.with_sharp_s(rng)), "score", "name", "id")
