# floor: 4
# ceiling: 4
# misses: very_deep_tree
import weakref


class Node:
    def __init__(self, value):
        self.value = value
        self.level = 0
        self._parent = None
        self.children = []

    @property
    def parent(self):
        return self._parent() if self._parent is not None else None

    def _sink(self, level):
        self.level = level
        for child in self.children:
            child._sink(level + 1)

    def add(self, child):
        if child.parent is not None:
            child.parent.children.remove(child)
        child._parent = weakref.ref(self)
        child._sink(self.level + 1)
        self.children.append(child)

    def __repr__(self):
        return f"Node({self.value!r}, level {self.level})"
