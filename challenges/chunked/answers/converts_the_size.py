# floor: 4
# ceiling: 4
# misses: refuses_float_size, refuses_text_size
from itertools import islice


def chunked(iterable, size):
    size = int(size)
    if size < 1:
        raise ValueError("size must be positive")
    source = iter(iterable)
    return iter(lambda: list(islice(source, size)), [])
