# floor: 4
# ceiling: 4
# misses: usable_again
from contextlib import contextmanager
from functools import lru_cache


@lru_cache(maxsize=1)
@contextmanager
def managed_file(path, mode="r"):
    with open(path, mode) as file:
        yield file
