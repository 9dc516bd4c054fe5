# tries: ignores every signal and computes for ever
# wall: SIGKILL cannot be ignored
# outcome: timed_out
# limits: cpu_ms_max 300

import signal


def attack():
    for number in range(1, signal.NSIG):
        try:
            signal.signal(number, signal.SIG_IGN)
        except (OSError, ValueError):
            pass
    signal.pthread_sigmask(signal.SIG_BLOCK, range(1, signal.NSIG))
    while True:
        pass
