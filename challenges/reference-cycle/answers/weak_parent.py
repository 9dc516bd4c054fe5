# floor: 4
# ceiling: 5
import weakref


class Node:
    def __init__(self, value):
        self.value = value
        self.children = []
        self._parent = None

    @property
    def parent(self):
        return None if self._parent is None else self._parent()

    def add(self, child):
        old = child.parent
        if old is not None:
            old.children = [c for c in old.children if c is not child]
        child._parent = weakref.ref(self)
        self.children.append(child)

    def __repr__(self):
        return f"Node({self.value!r}, {len(self.children)} children)"
