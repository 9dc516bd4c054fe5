# tries: lowers the limit of recursion, so that the grader fails
# wall: the runner sets it back; the encoder is Rust's
# outcome: any of raised, unmet, incomplete

import sys


def wrong(*_, **__):
    sys.setrecursionlimit(len([0] * 40))
    return []


add = repeat = Box = fail = wrong
