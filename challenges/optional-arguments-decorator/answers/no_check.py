# floor: 4
# ceiling: 4
# misses: refuses_positional
# misconceptions: anything_is_a_function
from functools import partial, wraps


def tag(func=None, *, name="p"):
    if func is None:
        return partial(tag, name=name)

    @wraps(func)
    def wrapper(*args, **kwargs):
        return f"<{name}>{func(*args, **kwargs)}</{name}>"

    return wrapper
