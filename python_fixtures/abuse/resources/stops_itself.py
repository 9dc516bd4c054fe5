# tries: stops its own process, so that it uses no CPU time and never ends
# wall: the host's clock
# outcome: timed_out
# limits: wall_ms_max 2000

import os
import signal


def attack():
    os.kill(os.getpid(), signal.SIGSTOP)
