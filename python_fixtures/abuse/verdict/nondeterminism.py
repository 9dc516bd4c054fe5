# tries: answers otherwise in each process
# wall: nothing to gain: each case is judged by itself
# outcome: unmet
# outcome in count-calls: unmet, raised, raised
# outcome in keep-state: raised

import os
import random


def wrong(*_, **__):
    return random.SystemRandom().random() + os.getpid()


add = repeat = Box = fail = wrong
