# floor: 4
# ceiling: 5
import contextlib


@contextlib.contextmanager
def managed_file(path, mode="r"):
    with open(path, mode) as f:
        yield f
