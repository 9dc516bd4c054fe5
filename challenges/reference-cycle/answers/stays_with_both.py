# floor: 4
# ceiling: 4
# misses: moves_to_another_parent
# misconceptions: two_parents
import weakref


class Node:
    def __init__(self, value):
        self.value = value
        self._parent = None
        self.children = []

    @property
    def parent(self):
        if self._parent is not None:
            return self._parent()

    def add(self, child):
        child._parent = weakref.ref(self)
        self.children.append(child)

    def __repr__(self):
        return f"Node({self.value!r})"
