# floor: 4
# ceiling: 5
import threading


class Counter:
    """A counter that threads may share."""

    def __init__(self) -> None:
        self._guard = threading.RLock()
        self._total = 0

    @property
    def value(self) -> int:
        """The sum so far."""
        with self._guard:
            return self._total

    def increment(self, by: int = 1) -> int:
        """Add to the sum and return it."""
        with self._guard:
            self._total = self.value + by
            return self.value
