# tries: keeps what one case gave for the next in /tmp
# wall: a fresh /tmp for each case
# outcome: unmet
# outcome in count-calls: unmet, raised, raised
# outcome in keep-state: raised

import os


def wrong(*values, **__):
    for name in os.listdir("/tmp"):
        return open(name).read()
    with open("/tmp/kept", "w") as file:
        file.write(repr(values))
    os.unlink("/tmp/kept")
    return None


add = repeat = Box = fail = wrong
