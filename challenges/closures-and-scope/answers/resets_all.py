# floor: 4
# ceiling: 4
# misses: reset_one_only
class Counter:
    everyone = set()

    def __init__(self, start):
        self.start = self.now = start
        Counter.everyone.add(self)

    def __call__(self):
        self.now += 1
        return self.now

    def reset(self):
        for counter in Counter.everyone:
            counter.now = counter.start


def make_counter(start=0):
    return Counter(start)
