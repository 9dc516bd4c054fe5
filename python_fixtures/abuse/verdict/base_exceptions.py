# tries: raises an exception that is no Exception
# wall: every exception is caught and told
# outcome: raised
# outcome in sum-pairs: raised, raised, raised, unmet
# outcome in say-error: unmet


class Stop(BaseException):
    pass


def wrong(*_, **__):
    raise Stop


add = repeat = Box = fail = wrong
