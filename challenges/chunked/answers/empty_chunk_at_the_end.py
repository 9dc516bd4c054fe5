# floor: 3
# ceiling: 3
# misses: empty
from itertools import chain, islice


def chunked(iterable, size):
    if not isinstance(size, int):
        raise TypeError(size)
    if size < 1:
        raise ValueError(size)

    def chunks():
        items = iter(iterable)
        yield list(islice(items, size))
        for first in items:
            yield list(islice(chain([first], items), size))

    return chunks()
