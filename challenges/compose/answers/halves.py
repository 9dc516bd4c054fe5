# floor: 5
# ceiling: 5
"""Composes two halves, so the depth is the logarithm of the number of functions."""


def compose(*functions):
    for function in functions:
        if not callable(function):
            raise TypeError(f"{function!r} is not callable")

    def build(low, high):
        if high - low == 1:
            return functions[low]
        middle = (low + high) // 2
        outer, inner = build(low, middle), build(middle, high)
        return lambda *args, **kwargs: outer(inner(*args, **kwargs))

    return build(0, len(functions)) if functions else lambda value: value
