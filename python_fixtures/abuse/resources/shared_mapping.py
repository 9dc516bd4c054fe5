# tries: maps 1 GiB to be shared with children
# wall: RLIMIT_AS
# outcome: unmet
# got: 'ENOMEM'

import mmap


def attack():
    return "ESCAPED", len(mmap.mmap(-1, 1 << 30))
