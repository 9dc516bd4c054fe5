# floor: 3
# ceiling: 3
# misses: orphan_has_no_parent, moves_to_another_parent
# misconceptions: two_parents
import weakref


class Node:
    def __init__(self, value):
        self.value = value
        self._kids = []
        self._ref = None

    @property
    def children(self):
        return iter(self._kids)

    @property
    def parent(self):
        if self._ref is None:
            return None
        node = self._ref()
        if node is None:
            raise ReferenceError("the parent is gone")
        return node

    def add(self, child):
        child._ref = weakref.ref(self)
        self._kids.append(child)

    def __repr__(self):
        return "Node(" + repr(self.value) + ")"
