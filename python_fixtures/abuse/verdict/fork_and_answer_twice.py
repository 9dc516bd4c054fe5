# tries: forks, so that two processes record
# wall: no processes; a child's recorder is mute
# outcome: raised
# outcome in sum-pairs: raised, raised, raised, unmet
# outcome in say-error: unmet

import os


def wrong(*_, **__):
    os.fork()
    return []


add = repeat = Box = fail = wrong
