# tries: has a timer's signal raise in whatever code runs then
# wall: an exception that leaves a case is its outcome; handlers earn nothing
# outcome: raised
# outcome in sum-pairs: raised, raised, raised, unmet
# outcome in say-error: unmet

import signal
import time


def late(*_):
    raise SystemExit(0)


signal.signal(signal.SIGALRM, late)


def wrong(*_, **__):
    signal.setitimer(signal.ITIMER_REAL, 0.001)
    end = time.process_time() + 0.05
    while time.process_time() < end:
        pass


add = repeat = Box = fail = wrong
