# floor: 5
# ceiling: 5
from collections.abc import Sequence


class Countdown(Sequence):
    def __init__(self, start):
        if start < 0:
            raise ValueError("negative")
        self.start = start

    def __len__(self):
        return self.start

    def __getitem__(self, index):
        return range(self.start, 0, -1)[index]
