# floor: 3
# ceiling: 3
# misses: keyword_order
# misconceptions: keywords_have_no_order
def describe_call(*args, **kwargs):
    named = [f"{name}={kwargs[name]!r}" for name in sorted(kwargs)]
    return ", ".join([repr(arg) for arg in args] + named)


def call_with(func, /, *args, **kwargs):
    return func(*args, **kwargs)
