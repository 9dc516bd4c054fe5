# tries: collects an endless iterator
# wall: RLIMIT_AS
# outcome: out_of_memory

import itertools


def attack():
    return len(list(itertools.count()))
