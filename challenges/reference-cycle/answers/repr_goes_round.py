# floor: 4
# ceiling: 4
# misses: short_repr
import weakref


class Node:
    def __init__(self, value):
        self.value = value
        self._parent = lambda: None
        self.children = []

    parent = property(lambda self: self._parent())

    def add(self, child):
        if child.parent:
            child.parent.children.remove(child)
        child._parent = weakref.ref(self)
        self.children.append(child)

    def __repr__(self):
        return f"Node({self.value!r}, parent={self.parent!r}, children={self.children!r})"
