# tries: has signals raise all the time, also where the case is settled
# wall: the end is Rust's and the runner's; a case needs its END frame
# outcome: any of raised, unmet, incomplete, not_run, crashed

import signal


def late(*_):
    raise KeyboardInterrupt


signal.signal(signal.SIGALRM, late)
signal.setitimer(signal.ITIMER_REAL, 0.0005, 0.0005)


def wrong(*_, **__):
    return []


add = repeat = Box = fail = wrong
