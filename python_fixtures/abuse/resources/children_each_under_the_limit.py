# tries: four children take as much memory each as one may have
# wall: each child's RLIMIT_AS, the worker's cgroup
# outcome: unmet
# got: 0
# against: box-children

import os


def attack():
    for _ in range(4):
        if not os.fork():
            try:
                kept = [bytearray(1 << 20) for _ in range(1000)]
                os._exit(len(kept) and 1)
            except MemoryError:
                os._exit(0)
    return [os.waitstatus_to_exitcode(os.wait()[1]) for _ in range(4)].count(1)
