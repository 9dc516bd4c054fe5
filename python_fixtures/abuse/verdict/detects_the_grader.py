# tries: behaves when it is watched
# wall: nothing distinguishes a visible case
# outcome: unmet
# outcome in count-calls: unmet, raised, raised
# outcome in keep-state: raised

import os
import sys


def wrong(*_, **__):
    watched = "viva" in sys.modules or os.getcwd() == "/tmp"
    return None if watched else 42


add = repeat = Box = fail = wrong
