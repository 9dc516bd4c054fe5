# tries: sets a trace function in the middle of a case
# wall: right observations are still needed
# outcome: unmet
# outcome in keep-state: raised

import sys


def trace(frame, event, argument):
    return trace


def wrong(*_, **__):
    sys.settrace(trace)
    frame = sys._getframe(1)
    while frame:
        frame.f_trace = trace
        frame = frame.f_back
    return []


add = repeat = Box = fail = wrong
