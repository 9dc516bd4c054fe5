# floor: 2
# ceiling: 2
# misses: returns_the_result, keyword_named_func
def describe_call(*args, **kwargs):
    return ", ".join([*map(repr, args), *(f"{name}={value!r}" for name, value in kwargs.items())])


def call_with(func, /, *args, **kwargs):
    func(*args, **kwargs)
