# floor: 2
# ceiling: 2
# misses: one_function, three_different, no_function, innermost_positional, very_many, refuses_uncallable
def compose(f, g):
    if not callable(f) or not callable(g):
        raise TypeError("not callable")
    return lambda *args, **kwargs: f(g(*args, **kwargs))
