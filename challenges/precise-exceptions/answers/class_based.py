# floor: 4
# ceiling: 5
"""A parser that remembers where it is."""

from __future__ import annotations

import re
from collections.abc import Iterable

LINE_END = re.compile(r"\r?\n\Z")


class IntParser:
    """Collects values and bad lines."""

    def __init__(self) -> None:
        self.values: list[int] = []
        self.bad: list[tuple[int, str]] = []
        self._number = 0

    def feed(self, line: str) -> None:
        """Takes the next line."""
        self._number += 1
        if line.strip() == "":
            return
        try:
            self.values.append(int(line))
        except ValueError:
            self.bad.append((self._number, LINE_END.sub("", line)))


def parse_ints(lines: Iterable[str]) -> tuple[list[int], list[tuple[int, str]]]:
    """The integers of the good lines, and the bad lines with their numbers."""
    parser = IntParser()
    for line in lines:
        parser.feed(line)
    return parser.values, parser.bad
