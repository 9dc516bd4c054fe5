# floor: 3
# ceiling: 3
# misses: closes_on_generator_exit, protects_the_yield
from contextlib import contextmanager


@contextmanager
def managed_file(path, mode="r"):
    file = open(path, mode)
    try:
        yield file
    except Exception:
        file.close()
        raise
    file.close()
