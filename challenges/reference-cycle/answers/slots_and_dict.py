# floor: 4
# ceiling: 5
"""A tree node that is owned by its parent alone."""

from __future__ import annotations

from typing import Any
from weakref import ref


def _nobody() -> None:
    """Stands for the reference of a root."""
    return None


class Node:
    """A value with children; the way back to the parent is weak."""

    __slots__ = ("value", "_children", "_parent", "__weakref__")

    def __init__(self, value: Any) -> None:
        self.value = value
        self._children: dict[int, Node] = {}
        self._parent = _nobody

    @property
    def children(self) -> tuple[Node, ...]:
        """The children in the order they were added."""
        return tuple(self._children.values())

    @property
    def parent(self) -> Node | None:
        """The node that this one was added to, while it lives."""
        return self._parent()

    def add(self, child: Node) -> None:
        """Puts the child under this node, and takes it from where it was."""
        former = child.parent
        if former is not None:
            former._children.pop(id(child))
        self._children[id(child)] = child
        child._parent = ref(self)
