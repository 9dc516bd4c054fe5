# tries: raises the toolbox's own errors from a program
# wall: what a program raises is its own
# outcome: any of unmet, raised

import gc

for kind in gc.get_objects():
    if isinstance(kind, type) and kind.__name__ in ("HarnessError", "NotDefined"):
        raise kind("the driver is broken")
raise BaseException("none")
