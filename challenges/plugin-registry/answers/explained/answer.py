# floor: 5
# ceiling: 5
from __future__ import annotations

from typing import Any, ClassVar


class Plugin:
    """Base of all plugins. Subclasses register under `name` from their own body, or their name in lower case."""

    __registry: ClassVar[dict[str, type[Plugin]]] = {}

    def __init_subclass__(cls, *, abstract: bool = False, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if not abstract:
            name = vars(cls).get("name", cls.__name__.lower())
            first = Plugin.__registry.setdefault(name, cls)
            if first is not cls:
                raise ValueError(f"{cls!r}: the name {name!r} is taken by {first!r}")

    @classmethod
    def create(cls, name: str, **options: Any) -> Plugin:
        try:
            kind = Plugin.__registry[name]
        except KeyError:
            raise KeyError(f"no plugin named {name!r}") from None
        return kind(**options)

    @classmethod
    def names(cls) -> list[str]:
        return sorted(Plugin.__registry)
