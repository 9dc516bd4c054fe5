# tries: returns a number of a million digits
# wall: such a number is marked and equals nothing
# outcome: unmet
# outcome in count-calls: unmet, raised, raised
# outcome in keep-state: raised


def wrong(*_, **__):
    return 1 << 4_000_000


add = repeat = Box = fail = wrong
