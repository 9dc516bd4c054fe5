# floor: 4
# ceiling: 5
from itertools import count


def make_counter(start=0):
    numbers = count(start + 1)

    def counter():
        return next(numbers)

    def reset():
        nonlocal numbers
        numbers = count(start + 1)

    counter.reset = reset
    return counter
