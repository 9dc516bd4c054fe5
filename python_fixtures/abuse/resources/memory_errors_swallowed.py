# tries: takes all memory and goes on after each MemoryError
# wall: CPU time
# outcome: timed_out


def attack():
    kept = []
    while True:
        try:
            kept.append(bytearray(100_000))
        except MemoryError:
            pass
