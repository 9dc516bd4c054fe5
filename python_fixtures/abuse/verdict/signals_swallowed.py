# tries: installs handlers for every signal that swallow it, and goes on
# wall: SIGKILL cannot be handled
# outcome: unmet
# outcome in keep-state: raised

import signal

for number in range(1, signal.NSIG):
    try:
        signal.signal(number, lambda *_: None)
    except (OSError, ValueError):
        pass


def wrong(*_, **__):
    return []


add = repeat = Box = fail = wrong
