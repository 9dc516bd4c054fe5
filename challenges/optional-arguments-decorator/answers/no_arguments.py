# floor: 2
# ceiling: 2
# misses: arguments_bare, arguments_named, empty_parentheses, methods_bare, methods_named,
#   refuses_positional, stacking
from functools import wraps


def tag(func=None, *, name="p"):
    def decorator(f):
        @wraps(f)
        def wrapper():
            return "<%s>%s</%s>" % (name, f(), name)

        return wrapper

    return decorator if func is None else decorator(func)
