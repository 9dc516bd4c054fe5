# tries: closes the result channel
# wall: a case needs its END frame
# outcome: not_run
# load: incomplete

import os

os.close(3)


def wrong(*_, **__):
    return []


add = repeat = Box = fail = wrong
