# tries: gives its error a name that moves the cursor
# wall: texts are cleaned before they are shown
# outcome: unmet

Hostile = type("\x1b[2J\u202eValueError\n::error::x", (Exception,), {"__module__": "\x1b]52;c;eA==\x07"})


def fail(name, wait=0.0):
    raise Hostile("\x1b[2J")
