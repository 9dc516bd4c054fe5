# tries: replaces the table by which values are encoded in a cold run
# wall: right observations are still needed
# outcome: not_run
# outcome in sum-pairs: unmet
# outcome in sum-pairs when cold: not_run
# outcome in count-calls: unmet, raised, raised
# outcome in count-calls when cold: not_run
# outcome in keep-state: raised
# outcome in keep-state when cold: not_run
# outcome in say-error: unmet
# outcome in say-error when cold: not_run
# load when cold: incomplete

import viva._codec

# load when cold: incomplete

for kind in list(viva._codec._SCALARS):
    viva._codec._SCALARS[kind] = viva._codec._SCALARS[bool]
viva._codec._CONTAINERS.clear()


def wrong(*_, **__):
    return 1


add = repeat = Box = fail = wrong
