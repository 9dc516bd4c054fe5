# tries: closes standard output and its descriptor
# wall: a stream that fails loses its text and nothing else
# outcome: unmet
# outcome in keep-state: raised

import os
import sys

sys.stdout.close()
os.close(1)
os.close(2)


def wrong(*_, **__):
    return []


add = repeat = Box = fail = wrong
