# floor: 2
# ceiling: 2
# misses: chunks_are_lists, each_its_own_list
from itertools import islice


def chunked(iterable, size):
    """What itertools.batched does, for Python before 3.12."""
    if not isinstance(size, int):
        raise TypeError("size must be an integer")
    if size < 1:
        raise ValueError("size must be at least one")

    def batches(iterator):
        while batch := tuple(islice(iterator, size)):
            yield batch

    return batches(iter(iterable))
