# floor: 3
# ceiling: 3
# misses: metadata_bare, metadata_named, refuses_positional
# misconceptions: anything_is_a_function
def tag(func=None, *, name="p"):
    def decorator(f):
        def wrapper(*args, **kwargs):
            return f"<{name}>{f(*args, **kwargs)}</{name}>"

        return wrapper

    if func:
        return decorator(func)
    return decorator
