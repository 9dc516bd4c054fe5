# floor: 5
# ceiling: 5
from __future__ import annotations

from typing import Any


class Typed:
    """A data descriptor: an attribute that only holds instances of `kind`.

    The value lives in the instance's own `__dict__`, under the attribute's own name. That works because a
    descriptor with `__set__` is asked before the instance's dictionary.
    """

    def __init__(self, kind: type) -> None:
        self.kind = kind

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, instance: Any, owner: type | None = None) -> Any:
        if instance is None:
            return self
        try:
            return instance.__dict__[self.name]
        except KeyError:
            raise AttributeError(f"{type(instance).__name__!r} object has no {self.name!r} yet") from None

    def __set__(self, instance: Any, value: Any) -> None:
        if not isinstance(value, self.kind) or (self.kind is int and isinstance(value, bool)):
            raise TypeError(f"{self.name} must be {self.kind.__name__}, not {type(value).__name__}")
        instance.__dict__[self.name] = value

    def __delete__(self, instance: Any) -> None:
        try:
            del instance.__dict__[self.name]
        except KeyError:
            raise AttributeError(self.name) from None
