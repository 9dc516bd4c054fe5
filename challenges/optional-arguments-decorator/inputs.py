"""Words that both sides draw alike."""

from __future__ import annotations

TAGS = ["b", "i", "em", "h1", "h2", "strong", "span", "code", "section"]


def tags(rng, count: int) -> list[str]:
    """Draws different names of tags, none of them the usual one."""
    return rng.sample(TAGS, count)


def words(rng, count: int) -> list[str]:
    """Draws different words."""
    found: list[str] = []
    while len(found) < count:
        word = "".join(rng.choices("abcdefghijklmnopqrstuvwxyz", k=8))
        if word not in found:
            found.append(word)
    return found
