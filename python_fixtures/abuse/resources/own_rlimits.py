# tries: raises its own limits
# wall: hard limits, no capabilities
# outcome: unmet
# got: []

import resource


def attack():
    raised = []
    for name in dir(resource):
        if name.startswith("RLIMIT_"):
            try:
                resource.setrlimit(getattr(resource, name), (-1, -1))
                raised.append(name)
            except (ValueError, OSError):
                pass
    return [name for name in raised if name not in ("RLIMIT_DATA", "RLIMIT_RSS", "RLIMIT_RTTIME")]
