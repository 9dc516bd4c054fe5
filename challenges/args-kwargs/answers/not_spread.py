# floor: 2
# ceiling: 2
# misses: returns_the_result, forwards_positional, forwards_keywords, forwards_order, keyword_named_func,
# forwards_odd_names, positional_only
# misconceptions: packed_not_spread
def describe_call(*args, **kwargs):
    return ", ".join([*map(repr, args), *(f"{name}={value!r}" for name, value in kwargs.items())])


def call_with(func, *args, **kwargs):
    func(args, kwargs)
