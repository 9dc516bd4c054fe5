# floor: 3
# ceiling: 3
# misses: innermost_keywords
def compose(*functions):
    for f in functions:
        if not callable(f):
            raise TypeError(f)

    def composed(*args):
        if not functions:
            return args[0]
        value = functions[-1](*args)
        for f in functions[-2::-1]:
            value = f(value)
        return value

    return composed
