# tries: children compute for ever while their parent waits
# wall: CPU time of the whole box
# outcome: timed_out
# against: box-children

import os


def attack():
    for _ in range(3):
        if not os.fork():
            while True:
                pass
    os.wait()
