# tries: defines names that cannot be shown
# wall: names are cleaned before they are shown
# outcome: unmet
# outcome in sum-pairs: raised, raised, unmet, raised
# outcome in keep-state: raised

globals()["\x1b[2J\u202e"] = 1
globals()[b"bytes"] = 2


def wrong(*_, **__):
    return []


add = repeat = Box = fail = wrong
