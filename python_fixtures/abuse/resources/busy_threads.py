# tries: threads compute for ever while the main one waits
# wall: CPU time of the process
# outcome: timed_out
# limits: cpu_ms_max 300

import threading


def spin():
    while True:
        pass


def attack():
    threads = [threading.Thread(target=spin) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
