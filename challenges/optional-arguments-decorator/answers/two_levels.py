# floor: 5
# ceiling: 5
from functools import wraps


def tag(func=None, *, name="p"):
    def decorator(f):
        @wraps(f)
        def wrapper(*args, **kwargs):
            result = f(*args, **kwargs)
            return "<" + name + ">" + result + "</" + name + ">"

        return wrapper

    if func is None:
        return decorator
    elif callable(func):
        return decorator(func)
    else:
        raise TypeError("use tag(name=...)")
