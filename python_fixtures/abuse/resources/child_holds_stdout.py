# tries: leaves a child that holds every pipe open
# wall: the run waits for the process and not for its pipes
# outcome: unmet
# got: 'went on'
# against: box-children

import os
import signal
import time


def attack():
    if not os.fork():
        signal.pthread_sigmask(signal.SIG_BLOCK, range(1, signal.NSIG))
        while True:
            time.sleep(1000)
    return "went on"
