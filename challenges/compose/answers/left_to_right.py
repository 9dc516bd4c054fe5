# floor: 2
# ceiling: 2
# misses: two_different, three_different, innermost_positional, innermost_keywords, very_many
# misconceptions: left_to_right
def compose(*functions):
    for f in functions:
        if not callable(f):
            raise TypeError(f)

    def composed(*args, **kwargs):
        if not functions:
            return args[0]
        first, *rest = functions
        value = first(*args, **kwargs)
        for f in rest:
            value = f(value)
        return value

    return composed
