# floor: 4
# ceiling: 5
"""The key is how often each letter stands in the word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable


def letter_counts(word: str) -> frozenset[tuple[str, int]]:
    """A hashable form of the letters, each with its count."""
    return frozenset(Counter(word).items())


def group_anagrams(words: Iterable[str]) -> list[list[str]]:
    """Groups words of the same letters, in order of first appearance."""
    groups: dict[frozenset[tuple[str, int]], list[str]] = {}
    for word in words:
        groups.setdefault(letter_counts(word), []).append(word)
    return [*groups.values()]
