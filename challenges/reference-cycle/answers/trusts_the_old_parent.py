# floor: 4
# ceiling: 4
# misses: orphan_finds_a_new_parent
import weakref


class Node:
    def __init__(self, value):
        self.value = value
        self.children = []
        self._parent = None

    @property
    def parent(self):
        return self._parent and self._parent()

    def add(self, child):
        if child._parent is not None:
            child._parent().children.remove(child)
        child._parent = weakref.ref(self)
        self.children.append(child)

    def __repr__(self):
        return f"Node({self.value!r})"
