# floor: 4
# ceiling: 4
# misses: late_error
# misconceptions: reads_before_it_yields
import heapq


def merge_sorted(*iterables, key=None):
    keyed = key or (lambda x: x)
    heap = []
    for i, it in enumerate(iterables):
        it = iter(it)
        for x in it:
            heap.append((keyed(x), i, x, it))
            break
    heapq.heapify(heap)
    while heap:
        _, i, smallest, it = heapq.heappop(heap)
        for x in it:
            heapq.heappush(heap, (keyed(x), i, x, it))
            break
        yield smallest
