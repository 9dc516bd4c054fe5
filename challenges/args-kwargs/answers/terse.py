# floor: 5
# ceiling: 5
def describe_call(*args, **kwargs):
    return ", ".join([*map(repr, args), *(f"{name}={value!r}" for name, value in kwargs.items())])


def call_with(f, /, *a, **k):
    return f(*a, **k)
