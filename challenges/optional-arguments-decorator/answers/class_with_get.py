# floor: 5
# ceiling: 5
"""A class whose objects are decorators first and decorated functions then."""

from functools import update_wrapper
from types import MethodType


class tag:
    def __init__(self, function=None, *, name="p"):
        self._function = None
        self._tag = name
        if function is not None:
            self._take(function)

    def _take(self, function):
        if not callable(function):
            raise TypeError("tag() takes a function")
        own_tag = self._tag
        update_wrapper(self, function)  # also copies the attributes of a tag below
        self._function, self._tag = function, own_tag

    def __call__(self, *args, **kwargs):
        if self._function is None:
            return tag(*args, name=self._tag, **kwargs)
        text = self._function(*args, **kwargs)
        return "<{0}>{1}</{0}>".format(self._tag, text)

    def __get__(self, instance, owner=None):
        return self if instance is None else MethodType(self, instance)
