# floor: 5
# ceiling: 5
"""Appending to a list is one step, so nothing is lost; the count is its length."""

import functools


class Counted:
    def __init__(self, func):
        self.marks = []
        self.func = func
        functools.update_wrapper(self, func)

    @property
    def calls(self):
        return len(self.marks)

    def __call__(self, *args, **kwargs):
        self.marks.append(None)
        return self.func(*args, **kwargs)

    def __get__(self, instance, owner):
        return self if instance is None else functools.partial(self, instance)


def count_calls(func):
    return Counted(func)
