# tries: children compute for ever while their parent waits
# wall: CPU time of the whole box
# outcome: timed_out
# against: box-children
# limits: wall_ms_max 2500, cpu_ms_max 300

import os


def attack():
    for _ in range(3):
        if not os.fork():
            while True:
                pass
    os.wait()
