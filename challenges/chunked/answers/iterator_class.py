# floor: 5
# ceiling: 5
class chunked:
    """A class with the name of a function, as in itertools."""

    def __init__(self, iterable, size):
        if not isinstance(size, int):
            raise TypeError(f"{size!r} is no int")
        if size < 1:
            raise ValueError(f"{size} is below 1")
        self._items = iter(iterable)
        self._size = size

    def __iter__(self):
        return self

    def __next__(self):
        chunk = [item for _, item in zip(range(self._size), self._items)]
        if not chunk:
            raise StopIteration
        return chunk
