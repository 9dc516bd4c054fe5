# floor: 2
# ceiling: 2
# misses: named_form, arguments_named, metadata_named, methods_named, stacking
"""The name is kept, but always the usual one is written."""

from functools import partial, wraps


def tag(func=None, *, name="p"):
    if func is None:
        return partial(tag, name=name)
    if not callable(func):
        raise TypeError("tag takes a function")

    @wraps(func)
    def wrapper(*args, **kwargs):
        return f"<p>{func(*args, **kwargs)}</p>"

    return wrapper
