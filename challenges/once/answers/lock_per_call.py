# floor: 4
# ceiling: 4
# misses: threads_one_call, threads_all_see, uses_lock
# misconceptions: check_then_act
import functools
import threading


def once(func):
    state = {"done": False, "result": None}

    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        with threading.Lock():
            if not state["done"]:
                state["result"] = func(*args, **kwargs)
                state["done"] = True
        return state["result"]

    return wrapper
