# tries: returns nothing where an oracle only checks what it finds, so that it checks nothing or fails
# wall: an oracle that finds nothing to check, or fails on what was seen, is no fault of the challenge
# outcome: unmet
# against: loose-oracle


def parts(text):
    return []
