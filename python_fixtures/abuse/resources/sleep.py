# tries: waits for ever
# wall: the host's clock
# outcome: timed_out
# limits: wall_ms_max 2000

import time


def attack():
    while True:
        time.sleep(1000)
