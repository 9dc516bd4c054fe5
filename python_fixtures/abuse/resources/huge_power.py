# tries: computes a power with more digits than memory has
# wall: RLIMIT_AS, CPU time
# outcome: timed_out


def attack():
    return 9 ** 9 ** 9 % 2
