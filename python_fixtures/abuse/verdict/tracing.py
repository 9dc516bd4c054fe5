# tries: traces what is called and changes what it returns
# wall: tracing is taken back once the answer is loaded
# outcome: unmet
# outcome in keep-state: raised

import sys
import threading


def trace(frame, event, argument):
    frame.f_trace_lines = True
    if "see" in frame.f_locals:
        frame.f_locals["see"] = None
    return trace


sys.settrace(trace)
sys.setprofile(trace)
threading.settrace(trace)


def wrong(*_, **__):
    return []


add = repeat = Box = fail = wrong
