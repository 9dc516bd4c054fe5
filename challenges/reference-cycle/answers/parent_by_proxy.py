# floor: 2
# ceiling: 2
# misses: parent_is_the_node, root_has_no_parent, orphan_has_no_parent, moves_to_another_parent, orphan_finds_a_new_parent, uses_weakref
# misconceptions: proxy_for_the_parent
import weakref


class Node:
    def __init__(self, value):
        self.value = value
        self.parent = None
        self.children = []

    def add(self, child):
        child.parent = weakref.proxy(self)
        self.children.append(child)

    def __repr__(self):
        return f"Node({self.value!r})"
