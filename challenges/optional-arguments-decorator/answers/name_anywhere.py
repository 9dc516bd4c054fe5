# floor: 4
# ceiling: 4
# misses: keyword_only
from functools import wraps


def tag(func=None, name="p"):
    if func is not None and not callable(func):
        raise TypeError("not a function")

    def decorator(f):
        @wraps(f)
        def wrapper(*args, **kwargs):
            return f"<{name}>{f(*args, **kwargs)}</{name}>"

        return wrapper

    return decorator(func) if func else decorator
