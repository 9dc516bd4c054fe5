# floor: 4
# ceiling: 5
"""The key is an object that knows its order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(order=True, frozen=True)
class Place:
    """Where a person stands; smaller is better."""

    missing: bool
    minus_score: float
    folded_name: str

    @classmethod
    def of(cls, person: dict[str, Any]) -> Place:
        """The place of one person."""
        score = person.get("score")
        if score is None:
            return cls(True, 0, person["name"].casefold())
        return cls(False, -score, person["name"].casefold())


def rank(people: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """People by score, then by name."""
    ranked = people.copy()
    ranked.sort(key=Place.of)
    return ranked
