# floor: 2
# ceiling: 2
# misses: merges_two_uneven
import heapq


def merge_sorted(*iterables, key=None):
    def until_end(it):
        it = iter(it)
        item = next(it, None)
        while item:
            yield item
            item = next(it, None)

    return heapq.merge(*[until_end(it) for it in iterables], key=key)
