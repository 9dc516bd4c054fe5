# tries: computes for ever
# wall: CPU time
# outcome: timed_out


def attack():
    while True:
        pass
