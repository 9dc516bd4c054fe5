# tries: raises the limit of recursion and overflows the stack
# wall: RLIMIT_STACK, a process for each case
# outcome: crashed

import sys


class Deep:
    def __repr__(self):
        return repr(self)


def attack():
    sys.setrecursionlimit(10**9)
    return repr(Deep())
