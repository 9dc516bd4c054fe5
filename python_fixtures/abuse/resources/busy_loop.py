# tries: computes for ever
# wall: CPU time
# outcome: timed_out
# limits: cpu_ms_max 300


def attack():
    while True:
        pass
