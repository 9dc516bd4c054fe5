# tries: raises an error whose text never ends
# wall: time
# outcome: timed_out
# outcome in say-error: timed_out, unmet, unmet
# limits: cpu_ms_max 200


class Endless(Exception):
    def __str__(self):
        while True:
            pass


def wrong(*_, **__):
    raise Endless


add = repeat = Box = fail = wrong
