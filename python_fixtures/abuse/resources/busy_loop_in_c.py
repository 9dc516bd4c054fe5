# tries: computes for ever within one call, where no signal handler of Python's runs
# wall: CPU time, SIGKILL
# outcome: timed_out
# limits: cpu_ms_max 300

import sys


def attack():
    sys.set_int_max_str_digits(0)
    return len(str(7 ** 6_000_000))
