# tries: watches calls by sys.monitoring, where there is one
# wall: right observations are still needed
# outcome: unmet
# outcome in keep-state: raised

import sys

monitoring = getattr(sys, "monitoring", None)
if monitoring:
    monitoring.use_tool_id(5, "x")
    monitoring.register_callback(5, monitoring.events.PY_RETURN, lambda *_: None)
    monitoring.set_events(5, monitoring.events.PY_RETURN)


def wrong(*_, **__):
    return []


add = repeat = Box = fail = wrong
