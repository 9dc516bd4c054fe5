# tries: records values whose repr moves the cursor
# wall: values are shown by viva's own repr
# outcome: unmet


def fail(name, wait=0.0):
    raise ValueError({"\x1b[2J": "\u202e", "\n::error::": b"\x1b[2J"})
