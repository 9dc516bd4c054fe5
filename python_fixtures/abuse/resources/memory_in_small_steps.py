# tries: takes memory in small steps
# wall: RLIMIT_AS
# outcome: out_of_memory


def attack():
    kept = []
    while True:
        kept.append(bytearray(100_000))
