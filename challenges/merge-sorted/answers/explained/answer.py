# floor: 5
# ceiling: 5
from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

T = TypeVar("T")


def merge_sorted(*iterables: Iterable[T], key: Callable[[T], Any] | None = None) -> Iterator[T]:
    """Merge sorted iterables lazily; equal items come in the order of their sources."""
    heap = []
    for number, source in enumerate(map(iter, iterables)):
        for item in source:
            heap.append((item if key is None else key(item), number, item, source))
            break
    heapq.heapify(heap)
    while heap:
        _, number, item, source = heap[0]
        yield item
        for item in source:
            heapq.heapreplace(heap, (item if key is None else key(item), number, item, source))
            break
        else:
            heapq.heappop(heap)
