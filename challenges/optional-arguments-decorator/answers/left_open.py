# floor: 1
# ceiling: 1
# misses: example, bare_form, named_form, arguments_bare, arguments_named, metadata_bare, metadata_named,
#   empty_parentheses, methods_bare, methods_named, refuses_positional, stacking
from functools import partial, wraps


def tag(func=None, *, name="p"):
    if func is None:
        return partial(tag, name=name)

    @wraps(func)
    def wrapper(*args, **kwargs):
        return f"<{name}>{func(*args, **kwargs)}<{name}>"

    return wrapper
