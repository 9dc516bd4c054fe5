# floor: 2
# ceiling: 2
# misses: endless_sources, reads_one_ahead, late_error
# misconceptions: reads_everything_first
import heapq


def merge_sorted(*iterables, key=None):
    heap = []
    for i, iterable in enumerate(iterables):
        for j, item in enumerate(iterable):
            heapq.heappush(heap, (key(item) if key else item, i, j, item))
    while heap:
        yield heapq.heappop(heap)[-1]
