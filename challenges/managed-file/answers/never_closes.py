# floor: 2
# ceiling: 2
# misses: closes_at_the_end, closes_when_the_body_raises, closes_on_return_and_break, closes_on_generator_exit, usable_again, protects_the_yield
from contextlib import contextmanager


@contextmanager
def managed_file(path, mode="r"):
    yield open(path, mode)
