# floor: 2
# ceiling: 2
# misses: called_again
# misconceptions: used_up
def compose(*functions):
    functions = list(functions)
    if not all(callable(f) for f in functions):
        raise TypeError("not callable")

    def composed(*args, **kwargs):
        if not functions:
            return args[0]
        value = functions.pop()(*args, **kwargs)
        while functions:
            value = functions.pop()(value)
        return value

    return composed
