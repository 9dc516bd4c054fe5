# floor: 3
# ceiling: 3
# misses: stable_by_key, items_without_order
# misconceptions: ties_compare_items
import heapq


def merge_sorted(*iterables, key=None):
    key = key or (lambda x: x)
    heap = []
    its = [iter(it) for it in iterables]
    for n, it in enumerate(its):
        for item in it:
            heapq.heappush(heap, (key(item), item, n))
            break
    while heap:
        _, item, n = heapq.heappop(heap)
        yield item
        for item in its[n]:
            heapq.heappush(heap, (key(item), item, n))
            break
