# floor: 5
# ceiling: 5
from __future__ import annotations

from typing import Any


class Base:
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)

    def setup(self) -> list[str]:
        return ["Base"]


class Logged(Base):
    def __init__(self, *, logger: Any = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.logger = logger

    def setup(self) -> list[str]:
        return ["Logged", *super().setup()]


class Timed(Base):
    def __init__(self, *, clock: Any = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.clock = clock

    def setup(self) -> list[str]:
        return ["Timed", *super().setup()]


class Service(Logged, Timed):
    def setup(self) -> list[str]:
        return ["Service", *super().setup()]
