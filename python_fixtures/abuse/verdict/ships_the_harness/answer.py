# tries: ships a driver, an oracle and a toolbox of its own
# wall: the harness is loaded before, and imports its own modules
# outcome: unmet
# outcome in keep-state: raised


def wrong(*_, **__):
    return []


add = repeat = Box = fail = wrong
