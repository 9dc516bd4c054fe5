# floor: 1
# ceiling: 1
# misses: yields_the_file, honours_the_mode, takes_mode_by_name, closes_at_the_end, closes_when_the_body_raises, lets_the_error_through, missing_file_raises_at_entry, call_alone_opens_nothing, closes_on_return_and_break, closes_on_generator_exit, usable_again
from contextlib import contextmanager


@contextmanager
def managed_file(path, mode="r"):
    file = open(path, mode)
    try:
        yield file.read()
    finally:
        file.close()
