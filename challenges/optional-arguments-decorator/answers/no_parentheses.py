# floor: 3
# ceiling: 3
# misses: empty_parentheses, refuses_positional
# misconceptions: parentheses_do_not_matter
import functools


def tag(func=None, *, name=None):
    if name is not None:
        return lambda f: make(f, name)
    return make(func, "p")


def make(func, name):
    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        return f"<{name}>{func(*args, **kwargs)}</{name}>"

    return wrapper
