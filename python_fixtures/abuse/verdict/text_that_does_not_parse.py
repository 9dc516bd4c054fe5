# tries: returns texts by which an oracle fails that parses them
# wall: an oracle that fails on what was seen is no fault of the challenge
# outcome: unmet
# against: loose-oracle


def parts(text):
    return ["0x", ")", "["]
