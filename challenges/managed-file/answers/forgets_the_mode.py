# floor: 2
# ceiling: 2
# misses: honours_the_mode, takes_mode_by_name, call_alone_opens_nothing
from contextlib import contextmanager


@contextmanager
def managed_file(path, mode="r"):
    with open(path) as file:
        yield file
