# floor: 2
# ceiling: 2
# misses: waits_for_first_call, same_arguments, keywords_reach, other_arguments, error_is_raised, error_not_remembered, uses_lock
# misconceptions: runs_when_decorated, a_failure_counts
from functools import wraps


def once(func):
    try:
        result = func()
    except TypeError:
        result = None
    return wraps(func)(lambda *args, **kwargs: result)
