# floor: 3
# ceiling: 3
# misses: lets_the_error_through, missing_file_raises_at_entry
# misconceptions: open_inside_the_try, swallows_the_error
from contextlib import contextmanager


@contextmanager
def managed_file(path, mode="r"):
    file = None
    try:
        file = open(path, mode)
        yield file
    except Exception as e:
        print("something went wrong:", e)
    finally:
        if file:
            file.close()
