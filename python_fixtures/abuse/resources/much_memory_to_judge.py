# tries: returns empty containers that take few bytes to record and all memory to judge
# wall: the oracle's failure on an answer's value is that answer's
# outcome: unmet
# against: box-wide
# limits: memory_mib_max 64

import sys
from collections import deque


def attack():
    frame, few = sys._getframe(), [deque() for _ in range(8_500)]
    while frame:
        recorder = getattr(frame.f_locals.get("run"), "recorder", None)
        if recorder is not None:
            for number in range(80):
                recorder.record(f"few{number}", few)
            return "nothing"
        frame = frame.f_back
    return "nothing"
