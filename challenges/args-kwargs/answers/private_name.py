# floor: 4
# ceiling: 4
# misses: positional_only
def describe_call(*args, **kwargs):
    return ", ".join([*map(repr, args), *(f"{name}={value!r}" for name, value in kwargs.items())])


def call_with(_function_to_call, *args, **kwargs):
    return _function_to_call(*args, **kwargs)
