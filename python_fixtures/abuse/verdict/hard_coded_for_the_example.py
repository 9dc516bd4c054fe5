# tries: answers the visible example by heart and nothing else
# wall: hidden cases draw their inputs
# outcome: unmet
# outcome in count-calls: unmet, raised, raised
# outcome in keep-state: raised


def wrong(*values, **__):
    return 42 if values == (20, 21) else None


add = repeat = Box = fail = wrong
