# tries: reads its environment
# wall: the environment is made up
# outcome: unmet
# got: []

import os


def attack():
    return sorted(set(os.environ) - {"HOME", "LANG", "MALLOC_ARENA_MAX", "PATH", "TMPDIR", "TZ", "LC_CTYPE"})
