# tries: fills a dict whose keys all collide
# wall: CPU time
# outcome: timed_out
# limits: cpu_ms_max 300


def attack():
    return len({n * (2**61 - 1): n for n in range(1, 100_000)})
