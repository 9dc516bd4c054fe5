# floor: 4
# ceiling: 5
from dataclasses import dataclass, field
from threading import Condition


@dataclass
class Counter:
    value: int = field(default=0, init=False)
    _changed: Condition = field(default_factory=Condition, init=False, repr=False)

    def increment(self, by=1):
        with self._changed:
            new = self.value = self.value + by
            self._changed.notify_all()
        return new
