# tries: returns numbers that are not equal to themselves
# wall: floats are compared by their bits
# outcome: unmet
# outcome in keep-state: raised


def wrong(*_, **__):
    return [float("nan"), float("inf"), -0.0]


add = repeat = Box = fail = wrong
