# floor: 5
# ceiling: 5
"""A class for the merge and one for the head of a source."""

import heapq

_NOTHING = object()


class _Head:
    """The next item of one source, and its rank among equals."""

    __slots__ = ("item", "key", "rank", "_rest", "_key_of")

    def __init__(self, source, rank, key_of):
        self.rank = rank
        self._rest = iter(source)
        self._key_of = key_of

    def advance(self):
        self.item = next(self._rest, _NOTHING)
        if self.item is _NOTHING:
            return False
        self.key = self.item if self._key_of is None else self._key_of(self.item)
        return True

    def __lt__(self, other):
        if self.key < other.key:
            return True
        if other.key < self.key:
            return False
        return self.rank < other.rank


class merge_sorted:
    """Iterates over everything; a source is read on only when its item has been handed out."""

    def __init__(self, *iterables, key=None):
        self._sources = [_Head(source, rank, key) for rank, source in enumerate(iterables)]
        self._heap = None
        self._due = None

    def __iter__(self):
        return self

    def __next__(self):
        if self._heap is None:
            self._heap = [head for head in self._sources if head.advance()]
            heapq.heapify(self._heap)
        if self._due is not None:
            head, self._due = self._due, None
            if head.advance():
                heapq.heappush(self._heap, head)
        if not self._heap:
            raise StopIteration
        self._due = heapq.heappop(self._heap)
        return self._due.item
