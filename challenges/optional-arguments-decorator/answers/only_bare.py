# floor: 2
# ceiling: 2
# misses: named_form, arguments_named, metadata_named, empty_parentheses, methods_named, refuses_positional,
#   stacking, keyword_only
# misconceptions: never_a_factory
from functools import wraps


def tag(func, name="p"):
    @wraps(func)
    def wrapper(*args, **kwargs):
        return f"<{name}>{func(*args, **kwargs)}</{name}>"

    return wrapper
