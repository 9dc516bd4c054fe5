"""What is known of one job."""

from dataclasses import dataclass, field
from typing import Any, Callable, List, Optional


@dataclass
class Result:
    state: str = "pending"
    value: Any = None
    error: Optional[BaseException] = None
    attempts: int = 0


@dataclass(eq=False)
class Job:
    index: int
    name: str
    func: Callable
    after: List[str]
    retries: int
    delay: float
    factor: float
    max_delay: float
    result: Result = field(default_factory=Result)
    cancelled: bool = False

    @property
    def ended(self):
        return self.result.state != "pending"

    def next_wait(self):
        return min(self.delay * self.factor ** (self.result.attempts - 1), self.max_delay)
