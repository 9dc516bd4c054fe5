# floor: 5
# ceiling: 5
import weakref


class Typed:
    """Values beside the instances, by identity; a weak reference's callback clears up."""

    def __init__(self, kind):
        self._kind = kind
        self._name = "?"
        self._kept = {}

    def __set_name__(self, owner, name):
        self._name = name

    def __get__(self, instance, owner):
        if instance is None:
            return self
        entry = self._kept.get(id(instance))
        if entry is None:
            raise AttributeError(self._name)
        return entry[1]

    def __set__(self, instance, value):
        if (
            not isinstance(value, self._kind)
            or self._kind is int
            and value in (True, False)
            and type(value) is bool
        ):
            raise TypeError(f"attribute {self._name!r}: expected {self._kind!r}, got {value!r}")
        key, kept = id(instance), self._kept
        kept[key] = (weakref.ref(instance, lambda _: kept.pop(key, None)), value)

    def __delete__(self, instance):
        if self._kept.pop(id(instance), None) is None:
            raise AttributeError(self._name)
