# floor: 4
# ceiling: 4
# misses: very_many
# misconceptions: functions_around_functions
def compose(*functions):
    if not functions:
        return lambda x: x
    f, *rest = functions
    if not callable(f):
        raise TypeError("not callable")
    if not rest:
        return f
    g = compose(*rest)

    def composed(*args, **kwargs):
        return f(g(*args, **kwargs))

    return composed
