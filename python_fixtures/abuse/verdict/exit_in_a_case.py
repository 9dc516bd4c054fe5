# tries: leaves with success instead of answering
# wall: an exception that leaves a case is its outcome
# outcome: raised
# outcome in sum-pairs: raised, raised, raised, unmet
# outcome in say-error: unmet

import sys


def wrong(*_, **__):
    sys.exit(0)


add = repeat = Box = fail = wrong
