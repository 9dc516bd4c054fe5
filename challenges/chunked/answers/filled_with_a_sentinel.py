# floor: 5
# ceiling: 5
from itertools import zip_longest


def chunked(iterable, size):
    if isinstance(size, (float, str)):
        raise TypeError("size must be a whole number")
    if size < 1:
        raise ValueError("size must not be below one")
    fill = object()
    rows = zip_longest(*[iter(iterable)] * size, fillvalue=fill)
    return ([item for item in row if item is not fill] for row in rows)
