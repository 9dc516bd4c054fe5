# floor: 4
# ceiling: 4
# misses: threads_all_see, error_not_remembered
# misconceptions: a_failure_counts
import functools
import threading


def once(func):
    lock = threading.Lock()
    called = False
    value = None

    @functools.wraps(func)
    def inner(*args, **kwargs):
        nonlocal called, value
        with lock:
            mine, called = not called, True
        if mine:
            value = func(*args, **kwargs)
        return value

    return inner
