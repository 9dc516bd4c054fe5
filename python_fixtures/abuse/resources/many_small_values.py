# tries: records millions of values of one byte each, which take gigabytes of whoever reads them
# wall: the host reads so many values of one answer and no more
# outcome: too_much_output
# against: box-wide

import sys


def attack():
    many, frame = [None] * 999_900, sys._getframe()
    while frame:
        recorder = getattr(frame.f_locals.get("run"), "recorder", None)
        if recorder is not None:
            for number in range(4):
                recorder.record(f"many{number}", many)
            return many
        frame = frame.f_back
    return many
