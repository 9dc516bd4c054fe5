# floor: 5
# ceiling: 5
from functools import partial


class Call:
    """Arguments on their way to a function."""

    def __init__(self, /, *args, **kwargs):
        self.args = args
        self.kwargs = kwargs

    def __str__(self):
        text = ""
        for arg in self.args:
            text += f"{arg!r}, "
        for key in self.kwargs:
            text += f"{key}={self.kwargs[key]!r}, "
        return text.removesuffix(", ")

    def of(self, function):
        return partial(function, *self.args)(**self.kwargs)


def describe_call(*args, **kwargs):
    return str(Call(*args, **kwargs))


def call_with(func, /, *args, **kwargs):
    return Call(*args, **kwargs).of(func)
