# floor: 3
# ceiling: 5
from itertools import compress


class Sieve:
    """Marks first and changes afterwards."""

    def __init__(self, keep):
        self.keep = keep

    def __call__(self, numbers):
        marks = [self.keep(number) for number in numbers]
        numbers[:] = compress(numbers, marks)


remove_negatives = Sieve(lambda number: 0 <= number)


def drop_expired(sessions, now):
    over = {key for key, expiry in sessions.items() if expiry <= now}
    for key in over:
        sessions.pop(key)
