# floor: 5
# ceiling: 5
from itertools import count, groupby


def chunked(iterable, size):
    if not isinstance(size, int):
        raise TypeError("size")
    if size < 1:
        raise ValueError("size")
    numbers = count()
    return (list(group) for _, group in groupby(iterable, lambda _: next(numbers) // size))
