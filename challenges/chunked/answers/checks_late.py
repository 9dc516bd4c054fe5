# floor: 3
# ceiling: 3
# misses: size_below_one, refuses_float_size, refuses_text_size
# misconceptions: generator_checks_late
from itertools import islice


def chunked(iterable, size):
    if not isinstance(size, int):
        raise TypeError("size must be an int")
    if size < 1:
        raise ValueError("size must be at least 1")
    it = iter(iterable)
    while chunk := list(islice(it, size)):
        yield chunk
