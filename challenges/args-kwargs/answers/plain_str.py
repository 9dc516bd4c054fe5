# floor: 2
# ceiling: 2
# misses: describes_texts
# misconceptions: str_for_repr
def describe_call(*args, **kwargs):
    return ", ".join([str(arg) for arg in args] + [f"{name}={value}" for name, value in kwargs.items()])


def call_with(func, /, *args, **kwargs):
    return func(*args, **kwargs)
