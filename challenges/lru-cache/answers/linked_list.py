# floor: 4
# ceiling: 5
class Node:
    __slots__ = ("key", "value", "prev", "next")

    def __init__(self, key=None, value=None):
        self.key = key
        self.value = value
        self.prev = self.next = self


class LRUCache:
    """A hash map from keys to nodes, and a ring of nodes from the oldest to the newest."""

    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("an LRU cache needs room for at least one entry")
        self.capacity = capacity
        self.nodes = {}
        self.root = Node()  # root.next is the oldest, root.prev the newest

    def _unlink(self, node):
        node.prev.next = node.next
        node.next.prev = node.prev

    def _append(self, node):
        last = self.root.prev
        last.next = self.root.prev = node
        node.prev, node.next = last, self.root

    def get(self, key, default=None):
        node = self.nodes.get(key)
        if node is None:
            return default
        self._unlink(node)
        self._append(node)
        return node.value

    def put(self, key, value):
        node = self.nodes.get(key)
        if node is not None:
            node.value = value
            self._unlink(node)
            self._append(node)
            return
        if len(self.nodes) >= self.capacity:
            oldest = self.root.next
            self._unlink(oldest)
            del self.nodes[oldest.key]
        node = self.nodes[key] = Node(key, value)
        self._append(node)

    def __len__(self):
        return len(self.nodes)

    def __contains__(self, key):
        return key in self.nodes
