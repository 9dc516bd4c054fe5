# floor: 4
# ceiling: 4
# misses: refuses_uncallable
# misconceptions: complains_late
def compose(*functions):
    def composed(*args, **kwargs):
        for f in functions:
            if not callable(f):
                raise TypeError("not callable")
        if not functions:
            return args[0]
        value = functions[-1](*args, **kwargs)
        for f in functions[-2::-1]:
            value = f(value)
        return value

    return composed
