# floor: 5
# ceiling: 5
class Countdown:
    def __init__(self, start):
        if start < 0:
            raise ValueError("start must not be negative")
        self.start = start

    def __iter__(self):
        current = self.start
        while current > 0:
            yield current
            current -= 1

    def __reversed__(self):
        for number in range(1, self.start + 1):
            yield number

    def __len__(self):
        return self.start
