# tries: winds the faked clock and its diary
# wall: the oracle knows how long was to be waited
# outcome: unmet
# outcome in keep-state: raised

from viva import _clock


def wrong(*_, **__):
    for clock in _clock._clocks:
        clock.sleeps[:] = [1.0, 2.0, 3.0]
        clock.now = 10**9
    return []


add = repeat = Box = fail = wrong
