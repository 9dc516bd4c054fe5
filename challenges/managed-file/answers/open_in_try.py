# floor: 4
# ceiling: 4
# misses: missing_file_raises_at_entry
# misconceptions: open_inside_the_try
from contextlib import contextmanager


@contextmanager
def managed_file(path, mode="r"):
    try:
        file = open(path, mode)
        yield file
    finally:
        file.close()
