# floor: 4
# ceiling: 5
import weakref
from dataclasses import dataclass, field


@dataclass(eq=False)
class Node:
    value: object
    children: list = field(default_factory=list, repr=False)
    _parent: object = field(default=lambda: None, repr=False)

    @property
    def parent(self):
        return self._parent()

    def add(self, child):
        if child.parent is not None:
            child.parent.children.remove(child)
        child._parent = weakref.ref(self)
        self.children.append(child)
