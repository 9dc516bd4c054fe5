# floor: 3
# ceiling: 3
# misses: forwards_order
def describe_call(*args, **kwargs):
    return ", ".join(list(map(repr, args)) + [key + "=" + repr(value) for key, value in kwargs.items()])


def call_with(func, /, *args, **kwargs):
    return func(*args, **dict(sorted(kwargs.items())))
