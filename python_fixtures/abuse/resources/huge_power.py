# tries: computes a power with more digits than memory has
# wall: RLIMIT_AS, CPU time
# outcome: timed_out
# limits: cpu_ms_max 300


def attack():
    return 9 ** 9 ** 9 % 2
