# floor: 4
# ceiling: 5
"""A sentinel of its own; None is taken for no target as well."""

from typing import Any, Optional

_NOT_GIVEN: Any = object()


def append_to(item: Any, target: Optional[list] = _NOT_GIVEN) -> list:
    """Append `item` to `target`, or to a new list when no target is given.

    The new list is made inside the body, so that each call gets its own.
    """
    missing = target is _NOT_GIVEN or target is None
    result: list = [] if missing else target
    result.append(item)
    return result
