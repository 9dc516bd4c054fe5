# floor: 5
# ceiling: 5
from itertools import islice
from operator import index


def chunked(iterable, size):
    size = index(size)
    if size <= 0:
        raise ValueError("size <= 0")
    it = iter(iterable)
    return iter(lambda: list(islice(it, size)), [])
