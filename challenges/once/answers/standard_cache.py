# floor: 2
# ceiling: 2
# misses: other_arguments, threads_one_call, threads_all_see, uses_lock
# misconceptions: one_result_per_arguments, check_then_act
import functools


def once(func):
    return functools.lru_cache(maxsize=None)(func)
