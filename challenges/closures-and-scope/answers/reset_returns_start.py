# floor: 4
# ceiling: 4
# misses: reset_returns_nothing
class make_counter:
    def __init__(self, start=0):
        self.start = start
        self.calls = 0

    def __call__(self):
        self.calls += 1
        return self.start + self.calls

    def reset(self):
        self.calls = 0
        return self.start
