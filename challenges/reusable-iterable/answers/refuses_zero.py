# floor: 3
# ceiling: 3
# misses: start_zero
class Countdown:
    def __init__(self, start):
        if start <= 0:
            raise ValueError("start must be positive")
        self._down = tuple(range(start, 0, -1))

    def __iter__(self):
        return iter(self._down)

    def __len__(self):
        return len(self._down)

    def __reversed__(self):
        return iter(self._down[::-1])
