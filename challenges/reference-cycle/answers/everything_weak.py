# floor: 2
# ceiling: 2
# misses: freed_with_its_root, very_deep_tree
# misconceptions: weak_children
import weakref


class Node:
    def __init__(self, value):
        self.value = value
        self._parent = None
        self._children = []

    @property
    def parent(self):
        return self._parent() if self._parent else None

    @property
    def children(self):
        return [c for c in (ref() for ref in self._children) if c is not None]

    def add(self, child):
        if child.parent is not None:
            child.parent._children = [r for r in child.parent._children if r() is not child]
        child._parent = weakref.ref(self)
        self._children.append(weakref.ref(child))
