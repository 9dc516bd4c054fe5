# tries: waits for a lock on a file that it holds itself
# wall: the host's clock
# outcome: timed_out
# limits: wall_ms_max 2000

import threading


def attack():
    lock = threading.Lock()
    with lock:
        lock.acquire()
