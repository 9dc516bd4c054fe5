# floor: 2
# ceiling: 2
# misses: keeps_falsy_items, refuses_float_size, refuses_text_size
# misconceptions: none_is_nothing
from itertools import zip_longest


def chunked(iterable, size):
    if int(size) < 1:
        raise ValueError("size")
    rows = zip_longest(*[iter(iterable)] * int(size))
    return ([item for item in row if item is not None] for row in rows)
