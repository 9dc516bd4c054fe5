# floor: 2
# ceiling: 2
# misses: freed_with_its_root, orphan_has_no_parent, very_deep_tree
# misconceptions: weak_children
import weakref


class Node:
    def __init__(self, value):
        self.value = value
        self.parent = None
        self._children = []

    @property
    def children(self):
        return [c for c in (ref() for ref in self._children) if c is not None]

    def add(self, child):
        if child.parent is not None:
            child.parent._children = [r for r in child.parent._children if r() is not child]
        child.parent = self
        self._children.append(weakref.ref(child))

    def __repr__(self):
        return f"Node({self.value!r})"
