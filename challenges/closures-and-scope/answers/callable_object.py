# floor: 4
# ceiling: 5
"""A counter as an object that can be called."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Counter:
    """Counts its calls, from a start on."""

    start: int
    count: int = field(init=False)

    def __post_init__(self) -> None:
        self.reset()

    def __call__(self) -> int:
        """The next number."""
        self.count += 1
        return self.count

    def reset(self) -> None:
        """Back to the start."""
        self.count = self.start


def make_counter(start: int = 0) -> Counter:
    """A new counter."""
    return Counter(start)
