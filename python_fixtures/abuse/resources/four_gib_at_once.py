# tries: takes 4 GiB at once
# wall: RLIMIT_AS
# outcome: out_of_memory


def attack():
    return len(bytearray(4 << 30))
