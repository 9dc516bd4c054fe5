# floor: 4
# ceiling: 4
# misses: reads_one_chunk_ahead_at_most
from collections import deque
from itertools import islice


def chunked(iterable, size):
    """Reads in blocks of ten chunks, for speed."""
    if not isinstance(size, int):
        raise TypeError("size is not an int")
    if size < 1:
        raise ValueError("size is below 1")

    def chunks():
        items = iter(iterable)
        while block := deque(islice(items, 10 * size)):
            while block:
                yield [block.popleft() for _ in range(min(size, len(block)))]

    return chunks()
