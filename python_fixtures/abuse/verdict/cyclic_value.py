# tries: returns a value that holds itself
# wall: cycles are marked
# outcome: unmet
# outcome in keep-state: raised


def wrong(*_, **__):
    value = {}
    value[0] = [value, (value,)]
    return value


add = repeat = Box = fail = wrong
