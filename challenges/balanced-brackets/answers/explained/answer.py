# floor: 5
# ceiling: 5
from __future__ import annotations

CLOSER_OF = {"(": ")", "[": "]", "{": "}"}
CLOSERS = frozenset(CLOSER_OF.values())


def first_unbalanced(text: str) -> int | None:
    """Return the index of the first bracket that is wrong, or None."""
    stack: list[tuple[str, int]] = []
    for index, character in enumerate(text):
        if character in CLOSER_OF:
            stack.append((CLOSER_OF[character], index))
        elif character in CLOSERS:
            if not stack or stack.pop()[0] != character:
                return index
    return stack[-1][1] if stack else None
