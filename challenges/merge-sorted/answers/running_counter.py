# floor: 3
# ceiling: 3
# misses: stable
# misconceptions: ties_by_time_of_entry
import heapq
from itertools import count


def merge_sorted(*iterables, key=None):
    ticket = count()
    heap = []

    def push(it):
        try:
            item = next(it)
        except StopIteration:
            return
        heapq.heappush(heap, (key(item) if key is not None else item, next(ticket), item, it))

    for iterable in iterables:
        push(iter(iterable))
    while heap:
        _, _, item, it = heapq.heappop(heap)
        yield item
        push(it)
