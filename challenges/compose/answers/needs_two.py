# floor: 2
# ceiling: 2
# misses: one_function, innermost_positional
def compose(*functions):
    if len(functions) == 0:
        return lambda x: x
    if not all(callable(f) for f in functions):
        raise TypeError("not callable")
    *others, before_last, last = functions

    def composed(*args, **kwargs):
        value = before_last(last(*args, **kwargs))
        for f in others[::-1]:
            value = f(value)
        return value

    return composed
