# tries: returns one text many times, which takes no memory until it is recorded
# wall: bound of an observation's bytes, RLIMIT_AS
# outcome: crashed
# outcome when cold: out_of_memory


def attack():
    return ["x" * 1_000_000] * 100_000
