"""Values in an oracle's hands that have no plain Python object to stand for them.

An oracle meets them as attributes of `seen`. They equal nothing, themselves included, but can be handed to
`expect(...)`, which carries them on unchanged. Must not know how they are compared.
"""

from __future__ import annotations

from viva._kept import BUILTINS

__builtins__ = BUILTINS


class _Unequal:
    """Equal to nothing, hashed by identity so that it can still be a key."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return False

    def __ne__(self, other: object) -> bool:
        return True

    __hash__ = object.__hash__


class Opaque(_Unequal):
    """A value of a type that is not recorded, known by the name of that type only."""

    __slots__ = ("type_name",)

    def __init__(self, type_name: str) -> None:
        self.type_name = type_name

    def __repr__(self) -> str:
        return f"<{self.type_name}>"


class Marked(_Unequal):
    """A part that was left out; `mark` says why, as one of the constants below."""

    __slots__ = ("mark",)

    CYCLE, TOO_DEEP, TOO_LONG, TOO_MANY_DIGITS, MISSING = range(5)
    _REASONS = ("a cycle", "too deep", "too long", "too many digits", "never recorded")

    def __init__(self, mark: int) -> None:
        self.mark = mark

    def __repr__(self) -> str:
        return f"<{self._REASONS[self.mark]}>"


class Missing(Marked):
    """What `seen.NAME` is when the driver recorded nothing of that name."""

    __slots__ = ("name",)

    def __init__(self, name: str = "") -> None:
        super().__init__(Marked.MISSING)
        self.name = name

    def __bool__(self) -> bool:
        return False


class SeenException(_Unequal):
    """An exception that was recorded: `types`, most derived first, and its `text`."""

    __slots__ = ("text", "types")

    def __init__(self, types: tuple[str, ...], text: str) -> None:
        self.types = types
        self.text = text

    def __repr__(self) -> str:
        return f"<{self.types[0] if self.types else 'exception'}: {self.text}>"


class SeenType(_Unequal):
    """A class that was recorded, by name: `int`, `answer.Point`."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name

    def __repr__(self) -> str:
        return f"<class {self.name}>"


class Seen:
    """What the driver recorded in one case: `seen.NAME` is the value, or a `Missing` which fails checks."""

    def __init__(self, records: dict[str, object]) -> None:
        self.__dict__.update(records)

    def __getattr__(self, name: str) -> Missing:
        if name.startswith("__"):
            raise AttributeError(name)
        return Missing(name)

    def __contains__(self, name: str) -> bool:
        return name in self.__dict__
