# floor: 2
# ceiling: 2
# misses: freed_with_its_root, orphan_has_no_parent, moves_to_another_parent, short_repr, very_deep_tree, uses_weakref
# misconceptions: strong_both_ways, two_parents
class Node:
    def __init__(self, value):
        self.value = value
        self.parent = None
        self.children = []

    def add(self, child):
        child.parent = self
        self.children.append(child)

    def __repr__(self):
        return f"Node({self.value!r}, parent={self.parent!r}, children={self.children!r})"
