# tries: starts threads without end
# wall: RLIMIT_NPROC
# outcome: unmet
# got: True

import threading
import time


def attack():
    for count in range(10_000):
        try:
            threading.Thread(target=time.sleep, args=(1000,), daemon=True).start()
        except RuntimeError:
            return count <= 8
    return "ESCAPED"
