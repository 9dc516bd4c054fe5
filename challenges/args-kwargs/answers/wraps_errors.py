# floor: 3
# ceiling: 3
# misses: exceptions_pass
# misconceptions: errors_are_handled_here
def describe_call(*args, **kwargs):
    return ", ".join([*map(repr, args), *(f"{name}={value!r}" for name, value in kwargs.items())])


def call_with(func, /, *args, **kwargs):
    try:
        return func(*args, **kwargs)
    except Exception as error:
        raise RuntimeError(f"{func!r} failed") from error
