# tries: keeps what one case gave for the next
# wall: a process for each case
# outcome: unmet
# outcome in count-calls: unmet, raised, raised
# outcome in keep-state: raised

import sys

kept = sys.__dict__.setdefault("kept", [])


def wrong(*values, **__):
    kept.append(values)
    return kept[0] if len(kept) > 4 else None


add = repeat = Box = fail = wrong
