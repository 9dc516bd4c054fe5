# floor: 2
# ceiling: 2
# misses: example, bare_form, arguments_bare, metadata_bare, methods_bare, refuses_positional, stacking,
#   keyword_only
# misconceptions: always_a_factory
from functools import wraps


def tag(name="p"):
    def decorator(func):
        @wraps(func)
        def wrapper(*args, **kwargs):
            return f"<{name}>{func(*args, **kwargs)}</{name}>"

        return wrapper

    return decorator
