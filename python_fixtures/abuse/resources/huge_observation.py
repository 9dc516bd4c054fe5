# tries: returns more than an observation may hold
# wall: the run counts each pipe's bytes
# outcome: too_much_output


def attack():
    return list(range(100_000))
