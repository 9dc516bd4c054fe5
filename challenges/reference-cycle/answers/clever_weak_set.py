# floor: 4
# ceiling: 5
from weakref import WeakSet


class Node:
    def __init__(self, value):
        self.value, self.children, self._up = value, [], WeakSet()

    parent = property(lambda self: next(iter(self._up), None))

    def add(self, child):
        while child._up:
            siblings = child._up.pop().children
            del siblings[next(i for i, c in enumerate(siblings) if c is child)]
        child._up.add(self)
        self.children += [child]

    __repr__ = lambda self: "<Node %.50r>" % (self.value,)
