# tries: takes all memory and goes on after each MemoryError
# wall: CPU time
# outcome: timed_out
# limits: cpu_ms_max 300


def attack():
    kept = []
    while True:
        try:
            kept.append(bytearray(100_000))
        except MemoryError:
            pass
