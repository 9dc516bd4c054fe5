# floor: 5
# ceiling: 5
def describe_call(*args, **kwargs):
    parts = [repr(arg) for arg in args]
    parts += [f"{name}={value!r}" for name, value in kwargs.items()]
    return ", ".join(parts)


def call_with(func, /, *args, **kwargs):
    return func(*args, **kwargs)
