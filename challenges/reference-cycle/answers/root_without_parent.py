# floor: 3
# ceiling: 3
# misses: root_has_no_parent, short_repr
import weakref


class Node:
    def __init__(self, value):
        self.value = value
        self.children = []

    @property
    def parent(self):
        return self._parent()

    def add(self, child):
        if hasattr(child, "_parent") and child.parent:
            child.parent.children.remove(child)
        child._parent = weakref.ref(self)
        self.children.append(child)

    def __repr__(self):
        return f"Node({self.value!r}, under {self.parent.value!r})"
