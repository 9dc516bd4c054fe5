# floor: 3
# ceiling: 3
# misses: no_function
def compose(*functions):
    for f in functions:
        if not callable(f):
            raise TypeError(f)

    def composed(*args, **kwargs):
        value = functions[-1](*args, **kwargs)
        for i in range(len(functions) - 2, -1, -1):
            value = functions[i](value)
        return value

    return composed
