# floor: 1
# ceiling: 1
# misses: example, one_function, two_equal, two_different, three_different, called_again, no_function,
#   innermost_positional, innermost_keywords, very_many, refuses_uncallable
def compose(*functions):
    def composed(*args):
        return [f(*args) for f in functions]

    return composed
