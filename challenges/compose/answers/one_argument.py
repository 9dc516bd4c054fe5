# floor: 3
# ceiling: 3
# misses: innermost_positional, innermost_keywords, refuses_uncallable
# misconceptions: always_one_argument, complains_late
def compose(*functions):
    def composed(x):
        for f in reversed(functions):
            x = f(x)
        return x

    return composed
