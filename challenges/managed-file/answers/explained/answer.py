# floor: 5
# ceiling: 5
from contextlib import contextmanager


@contextmanager
def managed_file(path, mode="r"):
    file = open(path, mode)
    try:
        yield file
    finally:
        file.close()
