# tries: returns little that takes much memory to judge
# wall: the oracle's failure on an answer's value is that answer's
# outcome: unmet
# outcome in count-calls: unmet, unmet, raised
# outcome in keep-state: unmet, too_much_output, unmet

from collections import deque


class wrong:
    def __init__(self, *_, **__):
        pass

    def put(self, value):
        pass

    def all(self):
        return [deque() for _ in range(10_000)]

    def __iter__(self):
        return iter([deque() for _ in range(10_000)])


add = repeat = Box = fail = wrong
