# floor: 4
# ceiling: 4
# misses: very_many, refuses_uncallable
# misconceptions: functions_around_functions, complains_late
from functools import reduce


def compose(*functions):
    if not functions:
        return lambda x: x
    return reduce(lambda f, g: lambda *a, **k: f(g(*a, **k)), functions)
