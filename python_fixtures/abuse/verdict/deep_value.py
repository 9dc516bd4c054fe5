# tries: returns a value that is nested very deep
# wall: depth is bounded and marked
# outcome: unmet
# outcome in keep-state: raised


def wrong(*_, **__):
    value = []
    for _ in range(100_000):
        value = [value]
    return value


add = repeat = Box = fail = wrong
