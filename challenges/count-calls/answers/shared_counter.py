# floor: 3
# ceiling: 3
# misses: counted_apart, methods_work, thread_safe
# misconceptions: one_counter_for_all, objects_do_not_bind, plus_equals_is_atomic
import functools


class count_calls:
    calls = 0

    def __init__(self, func):
        self.func = func
        functools.update_wrapper(self, func)

    def __call__(self, *args, **kwargs):
        count_calls.calls += 1
        return self.func(*args, **kwargs)
