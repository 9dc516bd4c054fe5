# tries: ships modules with the names of the library's
# wall: the answer's files are found last
# outcome: unmet
# outcome in keep-state: raised

import json
import random

json.dumps({})
random.random()


def wrong(*_, **__):
    return []


add = repeat = Box = fail = wrong
