# tries: waits for ever
# wall: the host's clock
# outcome: timed_out

import time


def attack():
    while True:
        time.sleep(1000)
