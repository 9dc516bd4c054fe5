# floor: 4
# ceiling: 4
# misses: methods_work
# misconceptions: objects_do_not_bind
import functools
import threading


class count_calls:
    def __init__(self, func):
        functools.update_wrapper(self, func)
        self.func = func
        self.calls = 0
        self.lock = threading.Lock()

    def __call__(self, *args, **kwargs):
        with self.lock:
            self.calls += 1
        return self.func(*args, **kwargs)
