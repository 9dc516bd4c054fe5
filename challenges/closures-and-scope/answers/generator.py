# floor: 4
# ceiling: 5
"""A generator that is told to start again by what is sent to it."""


def numbers(start):
    while True:
        current = start
        again = False
        while not again:
            current += 1
            again = yield current
        yield


class GeneratorCounter:
    def __init__(self, start):
        self.numbers = numbers(start)
        self.fresh = True

    def __call__(self):
        self.fresh = False
        return next(self.numbers)

    def reset(self):
        if not self.fresh:
            self.numbers.send(True)
            self.fresh = True


def make_counter(start=0):
    return GeneratorCounter(start)
