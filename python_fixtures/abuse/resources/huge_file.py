# tries: writes one file without end, SIGXFSZ ignored
# wall: RLIMIT_FSIZE
# outcome: unmet
# got: 'EFBIG'

import signal


def attack():
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    with open("huge", "wb") as file:
        for _ in range(10_000):
            file.write(bytes(1 << 20))
    return "ESCAPED"
