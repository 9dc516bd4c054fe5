# floor: 5
# ceiling: 5
import functools


def tag(*functions, name="p"):
    if len(functions) > 1 or not all(map(callable, functions)):
        raise TypeError("one function, please")
    wrap = lambda f: functools.update_wrapper(lambda *a, **k: f"<{name}>{f(*a, **k)}</{name}>", f)
    return wrap(*functions) if functions else wrap
