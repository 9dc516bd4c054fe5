# floor: 4
# ceiling: 5
from collections import deque


class Flattener:
    """Iterates over the leaves; keeps one iterator for each level that is open."""

    CONTAINERS = (list, tuple)

    def __init__(self, nested):
        self._open = deque([iter([nested])])

    def __iter__(self):
        return self

    def __next__(self):
        while self._open:
            try:
                item = next(self._open[-1])
            except StopIteration:
                self._open.pop()
                continue
            if not isinstance(item, self.CONTAINERS):
                return item
            self._open.append(iter(item))
        raise StopIteration


def flatten(nested):
    return Flattener(nested)
