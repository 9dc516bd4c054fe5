# floor: 2
# ceiling: 2
# misses: closes_when_the_body_raises, closes_on_generator_exit, protects_the_yield
# misconceptions: cleanup_after_yield
from contextlib import contextmanager


@contextmanager
def managed_file(path, mode="r"):
    f = open(path, mode)
    yield f
    f.close()
