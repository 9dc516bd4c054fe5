# floor: 4
# ceiling: 4
# misses: describes_odd_names, forwards_odd_names
def check_names(names):
    for name in names:
        if not name.isidentifier():
            raise TypeError(f"{name!r} is no name")


def describe_call(*args, **kwargs):
    check_names(kwargs)
    return ", ".join([repr(arg) for arg in args] + ["{}={!r}".format(*pair) for pair in kwargs.items()])


def call_with(func, /, *args, **kwargs):
    check_names(kwargs)
    return func(*args, **kwargs)
