# tries: pickles a list that is nested too deep for the stack
# wall: a process for each case
# outcome: crashed

import pickle
import sys


def attack():
    sys.setrecursionlimit(10**9)
    deep = []
    for _ in range(400_000):
        deep = [deep]
    return len(pickle.dumps(deep))
