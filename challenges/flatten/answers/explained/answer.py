# floor: 5
# ceiling: 5
from __future__ import annotations

from collections.abc import Iterator


def flatten(nested: object) -> Iterator[object]:
    """Yield the leaves of nested lists and tuples, depth-first, however deep."""
    stack = [iter((nested,))]
    while stack:
        for item in stack[-1]:
            if isinstance(item, (list, tuple)):
                stack.append(iter(item))
                break
            yield item
        else:
            stack.pop()
