# floor: 4
# ceiling: 4
# misses: stacking
"""Keeps one wrapper for all tags of a function."""

from functools import wraps


def tag(func=None, *, name="p"):
    if func is None:
        return lambda f: tag(f, name=name)
    if not callable(func):
        raise TypeError("not a function")
    if hasattr(func, "tags"):
        func.tags.append(name)
        return func

    @wraps(func)
    def wrapper(*args, **kwargs):
        text = func(*args, **kwargs)
        for each in reversed(wrapper.tags):
            text = f"<{each}>{text}</{each}>"
        return text

    wrapper.tags = [name]
    return wrapper
