# floor: 1
# ceiling: 1
# misses: one_child, children_in_order, parent_is_the_node, freed_with_its_root, root_has_no_parent, orphan_has_no_parent, moves_to_another_parent, orphan_finds_a_new_parent, short_repr, very_deep_tree, uses_weakref
class Node:
    def __init__(self, value):
        self.value = value
        self._parent = None
        self._children = []

    def parent(self):
        return self._parent

    def children(self):
        return self._children

    def add(self, child):
        child._parent = self
        self._children.append(child)
